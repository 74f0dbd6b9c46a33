"""From claims to events: the claims on one event join, and their spans intersect.

When all spans meet, their intersection is the event's date. When they do not, the claims fall into windows: the
first is the one that most independent origins support, then the best of what is left, until no claim is left
over. Claims stand together where some start and end lies in a box of each (a window for the start, one for the end,
and several of them where words leave open between a few dates).
"""

from __future__ import annotations

from collections import Counter
from heapq import heappop, heappush
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from timeline.dates import edtf
from timeline.dates.span import UNKNOWN, Span, intersection, lies_within
from timeline.model import Event, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.span import Day
    from timeline.load import Corpus
    from timeline.model import Claim

_Support: TypeAlias = tuple[int, bool, int, int]
"""How well a window is supported: origins, whether a claim in it is preferred, how wide its widest piece, how early."""

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
    if all(map(_is_plain, claims)) and (common := _common(claims)) is not None:
        return (_window(claims, common),)
    told = [claim for claim in claims if claim.stance != "denies"]
    reports = [claim for claim in told if not claim.upcoming] or told
    dated = [claim for claim in reports if not claim.date.sound.is_unknown]
    left = [claim for claim in dated if claim.rank != "deprecated"]
    if not left:
        return _UNDATED
    parts: list[list[Claim]] = []
    preferred = [claim for claim in left if claim.rank == "preferred"]
    common = _common(preferred)
    if common is not None:
        supporters = [claim for claim in left if intersection(common, claim.date.sound)]
        parts.append(supporters if _common(supporters) else preferred)
        left = _without(left, parts[0])
    parts += _partition(left)
    shown = _common(parts[0])
    fallen = [c for c in dated if c.rank == "deprecated" and not (shown and intersection(shown, c.date.sound))]
    every = (*parts, *_partition(fallen))
    return tuple(_window(supporters, _common(supporters) or UNKNOWN) for supporters in every)


def _is_plain(claim: Claim) -> bool:
    """Whether a claim dates its event as any other does: dated and ranked as most are, of what happened."""
    return (
        claim.rank == "normal" and claim.stance == "asserts" and not claim.upcoming and not claim.date.sound.is_unknown
    )


def _common(claims: Iterable[Claim]) -> Span | None:
    """What the spans of all the claims allow."""
    common: Span | None = None
    for claim in claims:
        sound = claim.date.sound
        if common is None:
            common = sound
        elif sound is not common:
            common = intersection(common, sound)
            if common is None:
                return None
    return common


def _without(claims: Sequence[Claim], taken: Iterable[Claim]) -> list[Claim]:
    gone = {claim.id for claim in taken}
    return [claim for claim in claims if claim.id not in gone]


def _partition(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Part claims into windows: the best supported, the best of what it leaves, and so on until none is left.

    Claims whose starts lie far apart never share a window, so each cluster is parted by itself; and what a window
    leaves comes after it.
    """
    if not claims:
        return []
    if _common(claims) is not None:
        return [list(claims)]
    place = {claim.id: number for number, claim in enumerate(claims)}
    found: list[tuple[_Support, int, list[Claim]]] = []
    waiting: list[tuple[_Support | None, list[Claim]]] = [(None, list(claims))]
    while waiting:
        most, left = waiting.pop()
        for cluster in _clusters(left):
            best = _best_supported(cluster)
            support = _support(best) if most is None else min(most, _support(best))
            found.append((support, -len(found), sorted(best, key=lambda claim: place[claim.id])))
            rest = _without(cluster, best)
            if rest:
                waiting.append((support, rest))
    return [best for _, _, best in sorted(found, key=lambda one: one[:2], reverse=True)]


def _clusters(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims in groups, no start of one group being possible for another."""
    cluster: list[Claim] = []
    reach = -_ALWAYS
    for claim in sorted(claims, key=lambda one: (_low(one.date.sound.start_earliest), one.id)):
        if cluster and _low(claim.date.sound.start_earliest) > reach:
            yield cluster
            cluster = []
        reach = max(reach, _high(claim.date.sound.start_latest))
        cluster.append(claim)
    if cluster:
        yield cluster


def _best_supported(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of the best supported window, among the windows that cannot be given one more claim.

    Each of those has, as its earliest start and earliest end, those of boxes in it; so it is enough to try these.
    """
    if _common(claims) is not None:
        return list(claims)
    if all(claim.date.sound.is_once for claim in claims):
        (_, day) = max(_stabbed([(*piece[0:2], claim) for claim in claims for piece in claim.date.sound.pieces]))
        corner = (day, day)
    else:
        corners = []
        every = [(piece, claim) for claim in claims for piece in claim.date.sound.pieces]
        for start in {_low(piece[0]) for piece, _ in every}:
            ends = [
                (max(start, _low(piece[2])), piece[3], claim)
                for piece, claim in every
                if _low(piece[0]) <= start <= _high(piece[1])
            ]
            corners += [(support, start, end) for support, end in _stabbed(ends)]
        (_, *at) = max(corners)
        corner = (at[0], at[1])
    best = [claim for claim in claims if _allows(claim.date.sound, *corner)]
    common = _common(best)
    for claim in _without(claims, best):  # those that the corner misses and the rest of its window does not
        met = intersection(common, claim.date.sound) if common else None
        if met:
            best.append(claim)
            common = met
    return best


def _stabbed(stretches: Sequence[tuple[Day | None, Day | None, Claim]]) -> Iterator[tuple[_Support, Day]]:
    """Yield each day on which a stretch begins and after which one ends before the next begins, with its support.

    Support is that of the stretches that hold the day. Other days have no more than one of these.
    """
    begins = sorted(((_low(low), _high(high), claim) for low, high, claim in stretches), key=lambda one: one[:2])
    ends: list[tuple[Day, str, Claim]] = []
    origins: Counter[str] = Counter()
    preferred = 0
    for place, (day, high, claim) in enumerate(begins):
        while ends and ends[0][0] < day:
            gone = heappop(ends)[2]
            preferred -= gone.rank == "preferred"
            if gone.rank != "deprecated":
                origins[gone.origin] -= 1
                if not origins[gone.origin]:
                    del origins[gone.origin]
        heappush(ends, (high, claim.id, claim))
        preferred += claim.rank == "preferred"
        if claim.rank != "deprecated":
            origins[claim.origin] += 1
        following = begins[place + 1][0] if place + 1 < len(begins) else _ALWAYS + 1
        if ends[0][0] < following and following != day:
            yield (len(origins), preferred > 0, ends[0][0] - day, -day), day


def _support(claims: Sequence[Claim]) -> _Support:
    common = _common(claims)
    if common is None:
        return (0, False, 0, 0)
    origins = len({claim.origin for claim in claims if claim.rank != "deprecated"})
    width = max(_high(last) - _low(first) for first, _, _, last in common.pieces)
    return origins, any(claim.rank == "preferred" for claim in claims), width, -_low(common.start_earliest)


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


def _allows(sound: Span, start: Day, end: Day) -> bool:
    return any(
        _low(piece[0]) <= start <= _high(piece[1]) and _low(piece[2]) <= end <= _high(piece[3])
        for piece in sound.pieces
    )


def _low(day: Day | None) -> Day:
    return -_ALWAYS if day is None else day


def _high(day: Day | None) -> Day:
    return _ALWAYS if day is None else day
