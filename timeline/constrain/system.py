"""What is to be worked out together: a system of labelled constraints, or the figures of a whole corpus.

Most events have no order with others: their sources say a date and have a day, and what follows is the earlier of
two days. These need no network; `bounds_alone` gives what one would. The rest is put into arrays of figures, and what
a figure rests on is looked up, by `Statements`, where an argument or a contradiction asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from timeline.constrain.statements import Statements, label_of, labelled
from timeline.dates.boxes import meeting
from timeline.network import ORIGIN, Constraint, Figures, Network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from timeline.bounds import Links
    from timeline.constrain.choices import Choice
    from timeline.constrain.statements import Publication, Said
    from timeline.constrain.ties import Tie
    from timeline.dates.span import Bounds
    from timeline.model import Event, Source
    from timeline.network import Label

Part = tuple[str, ...]


class ToSettle(Protocol):
    """A network, and what no constraint can say: the ties to days of publication, and choices between a few dates."""

    @property
    def ties(self) -> Sequence[Tie]:
        """The dates that lean on an open day of publication."""

    @property
    def choices(self) -> Sequence[Choice]:
        """The dates that leave open between a few."""

    def network(self) -> Network:
        """Return the network of what is said, not propagated yet."""


class System(NamedTuple):
    """The nodes, the constraints between them, and the ties and choices."""

    nodes: int
    constraints: tuple[Constraint, ...]
    ties: tuple[Tie, ...]
    choices: tuple[Choice, ...] = ()

    def network(self) -> Network:
        """Return the network of the constraints, not propagated yet."""
        return Network(self.nodes, self.constraints)


def state(events: Iterable[Event], sources: Iterable[Source]) -> tuple[System, Links]:
    """Return all that events, claims and sources say of time, and whose days the nodes are."""
    said = Statements(events, sources)
    places = range(len(said.events))
    ties = sorted(tie for place in places for tie in said.ties(place))
    choices = [choice for place in places for choice in said.choices(place)]
    choices += [choice for source in said.sources for choice in said.publication_choices(source.id)]
    return System(said.nodes, tuple(said.constraints()), tuple(ties), tuple(choices)), said.links


class Whole:
    """All that is said of time, less what is left out, as far as it takes a network to work it out.

    `linked` are the places of the events in it, and `alone` the bounds of those of the others whose own dates do not
    say them already.
    """

    def __init__(self, said: Statements) -> None:
        self.said = said
        self.left_out: set[Part] = set()
        self.linked: list[int] = []
        self.alone: dict[int, Bounds] = {}
        self.ties: list[Tie] = []
        self.choices: list[Choice] = []
        none: list[int | None] = [None] * (said.nodes + 1)
        self._figures = Figures(none, list(none), [], [], [], [], [])
        related = _related(said.events)
        for place, event in enumerate(said.events):
            known = None if event.id in related else bounds_alone(event, said.published)
            if known is None:
                self._link(place, event)
            elif known != event.windows[0].sound[:4]:
                self.alone[place] = known
        for source in said.sources:
            self._take(said.of_source(source.id))
            self.choices += said.publication_choices(source.id)
        self.ties.sort()
        self._figures.nodes.extend(node for place in self.linked for node in (2 * place + 1, 2 * place + 2))
        self._figures.nodes.extend(range(said.first_source, said.nodes + 1))

    def network(self) -> Network:
        """Return the network of what is said, not propagated yet."""
        return Network.of(self._figures, self._stated)

    def no_later(self) -> list[tuple[int, int]]:
        """Return the pairs of nodes of which the first is shown to come no later than the second."""
        figures = self._figures
        every = zip(figures.heads, figures.tails, figures.most, strict=True)
        return [(head, tail) for head, tail, most in every if most <= 0]

    def leave_out(self, parts: Collection[Part]) -> None:
        """Leave out all that rests on one of these parts."""
        self.left_out.update(parts)
        old = self._figures
        kept = [number for number, label in enumerate(old.labels) if self._stands(label)]
        tails, heads, most = ([column[number] for number in kept] for column in (old.tails, old.heads, old.most))
        labels = [old.labels[number] for number in kept]
        self._figures = Figures(old.latest, old.earliest, tails, heads, most, labels, old.nodes)
        for node in {node for part in parts for node in self.said.nodes_of(part[0])}:
            old.latest[node] = old.earliest[node] = None
            own = [one for one in self.said.at(node) if ORIGIN in one[:2] and node in one[:2]]
            self._take(one for one in own if self._stands(label_of(*one[3:])))
        self.ties = [tie for tie in self.ties if tie.part not in self.left_out]
        self.choices = [choice for choice in self.choices if self._stands(choice.parts)]

    def _link(self, place: int, event: Event) -> None:
        """Take an event into the network."""
        published = self.said.published
        self.linked.append(place)
        self._take(self.said.of_event(place))
        if None in [published[claim.source].day for claim in event.claims]:
            self.ties += self.said.ties(place)
        if any(claim.date.sound.alternatives for claim in event.claims):
            self.choices += self.said.choices(place)

    def _take(self, said: Iterable[Said]) -> None:
        """Take in the figures of what is said."""
        latest, earliest, tails, heads, most, labels, _ = self._figures
        for tail, head, days, whose, kind, detail, source in said:
            if tail == ORIGIN:
                known = latest[head]
                if known is None or days < known:
                    latest[head] = days
            elif head == ORIGIN:
                known = earliest[tail]
                if known is None or -days > known:
                    earliest[tail] = -days
            else:
                tails.append(tail)
                heads.append(head)
                most.append(days)
                labels.append(label_of(whose, kind, detail, source))

    def _stands(self, label: Label) -> bool:
        return not label or self.left_out.isdisjoint(label)

    def _stated(self, node: int, is_latest: bool) -> Constraint | None:  # noqa: FBT001 - as `Stated` has it
        """Return the tightest bound that a node is given; of several the one with the first label."""
        ends = (ORIGIN, node) if is_latest else (node, ORIGIN)
        given = [labelled(one) for one in self.said.at(node) if one[:2] == ends]
        return min((one for one in given if self._stands(one.label)), key=lambda one: one[2:], default=None)


def _related(events: Iterable[Event]) -> set[str]:
    """Return the ids of the events that a relation of some claim, or to them, may bind to another."""
    found = set()
    for event in events:
        for claim in event.claims:
            if claim.relations:
                found.add(event.id)
                found.update([relation.event for relation in claim.relations])
    return found


def bounds_alone(event: Event, published: Mapping[str, Publication]) -> Bounds | None:
    """Return what follows for an event without relations from its own claims and the days of their sources.

    None is that it takes a network to tell, or that they contradict each other.
    """
    if len(event.windows) > 1:
        return None
    told = None
    for claim in event.claims:
        if claim.stance == "denies" or claim.rank == "deprecated":
            continue
        day = published[claim.source].day
        if day is None or claim.upcoming or claim.lasts:
            return None
        if told is None or day < told:
            told = day
    shown, sound = event.windows[0].claims, event.windows[0].sound
    if len(shown) > 1 and any(claim.date.sound.alternatives for claim in event.claims):
        return None
    known = _closed(sound[:4], told, is_instant=event.instant)
    if known is None or (sound.alternatives and not all(meeting(one, known) for one in sound.alternatives)):
        return None
    return known


def _closed(stated: Bounds, told: int | None, *, is_instant: bool) -> Bounds | None:
    """Return bounds that are tight already, less what comes after the day on which it was told as past, if any.

    None is that they leave nothing, or are not tight.
    """
    low, high, begin, end = stated
    if low is not None and (begin is None or begin < low):
        return None
    if end is not None and (high is None or high > end):
        return None
    if told is not None and (high is None or told < high):
        high = told
    if is_instant:
        low, end = begin, high
    if high is not None and low is not None and low > high:
        return None
    if end is not None and begin is not None and begin > end:
        return None
    return low, high, begin, end
