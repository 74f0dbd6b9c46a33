"""From claims to events: the claims on one event join, and their spans intersect.

When all spans meet, their intersection is the event's date. When they do not, the claims fall into windows: the
first is the one that most independent origins support, then the best of what is left, until no claim is left
over. Which claims can stand together is decided pair by pair: spans are boxes (a window for the start, one for
the end), and boxes that meet pairwise all meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import edtf
from timeline.dates.span import UNKNOWN, Span, intersection, lies_within
from timeline.model import Event, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.dates.span import Day
    from timeline.load import Corpus
    from timeline.model import Claim

_ALWAYS: Day = 10**15  # beyond every day that a date can name


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
    return Event(
        identifier,
        declared.title,
        declared.kind,
        kind.theme if kind else "",
        claims,
        windows(claims),
        tuple(dict.fromkeys(person for claim in claims for person in claim.people)),
        tuple(dict.fromkeys(claim.place for claim in claims if claim.place)),
        note=declared.note,
        instant=declared.instant if declared.instant is not None else kind is not None and kind.instant,
    )


def windows(claims: Sequence[Claim]) -> tuple[Window, ...]:
    """Return the windows that the dated claims support, the one to show first; one unknown window without any.

    A denial dates nothing. Where claims are ranked, the best-ranked decide alone if they agree; else the window
    with the most origins goes first (ties: a preferred claim in it, then the widest, then the earliest).
    """
    left = [claim for claim in claims if not claim.denies and not claim.date.sound.is_unknown]
    if not left:
        return (Window("", UNKNOWN, UNKNOWN, (), 0),)
    found = []
    decisive = [claim for claim in left if claim.rank == "preferred"] or [c for c in left if c.rank == "normal"]
    common = _common(decisive) if decisive else None
    if common is not None:
        supporters = [claim for claim in left if intersection(common, claim.date.sound) and claim.rank != "deprecated"]
        if _common(supporters) is None:
            supporters = decisive
        found.append(_window(supporters))
        left = [claim for claim in left if claim not in supporters]
    while left:
        supporters = _best_supported(left)
        found.append(_window(supporters))
        left = [claim for claim in left if claim not in supporters]
    return tuple(found)


def _common(claims: Iterable[Claim]) -> Span | None:
    """What the spans of all the claims allow."""
    common: Span | None = None
    for claim in claims:
        common = claim.date.sound if common is None else intersection(common, claim.date.sound)
        if common is None:
            return None
    return common


def _best_supported(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of the best supported window, among the windows that cannot be given one more claim.

    Each of those has, as its earliest start and earliest end, those of claims in it; so it is enough to try these.
    """
    if _common(claims) is not None:
        return list(claims)
    starts = {_low(claim.date.sound.start_earliest) for claim in claims}
    ends = {_low(claim.date.sound.end_earliest) for claim in claims}
    once = all(claim.date.sound.is_once for claim in claims)
    corners = ((start, start) for start in starts) if once else ((s, e) for s in starts for e in ends if s <= e)
    groups = {frozenset(n for n, c in enumerate(claims) if _allows(c.date.sound, *corner)) for corner in corners}
    full = [group for group in groups if not any(group < other for other in groups)]
    return max(([claims[number] for number in sorted(group)] for group in full), key=_support)


def _support(claims: Sequence[Claim]) -> tuple[int, bool, Day, Day]:
    common = _common(claims)
    if common is None:
        return (0, False, 0, 0)
    origins = len({claim.origin for claim in claims if claim.rank != "deprecated"})
    earliest, latest = _low(common.start_earliest), _high(common.end_latest)
    return origins, any(claim.rank == "preferred" for claim in claims), latest - earliest, -earliest


def _window(claims: Sequence[Claim]) -> Window:
    """Join claims that agree: the intersection of what they allow, and of their usual readings if it is within."""
    sound = _common(claims) or UNKNOWN
    reading: Span | None = claims[0].date.reading
    for claim in claims[1:]:
        reading = reading and intersection(reading, claim.date.reading)
    if reading is None or not lies_within(reading, sound):
        reading = sound
    origins = {claim.origin for claim in claims}
    return Window(_words(claims, reading), reading, sound, tuple(claim.id for claim in claims), len(origins))


def _words(claims: Iterable[Claim], reading: Span) -> str:
    """The EDTF of a claim that reads just so, else of the span."""
    for claim in claims:
        if claim.date.edtf and claim.date.reading == reading:
            return claim.date.edtf
    return edtf.for_span(reading)


def _allows(sound: Span, start: Day, end: Day) -> bool:
    return _low(sound.start_earliest) <= start <= _high(sound.start_latest) and _low(
        sound.end_earliest
    ) <= end <= _high(sound.end_latest)


def _low(day: Day | None) -> Day:
    return -_ALWAYS if day is None else day


def _high(day: Day | None) -> Day:
    return _ALWAYS if day is None else day
