"""Rules for years and longer, and for what comes once a year: months, days of months, seasons, holidays, quarters."""

from __future__ import annotations

from timeline.dates.english import reports
from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import ranges, say, years
from timeline.dates.semantics.holidays import holiday_annual
from timeline.dates.semantics.meaning import (
    first_to_come,
    in_year,
    just_ended,
    last_such,
    month_annual,
    most_recent,
    nearest,
    next_such,
    season_annual,
    this_such,
)
from timeline.dates.semantics.periods import Unit

_YEARS = rules(
    "",
    "",
    Needs.NOTHING,
    ("YEARISH", "YEAR ; the year YEAR ; calendar YEAR ; full year YEAR", years.year, "1991 @ 2021-02-22 = 1991"),
    ("PERIOD", "YEARISH", years.same, "the year two thousand @ 1998-03-03 = 2000"),
    ("PERIOD", "the? DECADE", years.decade, "the 1990s @ 2021-02-22 = 199X ; the 1800s @ 2021-02-22 = 18XX"),
)

_ERAS = (
    *rules(
        "year of two digits",
        say.SHORT_YEAR,
        Needs.DAY,
        ("YEARISH", "SHORTYEAR", years.short_year, "Sept. '19 @ 2021-02-22 = 2019-09"),
    ),
    *rules(
        "decade of two digits",
        say.ERA,
        Needs.NOTHING,
        ("PERIOD", "the? ERA", years.era, "the nineties @ 2021-02-22 = 199X ; the '80s @ 2021-02-22 = 198X"),
    ),
    *rules(
        "century",
        say.CENTURY,
        Needs.NOTHING,
        ("PERIOD", "the? ORD century", years.century, "the 20th century @ 2021-02-22 = 19XX"),
    ),
)

_ANNUAL = rules(
    "",
    "",
    Needs.NOTHING,
    ("ANNUAL", "MONTH ; the? month of MONTH", month_annual, "in the month of March 2019 @ 2021-02-22 = 2019-03"),
    (
        "ANNUAL",
        "SEASON months|season? ; the SEASON months|season?",
        season_annual,
        "summer 2020 @ 2021-02-22 = 2020-22",
    ),
    (
        "ANNUAL",
        "ORD quarter ; the|its|their|our ORD quarter ; QUARTERNO",
        years.quarter,
        "the third quarter of 1984 @ 1989-10-27 = 1984-35",
    ),
    ("ANNUAL", "NUM q", years.quarter, "3Q 2019 @ 2021-02-22 = 2019-35"),
    (
        "ANNUAL",
        "the? ORD half ; h NUM",
        years.half_year,
        "the first half of 1989 @ 1989-10-27 = 1989-40 ; H2 2019 @ 2021-02-22 = 2019-41",
    ),
    ("ANNUAL", "the? last|latter half", years.last_half, "the last half of 1989 @ 1989-10-26 = 1989-41"),
    ("ANNUAL", "MONTH the? DAYNO ; MONTH the? ORD", years.month_day, "March 29, 2018 @ 2021-02-22 = 2018-03-29"),
    (
        "ANNUAL",
        "the? DAYNO –? of? MONTH ; the? ORD day? of? MONTH",
        years.day_month,
        "10 September 2020 @ 2021-02-22 = 2020-09-10 ; the 10th of September, 2020 @ 2021-02-22 = 2020-09-10",
    ),
    (
        "DATED",
        "ANNUAL ,? of|in? YEARISH ; ANNUAL – YEARISH",
        in_year,
        "Sept. 10, 2019 @ 2021-02-22 = 2019-09-10 ; July last year @ 1998-02-19 = 1997-07",
    ),
    (
        "DATED",
        "the? YEARISH 's? ,? in? ANNUAL",
        lambda named, annual: in_year(annual, named),
        "the 1988 second quarter @ 1989-11-02 = 1988-34 ; last year's third quarter @ 1989-10-26 = 1988-35",
    ),
    ("DATED", "the? SEASON of? YEAR –|/ TWODIGITS|YEAR", ranges.winter, "the winter of 2018-19 @ 2021-02-22 = 2018-24"),
    ("PERIOD", "DATED", years.same, ""),
    ("PERIOD", "PERIOD 's", years.same, "last summer's @ 2021-02-22 = 2020-22"),
    ("FISCAL", "the|its|their|our? fiscal ANNUAL", years.same, ""),
)

_HOLIDAYS = rules(
    "holiday",
    say.HOLIDAYS,
    Needs.NOTHING,
    ("ANNUAL", "the? HOLIDAY", holiday_annual, "Christmas 2019 @ 2021-02-22 = 2019-12-25"),
)

_OPEN_YEAR = (
    *rules(
        "nearest of its kind",
        say.NEAREST,
        Needs.YEAR,
        ("DATED", "ANNUAL", nearest, "in September @ 2021-02-22 = 2020-09 ; Jan. 14 @ 2000-01-06 = 2000-01-14"),
    ),
    *rules(
        "last of its kind",
        say.LAST_SUCH,
        Needs.DAY,
        (
            "PERIOD",
            "the? last ANNUAL",
            last_such,
            "last fall @ 2021-02-22 = 2020-23 ; Last February @ 2021-02-22 = 2020-02",
        ),
    ),
    *rules(
        "most recent of its kind",
        "",
        Needs.DAY,
        ("PERIOD", "this|the? past ANNUAL", most_recent, "this past spring @ 1989-10-30 = 1989-21"),
    ),
    *rules(
        "next of its kind",
        say.NEXT_SUCH,
        Needs.DAY,
        ("PERIOD", "next ANNUAL", next_such, "next September @ 2021-02-22 = 2021-09"),
        ("PERIOD", "this|the? coming ANNUAL", first_to_come, "this coming May @ 2021-02-22 = 2021-05"),
    ),
    *rules(
        "that of this year",
        say.THIS_SUCH,
        Needs.DAY,
        (
            "PERIOD",
            "this ANNUAL",
            this_such,
            "this September @ 1998-06-26 = 1998-09 ; this fall @ 1989-10-30 = 1989-23",
        ),
    ),
)

_FISCAL = (
    *rules(
        "fiscal year",
        say.FISCAL,
        Needs.NOTHING,
        (
            "PERIOD",
            "the? fiscal year? YEARISH ; fy YEARISH ; the? YEARISH fiscal year",
            reports.fiscal_of,
            "fiscal 1989 @ 1989-10-30 = 1989",
        ),
        (
            "PERIOD",
            "FISCAL of? fiscal? YEARISH ; ANNUAL of? fiscal year? YEARISH",
            reports.fiscal_quarter_of,
            "fiscal first quarter of 1990 @ 1989-10-30 = 1990-33",
        ),
    ),
    *rules(
        "fiscal year",
        say.FISCAL,
        Needs.DAY,
        ("PERIOD", "FISCAL", reports.fiscal_quarter, "the fiscal first quarter @ 1989-10-26 = 1989-33"),
        (
            "PERIOD",
            "the|this? current? fiscal year",
            reports.fiscal_year(0),
            "the current fiscal year @ 1989-10-26 = 1989",
        ),
        (
            "PERIOD",
            "the? last|latest|past|previous fiscal year",
            reports.fiscal_year(-1),
            "the latest fiscal year @ 1989-10-26 = 1988",
        ),
        ("PERIOD", "the? next|coming fiscal year", reports.fiscal_year(1), "next fiscal year @ 1989-10-26 = 1990"),
    ),
)

_REPORTS = (
    *rules(
        "quarter just ended",
        say.REPORTS,
        Needs.DAY,
        (
            "PERIOD",
            "the? latest|recent? quarter|period ; the most recent quarter|period",
            lambda: just_ended(Unit.QUARTER),
            "the quarter @ 1989-11-02 = 1989-35",
        ),
        ("PERIOD", "the? YEAR quarter", reports.quarter_compared, "the 1988 quarter @ 1989-10-30 = 1988-35"),
    ),
    *rules(
        "year compared",
        "",
        Needs.NOTHING,
        ("PERIOD", "the? YEAR period", years.year, "the 1988 period @ 1989-11-02 = 1988"),
    ),
    *rules(
        "year-ago quarter",
        say.YEAR_AGO,
        Needs.DAY,
        (
            "PERIOD",
            "the? comparable|corresponding|same? year ago|earlier quarter|period"
            " ; the? same|comparable|corresponding? quarter|period a? year ago|earlier"
            " ; the? same|comparable|corresponding quarter|period last year ; last year 's quarter|period",
            reports.quarter_a_year_ago,
            "the year-ago quarter @ 1989-11-02 = 1988-35 ; the corresponding period last year @ 1989-11-01 = 1988-35",
        ),
        (
            "PERIOD",
            "the? a? year ago|earlier ANNUAL ; ANNUAL a year ago|earlier",
            reports.annual_a_year_ago,
            "the year-earlier third quarter @ 1989-10-27 = 1988-35",
        ),
        (
            "PERIOD",
            "the? same SINGLE last year ; the? same SINGLE a? year ago|earlier",
            reports.unit_a_year_ago,
            "the same month a year earlier @ 1989-10-27 = 1988-10",
        ),
    ),
)

YEARS = (*_YEARS, *_ERAS, *_ANNUAL, *_HOLIDAYS, *_OPEN_YEAR, *_FISCAL, *_REPORTS)
