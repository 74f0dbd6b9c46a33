"""Documents as citations count them: the runs of text between blank lines, numbered from 1."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from timeline.dates.edtf import resolve
from timeline.problems import Pointer, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from timeline.dates.resolution import Resolution
    from timeline.model import Claim, Source, Timeline

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_OFTEN = 5
"""Text in which more than one byte in so many is NUL is none in UTF-8."""
_SAME_IN_DATES = str.maketrans("‘’‛′“”„″‐‑‒–—−", "'" * 4 + '"' * 4 + "-" * 6)


class Document:
    """A document's paragraphs: as they stand with white space folded, and folded further to find dates in."""

    def __init__(self, text: str) -> None:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self._exact = tuple(" ".join(run.split()) for run in _BLANK_LINES.split(text) if run.strip())
        self._loose: dict[int, str] = {}

    @classmethod
    def of(cls, content: bytes) -> Document:
        """Return the document that a file holds. Raises UnicodeDecodeError where it is not UTF-8.

        Where every second byte is NUL it is UTF-16 without a mark that says so, though it could be decoded.
        """
        if content.count(0) * _OFTEN > len(content):
            at = content.index(0)
            raise UnicodeDecodeError("utf-8", content, at, at + 1, "NUL bytes, as in UTF-16")
        return cls(content.decode("utf-8"))

    def __len__(self) -> int:
        return len(self._exact)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs in order, white space folded; the first is number 1."""
        return self._exact

    def exact(self, number: int) -> str:
        """Return a paragraph, white space folded."""
        return self._exact[number - 1]

    def loose(self, number: int) -> str:
        """Return a paragraph with case, and the forms of quotes and dashes, set aside too."""
        if number not in self._loose:
            self._loose[number] = loosened(self.exact(number))
        return self._loose[number]


def loosened(text: str) -> str:
    """Return a text with case, white space, and the forms of quotes and dashes set aside."""
    return " ".join(text.translate(_SAME_IN_DATES).casefold().split())


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def sources_of(timeline: Timeline, name: str, content: bytes) -> tuple[Source, ...]:
    """Return the sources that a file is of: those with its checksum, else those that name a file of its name."""
    digest = checksum(content)
    by_digest = tuple(source for source in timeline.sources if source.sha256 == digest)
    return by_digest or tuple(source for source in timeline.sources if _names(source, name))


def is_file_of(file: Path, name: str | None) -> bool:
    """Whether a file may be the one that a source names, as far as their paths tell."""
    parts = PurePath(composed(name)).parts if name else ()
    return bool(parts) and PurePath(composed(str(file.resolve()))).parts[-len(parts) :] == parts


def _names(source: Source, name: str) -> bool:
    return source.file is not None and PurePath(composed(source.file)).name == PurePath(composed(name)).name


def composed(name: str) -> str:
    """Return the name of a file as it is usually typed: a file that came from a Mac may have é as two characters."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def file_in(folder: Path, name: str) -> Path:
    """Return the path of a file by its name, with accents composed or not as they are on the disk."""
    forms = dict.fromkeys((name, composed(name), unicodedata.normalize("NFD", name)))
    found = (folder / one for one in forms if _is_file(folder / one) and not climbs(one, folder))
    return next(found, folder / name)


def published_on(timeline: Timeline, source: Source) -> Resolution | None:
    """Return the date of publication as declared, against which a source's records are resolved; None if unknown.

    What a source tells may narrow that date; the words in it are read as those of its records are.
    """
    claims = (claim for event in timeline.events for claim in event.claims if claim.source == source.id)
    anchor = next((claim.date.anchor for claim in claims if claim.date.anchor), "")
    return resolve(anchor) if anchor else source.published


def claims_by_paragraph(timeline: Timeline, source: str) -> dict[int, list[Claim]]:
    """Return the claims that cite a source, by the paragraph they cite."""
    cited: dict[int, list[Claim]] = {}
    for event in timeline.events:
        for claim in event.claims:
            if claim.source == source:
                cited.setdefault(claim.paragraph, []).append(claim)
    return cited


def _pointer(timeline: Timeline, source: Source, claims: Iterable[Claim]) -> Pointer:
    """Return where a source is declared; with several data files, at best a file that cites it."""
    files = timeline.files
    file = files[0] if len(files) == 1 else next((claim.pointer.file for claim in claims), files[0] if files else "")
    return Pointer(file, ("sources", source.id))


def held(
    timeline: Timeline, source: Source, folder: Path, claims: Iterable[Claim], problems: list[Problem]
) -> Document | None:
    """Return a source's document from a folder of them, or None with a problem that says why it cannot be read.

    `claims` are those that cite it; the problem points to where the source is declared.
    """
    claims = tuple(claims)
    at = _pointer(timeline, source, claims)
    here = at.down("file")
    name = source.file or ""
    if climbs(name, folder):
        message = f"source `{source.id}`: the file `{name}` lies outside the folder of sources; name one within it"
        problems.append(Problem("file-outside", message, here))
        return None
    path = file_in(folder, name)
    if not _is_file(path):
        problems.append(Problem("no-such-file", f"source `{source.id}`: no file `{name}` in {folder}", here))
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"source `{source.id}`: `{name}` cannot be read: {error.strerror}"
        problems.append(Problem("unreadable-file", message, here))
        return None
    found = checksum(content)
    if source.sha256 is not None and found != source.sha256:
        message = f"source `{source.id}`: `{name}` is not the file that was read: its SHA-256 is {found}"
        if claims:
            look = "1 claim needs" if len(claims) == 1 else f"{len(claims)} claims need"
            message += f"; it changed since it was cited, so {look} another look: "
            message += ", ".join(f"`{claim.id}`" for claim in claims)
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


def climbs(name: str, folder: Path) -> bool:
    """Whether a file's name leads out of the folder: absolute, by `..`, by a drive, or by a symbolic link."""
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    if "\x00" in name or posix.is_absolute() or windows.anchor or ".." in (*posix.parts, *windows.parts):
        return True
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself leads to no file, which is told later
        return False
