"""Rules for parts of days, nights and times of day."""

from __future__ import annotations

from timeline.dates.clock import zone_told
from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import nights, say, times
from timeline.dates.semantics.parts import part

_PARTS_OF_DAYS = (
    *rules(
        "night between two days",
        own.NIGHT_ON,
        Needs.NOTHING,
        ("PERIOD", f"в? {lexicon.NIGHT} на PERIOD", nights.night_on, "в ночь на среду @ 2019-03-14 = 2019-03-12"),
        (
            "PERIOD",
            f"в? {lexicon.NIGHT} с|со PERIOD на PERIOD",
            nights.night_between,
            "в ночь с понедельника на вторник @ 2019-03-14 = 2019-03-11",
        ),
        (
            "PERIOD",
            f"в? {lexicon.NIGHT} с|со DAYNO|ORD на PERIOD",
            nights.night_of_days,
            "в ночь с 9 на 10 марта 2019 года @ 2021-02-22 = 2019-03-09",
        ),
    ),
    *rules(
        "part of a day",
        say.NIGHT,
        Needs.NOTHING,
        (
            "PERIOD",
            "PERIOD ,? в|во|на|ближе? к|под? PARTDAY",
            times.part_after,
            "в пятницу вечером @ 2019-03-11 = 2019-03-08 ; вчера поздно вечером @ 2019-03-11 = 2019-03-10",
        ),
        (
            "PERIOD",
            "в|во? PARTDAY ,? в|во? PERIOD",
            times.part_of,
            "поздно вечером в среду @ 2019-03-14 = 2019-03-13 ; утром 10 марта 2019 года @ 2021-02-22 = 2019-03-10",
        ),
        ("PARTDAY", "PART|EARLYLATE PARTDAY", lambda _, code: code, "ранним утром в среду @ 2019-03-14 = 2019-03-13"),
        (
            "PARTDAY",
            f"ORD {lexicon.HALF} дня",
            builders.half_of_day,
            "во второй половине дня в среду @ 2019-03-14 = 2019-03-13",
        ),
        ("PARTDAY", "после обеда|полудня", lambda: "AF", "в среду после обеда @ 2019-03-14 = 2019-03-13"),
        ("PARTDAY", "до обеда|полудня", lambda: "MO", "в среду до обеда @ 2019-03-14 = 2019-03-13"),
        ("PERIOD", "EARLYLATE в|во PERIOD", part, "поздно в среду @ 2019-03-14 = 2019-03-13"),
    ),
)

_TIMES = rules(
    "time of a day",
    "",
    Needs.NOTHING,
    (
        "PERIOD",
        "в|во|ровно? в|ровно? TIME ,? в|во? PERIOD",
        times.part_of,
        "в 10:30 в среду @ 2019-03-14 = 2019-03-13 ; в 22.30 10 марта 2019 года @ 2021-02-22 = 2019-03-10",
    ),
    (
        "PERIOD",
        "PERIOD ,? в|во|ровно? в|ровно? TIME",
        times.time_after,
        "10 марта 2019 года, в 17:45 @ 2021-02-22 = 2019-03-10 ; вчера около 5 вечера @ 2019-03-14 = 2019-03-13",
    ),
    ("TIME", f"CLOCK {lexicon.HOUR}? ZONED?", times.clock, "17:45 мск в пятницу @ 2019-03-11 = 2019-03-08"),
    ("TIME", f"DOTTED {lexicon.HOUR}? ZONED?", times.clock, "в пятницу в 17.45 @ 2019-03-11 = 2019-03-08"),
    *(
        (
            "TIME",
            f"NUM {lexicon.HOUR}? {word} ; CLOCK|DOTTED {word} ; NUM {lexicon.HOUR} NUM {lexicon.MINUTE} {word}",
            builders.time_in(word),
            f"в 5 {word} в пятницу @ 2019-03-11 = 2019-03-08",
        )
        for word in ("утра", "дня", "вечера", "ночи")
    ),
    *(
        (
            "TIME",
            f"час {word}",
            builders.time_in(word),
            f"в час {word} в пятницу @ 2019-03-11 = 2019-03-08",
        )
        for word in ("дня", "ночи")
    ),
    ("TIME", "полдень|полудню|полудня|полдня", lambda: "12:00", "в полдень в пятницу @ 2019-03-11 = 2019-03-08"),
    ("TIME", "полночь|полуночи|полуночью", lambda: "24:00", "в полночь в пятницу @ 2019-03-11 = 2019-03-08"),
    (
        "TIME",
        "HEDGE в? TIME ; ближе? к TIME",
        times.about,
        "около 17:45 в пятницу @ 2019-03-11 = 2019-03-08",
    ),
    ("TIME", "незадолго до TIME", times.shortly_before, "незадолго до полуночи в пятницу @ 2019-03-11 = 2019-03-08"),
    ("TIME", "до TIME", times.up_to, "до 17:45 в пятницу @ 2019-03-11 = 2019-03-08"),
    ("TIME", "после TIME", times.later_than, "после 17:45 в пятницу @ 2019-03-11 = 2019-03-08"),
    (
        "TIME",
        "вскоре|сразу после TIME",
        times.shortly_after,
        "вскоре после 17:45 в пятницу @ 2019-03-11 = 2019-03-08",
    ),
    ("TIME", "с|между TIME до|и TIME", times.from_time_to, "между 22:50 и 23:40 в пятницу @ 2019-03-11 = 2019-03-08"),
    (
        "ZONED",
        "ZONE",
        zone_told,
        "17:45 мск в пятницу @ 2019-03-11 = 2019-03-08",
    ),
    (
        "ZONED",
        "по местному времени?",
        times.local,
        "в 17:45 по местному времени в пятницу @ 2019-03-11 = 2019-03-08",
    ),
    *(
        (
            "ZONED",
            f"по {place} времени?",
            times.zone_of(name),
            f"в 17:45 по {place} времени в пятницу @ 2019-03-11 = 2019-03-08",
        )
        for place, name in (("московскому", "мск"), ("алматинскому", "Almaty time"), ("астанинскому", "Astana time"))
    ),
    (
        "ZONED",
        "по гринвичу ; по всемирному времени",
        times.universal,
        "в 17:45 по гринвичу в пятницу @ 2019-03-11 = 2019-03-08",
    ),
)

_HOURS = rules(
    "time of a day",
    own.HOUR,
    Needs.NOTHING,
    (
        "TIME",
        f"NUM {lexicon.HOUR} ZONED? ; NUM {lexicon.HOUR} NUM {lexicon.MINUTE} ZONED?",
        builders.hour,
        "в 17 часов 45 минут в пятницу @ 2019-03-11 = 2019-03-08 ; в пятницу в 17 часов @ 2019-03-11 = 2019-03-08",
    ),
)

TIMES = (*_TIMES, *_HOURS, *_PARTS_OF_DAYS)
