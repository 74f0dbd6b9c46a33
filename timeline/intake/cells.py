r"""Several values in one cell, so that each comes back as it was.

Values are parted by `; `. A semicolon that belongs to a value has a backslash before it; backslashes are doubled only
where one stands right before a semicolon, so that all other values read as they always did:

    >>> joined(["Ana", "Brun; the lawyer", "C:\\"])
    'Ana; Brun\\; the lawyer; C:\\'
    >>> parted("Ana; Brun\\; the lawyer; C:\\")
    ['Ana', 'Brun; the lawyer', 'C:\\']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.text import date_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.model import ClaimDate, Window

_FORMULA = re.compile(r"((?:^|[;,|\"\t])\s*'*)([=+\-@＝＋－＠])")
_LEADING = re.compile(r"[;,|\"\t]\s*'*[=+\-@＝＋－＠]")
"""A formula, where `|` stands before each cell."""
_BLANKS = ("  ", "| ", " |")
_MAY_LEAD = re.compile(r"[;,|\"\t]")
_GUARDED = re.compile(r"((?:^|[;,|\"\t])\s*'*)'([=+\-@＝＋－＠])")
_MONTH = re.compile(r"[A-Z][a-z]{2,8} \d+")
_RELATION = re.compile(r"(?P<kind>\S+) (?P<event>\S+)(?: within (?P<within>.*?))?(?: by (?P<by>.*))?")


class RelationCell(NamedTuple):
    """An order that a cell states: `after fine within 2 days`."""

    kind: str
    event: str
    within: str = ""
    by: str = ""


class ContradictionCell(NamedTuple):
    """A contradiction that a cell states: `fine/gazette/7: both cannot be`."""

    claim: str
    reason: str
    tension: bool = False


def safe(row: Iterable[object]) -> list[object]:
    """Return a row with its texts cleaned and guarded; most are as they should be, as a look at all at once tells."""
    cells = list(row)
    together = f"|{'|'.join([cell for cell in cells if type(cell) is str])}|"
    if together.isprintable() and not (_LEADING.search(together) or any(blanks in together for blanks in _BLANKS)):
        return cells
    return [guarded(clean(cell)) if isinstance(cell, str) else cell for cell in cells]


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    if not cell or (cell[0].isalnum() and not _MAY_LEAD.search(cell)):  # as most are
        return cell
    return _FORMULA.sub(r"\1'\2", cell)


def unguarded(cell: str) -> str:
    """Return what `guarded` was given."""
    return _GUARDED.sub(r"\1\2", cell) if "'" in cell else cell


def in_words(date: str) -> str:
    """Return a date to be read so that no spreadsheet makes a day of it: of `Nov 2018` it would make 1 November 2018.

    >>> in_words("Nov 2018"), in_words("10–13 Mar 2019")
    ('in Nov 2018', '10–13 Mar 2019')
    """
    return f"in {date}" if _MONTH.fullmatch(date) else date


def date_cell(date: ClaimDate | Window) -> str:
    """Return the cell that tells a date in words."""
    return in_words(date_text(date.edtf, date.reading, date.sound))


def joined(values: Iterable[str], mark: str = ";", glue: str = "; ") -> str:
    """Return values as one cell, each cleaned; `mark` is what parts them, `glue` how it is written."""
    texts = [_doubled(clean(value), mark) for value in values]
    if len(texts) < 2:  # noqa: PLR2004 - nothing to part
        return texts[0] if texts else ""
    return glue.join([*(_before_mark(text) for text in texts[:-1]), *texts[-1:]])


def parted(cell: str, mark: str = ";", most: int = 0) -> list[str]:
    """Return the values of a cell, without the space around them; with `most`, at most so many."""
    if "\\" not in cell and not most:
        return [value.strip() for value in cell.split(mark)] if cell.strip() else []
    values = [""]
    end = 0
    for match in re.finditer(rf"(\\*){re.escape(mark)}", cell):
        slashes, odd = divmod(len(match[1]), 2)
        values[-1] += cell[end : match.start()] + "\\" * slashes
        if odd or len(values) == most:
            values[-1] += mark
        else:
            values.append("")
        end = match.end()
    values[-1] += cell[end:]
    return [value.strip() for value in values] if cell.strip() else []


def facts_cell(facts: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return facts as a cell: `dockers=about 300; demands=pay; demands=safety`."""
    return joined(joined((name, text), "=", "=") for name, texts in facts for text in texts)


def facts_of(cell: str) -> tuple[dict[str, list[str]], list[str]]:
    """Return the facts of a cell, and the parts of it that are no `name=value`."""
    facts: dict[str, list[str]] = {}
    faults = []
    for part in filter(None, parted(cell)):
        name, *value = parted(part, "=", most=2)
        if name and value and value[0]:
            facts.setdefault(name, []).append(value[0])
        else:
            faults.append(part)
    return facts, faults


def relations_cell(relations: Iterable[RelationCell]) -> str:
    """Return relations as a cell: `after fine within 2 days; before march`."""
    return joined(
        f"{one.kind} {one.event}"
        + (f" within {one.within}" if one.within else "")
        + (f" by {one.by}" if one.by else "")
        for one in relations
    )


def relations_of(cell: str) -> tuple[list[RelationCell], list[str]]:
    """Return the relations of a cell, and the parts of it that are none."""
    found, faults = [], []
    for part in filter(None, parted(cell)):
        match = _RELATION.fullmatch(part)
        if match:
            found.append(RelationCell(match["kind"], match["event"], match["within"] or "", match["by"] or ""))
        else:
            faults.append(part)
    return found, faults


def contradictions_cells(contradictions: Sequence[ContradictionCell]) -> tuple[str, str]:
    """Return contradictions as two cells: all of them with their reasons, and the claims of those that are tensions.

    A tension with a claim that is contradicted in another way too is named with its reason.
    """
    tensions = []
    for one in contradictions:
        alone = sum(one.claim == other.claim for other in contradictions) == 1
        if one.tension:
            tensions.append(one.claim if alone else f"{one.claim}: {one.reason}")
    return joined(f"{one.claim}: {one.reason}" for one in contradictions), joined(tensions)


def contradictions_of(cell: str, tensions: str) -> tuple[list[ContradictionCell], list[str], list[str]]:
    """Return the contradictions of two cells, the parts of the first that are none, and of the second what it lacks."""
    said = list(filter(None, parted(tensions)))
    met: set[str] = set()
    found, faults = [], []
    for part in filter(None, parted(cell)):
        claim, colon, reason = part.partition(":")
        if colon and claim.strip():
            by = {claim, part} & set(said)
            met |= by
            found.append(ContradictionCell(claim.strip(), reason.strip(), bool(by)))
        else:
            faults.append(part)
    return found, faults, [one for one in said if one not in met]


def _doubled(text: str, mark: str) -> str:
    if mark not in text:
        return text
    return re.sub(rf"(\\*){re.escape(mark)}", lambda match: f"{match[1] * 2}\\{mark}", text)


def _before_mark(text: str) -> str:
    """Return a text that a mark follows: the backslashes it ends with are its own."""
    return text + "\\" * (len(text) - len(text.rstrip("\\")))
