"""What is taken in: records one by one, and at the end what they declare; checked as data files are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from timeline.checks import lengths_can_be_read, ranks_have_reasons, relations_can_hold
from timeline.intake.derived import Derived
from timeline.load import Corpus
from timeline.problems import Pointer, Problem, Severity, did_you_mean
from timeline.records import RELATIONS, Record
from timeline.validation import validated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.intake.declared import Declared
    from timeline.intake.sheet import Sheet
    from timeline.intake.table import Row

Fields: TypeAlias = "dict[str, Any]"
"""A record as a data file has it: texts, lists and mappings of them."""

_CHECKS = (ranks_have_reasons, lengths_can_be_read, relations_can_hold)


@dataclass(frozen=True, slots=True)
class Options:
    """What the table itself does not say: the document that its rows cite. `file_title` is a title for want of any."""

    source: str = ""
    publisher: str = ""
    title: str = ""
    published: str = ""
    file_title: str = "Spreadsheet"


@dataclass
class Checker:
    """Holds records to what `timeline check` asks of them, and tells of faults by row and column."""

    sheet: Sheet
    declared: Declared
    corpus: Corpus | None
    columns: Mapping[str, str]
    repeated: int = 0
    _counts: dict[str, int] = field(default_factory=dict)
    _held: dict[tuple[str, str, int], list[Record]] = field(default_factory=dict)
    _named: list[tuple[Row, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._derived = Derived(self.sheet, self.declared, self.corpus)
        for record in self.corpus.records if self.corpus else ():
            self._held.setdefault((record.event, record.source, record.paragraph), []).append(record)
        for (event, source, paragraph), records in self._held.items():
            self._counts[f"{event}/{source}/{paragraph}"] = len(records)

    def checked(self, row: Row, fields: Fields, identifier: str = "") -> Fields | None:
        """Return a record if it can be used and is not in the corpus yet; `identifier` is what its claim was called."""
        at = Pointer("", (row.number,))
        valid, found = validated(Record, fields, at)
        related = not fields.keys().isdisjoint(RELATIONS)
        if valid is not None and (related or valid.lasts or valid.rank != "normal"):  # nothing else can be at fault
            found += _faults(valid, at)
        for problem in found:
            key = str(problem.pointer.keys[1]) if problem.pointer and len(problem.pointer.keys) > 1 else ""
            self.sheet.fault(problem.code, problem.message, row, self.columns.get(key, key), problem.severity)
        if valid is None:
            return None
        self._derived.look(row, valid)
        if related or valid.contradicts:
            self._note_names(row, valid)
        if self._is_held(row, valid):
            self.repeated += 1
            return None
        self._number(row, valid, identifier)
        return fields

    def _is_held(self, row: Row, record: Record) -> bool:
        """Whether the corpus has a record, which then keeps the mark that it has there."""
        for held in self._held.get((record.event, record.source, record.paragraph), ()):
            if held == record or replace(held, withhold=record.withhold) == record:
                if record.withhold and not held.withhold:
                    message = "the record is to be withheld, and is not marked in the corpus"
                    column = "withhold" if "withhold" in self.sheet else "more"
                    self.sheet.fault("clash", message, row, column)
                return True
        return False

    def _note_names(self, row: Row, record: Record) -> None:
        self._named += [(row, "relation", one.event) for _, _, one in record.relations()]
        self._named += [(row, "contradicts", one.claim) for one in record.contradicts]

    def _number(self, row: Row, record: Record, told: str) -> None:
        plain = f"{record.event}/{record.source}/{record.paragraph}"
        self._counts[plain] = count = self._counts.get(plain, 0) + 1
        made = plain if count == 1 else f"{plain}/{count}"
        if told and told != made and self.columns.get("id"):
            message = f"this claim will be `{made}`, not `{told}`: what names it by the old id must be mended"
            self.sheet.warn("renumbered", message, row, self.columns["id"])

    def finish(self) -> None:
        """Tell of what can be told only now that everything is known: what is named and is not there, and edits."""
        self._derived.finish()
        for row, kind, named in self._named:
            if kind == "relation" and ("events", named) not in self.declared:
                events = [*self.declared.new["events"], *(self.corpus.events if self.corpus else ())]
                advice = did_you_mean(named, events) or "; give it a row, or read the table against its corpus (--data)"
                message = f"no event `{named}`{advice}"
                self.sheet.fault("unknown-event", message, row, self.columns.get("relations", ""))
            elif kind == "contradicts" and not self._is_claim(named):
                message = f"no claim `{named}`; a claim is named EVENT/SOURCE/PARAGRAPH"
                self.sheet.fault("unknown-claim", message, row, self.columns.get("contradicts", ""), Severity.ERROR)

    def _is_claim(self, named: str) -> bool:
        if named in self._counts:
            return True
        plain, _, count = named.rpartition("/")
        return count.isdecimal() and len(count) < 9 and 1 < int(count) <= self._counts.get(plain, 0)  # noqa: PLR2004


def _faults(record: Record, at: Pointer) -> list[Problem]:
    """Return what the checks find in a record."""
    alone = Corpus(records=[record], pointers=[at])
    return [problem for check in _CHECKS for problem in check(alone)]


def given(fields: Mapping[str, Any]) -> Fields:
    """Return the fields that hold something."""
    return cast("Fields", {name: value for name, value in fields.items() if value})
