"""What claims and sources say of time, as constraints between days.

Each constraint is labelled with the parts it rests on. A part is (whose, kind, detail): the id of a claim with "date",
"relation", "lasts", "told" or "upcoming", the id of a source with "published" or "derives", the id of an event with
"instant".

- What a claim tells as past has begun by the publication of its source; what it tells as upcoming begins no sooner.
- A relation lets both events share a day, since days are the finest that is known: "after" is not sooner than the end
  of the other. `within` is how long there is at most between the two, `by` how long there is: from the end of the one
  to the start of the other for `after` and `before`, from start to start for `during` and `contains`, and for
  `overlaps` and `overlapped_by` how long both go on together. `meets` ends on the day on which the other starts, or
  on the day before. `same_day` is each of Allen's relations that keeps this event on days of the other: of two
  instants, that they share a day, and nothing about which of them came first.
- What lasts so long has so many days from its start to its end, one more or less: words leave open whether the first
  and the last day both count.
- Of an `instant` event, start and end are one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.bounds import Links
from timeline.constrain.choices import Choice, choices_of, publication_choices
from timeline.constrain.ties import Tie, ties_of
from timeline.dates.length import parse_length
from timeline.network import ORIGIN, Constraint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.dates.span import Day
    from timeline.model import Claim, Event, Source
    from timeline.network import Label

_HELD: dict[str, tuple[str, ...]] = {
    "after": ("Ts",),
    "before": ("tS",),
    "during": ("Ss", "tT"),
    "contains": ("sS", "Tt"),
    "overlaps": ("sS", "St", "tT"),
    "overlapped_by": ("Ss", "sT", "Tt"),
    "starts": ("sS", "Ss", "tT"),
    "started_by": ("sS", "Ss", "Tt"),
    "finishes": ("Ss", "tT", "Tt"),
    "finished_by": ("sS", "tT", "Tt"),
    "meets": ("tS", "St+"),
    "met_by": ("Ts", "sT+"),
    "equals": ("sS", "Ss", "tT", "Tt"),
    "same_day": ("Ss", "tT"),
}
"""What each relation says: the first day is not later than the second, with + than the day after it.

s and t are the start and the end of the claim's own event, S and T those of the other.
"""

_GAP = {"after": "Ts", "before": "tS", "during": "Ss", "contains": "sS", "overlaps": "St", "overlapped_by": "sT"}
"""From which day to which `within` and `by` are counted."""


class System(NamedTuple):
    """All that is said: the nodes, the constraints between them, and what no constraint can say.

    That is the ties of dates to days of publication, and the choices between a few dates.
    """

    nodes: int
    constraints: tuple[Constraint, ...]
    ties: tuple[Tie, ...]
    choices: tuple[Choice, ...] = ()


def state(events: Sequence[Event], sources: Sequence[Source]) -> tuple[System, Links]:
    """Return what events, claims and sources say of time, and whose days the nodes are."""
    links = Links(tuple(sorted(event.id for event in events)), tuple(sorted(source.id for source in sources)))
    starts = {event: 2 * place + 1 for place, event in enumerate(links.events)}
    days = 2 * len(links.events) + 1
    published = {source: days + place for place, source in enumerate(links.sources)}
    by_id = {source.id: source for source in sources}
    constraints: list[Constraint] = []
    ties: list[Tie] = []
    choices: list[Choice] = []
    for event in sorted(events, key=lambda event: event.id):  # in one order always, as contradictions are met in it
        start = starts[event.id]
        constraints.append(Constraint(start + 1, start, 0))
        if event.instant:
            constraints.append(Constraint(start, start + 1, 0, ((event.id, "instant", ""),)))
        has_date = is_dated_for_others(event)
        for claim in _dating(event) if has_date else ():
            constraints += _date(claim, start)
        choices.extend(choices_of(event, event.date.claims, start) if has_date else ())
        for claim in standing(event):
            source = by_id[claim.source]
            constraints += _telling(claim, start, published[claim.source], source)
            if claim.lasts:
                constraints += _lasting(claim, start, source.language)
            for number, relation in enumerate(claim.relations):
                if relation.event in starts and relation.event != event.id:
                    nodes = start, starts[relation.event]
                    constraints.extend(_relation(claim, number, nodes, source.language))
            if has_date:
                ties.extend(ties_of(claim, start, source, published[claim.source]))
    for identifier in links.sources:
        constraints.extend(_publication(by_id[identifier], published))
        choices.extend(publication_choices(by_id[identifier], published[identifier]))
    return System(days + len(links.sources) - 1, tuple(constraints), tuple(sorted(ties)), tuple(choices)), links


def standing(event: Event) -> Iterator[Claim]:
    """Yield the claims that count: asserted, not deprecated, and not dated to a window that lost."""
    lost = {claim for window in event.windows[1:] for claim in window.claims}
    for claim in sorted(event.claims, key=lambda claim: claim.id):
        if not (claim.denies or claim.rank == "deprecated" or claim.id in lost):
            yield claim


def is_dated_for_others(event: Event) -> bool:
    """Whether the date shown may narrow other dates: it is no mere plan, and nobody's undecided word against another.

    A curator decides by ranks; that more origins support a date makes it the one to show, and no premise.
    """
    claims = {claim.id: claim for claim in event.claims}
    shown = [claims[claim] for claim in event.date.claims]
    rivals = [claims[claim] for window in event.windows[1:] for claim in window.claims]
    if shown and all(claim.upcoming for claim in shown):
        return False
    is_decided = any(claim.rank == "preferred" for claim in shown) and all(one.rank != "preferred" for one in rivals)
    return is_decided or all(claim.rank == "deprecated" for claim in rivals)


def published_days(source: Source) -> tuple[Day | None, Day | None]:
    """Return the first and the last day on which a source may have been published, as declared."""
    if source.published is None:
        return None, None
    return source.published.sound.start_earliest, source.published.sound.end_latest


def _dating(event: Event) -> Iterable[Claim]:
    shown = event.date.claims
    return sorted((claim for claim in event.claims if claim.id in shown), key=lambda claim: claim.id)


def _date(claim: Claim, start: int) -> list[Constraint]:
    label = ((claim.id, "date", ""),)
    start_earliest, start_latest, end_earliest, end_latest = claim.date.sound[:4]
    found = []
    if start_earliest is not None:
        found.append(Constraint(start, ORIGIN, -start_earliest, label))
    if start_latest is not None:
        found.append(Constraint(ORIGIN, start, start_latest, label))
    if end_earliest is not None:
        found.append(Constraint(start + 1, ORIGIN, -end_earliest, label))
    if end_latest is not None:
        found.append(Constraint(ORIGIN, start + 1, end_latest, label))
    return found


def _telling(claim: Claim, start: int, published: int, source: Source) -> Iterator[Constraint]:
    """What is told as past has begun by publication. A source of a known day needs no node of its own."""
    first, last = published_days(source)
    is_known = first is not None and first == last
    kind = "upcoming" if claim.upcoming else "told"
    label: Label = ((claim.id, kind, ""),)
    if not is_known:
        yield Constraint(start, published, 0, label) if claim.upcoming else Constraint(published, start, 0, label)
    elif first is not None:
        label = tuple(sorted((*label, (source.id, "published", ""))))
        yield Constraint(start, ORIGIN, -first, label) if claim.upcoming else Constraint(ORIGIN, start, first, label)


def _publication(source: Source, published: Mapping[str, int]) -> Iterator[Constraint]:
    node = published[source.id]
    label = ((source.id, "published", ""),)
    first, last = published_days(source)
    if first is not None:
        yield Constraint(node, ORIGIN, -first, label)
    if last is not None:
        yield Constraint(ORIGIN, node, last, label)
    root = published.get(source.derives_from or "", node)
    if root != node:
        yield Constraint(node, root, 0, ((source.id, "derives", ""),))


def _lasting(claim: Claim, start: int, language: str) -> Iterator[Constraint]:
    length = parse_length(claim.lasts, language)
    if length is not None:
        label = ((claim.id, "lasts", ""),)
        yield Constraint(start + 1, start, 1 - max(1, length.low), label)
        if length.high is not None:
            yield Constraint(start, start + 1, length.high + 1, label)


def _relation(claim: Claim, number: int, starts: tuple[int, int], language: str) -> Iterator[Constraint]:
    relation = claim.relations[number]
    label = ((claim.id, "relation", f"{number:04}"),)
    nodes = {"s": starts[0], "t": starts[0] + 1, "S": starts[1], "T": starts[1] + 1}
    for held in _HELD[relation.kind]:
        yield Constraint(nodes[held[1]], nodes[held[0]], 1 if held.endswith("+") else 0, label)
    if relation.kind in _GAP:
        first, last = (nodes[day] for day in _GAP[relation.kind])
        for stated, is_least in ((relation.within, False), (relation.by, True)):
            length = parse_length(stated, language) if stated else None
            if length is not None and length.high is not None:
                yield Constraint(first, last, length.high, label)
            if length is not None and is_least:
                yield Constraint(last, first, -length.low, label)
