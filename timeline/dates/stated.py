"""Dates as documents state them, resolved against the day of writing.

`resolve_stated` reads EDTF first; what is not EDTF is read by the rules of its language (`timeline.dates.language`).
The day of writing may itself be a window ("published on some day of that week"): every rule is monotone in it, so the
sound span runs from what its first day gives to what its last day gives. Nothing is guessed, the clock is never read.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.language import Expression, reader
from timeline.dates.resolution import MOST_CHARACTERS, Resolution, Unread
from timeline.dates.semantics.frames import Answer, Bounds
from timeline.dates.semantics.meaning import Way
from timeline.dates.semantics.periods import NoSuchDateError
from timeline.dates.span import UNKNOWN, Day, Span, hull

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
    exact = as_edtf(text.strip())
    if exact is not None:
        return exact
    try:
        meaning = reader(language)(text)
    except KeyError:
        return Unread(f"dates in the language “{language}” cannot be read")
    if isinstance(meaning, Unread):
        return meaning
    return resolve_expression(meaning, anchor, upcoming=upcoming)


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
            return Resolution("", UNKNOWN, UNKNOWN, rule, convention, relative=True)
        qualifiers = answer.approximate, answer.uncertain
        return _resolution(answer, Span(*answer.sound, *qualifiers), rule, convention)
    if anchor is None:
        return Unread(NEEDS_ANCHOR)
    first, last = anchor.reading.start_earliest, anchor.reading.end_latest
    low, high = anchor.sound.start_earliest, anchor.sound.end_latest
    if first is None or last is None or low is None or high is None:
        return Unread(NEEDS_ANCHOR)
    usual = meaning.at(first, way)
    if first != last:
        usual = _over_window(usual, meaning.at(last, way))
    sound = usual.sound
    if not low == first == last == high:
        earliest = meaning.at(low, way).sound
        sound = _joined(earliest, meaning.at(high, way).sound)
        usual = _qualified(usual, anchor, approximate=sound != earliest)
    return _resolution(usual, Span(*sound, usual.approximate, usual.uncertain), rule, convention)


_ANY_DAY: Day = 1


def _joined(one: Bounds, other: Bounds) -> Bounds:
    """Return the hull of what the first day of a window gives and what its last day gives.

    The rules being monotone, that is the hull of what every day of the window gives.
    """
    return hull(Span(*one), Span(*other)).bounds


def _over_window(first: Answer, last: Answer) -> Answer:
    if first.reading == last.reading:
        return first
    value = first.value if first.value == last.value else None
    return first._replace(reading=_joined(first.reading, last.reading), value=value, edtf=None)


def _qualified(answer: Answer, anchor: Resolution, *, approximate: bool) -> Answer:
    """Return the answer with the doubts about the day of writing, which it shares.

    What is the same on every day that the writing may be of is not approximate because the writing is; but an
    uncertain day of writing may be another one altogether.
    """
    return answer._replace(
        approximate=answer.approximate or (approximate and anchor.reading.approximate),
        uncertain=answer.uncertain or anchor.reading.uncertain,
    )


def _resolution(answer: Answer, sound: Span, rule: str, convention: str) -> Resolution:
    reading = Span(*answer.reading, answer.approximate, answer.uncertain)
    return Resolution(_edtf(answer.edtf, reading), reading, sound, rule, convention, answer.value)


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
