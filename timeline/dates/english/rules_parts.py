"""Rules for parts of periods, for units counted in them, and for hedges."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import say, years
from timeline.dates.semantics.counted_within import final_units, first_units, nth_unit, nth_weekday
from timeline.dates.semantics.counting import ONE, units_up_to
from timeline.dates.semantics.parts import earlier_in, first_half, hedged, part, parts, second_half

_PARTS = (
    *rules(
        "part of a period",
        say.PARTS,
        Needs.NOTHING,
        (
            "PERIOD",
            "the? PART in|on|of? the? PERIOD ; the? PART part|stages? of PERIOD ; PART on in PERIOD",
            part,
            "late summer 2020 @ 2021-02-22 = 2020-08 ; the mid-1990s @ 2021-02-22 = [1994..1996]",
        ),
        (
            "PERIOD",
            "the? latter part of PERIOD",
            lambda whole: part("END", whole),
            "the latter part of last year @ 2013-03-25 = [2012-09..2012-12]",
        ),
        ("PERIOD", "PART to|or|and|– PART PERIOD", parts, "early to mid-2019 @ 2021-02-22 = [2019-01..2019-08]"),
    ),
    *rules(
        "edge of a period",
        say.EDGES,
        Needs.NOTHING,
        (
            "PERIOD",
            "the? first|opening|early few? PLURAL of|in PERIOD",
            lambda _, whole: part("FIRST", whole),
            "the first days of March 2019 @ 2021-02-22 = [2019-03-01..2019-03-05]",
        ),
        (
            "PERIOD",
            "the? last|final|closing|waning few? PLURAL of|in PERIOD",
            lambda _, whole: part("LAST", whole),
            "the final months of 2012 @ 2013-03-25 = [2012-11..2012-12]",
        ),
        ("PERIOD", "year 's? EDGE YEARISH", part, "year-end 2012 @ 2013-03-25 = [2012-11..2012-12]"),
        ("PERIOD", "the? very? EDGE of PERIOD", part, "the end of 2019 @ 2021-02-22 = [2019-11..2019-12]"),
        (
            "PERIOD",
            "PERIOD 's? EDGE",
            lambda whole, kind: part(kind, whole),
            "March's end @ 2019-04-02 = [2019-03-26..2019-03-31]",
        ),
    ),
    *rules(
        "edge of a period",
        say.EDGES,
        Needs.DAY,
        ("PERIOD", "PART SINGLE", years.part_of_running, "mid-year @ 2019-03-14 = [2019-05..2019-08]"),
        ("PERIOD", "the? year 's? EDGE", years.edge_of_this_year, "year-end @ 2019-03-14 = [2019-11..2019-12]"),
    ),
    *rules(
        "what had passed of a period",
        say.UP_TO_WRITING,
        Needs.DAY,
        (
            "PERIOD",
            "earlier in|on? the? PERIOD ; PERIOD earlier",
            earlier_in,
            "earlier this month @ 2021-02-22 = [2021-02-01..2021-02-22]",
        ),
    ),
    *rules(
        "what had passed of a period",
        say.UP_TO_WRITING,
        Needs.DAY,
        (
            "PERIOD",
            "so far this SINGLE ; SINGLE to date",
            years.passed_of_running,
            "so far this year @ 2021-02-22 = [2021-01-01..2021-02-22]",
        ),
    ),
    *rules(
        "what is to come of a period",
        "",
        Needs.DAY,
        (
            "PERIOD",
            "later this SINGLE ; the rest|remainder|balance of the|this SINGLE",
            years.rest_of_running,
            "later this year @ 2021-02-22 = [2021-02-22..2021-12-31]",
        ),
    ),
    *rules(
        "half of a period",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "the? first half of PERIOD",
            first_half,
            "the first half of March 2019 @ 2021-02-22 = [2019-03-01..2019-03-15]",
        ),
        (
            "PERIOD",
            "the? second|latter|last half of PERIOD",
            second_half,
            "the last half of the '80s @ 1989-10-26 = [1985..1989]",
        ),
    ),
    *rules(
        "units of a period",
        say.WEEKS_OF_MONTHS,
        Needs.NOTHING,
        (
            "PERIOD",
            "the? first COUNT UNIT of|in PERIOD",
            first_units,
            "the first two quarters of 1990 @ 1989-10-26 = 1990-40",
        ),
        (
            "PERIOD",
            "the? last|final COUNT UNIT of|in PERIOD",
            final_units,
            "the last three months of 2019 @ 2021-02-22 = [2019-10..2019-12]",
        ),
        (
            "PERIOD",
            "the? last|final SINGLE of|in PERIOD",
            lambda unit, whole: final_units(ONE, unit, whole),
            "the last day of March 2019 @ 2021-02-22 = 2019-03-31",
        ),
        (
            "PERIOD",
            "the? ORD SINGLE of|in PERIOD",
            nth_unit,
            "the third week of May 2019 @ 2021-02-22 = [2019-05-15..2019-05-21]",
        ),
        (
            "PERIOD",
            "the? ORD WEEKDAY of|in PERIOD",
            nth_weekday,
            "the second Tuesday of March 2019 @ 2021-02-22 = 2019-03-12",
        ),
        (
            "PERIOD",
            "the? last|final WEEKDAY of|in PERIOD",
            lambda day, month: nth_weekday(-1, day, month),
            "the last Friday of March 2019 @ 2021-02-22 = 2019-03-29",
        ),
        (
            "PERIOD",
            "the? COUNT UNIT ended|ending|through|to in? PERIOD",
            units_up_to,
            "the nine months ended Sept. 30, 1989 @ 1989-11-02 = [1989-01..1989-09]",
        ),
        (
            "PERIOD",
            "the? fiscal? SINGLE ended|ending|to in? PERIOD",
            lambda unit, end: units_up_to(ONE, unit, end),
            "the quarter ended Sept. 30, 1989 @ 1989-11-02 = 1989-35",
        ),
    ),
)

_HEDGES = (
    *rules(
        "approximate",
        say.HEDGE,
        Needs.NOTHING,
        (
            "PERIOD",
            "HEDGE PERIOD ; on|in or HEDGE PERIOD",
            lambda _, whole: hedged(whole, approximate=True),
            "circa 2014 @ 2021-02-22 = 2014~ ; on or about March 10, 2019 @ 2021-02-22 = 2019-03-10~",
        ),
        ("PERIOD", "PERIOD or so", lambda whole: hedged(whole, approximate=True), "2014 or so @ 2021-02-22 = 2014~"),
    ),
    *rules(
        "uncertain",
        say.HEDGE,
        Needs.NOTHING,
        (
            "PERIOD",
            "DOUBT in|on|during? PERIOD",
            lambda _, whole: hedged(whole, uncertain=True),
            "possibly in March 2019 @ 2021-02-22 = 2019-03?",
        ),
        (
            "PERIOD",
            "PERIOD UNSURE",
            lambda whole, _: hedged(whole, uncertain=True),
            "March 2019 (?) @ 2021-02-22 = 2019-03?",
        ),
    ),
    *rules(
        "",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "sometime|only|just|exactly|precisely|effective in|on|during? PERIOD ; later in|on? PERIOD"
            " ; some|one time|day|point in|on|during? PERIOD ; at some|one point|time in|during? PERIOD"
            " ; as early|late|recently as PERIOD ; a good|large|great part of PERIOD"
            " ; much|most|all|part|some|rest|course of PERIOD ; the rest|course|remainder of PERIOD",
            years.same,
            "sometime next year @ 1989-10-27 = 1990 ; a good part of 1990 @ 1989-10-30 = 1990",
        ),
    ),
)

PARTS = (*_PARTS, *_HEDGES)
