"""Hold the citations of a timeline against the reader's own copies of the documents.

The corpus cites, it does not contain: that a document says so can only be checked where the document is. Each
source that names a `file` is looked for in the folder given; its SHA-256, its paragraphs (the runs of text between
blank lines, counted from 1), and every word that a record takes from it are compared.

Passes: paragraph 11 of the file holds "earlier this week", the record's date. Fails: it does not, there is no
paragraph 11, or the file is another one than the curator read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.dates.edtf import EdtfError, parse
from timeline.documents import Document, held, loosened
from timeline.names import counted
from timeline.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from timeline.model import Claim, Source, Timeline

_ISO_DURATION = re.compile(r"P(?=[\dT])[\dYMWDTHS.]+")


@dataclass(frozen=True, slots=True)
class Verification:
    """What was held against the documents. `not_held` names the sources that have no file.

    `is_whole` is False where faults in the data left out some of what should have been held.
    """

    documents: int = 0
    citations: int = 0
    dates: int = 0
    quotes: int = 0
    not_held: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True

    @property
    def passes(self) -> bool | None:
        """Whether all stands; None where nothing could be held, so that nothing is known to stand or to fall."""
        if self.problems or not self.is_whole:
            return False
        return True if self.documents else None


def verify(timeline: Timeline, folder: Path) -> Verification:
    """Compare every source that names a file, and every claim that cites it, with the file in `folder`.

    Problems point to the value in the data file that does not hold. Raises NotADirectoryError when `folder` is none.
    """
    if not folder.is_dir():
        raise NotADirectoryError(20, "not a folder", str(folder))
    cited: dict[str, list[Claim]] = {}
    for event in timeline.events:
        for claim in event.claims:
            cited.setdefault(claim.source, []).append(claim)
    problems: list[Problem] = []
    not_held: list[str] = []
    tallies: list[tuple[int, int, int]] = []
    for source in timeline.sources:
        claims = cited.get(source.id, [])
        if source.file is None:
            not_held.append(source.id)
            continue
        document = held(timeline, source, folder, claims, problems)
        if document is None:
            continue
        tallies.append(_compare(claims, document, source, problems))
    citations, dates, quotes = (sum(column) for column in zip((0, 0, 0), *tallies, strict=True))
    return Verification(len(tallies), citations, dates, quotes, tuple(not_held), tuple(problems))


def _compare(
    claims: Iterable[Claim], document: Document, source: Source, problems: list[Problem]
) -> tuple[int, int, int]:
    """Compare claims with the document they cite; return how many citations, dates and quotes were compared."""
    citations = dates = quotes = 0
    for claim in claims:
        citations += 1
        if claim.paragraph > len(document):
            has = counted(len(document), "paragraph")
            message = f"`{source.file}` has {has}, and paragraph {claim.paragraph} is cited"
            problems.append(Problem("no-such-paragraph", message, claim.pointer.down("paragraph")))
            continue
        for field, words, stands in _words(claim, document):
            if stands is None:
                continue
            dates += field != "quote"
            quotes += field == "quote"
            if not stands:
                message = f"`{words}` does not stand in paragraph {claim.paragraph} of `{source.file}`"
                problems.append(Problem(f"{field}-not-found", message, claim.pointer.down(field)))
    return citations, dates, quotes


def _words(claim: Claim, document: Document) -> Iterator[tuple[str, str, bool | None]]:
    """Yield the words a claim takes from its paragraph: the field, the words, and whether they stand there.

    None for what is not words: EDTF (or an ISO duration) that the paragraph does not happen to hold.
    """
    number = claim.paragraph
    checks: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
        ("date", claim.date.stated, _is_edtf),
        ("end", claim.date.stated_end, _is_edtf),
        ("lasts", claim.lasts, lambda words: _ISO_DURATION.fullmatch(words) is not None),
    )
    for field, words, is_code in checks:
        if words:
            stands = _holds(document.loose(number), loosened(words))
            yield field, words, stands or (None if is_code(words) else False)
    if claim.quote:
        yield "quote", claim.quote, _holds(document.exact(number), " ".join(claim.quote.split()))


def _holds(paragraph: str, words: str) -> bool:
    """Whether the words stand in a paragraph as words, not inside others ("May" is not in "dismayed")."""
    at = paragraph.find(words)
    while at >= 0:
        before, after = paragraph[at - 1 : at], paragraph[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() and words[:1].isalnum()) and not (after.isalnum() and words[-1:].isalnum()):
            return True
        at = paragraph.find(words, at + 1)
    return False


def _is_edtf(words: str) -> bool:
    try:
        parse(words)
    except EdtfError:
        return False
    return True
