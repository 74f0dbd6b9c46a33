"""Rules for days: weekdays, days of months, holidays, and times of day."""

from __future__ import annotations

from timeline.dates.derived import Count, counted_from, small_units_ago
from timeline.dates.english import build, say
from timeline.dates.matching import Rule
from timeline.dates.meaning import (
    checked_weekday,
    coming_weekday,
    last_weekday,
    nearest_weekday,
    next_weekday,
    nth_day_of,
    nth_of_month,
    past_weekday,
    this_weekday,
    weekday_in,
)
from timeline.dates.periods import Unit

_ONE = Count(1, 1, 1)

_DAYS_OF_MONTHS = (
    Rule("ANNUAL", "MONTH the? DAYNO", build.day_of_month),
    Rule("ANNUAL", "MONTH the? ORD", build.day_of_month),
    Rule("ANNUAL", "DAYNO –? of? MONTH", lambda day, month: build.day_of_month(month, day)),
    Rule("ANNUAL", "the? ORD day? of? MONTH", lambda day, month: build.day_of_month(month, day)),
    Rule("PERIOD", "NUM / NUM / NUM", build.date_of_numbers, "date in numbers", say.MONTH_FIRST),
    Rule("PERIOD", "NUM –? NUM –? YEAR", build.date_of_numbers, "date in numbers", say.MONTH_FIRST),
    Rule("PERIOD", "YEAR ,? MONTH DAYNO", build.year_month_day),
    Rule("PERIOD", "the ORD", nth_of_month, "nearest day of that number", say.NEAREST, deictic=True, floating=True),
    Rule("PERIOD", "the? ORD of PERIOD", nth_day_of, "day of a month"),
    Rule("PERIOD", "the? DAYNO of PERIOD", nth_day_of, "day of a month"),
)

_DAYS_FROM_WRITING = (
    Rule("PERIOD", "today 's?", build.days_from_writing(0), "day of writing", deictic=True),
    Rule("PERIOD", "this day", build.days_from_writing(0), "day of writing", deictic=True),
    Rule("PERIOD", "yesterday 's?", build.days_from_writing(-1), "day before writing", deictic=True),
    Rule("PERIOD", "tomorrow 's?", build.days_from_writing(1), "day after writing", deictic=True),
    Rule("PERIOD", "the? day before yesterday", build.days_from_writing(-2), "days from writing", deictic=True),
    Rule("PERIOD", "the? day after tomorrow", build.days_from_writing(2), "days from writing", deictic=True),
    Rule("PERIOD", "the? day before PERIOD", lambda base: counted_from(_ONE, Unit.DAY, -1, base), "day beside another"),
    Rule("PERIOD", "the? day after PERIOD", lambda base: counted_from(_ONE, Unit.DAY, 1, base), "day beside another"),
    Rule("PERIOD", "COUNT UNIT before PERIOD", lambda n, u, base: counted_from(n, u, -1, base), "days from another"),
    Rule("PERIOD", "COUNT UNIT after PERIOD", lambda n, u, base: counted_from(n, u, 1, base), "days from another"),
    Rule("PERIOD", "COUNT UNIT from PERIOD", lambda n, u, base: counted_from(n, u, 1, base), "days from another"),
    Rule("PERIOD", "COUNT SMALL ago", lambda _: small_units_ago(-1), "hours from writing", deictic=True),
    Rule("PERIOD", "COUNT SMALL from now", lambda _: small_units_ago(1), "hours from writing", deictic=True),
)

_WEEKDAYS = (
    Rule("PERIOD", "WEEKDAY 's?", nearest_weekday, "nearest weekday", say.LAST_WEEKDAY, deictic=True, floating=True),
    Rule("PERIOD", "the? last WEEKDAY", last_weekday, "last weekday", say.LAST_WEEKDAY_SUCH, deictic=True),
    Rule("PERIOD", "this? past WEEKDAY", past_weekday, "past weekday", deictic=True),
    Rule("PERIOD", "next WEEKDAY", next_weekday, "next weekday", say.NEXT_WEEKDAY_SUCH, deictic=True),
    Rule("PERIOD", "this? coming WEEKDAY", coming_weekday, "coming weekday", deictic=True),
    Rule("PERIOD", "this WEEKDAY", this_weekday, "this weekday", say.THIS_WEEKDAY, deictic=True),
    Rule("PERIOD", "WEEKDAY ,? of? WEEKISH", weekday_in, "weekday of a week", say.WEEKS),
    Rule("PERIOD", "WEEKISH on? WEEKDAY", lambda week, day: weekday_in(day, week), "weekday of a week", say.WEEKS),
    Rule("PERIOD", "WEEKDAY ,? the? DATED", checked_weekday, "weekday and date", say.WRONG_WEEKDAY),
    Rule("PERIOD", "this? coming WEEKDAY , the? DATED", checked_weekday, "weekday and date", say.WRONG_WEEKDAY),
    Rule(
        "PERIOD",
        "DATED ,? WEEKDAY",
        lambda date, day: checked_weekday(day, date),
        "weekday and date",
        say.WRONG_WEEKDAY,
    ),
    Rule(
        "PERIOD",
        "WEEKDAY ,? COUNT UNIT ago",
        lambda d, n, u: build.ago_on_weekday(n, u, d),
        "weekday ago",
        say.ROUNDED,
        deictic=True,
    ),
    Rule("PERIOD", "COUNT UNIT ago on? WEEKDAY", build.ago_on_weekday, "weekday ago", say.ROUNDED, deictic=True),
)

_PARTS_OF_DAYS = (
    Rule("PERIOD", "this PARTDAY", build.part_of_writing_day, "part of the day of writing", deictic=True),
    Rule("PERIOD", "tonight", build.time_of(0, "NI"), "part of the day of writing", say.NIGHT, deictic=True),
    Rule("PERIOD", "last night", build.time_of(-1, "NI"), "night before", say.NIGHT, deictic=True),
    Rule("PERIOD", "yesterday evening", build.time_of(-1, "EV"), "day before writing", deictic=True),
    Rule("PERIOD", "overnight", build.time_of(-1, "NI"), "night before", say.NIGHT, deictic=True),
    Rule("PERIOD", "PERIOD PARTDAY", build.part_of_day, "part of a day", say.NIGHT),
    Rule("PERIOD", "PERIOD in|at the? PARTDAY", build.part_of_day, "part of a day", say.NIGHT),
    Rule(
        "PERIOD",
        "the? PARTDAY of|on? PERIOD",
        lambda code, date: build.part_of_day(date, code),
        "part of a day",
        say.NIGHT,
    ),
    Rule("PERIOD", "overnight PERIOD", lambda date: build.part_of_day(date, "NI"), "part of a day", say.NIGHT),
    Rule("PERIOD", "at? TIME ,? on|of? PERIOD", build.at_clock, "time of a day"),
    Rule("PERIOD", "PERIOD ,? at|around|about? TIME", lambda date, time: build.at_clock(time, date), "time of a day"),
    Rule("PARTDAY", "PART PARTDAY", lambda _, code: code),
    Rule("PARTDAY", "pre dawn", lambda: "MO"),
    Rule("TIME", "NUM AMPM ZONE?", lambda hour, half, _=None: build.clock_12(hour, half)),
    Rule("TIME", "CLOCK AMPM ZONE?", lambda clock, half, _=None: build.clock_time(clock, half)),
    Rule("TIME", "CLOCK hours|h? ZONE?", lambda clock, _=None: build.clock_time(clock)),
    Rule("TIME", "NUM AMPM word? eastern|central|pacific|local standard|daylight? time", build.clock_12),
    Rule("TIME", "CLOCK AMPM eastern|central|pacific|local standard|daylight? time", build.clock_time),
    Rule("TIME", "NUM in|at the? PARTDAY", build.clock_in_part),
    Rule("TIME", "noon|midday", lambda: "12:00"),
    Rule("TIME", "midnight", lambda: "24:00"),
    Rule("TIME", "NOONISH", build.same),
    Rule("TIME", "HEDGE TIME", lambda _, time: time),
)

DAYS = (*_DAYS_OF_MONTHS, *_DAYS_FROM_WRITING, *_WEEKDAYS, *_PARTS_OF_DAYS)
