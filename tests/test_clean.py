"""Text from the data reaches the reader whole, and harmless."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import UNSAFE, anchored, clean, cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a plain title", "a plain title"),
        ("Ünïcode, 漢字, שלום", "Ünïcode, 漢字, שלום"),
        ("two\nlines\r\n\tand a tab", "two lines and a tab"),
        ("  spaces   folded ", "spaces folded"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("rub\x7fout", "rub␡out"),
        ("\x9b31m", "<U+009B>31m"),
        ("user\u202etxt.exe", "user<U+202E>txt.exe"),
        ("\u2067isolated\u2069", "<U+2067>isolated<U+2069>"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("line\u2028separator\x85next", "line separator next"),
        ("half \ud83d", "half <U+D83D>"),
        ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
    ],
)
def test_unsafe_characters_are_made_visible(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(alphabet=st.characters()))
def test_what_is_clean_has_no_control_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert not [character for character in cleaned if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}]
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(st.lists(st.text(alphabet="ab |\n\u200b漢", max_size=4)))
def test_texts_are_cleaned_together_as_each_is(texts: list[str]) -> None:
    assert list(cleaned(texts)) == list(map(clean, texts))


def test_only_right_to_left_text_is_anchored() -> None:
    assert anchored("plain") == "plain"
    assert anchored("שלום") == "שלום\u200e"


def test_no_unsafe_character_is_printable() -> None:
    assert not any(chr(code).isprintable() and re.search(UNSAFE, chr(code)) for code in range(sys.maxunicode + 1))
