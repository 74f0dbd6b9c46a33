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
from timeline.parting import allowed_by_all, partition, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.load import Corpus
    from timeline.model import Claim


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
    then the earliest). A deprecated claim supports nothing: it stands as a rival where it contradicts the rest.
    """
    if all(map(_is_plain, claims)) and (common := allowed_by_all(claims)) is not None:
        return (_window(claims, common),)
    told = [claim for claim in claims if claim.stance != "denies"]
    reports = [claim for claim in told if not claim.upcoming] or told
    dated = [claim for claim in reports if not claim.date.sound.is_unknown]
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
    every = (*parts, *partition(fallen))
    return tuple(_window(supporters, allowed_by_all(supporters) or UNKNOWN) for supporters in every)


def _is_plain(claim: Claim) -> bool:
    """Whether a claim dates its event as any other does: dated and ranked as most are, of what happened."""
    return (
        claim.rank == "normal" and claim.stance == "asserts" and not claim.upcoming and not claim.date.sound.is_unknown
    )


def _window(claims: Sequence[Claim], sound: Span) -> Window:
    """Join claims that agree, on what they all allow: of their usual readings the intersection, if it lies within."""
    reading = _reading(claims, sound)
    origins = {claim.origin for claim in claims}
    return Window(_words(claims, reading), reading, sound, tuple([claim.id for claim in claims]), len(origins))


def _reading(claims: Sequence[Claim], sound: Span) -> Span:
    if all(claim.date.reading is claim.date.sound for claim in claims):
        return sound
    reading: Span | None = claims[0].date.reading
    for claim in claims[1:]:
        reading = reading and intersection(reading, claim.date.reading)
    return sound if reading is None or not lies_within(reading, sound) else reading


def _words(claims: Iterable[Claim], reading: Span) -> str:
    """The EDTF of a claim that reads just so, else of the span."""
    for claim in claims:
        if claim.date.edtf and claim.date.reading == reading:
            return claim.date.edtf
    return edtf.for_span(reading)
