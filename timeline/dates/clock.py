"""Times of day: on which days of the calendar a time told in universal time can have been where it was."""

from __future__ import annotations

_HOURS, _MINUTES = 24, 60
_FARTHEST_BEHIND, _FARTHEST_AHEAD = 12, 14
"""How many hours local time is behind and ahead of universal time at most."""

UNIVERSAL = "Z"
"""What a time in universal time ends with, as ISO 8601 has it."""


def days_off(time: str) -> tuple[int, int]:
    """Return how many days earlier and later than the day written a time may have been by the local calendar.

    `time` is "23:52" or longer, and (0, 0) is returned of what does not end in `Z`: that names no place, so a telephone
    that was used at 23:52Z on the 12th may have been used on the 13th by the clock on the wall.
    """
    if not time.endswith(UNIVERSAL):
        return 0, 0
    minutes = int(time[:2]) * _MINUTES + int(time[3:5])
    return (
        1 if minutes < _FARTHEST_BEHIND * _MINUTES else 0,
        1 if minutes >= (_HOURS - _FARTHEST_AHEAD) * _MINUTES else 0,
    )
