"""Columns hold together whatever is written in them."""

from __future__ import annotations

import harbour
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import clean
from timeline.entries import listing_of
from timeline.show import table
from timeline.show.columns import Column, aligned, tabled, text_of, width_of, wrapped


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("é–…", 3), ("漢字", 4), ("e\u0301", 1), ("שלום\u200e", 4)])
def test_widths_are_those_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text().map(clean), st.integers(min_value=2, max_value=60))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join(lines).replace("\u200e", "").replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= width for line in lines)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_line_of_the_table_fits(width: int) -> None:
    for selection in (harbour.SELECTION, harbour.hostile()):
        assert all(
            width_of(text_of(line)) <= width for line in table.render(listing_of(selection), "harbour.yaml", width)
        )


def test_words_are_whole_while_there_is_room() -> None:
    columns = (Column("Name"), Column("Remark"))
    lines = list(tabled(columns, [(("", "Olga Brandt"), ("", "a remark of very many words"))], 19))
    words = " ".join(text_of(line) for line in lines).split()
    assert sorted(words) == sorted(["Name", "Remark", "Olga", "Brandt", "a", "remark", "of", "very", "many", "words"])


def test_plain_columns_split_at_two_spaces() -> None:
    lines = list(aligned([("A", "B", "C"), ("one", "", "two words")]))
    assert [line.split("  ") for line in lines][1] == ["one", "-", "two words"]


def test_right_to_left_text_ends_before_the_next_column() -> None:
    (_, line) = tabled((Column("Who"), Column("Told")), [(("", "נועה"), ("", "2/3"))], 40)
    assert text_of(line) == "נועה\u200e  2/3"
