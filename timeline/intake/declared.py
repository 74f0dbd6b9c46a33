"""What the rows of a table name: sources, people, places, kinds and events, each declared once.

What a corpus declares already is not declared again; where the two differ, that is a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.clean import clean
from timeline.intake.ids import is_id, slug, unused
from timeline.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.intake.sheet import Sheet
    from timeline.intake.table import Row
    from timeline.load import Corpus

UNSORTED = "unsorted"
"""The kind, and the theme, of what a table puts under none."""

_ONE = {"sources": "source", "people": "person", "places": "place", "kinds": "kind", "events": "event"}
_NAMED = {"sources": "title", "people": "name", "places": "name", "kinds": "title", "events": "title"}

_COVER = re.compile(r"\[(?:name|source|event|file) withheld(?: \d+)?\]")

_STAYS = (
    "covers what was withheld from the table, and stays a cover: nothing here says what it stands for; export with "
    "--include-withheld to have the corpus itself"
)


class Cells(NamedTuple):
    """The columns that an id and the fields of what it stands for came from."""

    row: Row
    id: str
    fields: Mapping[str, str] = {}


class Declared:
    """The declarations gathered, by section and id. `new` are those that `corpus` has not."""

    def __init__(self, sheet: Sheet, corpus: Corpus | None) -> None:
        self.new: dict[str, dict[str, dict[str, Any]]] = {section: {} for section in _ONE}
        self._sheet = sheet
        self._corpus = corpus
        self._first: dict[tuple[str, str], int] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._said: set[tuple[str, str, str, str]] = set()
        if corpus:
            self._take_names(corpus)

    def _take_names(self, corpus: Corpus) -> None:
        for section in ("people", "places"):
            for identifier, one in corpus.section(section).items():
                for name in (one.name, *one.also):
                    self._names.setdefault((section, _folded(name)), identifier)
        for identifier, kind in corpus.kinds.items():
            self._names.setdefault(("kinds", _folded(kind.title)), identifier)
        for identifier, event in corpus.events.items():
            self._names.setdefault(("events", _folded(event.title)), identifier)

    def __contains__(self, named: tuple[str, str]) -> bool:
        section, identifier = named
        return identifier in self.new[section] or bool(self._corpus and identifier in self._corpus.section(section))

    def declare(self, section: str, identifier: str, fields: Mapping[str, str], cells: Cells) -> str:
        """Declare what an id stands for, and return the id; "" if it cannot be one. Empty fields say nothing."""
        if not is_id(identifier):
            message = f"`{clean(identifier)[:60]}` is not an id: letters, digits, `-`, `_` and `.`"
            self._sheet.fault("bad-id", message, cells.row, cells.id)
            return ""
        if self._corpus and identifier in self._corpus.section(section):
            known = self._corpus.section(section)[identifier]
            for field, value in fields.items():
                held = getattr(known, field) or ""
                others = getattr(known, "also", ()) if field == "name" else ()
                if value and clean(held) != clean(value) and value not in others:
                    self._clash((section, identifier, field), f"`{clean(held)}` in the corpus", cells)
            return identifier
        held = self.new[section].get(identifier)
        if held is not None and all(not value or held.get(field) == value for field, value in fields.items()):
            return identifier
        first = self._first.setdefault((section, identifier), cells.row.number)
        new = self.new[section].setdefault(identifier, {})
        for field, value in fields.items():
            if value and field not in new and _COVER.search(value):
                self._sheet.warn("covered", f"`{clean(value)}` {_STAYS}", cells.row, cells.fields.get(field, cells.id))
            if value and clean(new.setdefault(field, value)) != clean(value):
                self._clash((section, identifier, field), f"`{clean(new[field])}` in row {first}", cells)
        if name := new.get(_NAMED[section]):
            self._names.setdefault((section, _folded(name)), identifier)
        return identifier

    def named(self, section: str, name: str, cells: Cells, **fields: str) -> str:
        """Declare what has a name and no id, and return its id: that of its namesake, else one made of the name."""
        found = self._names.get((section, _folded(name)))
        if found is None:
            found = self.fresh(section, name)
        return self.declare(section, found, {_NAMED[section]: "" if (section, found) in self else name} | fields, cells)

    def fresh(self, section: str, name: str) -> str:
        """Return an id made of a name that stands for nothing yet."""
        return unused(slug(name) or _ONE[section], _Used(self, section))

    def complete(self, section: str, identifier: str, fields: Mapping[str, Any], number: int, row: Row) -> None:
        """Add what no column holds of something. Names that the rows give count, where they say something else."""
        if self._corpus and identifier in self._corpus.section(section):
            if "withhold" in fields and not self._corpus.section(section)[identifier].withhold:
                message = f"the {_ONE[section]} `{identifier}` is to be withheld, and is not marked in the corpus"
                self._sheet.fault("clash", message, row, "more")
            return
        new = self.new[section].setdefault(identifier, {})
        for field, value in fields.items():
            if field not in new or (isinstance(value, str) and clean(value) == new[field]):
                new[field] = value
        if name := new.get(_NAMED[section]):
            self._names.setdefault((section, _folded(name)), identifier)
        if number:
            self._numbers[section, identifier] = number

    def is_told(self, event: str, title: str, source: str, paragraph: int) -> bool:
        """Whether the corpus has an event of this title, told of in this place of a document."""
        if not self._corpus or event not in self._corpus.events or self._corpus.events[event].title != title:
            return False
        records = self._corpus.records
        return any((one.event, one.source, one.paragraph) == (event, source, paragraph) for one in records)

    def filled(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Return the declarations, with what they need and no row gave: names made of their ids."""
        for section, field in _NAMED.items():
            for identifier, one in self.new[section].items():
                made = identifier if section in ("people", "places") else _title(identifier)
                one.setdefault(field, made)
                if section == "sources":
                    one.setdefault("publisher", one["title"])
                elif section == "kinds":
                    one.setdefault("theme", UNSORTED)
        last = len(self._numbers) + 1
        return {
            section: dict(sorted(things.items(), key=lambda thing: self._numbers.get((section, thing[0]), last)))
            for section, things in self.new.items()
        }

    def _clash(self, which: tuple[str, str, str], held: str, cells: Cells) -> None:
        section, identifier, field = which
        column = cells.fields.get(field, cells.id)
        told = (*which, self._sheet.cell(cells.row, column))
        if told in self._said:
            return
        self._said.add(told)
        message = (
            f"the {_ONE[section]} `{identifier}` has the {field} {held}; give one of the two another id, or write both "
            "alike"
        )
        self._sheet.fault("clash", message, cells.row, column, Severity.ERROR)


class _Used:
    """The ids of a section that stand for something."""

    def __init__(self, declared: Declared, section: str) -> None:
        self._declared = declared
        self._section = section

    def __contains__(self, identifier: object) -> bool:
        return (self._section, str(identifier)) in self._declared


def _folded(name: str) -> str:
    return clean(name).casefold()


def _title(identifier: str) -> str:
    words = identifier.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or identifier
