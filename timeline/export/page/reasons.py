"""The arguments for dates, as the page tells them: by numbers of documents, with links to the events they speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.arguments import arguments, conclusion
from timeline.export.page.choices import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.bounds import Bound, Step
    from timeline.dates.span import Day
    from timeline.model import Timeline
    from timeline.names import Names

_QUOTED = re.compile(r"`([^`]+)`")
_LONG = 36


class Part(NamedTuple):
    """A piece of a sentence, and the anchor it leads to, if any."""

    text: str
    anchor: str = ""


Told: TypeAlias = tuple[tuple[Part, ...], tuple[Part, ...]]
"""A step of an argument, and what follows from it."""


class Argued(NamedTuple):
    """An argument for a bound: its heading, and its steps."""

    heading: str
    steps: tuple[Told, ...]


class Reasons:
    """Tells the arguments of a timeline."""

    def __init__(self, timeline: Timeline, names: Names, numbers: Mapping[str, int]) -> None:
        self._names, self._numbers = names, numbers
        self._titles = {event.id: event.title for event in timeline.events}
        self._anchors = {source: f"s:{number}" for source, number in numbers.items()}
        self._anchors |= {event.id: safe(event.id) for event in timeline.events}
        whole: list[tuple[str, tuple[Bound, ...]]] = [(source.id, source.bounds) for source in timeline.sources]
        whole += [(event.id, event.bounds) for event in timeline.events]
        self._told: dict[tuple[str, str, Day | None], tuple[Step, ...]] = {
            (own, which, argument.day): argument.steps
            for own, bounds in whole
            for argument in arguments(bounds)
            for which in argument.which
        }

    def argued(self, bounds: Iterable[Bound], own: str) -> Iterator[Argued]:
        """Yield the arguments for the bounds of an event or a document; what the last step leads to the heading says.

        Steps that are the whole argument for a bound told elsewhere on the page are told there, and led to from here.
        """
        for argument in arguments(bounds):
            steps = argument.steps
            told = [place for place, step in enumerate(steps[:-1], 1) if self._told_at(step, steps[:place], own)]
            begin = told[-1] if told else 0
            parts = [
                (self._parts(self._numbered(step), own), self._parts(then, own))
                for step, then in zip(
                    steps[begin:], [*(conclusion(step, self._names) for step in steps[begin:-1]), ""], strict=True
                )
            ]
            if begin:
                step = steps[begin - 1]
                led = (Part(" ("), Part("why", self._anchors[step.about]), Part(")"))
                parts.insert(0, ((*self._parts(conclusion(step, self._names), own), *led), ()))
            yield Argued(f"{argument.heading}, because:", _linked_once(parts))

    def _told_at(self, step: Step, steps: tuple[Step, ...], own: str) -> bool:
        """Whether steps are what the page tells of a bound at another event or document."""
        return step.about != own and self._told.get((step.about, step.which, step.day)) == steps

    def _numbered(self, step: Step) -> str:
        """Return what a step says, with its document by number."""
        number = self._numbers.get(step.source, 0)
        return step.text.replace(f"{self._names.document(step.source)}, paragraph ", f"[{number}] ¶ ", 1)

    def _parts(self, text: str, own: str) -> tuple[Part, ...]:
        """Return a text with the ids of events in it as links that say their titles."""
        parts = []
        for place, piece in enumerate(_QUOTED.split(text)):
            if place % 2 == 0:
                parts.append(Part(piece))
            elif piece == own:
                parts.append(Part("this event"))
            elif piece in self._titles:
                parts.append(Part(_shortened(self._titles[piece]), safe(piece)))
            else:
                parts.append(Part(f"`{piece}`"))
        return tuple(part for part in parts if part.text)


def _linked_once(steps: Iterable[Told]) -> tuple[Told, ...]:
    """Return the steps of one argument with a link where each event is named first, and no more."""
    named: set[Part] = set()
    linked = []
    for step in steps:
        told = []
        for parts in step:
            told.append(tuple(Part(part.text) if part in named else part for part in parts))
            named.update(parts)
        linked.append((told[0], told[1]))
    return tuple(linked)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONG else f"{title[:_LONG].rpartition(' ')[0] or title[:_LONG]}…"
