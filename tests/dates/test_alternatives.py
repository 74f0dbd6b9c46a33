"""Dates that leave open between a few: which words do, and what they say between them."""

from __future__ import annotations

import pytest

from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.span import day_of, iso, weekday
from timeline.dates.stated import resolve_stated
from timeline.dates.text import date_text


def told(text: str, anchor: str = "", *, language: str = "en", upcoming: bool = False) -> str:
    found = resolve_stated(text, edtf.resolve(anchor) if anchor else None, language=language, upcoming=upcoming)
    assert isinstance(found, Resolution), found
    return date_text("", found.sound, found.sound)


STATED = [
    ("last Tuesday", "2019-03-14", "5 or 12 Mar 2019"),
    ("next Tuesday", "2019-03-11", "12 or 19 Mar 2019"),
    ("this Tuesday", "2019-03-14", "12 or 19 Mar 2019"),
    ("Tuesday", "2019-03-11", "5 or 12 Mar 2019"),
    ("on Tuesday", "2019-03-14/2019-03-20", "12 or 19 Mar 2019"),
    ("on Tuesday", "[2019-03-14,2019-03-28]", "12 or 26 Mar 2019"),
    ("by Friday", "2019-03-14", "15 Mar 2019 or earlier"),
    ("the day before last Tuesday", "2019-03-14", "4 or 11 Mar 2019"),
    ("two days after last Tuesday", "2019-03-14", "7 or 14 Mar 2019"),
    ("Friday two weeks ago", "2019-03-14", "15 Feb, 22 Feb or 1 Mar 2019"),
    ("from last Tuesday to Friday", "2019-03-14", "5–8 Mar 2019 or 5–15 Mar 2019 or 12–15 Mar 2019"),
    ("since last Tuesday", "2019-03-14", "from 5 Mar 2019 or from 12 Mar 2019"),
    ("in September", "2021-05-22", "Sep 2020 or Sep 2021"),
    ("last March", "2019-11-14", "Mar 2018 or Mar 2019"),
    ("next March", "2019-01-14", "Mar 2019 or Mar 2020"),
    ("early last March", "2019-11-14", "within 1–15 Mar 2018 or 1–15 Mar 2019"),
    ("the first Monday of last March", "2019-11-14", "5 Mar 2018 or 4 Mar 2019"),
    ("the winter of 1994", "2019", "within 1 Dec 1993 – 21 Mar 1994 or 1 Dec 1994 – 21 Mar 1995"),
    ("this weekend", "2019-03-14", "9 or 10 Mar 2019, or 16 or 17 Mar 2019"),
    ("the twenties", "2019", "1920s or 2020s"),
    ("3/4/2019", "2021", "4 Mar or 3 Apr 2019 (uncertain)"),
    ("the night of last Tuesday", "2019-03-14", "5 or 6 Mar 2019, or 12 or 13 Mar 2019"),
    ("the week of last Tuesday", "2019-03-14", "within 3–17 Mar 2019"),
    ("yesterday", "2019-03-14/2019-03-17", "within 13–16 Mar 2019"),
]


@pytest.mark.parametrize(("text", "anchor", "shown"), STATED)
def test_stated(text: str, anchor: str, shown: str) -> None:
    assert told(text, anchor) == shown


def test_in_russian() -> None:
    assert told("в прошлый вторник", "2019-03-14", language="ru") == "5 or 12 Mar 2019"
    assert told("во вторник", "2019-03-14/2019-03-20", language="ru") == "12 or 19 Mar 2019"


def test_what_was_to_come() -> None:
    assert told("Thursday", "2019-03-14", upcoming=True) == "14 or 21 Mar 2019"


@pytest.mark.parametrize("text", ["last Tuesday", "next Tuesday", "this Tuesday", "Tuesday", "Tuesday of last week"])
@pytest.mark.parametrize("width", [0, 6, 40])
def test_a_weekday_is_that_weekday(text: str, width: int) -> None:
    for day in range(day_of(2019, 3, 1), day_of(2019, 3, 15)):
        anchor = edtf.resolve(f"{iso(day)}/{iso(day + width)}" if width else iso(day))
        found = resolve_stated(text, anchor)
        assert isinstance(found, Resolution)
        for first, last, _, _ in found.sound.pieces:
            assert first is not None
            assert first == last
            assert weekday(first) == 1


EDTF = [
    ("[2010,2015]", "2010 or 2015"),
    ("[2019-03-01,2019-05-01]", "1 Mar or 1 May 2019"),
    ("[1667,1668,1670..1672]", "within 1667 or 1668, or 1670–1672"),
    ("[..1984,2000..]", "1984 or earlier, or 2000 or later"),
    ("2019-03-X5", "5, 15 or 25 Mar 2019"),
    ("2019-XX-15", "one of 12 days within 15 Jan – 15 Dec 2019"),
    ("199X-03", "one of 10 dates within Mar 1990 – Mar 1999"),
    ("1XX5", "within 1005–1995"),
    ("201X-XX-15", "within 15 Jan 2010 – 15 Dec 2019"),
    ("2019-1X", "within Oct–Dec 2019"),
    ("2019-XX-XX", "2019"),
    ("-019X", "within 200–191 BC"),
    ("{2010,2015}", "2010–2015"),
]


@pytest.mark.parametrize(("text", "shown"), EDTF)
def test_edtf(text: str, shown: str) -> None:
    assert told(text) == shown


@pytest.mark.parametrize("text", [text for text, _ in EDTF if text[0] != "{"])
def test_edtf_says_alternatives(text: str) -> None:
    sound = edtf.resolve(text).sound
    assert edtf.resolve(edtf.for_span(sound)).sound == sound
