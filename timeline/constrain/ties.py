"""Dates that lean on the day of publication: narrowing an event by its source, and a source by its events.

"Last month" is a function of the day it was written on; it is monotone, but no constant number of days, so a network
cannot hold it. It is narrowed by intervals, in both directions: the first and the last day on which the source may
have been published bound the event, and the bounds of the event rule out days of publication. Once few days of these
are left, each is looked at by itself: whenever it was written, "on Monday" is no Friday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import UNKNOWN, within
from timeline.dates.stated import NEEDS_ANCHOR, resolve_stated
from timeline.network import ORIGIN, Constraint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.dates.span import Bounds, Day, Span
    from timeline.model import Claim, Source
    from timeline.network import Label, Network

_START, _END = (0, 1), (2, 3)
_MOST_DAYS = 62
"""Of how many days of publication at most each is looked at by itself."""

_FARTHEST = 2**20
"""How many days from what is known a day of publication is looked for: some 2,900 years."""


class Tie(NamedTuple):
    """A date stated against the day of publication (node `published`), and the nodes that it dates.

    Each node comes with the places of its earliest and its latest day among the bounds of the date.
    """

    part: tuple[str, str, str]
    words: str
    upcoming: bool
    language: str
    published: int
    dated: tuple[tuple[int, tuple[int, int]], ...]

    @property
    def days(self) -> tuple[int, ...]:
        """The nodes whose bounds it is narrowed by."""
        return self.published, *(node for node, _ in self.dated)


Chains: TypeAlias = tuple[tuple[tuple[Constraint, ...], bool], ...]
"""Chains of constraints, each with whether it leads to a latest day."""


class Derived(NamedTuple):
    """Where a bound that no constraint of the network gives comes from.

    The parts that say so, and the chains of constraints that they were read against. Where some of a few dates were
    ruled out, `alternatives` are all of them and `left` those left.
    """

    parts: Label
    chains: Chains
    alternatives: tuple[Bounds, ...] = ()
    left: tuple[Bounds, ...] = ()


class Readings:
    """What stated dates mean, as written on a day; each is resolved once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bool, str, Day], Span | None] = {}

    def bounds(self, tie: Tie, day: Day) -> Bounds | None:
        """Return the bounds of what the words can mean on a day, None where they cannot be read."""
        found = self._span(tie, day)
        return None if found is None else found.bounds

    def pieces(self, tie: Tie, day: Day) -> Sequence[Bounds]:
        """Return what the words can mean on a day, one piece by itself: all days where they cannot be read."""
        return (self._span(tie, day) or UNKNOWN).pieces

    def _span(self, tie: Tie, day: Day) -> Span | None:
        key = (tie.words, tie.upcoming, tie.language, day)
        if key not in self._known:
            on_that_day = within(day, day)
            written = Resolution("", on_that_day, on_that_day, "")
            found = resolve_stated(tie.words, written, upcoming=tie.upcoming, language=tie.language)
            self._known[key] = None if isinstance(found, Unread) else found.sound
        return self._known[key]


def ties_of(claim: Claim, start: int, source: Source, published: int) -> Iterator[Tie]:
    """Yield a claim's dates that lean on the publication of its source, where the day of that is open.

    The words of a copy may be those of what it repeats, and lean on the publication of that.
    """
    if source.derives_from is not None:
        return
    days = source.published.sound if source.published else None
    if days is not None and days.start_earliest is not None and days.start_earliest == days.end_latest:
        return
    stated = ((claim.date.stated, "start"), (claim.date.stated_end, "end"))
    for words, what in stated:
        if not words:
            continue
        found = resolve_stated(words, None, upcoming=claim.upcoming, language=source.language)
        if isinstance(found, Unread) and found.reason == NEEDS_ANCHOR:
            both = ((start, _START), (start + 1, _END))
            dated = both[1:] if what == "end" else both[:1] if claim.date.stated_end else both
            yield Tie((claim.id, "date", what), words, claim.upcoming, source.language, published, dated)


def narrowings(tie: Tie, network: Network, readings: Readings) -> Iterator[tuple[Constraint, Derived]]:
    """Yield the bounds that a tie adds to what the network knows, each with where it comes from."""
    first, last = network.earliest(tie.published), network.latest(tie.published)
    at_first = readings.bounds(tie, first) if first is not None else None
    at_last = readings.bounds(tie, last) if last is not None else None
    for node, (low, high) in tie.dated:
        latest, earliest = network.latest(node), network.earliest(node)
        bound = at_last[high] if at_last else None
        if bound is not None and (latest is None or bound < latest):
            yield _derived(ORIGIN, node, bound, tie, network.why_latest(tie.published))
        bound = at_first[low] if at_first else None
        if bound is not None and (earliest is None or bound > earliest):
            yield _derived(node, ORIGIN, -bound, tie, network.why_earliest(tie.published))
        day = _first_written(tie, high, earliest, first, readings)
        if day is not None:
            yield _derived(tie.published, ORIGIN, -day, tie, network.why_earliest(node))
        day = _last_written(tie, low, latest, last, readings)
        if day is not None:
            yield _derived(ORIGIN, tie.published, day, tie, network.why_latest(node))
    if first is None or last is None or not 0 <= last - first < _MOST_DAYS:
        return
    if at_first is None or at_last is None or _leaves_no_gap(tie, readings, first, last):
        return
    if not all(_has_room(network, dated, at_first, at_last) for dated in tie.dated):
        yield from _day_by_day(tie, network, readings, range(first, last + 1))


def _leaves_no_gap(tie: Tie, readings: Readings, first: Day, last: Day) -> bool:
    """Whether what words mean on some days of writing follows on each other, so that the first and the last tell all.

    As they mean no sooner a day the later they were written, what they mean on the days between lies between.
    """
    begun, over = readings.pieces(tie, first), readings.pieces(tie, last)
    if len(begun) > 1 or len(over) > 1:
        return False
    return all(
        (high := begun[0][to]) is None or (low := over[0][at]) is None or low <= high + 1 for _, (at, to) in tie.dated
    )


def _has_room(network: Network, dated: tuple[int, tuple[int, int]], at_first: Bounds, at_last: Bounds) -> bool:
    """Whether the bounds of a node leave all that words can mean from a first day of writing to a last, as most do."""
    node, (low, high) = dated
    earliest, latest, begun, over = network.earliest(node), network.latest(node), at_first[low], at_last[high]
    return (earliest is None or (begun is not None and begun >= earliest)) and (
        latest is None or (over is not None and over <= latest)
    )


def _day_by_day(tie: Tie, network: Network, readings: Readings, days: range) -> Iterator[tuple[Constraint, Derived]]:
    """Yield the bounds that follow where what the words mean on some of the days they may be of fits no bounds.

    Where it fits on none, that is a bound which contradicts the days themselves. Each piece stands with the day on
    which it would be meant, as the first of its nodes, and with the bound that rules it out, if any does.
    """
    nodes = [(tie.published, 0, 1), *((node, low + 2, high + 2) for node, (low, high) in tie.dated)]
    known = [(network.earliest(node), network.latest(node)) for node, _, _ in nodes]
    meant = [(day, day, *piece) for day in days for piece in readings.pieces(tie, day)]
    against = [_ruled_out(piece, nodes, known) for piece in meant]
    fitting = [piece for piece, bound in zip(meant, against, strict=True) if bound is None]
    if len(fitting) == len(meant):
        return
    if not fitting:
        chains = _why(network, [(tie.published, False), (tie.published, True), *against])
        yield _bound(Constraint(ORIGIN, tie.published, days[0] - 1), tie, chains)
        return
    for (node, *places), bounds in zip(nodes, known, strict=True):
        for place, bound, sign in zip(places, bounds, (1, -1), strict=True):
            left = [None if piece[place] is None else sign * piece[place] for piece in fitting]  # type: ignore[operator]
            if None in left:
                continue
            day = min(one for one in left if one is not None)
            if bound is None or day > sign * bound:
                beyond = [
                    out
                    for piece, out in zip(meant, against, strict=True)
                    if out and ((value := piece[place]) is None or sign * value < day)
                ]
                chains = _why(network, [(tie.published, sign < 0), *beyond])
                tail, head = (node, ORIGIN) if sign > 0 else (ORIGIN, node)
                yield _bound(Constraint(tail, head, -day), tie, chains)


_Places: TypeAlias = "tuple[int, int, int]"
"""A node, and where its earliest and its latest day stand in a piece with its day of writing."""


def _ruled_out(
    piece: Sequence[Day | None], nodes: Sequence[_Places], known: Sequence[tuple[Day | None, Day | None]]
) -> tuple[int, bool] | None:
    """Return the bound, by its node and whether it is the latest, that leaves a piece no day; None if none does."""
    for (node, low, high), (earliest, latest) in zip(nodes, known, strict=True):
        begun, over = piece[low], piece[high]
        if begun is not None and latest is not None and begun > latest:
            return node, True
        if over is not None and earliest is not None and over < earliest:
            return node, False
    return None


def _why(network: Network, bounds: Iterable[tuple[int, bool] | None]) -> Chains:
    """Return the chains that give some bounds, each once, with its direction."""
    asked = [bound for bound in dict.fromkeys(bounds) if bound is not None]
    chains = [
        (network.why_latest(node) if is_latest else network.why_earliest(node), is_latest) for node, is_latest in asked
    ]
    return tuple((chain, is_latest) for chain, is_latest in chains if chain)


def _derived(tail: int, head: int, most: int, tie: Tie, chain: tuple[Constraint, ...]) -> tuple[Constraint, Derived]:
    return _bound(Constraint(tail, head, most), tie, ((chain, tail == ORIGIN),))


def _bound(bound: Constraint, tie: Tie, chains: Chains) -> tuple[Constraint, Derived]:
    """Return a bound labelled with all that it rests on, and where it comes from."""
    parts = {tie.part, *(part for chain, _ in chains for one in chain for part in one.label)}
    return bound._replace(label=tuple(sorted(parts))), Derived((tie.part,), chains)


def _first_written(tie: Tie, high: int, earliest: Day | None, first: Day | None, readings: Readings) -> Day | None:
    """Return the first day on which the words can mean a day as late as `earliest`, if it is after `first`."""
    if earliest is None:
        return None

    def reaches(day: Day) -> bool:
        bounds = readings.bounds(tie, day)
        bound = bounds[high] if bounds else None
        return bound is None or bound >= earliest

    return _first_day(reaches, first, earliest)


def _last_written(tie: Tie, low: int, latest: Day | None, last: Day | None, readings: Readings) -> Day | None:
    """Return the last day on which the words can mean a day as early as `latest`, if it is before `last`."""
    if latest is None:
        return None

    def reaches(mirrored: Day) -> bool:
        bounds = readings.bounds(tie, -mirrored)
        bound = bounds[low] if bounds else None
        return bound is None or bound <= latest

    found = _first_day(reaches, None if last is None else -last, -latest)
    return None if found is None else -found


def _first_day(holds: Callable[[Day], bool], first: Day | None, near: Day) -> Day | None:
    """Return the first day for which a test holds, that holds of all later days too; None if that is `first`.

    Without a `first` it is looked for on both sides of `near`. Days on which the words cannot be read pass the test;
    what is found has a day before it that fails it, so that no day before that one can pass it by its reading.
    """
    step = 1
    below = near if first is None else first
    while holds(below):
        if first is not None or step > _FARTHEST:
            return None
        below -= step
        step *= 2
    step = 1
    while not holds(below + step):
        below += step
        step *= 2
        if step > _FARTHEST:
            return None
    above = below + step
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (below, middle) if holds(middle) else (middle, above)
    return above
