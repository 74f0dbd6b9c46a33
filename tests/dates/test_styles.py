"""Old style and new style, days told in both, and times in universal time: no day is missed, and none is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import edtf
from timeline.dates.finding import find
from timeline.dates.julian import called_in_old_style, day_of_julian, in_new_style
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import Span, date_of, day_of, iso, lies_within
from timeline.dates.stated import resolve_stated

ANCHOR = edtf.resolve("1936-01-10")
days = st.integers(day_of(1582, 10, 15), day_of(2100))


def read(text: str, language: str = "en", on: str = "1936-01-10") -> Resolution | Unread:
    return resolve_stated(text, edtf.resolve(on), language=language)


def told(sound: Span) -> str:
    first, last = sound.start_earliest, sound.end_latest
    assert first is not None
    assert last is not None
    return iso(first) if first == last else f"{iso(first)}..{iso(last)}"


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1, 1, 1), (0, 12, 30)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 29), (1700, 3, 11)),
        ((1893, 2, 28), (1893, 3, 12)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((1917, 12, 31), (1918, 1, 13)),
        ((-4, 2, 29), (-4, 2, 27)),
    ],
)
def test_the_day_of_a_julian_date(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert date_of(day_of_julian(*julian)) == gregorian


@pytest.mark.parametrize("julian", [(1893, 2, 29), (1893, 13, 1), (1893, 4, 31), (1893, 1, 0)])
def test_a_date_that_the_julian_calendar_does_not_have(julian: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="the Julian calendar has no"):
        day_of_julian(*julian)


@given(days)
def test_old_style_is_behind_by_ten_to_thirteen_days_and_there_and_back_is_the_same(day: int) -> None:
    assert 10 <= in_new_style(day) - day <= 13
    assert called_in_old_style(in_new_style(day)) == day


@pytest.mark.parametrize(
    ("text", "language", "sound"),
    [
        ("28 February 1893 (O.S.)", "en", "1893-03-12"),
        ("28 February 1893 OS", "en", "1893-03-12"),
        ("February 28, 1893, old style", "en", "1893-03-12"),
        ("28 February 1893 by the Julian calendar", "en", "1893-03-12"),
        ("Sunday, 28 February 1893 (O.S.)", "en", "1893-03-12"),
        ("29 February 1900 (O.S.)", "en", "1900-03-13"),
        ("February 1900 (O.S.)", "en", "1900-02-13..1900-03-13"),
        ("before 1 March 1893 (O.S.)", "en", None),
        ("12 March 1893 (N.S.)", "en", "1893-03-12"),
        ("28 February (12 March) 1893", "en", "1893-03-12"),
        ("12 March (28 February) 1893", "en", "1893-03-12"),
        ("28 February/12 March 1893", "en", "1893-03-12"),
        ("5/18 January 1931", "en", "1931-01-18"),
        ("January 5/18, 1931", "en", "1931-01-18"),
        ("18 (5) January 1931", "en", "1931-01-18"),
        ("20 December/2 January 1931", "en", "1931-01-02"),
        ("28 февраля 1893 г. по старому стилю", "ru", "1893-03-12"),
        ("28 февраля 1893 г. (ст. ст.)", "ru", "1893-03-12"),
        ("29 февраля 1900 г. ст. ст.", "ru", "1900-03-13"),
        ("12 марта 1893 года н. ст.", "ru", "1893-03-12"),
        ("28 февраля (12 марта) 1893 г.", "ru", "1893-03-12"),
        ("12/25 декабря 1917 г.", "ru", "1917-12-25"),
    ],
)
def test_styles(text: str, language: str, sound: str | None) -> None:
    found = read(text, language)
    assert isinstance(found, Resolution), found
    if sound is None:
        assert found.sound.end_latest == day_of(1893, 3, 12)
        assert found.sound.start_earliest is None
    else:
        assert told(found.sound) == told(found.reading) == sound


def test_two_days_that_are_not_one_in_both_styles_are_refused_with_the_reason() -> None:
    assert read("5/17 January 1931") == Unread("old and new style were 13 days apart in 1931, and these are not")


def test_a_day_of_old_style_without_its_year_is_that_of_the_writer_of_old_style() -> None:
    """On 11 March in new style it is 27 February in old style: the 28th is still to come, the past one a year ago."""
    told_on = {day: read("28 February (O.S.)", on=day) for day in ("1893-03-11", "1893-03-12")}
    assert {day: told(found.sound) for day, found in told_on.items() if isinstance(found, Resolution)} == {
        "1893-03-11": "1892-03-11..1893-03-12",
        "1893-03-12": "1893-03-12",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A letter of 5/18 January 1931 came.", ["5/18 January 1931"]),
        ("A letter of 5/17 January 1931 came.", ["1931"]),
        ("Born 28 February (O.S.) 1893.", ["28 February (O.S.) 1893"]),
        ("See Section 18 5 January 1931.", ["5 January 1931"]),
        ("Sent: Sat, 13 Nov 2021 09:12 +0100. To: M.", ["Sat, 13 Nov 2021 09:12 +0100"]),
        ("2021-11-12T23:52:37Z outgoing call", ["2021-11-12T23:52:37Z"]),
        ("2021-11-12 23:52 up, 2021-11-12 down", ["2021-11-12 23:52", "2021-11-12"]),
    ],
)
def test_found_in_running_text(text: str, found: list[str]) -> None:
    assert [one.text for one in find(text, ANCHOR)] == found


def test_what_is_counted_from_an_event_is_not_counted_from_the_day_of_writing() -> None:
    assert find("Его уволили через два месяца после убийства.", ANCHOR, language="ru") == ()
    assert [one.text for one in find("Вернёмся через два месяца.", ANCHOR, language="ru")] == ["через два месяца"]


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("2021-11-12T23:52:37Z", "2021-11-12..2021-11-13"),
        ("2021-11-12T00:31:00Z", "2021-11-11..2021-11-12"),
        ("2021-11-12T10:30:00Z", "2021-11-11..2021-11-13"),
        ("2021-11-12T23:52:37+01:00", "2021-11-12"),
        ("2021-11-12T23:52:37", "2021-11-12"),
        ("2021-11-12 23:52", "2021-11-12"),
        ("2021-11-12 23:52:37.120 UTC", "2021-11-12..2021-11-13"),
        ("2021-11-12T23:52+01:00", "2021-11-12"),
        ("12 Nov 2021, 23:52 UTC", "2021-11-12..2021-11-13"),
        ("12 November 2021 at 11:52 p.m. GMT", "2021-11-12..2021-11-13"),
        ("12 November 2021 at 11:52 p.m. CET", "2021-11-12"),
        ("Fri, 12 Nov 2021 23:52:10 +0000", "2021-11-12..2021-11-13"),
        ("Fri, 12 Nov 2021 23:52:10 -0500", "2021-11-12"),
    ],
)
def test_universal_time_says_nothing_of_the_day_where_it_was(text: str, sound: str) -> None:
    found = read(text)
    assert isinstance(found, Resolution), found
    assert told(found.sound) == sound
    assert told(found.reading) == "2021-11-12"
    assert lies_within(found.reading, found.sound)


def test_russian_universal_time() -> None:
    found = read("12 ноября 2021 года в 23:52 по гринвичу", "ru")
    assert isinstance(found, Resolution)
    assert told(found.sound) == "2021-11-12..2021-11-13"
