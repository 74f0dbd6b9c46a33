"""How two events stand: before, after or either, and the argument, from paragraph to paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology import sign
from timeline.clean import clean
from timeline.comparison import relation
from timeline.dates.span import intersection, overlaps
from timeline.dates.text import date_text
from timeline.names import Names
from timeline.reasons import day_text
from timeline.show.arguments import named, step_object, steps_shown
from timeline.show.lines import headed, labelled, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.comparison import Comparison
    from timeline.model import Conflict, Event, Timeline
    from timeline.show.lines import Line


def render(timeline: Timeline, one: Event, other: Event, width: int = 0) -> Iterator[Line]:
    """Yield the two events, the verdict, and its reason, in lines of at most `width` cells (0: not wrapped)."""
    found = relation(timeline, one.id, other.id)
    for event in (one, other):
        yield from labelled("Event", f"{event.title} ({event.id})", width)
        yield from labelled("", _when(event), width)
    yield ()
    yield from headed(f"{found.verdict.capitalize()}: {_verdict(one, other, found)}", width)
    if found.steps:
        yield (("", "Because:"),)
        yield from steps_shown(found.steps, Names(timeline), width)
        yield from named(timeline, found.steps, {one.id, other.id}, width)
    else:
        for line in wrapped(_why_open(one, other), width):
            yield (("", line),)
    for conflict in _contradicted(timeline, one, other):
        yield ()
        for line in wrapped(f"{sign(conflict)} {clean(conflict.message)}", width):
            yield (("", line),)


def _contradicted(timeline: Timeline, one: Event, other: Event) -> list[Conflict]:
    """Return the open contradictions of order in which both events are: by some accounts it may be otherwise."""
    both = {one.id, other.id}
    return [each for each in timeline.conflicts if each.kind == "order" and each.is_open and both <= {*each.events}]


def render_json(timeline: Timeline, one: Event, other: Event) -> str:
    """Return the verdict as JSON, with the steps of its argument."""
    from timeline.export.objects import SCHEMA, dumped, window_object

    found = relation(timeline, one.id, other.id)
    events = [{"id": event.id, "title": event.title, "date": window_object(event.date)} for event in (one, other)]
    answer = {
        "schema": SCHEMA,
        "events": events,
        "verdict": found.verdict,
        "same_day_possible": _may_share_days(one, other, found),
        "reason": _verdict(one, other, found) if found.steps else _why_open(one, other),
        "steps": [step_object(step) for step in found.steps],
    }
    contradicted = [conflict.id for conflict in _contradicted(timeline, one, other)]
    return dumped(answer | ({"conflicts": contradicted} if contradicted else {}))


def _may_share_days(one: Event, other: Event, found: Comparison) -> bool:
    return not found.are_apart and overlaps(one.date.sound, other.date.sound)


def _is_of_order_alone(found: Comparison) -> bool:
    return any(step.day is None for step in found.steps)


def _verdict(one: Event, other: Event, found: Comparison) -> str:
    """Return the verdict in a sentence that says no more than the argument does."""
    if found.first:
        other_id = other.id if found.first == one.id else one.id
        began = "before" if found.is_sooner else "no later than"
        return f"`{found.first}` began {began} `{other_id}`; nothing establishes that it was over by then."
    if found.verdict == "either":
        return f"nothing establishes which of `{one.id}` and `{other.id}` came first."
    first, second = (one, other) if found.verdict == "before" else (other, one)
    if _is_of_order_alone(found):
        if found.are_apart:
            days = "the two were not on one day"
        elif _may_share_days(one, other, found):
            days = "both may have been on one day"
        else:
            days = "by their dates they were not on one day"
        return f"`{second.id}` did not begin before `{first.id}` was over; {days}."
    over, begun = first.date.sound.end_latest, second.date.sound.start_earliest
    limits = ""
    if over is not None and begun is not None and over < begun:
        limits = f": the one was over by {day_text(over)}, the other began no earlier than {day_text(begun)}"
    return f"`{first.id}` was over on a day before `{second.id}` began{limits}."


def _why_open(one: Event, other: Event) -> str:
    """Return why nothing orders two events, and what is known nevertheless."""
    for event in (one, other):
        if event.date.sound.is_unknown:
            return f"`{event.id}` has no date, and no chain of claims shows the one to be over as the other begins."
    shared = intersection(one.date.sound, other.date.sound)
    days = f" ({date_text('', shared, shared)})" if shared and None not in shared.bounds else ""
    why = f"Their dates may share days{days}, and no chain of claims shows the one to be over as the other begins."
    for first, second in ((one, other), (other, one)):
        begun, from_ = first.date.sound.start_latest, second.date.sound.start_earliest
        if begun is not None and from_ is not None and begun < from_:
            return f"{why} But `{first.id}` began first, by {day_text(begun)}; it may have gone on."
    return why


def _when(event: Event) -> str:
    text = date_text(event.date.edtf, event.date.reading, event.date.sound)
    return clean(f"{text}, worked out from order and publication" if event.is_inferred else text)
