"""Times of day: the minutes that a stated time can mean, and the days that one in universal time can have been on.

A time as told is "23:40", "23:40~" (about), "24:00<" (shortly before), "12:00>" (shortly after), "22:50/23:40" (from
the one to the other), or TIMEX3's code of a part of a day: MO, AF, EV; NI, the night, is of two days. The zone that is
told with it goes along: "23:40@est", "23:40@+01:00"; without one it is the time of the place.

Conventions. Whoever tells a time rounds it: a full hour may be half an hour off, a half or a quarter a quarter of an
hour, another multiple of five minutes five, any other a minute. "About" allows as much again and half an hour at least,
"shortly before" and "shortly after" an hour on that side. A morning runs from midnight to half past twelve, an
afternoon from noon to seven, an evening from four to midnight.
"""

from __future__ import annotations

from typing import NamedTuple

_HOURS, _MINUTES = 24, 60
_FARTHEST_BEHIND, _FARTHEST_AHEAD = 12, 14
"""How many hours local time is behind and ahead of universal time at most."""

_FULL_HOUR, _HALF_HOUR, _QUARTER, _FIVE = 60, 30, 15, 5
PARTS_OF_DAYS = {"MO": (0, 750), "AF": (720, 1140), "EV": (960, 1440)}
"""The parts of a day that tell a time of it, by TIMEX3's codes: their first minute and their last."""

ABOUT, BEFORE, AFTER, UNTIL = "~", "<", ">", "/"
"""What marks a time as told: hedged, shortly before or after it, or from it to another."""

ZONED = "@"
"""What the zone that is told with a time goes after."""

UNIVERSAL = "Z"
"""What a time in universal time ends with, as ISO 8601 has it."""
_UNIVERSAL_NAMES = frozenset(("z", "utc", "gmt", "+0000", "+00:00"))


def days_off(time: str) -> tuple[int, int]:
    """Return how many days earlier and later than the day written a time may have been by the local calendar.

    `time` is "23:52" or longer, and (0, 0) is returned of what has no `Z`: that names no place, so a telephone
    that was used at 23:52Z on the 12th may have been used on the 13th by the clock on the wall.
    """
    if UNIVERSAL not in time:
        return 0, 0
    minutes = int(time[:2]) * _MINUTES + int(time[3:5])
    return (
        1 if minutes < _FARTHEST_BEHIND * _MINUTES else 0,
        1 if minutes >= (_HOURS - _FARTHEST_AHEAD) * _MINUTES else 0,
    )


def zone_told(name: str) -> str:
    """Return what goes after a time for a zone: `Z` for universal time, which is of no place, else its name, if any."""
    if name.lower() in _UNIVERSAL_NAMES:
        return UNIVERSAL
    return f"{ZONED}{name}" if name else ""


def zoned(time: str) -> str:
    """Return a time as EDTF has it, "23:52:37+01:00", as it is told here; without its seconds."""
    zone = time[len("23:52:37") :]
    return time[: len("23:52")] + (f"{ZONED}{zone}" if zone not in ("", UNIVERSAL) else "")


def runs_on(time: str) -> bool:
    """Whether a time told of a day may be of the next one: a night, midnight and what is after it, "23:40 to 00:30"."""
    first, _, last = time.partition(UNTIL)
    return time == "NI" or (first.startswith("24:00") and BEFORE not in first) or "" < last < first


class Clock(NamedTuple):
    """The first and the last minute of the day that a stated time can mean; `minute` is it where nothing hedges it.

    `zone` is the one told with it, "" for the time of the place.
    """

    low: int
    high: int
    minute: int | None = None
    zone: str = ""

    def meets(self, other: Clock) -> bool:
        """Whether both can be of one moment."""
        return self.low <= other.high and other.low <= self.high


def clock_of(told: str) -> Clock | None:
    """Return the minutes that a time as told can mean, None where it tells none."""
    if told in PARTS_OF_DAYS:
        return Clock(*PARTS_OF_DAYS[told])
    if UNTIL in told:
        first, last = (clock_of(time) for time in told.split(UNTIL))
        if first is None or last is None:
            return None
        return Clock(first.low, max(last.high, first.high), zone=last.zone or first.zone)
    time, zone, marks = _apart(told)
    if len(time) < len("23:40") or not (time[:2] + time[3:5]).isdigit():
        return None
    minute = int(time[:2]) * _MINUTES + int(time[3:5])
    off = _rounded(minute)
    if ABOUT in marks:
        off = max(2 * off, _HALF_HOUR)
    low = minute - (_FULL_HOUR if BEFORE in marks else 0 if AFTER in marks else off)
    high = minute + (_FULL_HOUR if AFTER in marks else 0 if BEFORE in marks else off)
    return Clock(low, high, None if marks else minute, zone)


def _apart(told: str) -> tuple[str, str, str]:
    """Return a time as told in its parts: the time, its zone, and its marks."""
    whole = told.rstrip(ABOUT + BEFORE + AFTER)
    time, _, zone = whole.partition(ZONED)
    return time, zone, told[len(whole) :]


def _rounded(minute: int) -> int:
    """Return how far off a time may be that is told so."""
    if minute % _FULL_HOUR == 0:
        return _HALF_HOUR
    return _QUARTER if minute % _QUARTER == 0 else _FIVE if minute % _FIVE == 0 else 1


def clock_text(told: str) -> str:
    """Return a time as told, for readers: "about 22:50", "shortly before 24:00", "17:00 EST"."""
    names = {"MO": "in the morning", "AF": "in the afternoon", "EV": "in the evening"}
    if told in names:
        return names[told]
    if UNTIL in told:
        return " to ".join(clock_text(time) for time in told.split(UNTIL))
    time, zone, marks = _apart(told)
    lead = "shortly before " if BEFORE in marks else "shortly after " if AFTER in marks else ""
    return f"{'about ' if ABOUT in marks else ''}{lead}{time} {zone.upper()}".rstrip()
