"""Rules for days: weekdays, days told from the day of writing, and dates in numbers."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import say, times, years
from timeline.dates.semantics.counted_within import nth_day
from timeline.dates.semantics.counting import ONE, Count, counted_from, hours, last_hours, unit_beside, weekday_beside
from timeline.dates.semantics.periods import Unit
from timeline.dates.semantics.weekdays import (
    checked_weekday,
    coming_weekday,
    last_weekday,
    nearest_weekday,
    next_weekday,
    nth_of_month,
    past_weekday,
    this_weekday,
    weekday_in,
)

_NUMBERS = (
    *rules(
        "date in numbers",
        say.MONTH_FIRST,
        Needs.NOTHING,
        (
            "PERIOD",
            "NUM / NUM / NUM ; NUM –? NUM –? YEAR",
            years.in_numbers,
            "3/14/2019 @ 2021-02-22 = 2019-03-14 ; 14.03.2019 @ 2021-02-22 = 2019-03-14",
        ),
    ),
    *rules(
        "date in numbers",
        say.SHORT_NUMBERS,
        Needs.DAY,
        ("PERIOD", "NUM / NUM / TWODIGITS", years.in_numbers_short, "03/14/19 @ 2021-02-22 = 2019-03-14"),
    ),
    *rules(
        "",
        "",
        Needs.NOTHING,
        ("ANNUAL", "NUM / NUM", years.slashed, "3/14 @ 2019-04-02 = 2019-03-14"),
        ("PERIOD", "YEAR ,? MONTH DAYNO", years.year_first, "2019 March 14 @ 2021-02-22 = 2019-03-14"),
    ),
    *rules(
        "day of a month",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "the? ORD day? of PERIOD ; the? DAYNO of PERIOD",
            nth_day,
            "the 10th of last month @ 2021-02-22 = 2021-01-10",
        ),
    ),
    *rules(
        "day by its number",
        say.DAY_NUMBER,
        Needs.YEAR,
        ("PERIOD", "the ORD", nth_of_month, "the 10th @ 2021-02-22 = 2021-02-10"),
    ),
)

_FROM_WRITING = (
    *rules(
        "day from writing",
        "",
        Needs.DAY,
        ("PERIOD", "today ; this day", times.on_day(0), "today @ 2021-02-22 = 2021-02-22"),
        ("PERIOD", "yesterday", times.on_day(-1), "yesterday @ 2021-02-22 = 2021-02-21"),
        ("PERIOD", "tomorrow", times.on_day(1), "tomorrow @ 2021-02-22 = 2021-02-23"),
        ("PERIOD", "the? day before yesterday", times.on_day(-2), "the day before yesterday @ 2021-02-22 = 2021-02-20"),
        ("PERIOD", "the? day after tomorrow", times.on_day(2), "the day after tomorrow @ 2021-02-22 = 2021-02-24"),
        (
            "PERIOD",
            "COUNT SMALL ago",
            lambda count, length: hours(count, length, -1),
            "two hours ago @ 2021-02-22 = 2021-02-22",
        ),
        (
            "PERIOD",
            "SMALL ago",
            lambda length: hours(Count(2, 9, None), length, -1),
            "minutes ago @ 2021-02-22 = 2021-02-22",
        ),
        (
            "PERIOD",
            "the? last|past COUNT SMALL",
            last_hours,
            "the past 24 hours @ 2021-02-22 = [2021-02-21..2021-02-22]",
        ),
        (
            "PERIOD",
            "COUNT SMALL from now ; in COUNT SMALL",
            lambda count, length: hours(count, length, 1),
            "in two hours @ 2021-02-22 = 2021-02-22",
        ),
        ("PERIOD", "this PARTDAY", times.this_part, "this morning @ 2021-02-22 = 2021-02-22"),
        ("PERIOD", "tonight", times.in_part(0, "NI"), "tonight @ 2021-02-22 = 2021-02-22"),
        ("PERIOD", "last PARTDAY", lambda code: times.in_part(-1, code)(), "last night @ 2021-02-22 = 2021-02-21"),
        ("PERIOD", "overnight", times.in_part(-1, "NI"), "overnight @ 2021-02-22 = 2021-02-21"),
    ),
    *rules(
        "counted from a date",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "the? SINGLE before PERIOD",
            lambda unit, base: unit_beside(unit, -1, base),
            "the day before Christmas 2019 @ 2021-02-22 = 2019-12-24",
        ),
        (
            "PERIOD",
            "the? SINGLE after|from|following PERIOD",
            lambda unit, base: unit_beside(unit, 1, base),
            "the week after Easter 2019 @ 2021-02-22 = [2019-04-22..2019-04-28]",
        ),
        (
            "PERIOD",
            "the? WEEKDAY before PERIOD",
            lambda day, base: weekday_beside(day, -1, base),
            "the Friday before Christmas 2019 @ 2021-02-22 = 2019-12-20",
        ),
        (
            "PERIOD",
            "the? WEEKDAY after|following PERIOD",
            lambda day, base: weekday_beside(day, 1, base),
            "the Monday after Easter 2019 @ 2021-02-22 = 2019-04-22",
        ),
        (
            "PERIOD",
            "COUNT UNIT before PERIOD",
            lambda count, unit, base: counted_from(count, unit, -1, base),
            "two days before Christmas 2019 @ 2021-02-22 = 2019-12-23",
        ),
        (
            "PERIOD",
            "COUNT UNIT after|from PERIOD",
            lambda count, unit, base: counted_from(count, unit, 1, base),
            "a week from March 10, 2019 @ 2021-02-22 = 2019-03-17",
        ),
        (
            "PERIOD",
            "the? eve of PERIOD",
            lambda base: counted_from(ONE, Unit.DAY, -1, base),
            "the eve of March 10, 2019 @ 2021-02-22 = 2019-03-09",
        ),
    ),
)

_WEEKDAYS = (
    *rules(
        "nearest weekday",
        say.NEAREST_WEEKDAY,
        Needs.YEAR,
        ("PERIOD", "WEEKDAY", nearest_weekday, "on Thursday @ 2019-03-14 = 2019-03-14"),
    ),
    *rules(
        "last weekday",
        say.LAST_WEEKDAY,
        Needs.DAY,
        ("PERIOD", "the? last WEEKDAY", last_weekday, "last Friday @ 1989-10-30 = 1989-10-27"),
        ("PERIOD", "this|the? past WEEKDAY", past_weekday, "this past Sunday @ 2019-03-14 = 2019-03-10"),
    ),
    *rules(
        "next weekday",
        say.NEXT_WEEKDAY,
        Needs.DAY,
        ("PERIOD", "next WEEKDAY", next_weekday, "next Tuesday @ 2019-03-14 = 2019-03-19"),
        ("PERIOD", "this|the? coming WEEKDAY", coming_weekday, "this coming Sunday @ 2019-03-14 = 2019-03-17"),
    ),
    *rules(
        "this weekday",
        say.THIS_WEEKDAY,
        Needs.DAY,
        ("PERIOD", "this WEEKDAY", this_weekday, "this Friday @ 2019-03-14 = 2019-03-15"),
    ),
    *rules(
        "weekday of a week",
        say.WEEKS,
        Needs.NOTHING,
        ("PERIOD", "WEEKDAY ,? of? WEEKISH", weekday_in, "Tuesday of last week @ 2019-03-14 = 2019-03-05"),
        (
            "PERIOD",
            "WEEKISH on? WEEKDAY",
            lambda week, day: weekday_in(day, week),
            "last week on Tuesday @ 2019-03-14 = 2019-03-05",
        ),
    ),
    *rules(
        "weekday and date",
        say.WRONG_WEEKDAY,
        Needs.NOTHING,
        (
            "PERIOD",
            "this|next? coming? WEEKDAY ,? the? DATED",
            checked_weekday,
            "Friday, Oct. 23 @ 1998-11-21 = 1998-10-23 ; Friday, March 14, 2019 @ 2021-02-22 = 2019-03-14?",
        ),
        (
            "PERIOD",
            "DATED ,? WEEKDAY",
            lambda date, day: checked_weekday(day, date),
            "14 March 2019, Thursday @ 2021-02-22 = 2019-03-14",
        ),
    ),
    *rules(
        "weekday so long ago",
        say.ROUNDED,
        Needs.DAY,
        ("PERIOD", "WEEKDAY ,? COUNT UNIT ago", times.weekday_ago, "Friday two weeks ago @ 2019-03-14 = 2019-02-22"),
        (
            "PERIOD",
            "COUNT UNIT ago on? WEEKDAY",
            times.ago_on_weekday,
            "two weeks ago Friday @ 2019-03-14 = 2019-02-22",
        ),
    ),
)

DAYS = (*_NUMBERS, *_FROM_WRITING, *_WEEKDAYS)
