"""A text as plain letters, each with its place: case, accents, alphabet and what takes no room are set aside."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WAYS = (0, 1, 2)
"""The ways to read a character: as it is, in Latin script, and as the Latin letter that it looks like."""

_LIKE_LATIN = str.maketrans("аеорсухіѕјкмтнвԁԛԝһӏёгαορεικντυχηıɑɡ", "aeopcyxisjkmthbdqwhlеraopeikvtuxniag")
"""Letters of other alphabets, and the Latin ones that they look like."""

_ESCAPE = re.compile(r"(?:%[0-9A-Fa-f]{2})+|&#?\w{1,31};|\\u[0-9A-Fa-f]{4}")


class View(NamedTuple):
    """The letters of a text, where each stands in it, and before which a gap is, or another word begins."""

    text: str
    letters: str
    starts: list[int]
    ends: list[int]
    gaps: bytearray
    breaks: bytearray


@lru_cache(maxsize=65536)
def letters(character: str, way: int) -> str:
    """Return the plain letters and digits of a character: as it is (0), in Latin script (1), as it looks (2)."""
    if way == 1:
        from anyascii import anyascii

        character = anyascii(character)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character.casefold()).casefold())
    if way == 2:  # noqa: PLR2004
        folded = folded.translate(_LIKE_LATIN)
    return "".join(one for one in folded if one.isalnum())


def plain(text: str, way: int = 0) -> str:
    """Return the letters and digits of a text, in one of the three ways."""
    return "".join(letters(one, way) for one in text)


def ways_of(text: str) -> tuple[int, ...]:
    """Return the ways in which a text can be read that may give different letters."""
    return WAYS[:1] if text.isascii() and not _ESCAPE.search(text) else WAYS


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the characters of a text, an escape as what it stands for."""
    from html import unescape
    from urllib.parse import unquote

    done = 0
    for escape in _ESCAPE.finditer(text) if any(one in text for one in "%&\\") else ():
        yield from ((at, at + 1, text[at]) for at in range(done, escape.start()))
        written = escape[0]
        read = unquote(written) if written[0] == "%" else unescape(written)
        yield escape.start(), escape.end(), chr(int(written[2:], 16)) if written[0] == "\\" else read
        done = escape.end()
    yield from ((at, at + 1, text[at]) for at in range(done, len(text)))


def view(text: str, way: int) -> View:
    """Return the letters of a text, as they are, in Latin script, or as they look."""
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps, breaks = bytearray(), bytearray()
    gap, before = True, " "
    for start, end, read in _pieces(text):
        for character in read:
            plain_letters = letters(character, way)
            if not plain_letters:
                gap |= not (unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"})
                continue
            other = gap or _begins(before, character)
            for number, letter in enumerate(plain_letters):
                found.append(letter)
                starts.append(start)
                ends.append(end)
                gaps.append(gap and not number)
                breaks.append(other and not number)
            gap, before = False, character
    return View(text, "".join(found), starts, ends, gaps, breaks)


def _begins(before: str, character: str) -> bool:
    """Whether a new word begins between two characters that touch: a digit, a capital, or in scripts without these."""
    if before.isdigit() != character.isdigit() or (before.islower() and character.isupper()):
        return True
    return not (has_case(before) and has_case(character)) and not character.isdigit()


@cache
def has_case(character: str) -> bool:
    """Whether a character is of a script that tells capitals."""
    return character.lower() != character.upper()
