"""Dates are read no more exactly than their words bear: slips of the weekday, and counts with a half."""

from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import edtf
from timeline.dates.length import parse_length
from timeline.dates.resolution import Resolution
from timeline.dates.semantics.periods import add_months
from timeline.dates.span import Span, date_of, day_of, iso, lies_within, weekday, within
from timeline.dates.stated import resolve_stated

GENITIVE = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905
ACCUSATIVE = "понедельник вторник среду четверг пятницу субботу воскресенье".split()  # noqa: SIM905
days = st.integers(day_of(1950), day_of(2090))


def anchored(text: str, day: str, language: str = "en", *, upcoming: bool = False) -> Resolution:
    found = resolve_stated(text, edtf.resolve(day), upcoming=upcoming, language=language)
    assert isinstance(found, Resolution), found
    return found


def told(sound: Span) -> str:
    """The windows of a span of what happened once, `first..last`, one beside the other."""
    windows = [(iso(piece[0] or 0), iso(piece[3] or 0)) for piece in sound.pieces]
    return " or ".join(first if first == last else f"{first}..{last}" for first, last in windows)


@pytest.mark.parametrize(
    ("text", "language", "reading", "sound"),
    [
        ("Tuesday 14 March", "en", "2018-03-14?", "2017-03-14 or 2018-03-11..2018-03-17"),
        ("во вторник, 14 марта", "ru", "2018-03-14?", "2017-03-14 or 2018-03-11..2018-03-17"),
        ("Thursday, 7 March", "en", "2018-03-07?", "2018-03-04..2018-03-10 or 2019-03-07"),
        ("7 марта, в четверг", "ru", "2018-03-07?", "2018-03-04..2018-03-10 or 2019-03-07"),
        ("в среду, 13 марта", "ru", "2018-03-13?", "2018-03-10..2018-03-16 or 2019-03-13"),
        ("Sunday, 14 March", "en", "2018-03-14?", "2018-03-11..2018-03-17"),
        ("Tuesday, 14 March 2018", "en", "2018-03-14?", "2018-03-11..2018-03-17"),
        ("Wednesday, 14 March", "en", "2018-03-14", "2018-03-14"),
        # A date that is about as far the other way is likelier another year's than a slip.
        ("Thursday, 27 September", "en", "2018-09-27?", "2017-09-24..2017-09-30 or 2018-09-27"),
        ("Wednesday, 27 September", "en", "2017-09-27", "2017-09-27"),
        ("Friday, 15 September", "en", "2017-09-15", "2017-09-15"),
        ("Saturday, 15 September", "en", "2018-09-15?", "2017-09-12..2017-09-18 or 2018-09-15"),
    ],
)
def test_a_weekday_that_does_not_fit_may_be_a_slip(text: str, language: str, reading: str, sound: str) -> None:
    found = anchored(text, "2018-03-14", language)
    assert (found.edtf, told(found.sound)) == (reading, sound)


def test_what_was_still_to_come_is_not_in_a_year_gone_by() -> None:
    found = anchored("Tuesday 14 March", "2018-03-01", upcoming=True)
    assert (found.edtf, told(found.sound)) == ("2018-03-14?", "2018-03-11..2018-03-17")


def test_after_a_slip_is_after_the_first_day_it_may_be() -> None:
    assert anchored("after Friday, 14 March 2019", "2019-05-01").sound.start_earliest == day_of(2019, 3, 12)
    assert anchored("before Friday, 14 March 2019", "2019-05-01").sound.end_latest == day_of(2019, 3, 16)


@given(days, st.integers(0, 6), st.integers(0, 40), st.sampled_from(["en", "ru"]))
def test_a_slip_of_the_weekday_never_loses_the_day(day: int, number: int, later: int, language: str) -> None:
    """Beside a date that says no year, no weekday takes away the day that both of them may be of."""
    _, month, of_month = date_of(day)
    texts = {
        "en": f"{calendar.day_name[number]}, {of_month} {calendar.month_name[month]}",
        "ru": f"в {ACCUSATIVE[number]}, {of_month} {GENITIVE[month - 1]}",
    }
    found = anchored(texts[language], iso(day + later), language)
    assert lies_within(within(day, day), found.sound)
    assert found.sound.uncertain == (weekday(day) != number)
    assert iso(day) == found.edtf.rstrip("?")


@pytest.mark.parametrize(
    ("english", "russian", "reading", "sound"),
    [
        ("half a year ago", "полгода назад", "2017-41", "2017-06-15..2017-12-31"),
        ("a year and a half ago", "полтора года назад", "2016-41", "2016-06-15..2016-12-31"),
        ("a year and a half ago", "год с половиной назад", "2016-41", "2016-06-15..2016-12-31"),
        ("two and a half years ago", "два с половиной года назад", "2015-41", "2015-06-15..2015-12-31"),
        ("half a century ago", "полвека назад", "1968", "1943-02-24..1993-04-02"),
        ("half a decade ago", "", "2013", "2010-09-11..2015-09-15"),
        ("a decade and a half ago", "", "2003", "2000-09-10..2005-09-14"),
        ("a month and a half ago", "полтора месяца назад", "[2018-01-15..2018-02-11]", "2018-01-14..2018-02-11"),
        ("one and a half months ago", "месяц с половиной назад", "[2018-01-15..2018-02-11]", "2018-01-14..2018-02-11"),
        ("two months and a half ago", "", "[2017-12-18..2018-01-14]", "2017-12-17..2018-01-14"),
        ("a week and a half ago", "полторы недели назад", "[2018-03-01..2018-03-06]", "2018-03-01..2018-03-06"),
        (
            "two and a half weeks ago",
            "две с половиной недели назад",
            "[2018-02-22..2018-02-27]",
            "2018-02-22..2018-02-27",
        ),
        ("two and a half days ago", "", "[2018-03-11..2018-03-12]", "2018-03-11..2018-03-12"),
    ],
)
def test_a_half_is_told_no_more_exactly_than_by_half_of_it(
    english: str, russian: str, reading: str, sound: str
) -> None:
    for text, language in ((english, "en"), (russian, "ru")):
        if text:
            found = anchored(text, "2018-03-14", language)
            assert (found.edtf, told(found.sound)) == (reading, sound)


def test_more_than_a_half_reaches_beyond_the_next_month() -> None:
    assert told(anchored("более полутора лет назад", "2018-03-14", "ru").sound) == "2015-12-14..2016-09-14"
    assert told(anchored("more than a year and a half ago", "2018-03-14").sound) == "2015-12-14..2016-09-14"
    assert told(anchored("более полувека назад", "2018-03-14", "ru").sound) == "1918-02-23..1968-03-14"


@given(days, st.integers(0, 9), st.sampled_from(["week", "month"]))
def test_a_half_of_a_week_or_a_month_leaves_a_quarter_each_side(day: int, count: int, unit: str) -> None:
    """As lengths have it, so that what took so long, and ended that day, can have begun when it did."""
    words = f"{count} {unit}s and a half" if count else f"half a {unit}"
    length = parse_length(words)
    assert length is not None
    assert length.high is not None
    ago = anchored(f"{words} ago", iso(day)).sound
    assert lies_within(within(day - length.high, day - length.low), ago)


YEARS = {"year": 1, "decade": 10, "century": 100}
PLURALS = {"year": "years", "decade": "decades", "century": "centuries"}


@given(days, st.integers(1, 9), st.sampled_from(sorted(YEARS)))
def test_a_half_leaves_a_quarter_each_side(day: int, count: int, unit: str) -> None:
    """So it is no tighter than the months it is told for, nor than a single unit ago, as that too leaves a quarter."""
    half = anchored(f"{count} and a half {PLURALS[unit]} ago", iso(day)).sound
    months = 12 * YEARS[unit]
    quarter = months // 4 - (1 if months > 12 else 0)  # mean years are a little off those of the calendar
    middle = months * count + months // 2
    for shift in (-quarter, 0, quarter):
        then = add_months(day, shift - middle)
        assert any((piece[0] or 0) - 3 <= then <= (piece[3] or 0) + 3 for piece in half.pieces)
    if unit == "year":
        # A month ago reads as a calendar month: leave out what of that lies beyond its rounding.
        exact = add_months(day, -middle)
        assert lies_within(within(exact - 15, exact + 15), half)


@given(days, st.integers(1, 9))
def test_halves_are_the_same_in_both_languages(day: int, count: int) -> None:
    english = anchored(f"{count} and a half years ago", iso(day))
    russian = anchored(f"{count} с половиной года назад", iso(day), "ru")
    assert (english.edtf, english.sound) == (russian.edtf, russian.sound)
