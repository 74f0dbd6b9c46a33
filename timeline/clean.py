"""Make text from the data files safe to print: the one way by which it reaches a terminal, a page or a cell.

A data file may come from a stranger. An escape sequence in it must not drive the reader's terminal, and a
character that turns the direction of writing must not make one thing read as another; so each is made visible
in its place. Nothing is left out, but what takes no room and shows nothing anyway.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES = r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+"
UNSAFE = (
    "["
    "\x00-\x1f\x7f-\x9f"  # controls: C0, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # what takes no room and shows nothing
    "\U000e0000-\U000e007f"  # tags, which hide text in text
    "\ud800-\udfff"  # halves of characters, which no encoding can write
    "]"
)
"""What must not reach a terminal or a page as it is. No such character is printable, as Python tells it."""

_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_LEFT_TO_RIGHT_MARK = "\u200e"


def clean(text: str) -> str:
    """Return text on one line, each run of white space as one space, with every unsafe character made visible.

    An escape becomes `␛`, an override of direction `<U+202E>`.
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return re.sub(UNSAFE, _visible, re.sub(_SPACES, " ", text)).strip(" ")


def cleaned(texts: Sequence[str]) -> Sequence[str]:
    """Return each of some texts as `clean` does; most are clean as they are, which a look at all at once may tell."""
    together = "|".join(texts)
    if together.isprintable() and not any(blanks in f"|{together}|" for blanks in ("  ", "| ", " |")):
        return texts
    return [clean(text) for text in texts]


def visible(text: str) -> str:
    """Return text with every unsafe character made visible, and all else as it is."""
    return text if text.isprintable() else re.sub(UNSAFE, _visible, text)


def visible_by_line(text: str) -> str:
    """Return text as `visible` does, but that lines stay lines."""
    return text if text.isprintable() else "\n".join(map(visible, text.split("\n")))


def anchored(line: str) -> str:
    """Return a line or a cell that ends so that right-to-left text in it cannot pull what follows over to its side.

    A terminal that reorders right-to-left text takes the digits and the spaces after it along; a mark of direction,
    which takes no room, ends that.
    """
    if line.isascii() or line.endswith(_LEFT_TO_RIGHT_MARK) or not re.search(_RIGHT_TO_LEFT, line):
        return line
    return line + _LEFT_TO_RIGHT_MARK


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - the controls have pictures, in their own order, from U+2400
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"  # noqa: PLR2004
