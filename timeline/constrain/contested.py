"""What contradicts each of the rival dates of an event.

A date that accounts differ on, and that no curator decided, narrows no other date (see `is_dated_for_others`). What
contradicts each of the rivals is a contradiction all the same, and would go unnoticed if each were left aside: what is
worked out for the event from all that is said besides leaves room for none of them, or a relation between two such
events does not fit any of the dates of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.constrain.arguments import settled_network
from timeline.constrain.settling import parts_of, settle
from timeline.constrain.solving import Index, clash_of
from timeline.constrain.statements import Statements, contested_boxes, contested_claims, standing
from timeline.dates.boxes import meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.constrain.solving import Clash, Solved
    from timeline.constrain.system import Part, Whole
    from timeline.constrain.ties import Readings
    from timeline.model import Event
    from timeline.network import Network


def contested_clashes(whole: Whole, solved: Solved, readings: Readings) -> Iterator[Clash]:
    """Yield the contradictions that there are whichever of some rival dates is right; nothing is left out for them."""
    contested = [place for place, event in enumerate(whole.said.events) if contested_claims(event)]
    if not contested:
        return
    said = Statements(whole.said.events, whole.said.sources, contested=True)
    index, why = Index(said), _Why(whole, solved)
    index.left_out.update(whole.left_out)
    for place in contested:
        event = said.events[place]
        known = solved.known.get(2 * place + 1) or whole.alone.get(place)
        if known and not any(meeting(box, (known[0], known[1], known[2], known[3])) for box in contested_boxes(event)):
            parts = parts_of(said.of_event(place)) | why.parts(2 * place + 1)
            yield clash_of(index, parts - index.left_out, readings)._replace(left_out=(), why="rivals")
    events = {said.events[place].id: said.events[place] for place in contested}
    for parts in _between(events):
        together = index.about({part[0] for part in parts}).only(parts)
        if index.left_out.isdisjoint(parts) and not settle(together, readings).holds:
            yield clash_of(index, parts, readings)._replace(left_out=(), why="rivals")


def _between(contested: dict[str, Event]) -> Iterator[set[Part]]:
    """Yield what each relation between two such events rests on, with the rival dates of both."""
    for event in contested.values():
        for claim in standing(event):
            for number, relation in enumerate(claim.relations):
                other = contested.get(relation.event)
                if other is not None and other is not event:
                    dated = (*contested_claims(event), *contested_claims(other))
                    yield {(claim.id, "relation", f"{number:04}"), *((one, "date", "") for one in dated)}


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
        return {part for chain in chains for part in parts_of(chain)}
