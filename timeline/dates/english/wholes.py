"""Rules for parts of periods, hedges, and whole expressions: since, until, from one to another."""

from __future__ import annotations

from timeline.dates.derived import Count, elapsed, first_units, hedged, last_units, nth_unit, nth_weekday, part
from timeline.dates.english import build, say
from timeline.dates.frames import (
    Frame,
    after,
    before,
    between,
    by,
    from_now_on,
    from_to,
    leans_on_another_event,
    now,
    once,
    one_of,
    since,
    until,
    up_to_now,
)
from timeline.dates.matching import Rule

_ONE = Count(1, 1, 1)


_PARTS = (
    Rule("PERIOD", "the? PART in|on|of? PERIOD", part, "part of a period", say.PARTS),
    Rule("PERIOD", "the? EDGE of PERIOD", part, "edge of a period", say.EDGES),
    Rule("PERIOD", "PERIOD 's? EDGE", lambda whole, kind: part(kind, whole), "edge of a period", say.EDGES),
    Rule("PERIOD", "the? year 's? EDGE", build.edge_of_this_year, "edge of a period", say.EDGES, deictic=True),
    Rule(
        "PERIOD",
        "earlier|previously in|on? PERIOD",
        elapsed,
        "earlier in a period",
        say.UP_TO_WRITING,
        deictic=True,
    ),
    Rule("PERIOD", "PERIOD earlier", elapsed, "earlier in a period", say.UP_TO_WRITING, deictic=True),
    Rule(
        "PERIOD",
        "later in|on? PERIOD",
        lambda whole: elapsed(whole, later=True),
        "later in a period",
        say.UP_TO_WRITING,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the rest|remainder of PERIOD",
        lambda whole: elapsed(whole, later=True),
        "later in a period",
        say.UP_TO_WRITING,
        deictic=True,
    ),
    Rule("PERIOD", "the? first half of PERIOD", lambda whole: part("HALF1", whole), "half of a period"),
    Rule("PERIOD", "the? second|latter|last half of PERIOD", lambda whole: part("HALF2", whole), "half of a period"),
    Rule("PERIOD", "the? first COUNT UNIT of|in PERIOD", first_units, "first units of a period"),
    Rule(
        "PERIOD",
        "the? first UNIT of|in PERIOD",
        lambda unit, whole: first_units(_ONE, unit, whole),
        "first units of a period",
    ),
    Rule(
        "PERIOD",
        "the? last|final COUNT UNIT of|in PERIOD",
        lambda n, unit, whole: first_units(n, unit, whole, last=True),
        "last units of a period",
    ),
    Rule(
        "PERIOD",
        "the? last|final UNIT of|in PERIOD",
        lambda unit, whole: first_units(_ONE, unit, whole, last=True),
        "last units of a period",
    ),
    Rule("PERIOD", "the? ORD UNIT of|in PERIOD", nth_unit, "nth unit of a period"),
    Rule("PERIOD", "the? ORD WEEKDAY of|in PERIOD", nth_weekday, "nth weekday of a month"),
    Rule(
        "PERIOD",
        "the? last WEEKDAY of|in PERIOD",
        lambda day, month: nth_weekday(-1, day, month),
        "nth weekday of a month",
    ),
    Rule(
        "PERIOD",
        "the? last|past COUNT UNIT",
        last_units,
        "units past",
        say.PAST_UNITS,
        deictic=True,
    ),
    Rule(
        "PERIOD", "the? last|past UNIT", lambda unit: last_units(_ONE, unit), "units past", say.PAST_UNITS, deictic=True
    ),
    Rule(
        "PERIOD",
        "the? next|coming COUNT UNIT",
        lambda n, unit: last_units(n, unit, running=1),
        "units to come",
        say.PAST_UNITS,
        deictic=True,
    ),
    Rule(
        "PERIOD",
        "the? next|coming UNIT",
        lambda unit: last_units(_ONE, unit, running=1),
        "units to come",
        say.PAST_UNITS,
        deictic=True,
    ),
    Rule("PERIOD", "recent UNIT", build.recent_units, "recent units", say.FEW, deictic=True),
)

_HEDGES = (
    Rule("PERIOD", "HEDGE PERIOD", lambda _, whole: hedged(whole, approximate=True), "approximate", say.HEDGE),
    Rule("PERIOD", "PERIOD or so", lambda whole: hedged(whole, approximate=True), "approximate", say.HEDGE),
    Rule("PERIOD", "COUNT UNIT or so ago", build.about_ago, "approximate", say.HEDGE, deictic=True),
    Rule("PERIOD", "DOUBT in|on? PERIOD", lambda _, whole: hedged(whole, uncertain=True), "uncertain", say.HEDGE),
    Rule("PERIOD", "PERIOD UNSURE", lambda whole, _: hedged(whole, uncertain=True), "uncertain", say.HEDGE),
    Rule("PERIOD", "sometime|only|just|exactly|precisely in|on|during? PERIOD", build.same),
    Rule("PERIOD", "some time|day in|on|during? PERIOD", build.same),
    Rule("PERIOD", "as early|late|recently as PERIOD", build.same),
    Rule("PERIOD", "a good|large|great part of PERIOD", build.same),
    Rule("PERIOD", "much|most|all of PERIOD", build.same),
)

_ONCE = (
    Rule("DATE", "PERIOD", once),
    Rule("DATE", "in|on|at|during|over|of|dated|for|within PERIOD", once),
    Rule("DATE", "throughout PERIOD", lambda whole: from_to(whole, whole), "throughout", say.THROUGHOUT),
    Rule("DATE", "all through PERIOD", lambda whole: from_to(whole, whole), "throughout", say.THROUGHOUT),
)

_RANGES = (
    Rule("RANGE", "PERIOD to|through|until|till|thru PERIOD", from_to, "from one to another", say.THROUGHOUT),
    Rule("RANGE", "PERIOD – PERIOD", from_to, "from one to another", say.THROUGHOUT),
    Rule("RANGE", "PERIOD and PERIOD", from_to, "the one and the other", say.THROUGHOUT),
    Rule("RANGE", "both PERIOD and PERIOD", from_to, "the one and the other", say.THROUGHOUT),
    Rule(
        "RANGE", "from PERIOD to|through|until|till|thru|– on? PERIOD", from_to, "from one to another", say.THROUGHOUT
    ),
    Rule("RANGE", "from PERIOD up to PERIOD", from_to, "from one to another", say.THROUGHOUT),
    Rule("RANGE", "YEAR –|to TWODIGITS", build.short_range, "from one to another", say.THROUGHOUT),
    Rule("RANGE", "DAYNO –|to|and DATED", build.days_to_date, "from one to another", say.THROUGHOUT),
    Rule("RANGE", "from DAYNO to|until DATED", build.days_to_date, "from one to another", say.THROUGHOUT),
    Rule("RANGE", "the? ORD –|to|and DATED", build.days_to_date, "from one to another", say.THROUGHOUT),
    Rule(
        "RANGE",
        "MONTH DAYNO –|to|and|through DAYNO",
        build.days_of_month,
        "from one to another",
        say.THROUGHOUT,
        deictic=True,
    ),
    Rule(
        "RANGE",
        "MONTH DAYNO –|to|and|through DAYNO ,? YEARISH",
        build.days_of_month,
        "from one to another",
        say.THROUGHOUT,
    ),
    Rule(
        "RANGE",
        "from MONTH DAYNO –|to|through|until DAYNO ,? YEARISH?",
        build.days_of_month,
        "from one to another",
        say.THROUGHOUT,
        deictic=True,
    ),
    Rule("BETWEEN", "between PERIOD and PERIOD", between, "between"),
    Rule("BETWEEN", "between DAYNO and DATED", build.between_days, "between"),
    Rule("BETWEEN", "PERIOD or PERIOD", one_of, "one or the other"),
    Rule("BETWEEN", "either PERIOD or PERIOD", one_of, "one or the other"),
    Rule("DATE", "RANGE", build.same),
    Rule("DATE", "BETWEEN", build.same),
    Rule("DATE", "in|on|during|over|of|both|for|sometime RANGE", build.same),
    Rule("DATE", "in|on|during|of|sometime|some time? BETWEEN", build.same),
)

_OPEN = (
    Rule("DATE", "since|from PERIOD", since, "since", say.SINCE),
    Rule("DATE", "ever since PERIOD", since, "since", say.SINCE),
    Rule("DATE", "from|since? PERIOD on|onward|onwards|forward", since, "since", say.SINCE),
    Rule("DATE", "as of|from? PERIOD", since, "since", say.SINCE),
    Rule("DATE", "starting|beginning in|on|from? PERIOD", since, "since", say.SINCE),
    Rule("DATE", "until|till|til|through PERIOD", until, "until", say.UNTIL),
    Rule("DATE", "up to|until PERIOD", until, "until", say.UNTIL),
    Rule("DATE", "by PERIOD", by, "by", say.BY),
    Rule("DATE", "no|not later than PERIOD", by, "by", say.BY),
    Rule("DATE", "before|pre PERIOD", before, "before", say.BEFORE),
    Rule("DATE", "prior to PERIOD", before, "before", say.BEFORE),
    Rule("DATE", "shortly|just|right|soon|immediately|not|long|even before PERIOD", before, "before", say.BEFORE),
    Rule("DATE", "earlier than PERIOD", before, "before", say.BEFORE),
    Rule("DATE", "after|post|following PERIOD", after, "after", say.AFTER),
    Rule("DATE", "shortly|just|right|soon|immediately|not|long|some time? after PERIOD", after, "after", say.AFTER),
    Rule("DATE", "later than PERIOD", after, "after", say.AFTER),
    Rule("DATE", "PERIOD or|and later|after|beyond|thereafter", since, "since", say.SINCE),
    Rule("DATE", "PERIOD or|and earlier|before", by, "by", say.BY),
)

_VAGUE = (
    Rule("DATE", "now|nowadays|currently|presently|current|present", now, "now", say.NOW, deictic=True),
    Rule("DATE", "right|just|even|by|until|up to? now", now, "now", say.NOW, deictic=True),
    Rule("DATE", "at|for the? present|moment", now, "now", say.NOW, deictic=True),
    Rule("DATE", "these days", now, "now", say.NOW, deictic=True),
    Rule("DATE", "to date", now, "now", say.NOW, deictic=True),
    Rule("DATE", "so far", now, "now", say.NOW, deictic=True),
    Rule(
        "DATE",
        "more|very|most|quite|just? recently|lately|recent",
        up_to_now,
        "before writing",
        say.VAGUE_PAST,
        deictic=True,
    ),
    Rule("DATE", "until|up recently", up_to_now, "before writing", say.VAGUE_PAST, deictic=True),
    Rule("DATE", "in the past", up_to_now, "before writing", say.VAGUE_PAST, deictic=True),
    Rule("DATE", "the past", up_to_now, "before writing", say.VAGUE_PAST, deictic=True),
    Rule("DATE", "long ago", up_to_now, "before writing", say.VAGUE_PAST, deictic=True),
    Rule("DATE", "soon|shortly", from_now_on, "after writing", say.VAGUE_FUTURE, deictic=True),
    Rule(
        "DATE", "in? the? near|coming|foreseeable? future", from_now_on, "after writing", say.VAGUE_FUTURE, deictic=True
    ),
)


def _leaning(pattern: str) -> Rule:
    """Return the rule for words that lean on another event."""
    return Rule("DATE", pattern, leans_on_another_event_of, "leans on another event", say.RELATIVE)


def leans_on_another_event_of(*_parts: object) -> Frame:
    """Whatever was counted or named, it dates nothing on its own."""
    return leans_on_another_event()


_LEANING = tuple(
    map(
        _leaning,
        (
            "then|thereafter|afterward|afterwards|later|earlier|previously|meanwhile|simultaneously|eventually",
            "shortly|soon|immediately|not|long thereafter|afterward|afterwards|after|before|later|earlier",
            "at|by|until|around|about? that|the|this? same? time|moment|point",
            "on|in|by|during|later|earlier|until? that|the same? very? UNIT",
            "that|the same same? PARTDAY",
            "on|in|by|during|later|earlier? that|the|same? same? PARTDAY",
            "the? same UNIT",
            "on|in|the? following|next|previous|preceding|subsequent|ensuing UNIT|PARTDAY|WEEKDAY|MONTH|SEASON",
            "in|on|by|over|during|for? the? following|previous|preceding|subsequent|ensuing UNIT|PARTDAY|WEEKDAY|MONTH|SEASON",
            "in|on|by|during? the next|following day|PARTDAY",
            "next day|PARTDAY",
            "COUNT UNIT|SMALL later|earlier|before|after|afterward|afterwards|previously|prior",
            "the UNIT before|after|earlier",
            "the? PARTDAY before|after",
            "within COUNT UNIT|SMALL",
            "at? TIME",
            "at|in|by|during? PARTDAY",
            "once|already|yet|ever|never|always|still",
            "the? day",
        ),
    )
)

WHOLES = (*_PARTS, *_HEDGES, *_ONCE, *_RANGES, *_OPEN, *_VAGUE, *_LEANING)
