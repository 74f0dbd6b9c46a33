"""Whole expressions: a period once, from one to another, since, until, by, before, after; and their bounds.

A frame is a function of the day of writing that gives an `Answer`: the four bounds of a span, read and sound. Like
everything here they are monotone in the day; see `timeline.dates.semantics.meaning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.dates.boxes import Bounds, Day, around, tight
from timeline.dates.matching import sure
from timeline.dates.semantics.meaning import Way
from timeline.dates.semantics.periods import NoSuchDateError, Period, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from timeline.dates.semantics.meaning import Meaning


class Answer(NamedTuple):
    """What a whole expression means, said on one day: start and end windows as read and as sound.

    `alternatives` are the boxes of which one soundly holds, and `sound` the hull of them; none where that says all.
    `edtf` is None where it is to be written from the reading. `relative` is true of words that lean on another event.
    """

    reading: Bounds
    sound: Bounds
    value: str | None = None
    edtf: str | None = None
    approximate: bool = False
    uncertain: bool = False
    relative: bool = False
    alternatives: tuple[Bounds, ...] = ()


_OPEN: Bounds = (None, None, None, None)
RELATIVE = Answer(_OPEN, _OPEN, relative=True)

Frame: TypeAlias = "Callable[[Day, Way], Answer]"


def _sound(boxes: Iterable[Bounds]) -> dict[str, Any]:
    """Return what is sound where one of these boxes holds, as the fields of an answer; of those that hold nothing."""
    found = tuple(dict.fromkeys(box for box in map(tight, boxes) if box))
    return {"sound": around(found), "alternatives": found if len(found) > 1 else ()}


@sure
def once(whole: Meaning) -> Frame:
    """Once, at some time within a period."""

    def at(day: Day, way: Way) -> Answer:
        found: Period = whole.at(day, way)
        first, last, low, high = found[:4]
        return Answer(
            (first, last, first, last),
            (low, high, low, high),
            found.value,
            found.edtf,
            found.approximate,
            found.uncertain,
            alternatives=tuple((one.low, one.high, one.low, one.high) for one in found.candidates),
        )

    return at


def leans_on_another_event(_day: Day, _way: Way) -> Answer:
    """Words that date nothing on their own: "two days later", "at the time"."""
    return RELATIVE


_Pairs: TypeAlias = "list[tuple[Period, Period]]"


def _between(start: Meaning, end: Meaning, day: Day, way: Way) -> _Pairs:
    """Return both ends of a range, as read and then as they may be: one that leaves its year open has the other's.

    Raises NoSuchDateError where it would end before it starts.
    """
    if end.floating and not start.floating:
        one: Period = start.at(day, way)
        other = one_of(*(end.at(single.first, Way.FUTURE) for single in _singles(one)))
    else:
        other = end.at(day, way)
        one = start.at(day, way)
        if start.floating:
            days = dict.fromkeys(first for single in _singles(other) for first in (single.first, single.low))
            one = one_of(*(start.at(first, Way.PAST) for first in days))
    if one.first > other.last:
        raise NoSuchDateError("it would end before it starts")
    pairs = [(first, last) for first in _singles(one) for last in _singles(other) if first.low <= last.high]
    return [(one, other), *pairs]


def _singles(found: Period) -> tuple[Period, ...]:
    return found.candidates or (found,)


@sure
def from_to(start: Meaning, end: Meaning) -> Frame:
    """Throughout, from within one period to within another: "from March to August 2019"."""

    def at(day: Day, way: Way) -> Answer:
        (one, other), *pairs = _between(start, end, day, way)
        edtf = f"{one.edtf}/{other.edtf}" if one.edtf and other.edtf else None
        return Answer(
            (one.first, min(one.last, other.last), max(other.first, one.first), other.last),
            edtf=edtf if not _is_marked(one, other) else None,
            approximate=one.approximate or other.approximate,
            uncertain=one.uncertain or other.uncertain,
            **_sound((first.low, first.high, last.low, last.high) for first, last in pairs),
        )

    return at


def _is_marked(*periods: Period) -> bool:
    return any(one.approximate or one.uncertain for one in periods)


@sure
def between(start: Meaning, end: Meaning) -> Frame:
    """Once, at some time from the start of one period to the end of another: "between March and May"."""

    def at(day: Day, way: Way) -> Answer:
        (one, other), *pairs = _between(start, end, day, way)
        return Answer(
            (one.first, other.last, one.first, other.last),
            approximate=one.approximate or other.approximate,
            uncertain=one.uncertain or other.uncertain,
            **_sound((first.low, last.high, first.low, last.high) for first, last in pairs),
        )

    return at


@sure
def since(start: Meaning) -> Frame:
    """Throughout from a period on, the end unknown: "since 2016", "from 2014"."""

    def at(day: Day, way: Way) -> Answer:
        found: Period = start.at(day, Way.PAST if start.floating and way == Way.HABIT else way)
        edtf = f"{found.edtf}/.." if found.edtf and not _is_marked(found) else None
        return Answer(
            (found.first, found.last, found.first, None),
            (found.low, found.high, found.low, None),
            found.value,
            edtf,
            found.approximate,
            found.uncertain,
            alternatives=tuple((one.low, one.high, one.low, None) for one in found.candidates),
        )

    return at


@sure
def since_at_least(start: Meaning) -> Frame:
    """Throughout from a period on, or from earlier: "since at least 2016"."""

    def at(day: Day, way: Way) -> Answer:
        found: Period = start.at(day, Way.PAST if start.floating and way == Way.HABIT else way)
        return Answer(
            (None, found.last, found.first, None),
            (None, found.high, found.low, None),
            found.value,
            None,
            found.approximate,
            found.uncertain,
        )

    return at


@sure
def until(end: Meaning) -> Frame:
    """Throughout up to a period, the start unknown: "until May". It may end the day before the period begins."""

    def at(day: Day, way: Way) -> Answer:
        found = _or_the_next(end, day, way)
        edtf = f"../{found.edtf}" if found.edtf and not _is_marked(found) else None
        return Answer(
            (None, found.last, found.first, found.last),
            (None, found.high, found.low - 1, found.high),
            found.value,
            edtf,
            found.approximate,
            found.uncertain,
            alternatives=tuple((None, one.high, one.low - 1, one.high) for one in found.candidates),
        )

    return at


@sure
def until_at_least(end: Meaning) -> Frame:
    """Throughout up to a period or beyond it: "until at least 2015"."""

    def at(day: Day, way: Way) -> Answer:
        found: Period = end.at(day, way)
        first, low = found.first, found.low - 1
        return Answer(
            (None, None, first, None), (None, None, low, None), found.value, None, found.approximate, found.uncertain
        )

    return at


@sure
def by(limit: Meaning) -> Frame:
    """Once, on or before the last day of a period: "by March 2019"."""

    def at(day: Day, way: Way) -> Answer:
        found = _or_the_next(limit, day, way)
        return _open_below(found.last, found.high, found)

    return at


@sure
def before(limit: Meaning) -> Frame:
    """Once, before a period begins; on its latest convention for when that is. Before a time of a day is that day."""

    def at(day: Day, way: Way) -> Answer:
        found = _or_the_next(limit, day, way)
        if found.has_time:
            return _open_below(found.last, found.high, found)
        # Where a vague part begins is not known: before its end, then.
        last = found.last if found.start == found.high else found.first
        return _open_below(last - 1, found.start - 1, found)

    return at


@sure
def after(limit: Meaning) -> Frame:
    """Once, after a period is over; on its earliest convention for when that is. After a time of a day is that day."""

    def at(day: Day, way: Way) -> Answer:
        found: Period = limit.at(day, way)
        first, low = (found.first if found.end == found.low else found.last) + 1, found.end + 1
        if found.has_time:
            first, low = found.first, found.low
        return Answer(
            (first, None, first, None), (low, None, low, None), found.value, None, found.approximate, found.uncertain
        )

    return at


def _or_the_next(limit: Meaning, day: Day, way: Way) -> Period:
    """Return a limit; one that names no year or week may lie ahead ("by Friday"), so the next one is soundly meant."""
    found: Period = limit.at(day, way)
    return one_of(found, limit.at(day, Way.FUTURE)) if limit.floating and way == Way.HABIT else found


@sure
def not_before(limit: Meaning) -> Frame:
    """Once, on or after the first day of a period."""

    def at(day: Day, way: Way) -> Answer:
        found: Period = limit.at(day, way)
        first, low = found.first, found.low
        return Answer(
            (first, None, first, None), (low, None, low, None), found.value, None, found.approximate, found.uncertain
        )

    return at


def _open_below(last: Day, high: Day, found: Period) -> Answer:
    return Answer(
        (None, last, None, last), (None, high, None, high), found.value, None, found.approximate, found.uncertain
    )


def now() -> Frame:
    """What holds as it is written: begun by then, and not over before."""
    return lambda day, _way: Answer((None, day, day, None), (None, day, day, None), "PRESENT_REF")


def up_to_now(value: str = "PAST_REF") -> Frame:
    """Once, at an unstated time before the writing: "recently"."""
    return lambda day, _way: Answer((None, day, None, day), (None, day, None, day), value)


def from_now_on() -> Frame:
    """Once, at an unstated time after the writing: "soon"."""
    return lambda day, _way: Answer((day, None, day, None), (day, None, day, None), "FUTURE_REF")
