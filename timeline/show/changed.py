"""What `timeline diff` found: section by section, a line a change with its sign and its word, details beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.names import counted
from timeline.show.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.changes import Change

_HEADINGS = {
    "event": "Events",
    "date": "Dates",
    "claim": "Claims",
    "conflict": "Conflicts",
    "source": "Documents",
    "person": "People and groups",
    "place": "Places",
    "kind": "Kinds of events",
}
_SIGNS = {
    **dict.fromkeys(("added", "split", "opened", "reopened", "to be read side by side"), "+"),
    **dict.fromkeys(("removed", "merged", "withdrawn", "gone", "no longer side by side"), "-"),
}


def render(found: Sequence[Change], width: int) -> Iterator[str]:
    """Yield the lines, at most `width` cells wide."""
    for section, heading in _HEADINGS.items():
        changes = [change for change in found if change.section == section]
        if changes:
            yield heading
            for change in changes:
                yield from _change(change, width)
            yield ""
    yield from wrapped(summary(found), width)


def summary(found: Sequence[Change]) -> str:
    """Return the number of changes of each sort in a sentence."""
    counts: dict[tuple[str, str], int] = {}
    for change in found:
        counts[change.section, change.what] = counts.get((change.section, change.what), 0) + 1
    told = [
        f"{counted(number, section, 'people' if section == 'person' else '')} {what}"
        for (section, what), number in counts.items()
    ]
    return f"{', '.join(told)}." if told else "No difference in meaning."


def as_json(found: Sequence[Change]) -> str:
    """Return the changes as JSON: `{"schema": 1, "changes": [{"section", "what", "id", "title", "details"}]}`."""
    from timeline.export.objects import SCHEMA, dumped

    return dumped({"schema": SCHEMA, "changes": [change._asdict() for change in found]})


def _change(change: Change, width: int) -> Iterator[str]:
    sign = _SIGNS.get(change.what, "~")
    told = f"{change.what}: {clean(change.title)}"
    reference = "" if change.section == "conflict" else f" ({clean(change.id)})"
    yield from wrapped(told + reference, width, f"{sign} ", "  ")
    for detail in change.details:
        yield from wrapped(clean(detail), width, "    ", "      ")
