"""A table into what a data file holds: which form it has, then row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.intake import claims, timelinejs
from timeline.intake.cells import unguarded
from timeline.intake.declared import Declared
from timeline.intake.sheet import Sheet, plain_name
from timeline.intake.table import open_table
from timeline.intake.taken import Checker, Options
from timeline.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.intake.taken import Fields
    from timeline.load import Corpus

_SLIDES = frozenset(("headline", "year", "display_date", "end_year", "media_credit", "media_caption"))


@dataclass
class Intake:
    """What a table holds: go through `records` once; then the rest is known.

    `declarations` are by section and id, `comment` is what tells no event, `repeated` counts the records that the
    corpus holds already. With an error among the `problems`, nothing of it should be written.
    """

    records: Iterator[Fields] = field(default_factory=lambda: iter(()))
    declarations: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    comment: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    repeated: int = 0

    @property
    def has_errors(self) -> bool:
        """Whether a row could not be taken in as it stands."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read(
    content: BinaryIO,
    file: str,
    options: Options | None = None,
    corpus: Corpus | None = None,
    encoding: str | None = None,
) -> Intake:
    """Read a table; `file` is its name for problems, `corpus` what is known already, `encoding` that of its bytes."""
    table = open_table(content, file, _fits, encoding)
    taken = Intake(problems=table.problems)
    if not table.columns:
        return taken
    options = options or Options()
    slides = _is_slides(table.columns)
    if slides:
        sheet = Sheet(table, timelinejs.COLUMNS, timelinejs.SHOWN)
    else:
        sheet = Sheet(table, claims.COLUMNS, text=unguarded)
    declared = Declared(sheet, corpus)
    rows = (timelinejs.SlideRows if slides else claims.ClaimRows)(sheet, declared, options)
    if rows.ready():
        checker = Checker(sheet, declared, corpus, rows.fields)
        taken.records = _records(taken, rows, checker)
    return taken


def _records(taken: Intake, rows: timelinejs.SlideRows | claims.ClaimRows, checker: Checker) -> Iterator[Fields]:
    table = checker.sheet.table
    some = False
    for row in table.rows:
        some = True
        fields = rows.read(row)
        checked = checker.checked(row, fields, rows.name(row)) if fields else None
        if checked:
            yield checked
    if not some and not taken.has_errors:
        table.fault("no-rows", "there is a header and no row below it", 1, 1)
    checker.finish()
    taken.declarations = checker.declared.filled()
    taken.comment = rows.comment
    taken.repeated = checker.repeated


def _fits(header: list[str]) -> int:
    names = set(map(plain_name, header))
    return max(len(names & set(claims.COLUMNS)), len(names & set(timelinejs.COLUMNS)))


def _is_slides(columns: Iterable[str]) -> bool:
    names = set(map(plain_name, columns))
    return len(names & _SLIDES) > 0 and len(names & set(timelinejs.COLUMNS)) > len(names & set(claims.COLUMNS))
