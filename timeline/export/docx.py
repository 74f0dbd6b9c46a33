"""A Word document: a heading a year, each event with the numbers of its sources, what differs beneath, the sources.

Needs python-docx. The same selection gives the same bytes: the document holds no day or hour of its making. All text
from the data is text of a run, and no character that XML forbids reaches it.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.export.citations import citations, conflict_told, manner, source_text, standing, support
from timeline.export.wording import Wording
from timeline.remarks import remarks
from timeline.years import Marks, by_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

    from timeline.export.citations import Citation
    from timeline.model import Conflict, Event, Selection

_FORBIDDEN = re.compile("[\ufffe\uffff]")
_INDENT, _MARGIN, _A4 = 0.6, 2.2, (21.0, 29.7)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LOOKS = {
    "Timeline Event": (10.5, 0, 6, True),
    "Timeline Detail": (9, _INDENT, 0, False),
    "Timeline Conflict": (9, 2 * _INDENT, 0, False),
    "Timeline Source": (9.5, 0, 2, False),
}
"""The size of each style in points, its indent, the space before, and whether it stays with what follows."""


def render(selection: Selection) -> Iterator[bytes]:
    """Yield the document."""
    from docx import Document

    word = Document()
    _set_up(word)
    word.add_heading("Timeline", 0)
    for remark in remarks(selection):
        word.add_paragraph().add_run(written(remark)).italic = True
    events = _Events(selection, word)
    for heading, group in by_year(selection.timeline.events):
        word.add_heading(heading, 1)
        for event in group:
            events.tell(event)
    _sources(selection, word)
    held = io.BytesIO()
    word.save(held)
    yield _timeless(held)


def written(text: str) -> str:
    """Return text that XML can hold, on one line, with what it cannot hold made visible."""
    return _FORBIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", clean(text))


class _Events:
    """Writes events into a document."""

    def __init__(self, selection: Selection, word: Word) -> None:
        timeline = selection.timeline
        self._selection, self._word = selection, word
        self._words, self._marks = Wording(selection), Marks(timeline)
        self._numbers = {source.id: number for number, source in enumerate(timeline.sources, 1)}
        self._conflicts = {conflict.id: conflict for conflict in timeline.conflicts}

    def tell(self, event: Event) -> None:
        """Write an event: its date, title and citations, who and where, and what accounts differ on."""
        told = _paragraph(self._word, "Timeline Event")
        told.add_run(written(self._words.date(event))).bold = True
        told.add_run(f": {written(self._words.title(event))} ")
        told.add_run(written(f"[{'; '.join(map(self._cited, citations(event)))}]"))
        stand = "; ".join(standing(event, self._selection, self._marks))
        if stand:
            told.add_run(f" {written(f'({stand})')}").italic = True
        _paragraph(self._word, "Timeline Detail", written(self._about(event)))
        for conflict in self._open_first(event):
            _paragraph(self._word, "Timeline Conflict", written(conflict_told(conflict, event)))

    def _about(self, event: Event) -> str:
        names = self._words.names
        who, where = ", ".join(names.people(event.people)), ", ".join(names.places(event.places))
        parts = (f"Who: {who}." if who else "", f"Where: {where}." if where else "", f"{support(event)}.")
        return " ".join(part for part in parts if part)

    def _cited(self, citation: Citation) -> str:
        number = self._numbers.get(citation.source, citation.source)
        return ", ".join((f"{number}\u00a0{citation.paragraphs}", *manner(citation, self._words.names)))

    def _open_first(self, event: Event) -> list[Conflict]:
        found = [self._conflicts[conflict] for conflict in event.conflicts if conflict in self._conflicts]
        return sorted(found, key=lambda conflict: (conflict.settled, conflict.is_tension))


def _sources(selection: Selection, word: Word) -> None:
    sources = selection.timeline.sources
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    if sources:
        word.add_heading("Sources", 1)
    for source in sources:
        derived = numbers.get(source.derives_from or "")
        repeats = f"; derives from {derived}" if derived else ""
        text = f"{numbers[source.id]}.\u00a0{source_text(source)}{repeats}"
        _paragraph(word, "Timeline Source", written(text))


def _paragraph(word: Word, style: str, text: str = "") -> Paragraph:
    """Add a paragraph in a style of `_LOOKS`. By its name python-docx would look through all styles for each."""
    added = word.add_paragraph(text)
    added._p.style = style.replace(" ", "")  # as it makes ids of names
    return added


def _set_up(word: Word) -> None:
    """Set the page, the styles and the properties of a new document."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    for section in word.sections:
        section.page_width, section.page_height = Cm(_A4[0]), Cm(_A4[1])
        section.left_margin = section.right_margin = Cm(_MARGIN)
    for name, (size, indent, before, keeps) in _LOOKS.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.font.size = Pt(size)
        form = style.paragraph_format
        form.left_indent, form.space_before, form.space_after = Cm(indent), Pt(before), Pt(1)
        form.keep_with_next = keeps
    word.styles["Timeline Detail"].font.color.rgb = RGBColor(0x50, 0x50, 0x50)
    word.styles["Timeline Conflict"].font.italic = True
    properties = word.core_properties
    properties.title, properties.author, properties.comments = "Timeline", "", ""
    for child in list(properties._element):
        if child.tag.endswith(("}created", "}modified")):
            properties._element.remove(child)


def _timeless(held: io.BytesIO) -> bytes:
    """Return a zip archive with the time of its making taken out of it."""
    made = io.BytesIO()
    with zipfile.ZipFile(held) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return made.getvalue()
