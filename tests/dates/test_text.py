"""The texts of dates: a row is what was stated, and what a reader sees."""

from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.edtf import for_span, resolve
from timeline.dates.span import UNKNOWN, Day, Span, day_of, lies_within, span, within
from timeline.dates.text import date_text

UNITS = [
    ("2020-09-10", "10 Sep 2020"),
    ("2020-09-10T10:00:00+06:00", "10 Sep 2020"),
    ("2020-09-10T12:00:00Z", "10 or 11 Sep 2020"),
    ("2019-03", "Mar 2019"),
    ("2019-03-XX", "Mar 2019"),
    ("2019", "2019"),
    ("201X", "2010s"),
    ("200X", "2000s"),
    ("19XX", "20th century"),
    ("20XX", "21st century"),
    ("10XX", "11th century"),
    ("1XXX", "within 1000–1999"),
]
SUB_YEAR = [
    ("2020-23", "Autumn 2020"),
    ("2020-21", "Spring 2020"),
    ("2019-24", "Winter 2019–20"),
    ("1999-28", "Winter 1999–00"),
    ("2020-29", "Spring 2020 (southern)"),
    ("2019-30", "Summer 2019–20 (southern)"),
    ("2020-33", "Q1 2020"),
    ("2020-36", "Q4 2020"),
    ("2020-40", "first half of 2020"),
    ("2020-38", "within May–Aug 2020"),
    ("201X-23", "one of 10 dates within 1 Sep 2010 – 21 Dec 2019"),
]
QUALIFIED = [
    ("2014~", "c. 2014"),
    ("2020-11~", "c. Nov 2020"),
    ("2014?", "2014 (uncertain)"),
    ("2014%", "c. 2014 (uncertain)"),
    ("2020-23~", "c. Autumn 2020"),
    ("2014~/2016", "c. 2014–2016"),
    ("2014~/..", "from c. 2014"),
    ("[2016~..]", "c. 2016 or later"),
    ("[2019-03-10~..2019-03-13]", "within c. 10–13 Mar 2019"),
    ("1950S2", "20th century"),
    ("1950S2~", "within c. 1800–2099"),
]
ONCE_IN_A_WINDOW = [
    ("[2019-03-10..2019-03-13]", "within 10–13 Mar 2019"),
    ("[2019-03-12..2019-03-13]", "12 or 13 Mar 2019"),
    ("[2019-02-28..2019-03-01]", "28 Feb or 1 Mar 2019"),
    ("[2019-12-31,2020-01-01]", "31 Dec 2019 or 1 Jan 2020"),
    ("[2020-08,2020-09]", "Aug or Sep 2020"),
    ("[2018..2019]", "2018 or 2019"),
    ("[2019-02-28..2019-03-03]", "within 28 Feb – 3 Mar 2019"),
    ("2020-1X", "within Oct–Dec 2020"),
    ("[2018..2020]", "within 2018–2020"),
    ("[..2020-09-10]", "10 Sep 2020 or earlier"),
    ("[2020-09-10..]", "10 Sep 2020 or later"),
    ("[2016..]", "2016 or later"),
    ("[..2016-04]", "Apr 2016 or earlier"),
]
GOING_ON = [
    ("2019-03-10/2019-03-13", "10–13 Mar 2019"),
    ("2019-02-28/2019-03-03", "28 Feb – 3 Mar 2019"),
    ("2020-09-10/2021-01-03", "10 Sep 2020 – 3 Jan 2021"),
    ("2020-08/2020-09", "Aug–Sep 2020"),
    ("2019-12/2020-01", "Dec 2019 – Jan 2020"),
    ("2017/2019", "2017–2019"),
    ("199X/200X", "1990s–2000s"),
    ("2019-03/2019-04-03", "Mar 2019 – 3 Apr 2019"),
    ("2020-09-10/..", "from 10 Sep 2020"),
    ("2017/", "from 2017"),
    ("../2017-05", "until May 2017"),
    ("{1667,1668,1670..1672}", "1667–1672"),
    ("2019-1X/2020", "from Oct–Dec 2019 to 2020"),
    ("2019/2019-03", "within Jan–Mar 2019"),
]
FAR_YEARS = [
    ("-0043", "44 BC"),
    ("0000", "1 BC"),
    ("0044", "44 AD"),
    ("-0043-03-15", "15 Mar 44 BC"),
    ("-0049/-0043", "50–44 BC"),
    ("-0004/0003", "5 BC – 3 AD"),
    ("-004X", "within 50–41 BC"),
    ("Y12345", "12,345"),
    ("Y-170000002", "170,000,003 BC"),
]
Window: TypeAlias = tuple[Day | None, Day | None]
ROWS = UNITS + SUB_YEAR + QUALIFIED + ONCE_IN_A_WINDOW + GOING_ON + FAR_YEARS


@pytest.mark.parametrize(("edtf", "shown"), ROWS, ids=[edtf for edtf, _ in ROWS])
def test_text_of_edtf(edtf: str, shown: str) -> None:
    resolved = resolve(edtf)
    assert date_text(resolved.edtf, resolved.reading, resolved.sound) == shown


def test_dates_that_differ_have_texts_that_differ() -> None:
    by_text = {text: resolve(edtf).sound.bounds for edtf, text in ROWS}
    assert [edtf for edtf, text in ROWS if resolve(edtf).sound.bounds != by_text[text]] == []


MARCH = resolve("2019-03").sound
TENTH = resolve("2019-03-10").sound


@pytest.mark.parametrize(
    ("edtf", "reading", "sound", "shown"),
    [
        pytest.param("", UNKNOWN, UNKNOWN, "undated", id="unknown"),
        pytest.param("2019-03", MARCH, UNKNOWN, "undated", id="a reading whose sound span is unknown"),
        pytest.param("2019-03-10", TENTH, MARCH, "Mar 2019", id="an exact reading of loose words"),
        pytest.param("2019-03", MARCH, TENTH, "10 Mar 2019", id="a sound span that was narrowed since"),
        pytest.param("2019-21", MARCH, MARCH, "Mar 2019", id="a season that was narrowed since"),
        pytest.param("no EDTF", MARCH, MARCH, "Mar 2019", id="no EDTF"),
        pytest.param(
            "2019-03~", MARCH._replace(approximate=True), within(day_of(2019), None), "2019 or later", id="open"
        ),
        pytest.param(
            "",
            UNKNOWN,
            span((day_of(2019, 3, 10), day_of(2019, 3, 15)), (day_of(2019, 3, 10), None)),
            "from 10–15 Mar 2019",
            id="a start in a window",
        ),
        pytest.param(
            "",
            UNKNOWN,
            span((None, day_of(2019, 3, 10)), (day_of(2019, 3, 20), None)),
            "from 10 Mar 2019 or earlier to 20 Mar 2019 or later",
            id="both sides open",
        ),
        pytest.param(
            "",
            UNKNOWN,
            span((None, day_of(2019, 3, 10)), (day_of(2019, 3, 10), None)),
            "as of 10 Mar 2019",
            id="a day in its midst",
        ),
    ],
)
def test_text_of_spans(edtf: str, reading: Span, sound: Span, shown: str) -> None:
    assert date_text(edtf, reading, sound) == shown


days = st.integers(day_of(-120), day_of(12_100)) | st.integers(day_of(2018), day_of(2021))


def in_order(one: Day | None, other: Day | None) -> Window:
    return (one, other) if one is None or other is None else (min(one, other), max(one, other))


windows = st.builds(in_order, st.none() | days, st.none() | days)


@given(windows, windows)
def test_two_windows_share_a_text_only_if_they_are_one(one: Window, other: Window) -> None:
    first, second = within(*one), within(*other)
    alike = date_text("", UNKNOWN, first) == date_text("", UNKNOWN, second)
    assert alike == (first == second)


@given(windows)
def test_the_text_of_a_window_and_of_its_edtf_agree(window: Window) -> None:
    sound = within(*window)
    edtf = for_span(sound)
    if edtf and lies_within(resolve(edtf).sound, sound):
        assert date_text(edtf, resolve(edtf).reading, resolve(edtf).sound) == date_text("", UNKNOWN, sound)
