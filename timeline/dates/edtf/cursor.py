"""A place in an EDTF text that moves forward only, and the errors it points at."""

from __future__ import annotations

from timeline.dates.edtf.value import MARKS, EdtfError


class Cursor:
    """A place in a text, moving forward only."""

    __slots__ = ("at", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def peek(self) -> str:
        """The next character, "" at the end."""
        return self.text[self.at : self.at + 1]

    def take(self, literal: str) -> bool:
        """Step over `literal` if it comes next."""
        if not self.text.startswith(literal, self.at):
            return False
        self.at += len(literal)
        return True

    def run(self, allowed: str, most: int | None = None) -> str:
        """Step over the characters that are allowed, at most so many, and return them."""
        start, end = self.at, len(self.text)
        if most is not None:
            end = min(end, start + most)
        while self.at < end and self.text[self.at] in allowed:
            self.at += 1
        return self.text[start : self.at]

    def mark(self) -> int:
        """Step over a qualifier if it comes next, and return its bits."""
        character = self.peek()
        bits = MARKS.index(character) if character and character in MARKS else 0
        self.at += 1 if bits else 0
        return bits

    def expected(self, wanted: str) -> EdtfError:
        """Return the error that something else was wanted here."""
        found = self.peek()
        shown = repr(found) if found else "the end of the text"
        return EdtfError(f"expected {wanted}, found {shown}", self.at)

    def finish(self, wanted: str) -> None:
        """Hold that the text ends here."""
        if self.at < len(self.text):
            raise self.expected(wanted)
