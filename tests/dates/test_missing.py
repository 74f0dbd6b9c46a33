"""A day that the calendar does not have: what cannot be read says which."""

from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import edtf
from timeline.dates.missing import edtf_fault
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import days_in_month
from timeline.dates.stated import resolve_stated

GENITIVE = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905


def reason(text: str, language: str = "en") -> str:
    found = resolve_stated(text, edtf.resolve("2019-05-01"), language=language)
    assert isinstance(found, Unread), found
    return found.reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *((text, "30 February 2018") for text in ("30 February 2018", "2018-02-30", "30.02.2018", "02/30/2018")),
        *((text, "30 February 2018") for text in ("the 30th of February, 2018", "28-30 February 2018", "2018-02-30?")),
        *((text, "30 February 2018") for text in ("Friday, 30 February 2018", "since 30 Feb 2018", "2018-02-30/..")),
        ("29 February 2018", "29 February 2018"),
        ("30/02/18", "30 February"),
        ("June 31", "31 June"),
        ("on the 31st of June", "31 June"),
        ("March 32, 2018", "32 March 2018"),
        ("the 31st of last month", "31 April 2019"),
    ],
)
def test_the_day_that_does_not_exist_is_told(text: str, day: str) -> None:
    number, month = day.split(" ", 1)
    assert reason(text) == f"day {number} does not exist in {month}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 февраля 2018 года", "30 February 2018"),
        ("30.02.2018", "30 February 2018"),
        ("2018-02-30", "30 February 2018"),
        ("31.04.18", "31 April"),
        ("тридцать первого июня", "31 June"),
        ("с 28 по 31 апреля 2018 года", "31 April 2018"),
        ("в среду, 31 апреля", "31 April"),
    ],
)
def test_and_in_russian(text: str, day: str) -> None:
    number, month = day.split(" ", 1)
    assert reason(text, "ru") == f"day {number} does not exist in {month}"


def test_a_month_that_does_not_exist_is_told() -> None:
    assert reason("2018-13-01") == "month 13 does not exist"


@pytest.mark.parametrize(
    "text",
    ["January 30 – February 5 – March 3", "31/31/2018", "March March", "2018-19 WINTER", "January 30 30 January"],
)
def test_what_is_wrong_otherwise_is_not_laid_to_a_day(text: str) -> None:
    assert reason(text) == "no rule reads these words together"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2018-1-5", "expected a month of two digits, found '-'"),
        ("2018-2-30", "expected a month of two digits, found '-'"),
        ("20180230", "a year has four digits; a longer one is written with Y before it"),
        ("[2018,2017", "expected ',' or ']', found the end of the text"),
        ("2018-24-01", "a season or other part of a year has no day"),
        ("Y17E", "expected the digits of an exponent, found the end of the text"),
    ],
)
def test_what_is_wrong_with_edtf_is_told(text: str, fault: str) -> None:
    assert reason(text) == edtf_fault(text) == fault


@pytest.mark.parametrize(
    "text", ["30.02.2018", "2018.02.30", "31/31/2018", "24/7", "12:30", "201", "?", "/", "02-2018"]
)
def test_what_does_not_begin_with_a_year_is_not_meant_as_edtf(text: str) -> None:
    assert edtf_fault(text) == ""


def test_a_range_from_one_month_to_the_next_names_no_day_of_the_next() -> None:
    assert isinstance(resolve_stated("January 30 – February 5, 2018", edtf.resolve("2019-05-01")), Resolution)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(29, 45))
def test_just_the_days_that_the_calendar_lacks_are_told(year: int, month: int, day: int) -> None:
    name = calendar.month_name[month]
    texts = [
        (f"{day} {name} {year}", "en"),
        (f"{name} {day}, {year}", "en"),
        (f"{year}-{month:02d}-{day}", "en"),
        (f"{day}.{month:02d}.{year}", "ru"),
        (f"{day} {GENITIVE[month - 1]} {year} года", "ru"),
    ]
    for text, language in texts:
        found = resolve_stated(text, None, language=language)
        if day <= days_in_month(year, month):
            assert isinstance(found, Resolution)
        elif "-" in text and day > 31:
            assert found == Unread(f"day {day} does not exist")
        else:
            assert found == Unread(f"day {day} does not exist in {name} {year}")
