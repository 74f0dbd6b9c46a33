"""Rules for calendar units told from the day of writing, for weeks and weekends, and for counts of units."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lengths, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import say, years
from timeline.dates.semantics.counting import (
    ONE,
    Count,
    coming_units,
    last_units,
    number,
    number_range,
    recent_units,
    vaguely_ago,
)
from timeline.dates.semantics.periods import Unit

_COUNTS = rules(
    "",
    "",
    Needs.NOTHING,
    ("COUNT", "NUM", number, ""),
    ("COUNT", "PAIR", lambda _: Count(2, 3, None), ""),
    ("COUNT", "FEW", lambda _: Count(2, 12, None), ""),
    ("COUNT", "MANY", lambda _: Count(3, 12, None), ""),
    ("COUNT", "NUM –|или|либо NUM", number_range, ""),
    ("LENGTH", "COUNT UNIT", lengths.length, ""),
    ("LENGTH", "ONE", lengths.one, ""),
    ("LENGTH", "полгода|полугода", lengths.halves(0, Unit.YEAR), ""),
    ("LENGTH", "полтора|полутора года|лет ; год|года с половиной", lengths.halves(1, Unit.YEAR), ""),
    ("LENGTH", "полтора|полутора месяца|месяцев ; месяц|месяца с половиной", lengths.halves(1, Unit.MONTH), ""),
    ("LENGTH", "полторы|полутора недели|недель ; неделю|недели с половиной", lengths.halves(1, Unit.WEEK), ""),
    ("LENGTH", "полвека|полувека", lengths.halves(0, Unit.CENTURY), ""),
    ("LENGTH", "NUM с половиной UNIT", lengths.and_a_half, ""),
    ("LENGTHOF", "LENGTH", years.same, ""),
    ("LENGTHOF", "OF", lengths.one, ""),
)

_RUNNING = rules(
    "calendar unit",
    say.CALENDAR_UNIT,
    Needs.DAY,
    ("YEARISH", f"THIS {lexicon.YEAR}", lambda _: years.years_away(0)(), "в этом году @ 2021-02-22 = 2021"),
    (
        "YEARISH",
        f"THIS|LAST|JUSTPAST|NEXT|COMING YEAR {lexicon.YEAR}",
        lambda _, number: years.year(number),
        "в минувшем 2019 году @ 2021-02-22 = 2019",
    ),
    ("YEARISH", "с г", years.years_away(0), "10 марта с.г. @ 2019-04-22 = 2019-03-10"),
    (
        "YEARISH",
        f"LAST|JUSTPAST {lexicon.YEAR}",
        lambda _: years.years_away(-1)(),
        "в прошлом году @ 2021-02-22 = 2020 ; в минувшем году @ 2021-02-22 = 2020",
    ),
    ("YEARISH", f"NEXT {lexicon.YEAR}", lambda _: years.years_away(1)(), "в будущем году @ 2021-02-22 = 2022"),
    (
        "YEARISH",
        f"BEFORELAST {lexicon.YEAR}",
        lambda _: years.years_away(-2)(),
        "в позапрошлом году @ 2021-02-22 = 2019",
    ),
    (
        "WEEKISH",
        f"THIS {lexicon.WEEK}",
        lambda _: years.week(0)(),
        "на этой неделе @ 2021-02-22 = [2021-02-22..2021-02-28]",
    ),
    (
        "WEEKISH",
        f"LAST|JUSTPAST {lexicon.WEEK}",
        lambda _: years.week(-1)(),
        "на прошлой неделе @ 2021-02-22 = [2021-02-15..2021-02-21]",
    ),
    (
        "WEEKISH",
        f"NEXT {lexicon.WEEK}",
        lambda _: years.week(1)(),
        "на следующей неделе @ 2021-02-22 = [2021-03-01..2021-03-07]",
    ),
    (
        "WEEKISH",
        f"BEFORELAST {lexicon.WEEK}",
        lambda _: years.week(-2)(),
        "на позапрошлой неделе @ 2021-02-22 = [2021-02-08..2021-02-14]",
    ),
    ("PERIOD", "WEEKISH", years.same, "на будущей неделе @ 2021-02-22 = [2021-03-01..2021-03-07]"),
    ("PERIOD", "THIS SINGLE", lambda _, unit: builders.this_unit(unit), "в этом месяце @ 2021-02-22 = 2021-02"),
    ("PERIOD", "ALL SINGLE", lambda _, unit: builders.this_unit(unit), "за весь месяц @ 2021-02-22 = 2021-02"),
    ("PERIOD", "LAST SINGLE", lambda _, unit: years.last_unit(unit), "в прошлом месяце @ 2021-02-22 = 2021-01"),
    (
        "PERIOD",
        "JUSTPAST|JUSTPASTS SINGLE",
        lambda _, unit: None if unit == Unit.DAY else years.past_unit(unit),
        "в минувшие выходные @ 2021-02-22 = [2021-02-20..2021-02-21]",
    ),
    ("PERIOD", "NEXT SINGLE", lambda _, unit: years.next_unit(unit), "в следующем месяце @ 2021-02-22 = 2021-03"),
    (
        "PERIOD",
        "BEFORELAST SINGLE",
        lambda _, unit: None if unit == Unit.DAY else years.unit_before_last(unit),
        "в позапрошлом месяце @ 2021-02-22 = 2020-12",
    ),
    (
        "PERIOD",
        lexicon.WEEKEND,
        lambda: years.the_unit(Unit.WEEKEND),
        "в выходные @ 2021-02-22 = [2021-02-20..2021-02-21]",
    ),
    (
        "PERIOD",
        f"RECENTS {lexicon.WEEKEND}",
        lambda _: years.past_unit(Unit.WEEKEND),
        "в последние выходные @ 2021-02-22 = [2021-02-20..2021-02-21]",
    ),
    (
        "PERIOD",
        f"COMINGS {lexicon.WEEKEND}",
        lambda _: years.next_unit(Unit.WEEKEND),
        "в ближайшие выходные @ 2021-02-22 = [2021-03-06..2021-03-07]",
    ),
)

_AGO = (
    *rules(
        "units counted",
        say.ROUNDED,
        Needs.DAY,
        (
            "PERIOD",
            "LENGTH тому? назад",
            lengths.length_ago,
            "шесть недель назад @ 2000-01-06 = [1999-11-22..1999-11-28] ; год назад @ 2021-02-22 = 2020"
            " ; полгода назад @ 2021-02-22 = 2020-41",
        ),
        ("PERIOD", "PLURAL тому? назад", vaguely_ago, "годы назад @ 2021-02-22 = [2001..2019]"),
        (
            "PERIOD",
            "более|больше|свыше чем? LENGTHOF тому? назад ; не менее|меньше LENGTHOF тому? назад",
            lengths.longer_than_ago,
            "более двух лет назад @ 2021-02-22 = [2017-08-23..2019-02-22]",
        ),
        (
            "PERIOD",
            "менее|меньше чем? LENGTHOF тому? назад ; не более|больше LENGTHOF тому? назад",
            lengths.shorter_than_ago,
            "менее года назад @ 2021-02-22 = [2020-02-22..2021-02-22]",
        ),
        (
            "PERIOD",
            "HEDGE LENGTHOF тому? назад",
            lambda _, told: lengths.about_length_ago(told),
            "почти четыре года назад @ 1998-02-27 = 1994~ ; около года назад @ 2021-02-22 = 2020~",
        ),
        (
            "PERIOD",
            "UNIT NUM тому? назад",
            lambda unit, count: lengths.about_length_ago(lengths.about(count, unit)),
            "года два назад @ 2021-02-22 = 2019~",
        ),
    ),
    *rules(
        "units counted",
        f"{own.FROM_WRITING}; {say.ROUNDED}",
        Needs.DAY,
        (
            "PERIOD",
            "через LENGTH",
            lengths.length_hence,
            "через две недели @ 2021-02-22 = [2021-03-08..2021-03-14]",
        ),
    ),
    *rules(
        "units up to writing",
        say.PAST_UNITS,
        Needs.DAY,
        (
            "PERIOD",
            "RECENTS|JUSTPASTS COUNT UNIT",
            lambda _, count, unit: last_units(count, unit),
            "за последние 15 лет @ 2021-02-22 = [2006-01-01..2021-02-22]",
        ),
        (
            "PERIOD",
            "RECENT SINGLE",
            lambda _, unit: None if unit == Unit.DAY else last_units(ONE, unit),
            "за последний год @ 1989-10-30 = 1988",
        ),
        (
            "PERIOD",
            "RECENT|RECENTS полгода",
            lambda _: last_units(Count(6, 6, 6, 6), Unit.MONTH),
            "за последние полгода @ 2021-02-22 = [2020-08-01..2021-02-22]",
        ),
        (
            "PERIOD",
            "COMINGS|NEXT COUNT UNIT",
            lambda _, count, unit: last_units(count, unit, 1),
            "в ближайшие две недели @ 2021-02-22 = [2021-02-22..2021-03-14]",
        ),
        (
            "PERIOD",
            "COMING SINGLE",
            lambda _, unit: None if unit == Unit.DAY else last_units(ONE, unit, 1),
            "в ближайший год @ 1989-11-02 = 1990",
        ),
    ),
    *rules(
        "vague units",
        say.VAGUE_UNITS,
        Needs.DAY,
        (
            "PERIOD",
            "RECENTS PLURAL",
            lambda _, unit: recent_units(unit),
            "в последние месяцы @ 2021-02-22 = [2020-02-01..2021-02-22]",
        ),
        (
            "PERIOD",
            "COMINGS PLURAL",
            lambda _, unit: coming_units(unit),
            "в ближайшие недели @ 2021-02-22 = [2021-02-22..2021-05-30]",
        ),
    ),
)

UNITS = (*_COUNTS, *_RUNNING, *_AGO)
