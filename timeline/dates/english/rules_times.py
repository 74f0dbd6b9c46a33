"""Rules for parts of days, nights and times of day."""

from __future__ import annotations

from timeline.dates.clock import zone_told
from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import nights, say, times

TIMES = (
    *rules(
        "night between two days",
        say.NIGHT,
        Needs.NOTHING,
        (
            "PERIOD",
            "in|on|during|over? the? night of|between|from? PERIOD to|and|– PERIOD"
            " ; overnight from? PERIOD to|– PERIOD",
            nights.night_between,
            "the night of March 10 to March 11, 2019 @ 2021-02-22 = 2019-03-10",
        ),
        (
            "PERIOD",
            "in|on|during|over? the? night of|between|from? the? DAYNO|ORD to|and|–|/ PERIOD"
            " ; overnight from? the? DAYNO|ORD to|–|/ PERIOD",
            nights.night_of_days,
            "on the night of 5 to 6 January 1937 @ 1937-02-01 = 1937-01-05"
            " ; overnight 12-13 November 2021 @ 2022-02-01 = 2021-11-12",
        ),
    ),
    *rules(
        "part of a day",
        say.NIGHT,
        Needs.NOTHING,
        ("PERIOD", "PERIOD ,? in|at? the? PARTDAY", times.part_after, "Friday night @ 2019-03-11 = 2019-03-08"),
        (
            "PERIOD",
            "the|in|on? the? PARTDAY ,? of|on? PERIOD",
            times.part_of,
            "the night of March 10, 2019 @ 2021-02-22 = 2019-03-10",
        ),
        (
            "PERIOD",
            "the? early|small|wee hours of|on? PERIOD",
            times.early_hours,
            "the early hours of Tuesday @ 2019-03-14 = 2019-03-12",
        ),
        (
            "PERIOD",
            "overnight PERIOD ; PERIOD overnight",
            times.overnight,
            "overnight Friday @ 2019-03-11 = 2019-03-08",
        ),
        ("PARTDAY", "PART PARTDAY", lambda _, code: code, "mid-afternoon yesterday @ 1989-11-02 = 1989-11-01"),
        (
            "PARTDAY",
            "pre dawn ; predawn ; predawn|dawn hours",
            lambda: "MO",
            "predawn Tuesday @ 2019-03-14 = 2019-03-12",
        ),
    ),
    *rules(
        "time of a day",
        "",
        Needs.NOTHING,
        ("PERIOD", "at? TIME ,? on|of? PERIOD", times.part_of, "10 p.m. Wednesday @ 1998-02-13 = 1998-02-11"),
        (
            "PERIOD",
            "PERIOD ,? at? TIME",
            times.time_after,
            "March 10, 2019 at 17:45 @ 2021-02-22 = 2019-03-10",
        ),
        (
            "TIME",
            "NUM o'clock AMPM? ZONED? ; NUM AMPM ZONED?",
            times.hour,
            "5 p.m. EST Nov. 9 @ 1989-11-02 = 1989-11-09",
        ),
        ("TIME", "CLOCK AMPM ZONED?", times.clock, "10:35 a.m. Friday @ 2019-03-11 = 2019-03-08"),
        ("TIME", "CLOCK hours|h? ZONED?", times.clock, "17:45 GMT Friday @ 2019-03-11 = 2019-03-08"),
        ("TIME", "NUM ZONED ; NUM hours ZONED?", times.military, "1400 GMT Friday @ 2019-03-11 = 2019-03-08"),
        ("TIME", "NUM in|at the? PARTDAY", times.hour_in_part, "4 in the morning on Friday @ 2019-03-11 = 2019-03-08"),
        ("TIME", "noon|midday|noontime", lambda: "12:00", "noon Thursday @ 1998-02-13 = 1998-02-12"),
        ("TIME", "TIME TIME", lambda time, _: time, "3 a.m. (0200 GMT) Friday @ 2019-03-11 = 2019-03-08"),
        ("TIME", "midnight", lambda: "24:00", "midnight Friday @ 1989-10-30 = 1989-10-27"),
        ("TIME", "HEDGE TIME", times.about, "about 5 p.m. Friday @ 2019-03-11 = 2019-03-08"),
        (
            "TIME",
            "shortly|just before TIME",
            times.shortly_before,
            "shortly before midnight Friday @ 2019-03-11 = 2019-03-08",
        ),
        (
            "TIME",
            "shortly|just after TIME",
            times.shortly_after,
            "shortly after noon Friday @ 2019-03-11 = 2019-03-08",
        ),
        ("TIME", "before TIME", times.up_to, "before noon Friday @ 2019-03-11 = 2019-03-08"),
        ("TIME", "after TIME", times.later_than, "after noon Friday @ 2019-03-11 = 2019-03-08"),
        (
            "TIME",
            "sometime|some? time? between TIME and TIME ; from? TIME to|until|– TIME",
            times.from_time_to,
            "12 November 2021 at some time between 22:50 and 23:40 @ 2022-03-08 = 2021-11-12",
        ),
        (
            "ZONED",
            "ZONE",
            zone_told,
            "Sat, 13 Nov 2021 09:12 +0100 @ 2022-01-10 = 2021-11-13",
        ),
        (
            "ZONED",
            "local standard|daylight|summer? time",
            times.local,
            "5 p.m. local time Friday @ 2019-03-11 = 2019-03-08",
        ),
        *(
            (
                "ZONED",
                f"{place} standard|daylight|summer? time",
                times.zone_of(f"{place} time"),
                f"5 p.m. {place} time Friday @ 2019-03-11 = 2019-03-08",
            )
            for place in ("eastern", "central", "pacific", "mountain", "moscow")
        ),
        (
            "ZONED",
            "coordinated? universal time ; greenwich mean? time",
            times.universal,
            "5 p.m. universal time Friday @ 2019-03-11 = 2019-03-08",
        ),
    ),
)
