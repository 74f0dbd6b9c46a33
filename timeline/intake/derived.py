"""The columns `edtf` and `date`, which an export works out from what is stated: an edit of them alone changes nothing.

So whoever edits one is told, where the cell no longer says what the record's own words give. Where it is these words
that a spreadsheet has rewritten ("September 10" becomes a day of the year it is opened in), nothing is taken in. What
of them cannot be read is told too, unless the column `unread` says so already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.stated import resolve_stated
from timeline.intake.cells import date_cell, in_words
from timeline.intake.rewritten import rewritten
from timeline.load import Corpus
from timeline.problems import Pointer
from timeline.records import DeclaredEvent, DeclaredSource
from timeline.resolve import resolve

if TYPE_CHECKING:
    from timeline.intake.declared import Declared
    from timeline.intake.sheet import Sheet
    from timeline.intake.table import Row
    from timeline.model import ClaimDate
    from timeline.problems import Problem
    from timeline.records import Record

_KEPT = 50_000
"""So many dates are remembered with what they give."""
_STATED = {"date": "stated", "end": "stated_end"}


class Derived:
    """Holds the cells against what is stated: at once, and what does not fit then once more when all is declared."""

    def __init__(self, sheet: Sheet, declared: Declared, corpus: Corpus | None) -> None:
        self._sheet = sheet
        self._declared = declared
        self._corpus = corpus
        self._doubtful: list[tuple[Row, Record]] = []
        self._unread: list[tuple[Row, Record]] = []
        self._given: dict[tuple[object, ...], tuple[ClaimDate, list[Problem]]] = {}
        self._columns = [column for column in ("edtf", "date") if column in sheet]

    def look(self, row: Row, record: Record) -> None:
        """Note a row of which a cell does not fit, or whose date is not read, as far as is known by now."""
        if not (record.date or record.end):
            return
        if self._columns and self._unfit(row, record):
            self._doubtful.append((row, record))
        elif not self._sheet.cell(row, "unread") and self._resolved(record)[1]:
            self._unread.append((row, record))

    def finish(self) -> None:
        """Tell of the cells that do not fit, and of the dates that cannot be read."""
        for row, record in self._unread:
            for problem in self._resolved(record)[1]:
                column = _STATED.get(str(problem.pointer.keys[-1]), "") if problem.pointer else ""
                if column in self._sheet:
                    self._sheet.warn(problem.code, problem.message, row, column)
        for row, record in self._doubtful:
            stated = [one for one in (record.date, record.end) if one]
            words = " to ".join(f"`{clean(one)}`" for one in stated)
            for column, given in self._unfit(row, record):
                cell = self._sheet.cell(row, column)
                is_not = f"`{clean(cell)}` is not what {words} gives ({given or 'no date'})"
                if not any(map(rewritten, stated)):
                    self._sheet.warn("edited-date", f"{is_not}; {words} counts: edit that instead", row, column)
                elif not all(_is_made_of(one, cell) for one in stated):
                    remedy = "a spreadsheet has made another date of it: write there what the document says"
                    self._sheet.fault("rewritten-date", f"{is_not}; {remedy}", row, column)

    def _unfit(self, row: Row, record: Record) -> list[tuple[str, str]]:
        """Return the columns that do not fit, each with what it should say."""
        cells = {column: cell for column in self._columns if (cell := self._sheet.cell(row, column))}
        if not cells or set(cells.values()) == {record.date}:
            return []
        date, _ = self._resolved(record)
        shown = {"edtf": date.edtf, "date": date_cell(date)}
        return [(column, shown[column]) for column, cell in cells.items() if not _agrees(cell, shown[column], date)]

    def _resolved(self, record: Record) -> tuple[ClaimDate, list[Problem]]:
        """Return what the words that date a record give, and what is wrong with them."""
        chain = self._chain(record.source)
        key = (record.date, record.end, record.upcoming, *((one.published, one.language) for one in chain.values()))
        if key not in self._given:
            if len(self._given) >= _KEPT:
                self._given.clear()
            events = {record.event: DeclaredEvent("event", "kind")}
            at = Pointer("")
            declared = {("sources", one): at for one in chain}
            alone = Corpus(sources=chain, events=events, records=[record], pointers=[at], declared=declared)
            resolved, problems = resolve(alone)
            unread = [one for one in problems if one.code == "unread-date"]
            self._given[key] = resolved.claims[0].date, unread
        return self._given[key]

    def _chain(self, source: str) -> dict[str, DeclaredSource]:
        """Return a source and those that it derives from, with what dates are read by."""
        chain: dict[str, DeclaredSource] = {}
        above: str | None = source
        while above and above not in chain:
            known = self._corpus.sources.get(above) if self._corpus else None
            if known is None:
                new = self._declared.new["sources"].get(above, {})
                told = {field: new[field] for field in ("published", "language", "derives_from") if new.get(field)}
                known = DeclaredSource("publisher", "title", **told)
            chain[above] = known
            above = known.derives_from
        return chain


def _agrees(cell: str, shown: str, date: ClaimDate) -> bool:
    """Whether a cell says what it should, if in other words, or rewritten by a spreadsheet."""
    if clean(in_words(cell)).replace(",", "") == clean(shown).replace(",", ""):  # `12,000 BC` may have become a number
        return True
    if rewritten(cell):
        return _is_made_of(cell, date.edtf)
    if not date.edtf:
        return False
    read = resolve_stated(cell, None)
    try:
        return isinstance(read, Resolution) and read.edtf == edtf.resolve(date.edtf).edtf
    except ValueError:
        return False


def _is_made_of(cell: str, date: str) -> bool:
    """Whether a spreadsheet may have rewritten a date so: a month becomes its first day, a day a plain number."""
    return _numbers(cell) - {1} <= _numbers(date) or not re.search(r"\d[/.-]\d", cell)


def _numbers(text: str) -> set[int]:
    """Return the numbers of a date, years by their last two digits."""
    return {int(one) % 100 for one in re.findall(r"\d+", text)}
