"""Gaps for readers and for scripts: the stretches about which nothing is known, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates.span import iso, within
from timeline.dates.text import date_text
from timeline.gaps import find, reaching
from timeline.names import counted
from timeline.show.lines import headed, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates.span import Day
    from timeline.gaps import Stretch
    from timeline.model import Event, Selection
    from timeline.show.lines import Line

_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30.44, 365.2425
_NAMED = 3

Periods = tuple[tuple["Day | None", "Day | None"], ...]


def render(selection: Selection, periods: Periods, limit: int | None, width: int, corpus: str) -> Iterator[Line]:
    """Yield the gaps, then the stretches that only events of open date may reach into, and what was looked at."""
    events = selection.timeline.events
    found = find(events, periods)
    by_id = {event.id: event for event in events}
    if found.gaps or not found.bare:
        yield from _listed("Gaps: no event can have been on these days", found.gaps, by_id, limit, width)
    else:
        yield from headed("No gap: events whose dates are open on a side may lie on any day.", width)
    if found.bare:
        yield ()
        heading = "Bare: only events whose dates are open on a side may reach into these days"
        yield from _listed(heading, found.bare, by_id, limit, width, events)
    yield ()
    yield from _footer(selection, found.periods, found.undated, width, corpus)


def render_json(selection: Selection, periods: Periods, limit: int | None) -> str:
    """Return the same as JSON; days are ISO 8601, null is an end of the period."""
    from timeline.export.objects import SCHEMA, dumped

    events = selection.timeline.events
    found = find(events, periods)
    return dumped(
        {
            "schema": SCHEMA,
            "periods": [{"first": iso(first), "last": iso(last)} for first, last in found.periods],
            "gaps": [_object(gap) for gap in found.gaps[:limit]],
            "bare": [_object(one) | {"events": list(reaching(events, one))} for one in found.bare[:limit]],
            "undated": list(found.undated),
        }
    )


def _object(stretch: Stretch) -> dict[str, object]:
    return {
        "first": iso(stretch.first),
        "last": iso(stretch.last),
        "days": stretch.days,
        "before": stretch.before or None,
        "after": stretch.after or None,
    }


def _listed(  # noqa: PLR0913, PLR0917 - the parts of a list
    heading: str,
    stretches: Sequence[Stretch],
    by_id: dict[str, Event],
    limit: int | None,
    width: int,
    opened: Iterable[Event] = (),
) -> Iterator[Line]:
    yield from headed(f"{heading}." if stretches else f"{heading}: none.", width)
    for number, stretch in enumerate(stretches[:limit], 1):
        days = within(stretch.first, stretch.last)
        when = date_text("", days, days).removeprefix("within ")
        yield from _hung(f"{number}. ".rjust(4), f"{when}: {lasting(stretch.days)}", width, "bold")
        for word, event in (("after", stretch.before), ("before", stretch.after)):
            if event:
                yield from _hung(f"    {word:<7}", _shown(by_id[event]), width)
        inside = reaching(opened, stretch)
        if inside:
            named = ", ".join(f"`{event}`" for event in inside[:_NAMED])
            more = f" and {len(inside) - _NAMED} more" if len(inside) > _NAMED else ""
            yield from _hung("    but    ", f"{counted(len(inside), 'event')} of open date: {named}{more}", width)
    if limit is not None and len(stretches) > limit:
        yield (("dim", f"    and {len(stretches) - limit:,} shorter (--limit)"),)


def _shown(event: Event) -> str:
    dates = [date_text(window.edtf, window.reading, window.sound) for window in event.windows]
    return f"{event.title} ({', or else '.join(dates)})"


def _hung(head: str, text: str, width: int, style: str = "") -> Iterator[Line]:
    for line in wrapped(clean(text), width, head, " " * len(head)):
        yield ((style, line),)


def lasting(days: int) -> str:
    """Return how long so many days are: "1 day", "400 days, about 13 months", "5,844 days, about 16 years"."""
    exact = counted(days, "day")
    if days < 2 * _DAYS_IN_MONTH:
        return exact
    months = round(days / _DAYS_IN_MONTH)
    about = counted(months, "month") if days < 2 * _DAYS_IN_YEAR else counted(round(days / _DAYS_IN_YEAR), "year")
    return f"{exact}, about {about}"


def _footer(
    selection: Selection, periods: Iterable[tuple[Day, Day]], undated: Sequence[str], width: int, corpus: str
) -> Iterator[Line]:
    told = []
    for first, last in periods:
        days = within(first, last)
        told.append(date_text("", days, days).removeprefix("within "))
    events = counted(len(selection.timeline.events), "event")
    lines = [f"{events}; looked at: {'; '.join(told) or 'nothing, as no event is dated'}."]
    if undated:
        named = ", ".join(f"`{event}`" for event in undated[:_NAMED])
        more = f" and {len(undated) - _NAMED} more" if len(undated) > _NAMED else ""
        lines.append(f"Without any date, and so perhaps anywhere: {named}{more}.")
    if selection.filters:
        lines.append(f"Only: {'; '.join(selection.filters)}.")
    lines.append(f"Corpus: {corpus}.")
    for text in lines:
        for line in wrapped(clean(text), width):
            yield (("", line),)
