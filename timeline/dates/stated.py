"""Dates as documents state them, resolved against the day of writing.

`resolve_stated` reads EDTF first; what is not EDTF is read by the rules of its language (`timeline.dates.language`).
The day of writing may itself be a window ("published on some day of that week"): every rule is monotone in it, so the
sound span runs from what its first day gives to what its last day gives; in a window of two months or less, what the
days between them give is told apart ("on Tuesday": the Tuesday before that week or the one in it). Nothing is guessed,
the clock is never read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.dates.boxes import around
from timeline.dates.clock import PARTS_OF_DAYS
from timeline.dates.language import Expression, reader
from timeline.dates.missing import edtf_fault
from timeline.dates.plain import plain_edtf, plain_time, plain_words
from timeline.dates.resolution import MOST_CHARACTERS, Resolution, Unread
from timeline.dates.semantics.meaning import Way
from timeline.dates.semantics.periods import NoSuchDateError
from timeline.dates.span import UNKNOWN, Day, Span, intersection, one_of

if TYPE_CHECKING:
    from timeline.dates.boxes import Bounds
    from timeline.dates.semantics.frames import Answer

_MOST_KEPT = 2**15
"""How many texts that were read are kept: some more than there are days in half a century, as each may be named."""

NEEDS_ANCHOR = "it depends on the day of writing, which is not known"


def resolve_stated(
    text: str, anchor: Resolution | None, *, upcoming: bool = False, language: str = "en"
) -> Resolution | Unread:
    """Return what a stated date means, written on `anchor` (the resolved day of publication, None where unknown).

    `upcoming` is true of what was still to come: a bare weekday, month or day is then the next one. `language` is an
    ISO 639-1 code. Never raises: what cannot be read is Unread, with the reason.
    """
    if len(text) > MOST_CHARACTERS:
        return Unread(f"it is longer than {MOST_CHARACTERS} characters, the most a date is read from")
    found = _read(text, language, upcoming)
    return resolve_expression(found, anchor, upcoming=upcoming) if isinstance(found, Expression) else found


@lru_cache(maxsize=_MOST_KEPT)
def _read(text: str, language: str, upcoming: bool) -> Resolution | Unread | Expression:  # noqa: FBT001 - to be kept
    """Return what a text means whenever it is written; where that day matters, the expression to ask."""
    bare = text.strip()
    exact = plain_edtf(bare) or plain_words(bare, language) or as_edtf(bare) or plain_time(bare)
    if exact is not None:
        return exact
    try:
        meaning = reader(language)(text)
    except KeyError:
        return Unread(f"dates in the language “{language}” cannot be read")
    if isinstance(meaning, Unread):
        fault = edtf_fault(bare)
        return Unread(fault) if fault else meaning
    if meaning.deictic:
        return meaning
    return resolve_expression(meaning, None, upcoming=upcoming)


def resolve_expression(
    meaning: Expression, anchor: Resolution | None, *, upcoming: bool = False
) -> Resolution | Unread:
    """Return what an expression that a grammar has read means, written on `anchor`; never raises."""
    try:
        return _resolved(meaning, anchor, Way.UPCOMING if upcoming else Way.HABIT)
    except NoSuchDateError as error:
        return Unread(str(error))


@lru_cache(maxsize=4096)
def as_edtf(text: str) -> Resolution | None:
    """Return the spans of a text that is EDTF, None if it is not."""
    if text != text.upper():  # EDTF knows no small letters, and words have some
        return None
    from timeline.dates.edtf import EdtfError, resolve

    try:
        return resolve(text)
    except EdtfError:
        return None


def _resolved(meaning: Expression, anchor: Resolution | None, way: Way) -> Resolution | Unread:
    rule, convention = meaning.rule, meaning.convention
    if not meaning.deictic:
        answer: Answer = meaning.at(_ANY_DAY, way)
        if answer.relative:
            _, clock = _parted(answer.value)
            return Resolution("", UNKNOWN, UNKNOWN, rule, convention, relative=True, clock=clock)
        return _resolution(answer, rule, convention)
    if anchor is None:
        return Unread(NEEDS_ANCHOR)
    first, last = anchor.reading.start_earliest, anchor.reading.end_latest
    low, high = anchor.sound.start_earliest, anchor.sound.end_latest
    if first is None or last is None or high is None:
        return Unread(NEEDS_ANCHOR)
    usual = meaning.at(first, way)
    if first != last:
        usual = _over_window(meaning, anchor.reading, way)
    sound = usual
    if low is None:  # of any day until then, by rules that are monotone
        _, latest, _, over = meaning.at(high, way).sound
        sound = usual._replace(sound=(None, latest, None, over), alternatives=())
    elif not low == first == last == high:
        sound = _over_window(meaning, anchor.sound, way)
        earliest = meaning.at(low, way)
        usual = _qualified(usual, anchor, approximate=sound.sound != earliest.sound)
    usual = usual._replace(sound=sound.sound, alternatives=sound.alternatives)
    return _resolution(usual, rule, convention)


_ANY_DAY: Day = 1


_MOST_DAYS = 62
"""In how long a window of writing each day is looked at by itself, to tell apart what words mean on each."""


def _over_window(meaning: Expression, window: Span, way: Way) -> Answer:
    """Return the hull of what words mean on the days of a window, and where that is not all the same, the alternatives.

    The rules being monotone, the hull is that of what the first and the last day give.
    """
    first, last = window.start_earliest or 0, window.end_latest or 0
    one, other = meaning.at(first, way), meaning.at(last, way)
    if one == other:
        return one
    sound = around((one.sound, other.sound))
    alternatives: tuple[Bounds, ...] = ()
    if last - first < _MOST_DAYS:
        try:
            days = (day for low, _, _, high in window.pieces for day in range(low or first, (high or last) + 1))
            every = [one, *(meaning.at(day, way) for day in days if first < day < last), other]
        except NoSuchDateError:
            every = []
        alternatives = tuple(dict.fromkeys(box for found in every for box in found.alternatives or (found.sound,)))
    if one.reading == other.reading:
        return one._replace(sound=sound, alternatives=alternatives)
    return one._replace(
        reading=around((one.reading, other.reading)),
        value=one.value if one.value == other.value else None,
        edtf=None,
        sound=sound,
        alternatives=alternatives,
    )


def _qualified(answer: Answer, anchor: Resolution, *, approximate: bool) -> Answer:
    """Return the answer with the doubts about the day of writing, which it shares.

    What is the same on every day that the writing may be of is not approximate because the writing is; but an
    uncertain day of writing may be another one altogether.
    """
    return answer._replace(
        approximate=answer.approximate or (approximate and anchor.reading.approximate),
        uncertain=answer.uncertain or anchor.reading.uncertain,
    )


def _resolution(answer: Answer, rule: str, convention: str) -> Resolution:
    marks = answer.approximate, answer.uncertain
    reading, sound = Span(*answer.reading, *marks), Span(*answer.sound, *marks)
    if answer.alternatives:
        sound = one_of(answer.alternatives, approximate=marks[0], uncertain=marks[1])
        reading = intersection(reading, sound) or sound  # it may be the hull of several
    value, clock = _parted(answer.value)
    return Resolution(_edtf(answer.edtf, reading), reading, sound, rule, convention, value, clock=clock)


def _parted(value: str | None) -> tuple[str | None, str]:
    """Return the TIMEX3 value of an answer, and the time of day as told, which goes along with it: "...T23:40~"."""
    day, _, clock = (value or "").partition("T")
    if not clock or not clock[:2].isdigit():
        return value, clock if clock in PARTS_OF_DAYS else ""
    return f"{day}T{clock[:5]}", clock


def _edtf(own: str | None, reading: Span) -> str:
    if own is None:
        return _written(reading)
    mark = reading.qualifier
    if not mark:
        return own
    return "/".join(end if end == ".." else end + mark for end in own.split("/"))


@lru_cache(maxsize=4096)
def _written(reading: Span) -> str:
    from timeline.dates.edtf import for_span

    return for_span(reading)
