"""Rows of TimelineJS's spreadsheet: a row a slide, which tells an event; its date in parts, its text as hypertext.

The columns are those of the template at https://timeline.knightlab.com/. Each slide becomes an event and the one
claim about it, whose paragraph is the slide's row. A title slide tells no event: its text becomes a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.stated import resolve_stated
from timeline.intake.declared import UNSORTED, Cells
from timeline.intake.hypertext import plain_text
from timeline.intake.ids import slug, unused
from timeline.intake.slide_dates import slide_date, slide_time
from timeline.intake.taken import Fields, given

if TYPE_CHECKING:
    from timeline.intake.declared import Declared
    from timeline.intake.sheet import Sheet
    from timeline.intake.table import Row
    from timeline.intake.taken import Options

SHOWN = {
    name.lower().replace(" ", "_"): name
    for name in (
        *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
        *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text"),
        *("Type", "Group", "Background", "Link"),
    )
}
"""The columns, as they are compared and as the template writes them."""

COLUMNS = tuple(SHOWN)
_TO_NOTE = ("media", "media_credit", "media_caption", "media_thumbnail", "alt_text", "background", "link")
_LONGEST_TITLE = 120
_MARKS_OF_OURS = ("<b>When:</b>", "<b>Told by:</b>", "<b>Id:</b>")
"""What stands in each slide that `timeline.export.slides` makes of an event."""

FIELDS = {"event": "headline", "says": "text", "date": "year", "end": "end_year", "note": "media"}
FIELDS |= {"source": "", "paragraph": ""}
"""The column that each field of a record comes from."""


class SlideRows:
    """Reads rows of slides."""

    fields = FIELDS

    def __init__(self, sheet: Sheet, declared: Declared, options: Options) -> None:
        self._sheet = sheet
        self._declared = declared
        self._options = options
        self._source = ""
        self._title = ""
        self._is_ours = False
        self.comment: list[str] = []

    def ready(self) -> bool:
        """Whether the columns are there without which no row can be a record; what is missing is a problem."""
        options = self._options
        known = bool(options.source) and ("sources", options.source) in self._declared
        if not options.publisher and not known:
            lacks = (
                f"`{options.source}` is no source of the corpus (--data)" if options.source else "no source is named"
            )
            message = (
                f"{lacks}: name the document that the rows stand in (--publisher NAME, or --source ID --data PATH)"
            )
            self._sheet.table.fault("no-source", message)
            return False
        return self._sheet.needs("headline")

    def name(self, row: Row) -> str:  # noqa: ARG002 - rows of claims have one
        """Return what the row calls its claim: nothing."""
        return ""

    def read(self, row: Row) -> Fields | None:
        """Return a row as a record; None for a title slide, which tells no event."""
        if self._refuses(row):
            return None
        kind = self._sheet.cell(row, "type").lower()
        headline = plain_text(self._sheet.cell(row, "headline"))
        text = plain_text(self._sheet.cell(row, "text"))
        if kind == "title":
            self._take_title(row, headline, text)
            return None
        if not headline and not text:
            self._sheet.fault("no-text", "the row has neither a headline nor a text", row, "headline")
            return None
        title = headline or _shortened(text)
        date, end, notes = self._dates(row)
        if kind and kind != "era":
            notes.append(f"Type: {self._sheet.cell(row, 'type')}")
        notes += [
            f"{SHOWN[column]}: {said}" for column in _TO_NOTE if (said := plain_text(self._sheet.cell(row, column)))
        ]
        source = self._document(row)
        return given(
            {
                "event": self._event(row, title, era=kind == "era", source=source),
                "source": source,
                "paragraph": str(row.number),
                "date": date,
                "end": end,
                "says": text or headline,
                "note": "; ".join([*notes, *self._sheet.kept(row)]),
            }
        )

    def _refuses(self, row: Row) -> bool:
        """Whether the table is an export of ours: a slide stands where no document puts it, and sums up many claims."""
        if not self._is_ours and all(mark in self._sheet.cell(row, "text") for mark in _MARKS_OF_OURS):
            message = (
                "`timeline export` wrote this slide: it sums up claims of several documents, and what is undated or "
                "open stands on some day; take in the claims themselves, of `timeline export claims.csv --rows claims`"
            )
            self._sheet.fault("own-slides", message, row, "text")
            self._is_ours = True
        return self._is_ours

    def _event(self, row: Row, title: str, *, era: bool, source: str) -> str:
        made = unused(slug(title) or "event", _Taken(self._declared, source, row, title))
        group = plain_text(self._sheet.cell(row, "group"))
        cells = Cells(row, "group" if "group" in self._sheet else "headline", {"title": "headline"})
        if group:
            kind = self._declared.named("kinds", group, cells, theme=group)
        elif era:
            kind = self._declared.declare("kinds", "era", {}, cells)
        else:
            kind = self._declared.declare("kinds", UNSORTED, {}, cells)
        return self._declared.declare("events", made, {"title": title, "kind": kind}, cells)

    def _document(self, row: Row) -> str:
        """Return the id of the one document that all rows cite."""
        options = self._options
        if not self._source:
            self._source = options.source or self._declared.fresh("sources", options.publisher)
            known = ("sources", self._source) in self._declared
            title = options.title or ("" if known else self._title or options.file_title)
            fields = {"publisher": options.publisher, "title": title, "published": options.published}
            self._declared.declare("sources", self._source, fields, Cells(row, ""))
        return self._source

    def _take_title(self, row: Row, headline: str, text: str) -> None:
        self._title = self._title or headline
        said = " ".join(filter(None, (f"{headline}." if headline and text else headline, text)))
        rest = [f"{SHOWN[name]}: {one}" for name in _TO_NOTE if (one := plain_text(self._sheet.cell(row, name)))]
        date, end, notes = self._dates(row)
        dates = [f"Date: {' to '.join(filter(None, (date, end)))}"] if date or end else []
        self.comment += filter(None, (f"Title slide (row {row.number}): {said}", *dates, *notes, *rest))
        self.comment += self._sheet.kept(row)

    def _dates(self, row: Row) -> tuple[str, str, list[str]]:
        """Return the start and the end as EDTF, and what is to be noted of them."""
        notes = []
        found = []
        for before in ("", "end_"):
            parts = {name: self._sheet.cell(row, before + name) for name in ("year", "month", "day")}
            date, fault = slide_date(**parts)
            if fault:
                part, message = fault
                self._sheet.fault("bad-date", message, row, before + part)
            time = self._sheet.cell(row, f"{before}time")
            with_time = slide_time(date, time) if date else ""
            if time and not with_time:
                notes.append(f"{SHOWN[before + 'time']}: {time}")
            if date and parts["year"].startswith("-"):
                self._before_christ(row, before + "year", parts["year"], date)
            found.append(with_time or date)
        shown = plain_text(self._sheet.cell(row, "display_date"))
        if shown and not _says_the_same(shown, *found):
            notes.insert(0, f"{SHOWN['display_date']}: {shown}")
            if shown.casefold() == "undated":
                return "", "", notes
            if any(found):
                message = f"`{clean(shown)}` is shown, which is not just what the parts of the date say; it is noted"
                self._sheet.warn("display-date", message, row, "display_date")
        return found[0], found[1], notes

    def _before_christ(self, row: Row, column: str, year: str, date: str) -> None:
        message = (
            f"`{clean(year)}` is read as TimelineJS shows it, the year {year.lstrip('-')} BCE, which is "
            f"`{date}` in EDTF, where 1 BCE is the year 0000"
        )
        self._sheet.warn("before-christ", message, row, column)


class _Taken:
    """The ids of events that stand for something else than a row does."""

    def __init__(self, declared: Declared, source: str, row: Row, title: str) -> None:
        self._declared = declared
        self._source = source
        self._row = row
        self._title = title

    def __contains__(self, identifier: object) -> bool:
        if ("events", str(identifier)) not in self._declared:
            return False
        return not self._declared.is_told(str(identifier), self._title, self._source, self._row.number)


def _says_the_same(shown: str, start: str, end: str) -> bool:
    """Whether a date as displayed is just what the parts of the date say."""
    read = resolve_stated(shown, None)
    wanted = f"{start}/{end}" if start and end else start or end
    try:
        return isinstance(read, Resolution) and bool(wanted) and read.edtf == edtf.resolve(wanted.split("T")[0]).edtf
    except ValueError:
        return False


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
