"""EDTF in the order of the Library of Congress's specification: a row is a text and the days it promises.

Days are written `first..last` for "once within", and `first..last/first..last` for a start and an end; `-` is open.
"""

from collections.abc import Callable
from itertools import pairwise, product

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline.dates.edtf import EdtfError, EdtfValue, for_span, parse, resolve
from timeline.dates.edtf.digits import fits_leap_year
from timeline.dates.edtf.parsing import value_by_cursor
from timeline.dates.edtf.quick import quick_value
from timeline.dates.span import Span, date_of, day_of, days_in_month, iso, lies_within, span, within

LEVEL_0 = [
    # Date
    ("1985-04-12", "1985-04-12..1985-04-12"),
    ("1985-04", "1985-04-01..1985-04-30"),
    ("1985", "1985-01-01..1985-12-31"),
    ("0000", "0000-01-01..0000-12-31"),
    ("2020-02-29", "2020-02-29..2020-02-29"),
    # Date and time: the day is the one written
    ("1985-04-12T23:20:30", "1985-04-12..1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12..1985-04-13"),
    ("1985-04-12T23:20:30-04", "1985-04-12..1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12..1985-04-12"),
    ("2016-12-31T23:59:60Z", "2016-12-31..2017-01-01"),
    # Time interval
    ("1964/2008", "1964-01-01..1964-12-31/2008-01-01..2008-12-31"),
    ("2004-06/2006-08", "2004-06-01..2004-06-30/2006-08-01..2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01..2004-02-01/2005-02-08..2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01..2004-02-01/2005-02-01..2005-02-28"),
    ("2004-02-01/2005", "2004-02-01..2004-02-01/2005-01-01..2005-12-31"),
    ("2005/2006-02", "2005-01-01..2005-12-31/2006-02-01..2006-02-28"),
    ("2019/2019-03", "2019-01-01..2019-03-31/2019-03-01..2019-03-31"),
]
LEVEL_1 = [
    # Letter-prefixed calendar year
    ("Y170000002", "+170000002-01-01..+170000002-12-31"),
    ("Y-170000002", "-170000002-01-01..-170000002-12-31"),
    # Seasons: of the calendar and of the sky
    ("2001-21", "2001-03-01..2001-06-21"),
    ("2001-22", "2001-06-01..2001-09-23"),
    ("2001-23", "2001-09-01..2001-12-21"),
    ("2001-24", "2001-12-01..2002-03-21"),
    # Qualification of a date: one unit of its precision each side, two for both
    ("1984?", "1983-01-01..1985-12-31"),
    ("2004-06~", "2004-05-01..2004-07-31"),
    ("2004-06-11?", "2004-06-10..2004-06-12"),
    ("2004-06-11%", "2004-06-09..2004-06-13"),
    ("1984%", "1982-01-01..1986-12-31"),
    ("2020-01~", "2019-12-01..2020-02-29"),
    # Unspecified digits from the right
    ("201X", "2010-01-01..2019-12-31"),
    ("20XX", "2000-01-01..2099-12-31"),
    ("2004-XX", "2004-01-01..2004-12-31"),
    ("1985-04-XX", "1985-04-01..1985-04-30"),
    ("1985-XX-XX", "1985-01-01..1985-12-31"),
    # Extended interval: open end, open start, unknown end, unknown start
    ("1985-04-12/..", "1985-04-12..1985-04-12/1985-04-12..-"),
    ("1985-04/..", "1985-04-01..1985-04-30/1985-04-01..-"),
    ("1985/..", "1985-01-01..1985-12-31/1985-01-01..-"),
    ("../1985-04-12", "-..1985-04-12/1985-04-12..1985-04-12"),
    ("../1985-04", "-..1985-04-30/1985-04-01..1985-04-30"),
    ("1985-04-12/", "1985-04-12..1985-04-12/1985-04-12..-"),
    ("1985/", "1985-01-01..1985-12-31/1985-01-01..-"),
    ("/1985-04-12", "-..1985-04-12/1985-04-12..1985-04-12"),
    ("/1985", "-..1985-12-31/1985-01-01..1985-12-31"),
    ("1984~/2004-06", "1983-01-01..1985-12-31/2004-06-01..2004-06-30"),
    ("2001-21/2003", "2001-03-01..2001-06-21/2003-01-01..2003-12-31"),
    # Negative calendar year
    ("-1985", "-001985-01-01..-001985-12-31"),
    ("-0043-03-15", "-000043-03-15..-000043-03-15"),
]
LEVEL_2 = [
    # Exponential year
    ("Y-17E7", "-170000000-01-01..-170000000-12-31"),
    ("Y2E3", "2000-01-01..2000-12-31"),
    # Significant digits
    ("1950S2", "1900-01-01..1999-12-31"),
    ("Y171010000S3", "+171000000-01-01..+171999999-12-31"),
    ("Y3388E2S3", "+338000-01-01..+338999-12-31"),
    ("-1950S2", "-001999-01-01..-001900-12-31"),
    # Sub-year groupings: northern, southern, quarters, quadrimesters, semestrals
    ("2001-25", "2001-03-01..2001-06-21"),
    ("2001-28", "2001-12-01..2002-03-21"),
    ("2001-29", "2001-09-01..2001-12-21"),
    ("2001-30", "2001-12-01..2002-03-21"),
    ("2001-31", "2001-03-01..2001-06-21"),
    ("2001-32", "2001-06-01..2001-09-23"),
    ("2001-33", "2001-01-01..2001-03-31"),
    ("2001-34", "2001-04-01..2001-06-30"),
    ("2001-36", "2001-10-01..2001-12-31"),
    ("2001-37", "2001-01-01..2001-04-30"),
    ("2001-39", "2001-09-01..2001-12-31"),
    ("2001-40", "2001-01-01..2001-06-30"),
    ("2001-41", "2001-07-01..2001-12-31"),
    # One of a set
    ("[1667,1668,1670..1672]", "1667-01-01..1672-12-31"),
    ("[..1760-12-03]", "-..1760-12-03"),
    ("[1760-12..]", "1760-12-01..-"),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01..-"),
    ("[1667,1760-12]", "1667-01-01..1760-12-31"),
    ("[..1984]", "-..1984-12-31"),
    ("[1984~]", "1983-01-01..1985-12-31"),
    # All of a set: the first is the start and the last the end
    ("{1667,1668,1670..1672}", "1667-01-01..1667-12-31/1672-01-01..1672-12-31"),
    ("{1960,1961-12}", "1960-01-01..1960-12-31/1961-12-01..1961-12-31"),
    ("{1961-12,1960}", "1960-01-01..1960-12-31/1961-12-01..1961-12-31"),
    ("{..1984}", "-..1984-12-31/1984-01-01..1984-12-31"),
    ("{1984..}", "1984-01-01..1984-12-31/1984-01-01..-"),
    ("{2019,2019-03}", "2019-01-01..2019-03-31/2019-03-01..2019-12-31"),
    # Qualification: group
    ("2004-06~-11", "2004-05-11..2004-07-11"),
    ("2004?-06-11", "2003-06-11..2005-06-11"),
    ("2004?-06", "2003-06-01..2005-06-30"),
    # Qualification: individual component
    ("?2004-06-~11", "2003-06-10..2005-06-12"),
    ("2004-%06-11", "2004-04-11..2004-08-11"),
    ("2004-~01-31", "2003-12-31..2004-02-29"),
    # Unspecified digits anywhere: the hull of all that fits; a year without any digit sets no bound
    ("156X-12-25", "1560-12-25..1569-12-25"),
    ("15XX-12-25", "1500-12-25..1599-12-25"),
    ("XXXX-12-XX", "-..-"),
    ("-XXXX", "-..-000001-12-31"),
    ("1XXX-XX", "1000-01-01..1999-12-31"),
    ("1XXX-12", "1000-12-01..1999-12-31"),
    ("1984-1X", "1984-10-01..1984-12-31"),
    ("2019-0X", "2019-01-01..2019-09-30"),
    ("2019-X1", "2019-01-01..2019-11-30"),
    ("2019-03-1X", "2019-03-10..2019-03-19"),
    ("2019-02-XX", "2019-02-01..2019-02-28"),
    ("2019-1X-31", "2019-10-31..2019-12-31"),
    ("2019-XX-3X", "2019-01-30..2019-12-31"),
    ("201X-02-29", "2012-02-29..2016-02-29"),
    ("1X84", "1084-01-01..1984-12-31"),
    ("-004X", "-000049-01-01..-000040-12-31"),
    ("-000X", "-000009-01-01..-000001-12-31"),
    ("201X-22", "2010-06-01..2019-09-23"),
    # Unspecified digits and qualifiers together: the unit is that of what is known
    ("201X~", "2000-01-01..2029-12-31"),
    ("19XX?", "1800-01-01..2099-12-31"),
    ("2019-1X~", "2018-10-01..2020-12-31"),
    ("2001-21~", "2000-12-07..2001-09-13"),
    ("2001-34~", "2001-01-01..2001-09-30"),
    # Interval
    ("2004-06-~01/2004-06-~20", "2004-05-31..2004-06-02/2004-06-19..2004-06-21"),
    ("2004-06-XX/2004-07-03", "2004-06-01..2004-06-30/2004-07-03..2004-07-03"),
]
ROWS = LEVEL_0 + LEVEL_1 + LEVEL_2


def days(found: Span) -> str:
    low, start, end, high = ("-" if bound is None else iso(bound) for bound in found.bounds)
    return f"{low}..{start}" if found.is_once else f"{low}..{start}/{end}..{high}"


@pytest.mark.parametrize(("text", "sound"), ROWS, ids=[text for text, _ in ROWS])
def test_sound_span(text: str, sound: str) -> None:
    resolved = resolve(text)
    assert days(resolved.sound) == sound
    assert resolved.edtf == text  # each text of the table is in its canonical form
    assert resolved.rule == "EDTF"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1984%", "1984-01-01..1984-12-31"),
        ("2001-21", "2001-03-01..2001-05-31"),
        ("2001-22", "2001-06-01..2001-08-31"),
        ("2001-23", "2001-09-01..2001-11-30"),
        ("2003-24", "2003-12-01..2004-02-29"),
        ("2001-29", "2001-09-01..2001-11-30"),
        ("1950S2", "1950-01-01..1950-12-31"),
        ("2004-06-~01/2004-06-~20", "2004-06-01..2004-06-01/2004-06-20..2004-06-20"),
    ],
)
def test_reading(text: str, reading: str) -> None:
    assert days(resolve(text).reading) == reading


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984", False, False),
        ("1984~", True, False),
        ("1984?", False, True),
        ("1984%", True, True),
        ("?2004-06-~11", True, True),
        ("1984/1985~", True, False),
        ("[1984,1985?]", False, True),
        ("{1984..1985~}", True, False),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    resolved = resolve(text)
    for found in (resolved.reading, resolved.sound):
        assert (found.approximate, found.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-03-10", "2019-03-10"),
        ("2019-03-10~", "2019-03-10"),
        ("2019-03-10T10:00:00Z", "2019-03-10T10:00:00Z"),
        ("2019-21", "2019-SP"),
        ("2019-22?", "2019-SU"),
        ("2019-27", "2019-FA"),
        ("2019-24", "2019-WI"),
        ("2019-33", "2019-Q1"),
        ("2019-41", "2019-H2"),
        ("201X", "201"),
        ("20XX", "20"),
        ("1XXX", "1"),
        ("-0043", "BC0044"),
        ("0000", "BC0001"),
        ("2019-XX", "2019-XX"),
        ("XXXX-12-25", "XXXX-12-25"),
        ("XXXX", None),
        ("2019-1X", None),
        ("2X19", None),
        ("2019-37", None),
        ("2019-29", None),
        ("-0043-03", None),
        ("1950S2", None),
        ("Y17E7", None),
        ("2019/2020", None),
        ("[2019,2020]", None),
    ],
)
def test_timex3_value(text: str, value: str | None) -> None:
    assert resolve(text).value == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2019-03", ()),
        ("2019-03-XX/2019-05", ()),
        ("[1667,1668]", ()),
        ("2019~", ("one unit",)),
        ("2019-23", ("March to May",)),
        ("2019-24", ("March to May", "new year")),
        ("2019-30~", ("one unit", "southern", "new year")),
        ("XXXX-12", ("no digit",)),
        ("1950S2", ("estimate",)),
        ("{1960,1961}", ("the first is the start",)),
        ("2019-03-10T10:00:00", ("time zone",)),
    ],
)
def test_conventions_are_named(text: str, words: tuple[str, ...]) -> None:
    sentences = resolve(text).convention.split("; ") if words else [resolve(text).convention]
    assert all(word in resolve(text).convention for word in words)
    assert sentences == [""] or len(sentences) >= len(words)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2004-~06-~11", "2004-~06-~11"),
        ("~2004-~06-~11", "2004-06-11~"),
        ("~2004-~06-11", "2004-06~-11"),
        ("?2004-06-11", "2004?-06-11"),
        ("2004?-06-~11", "?2004-06-~11"),
        ("2004?-06~-11", "%2004-~06-11"),
        ("2004?-06-11~", "%2004-~06-~11"),
        ("~1984", "1984~"),
        ("?-0043", "-0043?"),
        ("~1950S2", "1950S2~"),
        ("Y00170000002", "Y170000002"),
        ("Y-017E07", "Y-17E7"),
        ("Y171010000S03", "Y171010000S3"),
        ("[1667,1668, 1670..1672]", "[1667,1668,1670..1672]"),
    ],
)
def test_canonical_form(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical
    assert resolve(text).sound == resolve(canonical).sound


ERRORS = [
    ("", 0, "expected a date, found the end of the text"),
    ("March 2019", 0, "expected a date, found 'M'"),
    (" 2019", 0, "expected a date"),
    ("2019 ", 4, "expected the end of the date, found ' '"),
    ("201", 3, "expected a year of four digits, found the end of the text"),
    ("20199", 4, "a year has four digits; a longer one is written with Y before it"),
    ("-0000", 0, "the year 0 has no sign"),
    ("٢٠١٩", 0, "expected a date"),
    ("2019–03", 4, "expected the end of the date, found '–'"),
    ("2019-13", 5, "month 13 does not exist"),
    ("2019-00", 5, "month 00 does not exist"),
    ("2019-42", 5, "month 42 does not exist"),
    ("2019-2X", 5, "month 2X does not exist"),
    ("2019-3", 6, "expected a month of two digits"),
    ("2019-", 5, "expected a month of two digits"),
    ("2019-02-30", 8, "day 30 does not exist in February 2019"),
    ("2019-02-~30", 9, "day 30 does not exist in February 2019"),
    ("2019-02-29", 8, "day 29 does not exist in February 2019"),
    ("2019-03-32", 8, "day 32 does not exist"),
    ("2019-03-00", 8, "day 00 does not exist"),
    ("2019-02-3X", 8, "day 3X does not exist in February 2019"),
    ("XXX1-02-29", 8, "day 29 does not exist in February XXX1"),
    ("2019-03-1", 9, "expected a day of two digits"),
    ("2019-03-10x", 10, "expected the end of the date, found 'x'"),
    ("2019-21-05", 7, "a season or other part of a year has no day"),
    ("2004??", 5, "expected the end of the date"),
    ("2004-06-11 ~", 10, "expected the end of the date"),
    ("Y2004", 1, "a year of four digits or fewer is written without Y"),
    ("Y", 1, "expected the digits of a year"),
    ("Y17E", 4, "expected the digits of an exponent"),
    ("Y0E5", 1, "a year written with Y is not 0"),
    ("Y1E99", 1, "a year of more than 18 digits is not supported"),
    ("Y12345-01", 6, "a year written with Y has no month"),
    ("1950S2-01", 6, "a year with significant digits has no month"),
    ("1950S", 5, "expected the number of significant digits"),
    ("1950S5", 5, "expected 1 to 4 significant digits for the year 1950"),
    ("1950S0", 5, "expected 1 to 4 significant digits"),
    ("195XS2", 4, "a year with unspecified digits has no significant digits"),
    ("2019-03-10T24:00:00", 11, "hour 24 does not exist"),
    ("2019-03-10T10:60:00", 14, "minute 60 does not exist"),
    ("2019-03-10T10:00:61", 17, "second 61 does not exist"),
    ("2019-03-10T10:00", 16, "expected ':' and a second"),
    ("2019-03-10T1:00:00", 12, "expected hours of two digits"),
    ("2019-03-10T10:00:00+5", 21, "expected hours of two digits"),
    ("2019-03-10T10:00:00Z?", 20, "expected the end of the date"),
    ("2019-03T10:00:00", 7, "only a plain day has a time of day"),
    ("2019-03-10~T10:00:00", 11, "only a plain day has a time of day"),
    ("..", 2, "expected an interval: '/' and a date"),
    ("/", 1, "expected a date at one end of the interval at least"),
    ("../..", 3, "expected a date at one end of the interval at least"),
    ("2019/2020/2021", 9, "expected the end of the interval"),
    ("2019/2018", 5, "the interval ends with 2018, before it starts with 2019"),
    ("2019-03/2019-02-28", 8, "the interval ends with 2019-02-28"),
    ("2019/2020-13", 10, "month 13 does not exist"),
    ("2019/2020-01-01T10:00:00", 15, "the end of an interval is a date, without a time of day"),
    ("[2019", 5, "expected ',' or ']', found the end of the text"),
    ("[2019}", 5, "expected ',' or ']', found '}'"),
    ("{2019]", 5, "expected ',' or '}'"),
    ("[]", 1, "expected a date"),
    ("[2019,]", 6, "expected a date"),
    ("[..]", 3, "expected a date"),
    ("[2019.2020]", 5, "expected '..'"),
    ("[2020..2019]", 7, "the range ends with 2019, before it starts with 2020"),
    ("[2019..,2020]", 5, "only the last member of a set may be open above"),
    ("[2018,..2019]", 6, "only the first member of a set may be open below"),
    ("[2019]~", 6, "expected the end of the set"),
    ("[2019/2020]", 5, "expected ',' or ']'"),
]


@pytest.mark.parametrize(("text", "position", "message"), ERRORS, ids=[text or "empty" for text, _, _ in ERRORS])
def test_errors_point_at_the_place(text: str, position: int, message: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.position == position
    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["X", "1", "Y1", "[", "[2019,", "2019-03-10~", "2019/", "?", "Y1E1", "1950S0", "é"])
def test_long_text_is_refused_unread(text: str) -> None:
    with pytest.raises(EdtfError, match="longer than 300 characters") as caught:
        parse(text * (200_000 // len(text)) + "!")
    assert caught.value.position == 300


# Laws

FITTING = st.sampled_from("0123456789X")
MARK = st.sampled_from(["", "", "", "~", "?", "%"])
MONTH = st.sampled_from(["", "XX", "0X", "1X", "X2", *(f"{code:02d}" for code in (*range(1, 13), *range(21, 42)))])
DAY = st.sampled_from(["", "XX", "3X", "X9", *(f"{number:02d}" for number in range(1, 32))])
SINGLE = st.sampled_from([text for text, _ in ROWS if text[0] not in "[{" and "/" not in text])
FORM = st.sampled_from(["{0}", "{0}/{1}", "{0}/..", "/{1}", "[{0},{1}]", "{{{0}..{1}}}", "[..{0},{1}..]", "{{{0}}}"])


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    """Draw a text in the shape of a date, nearly always valid."""
    text = draw(MARK) + draw(st.sampled_from(["", "", "", "-"])) + "".join(draw(st.tuples(*[FITTING] * 4)))
    if draw(st.booleans()):
        return text + draw(st.sampled_from(["", "S1", "S3", "~", "S2%"]))
    month, day = draw(MONTH), draw(DAY)
    for part in (month, day):
        text += draw(MARK)
        text += f"-{draw(MARK)}{part}" if part else ""
    return text + draw(MARK)


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    dates = edtf_dates() | SINGLE
    return draw(FORM).format(draw(dates), draw(dates))


def parsed(text: str) -> str:
    """Return the canonical text, "" if it is refused."""
    try:
        return str(parse(text))
    except EdtfError as error:
        if error.position not in range(len(text) + 1):
            raise
        return ""


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a text that was EDTF, with a character put in, left out or changed here and there."""
    text = draw(edtf_texts() | st.sampled_from([text for text, _ in ROWS]))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        put = draw(st.sampled_from(["", *"0123456789X-/.,[]{}~?%YESTZ:+ ", "..", "S2", "T10:00:00", "-0000", "Y12345"]))
        text = text[:at] + put + text[at + draw(st.integers(0, 1)) :]
    return text


def outcome(read: Callable[[str], EdtfValue], text: str) -> EdtfValue | tuple[str, int]:
    """Return what a reader makes of a text: its value, or its error and where that points."""
    try:
        return read(text)
    except EdtfError as error:
        return str(error), error.position


@settings(max_examples=500)
@given(mutated() | st.text("0123456789X-/.,[]{}~?%YESTZ:+ ", max_size=12))
@example("XXX1-02-29")
@example("-0000")
@example("2019-00-03")
@example("201X-02-29/2011")
@example("2001-24/2002-01")
@example("-000X/-0001")
@example("2004-06-XX/2004-06-01")
@example("[1984..,1985]")
@example("[1984, ..1985]")
@example("{ 1984}")
@example("1984/1985\n")
def test_the_quick_way_reads_what_the_cursor_reads(text: str) -> None:
    read = quick_value(text)
    slowly = outcome(value_by_cursor, text)
    assert outcome(parse, text) == slowly
    assert read in (None, slowly)
    assert type(read) in (type(None), type(slowly))


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_what_the_specification_shows_is_read_quickly(text: str) -> None:
    assert quick_value(text) is not None


@given(st.sampled_from(["", "-"]), st.text("0123456789X", min_size=4, max_size=4))
@example("", "0000")
def test_a_pattern_of_a_year_fits_a_leap_year(sign: str, pattern: str) -> None:
    assume(sign + pattern != "-0000")
    fitting = product(*("0123456789" if digit == "X" else digit for digit in pattern))
    years = [int(sign + "".join(digits)) for digits in fitting]
    assert fits_leap_year(sign + pattern) == any(days_in_month(year, 2) == 29 for year in years if year or not sign)


@given(edtf_texts())
@example("XXX1-02-29")
def test_printing_is_stable_and_loses_nothing(text: str) -> None:
    printed = parsed(text)
    assume(printed)
    assert parsed(printed) == printed
    assert resolve(printed) == resolve(text)


@given(edtf_texts())
def test_the_sound_span_holds_the_reading(text: str) -> None:
    assume(parsed(text))
    resolved = resolve(text)
    assert lies_within(resolved.reading, resolved.sound)
    assert resolved.reading.qualifier == resolved.sound.qualifier


@given(st.text() | st.text("0123456789X-/.,[]{}~?%YESTZ:+ ", max_size=30))
@example("Y1E" + "0" * 5000 + "9")
@example("1950S" + "0" * 5000 + "2")
@example("Y" + "0" * 5000 + "12345")
def test_any_text_is_read_or_refused(text: str) -> None:
    printed = parsed(text)
    assert parsed(printed) == printed


DAYS = st.integers(day_of(-12_000), day_of(12_000)) | st.integers(day_of(2018), day_of(2021))
OPEN_DAYS = st.none() | DAYS


@st.composite
def units(draw: st.DrawFn) -> tuple[int, int]:
    year, month, _ = date_of(draw(DAYS))
    place = draw(st.sampled_from([1, 10, 100]))
    low = year // place * place
    return draw(
        st.sampled_from(
            [
                (day_of(year, month), day_of(year, month, days_in_month(year, month))),
                (day_of(low), day_of(low + place - 1, 12, 31)),
            ]
        )
    )


WINDOWS = units() | st.tuples(OPEN_DAYS, OPEN_DAYS)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = draw(WINDOWS), draw(WINDOWS)
    try:
        return draw(st.sampled_from([within(*start), span(start, end)]))
    except ValueError:
        assume(False)
        raise


@given(spans())
def test_what_is_written_of_a_span_claims_no_more(found: Span) -> None:
    text = for_span(found)
    if text:
        assert parsed(text) == text
        assert lies_within(found, resolve(text).sound)


@given(spans(), st.booleans(), st.booleans())
def test_qualifiers_are_written(found: Span, approximate: bool, uncertain: bool) -> None:
    text = for_span(found._replace(approximate=approximate, uncertain=uncertain))
    assume(text)
    assert (resolve(text).reading.approximate, resolve(text).reading.uncertain) == (approximate, uncertain)


@given(OPEN_DAYS, OPEN_DAYS)
def test_a_window_within_four_digit_years_is_written_exactly(one: int | None, other: int | None) -> None:
    assume(one is None or other is None or one <= other)
    found = within(one, other)
    assume(all(bound is None or abs(date_of(bound)[0]) <= 9999 for bound in found.bounds))
    text = for_span(found)
    assert (resolve(text).sound if text else Span()) == found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *((text, text) for text in ("2019-03-10", "2019-03", "2019", "201X", "20XX", "1XXX", "-0043", "Y12345")),
        *((text, text) for text in ("[2019-03-10..2019-03-13]", "[2019-03..2019-05]", "[..2020-09-10]", "[2016..]")),
        *((text, text) for text in ("2019-03-10/2019-03-13", "2019-03/2020", "2019/..", "../2019-03", "2019/2019-03")),
        ("2019-21", "[2019-03-01..2019-06-21]"),
        ("2019-33", "[2019-01..2019-03]"),
        ("2019-12-3X/2020", "2019-12/2020"),
        ("2019-1X/2020-1X", "2019/2020"),
        ("{1667,1668,1670..1672}", "1667/1672"),
        ("2001-24/2003", "200X/2003"),
        ("XXXX", ""),
    ],
)
def test_for_span(text: str, written: str) -> None:
    assert for_span(resolve(text).sound) == written


def test_for_span_of_what_edtf_cannot_write() -> None:
    assert for_span(within(day_of(12345, 3, 10), day_of(12345, 3, 12))) == "Y12345"
    assert for_span(within(day_of(9999, 12, 31), day_of(10_000, 1, 2))) == "[9999-12-31..Y10000]"
    assert for_span(span((None, day_of(2019)), (day_of(2020), None))) == ""
    assert (
        for_span(span((day_of(1999, 12, 31), day_of(2000)), (day_of(2001), day_of(2001)))) == "[1999-12-31..2001-01-01]"
    )


def test_units_grow() -> None:
    growing = ["2019-03-10", "2019-03", "2019", "201X", "20XX", "2XXX"]
    assert all(lies_within(resolve(one).sound, resolve(other).sound) for one, other in pairwise(growing))
