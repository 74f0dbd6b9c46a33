"""Columns hold together whatever is written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import harbour
import plain_columns
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import clean
from timeline.entries import listing_of
from timeline.show import table
from timeline.show.columns import Column, aligned, tabled, tabled_texts
from timeline.show.lines import text_of, width_of, wrapped

if TYPE_CHECKING:
    from timeline.show.columns import Cells
    from timeline.show.lines import Line

# Narrow and wide, marks, both directions, signs, blanks that are none, what drives a terminal.
TEXTS = (
    st.text(alphabet="ab  -.éЖ–┆漢😀\u0301\u00adנ\u200d\u00a0\x1b\u202e\n") | st.text("abc ", max_size=90) | st.text()
).map(clean)
STYLES = st.sampled_from(["", "dim", "bold red"])


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("é–…", 3), ("漢字", 4), ("e\u0301", 1), ("שלום\u200e", 4)])
def test_widths_are_those_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text().map(clean), st.integers(min_value=2, max_value=60))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join(lines).replace("\u200e", "").replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= width for line in lines)


@given(TEXTS, st.integers(0, 40), st.sampled_from([("", ""), ("! ", "  "), ("", "   "), ("→ ", "  "), ("נ ", "  ")]))
def test_wrapping_is_as_it_is_stated_plainly(text: str, width: int, heads: tuple[str, str]) -> None:
    assert wrapped(text, width, *heads) == plain_columns.in_lines(text, width, *heads)


def styled(lines: list[Line]) -> list[list[tuple[str, str]]]:
    """Return each character with its style; how lines are parted does not matter, nor the style of a blank."""
    return [[(one, style if one != " " else "") for style, text in line for one in text] for line in lines]


@given(
    st.lists(st.none() | st.tuples(st.tuples(TEXTS, TEXTS, TEXTS), st.just(()) | st.tuples(STYLES, STYLES, STYLES))),
    st.integers(12, 90),
)
def test_tables_are_as_they_are_stated_plainly(rows: list[Cells | None], width: int) -> None:
    columns = (Column("When", most=14), Column("What happened", style="cyan"), Column("Told", is_number=True))
    stated = plain_columns.table(columns, rows, width)
    assert styled(list(tabled(columns, rows, width))) == styled(stated)
    assert [line.rstrip(" ") for line in tabled_texts(columns, rows, width)] == list(map(text_of, stated))


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1))
def test_plain_columns_are_as_they_are_stated_plainly(rows: list[tuple[str, ...]]) -> None:
    assert list(aligned(rows)) == plain_columns.columned(rows)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_line_of_the_table_fits(width: int) -> None:
    for selection in (harbour.SELECTION, harbour.hostile()):
        assert all(
            width_of(text_of(line)) <= width for line in table.render(listing_of(selection), "harbour.yaml", width)
        )


def test_words_are_whole_while_there_is_room() -> None:
    columns = (Column("Name"), Column("Remark"))
    lines = list(tabled(columns, [(("Olga Brandt", "a remark of very many words"), ())], 19))
    words = " ".join(text_of(line) for line in lines).split()
    assert sorted(words) == sorted(["Name", "Remark", "Olga", "Brandt", "a", "remark", "of", "very", "many", "words"])


def test_plain_columns_split_at_two_spaces() -> None:
    lines = list(aligned([("A", "B", "C"), ("one", "", "two words")]))
    assert [line.split("  ") for line in lines][1] == ["one", "-", "two words"]


def test_right_to_left_text_ends_before_the_next_column() -> None:
    (_, line) = tabled((Column("Who"), Column("Told")), [(("נועה", "2/3"), ())], 40)
    assert text_of(line) == "נועה\u200e  2/3"
