"""Stated lengths: a row is what is stated, and the fewest and most days it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.length import Length, parse_length

EXACT = [
    ("ten days", 10, 10),
    ("10-day", 10, 10),
    ("15 full days", 15, 15),
    ("1,000 days", 1000, 1000),
    ("one day", 1, 1),
    ("0 days", 0, 0),
    ("two nights", 2, 2),
    ("2.5 days", 2, 3),
]
BELOW_A_DAY = [
    ("20 minutes", 0, 1),
    ("an hour", 0, 1),
    ("half-hour", 0, 1),
    ("an hour and a half", 0, 1),
    ("24 hours", 1, 1),
    ("36 hours", 1, 2),
]
ROUNDED = [
    ("five months", 136, 168),  # 4.5 to 5.5
    ("for five months", 136, 168),
    ("five months long", 136, 168),
    ("a month", 15, 46),
    ("two weeks", 10, 18),
    ("7 years", 2374, 2740),
    ("a decade", 1826, 5479),
    ("half a year", 91, 274),
    ("a year and a half", 456, 640),  # 1.25 to 1.75
    ("1.5 years", 456, 640),
    ("1½ years", 456, 640),
    ("six and a half years", 2282, 2466),
    ("7 years and 3 months", 2632, 2664),
    ("one year, two months and ten days", 433, 439),
]
RANGES = [
    ("2-3 weeks", 10, 25),
    ("two or three days", 2, 3),
    ("between 10 and 12 days", 10, 12),
    ("six months to a year", 167, 381),
    ("between six months and a year", 167, 381),
]
VAGUE = [
    ("a few days", 2, 6),
    ("several days", 3, 10),
    ("several years", 913, 3836),
    ("a couple of days", 2, 3),
    ("dozens of days", 12, 1000),
    ("years", 547, None),
]
HEDGED = [
    ("about 5 months", 106, 198),
    ("about ten days", 8, 12),
    ("ten days or so", 8, 12),
    ("about a day", 0, 2),
    ("nearly 20 years", 6574, 7305),
    ("nearly a year", 182, 366),
    ("more than two years", 730, None),
    ("more than 3 days", 4, None),
    ("at least 3 days", 3, None),
    ("two weeks or more", 14, None),
    ("up to 15 days", 0, 15),
    ("less than 3 days", 0, 2),
    ("as many as ten years", 0, 3653),
]
ROWS = EXACT + BELOW_A_DAY + ROUNDED + RANGES + VAGUE + HEDGED
NO_LENGTHS = [
    *(
        "",
        "year",
        "half",
        "10",
        "a few",
        "days of",
        "five months of prison",
        "two days three days",
        "3 months and 2 years",
    ),
    *(
        "three weeks to two weeks",
        "and two days",
        "9" * 18 + " years",
        "1" * 5000 + " days",
        "between 2 days",
        "days of",
    ),
]


@pytest.mark.parametrize(("text", "low", "high"), ROWS, ids=[text for text, _, _ in ROWS])
def test_length(text: str, low: int, high: int | None) -> None:
    assert parse_length(text) == Length(low, high, text)


@pytest.mark.parametrize("text", NO_LENGTHS, ids=[text[:30] or "empty" for text in NO_LENGTHS])
def test_no_length(text: str) -> None:
    assert parse_length(text) is None


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ("five months", "about 150 days", True),
        ("five months", "half a year", True),
        ("five months", "a year", False),
        ("ten days", "10-day", True),
        ("ten days", "11 days", False),
        ("more than two years", "7 years", True),
        ("more than two years", "a year", False),
        ("at least 3 days", "up to 3 days", True),
        ("more than 3 days", "up to 3 days", False),
        ("nearly 20 years", "two decades", True),
        ("20 minutes", "an hour", True),
    ],
)
def test_compatible(one: str, other: str, compatible: bool) -> None:
    first, second = parse_length(one), parse_length(other)
    assert first is not None
    assert second is not None
    assert first.compatible(second) == second.compatible(first) == compatible


WORDS = "a half about 5 2.5 ten few several year years months day and - to or between more than"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found = parse_length(text)
    assert found is None or (found.low >= 0 and (found.high is None or found.low <= found.high))


@given(st.integers(1, 500), st.sampled_from(["day", "week", "month", "year"]))
def test_a_hedge_never_narrows(count: int, unit: str) -> None:
    plain, about = parse_length(f"{count} {unit}s"), parse_length(f"about {count} {unit}s")
    assert plain is not None
    assert about is not None
    assert plain.high is not None
    assert about.high is not None
    assert about.low <= plain.low <= plain.high <= about.high


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("пять месяцев", "five months"),
        ("около двух недель", "about two weeks"),
        ("полгода", "half a year"),
        ("полтора года", "a year and a half"),
        ("два с половиной года", "two and a half years"),
        ("более 10 дней", "more than 10 days"),
        ("почти 20 лет", "nearly 20 years"),
        ("две-три недели", "two to three weeks"),
        ("от двух до трёх недель", "two to three weeks"),
        ("10-15 дней", "10-15 days"),
        ("месяц", "a month"),
        ("в течение пяти дней", "for five days"),
        ("в течение недели", "a week"),
        ("менее недели", "less than a week"),
        ("год и три месяца", "a year and three months"),
        ("два года, три месяца", "two years, three months"),
        ("не менее трёх дней", "at least three days"),
        ("до пяти дней", "up to five days"),
        ("месяца два", "about two months"),
        ("пару дней", "a couple of days"),
        ("несколько дней", "two to ten days"),
        ("сутки", "a day"),
        ("менее суток", "less than a day"),
        ("двое суток", "two days"),
        ("полчаса", "half an hour"),
        ("три часа", "three hours"),
        ("годы", "years"),
        ("five months", "five months"),
    ],
)
def test_a_length_is_the_same_in_russian(russian: str, english: str) -> None:
    read, same = parse_length(russian, "ru"), parse_length(english)
    assert read is not None
    assert same is not None
    assert read[:2] == same[:2]
    assert read.text == russian


@pytest.mark.parametrize("text", ["недели", "однажды", "с марта", "1,5 года", "два", "пять месяцев назад", ""])
def test_what_is_no_length_in_russian_or_may_be_another_is_unread(text: str) -> None:
    assert parse_length(text, "ru") is None
