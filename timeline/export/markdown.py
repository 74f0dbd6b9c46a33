"""Markdown for a report: a list a year, each event with its citations as footnotes and what differs beneath.

Footnotes are in the syntax that GitHub, Pandoc and most others read (`[^1]`); those of a year follow its list, so that
a year can be taken over into another text as it is. All text from the data is escaped: it is never a link, an image, a
heading, HTML or a footnote.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.export.citations import citations, conflict_told, manner, source_text, standing, support
from timeline.export.wording import Wording
from timeline.names import cited
from timeline.remarks import remarks
from timeline.years import Marks, by_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.export.citations import Citation
    from timeline.model import Conflict, Event, Selection, Source

_ACTIVE = re.compile(
    r"[\\`*_\[\]<>|~$^@]|&(?=#|\w+;)|:(?=[\w+-]+:)"  # markup, entities, and names of emoji
    r"|(?<=[Hh][Tt][Tt][Pp]):|(?<=[Hh][Tt][Tt][Pp][Ss]):|(?<=[Ww]{3})\."  # what becomes a link by itself
)
_LEADING = re.compile(r"^(?:([-+#=:>])|(\d{1,9})([.)]))")
_SENTENCE_ENDS = (".", "!", "?", "…")


def render(selection: Selection) -> Iterator[str]:
    """Yield the document piece by piece."""
    timeline = selection.timeline
    events = _Events(selection)
    yield "# Timeline\n"
    yield from (f"\n{escaped(remark)}\n" for remark in remarks(selection))
    for heading, group in by_year(timeline.events):
        footnotes: list[str] = []
        yield f"\n## {heading}\n\n"
        for event in group:
            yield from events.told(event, footnotes)
        yield "\n"
        yield from footnotes
    yield from _sources(timeline.sources)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, at the start of a line and within one."""
    harmless = _ACTIVE.sub(lambda match: "\\" + match[0], clean(text))
    return _LEADING.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", harmless)


class _Events:
    """Tells the events of a selection, and numbers their footnotes from the first to the last."""

    def __init__(self, selection: Selection) -> None:
        timeline = selection.timeline
        self._selection, self._words, self._marks = selection, Wording(selection), Marks(timeline)
        self._sources = {source.id: source for source in timeline.sources}
        self._conflicts = {conflict.id: conflict for conflict in timeline.conflicts}
        self._numbers = count(1)

    def told(self, event: Event, footnotes: list[str]) -> Iterator[str]:
        """Yield an event as an item of a list, with its conflicts beneath; its footnotes are added to those given."""
        notes = ""
        for citation in citations(event):
            number = next(self._numbers)
            notes += f"[^{number}]"
            footnotes.append(f"[^{number}]: {escaped(self._cited(citation))}\n")
        names = self._words.names
        yield f"- **{escaped(self._words.date(event))}**: {_sentence(self._words.title(event))}{notes}"
        stand = "; ".join(standing(event, self._selection, self._marks))
        yield f" *({escaped(stand)})*\n" if stand else "\n"
        who = escaped(", ".join(names.people(event.people)))
        where = escaped(", ".join(names.places(event.places)))
        parts = (f"Who: {who}." if who else "", f"Where: {where}." if where else "", f"{support(event).capitalize()}.")
        yield f"  {' '.join(part for part in parts if part)}\n"
        for conflict in self._open_first(event):
            yield f"    - {escaped(conflict_told(conflict, event))}\n"

    def _cited(self, citation: Citation) -> str:
        source = self._sources.get(citation.source)
        where = source_text(source) if source else citation.source
        return "; ".join((f"{where}, {citation.paragraphs}", *manner(citation, self._words.names))) + "."

    def _open_first(self, event: Event) -> list[Conflict]:
        found = [self._conflicts[conflict] for conflict in event.conflicts if conflict in self._conflicts]
        return sorted(found, key=lambda conflict: (conflict.settled, conflict.is_tension))


def _sentence(text: str) -> str:
    """Return a title, escaped, that ends as a sentence does, and whose end joins with no footnote to an image."""
    shown = escaped(text)
    shown = shown if shown.endswith(_SENTENCE_ENDS) else f"{shown}."
    return shown[:-1] + "\\!" if shown.endswith("!") else shown


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    sources = tuple(sources)
    if sources:
        yield "\n## Sources\n\n"
    titles = {source.id: f"“{source.title}”, {cited(source)}" for source in sources}
    for number, source in enumerate(sources, 1):
        repeats = f"; derives from {titles[source.derives_from]}" if source.derives_from in titles else ""
        yield f"{number}. {escaped(source_text(source) + repeats)}\n"
