"""Rules for years and longer, and for what comes once a year: months, days of months, seasons, quarters."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import ranges, say, years
from timeline.dates.semantics.meaning import (
    first_to_come,
    in_year,
    last_such,
    month_annual,
    most_recent,
    nearest,
    next_such,
    season_annual,
    this_such,
)

_YEARS = (
    *rules(
        "",
        "",
        Needs.NOTHING,
        (
            "YEARISH",
            f"YEAR {lexicon.YEAR}?",
            years.year,
            "в 2019 году @ 2021-02-22 = 2019 ; 2019 г. @ 2021-02-22 = 2019 ; в 2019-м @ 2021-02-22 = 2019",
        ),
        ("PERIOD", "YEARISH", years.same, "две тысячи девятнадцатый год @ 2021-02-22 = 2019"),
    ),
    *rules(
        "decade",
        own.ROUND_DECADE,
        Needs.NOTHING,
        (
            "PERIOD",
            f"DECADE {lexicon.YEAR}?",
            builders.decade,
            "в 1990-х годах @ 2021-02-22 = 199X ; в 2000-е @ 2021-02-22 = 200X",
        ),
    ),
    *rules(
        "decade of two digits",
        say.ERA,
        Needs.NOTHING,
        (
            "PERIOD",
            f"ERA {lexicon.YEAR}?",
            years.era,
            "в девяностые @ 2021-02-22 = 199X ; в 80-х годах @ 2021-02-22 = 198X",
        ),
    ),
    *rules(
        "century",
        say.CENTURY,
        Needs.NOTHING,
        (
            "PERIOD",
            f"ORD|NUM {lexicon.CENTURY}",
            years.century,
            "в XX веке @ 2021-02-22 = 19XX ; в двадцатом столетии @ 2021-02-22 = 19XX",
        ),
    ),
    *rules(
        "year of two digits",
        say.SHORT_YEAR,
        Needs.DAY,
        ("YEARISH", f"ORD {lexicon.YEAR}", builders.year_of_ordinal, "в 97-м году @ 2021-02-22 = 1997"),
    ),
)

_ANNUAL = rules(
    "",
    "",
    Needs.NOTHING,
    (
        "ANNUAL",
        "MONTH месяц|месяца|месяце?",
        month_annual,
        "в марте 2019 года @ 2021-02-22 = 2019-03 ; в марте месяце 2019 г. @ 2021-02-22 = 2019-03",
    ),
    ("ANNUAL", "SEASON", season_annual, "летом 2020 года @ 2021-02-22 = 2020-22"),
    (
        "ANNUAL",
        f"ORD|NUM {lexicon.QUARTER}",
        years.quarter,
        "в третьем квартале 1984 года @ 2021-02-22 = 1984-35 ; I квартал 2019 г. @ 2021-02-22 = 2019-33",
    ),
    (
        "ANNUAL",
        f"ORD|NUM {lexicon.HALF_YEAR}",
        years.half_year,
        "во втором полугодии 2019 года @ 2021-02-22 = 2019-41",
    ),
    (
        "ANNUAL",
        f"DAYNO|ORD {lexicon.NUMBERED}? MONTH",
        years.day_month,
        "10 марта 2019 года @ 2021-02-22 = 2019-03-10 ; двадцать первого января 2021 г. @ 2021-02-22 = 2021-01-21",
    ),
    ("ANNUAL", "DOTTED", builders.dotted, "10.03 @ 2019-04-02 = 2019-03-10"),
    (
        "DATED",
        "ANNUAL ,? в|во? YEARISH",
        in_year,
        "10 сентября 2019-го @ 2021-02-22 = 2019-09-10 ; в июле прошлого года @ 1998-02-19 = 1997-07",
    ),
    (
        "DATED",
        "YEARISH ,? в|во? ANNUAL",
        lambda named, annual: in_year(annual, named),
        "в 2019 году, в марте @ 2021-02-22 = 2019-03",
    ),
    (
        "DATED",
        f"SEASON YEAR –|/ TWODIGITS|YEAR {lexicon.YEAR}?",
        ranges.winter,
        "зимой 2018–2019 годов @ 2021-02-22 = 2018-24",
    ),
    ("PERIOD", "DATED", years.same, ""),
)

_OPEN_YEAR = (
    *rules(
        "nearest of its kind",
        say.NEAREST,
        Needs.YEAR,
        ("DATED", "ANNUAL", nearest, "в сентябре @ 2021-02-22 = 2020-09 ; 14 января @ 2000-01-06 = 2000-01-14"),
    ),
    *rules(
        "last of its kind",
        say.LAST_SUCH,
        Needs.DAY,
        ("PERIOD", "LAST ANNUAL", lambda _, annual: last_such(annual), "прошлой осенью @ 2021-02-22 = 2020-23"),
    ),
    *rules(
        "most recent of its kind",
        "",
        Needs.DAY,
        ("PERIOD", "JUSTPAST ANNUAL", lambda _, annual: most_recent(annual), "минувшей весной @ 1989-10-30 = 1989-21"),
    ),
    *rules(
        "next of its kind",
        say.NEXT_SUCH,
        Needs.DAY,
        ("PERIOD", "NEXT ANNUAL", lambda _, annual: next_such(annual), "следующей весной @ 2021-02-22 = 2021-21"),
        ("PERIOD", "COMING ANNUAL", lambda _, annual: first_to_come(annual), "ближайшим летом @ 2021-02-22 = 2021-22"),
    ),
    *rules(
        "that of this year",
        say.THIS_SUCH,
        Needs.DAY,
        ("PERIOD", "THIS ANNUAL", lambda _, annual: this_such(annual), "этой осенью @ 1989-10-30 = 1989-23"),
    ),
)

YEARS = (*_YEARS, *_ANNUAL, *_OPEN_YEAR)
