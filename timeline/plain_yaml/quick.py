"""The quick way to read YAML: what is plainly written, as curated files are, line by line with few steps a line.

It takes in block mappings and block lists, scalars of one line, flow lists and flow mappings of one line, blocks
(`>-`, `|`) without odd white space, and comments, all in characters that mean nothing else to YAML. Its value is the
one that PyYAML gives; of whatever it does not take in it says so, and PyYAML reads that. Never does it say what is
wrong with a file, nor where: a file that is at fault is PyYAML's from its beginning.

A file is cut where its top-level keys begin, and a section where its entries do: at lines that begin in the entries'
own column, no block or plain scalar can have begun before and still be going on. An entry that is not plainly written
is handed over by itself. What may go on beyond its end (a quoted text, a bracket) is incomplete by itself, so PyYAML
objects; an explicit key, a tab, an anchor, a tag or a document marker sends the whole file to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.plain_yaml.entries import DEEPEST_COLUMN, EntryReader, is_flat
from timeline.plain_yaml.parsed import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARK = b"---\n"
_PLAIN_BYTES = bytes([0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)])
_BATCH = 16000
_FEW = 100_000
"""How many bytes of a file are read at once, and how many may be handed over in any file."""
_ODD = re.compile("[\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Beside ASCII's own control characters: those that YAML does not allow, or takes for the end of a line."""

_SECTION = re.compile(rb"\n(?=[^ #\n-])")
_HEADER = re.compile(r"([A-Za-z_][\w-]{0,100}):( \[\]| \{\})?(?: +#.*)?\n")
_NOTHING = re.compile(rb"(?:(?: *+#[^\n]*+)?\n)*+")
_KEPT_END = re.compile(rb"[|>](?=[^-|>\n]*+\n)")
_COLUMN = re.compile(rb" *+")


def read(content: bytes, hand_over: Callable[[str], object]) -> dict[str, object]:
    """Return what a file holds, as PyYAML has it. Raises NotPlainError where PyYAML must read all of it.

    `hand_over` reads a text that is not plainly written with PyYAML, or raises NotPlainError if anything is odd in it.
    """
    if content.translate(None, _PLAIN_BYTES):
        content = content.replace(b"\r\n", b"\n")
        if content.translate(None, _PLAIN_BYTES):
            raise NotPlainError
    if not content.endswith(b"\n"):
        if _KEPT_END.search(content):
            raise NotPlainError  # a block that stops where the file does has no line end to keep
        content += b"\n"
    return _Reader(content, hand_over).sections()


class _Reader:
    """Reads one file, in order: each byte of it is taken in once."""

    def __init__(self, content: bytes, hand_over: Callable[[str], object]) -> None:
        self._content = content
        self._hand_over = hand_over
        self._taken = 0
        self._handed_over = 0
        self._entries = EntryReader()

    def sections(self) -> dict[str, object]:
        """Return the top-level mapping."""
        content = self._content
        begin = len(_MARK) if content.startswith(_MARK) else 0
        cuts = [cut.end() for cut in _SECTION.finditer(content, begin)]
        if content[begin : begin + 1] not in (b" ", b"#", b"\n", b"-", b""):
            cuts.insert(0, begin)
        if not cuts or _NOTHING.fullmatch(content, begin, cuts[0]) is None:
            raise NotPlainError
        if cuts[0]:
            self._text(cuts[0])
        found: dict[str, object] = {}
        for end in (*cuts[1:], len(content)):
            header = _HEADER.fullmatch(self._text(content.find(b"\n", self._taken) + 1))
            if header is None or header[1] in found:
                raise NotPlainError
            found[header[1]] = self._section(header[1], header[2], end)
        return found

    def _text(self, end: int) -> str:
        """Take in what comes before `end`."""
        begin = self._taken
        if end <= begin:
            raise NotPlainError
        self._taken = end
        try:
            text = self._content[begin:end].decode()
        except UnicodeDecodeError:
            raise NotPlainError from None
        if not text.isascii() and not text.replace("\n", "").isprintable() and _ODD.search(text):
            raise NotPlainError
        return text

    def _section(self, name: str, empty: str | None, end: int) -> object:
        """Return what stands in a section, from below its header to `end`."""
        content = self._content
        above = _NOTHING.match(content, self._taken, end)
        first = above.end() if above else end
        if first > self._taken:
            self._text(first)
        if first == end:
            return "" if empty is None else [] if "[" in empty else {}
        column = _COLUMN.match(content, first, end)
        width = column.end() - first if column else 0
        listing = content.startswith(b"- ", first + width)
        if empty is not None or width > DEEPEST_COLUMN // 2 or not (width or listing):
            raise NotPlainError
        return self._list(name, width, end) if listing else self._mapping(name, width, end)

    def _list(self, name: str, width: int, end: int) -> list[object]:
        """Return a section that is a list, whose dashes stand after so many spaces."""
        dash = "\n" + " " * width + "- "
        cut = dash.encode()
        found: list[object] = []
        while self._taken < end:
            text = self._text(self._content.find(cut, self._taken + _BATCH, end) + 1 or end)
            flat = is_flat(text)
            text = text[len(dash) - 1 : -1]
            entries = self._entries.flat_list(text, width) if flat else None
            found += entries if entries is not None else self._one_by_one(name, text.split(dash), width)
        return found

    def _one_by_one(self, name: str, entries: list[str], width: int) -> Iterator[object]:
        """Yield the entries of a list, from behind their dashes."""
        pad = " " * width
        for fields in entries:
            entry = self._entries.flat(fields, width + 2) if is_flat(f"{fields}\n") else None
            if entry is not None:
                yield entry
                continue
            try:
                yield self._entries.entry(f"{pad}  {fields}\n", width + 2)
            except NotPlainError:
                read = self._by_pyyaml(name, f"{pad}- {fields}\n")
                if type(read) is not list:
                    raise
                yield from read

    def _mapping(self, name: str, width: int, end: int) -> dict[str, object]:
        """Return a section that is a mapping, whose keys stand after so many spaces."""
        cut = re.compile(rb"\n(?= {%d}[^ #\n])" % width)
        found: dict[str, object] = {}
        while self._taken < end:
            after = cut.search(self._content, self._taken + _BATCH, end)
            text = self._text(after.end() if after else end)
            entries = self._entries.flat(text[width:-1], width, ids=True) if is_flat(text) else None
            for part in () if entries is not None else re.split(cut.pattern.decode(), text[:-1]):
                _add(found, self._declaration(name, f"{part}\n", width))
            if entries is not None:
                _add(found, entries)
        return found

    def _declaration(self, name: str, text: str, width: int) -> object:
        """Return what stands under one key of a section, with the key."""
        try:
            return self._entries.declaration(text, width)
        except NotPlainError:
            if not (text[width].isalnum() or text[width] in "_\"'"):
                raise
        return self._by_pyyaml(name, text)

    def _by_pyyaml(self, name: str, text: str) -> object:
        """Return a part of a section, as PyYAML reads it by itself."""
        self._handed_over += len(text)
        if self._handed_over > max(_FEW, self._taken // 2):
            raise NotPlainError  # to read the whole file at once is quicker
        whole = self._hand_over(f"{name}:\n{text}")
        return whole.get(name) if type(whole) is dict and len(whole) == 1 else None


def _add(found: dict[str, object], entries: object) -> None:
    """Add entries to a section; a key given twice is PyYAML's to tell."""
    if type(entries) is not dict or not found.keys().isdisjoint(entries):
        raise NotPlainError
    found.update(entries)
