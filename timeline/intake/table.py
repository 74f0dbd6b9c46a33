"""Bytes of a CSV file into rows: which encoding, which delimiter, which columns; and every fault of them located.

A row is told by the line at which a spreadsheet shows it, a column by its place and its name. A cell keeps its text.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from timeline.problems import Location, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DELIMITERS = (",", ";", "\t", "|")
_CELL_MOST = 2**31 - 1
_CUT = 2**15 - 1
_HEADER_MOST = 1_000_000  # characters in which the header must end
_BROUGHT = "save it as `CSV UTF-8`"
_MAGIC = {b"PK\x03\x04": "an .xlsx or .ods spreadsheet", b"\xd0\xcf\x11\xe0": "an .xls spreadsheet", b"%PDF": "a PDF"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNFIT = re.compile("[\x00\ud800-\udfff]")


class Row(NamedTuple):
    """A row that holds something: its number as a spreadsheet shows it, and its cells."""

    number: int
    cells: list[str]


@dataclass
class Table:
    """A table being read: its columns by name, and the problems met so far. `rows` can be gone through once."""

    file: str
    columns: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: Iterator[Row] = field(default_factory=lambda: iter(()))
    delimiter: str = ","
    encoding: str = "utf-8"

    def fault(
        self, code: str, message: str, row: int = 0, column: int = 0, severity: Severity = Severity.ERROR
    ) -> None:
        """Note a problem. Rows and columns count from 1; 0 is the file as a whole."""
        self.problems.append(Problem(code, message, None, severity, Location(self.file, row, column)))


class _StopError(Exception):
    """The rest of the table cannot be read; the problem has been noted."""


def open_table(content: BinaryIO, file: str, fits: Callable[[list[str]], int], encoding: str | None = None) -> Table:
    """Return the table that a file holds; `file` is its name for problems.

    `fits` says how many names of columns a header has that are known: the delimiter is the one by which it has most.
    `encoding` is what the bytes are in, where that is not UTF-8 or told by a mark of byte order.
    """
    table = Table(file)
    try:
        _open(table, _decoded(content, table, encoding), fits)
    except _StopError:
        pass
    except UnicodeError as error:
        table.fault("not-utf8", f"the text breaks off here: {error.args[-1]}; {_BROUGHT}", 1, 1)
    return table


def _open(table: Table, text: Iterator[str], fits: Callable[[list[str]], int]) -> None:
    """Find the columns of a table, and make its rows ready to be read."""
    head = _header_lines(text, table)
    told = _told_delimiter(head)
    head = head[1:] if told else head
    table.delimiter = told or max(DELIMITERS, key=lambda one: _fitness(head, one, fits))
    records = _records(chain(head, text), table)
    number, header = next(records, (1, []))
    while not any(map(str.strip, header)) and (found := next(records, None)):
        number, header = found
    if any(map(str.strip, header)):
        if _readable(table, number, header):
            table.columns = [name.strip() for name in header]
            table.rows = _rows(records, table)
    elif not table.problems:
        table.fault("empty-file", "the file is empty; its first row must name the columns", 1, 1)


def _decoded(content: BinaryIO, table: Table, encoding: str | None) -> Iterator[str]:
    """Return the text line by line; bytes that are not what they should be become halves of characters."""
    start = content.read(4)
    for magic, what in _MAGIC.items():
        if start.startswith(magic):
            table.fault("not-csv", f"this is {what}, not CSV; open it in its own program and {_BROUGHT}")
            raise _StopError
    mark, told = next(((mark, name) for mark, name in _MARKS if start.startswith(mark)), (b"", ""))
    if encoding is None and not told and b"\x00" in start:
        message = f"there are NUL bytes at its start: UTF-16, perhaps; {_BROUGHT}, or say `--encoding utf-16-le`"
        table.fault("not-utf8", message, 1, 1)
        raise _StopError
    rest = _Rest(start[len(mark) :] if told else start, content)
    codec = codecs.lookup(told or encoding or "utf-8").name
    errors = "surrogateescape" if "16" not in codec and "32" not in codec else "strict"
    table.encoding = codec
    lines = io.BufferedReader(rest)  # type: ignore[type-var]
    return iter(io.TextIOWrapper(lines, encoding=codec, errors=errors, newline=""))


class _Rest(io.RawIOBase):
    """What is left of a file of which the start has been read."""

    def __init__(self, start: bytes, content: BinaryIO) -> None:
        self._start = start
        self._content = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._start or self._content.read(len(buffer))
        taken, self._start = data[: len(buffer)], data[len(buffer) :] if self._start else b""
        buffer[: len(taken)] = taken
        return len(taken)


def _header_lines(text: Iterator[str], table: Table) -> list[str]:
    """Return the first lines, up to where the header's quotation marks are all closed."""
    head: list[str] = []
    length = quotes = 0
    named = False
    for line in text:
        head.append(line)
        if len(head) == 1 and _told_delimiter(head):
            continue
        length += len(line)
        quotes += line.count('"')
        named = named or bool(line.strip(' \t,;|\r\n"'))
        if named and quotes % 2 == 0:
            break
        if length > _HEADER_MOST:
            table.fault("csv-syntax", "the header does not end; is this CSV?", 1, 1)
            raise _StopError
    return head


def _told_delimiter(head: list[str]) -> str:
    """Return the delimiter that a first line `sep=;` tells, as Excel has it, or ""."""
    told = re.fullmatch(r'"?sep=(.)"?', head[0].strip("\r\n"), flags=re.IGNORECASE) if head else None
    return told[1] if told else ""


def _fitness(head: list[str], delimiter: str, fits: Callable[[list[str]], int]) -> tuple[int, int]:
    try:
        header = next((row for row in csv.reader(head, delimiter=delimiter) if any(row)), [])
    except csv.Error:
        return 0, 0
    return fits([name.strip() for name in header]), max(1, len(header))


def _records(lines: Iterator[str], table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows as they stand, with their numbers. Whatever CSV does not allow ends the reading."""
    before = csv.field_size_limit(_CELL_MOST)
    number = 0
    reader = csv.reader(lines, delimiter=table.delimiter, strict=True)
    try:
        while True:
            try:
                cells = next(reader, None)
            except UnicodeError as error:
                table.fault("not-utf8", f"the text breaks off here: {error.args[-1]}; {_BROUGHT}", number + 1, 1)
                return
            except csv.Error as error:
                table.fault("csv-syntax", f"this row is not CSV: {_why(error)}", number + 1, 1)
                return
            if cells is None:
                return
            number += 1
            yield number, cells
    finally:
        csv.field_size_limit(before)


def _why(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end" in said:
        return "a quotation mark opens here and is closed nowhere; double it, or close it"
    if "expected after" in said:
        return "text follows a closing quotation mark; a mark inside a quoted cell is written twice"
    if "new-line" in said:
        return 'a lone carriage return outside quotation marks; save it again, with the line ends of "Windows"'
    return said


def _rows(records: Iterator[tuple[int, list[str]]], table: Table) -> Iterator[Row]:
    """Yield the rows that hold something, after their shape and their characters are looked at."""
    width = len(table.columns)
    for number, cells in records:
        if not any(map(str.strip, cells)):
            continue
        if not _readable(table, number, cells):
            return
        if len(cells) > width:
            if any(map(str.strip, cells[width:])):
                message = (
                    f"the row has {len(cells)} cells, the header {width}: what begins with `{_short(cells[width])}` "
                    "stands in no column; quote the cell that holds the delimiter"
                )
                table.fault("ragged-row", message, number, width + 1)
                continue
            del cells[width:]
        if _CUT in map(len, cells):
            column = list(map(len, cells)).index(_CUT) + 1
            message = f"the cell has just as many characters as a spreadsheet holds ({_CUT:,}): the rest is cut"
            table.fault("cut-cell", message, number, column, Severity.WARNING)
        cells.extend([""] * (width - len(cells)))
        yield Row(number, cells)


def _readable(table: Table, number: int, cells: list[str]) -> bool:
    """Note characters that no text has, and return whether it makes sense to read on."""
    if all(map(str.isascii, cells)) and "\x00" not in "".join(cells):
        return True
    for column, cell in enumerate(cells, 1):
        found = _UNFIT.search(cell)
        if found and found[0] == "\x00":
            table.fault("bad-character", "a NUL character, which no text has; remove it", number, column)
            cells[column - 1] = cell.replace("\x00", "\N{REPLACEMENT CHARACTER}")
        elif found:
            message = (
                f"byte 0x{ord(found[0]) & 0xFF:02x} is not {table.encoding} text; {_BROUGHT}, or say what it is in "
                "(`--encoding windows-1252`): nothing is guessed, since a wrong guess spoils names"
            )
            table.fault("not-utf8", message, number, column)
            return False
    return True


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004
