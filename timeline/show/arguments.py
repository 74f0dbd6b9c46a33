"""Why a date is no wider: the arguments from order and publication, as numbered steps from paragraph to paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.span import iso
from timeline.reasons import day_text
from timeline.show.columns import wrapped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from timeline.bounds import Bound, Step
    from timeline.dates.span import Day
    from timeline.model import Timeline
    from timeline.names import Names
    from timeline.show.columns import Line

_STEP = "   "

_FOLLOWS = {
    "start.earliest": "began no earlier than",
    "start.latest": "had begun by",
    "end.earliest": "was not over before",
    "end.latest": "was over by",
    "published.earliest": "was published no earlier than",
    "published.latest": "was published no later than",
}

_HEADINGS = {
    ("start.earliest",): "Not before",
    ("start.latest",): "Begun by",
    ("end.earliest",): "Not over before",
    ("end.latest",): "Over by",
    ("start.earliest", "end.earliest"): "Not before",
    ("start.latest", "end.latest"): "Not after",
    ("published.earliest",): "Not published before",
    ("published.latest",): "Not published after",
}


class Argument(NamedTuple):
    """What one chain of steps gives: a day, and the bounds that it is."""

    which: tuple[str, ...]
    day: Day
    steps: tuple[Step, ...]

    @property
    def heading(self) -> str:
        """What is argued for: "Not before 10 Mar 2019"."""
        return f"{_HEADINGS.get(self.which) or _HEADINGS[self.which[-1:]]} {day_text(self.day)}"


def arguments(bounds: Iterable[Bound]) -> list[Argument]:
    """Return the arguments for bounds, the earliest days first; bounds on one day by the same steps share one.

    The bound of a start and that of an end share one too where the argument for the one only goes a step further.
    """
    found: list[Argument] = []
    for bound in sorted(bounds, key=lambda bound: bound.which.endswith("latest")):
        steps = bound.steps
        for place, other in enumerate(found):
            short, long = sorted((steps, other.steps), key=len)
            same_side = bound.which.rpartition(".")[2] == other.which[0].rpartition(".")[2]
            if same_side and bound.day == other.day and long[: len(short)] == short:
                found[place] = Argument((*other.which, bound.which), bound.day, long)
                break
        else:
            found.append(Argument((bound.which,), bound.day, steps))
    return found


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


def conclusion(step: Step, names: Names) -> str:
    """Return what follows from a step and those before; "" where it says so itself or is of order alone."""
    if step.day is None:
        return ""
    shown = f"{_FOLLOWS[step.which]} {day_text(step.day)}"
    is_source = step.which.startswith("published")
    if is_source and not step.claim and step.text.endswith(shown):
        return ""
    return clean(f"{names.publisher(step.about) if is_source else f'`{step.about}`'} {shown}")


def named(timeline: Timeline, steps: Iterable[Step], told: Collection[str], width: int) -> Iterator[Line]:
    """Yield the titles of the events, but for those told of already, that the steps speak of by their ids."""
    titles = {event.id: event.title for event in timeline.events}
    text = "\n".join(step.text for step in steps)
    quoted = dict.fromkeys(text.split("`")[1::2])
    others = [identifier for identifier in quoted if identifier in titles and identifier not in told]
    if others:
        yield ()
        yield (("dim", "The events named here:"),)
    for identifier in others:
        for line in wrapped(clean(f"`{identifier}`: {titles[identifier]}"), width, "", _STEP):
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
