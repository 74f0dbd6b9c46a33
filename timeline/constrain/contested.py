"""What contradicts each of the rival dates of an event.

A date that accounts differ on, and that no curator decided, narrows no other date (see `is_dated_for_others`). What
contradicts each of the rivals is a contradiction all the same, and would go unnoticed if each were left aside: what is
worked out for the event from all that is said besides leaves room for none of them, or what leads from one such event
to others, a relation or a chain of them, fits none of the dates that these have.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from timeline.constrain.arguments import settled_network
from timeline.constrain.choices import Choice
from timeline.constrain.premises import contested_boxes, contested_claims, standing
from timeline.constrain.settling import parts_of, settle
from timeline.constrain.solving import Index, clash_of
from timeline.constrain.statements import within
from timeline.dates.boxes import around, meeting
from timeline.network import ORIGIN, Constraint, Network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from timeline.constrain.settling import Settled
    from timeline.constrain.solving import Clash, Solved
    from timeline.constrain.system import Part, System, Whole
    from timeline.constrain.ties import Readings
    from timeline.model import Event


def contested_clashes(whole: Whole, solved: Solved, readings: Readings) -> Iterator[Clash]:
    """Yield the contradictions that there are whichever of some rival dates is right; nothing is left out for them."""
    events = enumerate(whole.said.events)
    contested = [place for place, event in events if len(event.windows) > 1 and contested_claims(event)]
    if not contested:
        return
    said = whole.said.with_rivals()
    index, why = Index(said), _Why(whole, solved)
    index.left_out.update(whole.left_out)
    alone: set[int] = set()
    for place in contested:
        event = said.events[place]
        known = solved.known.get(2 * place + 1) or whole.alone.get(place)
        if known and not any(meeting(box, (known[0], known[1], known[2], known[3])) for box in contested_boxes(event)):
            alone.add(place)
            parts = parts_of(said.of_event(place)) | why.parts(2 * place + 1)
            yield clash_of(index, parts - index.left_out, readings)._replace(left_out=(), why="rivals")
    by_id = {said.events[place].id: said.events[place] for place in contested}
    others = [place for place in contested if place not in alone]
    found = chain(_between(by_id), _along(whole, others, readings))
    for some in dict.fromkeys(frozenset(parts) for parts in found):
        if index.left_out.isdisjoint(some) and not settle(index.about({p[0] for p in some}).only(some), readings).holds:
            yield clash_of(index, some, readings)._replace(left_out=(), why="rivals")


def _between(contested: dict[str, Event]) -> Iterator[set[Part]]:
    """Yield what each relation between two such events rests on, with the rival dates of both."""
    for event in contested.values():
        for claim in standing(event):
            for number, relation in enumerate(claim.relations):
                other = contested.get(relation.event)
                if other is not None and other is not event:
                    dated = (*contested_claims(event), *contested_claims(other))
                    yield {(claim.id, "relation", f"{number:04}"), *((one, "date", "") for one in dated)}


def _along(whole: Whole, contested: Iterable[int], readings: Readings) -> Iterator[set[Part]]:
    """Yield what contradicts itself where such events are joined, by whatever steps.

    They are worked out together as any others would be, each on one of its rival dates, which for this once narrow what
    they are joined to.
    """
    starts = {2 * place + 1 for place in contested}
    bound = {node for one in whole.standing() for node in one[:2]} if starts else set()
    for owners in whole.joined(starts):
        dated = starts.intersection(owners)
        if len(dated) == 1 and not _may_have_length(whole, bound, *dated):
            continue
        among = [_Rivals.of(whole.said.events[start // 2], start) for start in sorted(dated)]
        system = whole.system(owners).beside([one for each in among for one in each.constraints])
        system = system._replace(choices=[*system.choices, *(each.choice for each in among)])
        yield from _contradictions(system, {part: each for each in among for part in each.choice.parts}, readings)


def _may_have_length(whole: Whole, bound: Collection[int], start: int) -> bool:
    """Whether how long an event went on is said, or may follow from what others say of its start and of its end.

    Only then can a rival date have no room for it, where both of these may be on the days that it gives.
    """
    said = any(claim.lasts for claim in whole.said.events[start // 2].claims)
    return said or (start in bound and start + 1 in bound)


def _contradictions(system: System, rivals: Mapping[Part, _Rivals], readings: Readings) -> Iterator[set[Part]]:
    """Yield what of a system contradicts itself, which without the rival dates of some events would hold.

    Those from which each contradiction leads on are then left aside, and so on until the rest holds.
    """
    aside: set[Part] = set()
    settled = settle(system, readings)
    while not settled.holds:
        before = len(aside)
        for circle in _circles(settled, system.without(aside), rivals):
            parts = parts_of(circle)
            yield parts
            dated = [part for part in circle[-2 if circle[1:] else -1].label if part in rivals]
            for part in (dated or sorted(parts & rivals.keys()))[:1]:
                aside.update(rivals[part].choice.parts)
        if len(aside) == before:  # no rival date has a part in it
            return
        settled = settle(system.without(aside), readings)


def _circles(settled: Settled, system: System, rivals: Mapping[Part, _Rivals]) -> Iterator[tuple[Constraint, ...]]:
    """Yield what contradicts itself, last whence it leads and whither: from the latest days on, and from the earliest.

    What leads through another event with rival dates that contradict the last as well begins there.
    """
    if settled.restless:
        yield settled.restless
        return
    every = [*system.constraints, *settled.derived]
    for constraints in (every, [Constraint(one.head, one.tail, one.most, one.label) for one in every]):
        bounds = {one.head: one for one in constraints if one.tail == ORIGIN and one.label and one.label[0] in rivals}
        network = Network(sorted(constraints))
        network.propagate()
        for *path, begun, ended in network.circles():
            days = ended.most
            for length, one in enumerate(path, 1):
                days += one.most
                bound = bounds.get(one.tail)
                if ORIGIN in ended[:2] and bound and bound.most + days < 0:
                    yield *path[:length], bound, ended
                    break
            else:
                yield *path, begun, ended


class _Rivals(NamedTuple):
    """That an event was on one of its rival dates: as constraints on its days, and as a choice between these dates."""

    constraints: list[Constraint]
    choice: Choice

    @classmethod
    def of(cls, event: Event, start: int) -> _Rivals:
        """Return those of an event that starts on this node."""
        boxes, label = contested_boxes(event), tuple((claim, "date", "") for claim in contested_claims(event))
        found: list[Constraint] = []
        within(around(boxes), start, label, found)
        return cls(found, Choice(label, (start, start + 1), boxes))


class _Why:
    """What the bounds of events rest on, by the networks as they were settled."""

    def __init__(self, whole: Whole, solved: Solved) -> None:
        self._whole, self._solved = whole, solved
        self._networks: dict[int, Network] = {}

    def parts(self, owner: int) -> set[Part]:
        """Return all that the bounds of an event rest on, by its first node."""
        if owner not in self._networks:
            network, owners = settled_network(self._whole, self._solved.derived, owner)
            self._networks.update(dict.fromkeys(owners, network))
        network = self._networks[owner]
        chains = [why(node) for node in (owner, owner + 1) for why in (network.why_latest, network.why_earliest)]
        return {part for each in chains for part in parts_of(each)}
