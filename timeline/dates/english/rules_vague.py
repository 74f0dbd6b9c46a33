"""Rules for what is vague about the day of writing ("now", "recently"), and for what leans on another event."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import say, times
from timeline.dates.semantics.frames import Frame, from_now_on, leans_on_another_event, now, up_to_now

_VAGUE = (
    *rules(
        "now",
        say.NOW,
        Needs.DAY,
        (
            "DATE",
            "now|nowadays|currently|presently|current|present ; right|just|even|by|until|till now ; up to now"
            " ; at|for the? present|moment ; these days ; to date ; so far",
            now,
            "now @ 2021-02-22 = ",
        ),
    ),
    *rules(
        "before writing",
        say.VAGUE_PAST,
        Needs.DAY,
        (
            "DATE",
            "more|very|most|quite|just|only|until? recently|lately|recent ; in? the past"
            " ; long|sometime ago ; some time ago",
            up_to_now,
            "recently @ 2021-02-22 = [..2021-02-22]",
        ),
    ),
    *rules(
        "after writing",
        say.VAGUE_FUTURE,
        Needs.DAY,
        (
            "DATE",
            "soon|shortly ; in? the? near|coming|foreseeable|immediate? future",
            from_now_on,
            "soon @ 2021-02-22 = [2021-02-22..]",
        ),
    ),
)


def _leaning(*_parts: object) -> Frame:
    """Whatever was counted or named, it dates nothing on its own."""
    return leans_on_another_event


_LEANING = rules(
    "leans on another event",
    say.RELATIVE,
    Needs.NOTHING,
    (
        "DATE",
        "then|thereafter|afterward|afterwards|later|earlier|previously|meanwhile|simultaneously|beforehand",
        _leaning,
        "thereafter @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "shortly|soon|immediately|long|right|just|years|months|weeks|days thereafter|afterward|afterwards|later|earlier"
        " ; shortly|soon|immediately|not|long|right|just|years|months|weeks|days after|before ; not long after|before",
        _leaning,
        "shortly thereafter @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "at|by|until|around|about|since? that|the|this|same? same? time|moment|point|period|day|date",
        _leaning,
        "at the time @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "on|in|by|during|later|earlier|until|since? that|same same? very? UNIT|PARTDAY|WEEKDAY|MONTH|SEASON",
        _leaning,
        "that same evening @ 2021-02-22 = ",
    ),
    ("DATE", "on|in|by|during? the same UNIT|PARTDAY|WEEKDAY|MONTH|SEASON", _leaning, "the same day @ 2021-02-22 = "),
    (
        "DATE",
        "in|on|by|over|during|for|until? the? following|previous|preceding|subsequent|ensuing COUNT? UNIT"
        " ; in|on|by|during|until? the? following|previous|preceding|subsequent|ensuing PARTDAY|WEEKDAY|MONTH|SEASON",
        _leaning,
        "the following year @ 2021-02-22 = ",
    ),
    ("DATE", "on|in|by|during? the? next|following day|PARTDAY", _leaning, "the next morning @ 2021-02-22 = "),
    (
        "DATE",
        "COUNT UNIT|SMALL later|earlier|before|after|afterward|afterwards|previously|prior|beforehand|thereafter",
        _leaning,
        "two days later @ 2021-02-22 = ; a year earlier @ 2021-02-22 = ",
    ),
    ("DATE", "the? UNIT|PARTDAY before|after|prior", _leaning, "the year before @ 2021-02-22 = "),
    ("DATE", "within COUNT UNIT|SMALL", _leaning, "within two weeks @ 2021-02-22 = "),
    (
        "DATE",
        "by|until|before|after TIME ; in|at|by|during|later|earlier|until|before|after? the? PARTDAY",
        _leaning,
        "by 10:35 a.m. @ 2021-02-22 = ",
    ),
    ("DATE", "at? TIME", times.at_that_time, "10:35 a.m. @ 2021-02-22 = ; at about 4 am @ 2021-02-22 = "),
    (
        "DATE",
        "since|until|till|before|by|from|after then ; earlier|later|early|late in? the day ; within PLURAL|SMALL"
        " ; shortly|soon|immediately|just|right|long? after|before|since|until|by that|this",
        _leaning,
        "since then @ 2021-02-22 = ; shortly after that @ 2021-02-22 = ",
    ),
    ("DATE", "on? the? day", _leaning, "the day @ 2021-02-22 = "),
)

VAGUE = (*_VAGUE, *_LEANING)
