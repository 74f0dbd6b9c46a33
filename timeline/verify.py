"""Hold the citations of a timeline against the reader's own copies of the documents.

The corpus cites, it does not contain: that a document says so can only be checked where the document is. Each
source that names a `file` is looked for in the folder given; its SHA-256, its paragraphs (the runs of text between
blank lines, counted from 1), and every word that a record takes from it are compared.

Passes: paragraph 11 of the file holds "earlier this week", the record's date. Fails: it does not, there is no
paragraph 11, or the file is another one than the curator read.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from timeline.dates.edtf import EdtfError, parse
from timeline.documents import Document, loosened
from timeline.names import counted
from timeline.problems import Pointer, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.model import Claim, Source, Timeline

_ISO_DURATION = re.compile(r"P(?=[\dT])[\dYMWDTHS.]+")


@dataclass(frozen=True, slots=True)
class Verification:
    """What was held against the documents. `not_held` names the sources that have no file, or none here to read."""

    documents: int = 0
    citations: int = 0
    dates: int = 0
    quotes: int = 0
    not_held: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


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
        document = _read(source, folder, _pointer(timeline, source, claims), problems)
        if document is None:
            continue
        tallies.append(_compare(claims, document, source, problems))
    citations, dates, quotes = (sum(column) for column in zip((0, 0, 0), *tallies, strict=True))
    return Verification(len(tallies), citations, dates, quotes, tuple(not_held), tuple(problems))


def _pointer(timeline: Timeline, source: Source, claims: Iterable[Claim]) -> Pointer:
    """Return where a source is declared; with several data files, at best a file that cites it."""
    files = timeline.files
    file = files[0] if len(files) == 1 else next((claim.pointer.file for claim in claims), files[0] if files else "")
    return Pointer(file, ("sources", source.id))


def _read(source: Source, folder: Path, at: Pointer, problems: list[Problem]) -> Document | None:
    """Return a source's document, or None with a problem that says why it cannot be compared."""
    here = at.down("file")
    name = source.file or ""
    if _climbs(name, folder):
        message = f"source `{source.id}`: the file `{name}` lies outside the folder of sources; name one within it"
        problems.append(Problem("file-outside", message, here))
        return None
    path = folder / name
    if not _is_file(path):
        problems.append(Problem("no-such-file", f"source `{source.id}`: no file `{name}` in {folder}", here))
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"source `{source.id}`: `{name}` cannot be read: {error.strerror}"
        problems.append(Problem("unreadable-file", message, here))
        return None
    found = hashlib.sha256(content).hexdigest()
    if source.sha256 is not None and found != source.sha256:
        message = f"source `{source.id}`: `{name}` is not the file that was read: its SHA-256 is {found}"
        problems.append(Problem("changed-file", message, at.down("sha256")))
    try:
        return Document.of(content)
    except UnicodeDecodeError as error:
        message = f"source `{source.id}`: `{name}` is not UTF-8 (byte {error.start + 1})"
        problems.append(Problem("not-utf-8", message, here))
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a link that leads to itself
        return False


def _climbs(name: str, folder: Path) -> bool:
    """Whether a file's name leads out of the folder: absolute, by `..`, by a drive, or by a symbolic link."""
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    if "\x00" in name or posix.is_absolute() or windows.anchor or ".." in (*posix.parts, *windows.parts):
        return True
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself leads to no file, which is told later
        return False


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
