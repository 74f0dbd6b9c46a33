"""In words: what a constraint between days rests on, and the steps from one bound to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.bounds import Step
from timeline.dates.span import within
from timeline.dates.text import date_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.bounds import Links
    from timeline.dates.span import Day, Span
    from timeline.model import Claim, Relation, Source
    from timeline.names import Names
    from timeline.network import Constraint, Label

_RELATIONS = {
    "after": "was after",
    "before": "was before",
    "during": "was during",
    "contains": "went on from before to after",
    "overlaps": "began before and ended during",
    "overlapped_by": "began during and ended after",
    "starts": "began together with",
    "started_by": "began together with, and ended no sooner than,",
    "finishes": "ended together with",
    "finished_by": "ended together with, and began no later than,",
    "meets": "ended as there began",
    "met_by": "began as there ended",
    "equals": "was at the very time of",
    "same_day": "was on the same day as",
}
DATED = "start.earliest", "start.latest", "end.earliest", "end.latest"
"""The bounds of an event."""
PUBLISHED = "published.earliest", "published.latest"
"""The bounds of the publication of a source."""


class Reasons:
    """Says what parts of labels mean, by the claims and sources that they name."""

    def __init__(self, names: Names, claims: Mapping[str, Claim], sources: Mapping[str, Source], links: Links) -> None:
        self._names, self._claims, self._sources, self._links = names, claims, sources, links

    def steps(self, chain: Iterable[Constraint], *, latest: bool, day: Day = 0) -> Iterator[Step]:
        """Yield a step for each constraint of a chain that rests on something, from a day on."""
        for one in chain:
            day += one.most if latest else -one.most
            if one.label:
                yield self.step(one, day, latest=latest)

    def bound_of(self, node: int, *, latest: bool) -> tuple[str, str]:
        """Return whose bound a node's earliest or latest day is, and which."""
        place = node - 2 * len(self._links.events) - 1
        if place >= 0:
            return self._links.sources[place], PUBLISHED[latest]
        return self._links.events[(node - 1) // 2], DATED[(2 - 2 * (node % 2)) + latest]

    def step(
        self,
        one: Constraint,
        day: Day,
        *,
        latest: bool,
        said: Label = (),
        choice: tuple[Span, Span] | None = None,
    ) -> Step:
        """Return the step that a constraint is, to the day reached by it.

        One that was derived rests on what is `said` alone; a `choice` is a few dates, and those that are left of them.
        """
        about, which = self.bound_of(one.head if latest else one.tail, latest=latest)
        label = said or one.label
        claim = next((self._claims[part[0]] for part in label if part[0] in self._claims), None)
        published = next((part[0] for part in label if part[1] == "published"), "")
        told = [self.said(part) for part in label if part[1] != "published" or choice]
        if published and not choice:
            told.append(self.published(published, day, latest=latest))
        if choice:
            told.append(left_of(*choice))
        source = claim.source if claim else next((part[0] for part in label if part[0] in self._sources), "")
        return Step("; ".join(told), about, which, day, claim.id if claim else "", source)

    def published(self, source: str, day: Day, *, latest: bool) -> str:
        """Return that a source was published by a day, or on or after it."""
        limit = "no later than" if latest else "no earlier than"
        return f"{self._names.document(source)} was published {limit} {day_text(day)}"

    def said(self, part: tuple[str, ...]) -> str:
        """Return what a part says, and where it stands."""
        whose, kind, detail = part
        if kind == "published":
            source = self._sources[whose]
            when = source.published
            return f"{self._names.document(whose)} was published {_when(source) if when else 'at no stated time'}"
        if kind == "derives":
            root = self._sources[whose].derives_from or ""
            return f"{self._names.document(whose)} repeats {self._names.document(root)}, and so came no sooner"
        if kind == "instant":
            return f"`{whose}` is classified as beginning and ending on one day"
        claim = self._claims[whose]
        return f"{self.cited(claim)}: {self._told(claim, kind, detail)}"

    def cited(self, claim: Claim) -> str:
        """Return who says so, where: "Serikzhan Bilash in Eurasianet, paragraph 28"."""
        voice = self._names.voice(claim)
        return f"{voice} in {self._names.citation(claim)}" if voice else self._names.citation(claim)

    def _told(self, claim: Claim, kind: str, detail: str) -> str:
        event = f"`{claim.event}`"
        if kind == "told":
            return f"{event} is told as past"
        if kind == "upcoming":
            return f"{event} is told as still to come"
        if kind == "lasts":
            return f"{event} lasted “{claim.lasts}”"
        if kind == "relation":
            return f"{event} {_related(claim.relations[int(detail)])}"
        stated, end = claim.date.stated, claim.date.stated_end
        until = f" and ended “{end}”" if end else ""
        return f"{event} was “{stated}”{until}" if stated else f"{event} ended “{end}”"


def _related(relation: Relation) -> str:
    words = f"{_RELATIONS[relation.kind]} `{relation.event}`"
    words += f", by “{relation.by}”" if relation.by else ""
    return words + (f", within “{relation.within}”" if relation.within else "")


def _when(source: Source) -> str:
    if source.published is None:
        return ""
    return date_text(source.published.edtf, source.published.reading, source.published.sound)


def left_of(alternatives: Span, left: Span) -> str:
    """Return what is left of a few dates: "of 5 or 12 Mar 2019 only 5 Mar 2019 is left"."""
    return f"of {date_text('', alternatives, alternatives)} only {date_text('', left, left)} is left"


def day_text(day: Day) -> str:
    """Return a day as readers have it: "7 Jan 2021"."""
    one = within(day, day)
    return date_text("", one, one)
