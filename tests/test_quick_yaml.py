"""Quick reading: whatever it takes in, it reads as PyYAML does, and what it leaves alone PyYAML reads as ever."""

from __future__ import annotations

import json
import re
import time

import hostile
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import plain_yaml
from timeline.files import bundled_corpus
from timeline.plain_yaml import builder, quick
from timeline.plain_yaml.parsed import NotPlainError

BUNDLED = bundled_corpus().read_text(encoding="utf-8")
MADE = """
sources:
  s0: {publisher: Paper 0, title: Report 0, published: 1995-03-19~, derives_from: s1}
  s1: {publisher: Paper 1, title: Report 1, published: 1995-05-05}
people:
  p0: {name: Person 0, also: [P. 0, Pérson 0]}
kinds:
  arrest: {title: "Arrest, or charge", theme: 'arrests'}
events:
  e0:
    title: What happened (in case 0)
    kind: arrest  # of two
records:
  # Two that are alike
  - event: e0
    source: s0
    paragraph: 1
    says: Account 0 of what happened there, to whom, and what came of it in the end.
    facts: {people: about 5, sum: 300 USD}
    date: "[..1995-01-02]"
    people: [p0, p1]

  - event: e0
    source: s1
    paragraph: 2
    says: >-
      Account 1 of what
      happened.
    note: |
      Two lines: one

        # and two
    date: 1995-01
    after:
      - e1
      - event: e2
        within: 2 days
"""[1:]


def quickly(text: str) -> tuple[object, int] | None:
    """What the quick reader makes of a text, and how many parts of it were PyYAML's; None if it leaves all to it."""
    handed_over: list[str] = []

    def part(text: str) -> object:
        handed_over.append(text)
        return builder.part(text)

    try:
        return quick.read(text.encode("utf-8", "surrogatepass"), part), len(handed_over)
    except NotPlainError:
        return None


def assert_same(text: str) -> None:
    """The two readers agree, keys in the same order; or the quick one leaves it."""
    found = quickly(text)
    if found is not None:
        parsed = builder.parse(text.removeprefix("\ufeff"), "f.yaml")
        assert parsed.problems == ()
        assert json.dumps(found[0]) == json.dumps(parsed.value)


# What means something to YAML, or looks as if it did.
MARKS = [
    *(": ", " #", "- ", "? ", "?", ":", "-", '"', "'", "[", "]", "{", "}", ",", ", ", "|", ">", "|-", ">-", "|+", ">2"),
    *("&a ", "*a", "!t ", "%", "@", "`", "\\", "\n", "\n\n", " ", "  ", "    ", "\t", "\r", "\r\n", "\x85", "\u2028"),
    *("\u2029", "\ufeff", "\0", "\x07", "\x7f", "\x9f", "\xa0", "\ufffe", "# c", "---", "...", "\n---\n", "\n...\n"),
    *("~", "<<", "=", "é", "Ж", "\U0001f469", "١", "b: c", "- x", "''", '""', "\\n", "x" * 1030, "\n  ", "\n    "),
    *(
        "\n      ",
        "\n- ",
        "\n  - ",
        "x:",
        ":\n",
        " : ",
        '" ',
        "' ",
        "],",
        "}, ",
        "[]",
        "{}",
        "[a, b]",
        "{a: [b], c: d}",
    ),
]
KEYS = [
    *("a", "b", "c", "event", "x y", "a.b", "k/2", "a-b", "é", "_", '"q"', "'q'", '"q: r"', '"a"', "q'", '""', "(a"),
    *("a " * 9 + "b", "a " * 11 + "b", "a" * 61, "a" * 62, "k" * 1030, "<<", "~", "? a", "a#b", "a #b", "a:b", "[a]"),
    *("{a: b}", "-a", "- a", "&a a", "!t a", "*a", "a ", "1", "true", "% a", "..."),
]
VALUES = [
    *(
        "v",
        "v w",
        "12:30",
        "a:b",
        "a: b",
        "a :b",
        "a #b",
        "a#b",
        "v ",
        " v",
        "v  # c",
        "# c",
        "it's",
        "a,b",
        "a]",
        "a}",
    ),
    *(
        '"q"',
        '"q" # c',
        "'q'",
        "'it''s'",
        '"a\\nb"',
        '"a: b"',
        "'a: b'",
        '"a # b"',
        '"a',
        'a"',
        "'a",
        '"a" b',
        '"',
        "'",
    ),
    *("''", '""', "'''", "[a, b]", "[a,b]", "[a, b", "[a]]", "[a] # c", "[]", "{}", "[ a ]", "[a, ]", "[,]", "[, a]"),
    *("{a: b}", "{a: b, a: c}", "{a: b, c}", "{a:b}", '{"a": b}', "{a: 'x, y'}", "{a: [b, c]}", "[[[a]]]", "[[[[a]]]]"),
    *(
        "{a: {b: {c: {d: e}}}}",
        "[a?]",
        "[?a]",
        "[a:b]",
        "[a: ]",
        "[12:30]",
        "[a#b]",
        "[a #b]",
        "[-a]",
        "[- a]",
        "[(x)]",
    ),
    *(
        "{a: b: c}",
        "{a: }",
        "{: a}",
        "{a: b,}",
        "{ a: b }",
        "{a: b }",
        "{a : b}",
        "{a: -1}",
        "[a\\b]",
        "[a]: b",
        "[a]b",
    ),
    *(
        "{a: b}c",
        "[\"a, b\", 'c', {d: e}, f]",
        "[a: b]",
        "{'a': \"b\", c: [d, {e: f}]}",
        "[a, , b]",
        "{a: [b}, c]",
        "(x)",
    ),
    *("~", "-1", "- 1", "-", "?", "? a", "?a", ":a", ": a", ":", "&a v", "*a", "!t v", "!!str v", "%a", "@a", "`a", ""),
    *(
        "|",
        "|-",
        ">",
        ">-",
        "|+",
        ">+",
        "|2",
        ">- # c",
        "> x",
        "“q”",
        "\xa0",
        "é\xa0",
        "a:",
        "a: ",
        "a\\b",
        "a\tb",
        "...a",
    ),
    *("...", "---", "--- a", "x" * 1030, "x " * 600, "null", "<<", ".5", "¼", "2019-03-10", "\U0001f469 x", "#"),
]
TAILS = [" ", "  # c", ":", ": x", "\t", " #", ","]


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Lines as data files have them, and such as they should not have, at columns that fit and at others."""
    lines: list[str] = []
    keys, values = st.sampled_from(KEYS[:6]) | st.sampled_from(KEYS), st.sampled_from(VALUES)
    for head in draw(st.lists(st.sampled_from(["a:", "records:", "b:  # c", "c: []", "d: {}", "e: f"]), max_size=3)):
        lines.append(head)
        base, listing = draw(st.sampled_from((2, 2, 0, 1, 4))), draw(st.booleans())
        for _ in range(draw(st.integers(0, 6))):
            column = draw(st.sampled_from((base, base, base + 2, base + 2, base + 4, base + 1, 0)))
            dashed = draw(st.booleans()) and column == base if listing else draw(st.integers(0, 9)) == 0
            key = draw(st.sampled_from((f"{draw(keys)}: ", f"{draw(keys)}: ", f"{draw(keys)}:", "", "# ")))
            value = "" if key.endswith(":") else draw(values)
            lines.append(" " * column + "- " * dashed + key + value)
    ends = draw(st.sampled_from(("\n", "\n", "\r\n")))
    return ends.join(lines) + draw(st.sampled_from((ends, ends, "")))


def _pieces(text: str) -> list[tuple[str, list[str]]]:
    """The sections of a data file, each with its entries."""
    sections = [section.partition("\n") for section in re.split(r"\n(?=\w)", text) if section[0].isalpha()]
    return [(head, re.split(r"\n(?=  [^ #])", body.rstrip("\n"))) for head, _, body in sections]


PIECES = [piece for text in (BUNDLED, MADE, hostile.corpus()) for piece in _pieces(text)]


@st.composite
def excerpts(draw: st.DrawFn) -> str:
    """A few entries of real corpora."""
    lines = []
    for head, entries in draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)):
        at = draw(st.integers(0, len(entries) - 1))
        lines += [head, *entries[at : at + draw(st.integers(1, 3))]]
    return "\n".join(lines) + "\n"


@st.composite
def mutants(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text with a few slips: of characters, and of lines."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        at, drop = draw(st.integers(0, len(text))), draw(st.sampled_from((0, 0, 1, 1, 2, 5)))
        if draw(st.booleans()):
            text = text[:at] + draw(st.sampled_from(["", *MARKS])) + text[at + drop :]
            continue
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        line, other = lines[at], draw(st.sampled_from(lines))
        moved = " " * draw(st.integers(0, 6)) + line.lstrip(" ")
        ended = line + draw(st.sampled_from(TAILS))
        lines[at : at + 1] = draw(st.sampled_from(([], [line, other], [other], [moved], [ended])))
        text = "\n".join(lines)
    return text


@settings(max_examples=400)
@given(soups() | mutants(soups()))
@example("a:\n- # c\n")
@example("a:\n  - x: b:\n")
@example("a:\n- x: b:\n- c:\n")
@example("a:\n  ? b\n  : c\n")
@example("a:\n  b:\n  - c\n")
@example("a:\n  - b: |")
@example('a:\n  - b: "c\n  - d: e"\n')
@example("a:\n  - b: [c,\n  - d]\n")
@example("a:\n  - &x b: c\n  - d: *x\n")
@example("a:\n  - b: c\n    d\n  - e\n")
@example("a:\n  - b: c\n...\n")
@example("a:\n  b: c\n  b: d\n")
@example("a: []\na: []\n")
@example("a:\n  b: >-\n      \n")
@example("a:\n  b: >-\n      \n      c\n")
@example("---\na:\n  b: c\n")
@example("\ufeffa:\n  b: c\n")
@example("# \x85a: b\na:\n  b: c\n")
def test_lines_are_read_as_pyyaml_reads_them(text: str) -> None:
    assert_same(text)


@settings(max_examples=400)
@given(excerpts() | mutants(excerpts()))
def test_real_entries_with_slips_are_read_as_pyyaml_reads_them(text: str) -> None:
    assert_same(text)


@settings(max_examples=400)
@given(st.text(alphabet="abc: -#\n  \"'[]{},|>?&*!%@`\\é\r\t\x85\u2028\ufeff1~.()", max_size=40))
def test_noise_is_read_as_pyyaml_reads_it(text: str) -> None:
    assert_same(f"a:\n{text}\n")


def test_curated_files_are_read_quickly() -> None:
    for text in (BUNDLED, MADE, BUNDLED.replace("\n", "\r\n"), MADE.replace("|\n", "|-\n").rstrip("\n")):
        found = quickly(text)
        assert found is not None
        assert found[1] == 0
        assert_same(text)


@pytest.mark.parametrize(
    "value", ["c\n      d", '"c\n      d"', "[c,\n      d]", "|+\n      c\n", "!!str c", "'it''s'"]
)
def test_an_odd_entry_is_handed_over_by_itself(value: str) -> None:
    text = f"a:\n  - b: {value}\n  - e: f\ng:\n  h:\n    b: {value}\n  i: {{j: k}}\n"
    found = quickly(text)
    assert found is not None
    assert found[1] == 2
    assert_same(text)


@pytest.mark.parametrize("depth", [3, 8, 14, 15, 16, 17, 30, 31, 32, 33, 40])
def test_deep_files_are_as_deep_as_ever(depth: int) -> None:
    assert_same("a:\n" + "".join(f"{' ' * (level + 1)}b:\n" for level in range(depth)))
    assert_same("a:\n  b: " + "[" * depth + "]" * depth + "\n")
    assert_same("a:\n" + "".join(f"{'  ' * level}- b:\n" for level in range(depth)))


HOSTILE = {
    "spaces": "a:\n  - b: " + " " * 200_000 + "c\n",
    "words": "a:\n  - b: [" + "c " * 100_000 + "]\n",
    "key": "a:\n  - " + "b " * 100_000 + ": c\n",
    "colons": "a:\n  - b" + ": c" * 100_000 + "\n",
    "quotes": "a:\n  - b: " + '"' * 200_000 + "\n",
    "brackets": "a:\n  - b: " + "[" * 100_000 + "]" * 100_000 + "\n",
    "pairs": "a:\n  - b: {" + ", ".join(f"c{n}: d" for n in range(20_000)) + "}\n",
    "unclosed": "a:\n  - b: {" + "c: d, " * 30_000 + "\n",
    "headers": "a: []\n" * 30_000,
    "columns": "a:\n" + "".join(" " * (n % 300) + "b:\n" for n in range(1000)),
    "ends": "a:\n  - b: " + "> " * 100_000 + "-",
    "comments": "#" + " #" * 100_000 + "\na:\n  b: c\n",
    "odd": "a:\n" + "  - 'it''s'\n" * 5000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_no_longer_than_their_size(text: str) -> None:
    # Quadratic steps would take minutes; the limit is for a busy machine.
    begun = time.process_time()
    quickly(text)
    assert time.process_time() - begun < 5


def test_keys_are_one_in_memory() -> None:
    value = plain_yaml.parse(BUNDLED.encode(), "f.yaml").value
    assert isinstance(value, dict)
    keys = {id(key) for record in value["records"] for key in record}
    assert len(keys) < 40
