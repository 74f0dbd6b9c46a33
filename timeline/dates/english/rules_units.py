"""Rules for calendar units told from the day of writing, for weeks, and for counts of units."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import say, years
from timeline.dates.semantics.counting import (
    ONE,
    Count,
    about_ago,
    ago,
    ago_in,
    ago_to_the_day,
    coming_units,
    hence,
    in_halves,
    last_units,
    less_than_ago,
    longer_ago,
    number,
    number_range,
    recent_units,
    vaguely_ago,
)
from timeline.dates.semantics.periods import Unit
from timeline.dates.semantics.weekdays import week_from, week_of, week_to, weekend_beside, weekend_of

_COUNTS = rules(
    "",
    "",
    Needs.NOTHING,
    ("COUNT", "NUM", number, ""),
    ("COUNT", "a|an|one", lambda: ONE, ""),
    ("COUNT", "a? couple of? ; a? pair of", lambda: Count(2, 3, None), ""),
    ("COUNT", "a? few", lambda: Count(2, 9, None), ""),
    ("COUNT", "several|some|many|numerous|various", lambda: Count(3, 12, None), ""),
    ("COUNT", "a? dozen", lambda: number(12), ""),
    ("COUNT", "NUM or|to|and|– NUM", number_range, ""),
    ("HALVES", "COUNT and a half UNIT ; COUNT UNIT and a half", in_halves, ""),
    ("HALVES", "half a|an UNIT", lambda unit: in_halves(Count(0, 0, 0), unit), ""),
)

_RUNNING = rules(
    "calendar unit",
    say.CALENDAR_UNIT,
    Needs.DAY,
    ("YEARISH", "this|current year ; the current year", years.years_away(0), "this year @ 2021-02-22 = 2021"),
    ("YEARISH", "last year", years.years_away(-1), "last year @ 2021-02-22 = 2020"),
    ("YEARISH", "next year", years.years_away(1), "next year @ 2021-02-22 = 2022"),
    ("WEEKISH", "this|the week", years.week(0), "this week @ 2021-02-22 = [2021-02-22..2021-02-28]"),
    ("WEEKISH", "last|past week", years.week(-1), "last week @ 2021-02-22 = [2021-02-15..2021-02-21]"),
    ("WEEKISH", "next week", years.week(1), "next week @ 2021-02-22 = [2021-03-01..2021-03-07]"),
    (
        "WEEKISH",
        "the? week before last",
        years.week(-2),
        "the week before last @ 2021-02-22 = [2021-02-08..2021-02-14]",
    ),
    ("WEEKISH", "the? week after next", years.week(2), "the week after next @ 2021-02-22 = [2021-03-08..2021-03-14]"),
    ("PERIOD", "WEEKISH", years.same, "next week's @ 2021-02-22 = [2021-03-01..2021-03-07]"),
    ("PERIOD", "this SINGLE", years.this_unit, "this month @ 2021-02-22 = 2021-02"),
    (
        "PERIOD",
        "the? current|present|full|whole|entire SINGLE ; all SINGLE",
        years.this_unit,
        "the full year @ 1989-11-02 = 1989",
    ),
    ("PERIOD", "last SINGLE", years.last_unit, "last month @ 2021-02-22 = 2021-01"),
    ("PERIOD", "this past SINGLE", years.past_unit, "this past weekend @ 2021-02-22 = [2021-02-20..2021-02-21]"),
    ("PERIOD", "next SINGLE", years.next_unit, "next month @ 2021-02-22 = 2021-03"),
    ("PERIOD", "this coming SINGLE", years.next_unit, "this coming month @ 2021-02-22 = 2021-03"),
    ("PERIOD", "the? SINGLE before last", years.unit_before_last, "the month before last @ 2021-02-22 = 2020-12"),
    ("PERIOD", "the? SINGLE after next", years.unit_after_next, "the year after next @ 2021-02-22 = 2023"),
    ("PERIOD", "the SINGLE", years.the_unit, "the weekend @ 2021-02-22 = [2021-02-20..2021-02-21]"),
)

_WEEKS = (
    *rules(
        "weekend beside a day",
        "",
        Needs.NOTHING,
        ("PERIOD", "DATED weekend", weekend_beside, "Halloween weekend @ 2020-11-10 = [2020-10-31..2020-11-01]"),
    ),
    *rules(
        "week of a day",
        say.WEEKS,
        Needs.NOTHING,
        (
            "PERIOD",
            "the? week of|including PERIOD",
            week_of,
            "the week of March 6 @ 2000-02-24 = [2000-03-06..2000-03-12]",
        ),
        (
            "PERIOD",
            "the? weekend of PERIOD",
            weekend_of,
            "the weekend of March 9 @ 2019-03-14 = [2019-03-09..2019-03-10]",
        ),
    ),
    *rules(
        "week of a holiday",
        say.WEEKS,
        Needs.YEAR,
        ("PERIOD", "HOLIDAY week", years.holiday_week, "Easter week @ 2000-04-17 = [2000-04-17..2000-04-23]"),
    ),
    *rules(
        "seven days",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "the? week beginning|starting|from PERIOD",
            week_from,
            "the week beginning March 4, 2019 @ 2021-02-22 = [2019-03-04..2019-03-10]",
        ),
        (
            "PERIOD",
            "the? week ending|ended PERIOD",
            week_to,
            "the week ended March 8, 2019 @ 2021-02-22 = [2019-03-02..2019-03-08]",
        ),
    ),
)

_AGO = (
    *rules(
        "units counted",
        say.ROUNDED,
        Needs.DAY,
        (
            "PERIOD",
            "COUNT UNIT ago|back",
            ago,
            "six weeks ago @ 2000-01-06 = [1999-11-22..1999-11-28] ; a year ago @ 2021-02-22 = 2020",
        ),
        (
            "PERIOD",
            "the? year ago|earlier ; this time last year",
            lambda: ago(ONE, Unit.YEAR),
            "year-earlier @ 1989-11-02 = 1988",
        ),
        (
            "PERIOD",
            "a fortnight ago",
            lambda: ago(Count(2, 2, 2), Unit.WEEK),
            "a fortnight ago @ 2021-02-22 = [2021-02-08..2021-02-14]",
        ),
        (
            "PERIOD",
            "HALVES ago",
            lambda halves: ago(*halves),
            "half a century ago @ 2021-02-22 = 1971 ; two and a half years ago @ 2021-02-22 = 2018-41"
            " ; a week and a half ago @ 2021-02-22 = [2021-02-09..2021-02-14]",
        ),
        ("PERIOD", "PLURAL ago", vaguely_ago, "years ago @ 2021-02-22 = [2001..2019]"),
        (
            "PERIOD",
            "more|longer than COUNT UNIT ago ; over COUNT UNIT ago ; at least COUNT UNIT ago",
            longer_ago,
            "more than two years ago @ 2021-02-22 = [2017-08-23..2019-02-22]",
        ),
        (
            "PERIOD",
            "more|longer than HALVES ago ; over HALVES ago ; at least HALVES ago",
            lambda halves: longer_ago(*halves),
            "more than a year and a half ago @ 2021-02-22 = [2018-11-23..2019-08-22]",
        ),
        (
            "PERIOD",
            "less|fewer than COUNT UNIT ago ; under|within COUNT UNIT ago",
            less_than_ago,
            "less than a year ago @ 2021-02-22 = [2020-02-22..2021-02-22]",
        ),
        (
            "PERIOD",
            "less than HALVES ago ; under|within HALVES ago",
            lambda halves: less_than_ago(*halves),
            "less than a month and a half ago @ 2021-02-22 = [2020-12-28..2021-02-22]",
        ),
        (
            "PERIOD",
            "HEDGE COUNT UNIT ago|back",
            lambda _, count, unit: about_ago(count, unit),
            "nearly four years ago @ 1998-02-27 = 1994~",
        ),
        (
            "PERIOD",
            "COUNT UNIT or so ago",
            about_ago,
            "a week or so ago @ 1991-02-25 = [1991-02-18~..1991-02-24~]",
        ),
        (
            "PERIOD",
            "COUNT UNIT from now|today ; in COUNT UNIT ; in COUNT UNIT 's? time ; COUNT UNIT hence",
            hence,
            "in two weeks @ 2021-02-22 = [2021-03-08..2021-03-14]",
        ),
    ),
    *rules(
        "counted back to the day",
        "",
        Needs.DAY,
        ("PERIOD", "COUNT UNIT ago today", ago_to_the_day, "a year ago today @ 2021-02-22 = 2020-02-22"),
        (
            "PERIOD",
            "this day last year",
            lambda: ago_to_the_day(ONE, Unit.YEAR),
            "this day last year @ 2021-02-22 = 2020-02-22",
        ),
        ("PERIOD", "COUNT UNIT ago this SINGLE", ago_in, "three years ago this month @ 2021-02-22 = 2018-02"),
        (
            "PERIOD",
            "this SINGLE last year",
            lambda unit: ago_in(ONE, Unit.YEAR, unit),
            "this week last year @ 2021-02-22 = [2020-02-17..2020-02-23]",
        ),
    ),
    *rules(
        "units up to writing",
        say.PAST_UNITS,
        Needs.DAY,
        (
            "PERIOD",
            "the|these? last|past|previous COUNT UNIT",
            last_units,
            "the past 15 years @ 2021-02-22 = [2006-01-01..2021-02-22]",
        ),
        (
            "PERIOD",
            "the last|past SINGLE ; past SINGLE",
            lambda unit: None if unit == Unit.DAY else last_units(ONE, unit),
            "the last decade @ 1998-02-06 = 198X ; during the past year @ 1989-10-30 = 1988",
        ),
        (
            "PERIOD",
            "the|these? next|coming COUNT UNIT",
            lambda count, unit: last_units(count, unit, 1),
            "the next two weeks @ 2021-02-22 = [2021-02-22..2021-03-14]",
        ),
        (
            "PERIOD",
            "the next|coming SINGLE ; coming SINGLE",
            lambda unit: None if unit == Unit.DAY else last_units(ONE, unit, 1),
            "the next year @ 1989-11-02 = 1990",
        ),
    ),
    *rules(
        "vague units",
        say.VAGUE_UNITS,
        Needs.DAY,
        (
            "PERIOD",
            "the? most|more? recent|past|last PLURAL",
            recent_units,
            "in recent months @ 2021-02-22 = [2020-02-01..2021-02-22]",
        ),
        ("PERIOD", "the? coming|next PLURAL", coming_units, "the coming weeks @ 2021-02-22 = [2021-02-22..2021-05-30]"),
    ),
)

UNITS = (*_COUNTS, *_RUNNING, *_WEEKS, *_AGO)
