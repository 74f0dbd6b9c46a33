"""Rules for months, seasons, quarters, weeks and years, and for what is counted in them."""

from __future__ import annotations

from timeline.dates.derived import Count, number
from timeline.dates.english import build, say
from timeline.dates.matching import Rule
from timeline.dates.meaning import (
    coming,
    from_now,
    holiday_annual,
    in_year,
    just_ended,
    last_such,
    month_annual,
    most_recent,
    nearest,
    next_such,
    season_annual,
    this_such,
    week_of,
)
from timeline.dates.periods import Unit

_ONE = Count(1, 1, 1)

_COUNTS = (
    Rule("COUNT", "NUM", number),
    Rule("COUNT", "a|an|one", lambda: _ONE),
    Rule("COUNT", "a? couple of?", build.vague(2, 3)),
    Rule("COUNT", "a? few", build.vague(2, 9)),
    Rule("COUNT", "several|some|many|numerous", build.vague(3, 12)),
    Rule("COUNT", "a? dozen", lambda: number(12)),
    Rule("COUNT", "NUM or|to NUM", build.count_range),
    Rule("COUNT", "NUM – NUM", build.count_range),
)

_YEARS = (
    Rule("YEARISH", "YEAR", build.year),
    Rule("YEARISH", "the year YEAR", build.year),
    Rule("YEARISH", "SHORTYEAR", build.short_year, "year of two digits", say.SHORT_YEAR, deictic=True),
    Rule("YEARISH", "this year", lambda: from_now(Unit.YEAR, 0), "this unit", say.CALENDAR_UNIT, deictic=True),
    Rule("YEARISH", "the current year", lambda: from_now(Unit.YEAR, 0), "this unit", say.CALENDAR_UNIT, deictic=True),
    Rule("YEARISH", "last year", lambda: from_now(Unit.YEAR, -1), "last unit", say.CALENDAR_UNIT, deictic=True),
    Rule("YEARISH", "next year", lambda: from_now(Unit.YEAR, 1), "next unit", say.CALENDAR_UNIT, deictic=True),
    Rule("PERIOD", "YEARISH", build.same),
)

_WEEKS = (
    Rule("WEEKISH", "this week", lambda: from_now(Unit.WEEK, 0), "this unit", say.WEEKS, deictic=True),
    Rule("WEEKISH", "last week", lambda: from_now(Unit.WEEK, -1), "last unit", say.WEEKS, deictic=True),
    Rule("WEEKISH", "next week", lambda: from_now(Unit.WEEK, 1), "next unit", say.WEEKS, deictic=True),
    Rule("WEEKISH", "the week", lambda: from_now(Unit.WEEK, 0), "running unit", say.WEEKS, deictic=True),
    Rule(
        "WEEKISH", "the week before last", lambda: from_now(Unit.WEEK, -2), "unit before last", say.WEEKS, deictic=True
    ),
    Rule("WEEKISH", "the week after next", lambda: from_now(Unit.WEEK, 2), "unit after next", say.WEEKS, deictic=True),
    Rule("PERIOD", "WEEKISH 's?", build.same),
    Rule("PERIOD", "the? week of|including PERIOD", week_of, "week of a day", say.WEEKS),
    Rule("PERIOD", "HOLIDAY week", build.holiday_week, "week of a day", say.WEEKS, deictic=True, floating=True),
    Rule("PERIOD", "the? week beginning|starting|from PERIOD", build.week_from, "week from a day"),
    Rule("PERIOD", "the? week ending|ended PERIOD", build.week_to, "week to a day"),
    Rule("PERIOD", "the? weekend of PERIOD", build.weekend_of, "weekend of a day"),
)

_ANNUAL = (
    Rule("ANNUAL", "MONTH", month_annual),
    Rule("ANNUAL", "the? month of MONTH", month_annual),
    Rule("ANNUAL", "the? SEASON months?", season_annual),
    Rule("ANNUAL", "HOLIDAY", holiday_annual),
    Rule("ANNUAL", "the? ORD quarter", build.quarter),
    Rule("ANNUAL", "QUARTERNO", build.quarter),
    Rule("ANNUAL", "the? first half", build.half(0)),
    Rule("ANNUAL", "the? second|latter half", build.half(1)),
    Rule("FISCAL", "the? fiscal ANNUAL", build.same),
    Rule("DATED", "ANNUAL", nearest, "nearest such", say.NEAREST, deictic=True, floating=True),
    Rule("DATED", "ANNUAL ,? of|in? YEARISH", in_year),
    Rule("DATED", "the? YEARISH 's? ,? ANNUAL", lambda year, annual: in_year(annual, year)),
    Rule("PERIOD", "DATED 's?", build.same),
    Rule("PERIOD", "the? last ANNUAL", last_such, "last such", say.LAST_SUCH, deictic=True),
    Rule("PERIOD", "this|the? past ANNUAL", most_recent, "past such", deictic=True),
    Rule("PERIOD", "next ANNUAL", next_such, "next such", say.NEXT_SUCH, deictic=True),
    Rule("PERIOD", "this|the? coming ANNUAL", coming, "coming such", deictic=True),
    Rule("PERIOD", "this ANNUAL", this_such, "this such", say.THIS_SUCH, deictic=True),
    Rule("PERIOD", "FISCAL", build.fiscal_annual, "fiscal quarter", say.FISCAL, deictic=True),
    Rule("PERIOD", "FISCAL of? YEARISH", build.fiscal_in_year, "fiscal quarter", say.FISCAL),
    Rule("PERIOD", "the? fiscal year? YEARISH", build.fiscal, "fiscal year", say.FISCAL),
    Rule("PERIOD", "the? current|this? fiscal year", build.fiscal_now, "fiscal year", say.FISCAL, deictic=True),
    Rule("PERIOD", "the? last|latest fiscal year", build.fiscal_last, "fiscal year", say.FISCAL, deictic=True),
)

_UNITS = (
    Rule("PERIOD", "this UNIT", build.this_unit, "this unit", say.CALENDAR_UNIT, deictic=True),
    Rule(
        "PERIOD",
        "the? current|present|running|full UNIT",
        build.this_unit,
        "this unit",
        say.CALENDAR_UNIT,
        deictic=True,
    ),
    Rule("PERIOD", "last UNIT 's?", build.last_unit, "last unit", say.CALENDAR_UNIT, deictic=True),
    Rule("PERIOD", "next UNIT 's?", build.next_unit, "next unit", say.CALENDAR_UNIT, deictic=True),
    Rule(
        "PERIOD",
        "the? quarter|period",
        lambda: just_ended(Unit.QUARTER),
        "quarter just ended",
        say.REPORTS,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the? latest quarter|period",
        lambda: just_ended(Unit.QUARTER),
        "quarter just ended",
        say.REPORTS,
        deictic=True,
    ),
    Rule("PERIOD", "the? UNIT before last", build.before_last, "unit before last", say.CALENDAR_UNIT, deictic=True),
    Rule("PERIOD", "the? UNIT after next", build.after_next, "unit after next", say.CALENDAR_UNIT, deictic=True),
    Rule("PERIOD", "the UNIT", build.the_unit, "running unit", say.CALENDAR_UNIT, deictic=True),
    Rule("PERIOD", "DECADE", build.decade),
    Rule("PERIOD", "the DECADE", build.decade),
    Rule("PERIOD", "the? ERA", build.era, "decade of two digits", say.ERA),
    Rule("PERIOD", "the? ORD century", build.century, "century", say.CENTURY),
)

_AGO = (
    Rule("PERIOD", "COUNT UNIT ago", build.ago, "units ago", say.ROUNDED, deictic=True),
    Rule("PERIOD", "COUNT UNIT back", build.ago, "units ago", say.ROUNDED, deictic=True),
    Rule(
        "PERIOD",
        "half a year ago",
        lambda: build.ago(Count(6, 6, 6), Unit.MONTH),
        "units ago",
        say.ROUNDED,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "a year and a half ago",
        lambda: build.ago(Count(18, 18, 18), Unit.MONTH),
        "units ago",
        say.ROUNDED,
        deictic=True,
    ),
    Rule("PERIOD", "COUNT UNIT from now|today", build.hence, "units from now", say.ROUNDED, deictic=True),
    Rule("PERIOD", "in COUNT UNIT 's? time", build.hence, "units from now", say.ROUNDED, deictic=True),
    Rule("PERIOD", "in COUNT UNIT", build.hence, "units from now", say.ROUNDED, deictic=True),
    Rule("PERIOD", "this time last year", lambda: build.ago(_ONE, Unit.YEAR), "units ago", say.ROUNDED, deictic=True),
    Rule(
        "PERIOD",
        "the? year –? ago|earlier quarter|period",
        build.year_ago_quarter,
        "year-ago quarter",
        say.YEAR_AGO,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the? comparable|corresponding year –? ago|earlier quarter|period",
        build.year_ago_quarter,
        "year-ago quarter",
        say.YEAR_AGO,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the? same|comparable|corresponding quarter|period last year",
        build.year_ago_quarter,
        "year-ago quarter",
        say.YEAR_AGO,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the? same|comparable|corresponding quarter|period a year ago|earlier",
        build.year_ago_quarter,
        "year-ago quarter",
        say.YEAR_AGO,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the? quarter|period a year ago|earlier",
        build.year_ago_quarter,
        "year-ago quarter",
        say.YEAR_AGO,
        deictic=True,
    ),
    Rule(
        "PERIOD", "last year 's quarter|period", build.year_ago_quarter, "year-ago quarter", say.YEAR_AGO, deictic=True
    ),
    Rule(
        "PERIOD",
        "the? year –? ago|earlier ANNUAL",
        build.year_ago_annual,
        "year-ago period",
        say.YEAR_AGO,
        deictic=True,
    ),
    Rule("PERIOD", "ANNUAL a year ago|earlier", build.year_ago_annual, "year-ago period", say.YEAR_AGO, deictic=True),
    Rule("PERIOD", "a year ago ANNUAL", build.year_ago_annual, "year-ago period", say.YEAR_AGO, deictic=True),
    Rule("PERIOD", "the? year ago|earlier", lambda: build.ago(_ONE, Unit.YEAR), "units ago", say.ROUNDED, deictic=True),
    Rule("PERIOD", "the? YEAR quarter", build.quarter_of_year, "quarter compared", say.REPORTS, deictic=True),
    Rule("PERIOD", "the? YEAR period", build.year_compared, "year compared"),
)

UNITS = (*_COUNTS, *_YEARS, *_WEEKS, *_ANNUAL, *_UNITS, *_AGO)
