"""Stated numbers: a row is what is stated, and the numbers it allows; a last field marks an end that is not allowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.numbers import parse_number

EXACT = [
    ("0", 0),
    ("5", 5),
    ("five", 5),
    ("Twenty-one", 21),
    ("twenty one", 21),
    ("3.14", 3.14),
    ("3,14", 3.14),
    ("٥", 5),
    ("12,345", 12_345),
    ("1 234 567", 1_234_567),
    ("1,000,000", 1_000_000),
    ("2½", 2.5),
    ("two and a half million", 2_500_000),
    ("1.5 million", 1_500_000),
    ("half a million", 500_000),
    ("half a dozen", 6),
    ("a dozen", 12),
    ("two dozen", 24),
    ("a hundred", 100),
    ("one hundred and five", 105),
    ("two hundred and fifty thousand", 250_000),
    ("one million two hundred thousand", 1_200_000),
    ("exactly 40", 40),
    ("a total of 40", 40),
]
RANGES = [
    ("4-5", 4, 5),
    ("4–5", 4, 5),
    ("4 to 5", 4, 5),
    ("four or five", 4, 5),
    ("between 4 and 5", 4, 5),
    ("300-400", 300, 400),
    ("4-5 million", 4_000_000, 5_000_000),
    ("two to three hundred", 200, 300),
    ("900 to 1 thousand", 900, 1000),
    ("a few", 2, 6),
    ("several", 3, 10),
    ("several hundred", 300, 1000),
    ("a couple of thousand", 2000, 3000),
    ("many", 2, None),
    ("about 300", 250, 350),
    ("~300", 250, 350),
    ("some 300", 250, 350),
    ("300 or so", 250, 350),
    ("around 1,500", 1350, 1650),
    ("roughly 25", 22.5, 27.5),
    ("about 5", 4, 6),
    ("about 0", 0, 1),
    ("about 4-5", 3, 6),
    ("nearly 20", 18, 20),
    ("almost 5", 4, 5),
    ("at least 3", 3, None),
    ("20+", 20, None),
    ("10 or more", 10, None),
    ("at least about 300", 250, None),
    ("up to 200", 0, 200),
    ("as many as 50", 0, 50),
    ("10 or fewer", 0, 10),
]
LOW_EXCLUDED = [("more than 20", 20, None), ("over a thousand", 1000, None)]
HIGH_EXCLUDED = [
    ("less than 20", 0, 20),
    ("dozens", 12, 1000),
    ("hundreds", 100, 1000),
    ("thousands", 1000, 1_000_000),
    ("tens of thousands", 10_000, 1_000_000),
    ("hundreds of thousands", 100_000, 1_000_000),
]
ROWS = [
    *((text, (number, number, False, False)) for text, number in EXACT),
    *((text, (low, high, False, False)) for text, low, high in RANGES),
    *((text, (low, high, True, False)) for text, low, high in LOW_EXCLUDED),
    *((text, (low, high, False, True)) for text, low, high in HIGH_EXCLUDED),
]
NO_NUMBERS = [
    *("", "a", "-5", "5.", "1,2345", "five six", "20-30 people", "7 years", "5-4", "2019-03-10", "between 5"),
    *("thousand million", "one hundred and", "and five", "about", "up to", "9" * 5000, "million " * 50, "²"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_number(text: str, expected: tuple[float, float | None, bool, bool]) -> None:
    found = parse_number(text)
    assert found is not None
    assert (found.low, found.high, found.low_excluded, found.high_excluded) == expected
    assert found.text == text


@pytest.mark.parametrize("text", NO_NUMBERS, ids=[text[:20] or "empty" for text in NO_NUMBERS])
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("about 300", "310", True),
        ("4", "5", False),
        ("five", "5", True),
        ("4-5", "5", True),
        ("more than 20", "20", False),
        ("more than 20", "20.5", True),
        ("more than 20", "up to 20", False),
        ("at least 20", "up to 20", True),
        ("nearly 20", "20", True),
        ("thousands", "15,000", True),
        ("thousands", "a million", False),
        ("hundreds", "at least 5,000", False),
        ("hundreds of thousands", "over 1,000,000", False),
        ("less than 20", "20", False),
    ],
)
def test_agrees_with(one: str, other: str, agree: bool) -> None:
    first, second = parse_number(one), parse_number(other)
    assert first is not None
    assert second is not None
    assert first.agrees_with(second) == second.agrees_with(first) == agree


WORDS = "a half about 5 2.5 1,000 ten few several hundred thousand tens of and - to or between"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found = parse_number(text)
    assert found is None or (found.low >= 0 and (found.high is None or found.low <= found.high))


@given(st.integers(0, 10**15))
def test_digits_with_separators_are_exact(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")):
        found = parse_number(text)
        assert found is not None
        assert found.is_exact
        assert found.low == number
