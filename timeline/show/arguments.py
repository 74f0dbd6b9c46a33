"""The arguments for dates, for a terminal and for scripts: numbered steps from paragraph to paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.arguments import arguments, conclusion, events_named
from timeline.clean import clean
from timeline.dates.span import iso
from timeline.show.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.bounds import Bound, Step
    from timeline.model import Timeline
    from timeline.names import Names
    from timeline.show.lines import Line

_STEP = "   "


def argued(timeline: Timeline, names: Names, bounds: Iterable[Bound], own: str, width: int) -> Iterator[Line]:
    """Yield the arguments for the bounds of the event or source `own`, then the titles of other events in them."""
    given = arguments(bounds)
    for number, argument in enumerate(given):
        if number:
            yield ()
        yield (("bold", f"{argument.heading}, because:"),)
        yield from steps_shown(argument.steps, names, width)
    yield from named(timeline, (step for argument in given for step in argument.steps), {own}, width)


def steps_shown(steps: Sequence[Step], names: Names, width: int) -> Iterator[Line]:
    """Yield numbered steps: what is said and where, and what follows from it and the steps before."""
    for number, step in enumerate(steps, 1):
        head = f"{number}. ".rjust(len(_STEP))
        for line in wrapped(clean(step.text), width, head, " " * len(head)):
            yield (("", line),)
        follows = conclusion(step, names)
        if follows:
            for line in wrapped(follows, width, f"{' ' * len(head)}→ ", " " * (len(head) + 2)):
                yield (("dim", line),)


def named(timeline: Timeline, steps: Iterable[Step], told: Collection[str], width: int) -> Iterator[Line]:
    """Yield the titles of the events, but for those told of already, that the steps speak of by their ids."""
    others = events_named(timeline, steps, told)
    if others:
        yield ()
        yield (("dim", "The events named here:"),)
    for event in others:
        for line in wrapped(clean(f"`{event.id}`: {event.title}"), width, "", _STEP):
            yield (("dim", line),)


def step_object(step: Step) -> dict[str, object]:
    """Return a step for scripts; `day` is null where the argument is of order alone."""
    return {
        "text": step.text,
        "about": step.about,
        "which": step.which,
        "day": None if step.day is None else iso(step.day),
        "claim": step.claim or None,
        "source": step.source or None,
    }


def bound_object(bound: Bound) -> dict[str, object]:
    """Return a bound and its argument for scripts."""
    return {"which": bound.which, "day": iso(bound.day), "steps": [step_object(step) for step in bound.steps]}
