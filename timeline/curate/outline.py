"""A data file as it stands: every value with its place in the text, and every comment with what it is about.

Made of the events of PyYAML, which know where each value begins and ends; what stands between two values is white
space, punctuation and comments. A comment is about the value on its line, else about the one below it; one that is
indented deeper than what follows stands at the end of what came before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from timeline.plain_yaml.builder import events

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = "\n\r\x85\u2028\u2029"
_COMMENT = re.compile(f"#[^{_BREAK}]*")
_HEADER = re.compile(f"[|>][-+0-9]*[ \\t]+(#[^{_BREAK}]*)")
_LINE_END = re.compile(f"\\r\\n|[{_BREAK}]")


@dataclass(slots=True, eq=False)
class Part:
    """A value: from `start` to `end` in the text, counted in characters.

    A text, if `text` is not None; else a list, if `listing`; else a mapping. `column` is where the lines of a block
    begin; what is in brackets is `flow`. `below` are the comments after its last entry, "" for a blank line.
    """

    start: int
    end: int
    column: int
    text: str | None = None
    listing: bool = False
    flow: bool = False
    style: str = ""
    places: list[Place] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def get(self, key: str) -> Part | None:
        """Return the value under a key of a mapping."""
        return next((place.value for place in self.places if place.key == key), None)


@dataclass(slots=True, eq=False)
class Place:
    """Where a value stands in another: under a key, or in a list. `above` and `beside` are comments on it."""

    start: int
    value: Part
    key: str | None = None
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The root of a file, None in an empty one; the anchors it has; and all its comments, in their order."""

    root: Part | None
    anchors: list[str]
    comments: list[str]


def outline(text: str) -> Outline:
    """Return the outline of a text that `timeline.plain_yaml.parse` reads without a problem."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = events(text)
        self._at = 0  # all before it is taken in
        self._found = Outline(None, [], [])
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._last: Place | None = None  # what a comment on the same line is about
        self._opened: tuple[Place, int] | None = None  # the outermost entry of a list begun since then, and its column
        self._in_flow = 0
        self._closed: list[Part] = []  # the blocks that ended since then, the innermost first

    def read(self) -> Outline:
        root = Place(0, Part(0, 0, 0))
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                self._value(event, root, column=-1)
                self._found.root = root.value
        self._take(len(self._text), None, column=-1)
        return self._found

    def _value(self, event: Any, place: Place, *, column: int) -> None:
        """Read a value into its place; `column` is that of the block it stands in."""
        mark: Any = event.start_mark
        start, end = mark.index, event.end_mark.index
        if getattr(event, "anchor", None):
            self._found.anchors.append(event.anchor)
        if isinstance(event, yaml.CollectionStartEvent):
            listing = isinstance(event, yaml.SequenceStartEvent)
            part = Part(start, end, mark.column, listing=listing, flow=bool(event.flow_style))
            place.value = part
            if part.flow:
                self._take(start, place, column=column)
                self._move(end, place)
            self._in_flow += part.flow
            self._entries(part)
            self._in_flow -= part.flow
            if part.flow:
                self._last = place
            return
        text = event.value if isinstance(event, yaml.ScalarEvent) else ""
        part = place.value = Part(start, end, column + 1, text, style=getattr(event, "style", None) or "")
        self._take(start, place, column=column)
        self._move(end, place)
        if start == end and not self._in_flow:
            self._closed.append(part)  # nothing stands there, so comments that are indented deeper stand in its place
        header = _HEADER.match(self._text, start) if part.style in ("|", ">") else None
        if header:
            self._note(header[1], place.beside)

    def _entries(self, part: Part) -> None:
        for event in self._events:
            if isinstance(event, yaml.CollectionEndEvent):
                self._end(part, event)
                return
            entry = Part(0, 0, 0)
            if part.listing:
                place = Place(event.start_mark.index, entry)
                if not part.flow and self._opened is None:
                    self._opened = place, part.column
                self._value(event, place, column=part.column)
            else:
                place = Place(event.start_mark.index, entry, event.value)
                self._take(place.start, place, column=part.column)
                self._move(event.end_mark.index, place)
                self._value(next(self._events), place, column=part.column)
            part.places.append(place)

    def _end(self, part: Part, event: Any) -> None:
        if not part.flow:
            part.end = part.places[-1].value.end if part.places else part.end
            self._closed.append(part)
            return
        self._take(event.start_mark.index, None, column=-1, into=part.below)
        part.end = event.end_mark.index
        self._at = part.end

    def _move(self, end: int, place: Place) -> None:
        self._at = end
        self._last = place
        self._opened = None
        self._closed = []

    def _take(self, until: int, place: Place | None, *, column: int, into: list[str] | None = None) -> None:
        """Take in the comments before `until`, where `place` begins in a block at `column`, or a group ends."""
        target = place
        if self._opened is not None and into is None:
            target, column = self._opened
        root = self._found.root
        above = into if into is not None else target.above if target else root.below if root else []
        for found in _COMMENT.finditer(self._text, self._at, until):
            line = self._line(found.start())
            if self._last is not None and line < self._at:
                self._note(found[0], self._last.beside)
                continue
            words = self._text[line : found.start()]
            owner = self._owner(len(words) - len(words.lstrip(" \t")), column) if into is None else None
            goes_to = owner.below if owner else above
            if self._is_after_a_blank(line):
                goes_to.append("")
            self._note(found[0], goes_to)
        line = self._line(until)
        if place and line >= self._at and self._is_after_a_blank(line):
            above.append("")

    def _owner(self, depth: int, column: int) -> Part | None:
        """Return the ended block at whose end a comment at this depth stands; None if it is about what follows."""
        if depth <= column:
            return None
        return next((block for block in self._closed if block.column <= depth), None)

    def _note(self, comment: str, where: list[str]) -> None:
        where.append(comment.rstrip())
        self._found.comments.append(comment.rstrip())

    def _line(self, index: int) -> int:
        """Return where the line begins that a character stands on."""
        return self._lines[bisect_right(self._lines, index) - 1]

    def _is_after_a_blank(self, line: int) -> bool:
        """Whether the line before the one that begins here is blank."""
        number = bisect_right(self._lines, line) - 1
        return number > 0 and not self._text[self._lines[number - 1] : line].strip()
