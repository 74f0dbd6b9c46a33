"""Holidays: a name of one day is that day, a name of several is any of them, a name of too many is not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_slips import anchored, told

from timeline.dates import edtf
from timeline.dates.english.lexicon import HOLIDAY_NAMES
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.semantics.holidays import HOLIDAYS, orthodox_easter, thanksgiving
from timeline.dates.semantics.periods import NoSuchDateError
from timeline.dates.span import date_of, day_of, iso, lies_within, weekday, within
from timeline.dates.stated import resolve_stated

DAY = "2018-06-01"
SUNDAY = 6


@pytest.mark.parametrize(
    ("text", "reading", "sound"),
    [
        ("Easter 2018", "2018-04-01", "2018-04-01 or 2018-04-08"),
        ("on Easter Sunday", "2018-04-01", "2018-04-01 or 2018-04-08"),
        ("Easter 2017", "2017-04-16", "2017-04-16"),  # the churches agreed
        ("Orthodox Easter 2018", "2018-04-08", "2018-04-08"),
        ("Western Easter Monday 2018", "2018-04-02", "2018-04-02"),
        ("Good Friday", "2018-03-30", "2018-03-30 or 2018-04-06"),
        ("Ash Wednesday", "2018-02-14", "2018-02-14"),
        ("Whitsun 2018", "2018-05-20", "2018-05-20"),
        ("Pentecost 2018", "2018-05-20", "2018-05-20 or 2018-05-27"),
        ("two days before Easter 2018", "2018-03-30", "2018-03-30 or 2018-04-06"),
        ("the Monday after Easter 2018", "2018-04-02", "2018-04-02 or 2018-04-09"),
        ("last Easter", "2018-04-01", "2017-04-16 or 2018-04-01 or 2018-04-08"),
        ("next Easter", "2019-04-21", "2019-04-21 or 2019-04-28"),
        ("Christmas 2018", "2018-12-25", "2018-01-06..2018-01-07 or 2018-12-25"),
        ("at Christmas", "2017-12-25", "2017-12-25 or 2018-01-06..2018-01-07"),
        ("Western Christmas 2018", "2018-12-25", "2018-12-25"),
        ("Coptic Christmas 2018", "2018-01-07", "2018-01-07"),
        ("Epiphany 2018", "2018-01-06", "2018-01-06 or 2018-01-19"),
        ("Nauryz 2018", "2018-03-21", "2018-03-20..2018-03-24"),
        ("Columbus Day 2018", "2018-10-08", "2018-10-08 or 2018-10-12"),
        ("International Women's Day", "2018-03-08", "2018-03-08"),
        ("Women's Day 2018", "2018-03-08", "2018-03-08 or 2018-08-09 or 2018-08-13"),
        ("Valentine's Day", "2018-02-14", "2018-02-14"),
        ("May Day", "2018-05-01", "2018-05-01"),
        ("the Fourth of July 2017", "2017-07-04", "2017-07-04"),
        ("Armistice Day 2017", "2017-11-11", "2017-11-11"),
        ("New Year's Eve", "2017-12-31", "2017-12-31"),
    ],
)
def test_days_that_a_name_is_given_to(text: str, reading: str, sound: str) -> None:
    found = anchored(text, DAY)
    assert (found.edtf, told(found.sound)) == (reading, sound)
    if " or " in sound:
        assert "holiday" in found.rule


@pytest.mark.parametrize(
    ("text", "reading", "sound"),
    [
        ("на Пасху", "2018-04-08", "2018-04-01 or 2018-04-08"),
        ("накануне Пасхи 2018 года", "2018-04-07", "2018-03-31 or 2018-04-07"),
        ("на католическую Пасху 2018 года", "2018-04-01", "2018-04-01"),
        ("на Рождество", "2018-01-07", "2017-12-25 or 2018-01-06..2018-01-07"),
        ("на православное Рождество", "2018-01-07", "2018-01-07"),
        ("на Наурыз", "2018-03-21", "2018-03-20..2018-03-24"),
        ("в День Победы", "2018-05-09", "2018-05-09"),
        ("в День Победы 2021 года", "2021-05-09", "2021-05-09 or 2021-11-08"),
        ("в День защитника Отечества 2012 года", "2012-02-23", "2012-02-23 or 2012-05-07"),
        ("в День защитника Отечества 2018 года", "2018-02-23", "2018-02-23 or 2018-05-07"),
        ("в женский день", "2018-03-08", "2018-03-08"),
        ("на Новый год", "2018-01-01", "2018-01-01"),
    ],
)
def test_days_that_a_russian_name_is_given_to(text: str, reading: str, sound: str) -> None:
    found = anchored(text, DAY, "ru")
    assert (found.edtf, told(found.sound)) == (reading, sound)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        *((text, "en", "Independence Day") for text in ("on Independence Day", "Independence Day 2018")),
        *((text, "en", "Independence Day") for text in ("since Independence Day", "the day after Independence Day")),
        *((text, "en", "Labour Day") for text in ("Labour Day", "Labor Day 2018", "Labor Day weekend")),
        ("Mother's Day", "en", "Mother's Day"),
        ("Father’s Day 2018", "en", "Father's Day"),
        ("Victory Day", "en", "Victory Day"),
        ("Memorial Day", "en", "Memorial Day"),
        ("Presidents' Day", "en", "Presidents' Day"),
        ("Teachers’ Day", "en", "Teachers' Day"),
        ("в День независимости", "ru", "«День независимости»"),
        ("накануне Дня труда 2018 года", "ru", "«День труда»"),
        ("в День матери", "ru", "«День матери»"),
    ],
)
def test_a_name_of_another_day_in_each_country_is_not_read(text: str, language: str, name: str) -> None:
    for anchor in (None, edtf.resolve(DAY)):
        found = resolve_stated(text, anchor, language=language)
        assert isinstance(found, Unread), found
        assert found.reason.startswith(f"{name} is not on the same day in every country: write the day itself")


@pytest.mark.parametrize(
    ("text", "language"), [("on Election Day", "en"), ("Election Day 2018", "en"), ("в день выборов", "ru")]
)
def test_an_election_day_is_not_read(text: str, language: str) -> None:
    found = resolve_stated(text, edtf.resolve(DAY), language=language)
    assert found == Unread("which day an Election Day was depends on the country and the year: write the day")


def test_a_word_that_no_rule_knows_is_told_before_the_holiday() -> None:
    found = resolve_stated("the Independence Day parade", edtf.resolve(DAY))
    assert found == Unread("“parade” is not a word of dates")


def test_what_is_said_to_write_instead_is_read() -> None:
    instead = {
        "the first Monday of September 2018": "2018-09-03",
        "the third Monday of February 2018": "2018-02-19",
        "the last Monday of May 2018": "2018-05-28",
        "4 July 2018": "2018-07-04",
        "11 November 2017": "2017-11-11",
        "May Day 2018": "2018-05-01",
    }
    assert {text: anchored(text, DAY).edtf for text in instead} == instead


@pytest.mark.parametrize("name", sorted(HOLIDAY_NAMES))
def test_each_name_is_read_as_its_days_or_refused_for_its_own_reason(name: str) -> None:
    found = resolve_stated(f"{name} 2018", edtf.resolve(DAY))
    holiday = HOLIDAYS[HOLIDAY_NAMES[name]]
    if not holiday.days:
        assert found == Unread(holiday.unread)
        return
    assert isinstance(found, Resolution), found
    for day_in in holiday.days:
        try:
            day = day_in(2018)
        except NoSuchDateError:
            continue
        assert lies_within(within(day, day), found.sound)


@given(st.integers(1583, 2999))
def test_orthodox_easter_is_a_sunday_of_spring_not_before_the_western(year: int) -> None:
    easter = orthodox_easter(year)
    assert weekday(easter) == SUNDAY
    assert iso(easter) == anchored(f"Orthodox Easter {year}", DAY).edtf
    assert easter >= HOLIDAYS["western easter"].days[0](year)


@given(st.integers(day_of(1950), day_of(2090)), st.sampled_from(["Easter", "Christmas", "Thanksgiving", "Good Friday"]))
def test_a_name_of_several_days_holds_what_each_of_them_would_be(day: int, name: str) -> None:
    """Bare "Easter" is no tighter than "Western Easter" or "Orthodox Easter"."""
    whole = anchored(name, iso(day)).sound
    if name == "Thanksgiving":
        assert any(lies_within(within(one, one), whole) for one in map(thanksgiving, _years_about(day)))
        return
    for church in ("Western", "Orthodox"):
        assert lies_within(anchored(f"{church} {name}", iso(day)).sound, whole)


def _years_about(day: int) -> tuple[int, int]:
    year = date_of(day)[0]
    return year - 1, year
