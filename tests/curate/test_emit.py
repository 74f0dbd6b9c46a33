"""What is written as YAML reads back to exactly what was meant, whatever it is."""

from __future__ import annotations

import hostile
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import plain_yaml
from timeline.curate import scalars
from timeline.curate.emit import declaration, record
from timeline.curate.scalars import on_lines, on_one_line

YAML = [
    " ",
    "  ",
    "- ",
    ": ",
    " #",
    "#",
    "|",
    ">-",
    "'",
    '"',
    "{",
    "]",
    ",",
    "&a",
    "*a",
    "!",
    "---",
    "...",
    "%",
    "@",
    "`",
]
WORDS = [
    "?",
    "no",
    "0x1f",
    "12:30",
    "~",
    "null",
    "<<",
    "=",
    "\\",
    "\\n",
    "a",
    "word",
    "é",
    "שלום",
    "العربية",
    "\U0001f469",
]
UNSEEN = [
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\u202e",
    "\u200d",
    "\u2028",
    "\x85",
    "\xa0",
    "\ufeff",
    "\x00",
    "\x1b[31m",
    "\x7f",
]
PIECES = st.sampled_from([*YAML, *WORDS, *UNSEEN])
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60)
KEYS = TEXTS.filter(bool)


def read(lines: list[str]) -> object:
    parsed = plain_yaml.parse("\n".join((*lines, "")).encode(), "x.yaml")
    assert parsed.problems == ()
    return parsed.value


@settings(deadline=None)
@given(TEXTS)
@example("x" * 10_000)
@example("word " * 2_000 + "end")
@example("a\n" * 400)
@example(" leading\nline")
@example("trailing \nline")
@example("a\n\n\nb\n\n")
def test_a_text_reads_back_wherever_it_stands(text: str) -> None:
    fields = {"event": "e", "says": text, "facts": {"n": [text, "x"]}, "note": text}
    wanted = {name: value for name, value in fields.items() if value}
    assert read(record(fields)) == [wanted]
    assert read(["a:", *declaration("id", fields)]) == {"a": {"id": wanted}}


@given(KEYS, TEXTS)
@example("k" * 2_000, "v")
@example("\u202e" * 1_000, "v")
def test_so_does_a_key(key: str, text: str) -> None:
    assert read(record({"event": "e", "facts": {key: text}})) == [{"event": "e", "facts": {key: text}}]


@given(TEXTS | st.lists(st.sampled_from([*"aZ1é :#,?!-'~[}“", "on", "NO", "Null", "y"]), max_size=8).map("".join))
@example("false")
@example("a: b")
@example("a:")
@example("a #b")
def test_what_stands_plain_at_a_glance_does_so_for_pyyaml(text: str) -> None:
    assert scalars.at_a_glance(text) in {None, scalars.analysed(text)}


@given(TEXTS)
def test_any_reader_of_yaml_takes_a_text_for_a_text(text: str) -> None:
    assert str(yaml.safe_load(on_one_line(text))) == text


@pytest.mark.parametrize(
    "text", ["no", "y", "12:30", "2013", "1_000", "0o14", "1e3", ".5", "~", "null", "true", "<<", "="]
)
def test_what_other_readers_type_is_quoted(text: str) -> None:
    assert on_one_line(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["2019-03-14", "2019-03", "2020-12~", "on Tuesday", "Ana Vélez", "a: b"[:2], "RFE/RL's"]
)
def test_what_is_safe_stands_plain(text: str) -> None:
    assert on_one_line(text) == (text if text != "a:" else '"a:"')


def test_numbers_and_truths_that_are_meant_stand_plain() -> None:
    assert record({"event": "e", "paragraph": "4", "upcoming": "true", "date": "2013"}) == [
        "  - event: e",
        "    paragraph: 4",
        '    date: "2013"',
        "    upcoming: true",
    ]


@given(TEXTS)
def test_no_line_hides_or_drives_anything(text: str) -> None:
    for line in record({"event": "e", "says": text}):
        assert "\x1b" not in line
        assert "\u202e" not in line
        assert "\r" not in line


@given(st.text(alphabet="ab ", min_size=1, max_size=400))
def test_a_long_text_is_folded_within_the_margin(text: str) -> None:
    for line in (on_lines(text, 40) or [])[1:]:
        assert len(line) <= 40 or "  " in text or " " not in line


def test_fields_come_in_their_order_and_empty_ones_are_left_out() -> None:
    fields = {
        "note": "",
        "misspelt": "x",
        "says": "Freed.",
        "people": ["ana"],
        "source": "s",
        "event": "e",
        "facts": {},
    }
    names = [line.split(":")[0].strip(" -") for line in record(fields)]
    assert names == ["event", "source", "people", "says", "misspelt"]


def test_a_declaration_that_does_not_fit_on_a_line_takes_several() -> None:
    assert declaration("ana", {"name": "Ana", "also": ["A."]}) == ["  ana: {name: Ana, also: [A.]}"]
    long = declaration("ana", {"name": "Ana", "role": "r" * 110})
    assert long == ["  ana:", "    name: Ana", "    role: " + "r" * 110]


def test_hostile_texts_read_back() -> None:
    for text in hostile.TEXTS.values():
        assert read(record({"event": text, "facts": {text: text}})) == [{"event": text, "facts": {text: text}}]
