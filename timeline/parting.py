"""Parting claims that do not agree into windows: the best supported, then the best of what it leaves, and so on.

Claims stand together where some start and end lies in a box of each (a window for the start, one for the end, and
several of them where words leave open between a few dates).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from heapq import heappop, heappush
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from timeline.dates.span import Span, intersection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.span import Day
    from timeline.model import Claim

_Support: TypeAlias = tuple[int, bool, int, int]
"""How well a window is supported: origins, whether a claim in it is preferred, how wide its widest piece, how early."""

_Reach: TypeAlias = "dict[str, tuple[Day, Day]]"
"""The first and the last day on which what each claim tells, by its id, can begin."""

_Corner: TypeAlias = "tuple[_Support, Day]"
"""A day on which a window may begin and be over, with what supports it."""

_ALWAYS: Day = 10**15  # beyond every day that a date can name


def allowed_by_all(claims: Iterable[Claim]) -> Span | None:
    """Return what the spans of all the claims allow, None if nothing or without any claims."""
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


def without(claims: Sequence[Claim], taken: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are not among those taken."""
    gone = {claim.id for claim in taken}
    return [claim for claim in claims if claim.id not in gone]


def partition(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Part claims into windows: the best supported, the best of what it leaves, and so on until none is left.

    Claims whose starts lie far apart never share a window, so each cluster is parted by itself; and what a window
    leaves comes after it.
    """
    if not claims:
        return []
    if allowed_by_all(claims) is not None:
        return [list(claims)]
    place = {claim.id: number for number, claim in enumerate(claims)}
    reach = {claim.id: (_low(claim.date.sound[0]), _high(claim.date.sound[1])) for claim in claims}
    found: list[tuple[_Support, int, list[Claim]]] = []
    waiting: list[tuple[_Support | None, list[Claim], list[_Corner] | None]] = [
        (None, sorted(claims, key=lambda claim: (reach[claim.id][0], claim.id)), None)
    ]
    while waiting:
        most, left, corners = waiting.pop()
        for cluster in _clusters(left, reach):
            best, support, about = _best(cluster, reach, corners)
            support = support if most is None else min(most, support)
            found.append((support, -len(found), sorted(best, key=lambda claim: place[claim.id])))
            rest = without(cluster, best)
            if rest:
                waiting.append((support, rest, about and _corners_left(about, rest, best, reach)))
    return [best for _, _, best in sorted(found, key=lambda one: one[:2], reverse=True)]


def fitting_several(parts: Sequence[Sequence[Claim]]) -> frozenset[str]:
    """Return the ids of the claims of each part whose dates fit what all claims of another part allow as well."""
    if len(parts) == 1:
        return frozenset()
    spans = [(allowed_by_all(part), number) for number, part in enumerate(parts)]
    allowed = sorted(
        ((_low(one[0]), _high(one[1]), number, one) for one, number in spans if one is not None),
        key=lambda one: one[:3],
    )
    starts = [start for start, *_ in allowed]
    farthest = list(accumulate((last for _, last, *_ in allowed), max))

    def fits_another(claim: Claim, own: int) -> bool:
        sound = claim.date.sound
        near = allowed[bisect_left(farthest, _low(sound[0])) : bisect_right(starts, _high(sound[1]))]
        return any(number != own and intersection(sound, one) is not None for _, _, number, one in near)

    return frozenset(claim.id for own, part in enumerate(parts) for claim in part if fits_another(claim, own))


def _clusters(claims: Iterable[Claim], reach: _Reach) -> Iterator[list[Claim]]:
    """Yield claims, which are given in order of their starts, in groups: no start of one is possible for another."""
    cluster: list[Claim] = []
    farthest = -_ALWAYS
    for claim in claims:
        first, last = reach[claim.id]
        if cluster and first > farthest:
            yield cluster
            cluster = []
        farthest = max(farthest, last)
        cluster.append(claim)
    if cluster:
        yield cluster


def _best(
    cluster: Sequence[Claim], reach: _Reach, corners: Sequence[_Corner] | None
) -> tuple[list[Claim], _Support, list[_Corner] | None]:
    """Return the claims of the best supported window of a cluster, their support, and the corners to choose from.

    Of claims that each have one window of days, once, the corners of what was parted are those of the whole but near
    what is gone: they are kept, so that many that overlap in a chain are parted without looking at all of them anew.
    `corners` are these, where they are known; of other claims there are none to keep.
    """
    if corners is None:
        if any(claim.date.sound.alternatives or not claim.date.sound.is_once for claim in cluster):
            best = _best_supported(cluster)
            return best, _support(best), None
        mine = list(_stabbed([(*reach[claim.id], claim) for claim in cluster]))
    else:
        first, last = reach[cluster[0].id][0], reach[cluster[-1].id][0]
        mine = [corner for corner in corners if first <= corner[1] <= last]
    support, day = max(mine)
    return [claim for claim in cluster if reach[claim.id][0] <= day <= reach[claim.id][1]], support, mine


def _corners_left(
    corners: Iterable[_Corner], rest: Sequence[Claim], gone: Iterable[Claim], reach: _Reach
) -> list[_Corner]:
    """Return the corners of the claims that are left of a cluster: as they were, but anew about those that are gone."""
    first = min(reach[claim.id][0] for claim in gone)
    last = max(reach[claim.id][1] for claim in gone)

    def start(claim: Claim) -> Day:
        return reach[claim.id][0]

    # What starts next matters to a corner too: so look from the start before them to that after them.
    before = bisect_left(rest, first, key=start)
    first = start(rest[before - 1]) if before else first
    after = bisect_right(rest, last, key=start)
    after = bisect_right(rest, start(rest[after]), key=start) if after < len(rest) else after
    near = [(*reach[claim.id], claim) for claim in rest[:after] if reach[claim.id][1] >= first]
    anew = [corner for corner in _stabbed(near) if first <= corner[1] <= last]
    return [corner for corner in corners if not first <= corner[1] <= last] + anew


def _best_supported(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of the best supported window, among the windows that cannot be given one more claim.

    Each of those has, as its earliest start and earliest end, those of boxes in it; so it is enough to try these.
    """
    if allowed_by_all(claims) is not None:
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
    common = allowed_by_all(best)
    for claim in without(claims, best):  # those that the corner misses and the rest of its window does not
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
    common = allowed_by_all(claims)
    if common is None:
        return (0, False, 0, 0)
    origins = len({claim.origin for claim in claims if claim.rank != "deprecated"})
    width = max(_high(last) - _low(first) for first, _, _, last in common.pieces)
    return origins, any(claim.rank == "preferred" for claim in claims), width, -_low(common.start_earliest)


def _allows(sound: Span, start: Day, end: Day) -> bool:
    return any(
        _low(piece[0]) <= start <= _high(piece[1]) and _low(piece[2]) <= end <= _high(piece[3])
        for piece in sound.pieces
    )


def _low(day: Day | None) -> Day:
    return -_ALWAYS if day is None else day


def _high(day: Day | None) -> Day:
    return _ALWAYS if day is None else day
