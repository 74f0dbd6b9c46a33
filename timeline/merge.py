"""From claims to events: the claims on one event join, and their spans intersect.

When all spans meet, their intersection is the event's date. When they do not, the claims fall into windows: the
first is the one that most independent origins support, then the best of what is left, until no claim is left
over (see `timeline.parting`).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from timeline.dates import edtf
from timeline.dates.span import UNKNOWN, Span, intersection, lies_within
from timeline.model import Event, Window
from timeline.parting import allowed_by_all, fitting_several, partition, without
from timeline.rivals import may_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from timeline.load import Corpus
    from timeline.model import Claim, ClaimDate


def merge(claims: Iterable[Claim], corpus: Corpus) -> tuple[Event, ...]:
    """Return every event that has a claim, in the order of declaration, dated by its claims."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.event, []).append(claim)
    return tuple(
        _event(corpus, identifier, tuple(told[identifier])) for identifier in corpus.events if identifier in told
    )


def _event(corpus: Corpus, identifier: str, claims: tuple[Claim, ...]) -> Event:
    declared = corpus.events[identifier]
    kind = corpus.kinds.get(declared.kind)
    people = claims[0].people
    if len(claims) > 1:
        people = tuple(dict.fromkeys(chain.from_iterable([claim.people for claim in claims])))
    return Event(
        identifier,
        declared.title,
        declared.kind,
        kind.theme if kind else "",
        claims,
        windows(claims),
        people,
        tuple({claim.place: None for claim in claims if claim.place}),
        (),
        declared.note,
        declared.instant if declared.instant is not None else kind is not None and kind.instant,
    )


_UNDATED = (Window("", UNKNOWN, UNKNOWN, (), 0),)


def windows(claims: Sequence[Claim]) -> tuple[Window, ...]:
    """Return the windows that the dated claims support, the one to show first; one unknown window without any.

    A denial dates nothing, and a plan only what nobody tells as having happened. Preferred claims decide alone where
    they agree; else the window with the most origins goes first (ties: a preferred claim in it, then the widest,
    then the earliest). A claim that fits several windows counts for each when they are chosen, so that it decides
    nothing between them, and is told apart from those that support one. A deprecated claim supports nothing: it
    stands as a rival where it contradicts the rest.
    """
    plainly = _allowed_plainly(claims)
    if plainly is not None:
        return (_window(claims, plainly),)
    dated = [claim for claim in may_date(claims) if not claim.date.sound.is_unknown]
    left = [claim for claim in dated if claim.rank != "deprecated"]
    if not left:
        return _UNDATED
    parts: list[list[Claim]] = []
    preferred = [claim for claim in left if claim.rank == "preferred"]
    common = allowed_by_all(preferred)
    if common is not None:
        supporters = [claim for claim in left if intersection(common, claim.date.sound)]
        parts.append(supporters if allowed_by_all(supporters) else preferred)
        left = without(left, parts[0])
    parts += partition(left)
    shown = allowed_by_all(parts[0])
    fallen = [c for c in dated if c.rank == "deprecated" and not (shown and intersection(shown, c.date.sound))]
    fitting = fitting_several(parts)
    found = [_window(supporters, allowed_by_all(supporters) or UNKNOWN, fitting) for supporters in parts]
    return (*found, *(_window(one, allowed_by_all(one) or UNKNOWN) for one in partition(fallen)))


def _allowed_plainly(claims: Iterable[Claim]) -> Span | None:
    """Return what the spans of all claims allow, None if nothing, or if one does not date its event as any other does.

    Such a one is undated, ranked, of what did not happen, or of what was still to come.
    """
    common: Span | None = None
    for claim in claims:
        sound = claim.date.sound
        if claim.rank != "normal" or claim.stance != "asserts" or claim.upcoming or sound.is_unknown:
            return None
        if common is None:
            common = sound
        elif sound is not common and (common := intersection(common, sound)) is None:
            return None
    return common


def _window(claims: Sequence[Claim], sound: Span, fitting: Collection[str] = ()) -> Window:
    """Join claims that agree, on what they all allow: of their usual readings the intersection, if it lies within.

    Of these claims, those `fitting` several windows support none, but where there are no others.
    """
    dates = [claim.date for claim in claims]
    reading = _reading(dates, sound)
    either = tuple([claim.id for claim in claims if claim.id in fitting]) if fitting else ()
    origins = {claim.origin for claim in claims if claim.id not in either or len(either) == len(claims)}
    return Window(_words(dates, reading), reading, sound, tuple([claim.id for claim in claims]), len(origins), either)


def _reading(dates: Sequence[ClaimDate], sound: Span) -> Span:
    for date in dates:
        if date.reading is not date.sound:
            break
    else:
        return sound
    reading: Span | None = dates[0].reading
    for date in dates[1:]:
        reading = reading and intersection(reading, date.reading)
    return sound if reading is None or not lies_within(reading, sound) else reading


def _words(dates: Iterable[ClaimDate], reading: Span) -> str:
    """The EDTF of a date that reads just so, else of the span."""
    for date in dates:
        if date.edtf and date.reading == reading:
            return date.edtf
    return edtf.for_span(reading)
