"""Stated terms: a row is two of them, and whether one term can be both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.length import parse_length
from timeline.dates.semantics.periods import add_months
from timeline.dates.span import day_of
from timeline.dates.terms import Term, parse_term

ALIKE = [
    ("7 years", "84 months"),
    ("a year and a half", "18 months"),
    ("a decade", "ten years"),
    ("two weeks", "14 days"),
    ("three days", "72 hours"),
    ("half a year", "six months"),
]
ROUGH = [
    ("about a year", "13 months"),
    ("about a day", "2 days"),
    ("nearly 20 years", "19 years"),
    ("nearly 20 years", "20 years"),
    ("a few months", "5 months"),
    ("years", "7 years"),
    ("two to three years", "3 years"),
]
LIMITS = [
    ("at least five years", "5 years"),
    ("more than five years", "61 months"),
    ("up to 15 days", "15 days"),
    ("less than a year", "11 months"),
]
UNEVEN = [
    ("a month", "28 days"),
    ("a month", "31 days"),
    ("three months", "90 days"),
    ("six months", "180 days"),
    ("a year", "52 weeks"),
    ("20 years", "7,300 days"),
    ("13 months", "one year and 30 days"),
    ("two days", "36 hours"),
    ("one night", "10 hours"),
]
WEEKS = [
    ("a month", "4 weeks"),
    ("two months", "8 weeks"),
    ("2 months", "9 weeks"),
    ("a month and a half", "6 weeks"),
    ("three months", "13 weeks"),
    ("two to three months", "8 weeks"),
    ("14 months", "61 weeks"),
]
OTHERS = [
    ("a month", "3 weeks"),
    ("a month", "5 weeks"),
    ("a month", "6 weeks"),
    ("two months", "7 weeks"),
    ("two months", "10 weeks"),
    ("three months", "12 weeks"),
    ("14 months", "62 weeks"),
    ("two months", "up to 8 weeks"),
    ("two months", "less than 8 weeks"),
    ("more than two months", "8 weeks"),
    ("two months", "8 weeks and a day"),
    ("two months", "56 days"),
    ("8 weeks", "60 days"),
    ("10 days", "2 weeks"),
    ("3 months", "5 months"),
    ("1 year", "2 years"),
    ("2 months", "3 months"),
    ("7 years", "six years"),
    ("one year", "18 months"),
    ("a year", "a year and a day"),
    ("a year and ten days", "a year and 11 days"),
    ("three months", "100 days"),
    ("two days", "72 hours"),
    ("an hour", "20 minutes"),
    ("two to three weeks", "four to five weeks"),
    ("a few months", "7 months"),
    ("about a year", "19 months"),
    ("nearly 20 years", "21 years"),
    ("more than five years", "5 years"),
    ("less than a year", "12 months"),
    ("at least five years", "4 years"),
    ("years", "1 year"),
]
ROWS = [(*pair, True) for pair in ALIKE + ROUGH + LIMITS + UNEVEN + WEEKS] + [(*pair, False) for pair in OTHERS]


def read(text: str) -> Term:
    found = parse_term(text)
    assert found is not None
    return found


@pytest.mark.parametrize(("one", "other", "agree"), ROWS)
def test_agrees_with(one: str, other: str, agree: bool) -> None:
    assert read(one).agrees_with(read(other)) == read(other).agrees_with(read(one)) == agree


UNITS = st.sampled_from(["hour", "day", "week", "month", "year", "decade"])


@given(st.integers(0, 400), st.integers(0, 400), UNITS)
def test_of_one_unit_only_equal_amounts_agree(one: int, other: int, unit: str) -> None:
    assert read(f"{one} {unit}s").agrees_with(read(f"{other} {unit}s")) == (one == other)


@given(st.integers(1, 400), UNITS, st.integers(1, 400), UNITS)
def test_a_hedge_never_makes_a_contradiction(one: int, unit: str, other: int, another: str) -> None:
    plain, about, against = read(f"{one} {unit}s"), read(f"about {one} {unit}s"), read(f"{other} {another}s")
    assert about.agrees_with(plain)
    assert not plain.agrees_with(against) or about.agrees_with(against)


@given(st.integers(1, 60), st.integers(1, 260), st.integers(1950, 2050), st.integers(0, 11))
def test_months_are_the_weeks_to_which_some_run_of_them_rounds(months: int, weeks: int, year: int, start: int) -> None:
    days = add_months(day_of(year, start + 1), months) - day_of(year, start + 1)
    if abs(days - 7 * weeks) <= 3.5:
        assert read(f"{months} months").agrees_with(read(f"{weeks} weeks"))


WORDS = "a half about 5 2.5 ten few several year years months day hours and - to or between more than"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join) | st.text())
def test_what_is_a_length_is_a_term_that_agrees_with_itself(text: str) -> None:
    found = parse_term(text)
    assert (found is None) == (parse_length(text) is None)
    assert found is None or found.agrees_with(found) or found.excluded != (False, False)
