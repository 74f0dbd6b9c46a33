"""What became of the events: added, removed, renamed, merged, split; their words, and their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.changes.change import Change, differing
from timeline.dates.span import intersection, lies_within
from timeline.dates.text import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.changes.claims import Pairs
    from timeline.dates.span import Span
    from timeline.model import Event, Timeline, Window


def event_changes(old: Timeline, new: Timeline, pairs: Pairs) -> Iterator[Change]:
    """Yield what became of each event, and how its date changed."""
    before, after = ({event.id: event for event in one.events} for one in (old, new))
    to, since = _moves(pairs)
    same = {one: one for one in before if one in after}
    for one, event in before.items():
        if one not in after:
            yield from _gone(event, to.get(one, {}), before, after, same)
    for one, event in after.items():
        if one not in before and one not in same.values():
            yield _came(event, since.get(one, {}), before)
    for one, other in same.items():
        yield from _changed(before[one], after[other])


def _moves(pairs: Pairs) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    """Return how many claims of each event went where, and of each event, how many came whence."""
    to: dict[str, dict[str, int]] = {}
    since: dict[str, dict[str, int]] = {}
    for before, after in pairs.both:
        for one, other, table in ((before.event, after.event, to), (after.event, before.event, since)):
            row = table.setdefault(one, {})
            row[other] = row.get(other, 0) + 1
    return to, since


def _gone(
    event: Event, to: dict[str, int], before: dict[str, Event], after: dict[str, Event], same: dict[str, str]
) -> Iterator[Change]:
    whole = sum(to.values()) == len(event.claims) and len(to) == 1
    if not whole:
        where = (f"its claims are now under {_listed(to)}",) if to else ()
        yield Change("event", "removed", event.id, event.title, where)
        return
    [other] = to
    if other in before or other in same.values():
        yield Change("event", "merged", event.id, event.title, (f"into `{other}` ({after[other].title})",))
    else:
        same[event.id] = other
        yield Change("event", "renamed", other, after[other].title, (f"from `{event.id}`",))


def _came(event: Event, since: dict[str, int], before: dict[str, Event]) -> Change:
    parts = {one: number for one, number in since.items() if one in before}
    if parts and sum(parts.values()) == len(event.claims):
        return Change("event", "split", event.id, event.title, (f"from {_listed(parts)}",))
    details = (f"with claims that stood under {_listed(parts)}",) if parts else ()
    return Change("event", "added", event.id, event.title, (_worded(event.date), *details))


def _listed(events: dict[str, int]) -> str:
    return ", ".join(f"`{one}`" for one in events)


def _changed(before: Event, after: Event) -> Iterator[Change]:
    details = differing(before, after, ("title", "kind", "theme", "instant", "note"))
    if details:
        yield Change("event", "changed", after.id, after.title, details)
    what = _way(before.date, after.date)
    if what:
        words = f"{_worded(before.date)} → {_worded(after.date)}"
        readings = f" (EDTF {before.date.edtf or 'none'} → {after.date.edtf or 'none'})" if what == "read anew" else ""
        yield Change("date", what, after.id, after.title, (words + readings,))


def _way(before: Window, after: Window) -> str:
    """Return in which way a date changed; "" where it did not."""
    if _known(before.sound) == _known(after.sound):
        alike = (before.edtf, before.reading.qualifier) == (after.edtf, after.reading.qualifier)
        return "" if alike else "read anew"
    if lies_within(after.sound, before.sound):
        return "narrowed"
    if lies_within(before.sound, after.sound):
        return "widened"
    return "moved" if intersection(before.sound, after.sound) is None else "shifted"


def _known(span: Span) -> Span:
    """Return a span without its qualifiers, which are no days."""
    return span._replace(approximate=False, uncertain=False)


def _worded(window: Window) -> str:
    return date_text(window.edtf, window.reading, window.sound)
