"""Calendar units, and TIMEX3 values: what each is in days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import edtf
from timeline.dates.semantics.periods import NoSuchDateError, Unit, cell, current, index_of, iso_week, shifted
from timeline.dates.span import Day, day_of, iso
from timeline.dates.timex import days_of

days = st.integers(day_of(101), day_of(9000))
units = st.sampled_from(list(Unit))


def day(text: str) -> Day:
    return day_of(*map(int, text.split("-")))


@pytest.mark.parametrize(
    ("unit", "read", "sound", "value", "text"),
    [
        (Unit.DAY, "2019-03-14..2019-03-14", "2019-03-14..2019-03-14", "2019-03-14", "2019-03-14"),
        (Unit.WEEK, "2019-03-11..2019-03-17", "2019-03-10..2019-03-17", "2019-W11", None),
        (Unit.WEEKEND, "2019-03-16..2019-03-17", "2019-03-16..2019-03-17", "2019-W11-WE", None),
        (Unit.MONTH, "2019-03-01..2019-03-31", "2019-03-01..2019-03-31", "2019-03", "2019-03"),
        (Unit.QUARTER, "2019-01-01..2019-03-31", "2019-01-01..2019-03-31", "2019-Q1", "2019-33"),
        (Unit.SEASON, "2019-03-01..2019-05-31", "2019-03-01..2019-06-21", "2019-SP", "2019-21"),
        (Unit.HALF, "2019-01-01..2019-06-30", "2019-01-01..2019-06-30", "2019-H1", "2019-40"),
        (Unit.YEAR, "2019-01-01..2019-12-31", "2019-01-01..2019-12-31", "2019", "2019"),
        (Unit.DECADE, "2010-01-01..2019-12-31", "2010-01-01..2019-12-31", "201", "201X"),
        (Unit.CENTURY, "2000-01-01..2099-12-31", "2000-01-01..2100-12-31", "20", "20XX"),
    ],
)
def test_the_units_of_a_day(unit: Unit, read: str, sound: str, value: str, text: str | None) -> None:
    found = current(unit, day("2019-03-14"))
    assert f"{iso(found.first)}..{iso(found.last)}" == read
    assert f"{iso(found.low)}..{iso(found.high)}" == sound
    assert (found.value, found.edtf) == (value, text)


def test_on_a_sunday_the_weeks_disagree() -> None:
    week = current(Unit.WEEK, day("2019-03-17"))
    assert [iso(bound) for bound in week[:4]] == ["2019-03-11", "2019-03-17", "2019-03-11", "2019-03-23"]


@given(units, days)
def test_a_cell_holds_its_day_and_meets_its_neighbours(unit: Unit, day: Day) -> None:
    index = index_of(unit, day)
    found = cell(unit, index)
    if unit != Unit.WEEKEND:
        assert found.first <= day <= found.last
        assert cell(unit, index + 1).first == found.last + 1
    assert found.low <= found.first <= found.last <= found.high
    assert index_of(unit, found.first) == index


@given(units, days)
def test_a_cell_is_its_edtf_and_its_timex_value(unit: Unit, day: Day) -> None:
    found = current(unit, day)
    assert found.value is not None
    if found.value[:1] != "0":
        assert days_of(found.value) == found[:2]
    if found.edtf is not None:
        reading = edtf.resolve(found.edtf).reading
        assert (reading.start_earliest, reading.end_latest) == found[:2]


@given(days, units, st.integers(-50, 50))
def test_moving_keeps_the_order(day: Day, unit: Unit, count: int) -> None:
    if day_of(60) < day:
        assert shifted(day, unit, 0) == day or unit == Unit.WEEKEND
    if day_of(6000) > day > day_of(5100):
        assert shifted(day, unit, count) <= shifted(day + 1, unit, count)


def test_weeks_are_those_of_iso_8601() -> None:
    assert iso_week(day("2019-12-30")) == (2020, 1)
    assert iso_week(day("2021-01-03")) == (2020, 53)
    assert iso_week(day("1998-03-08")) == (1998, 10)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2019-03-14T17:45", "2019-03-14..2019-03-14"),
        ("2019-W11", "2019-03-11..2019-03-17"),
        ("2020-W53-WE", "2021-01-02..2021-01-03"),
        ("1998-WI", "1998-12-01..1999-02-28"),
        ("1998-Q4", "1998-10-01..1998-12-31"),
        ("1998-H2", "1998-07-01..1998-12-31"),
        ("199", "1990-01-01..1999-12-31"),
        ("PAST_REF", None),
        ("P3M", None),
        ("1998-13", None),
        ("1998-XX-12", None),
        ("12345", None),
        ("", None),
    ],
)
def test_timex_values(value: str, found: str | None) -> None:
    days = days_of(value)
    assert (days and f"{iso(days[0])}..{iso(days[1])}") == found


def test_years_that_are_not_read() -> None:
    for year in (0, -5, 9999):
        with pytest.raises(NoSuchDateError, match="outside the years"):
            cell(Unit.YEAR, year)
