"""Rules for parts of periods, for units counted in them, and for hedges."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import say, years
from timeline.dates.semantics.counted_within import final_units, first_units, nth_unit, nth_weekday
from timeline.dates.semantics.counting import ONE, units_up_to
from timeline.dates.semantics.parts import earlier_in, hedged, part

_PARTS = (
    *rules(
        "part of a period",
        own.EARLY_LATE,
        Needs.NOTHING,
        (
            "PERIOD",
            "PART PERIOD",
            builders.part_of,
            "в начале марта 2019 года @ 2021-02-22 = [2019-03-01..2019-03-10]"
            " ; поздним летом 2020 года @ 2021-02-22 = 2020-08",
        ),
    ),
    *rules(
        "part of a period",
        own.EARLY_LATE,
        Needs.DAY,
        (
            "PERIOD",
            "PART OF",
            builders.part_of_running,
            "в начале недели @ 2019-03-14 = [2019-03-11..2019-03-12]"
            " ; в середине года @ 2019-03-14 = [2019-05..2019-08]",
        ),
    ),
    *rules(
        "edge of a period",
        say.EDGES,
        Needs.NOTHING,
        (
            "PERIOD",
            "самого? EDGE PERIOD ; самом|самое|самый PART PERIOD",
            builders.edge_of,
            "к концу 2019 года @ 2021-02-22 = [..2019] ; в самом конце 2019 года @ 2021-02-22 = [2019-11..2019-12]",
        ),
        (
            "PERIOD",
            f"{lexicon.FIRSTS} {lexicon.NUMBERS} PERIOD",
            lambda whole: part("FIRST", whole),
            "в первых числах марта 2019 года @ 2021-02-22 = [2019-03-01..2019-03-05]",
        ),
        (
            "PERIOD",
            f"{lexicon.FIRSTS} PLURAL PERIOD",
            lambda _, whole: part("FIRST", whole),
            "в первые дни марта 2019 года @ 2021-02-22 = [2019-03-01..2019-03-05]",
        ),
        (
            "PERIOD",
            f"{lexicon.LASTS} {lexicon.NUMBERS} PERIOD",
            lambda whole: part("LAST", whole),
            "в последних числах марта 2019 года @ 2021-02-22 = [2019-03-26..2019-03-31]",
        ),
        (
            "PERIOD",
            "RECENTS PLURAL PERIOD",
            lambda _recent, _unit, whole: part("LAST", whole),
            "в последние месяцы 2012 года @ 2013-03-25 = [2012-11..2012-12]",
        ),
    ),
    *rules(
        "edge of a period",
        say.EDGES,
        Needs.DAY,
        ("PERIOD", "EDGE OF", builders.part_of_running, "с начала года @ 2019-03-14 = 2019/.."),
    ),
    *rules(
        "tens of days",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            f"ORD {lexicon.TEN_DAYS} PERIOD",
            builders.ten_days,
            "в третьей декаде марта 2019 года @ 2021-02-22 = [2019-03-21..2019-03-31]",
        ),
        (
            "PERIOD",
            f"ERA {lexicon.NUMBERS} PERIOD",
            builders.tens_of_month,
            "в двадцатых числах марта 2019 года @ 2021-02-22 = [2019-03-20..2019-03-31]",
        ),
    ),
    *rules(
        "decade of a century",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            f"ERA {lexicon.YEAR}? PERIOD",
            builders.decade_of,
            "в 30-е годы XX века @ 2021-02-22 = 193X ; в семидесятых годах прошлого века @ 2021-02-22 = 197X",
        ),
    ),
    *rules(
        "what had passed of a period",
        say.UP_TO_WRITING,
        Needs.DAY,
        (
            "PERIOD",
            "ранее|раньше в|во|на PERIOD",
            earlier_in,
            "ранее в этом месяце @ 2021-02-22 = [2021-02-01..2021-02-22]",
        ),
    ),
    *rules(
        "what is to come of a period",
        "",
        Needs.DAY,
        (
            "PERIOD",
            "позднее|позже в|на THIS SINGLE",
            lambda _, unit: years.rest_of_running(unit),
            "позднее в этом году @ 2021-02-22 = [2021-02-22..2021-12-31]",
        ),
    ),
    *rules(
        "half of a period",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            f"ORD {lexicon.HALF} PERIOD",
            builders.half_of,
            "в первой половине марта 2019 года @ 2021-02-22 = [2019-03-01..2019-03-15]",
        ),
    ),
    *rules(
        "half of a period",
        say.CALENDAR_UNIT,
        Needs.DAY,
        (
            "PERIOD",
            f"ORD {lexicon.HALF} OF",
            builders.half_of_running,
            "в первой половине года @ 2021-02-22 = 2021-40",
        ),
    ),
)

_COUNTED = rules(
    "units of a period",
    say.WEEKS_OF_MONTHS,
    Needs.NOTHING,
    (
        "PERIOD",
        f"{lexicon.FIRSTS} COUNT UNIT PERIOD",
        first_units,
        "за первые два квартала 1990 года @ 1989-10-26 = 1990-40",
    ),
    (
        "PERIOD",
        "RECENTS COUNT UNIT PERIOD",
        lambda _, count, unit, whole: final_units(count, unit, whole),
        "за последние три месяца 2019 года @ 2021-02-22 = [2019-10..2019-12]",
    ),
    (
        "PERIOD",
        "RECENT SINGLE PERIOD",
        lambda _, unit, whole: final_units(ONE, unit, whole),
        "в последний день марта 2019 года @ 2021-02-22 = 2019-03-31",
    ),
    (
        "PERIOD",
        "ORD SINGLE PERIOD",
        nth_unit,
        "на третьей неделе мая 2019 года @ 2021-02-22 = [2019-05-15..2019-05-21]",
    ),
    (
        "PERIOD",
        "ORD WEEKDAY PERIOD",
        nth_weekday,
        "во второй вторник марта 2019 года @ 2021-02-22 = 2019-03-12",
    ),
    (
        "PERIOD",
        "RECENT WEEKDAY PERIOD",
        lambda _, day, month: builders.last_weekday_of(day, month),
        "в последнюю пятницу марта 2019 года @ 2021-02-22 = 2019-03-29",
    ),
    (
        "PERIOD",
        "COUNT UNIT ,? закончившиеся|завершившиеся PERIOD",
        units_up_to,
        "девять месяцев, закончившиеся 30 сентября 1989 года @ 1989-11-02 = [1989-01..1989-09]",
    ),
)

_HEDGES = (
    *rules(
        "approximate",
        say.HEDGE,
        Needs.NOTHING,
        (
            "PERIOD",
            "HEDGE в|во|на|с? PERIOD ; где|когда то в|во|на PERIOD",
            lambda *parts: hedged(parts[-1], approximate=True),
            "около 2014 года @ 2021-02-22 = 2014~ ; примерно в марте 2019 года @ 2021-02-22 = 2019-03~",
        ),
    ),
    *rules(
        "uncertain",
        say.HEDGE,
        Needs.NOTHING,
        (
            "PERIOD",
            "DOUBT ,? в|во|на? PERIOD ; по видимому ,? в|во|на? PERIOD ; может быть ,? в|во|на? PERIOD",
            lambda *parts: hedged(parts[-1], uncertain=True),
            "предположительно в марте 2019 года @ 2021-02-22 = 2019-03?",
        ),
        (
            "PERIOD",
            "PERIOD UNSURE|DOUBT",
            lambda whole, _: hedged(whole, uncertain=True),
            "март 2019 года (?) @ 2021-02-22 = 2019-03?",
        ),
    ),
    *rules(
        "",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "только|лишь|именно|ровно|уже|еще в|во|на? PERIOD ; один из дней|месяцев PERIOD",
            years.same,
            "еще в 2014 году @ 2021-02-22 = 2014",
        ),
    ),
)

PARTS = (*_PARTS, *_COUNTED, *_HEDGES)
