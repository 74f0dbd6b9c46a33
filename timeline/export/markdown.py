"""Markdown: a table a year, the conflicts, and numbered sources that every line leads back to.

All text from the data is escaped: it is never a link, an image, a heading, HTML or the border of a cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates.text import date_text
from timeline.names import Names
from timeline.remarks import remarks
from timeline.years import Marks, by_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model import Conflict, Event, Selection, Source

_ACTIVE = re.compile(r"[\\`*_\[\]<>|~$^]|&(?=#|\w+;)|(?<=[Hh][Tt][Tt][Pp]):|(?<=[Hh][Tt][Tt][Pp][Ss]):|(?<=[Ww]{3})\.")
_LEADING = re.compile(r"^(?:([-+#=:>])|(\d{1,9})([.)]))")


def render(selection: Selection) -> Iterator[str]:
    """Yield the document piece by piece."""
    timeline = selection.timeline
    names, marks = Names(timeline), Marks(timeline)
    numbers = {source.id: number for number, source in enumerate(timeline.sources, 1)}
    yield "# Timeline\n"
    yield from (f"\n{escaped(remark)}\n" for remark in remarks(selection))
    for heading, events in by_year(timeline.events):
        yield f"\n## {heading}\n\n| When | What happened | Who | Origins | Sources |\n|---|---|---|---:|---|\n"
        for event in events:
            yield f"| {' | '.join(_cells(event, selection, names, marks, numbers))} |\n"
    yield from _conflicts(timeline.conflicts)
    yield from _sources(timeline.sources, numbers)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, at the start of a line and within one."""
    harmless = _ACTIVE.sub(lambda match: "\\" + match[0], clean(text))
    return _LEADING.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", harmless)


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(escaped(text) for text in texts)


def _cells(event: Event, selection: Selection, names: Names, marks: Marks, numbers: dict[str, int]) -> Iterator[str]:
    date = event.date
    may_lie_outside = " (may lie outside the period)" if event.id in selection.possible else ""
    inferred = " (from order and publication)" if event.is_inferred else ""
    yield escaped(date_text(date.edtf, date.reading, date.sound)) + inferred + may_lie_outside
    in_conflict = " **(accounts differ)**" if marks.open(event) else " (settled)" if marks.settled(event) else ""
    in_conflict += " (side by side)" if marks.tensions(event) else ""
    yield escaped(event.title) + (" (only denied)" if event.is_only_denied else "") + in_conflict
    yield _joined(names.people(event.people))
    yield str(event.origins)
    cited: dict[str, list[int]] = {}
    for claim in event.claims:
        cited.setdefault(claim.source, []).append(claim.paragraph)
    yield ", ".join(
        f"\\[{numbers.get(source, source)}\\] ¶{', '.join(map(str, sorted(set(paragraphs))))}"
        for source, paragraphs in cited.items()
    )


def _conflicts(conflicts: Iterable[Conflict]) -> Iterator[str]:
    ordered = sorted(conflicts, key=lambda conflict: (conflict.settled, conflict.is_tension))
    if ordered:
        yield "\n## Where accounts differ\n\n"
    for conflict in ordered:
        state = "Settled: " if conflict.settled else "Side by side: " if conflict.is_tension else ""
        yield f"- {state}{escaped(conflict.message)}\n"


def _sources(sources: Iterable[Source], numbers: dict[str, int]) -> Iterator[str]:
    yield "\n## Sources\n\n"
    for source in sources:
        published = source.published
        when = date_text(published.edtf, published.reading, published.sound) if published else "undated"
        derived = f", after \\[{numbers[source.derives_from]}\\]" if source.derives_from in numbers else ""
        line = f"{escaped(source.publisher)}, “{escaped(source.title)}”, {escaped(when)}{derived}"
        yield f"{numbers[source.id]}. {line}\n"
