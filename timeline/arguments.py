"""Why a date is no wider: the arguments from order and publication, which every output puts into the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.reasons import day_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from timeline.bounds import Bound, Step
    from timeline.dates.span import Day
    from timeline.model import Event, Timeline
    from timeline.names import Names

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
            short, long = sorted((other.steps, steps), key=len)
            same_side = bound.which.rpartition(".")[2] == other.which[0].rpartition(".")[2]
            if same_side and bound.day == other.day and _is_begun_by(long, short):
                found[place] = Argument((*other.which, bound.which), bound.day, long)
                break
        else:
            found.append(Argument((bound.which,), bound.day, steps))
    return found


def _is_begun_by(long: Sequence[Step], short: Sequence[Step]) -> bool:
    """Whether an argument begins with another, of which the last step may give the other bound of the same event."""
    *before, last = short
    return list(long[: len(before)]) == before and long[len(before)]._replace(which=last.which) == last


def conclusion(step: Step, names: Names) -> str:
    """Return what follows from a step and those before; "" where it says so itself or is of order alone."""
    if step.day is None:
        return ""
    shown = f"{_FOLLOWS[step.which]} {day_text(step.day)}"
    is_source = step.which.startswith("published")
    if is_source and not step.claim and step.text.endswith(shown):
        return ""
    return clean(f"{names.document(step.about) if is_source else f'`{step.about}`'} {shown}")


def events_named(timeline: Timeline, steps: Iterable[Step], told: Collection[str]) -> list[Event]:
    """Return the events, but for those told of already, that the steps speak of by their ids, as they come."""
    events = {event.id: event for event in timeline.events}
    quoted = dict.fromkeys("\n".join(step.text for step in steps).split("`")[1::2])
    return [events[identifier] for identifier in quoted if identifier in events and identifier not in told]
