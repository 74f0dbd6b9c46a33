"""Dates that leave open between a few: what order and publication rule out of them.

The network knows of "5 or 12 March" the hull alone, as it knows of any date. Where its bounds leave one of the
alternatives no room, that one is out, and the hull of those left may be tighter than what the network knew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from timeline.constrain.ties import Derived
from timeline.dates.boxes import around, holds, meeting
from timeline.network import ORIGIN, Constraint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.constrain.ties import Chains
    from timeline.dates.span import Bounds
    from timeline.model import Event, Source
    from timeline.network import Label, Network


class Explained(Protocol):
    """What knows why the nodes of a network have their bounds."""

    def why_latest(self, node: int) -> tuple[Constraint, ...]:
        """Return the chain of constraints that gives the latest day."""

    def why_earliest(self, node: int) -> tuple[Constraint, ...]:
        """Return the chain of constraints that gives the earliest day."""


class Choice(NamedTuple):
    """Alternatives of which one dates an event, the parts that say so, and the nodes of its start and end."""

    parts: Label
    nodes: tuple[int, int]
    alternatives: tuple[Bounds, ...]

    @property
    def days(self) -> tuple[int, ...]:
        """The nodes whose bounds it is narrowed by."""
        return self.nodes


def choices_of(event: Event, shown: Collection[str], start: int) -> Iterator[Choice]:
    """Yield the dates of an event's shown claims that leave open between a few, and what they do so together."""
    several = sorted(
        [(claim.id, claim) for claim in event.claims if claim.date.sound.alternatives and claim.id in shown]
    )
    for identifier, claim in several:
        yield Choice(((identifier, "date", ""),), (start, start + 1), claim.date.sound.alternatives)
    if len(several) > 1 and event.date.sound.alternatives:
        parts = tuple((claim, "date", "") for claim in sorted(shown))
        yield Choice(parts, (start, start + 1), event.date.sound.alternatives)


def publication_choices(source: Source, node: int) -> Iterator[Choice]:
    """Yield the day of publication of a source where that leaves open between a few."""
    if source.published is not None and source.published.sound.alternatives:
        windows = tuple((box[0], box[3], box[0], box[3]) for box in source.published.sound.alternatives)
        yield Choice(((source.id, "published", ""),), (node, node), windows)


def cuts(choice: Choice, network: Network) -> Iterator[tuple[Constraint, Derived]]:
    """Yield the bounds that follow from what is left of a choice, each with why the others are out."""
    start, end = choice.nodes
    known = network.earliest(start), network.latest(start), network.earliest(end), network.latest(end)
    left = tuple(one for one in choice.alternatives if meeting(one, known))
    if len(left) == len(choice.alternatives):
        return
    if not left:
        yield _contradiction(choice, known, network)
        return
    for place, day in enumerate(around(left)):
        is_latest = bool(place % 2)
        if day is None or not _is_tighter(day, known[place], is_latest=is_latest):
            continue
        node = choice.nodes[place // 2]
        out = [one for one in choice.alternatives if one not in left and _reaches(one[place], day, is_latest=is_latest)]
        bound = Constraint(ORIGIN, node, day) if is_latest else Constraint(node, ORIGIN, -day)
        kept = tuple(one for one in choice.alternatives if one not in out)
        yield _derived(bound, choice, kept, ruled_out(out, known, choice.nodes, network))


def cut(choices: Iterable[Choice], known: Bounds) -> bool:
    """Whether any bound follows from what known ones leave of some choices, all of which date the same event."""
    for choice in choices:
        left = [one for one in choice.alternatives if holds(known, one) or meeting(one, known)]
        if len(left) == len(choice.alternatives):
            continue
        if not left or any(
            day is not None and _is_tighter(day, known[place], is_latest=bool(place % 2))
            for place, day in enumerate(around(left))
        ):
            return True
    return False


def ruled_out(out: Sequence[Bounds], known: Bounds, nodes: tuple[int, int], network: Explained) -> Chains:
    """Return the chains of constraints that rule alternatives out, as few as there are, each with its direction."""
    chains: dict[tuple[int, bool], tuple[Constraint, ...]] = {}
    for box in out:
        for place, node in ((1, nodes[0]), (0, nodes[0]), (3, nodes[1]), (2, nodes[1])):
            is_latest = bool(place % 2)
            nearest, bound = box[place - 1 if is_latest else place + 1], known[place]
            if nearest is not None and bound is not None and (bound < nearest if is_latest else nearest < bound):
                chains[node, is_latest] = network.why_latest(node) if is_latest else network.why_earliest(node)
                break
    return tuple((chain, is_latest) for (_, is_latest), chain in chains.items())


def _contradiction(choice: Choice, known: Bounds, network: Network) -> tuple[Constraint, Derived]:
    """Return a bound that cannot hold with what the network knows, which leaves none of the alternatives."""
    chains = ruled_out(choice.alternatives, known, choice.nodes, network)
    place, day = next((place, day) for place, day in enumerate(known) if day is not None)
    node = choice.nodes[place // 2]
    bound = Constraint(node, ORIGIN, -day - 1) if place % 2 else Constraint(ORIGIN, node, day - 1)
    return _derived(bound, choice, (), chains)


def _derived(bound: Constraint, choice: Choice, left: tuple[Bounds, ...], chains: Chains) -> tuple[Constraint, Derived]:
    """Return a bound labelled with all that it rests on, and where it comes from."""
    parts = {*choice.parts, *(part for chain, _ in chains for one in chain for part in one.label)}
    derived = Derived(choice.parts, chains, choice.alternatives, left)
    return bound._replace(label=tuple(sorted(parts))), derived


def _is_tighter(day: int, known: int | None, *, is_latest: bool) -> bool:
    return known is None or (day < known if is_latest else day > known)


def _reaches(bound: int | None, day: int, *, is_latest: bool) -> bool:
    """Whether a bound lies beyond a day."""
    return bound is None or (bound > day if is_latest else bound < day)
