"""Rules for days: weekdays, days told from the day of writing, and dates in numbers."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lengths, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import say, times
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
        own.DAY_FIRST,
        Needs.NOTHING,
        (
            "PERIOD",
            f"DAYMONTHYEAR {lexicon.YEAR}?",
            builders.in_numbers,
            "10.03.2019 г. @ 2021-02-22 = 2019-03-10 ; 10/03/2019 @ 2021-02-22 = 2019-03-10",
        ),
    ),
    *rules(
        "date in numbers",
        f"{own.DAY_FIRST}; {say.SHORT_YEAR}",
        Needs.DAY,
        ("PERIOD", f"DAYMONTHSHORT {lexicon.YEAR}?", builders.in_numbers_short, "10.03.19 @ 2021-02-22 = 2019-03-10"),
    ),
    *rules(
        "day of a month",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            f"DAYORD PERIOD ; DAYNO|ORD {lexicon.NUMBERED} PERIOD",
            nth_day,
            "10-го числа прошлого месяца @ 2021-02-22 = 2021-01-10",
        ),
    ),
    *rules(
        "day by its number",
        say.DAY_NUMBER,
        Needs.YEAR,
        (
            "PERIOD",
            f"DAYORD ; DAYNO|ORD {lexicon.NUMBERED}",
            nth_of_month,
            "10-го числа @ 2021-02-22 = 2021-02-10 ; десятого @ 2021-02-22 = 2021-02-10",
        ),
    ),
)

_FROM_WRITING = (
    *rules(
        "day from writing",
        "",
        Needs.DAY,
        (
            "PERIOD",
            f"сегодня ; сегодняшний|сегодняшнего|сегодняшнему {lexicon.DAY_IN_CASES}",
            times.on_day(0),
            "сегодня @ 2021-02-22 = 2021-02-22",
        ),
        (
            "PERIOD",
            f"вчера ; вчерашний|вчерашнего {lexicon.DAY_IN_CASES}",
            times.on_day(-1),
            "вчера @ 2021-02-22 = 2021-02-21",
        ),
        (
            "PERIOD",
            f"завтра ; завтрашний|завтрашнего|завтрашнему {lexicon.DAY_IN_CASES}",
            times.on_day(1),
            "завтра @ 2021-02-22 = 2021-02-23",
        ),
        ("PERIOD", "позавчера", times.on_day(-2), "позавчера @ 2021-02-22 = 2021-02-20"),
        ("PERIOD", "послезавтра", times.on_day(2), "послезавтра @ 2021-02-22 = 2021-02-24"),
        (
            "PERIOD",
            "COUNT SMALL тому? назад",
            lambda count, size: hours(count, size, -1),
            "два часа назад @ 2021-02-22 = 2021-02-22",
        ),
        (
            "PERIOD",
            "SMALL тому? назад",
            lambda size: hours(Count(1, 9, None), size, -1),
            "час назад @ 2021-02-22 = 2021-02-22",
        ),
        (
            "PERIOD",
            "RECENTS|JUSTPASTS COUNT SMALL",
            lambda _, count, size: last_hours(count, size),
            "за последние 24 часа @ 2021-02-22 = [2021-02-21..2021-02-22]",
        ),
        (
            "PERIOD",
            "RECENTS|JUSTPASTS сутки",
            lambda _: last_hours(Count(24, 24, 24), 1.0),
            "за последние сутки @ 2021-02-22 = [2021-02-21..2021-02-22]",
        ),
        ("PERIOD", "этим PARTDAY", times.this_part, "этим утром @ 2021-02-22 = 2021-02-22"),
        (
            "PERIOD",
            "LAST|JUSTPAST PARTDAY",
            lambda _, code: times.in_part(-1, code)(),
            "прошлой ночью @ 2021-02-22 = 2021-02-21",
        ),
    ),
    *rules(
        "night of today",
        own.LAST_NIGHT,
        Needs.DAY,
        ("PERIOD", "сегодня|этой ночью", builders.night_of_today, "сегодня ночью @ 2021-02-22 = 2021-02-22"),
    ),
    *rules(
        "counted from a date",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "за LENGTH до PERIOD",
            lengths.length_before,
            "за два дня до Нового года @ 2021-02-22 = 2020-12-30",
        ),
        (
            "PERIOD",
            "через|спустя LENGTH после|с|от PERIOD",
            lengths.length_after,
            "через неделю после 10 марта 2019 года @ 2021-02-22 = 2019-03-17",
        ),
        (
            "PERIOD",
            "NEXT SINGLE после|за PERIOD",
            lambda _, unit, base: unit_beside(unit, 1, base),
            "на следующий день после 10 марта 2019 года @ 2021-02-22 = 2019-03-11",
        ),
        (
            "PERIOD",
            f"{lexicon.FIRST} WEEKDAY после PERIOD",
            lambda day, base: weekday_beside(day, 1, base),
            "в первый понедельник после 10 марта 2019 года @ 2021-02-22 = 2019-03-11",
        ),
        (
            "PERIOD",
            "накануне|канун PERIOD",
            lambda base: counted_from(ONE, Unit.DAY, -1, base),
            "накануне 10 марта 2019 года @ 2021-02-22 = 2019-03-09",
        ),
    ),
)

_WEEKDAYS = (
    *rules(
        "nearest weekday",
        say.NEAREST_WEEKDAY,
        Needs.YEAR,
        ("PERIOD", "WEEKDAY", nearest_weekday, "в четверг @ 2019-03-14 = 2019-03-14"),
    ),
    *rules(
        "last weekday",
        say.LAST_WEEKDAY,
        Needs.DAY,
        ("PERIOD", "LAST WEEKDAY", lambda _, day: last_weekday(day), "в прошлую пятницу @ 1989-10-30 = 1989-10-27"),
        (
            "PERIOD",
            "JUSTPAST|RECENT WEEKDAY",
            lambda _, day: past_weekday(day),
            "в минувшее воскресенье @ 2019-03-14 = 2019-03-10",
        ),
    ),
    *rules(
        "next weekday",
        say.NEXT_WEEKDAY,
        Needs.DAY,
        ("PERIOD", "NEXT WEEKDAY", lambda _, day: next_weekday(day), "в следующий вторник @ 2019-03-14 = 2019-03-19"),
        (
            "PERIOD",
            "COMING WEEKDAY",
            lambda _, day: coming_weekday(day),
            "в ближайшее воскресенье @ 2019-03-14 = 2019-03-17",
        ),
    ),
    *rules(
        "this weekday",
        say.THIS_WEEKDAY,
        Needs.DAY,
        ("PERIOD", "THIS WEEKDAY", lambda _, day: this_weekday(day), "в эту пятницу @ 2019-03-14 = 2019-03-15"),
    ),
    *rules(
        "weekday of a week",
        say.WEEKS,
        Needs.NOTHING,
        ("PERIOD", "WEEKDAY ,? на? WEEKISH", weekday_in, "во вторник на прошлой неделе @ 2019-03-14 = 2019-03-05"),
        (
            "PERIOD",
            "WEEKISH ,? в|во? WEEKDAY",
            lambda week, day: weekday_in(day, week),
            "на прошлой неделе, во вторник @ 2019-03-14 = 2019-03-05",
        ),
    ),
    *rules(
        "weekday and date",
        say.WRONG_WEEKDAY,
        Needs.NOTHING,
        (
            "PERIOD",
            "WEEKDAY ,? DATED",
            checked_weekday,
            "в пятницу, 23 октября @ 1998-11-21 = 1998-10-23"
            " ; в пятницу, 14 марта 2019 года @ 2021-02-22 = 2019-03-14?",
        ),
        (
            "PERIOD",
            "WEEKDAY PARTDAY , DATED",
            builders.part_of_weekday,
            "в четверг утром, 14 марта @ 2019-04-22 = 2019-03-14",
        ),
        (
            "PERIOD",
            "DATED ,? в|во? WEEKDAY",
            lambda date, day: checked_weekday(day, date),
            "14 марта 2019 года, в четверг @ 2021-02-22 = 2019-03-14",
        ),
    ),
)

DAYS = (*_NUMBERS, *_FROM_WRITING, *_WEEKDAYS)
