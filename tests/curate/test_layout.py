"""The canonical layout: what it makes of a file, that nothing in it is lost, and that it is its own layout."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from timeline import cli, plain_yaml
from timeline.curate.layout import formatted
from timeline.curate.start import EVENTS
from timeline.load import bundled_corpus


def laid_out(text: str) -> str:
    result, problems = formatted(text.encode(), "x.yaml")
    assert result is not None, problems
    assert formatted(result, "x.yaml") == (result, ())
    return result.decode()


def test_the_bundled_corpus_and_a_new_one_are_laid_out() -> None:
    for text in (bundled_corpus().read_text(encoding="utf-8"), EVENTS):
        assert laid_out(text) == text


UNTIDY = """\
# yaml-language-server: $schema=timeline.schema.json
# About this file.

# What happened, first
records:

- says: 'Police took her.'   # as the police say
  # which of them, nobody knows
  event:   arrest
  paragraph: "4"
  source: gazette


  people: [ ana,    # the lawyer
            police ]
  misspelt: kept
  facts:
    officers: "5"
    hurt:
    - one
    - two
  # end of the record

# -------- the second
-   event: release
    after: {event: arrest, by: 2 days}
    source: gazette
    paragraph: 5
    date: '2013'
    note: A note that is too long for one line of a file stands
      on two of them here, and is folded where a word ends, as near to the margin as may be.
    says: "She was freed: at last"
sources: {gazette: {title: News, publisher: Gazette}}   # only one
events:
  arrest: {kind: custody, title: Arrest}
  # to come
people:
  # nobody yet
kinds: {}
# The end.
"""
TIDY = """\
# yaml-language-server: $schema=timeline.schema.json
# About this file.

sources:  # only one
  gazette: {publisher: Gazette, title: News}

people:
  # nobody yet

kinds: {}

events:
  arrest: {title: Arrest, kind: custody}
  # to come

# What happened, first
records:
  # which of them, nobody knows
  - event: arrest
    source: gazette
    paragraph: 4
    people:
      - ana  # the lawyer
      - police
    says: Police took her.  # as the police say
    facts: {officers: 5, hurt: [one, two]}
    misspelt: kept
    # end of the record

  # -------- the second
  - event: release
    source: gazette
    paragraph: 5
    date: "2013"
    after: {event: arrest, by: 2 days}
    says: "She was freed: at last"
    note: >-
      A note that is too long for one line of a file stands on two of them here, and is folded where a word ends, as
      near to the margin as may be.
# The end.
"""


def test_what_it_makes_of_an_untidy_file() -> None:
    assert laid_out(UNTIDY) == TIDY


def test_a_comment_after_a_brace_in_lists_stands_above_them_all() -> None:
    text = "says:\n  event: [[], [{ # one\n   event: it's # two\n   }], [[{ # three\n   a: b # four\n  }]]]\n"
    expected = """\
says:
  event:
    - []
    # one
    - - event: it's  # two
    # three
    - - - a: b  # four
"""
    assert laid_out(text) == expected


def test_line_ends_stay_as_they_are_and_a_mark_at_the_beginning_goes() -> None:
    result, _ = formatted(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode(), "x.yaml")
    assert result == TIDY.replace("\n", "\r\n").encode()


def test_a_file_without_a_last_line_end_gets_one() -> None:
    assert laid_out("events: {}") == "events: {}\n"


def test_tabs_and_whatever_else_stands_in_a_comment_stay() -> None:
    assert laid_out("events:\t# a\tb # c: [d\n  # \u202e«é» 'x\n") == "events:  # a\tb # c: [d\n  # \u202e«é» 'x\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("events: &a {}\nkinds: *a\n", "anchor"),
        ("- a list\n", "not-a-mapping"),
        ("# nothing\n", "not-a-mapping"),
        ("events: {a: {kind: b, kind: c}}\n", "duplicate-key"),
        ("events: [\n", "yaml-syntax"),
        ("events: !new {}\n", "yaml-tag"),
        ("a: 1\n---\nb: 2\n", "yaml-documents"),
    ],
)
def test_what_has_no_canonical_layout_is_left_alone(text: str, code: str) -> None:
    result, problems = formatted(text.encode(), "x.yaml")
    assert result is None
    assert problems[0].code == code


# Files as people might write them: a value, how each part of it is written, and comments wherever YAML lets them stand.
TEXT = st.sampled_from(
    ["a", "two words", "no", "12:30", "it's", 'a "b"', "x: y", "#no", "", "a\nb", "w " * 80 + "end", "é"]
)
KEY = st.sampled_from(
    ["event", "says", "note", "facts", "people", "contradicts", "after", "id", "зz", "odd key", "k: 1"]
)
VALUE = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=4), max_leaves=8
)
FIELDS = st.dictionaries(KEY, VALUE, max_size=5)
SECTION = st.dictionaries(KEY, FIELDS, max_size=3)
FILE = st.fixed_dictionaries(
    {}, optional={"events": SECTION, "records": st.lists(FIELDS, max_size=4), "sources": SECTION, "other": VALUE}
).filter(bool)


class Writer:
    """Writes a value as YAML in a way that is drawn, with comments that are numbered."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data
        self.comments = 0

    def drawn(self, *choices: Any) -> Any:
        """One of the choices."""
        return self._data.draw(st.sampled_from(choices))

    def comment(self) -> str:
        self.comments += 1
        words: str = self.drawn("", "word", "- a: b", "[", "'", "'#")
        return f"# c{self.comments}.{words}"

    def aside(self) -> str:
        indent: int = self.drawn(0, 0, 0, 1, 3)
        return f"{' ' * indent}{self.comment()}" if indent else ""

    def between(self) -> list[str]:
        kind = self.drawn(*["none"] * 5, "blank", "comment", "both")
        lines = [""] * self.drawn(1, 2) if kind in ("blank", "both") else []
        if kind in ("comment", "both"):
            lines += [" " * self.drawn(0, 1, 2, 3, 4, 6, 8) + self.comment(), *([""] * self.drawn(0, 0, 1))]
        return lines

    def scalar(self, text: str) -> str:
        quoted = [f'"{text}"'.replace("\n", "\\n")] if '"' not in text else []
        quoted += [f"'{text}'"] if "'" not in text and "\n" not in text else []
        plain = re.fullmatch(r"[\w ]*\w", text) and not text.startswith("#")
        written: str = self.drawn(*([text] if plain else []), *quoted)
        return written

    def flow(self, value: Any) -> str:
        """In brackets, perhaps over several lines: the caller sees that they are indented deep enough."""
        if isinstance(value, str):
            return self.scalar(value)
        gap = self.drawn("", " ", "\n", f" {self.comment()}\n") if self.drawn(*[False] * 3, True) else ""
        if isinstance(value, list):
            return "[" + gap + f",{gap or ' '}".join(self.flow(one) for one in value) + gap + "]"
        parts = (f"{self.scalar(key)}: {self.flow(one)}" for key, one in value.items())
        return "{" + gap + f",{gap or ' '}".join(parts) + gap + "}"

    def placed(self, head: str, value: Any, indent: int) -> list[str]:
        """A value behind its key or dash."""
        deeper = indent + self.drawn(1, 2, 4)
        if isinstance(value, str):
            if "\n" not in value and " " in value and value.strip() == value and self.drawn(False, False, True):
                return [f"{head} >-{self.aside()}", *(" " * max(deeper, 10) + word for word in value.split(" "))]
            return [f"{head} {self.scalar(value)}{self.aside()}"]
        if not value or self.drawn(False, False, True):
            first, *rest = self.flow(value).split("\n")
            return (
                [f"{head} {first}", *(" " * deeper + line for line in rest)]
                if rest
                else [f"{head} {first}{self.aside()}"]
            )
        return [head + self.aside(), *self.block(value, deeper)]

    def block(self, value: Any, indent: int) -> list[str]:
        lines = []
        for key, one in value.items() if isinstance(value, dict) else ((None, one) for one in value):
            lines += self.between()
            head = "-" if key is None else f"{self.scalar(key)}:"
            lines += self.placed(" " * indent + head, one, indent)
        return lines


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FILE, st.data())
def test_no_value_and_no_comment_is_lost(value: dict[str, Any], data: st.DataObject) -> None:
    writer = Writer(data)
    text = "\n".join([*writer.between(), *writer.block(value, 0), *writer.between(), ""])
    note(text)
    parsed = plain_yaml.parse(text.encode(), "x.yaml")
    assert (parsed.value, parsed.problems) == (value, ())
    result = laid_out(text)
    assert plain_yaml.parse(result.encode(), "x.yaml").value == value
    numbers = [int(number) for number in re.findall(r"# c(\d+)\.", result)]
    assert sorted(numbers) == sorted(int(number) for number in re.findall(r"# c(\d+)\.", text))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 6)), max_size=12))
def test_comments_anywhere_in_a_real_file_stay(wanted: list[tuple[int, int]]) -> None:
    lines = TIDY.splitlines()
    free = [number for number, line in enumerate(lines) if not line.startswith(("      A note", "      near to"))]
    for count, (where, depth) in enumerate(wanted):
        at = free[where % len(free)]
        if not lines[at].startswith(" " * 6):
            lines[at] = f"{' ' * depth}# new {count}.\n{lines[at]}"
    text = "\n".join((*lines, ""))
    result = laid_out(text)
    assert sorted(re.findall(r"# new \d+\.", result)) == sorted(re.findall(r"# new \d+\.", text))


def test_the_command_lays_out_and_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_DATA", "")
    file = Path("events.yaml")
    file.write_text(UNTIDY, encoding="utf-8")
    assert cli.run(["fmt", "--check"]) == 1
    printed = capsys.readouterr()
    assert "+  - event: arrest\n" in printed.out
    assert printed.err == "1 file would change, 0 files unchanged.\n"
    assert file.read_text(encoding="utf-8") == UNTIDY
    assert cli.run(["fmt"]) == 0
    assert capsys.readouterr().out == "Laid out events.yaml\n"
    assert file.read_text(encoding="utf-8") == TIDY
    assert cli.run(["fmt", "--check", "events.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_the_command_names_what_it_leaves_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.yaml").write_text("events: {a: {kind: b, kind: c}}\n", encoding="utf-8")
    (tmp_path / "good.yaml").write_text("events:   {}\n", encoding="utf-8")
    assert cli.run(["fmt", str(tmp_path)]) == 1
    err = capsys.readouterr().err
    assert "bad.yaml:1:23: error: `kind` is given twice here" in err
    assert err.endswith("1 file changed, 0 files unchanged, 1 file left alone.\n")
    assert (tmp_path / "good.yaml").read_text(encoding="utf-8") == "events: {}\n"


def test_the_bundled_corpus_is_not_laid_out_by_accident(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_DATA", "")
    assert cli.run(["fmt"]) == 2
    assert "no data file here" in capsys.readouterr().err


def test_a_difference_drives_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yaml").write_text("# \u202eevil\nevents:   {}\n", encoding="utf-8")
    assert cli.run(["fmt", "--check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "\u202e" not in out
    assert "<U+202E>evil" in out
