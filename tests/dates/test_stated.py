"""Stated dates, a row a promise: the expression, the day of writing, its EDTF, its sound days, the rule.

Sound days are written `first..last` for "once within" and `first..last/first..last` for a start and an end; `-` is
open. What only repeats the example of a rule stands beside the rule itself.
"""

import pytest

from timeline.dates import edtf
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import UNKNOWN, Day, Span, iso
from timeline.dates.stated import NEEDS_ANCHOR, resolve_stated

WINDOW = "2019-03-14/2019-03-17"
NEWS = [
    # On a day that is known
    ("in September", "2021-02-22", "2020-09", "2020-09-01..2020-09-30", "nearest of its kind"),
    ("Last month", "2021-02-22", "2021-01", "2021-01-01..2021-01-31", "calendar unit"),
    ("Last year", "2021-02-22", "2020", "2020-01-01..2020-12-31", "calendar unit"),
    ("last fall", "2021-02-22", "2020-23", "2020-09-01..2020-12-21", "last of its kind"),
    ("Last February", "2021-02-22", "2020-02", "2020-02-01..2020-02-29", "last of its kind"),
    ("January 21", "2021-02-22", "2021-01-21", "2021-01-21..2021-01-21", "nearest of its kind"),
    ("on January 21", "2021-02-22", "2021-01-21", "2021-01-21..2021-01-21", "nearest of its kind"),
    ("in late summer 2020", "2021-02-22", "2020-08", "2020-07-17..2020-09-23", "part of a period"),
    ("On August 18, 2020", "2021-02-22", "2020-08-18", "2020-08-18..2020-08-18", ""),
    ("March 29, 2018", "2021-02-22", "2018-03-29", "2018-03-29..2018-03-29", ""),
    ("September [2019]", "2021-02-22", "2019-09", "2019-09-01..2019-09-30", ""),
    (
        "over the past 15 years",
        "2021-02-22",
        "[2006-01-01..2021-02-22]",
        "2005-08-23..2021-02-22",
        "units up to writing",
    ),
    ("next week", "2021-02-22", "[2021-03-01..2021-03-07]", "2021-02-28..2021-03-07", "calendar unit"),
    ("last week", "2021-02-21", "[2021-02-08..2021-02-14]", "2021-02-08..2021-02-20", "calendar unit"),
    # On some day of a window
    ("on Thursday", WINDOW, "2019-03-14", "2019-03-14..2019-03-14", "nearest weekday"),
    ("late on Wednesday", WINDOW, "2019-03-13", "2019-03-13..2019-03-13", "part of a period + nearest weekday"),
    ("earlier this week", WINDOW, "[2019-03-11..2019-03-17]", "2019-03-10..2019-03-17", "what had passed of a period"),
    ("last month", WINDOW, "2019-02", "2019-02-01..2019-02-28", "calendar unit"),
    ("on Saturday", WINDOW, "[2019-03-09,2019-03-16]", "2019-03-09..2019-03-16", "nearest weekday"),
    ("yesterday", WINDOW, "[2019-03-13..2019-03-16]", "2019-03-13..2019-03-16", "day from writing"),
    # On a day that is itself uncertain: the reading inherits its mark, the sound days its window
    ("last month", "2020-12~", "2020-11~", "2020-10-01..2020-12-31", "calendar unit"),
    ("earlier this month", "2020-12~", "2020-12~", "2020-11-01..2021-01-31", "what had passed of a period"),
    ("in 2017", "2020-12~", "2017", "2017-01-01..2017-12-31", ""),
    ("since September 10", "2021-01-06?", "2020-09-10?/..", "2020-09-10..2020-09-10/2020-09-10..-", "since"),
    # Frames
    ("since 2016", "2021-02-22", "2016/..", "2016-01-01..2016-12-31/2016-01-01..-", "since"),
    ("from 2014", "2021-02-22", "2014/..", "2014-01-01..2014-12-31/2014-01-01..-", "since"),
    ("during 2018 and 2019", "2021-02-22", "2018/2019", "2018-01-01..2018-12-31/2019-01-01..2019-12-31", "from one"),
    ("By March 2019", "2021-02-22", "[..2019-03]", "-..2019-03-31", "by"),
    ("until May 2019", "2021-02-22", "../2019-05", "-..2019-05-31/2019-04-30..2019-05-31", "until"),
    ("before March 2019", "2021-02-22", "[..2019-02]", "-..2019-02-28", "before"),
    ("before spring 2019", "2021-02-22", "[..2019-02]", "-..2019-03-20", "before"),
    ("Shortly before last week", "2021-02-22", "[..2021-02-14]", "-..2021-02-14", "before"),
    ("after March 10, 2019", "2021-02-22", "[2019-03-11..]", "2019-03-11..-", "after"),
    ("recently", "2021-02-22", "[..2021-02-22]", "-..2021-02-22", "before writing"),
    ("now", "2021-02-22", "", "-..2021-02-22/2021-02-22..-", "now"),
]
COURTS = [
    ("on or about March 10, 2019", "2021-02-22", "2019-03-10~", "2019-03-09..2019-03-11", "approximate"),
    ("on or before 10 March 2019", "2021-02-22", "[..2019-03-10]", "-..2019-03-10", "by"),
    ("3/14/2019", "2021-02-22", "2019-03-14", "2019-03-14..2019-03-14", "date in numbers"),
    ("3/4/2019", "2021-02-22", "[2019-03-04?,2019-04-03?]", "2019-03-04..2019-04-03", "date in numbers"),
    ("14.03.2019", "2021-02-22", "2019-03-14", "2019-03-14..2019-03-14", "date in numbers"),
    ("the 10th day of September, 2020", "2021-02-22", "2020-09-10", "2020-09-10..2020-09-10", ""),
    ("Thursday, 14 March 2019, at 5:30 p.m.", "2021-02-22", "2019-03-14", "2019-03-14..2019-03-14", "time of a day"),
    ("Friday, 14 March 2019", "2021-02-22", "2019-03-14?", "2019-03-11..2019-03-17", "weekday and date"),
    (
        "March 10\u201312, 2019",
        "2021-02-22",
        "2019-03-10/2019-03-12",
        "2019-03-10..2019-03-10/2019-03-12..2019-03-12",
        "from",
    ),
]
TYPED = [
    ("Sept.\u00a010", "2021-02-22", "2020-09-10", "2020-09-10..2020-09-10", "nearest"),
    ("\u201clast year\u2019s\u201d third quarter", "2021-02-22", "2020-35", "2020-07-01..2020-09-30", "calendar unit"),
    ("  THE  MID\u20111990s ", "2021-02-22", "[1994..1996]", "1993-01-01..1997-12-31", "part of a period"),
    ("NUR-SULTAN, Kazakhstan, March 14 (AP) \u2014", "2019-03-14", "2019-03-14", "2019-03-14..2019-03-14", "nearest"),
    ("nineteen ninety-seven", "2021-02-22", "1997", "1997-01-01..1997-12-31", ""),
    ("March twenty-first, two thousand and nineteen", "2021-02-22", "2019-03-21", "2019-03-21..2019-03-21", ""),
]


def anchored(expression: str, anchor: str, *, upcoming: bool = False) -> Resolution:
    found = resolve_stated(expression, edtf.resolve(anchor), upcoming=upcoming)
    assert isinstance(found, Resolution), found
    return found


def written(span: Span) -> str:
    """A span as the tables write it."""

    def day(bound: Day | None) -> str:
        return "-" if bound is None else iso(bound)

    start, end = (f"{day(low)}..{day(high)}" for low, high in (span.bounds[:2], span.bounds[2:]))
    return start if span.is_once else f"{start}/{end}"


@pytest.mark.parametrize(("expression", "anchor", "text", "days", "rule"), [*NEWS, *COURTS, *TYPED])
def test_promises(expression: str, anchor: str, text: str, days: str, rule: str) -> None:
    found = anchored(expression, anchor)
    assert (found.edtf, written(found.sound)) == (text, days)
    assert found.rule.startswith(rule)


@pytest.mark.parametrize(
    ("expression", "usual", "upcoming"),
    [
        ("Friday", "2019-03-08", "2019-03-15"),
        ("in November", "2018-11", "2019-11"),
        ("March 10", "2019-03-10", "2020-03-10"),
        ("the 10th", "2019-03-10", "2019-04-10"),
    ],
)
def test_what_was_still_to_come_is_the_next(expression: str, usual: str, upcoming: str) -> None:
    assert anchored(expression, "2019-03-12").edtf == usual
    assert anchored(expression, "2019-03-12", upcoming=True).edtf == upcoming


def test_what_is_edtf_is_read_as_edtf() -> None:
    for text in ("2019-03", "2020-21", "[2018..2019]", "2019-03-14~", "../2019"):
        assert resolve_stated(text, None) == edtf.resolve(text)


def test_timex_values() -> None:
    rows = {
        "Friday night": "2019-03-08TNI",
        "noon today": "2019-03-12T12:00",
        "the nineties": "199",
        "last week": "2019-W10",
        "last weekend": "2019-W10-WE",
        "late 2018": "2018",
        "the third quarter": "2018-Q3",
        "recently": "PAST_REF",
        "now": "PRESENT_REF",
        "the past three months": "P3M",
    }
    assert {expression: anchored(expression, "2019-03-12").value for expression in rows} == rows


@pytest.mark.parametrize(
    "expression",
    ["at the time", "two days later", "that same evening", "Shortly thereafter", "the following year", "by then"],
)
def test_what_leans_on_another_event_dates_nothing(expression: str) -> None:
    for anchor in (None, edtf.resolve("2019-03-14")):
        found = resolve_stated(expression, anchor)
        assert isinstance(found, Resolution)
        assert found.relative
        assert found.sound == found.reading == UNKNOWN


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("last month", NEEDS_ANCHOR),
        ("on Thursday", NEEDS_ANCHOR),
        ("the day of the trial", "“trial” is not a word of dates"),
        ("March March", "no rule reads these words together"),
        ("31 April 2019", "day 31 does not exist in April 2019"),
        ("29 February 2019", "day 29 does not exist in February 2019"),
        ("the fifth Friday of February 2019", "no such weekday in that month"),
        ("from 2019 to 2018", "it would end before it starts"),
        ("", "nothing is said"),
        ("   ", "nothing is said"),
        ("3/4 " * 33, "more than 40 words"),
        ("March 2019" * 31, "longer than 300 characters"),
    ],
)
def test_what_cannot_be_read_says_why(expression: str, reason: str) -> None:
    found = resolve_stated(expression, None)
    assert isinstance(found, Unread)
    assert reason in found.reason


def test_an_anchor_open_on_a_side_gives_no_reading() -> None:
    assert resolve_stated("last month", edtf.resolve("../2019")) == Unread(NEEDS_ANCHOR)


def test_a_language_that_is_not_known() -> None:
    assert isinstance(resolve_stated("in September", None, language="tlh"), Unread)


@pytest.mark.parametrize(("text", "language"), [("the 45th", "en"), ("the 32nd", "en"), ("32-го числа", "ru")])
def test_no_month_has_such_a_day(text: str, language: str) -> None:
    assert isinstance(resolve_stated(text, edtf.resolve("2019-03-14"), language=language), Unread)
