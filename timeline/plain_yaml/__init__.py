"""YAML into plain text values: mappings, lists and strings, nothing guessed.

Two readers give the same values. `quick` takes in what is plainly written, which is nearly all of a curated file, some
five times as fast as PyYAML makes its events; `builder` reads the rest with PyYAML, and every file that has a fault, of
which it alone knows what it is and where. To import PyYAML takes as long as to read a small corpus, so it is imported
when it is needed.
"""

from __future__ import annotations

from timeline.plain_yaml import quick
from timeline.plain_yaml.parsed import NotPlainError, Parsed, Positions
from timeline.problems import Location, Pointer, Problem

__all__ = ["Parsed", "Positions", "parse", "positions"]


def parse(content: bytes, file: str) -> Parsed:
    """Parse a data file; `file` is its name for problems, which come with their locations."""
    try:
        return Parsed(quick.read(content, _part), ())
    except NotPlainError:
        pass
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte {content[error.start]:#04x} is not UTF-8 text; save the file as UTF-8"
        return Parsed(None, (Problem("not-utf8", message, Pointer(file), location=Location(file, line, column)),))
    from timeline.plain_yaml import builder

    return builder.parse(text, file)


def positions(content: bytes, file: str) -> Positions:
    """Parse a file again, for where everything in it stands (as far as it can be parsed)."""
    from timeline.plain_yaml import builder

    return builder.positions(content.decode("utf-8-sig", errors="replace"), file)


def _part(text: str) -> object:
    """Read a part of a file that is not plainly written."""
    from timeline.plain_yaml import builder

    return builder.part(text)
