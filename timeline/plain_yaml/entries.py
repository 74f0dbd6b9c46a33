"""The lines of an entry of a data file, where they are plainly written; see `timeline.plain_yaml.quick`.

Most lines are a key that stood in the same column before and a plain text: those are told by two look-ups. No line is
taken in that PyYAML might read in another way, or would object to: such an entry raises NotPlainError.
"""

from __future__ import annotations

import re
from itertools import islice, repeat
from operator import itemgetter
from sys import intern

from timeline.plain_yaml.closed import NAME, Names, closed_readers, plain_key, plain_name
from timeline.plain_yaml.parsed import NotPlainError

DEEPEST_COLUMN = 16
"""Beyond this nothing is plain: with a level a column and a few of brackets, less deep than PyYAML is held to."""
_MOST_NAMES = 500

# None of these goes back over what it took: each character can be taken in one way only, or there is a bound.
_COMMENT = re.compile(r" *+#").match
_KEY = re.compile(rf"( *+)(?:({NAME})|\"([^\"\\]{{0,200}}+)\"|'([^']{{0,200}}+)'):(?= |\Z)").match
_NEVER_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_BLOCKS = frozenset((">-", ">", "|-", "|"))


def is_flat(text: str) -> bool:
    """Whether a text has no comments, no white space at the ends of its lines, and something behind each colon."""
    return " #" not in text and " \n" not in text and ":\n" not in text


class EntryReader:
    """Reads entries, of one file after another or many: it remembers which keys it met in which column."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._columns: list[dict[str, str]] = [{} for _ in range(DEEPEST_COLUMN + 1)]
        self._names = Names()
        self._closed = closed_readers(self._names)

    def flat_list(self, text: str, column: int) -> list[dict[str, object]] | None:
        """Return the mappings that are entries of a list, whose dashes stand in a column; None if one is not flat.

        `text` is as `is_flat` has it, but for the first dash and the last line end.
        """
        dash, pad = "\n" + " " * column + "- ", "\n" + " " * (column + 2)
        keys, values = self._flat_lines(text, text.replace(dash, pad).split(pad))
        try:
            fields = zip(map(self._names.__getitem__, keys), values, strict=True)
            sizes = [entry.count(pad) + 1 for entry in text.split(dash)] if values else ()
            found = [dict(islice(fields, size)) for size in sizes]
        except NotPlainError:
            return None
        return found if values and sum(map(len, found)) == len(values) else None

    def flat(self, text: str, column: int, *, ids: bool = False) -> dict[str, object] | None:
        """Return the mapping that stands in a column, if it is flat, else None.

        `text` is as `is_flat` has it, but for the white space before its first key and its last line end. `ids`: its
        keys will not come again.
        """
        keys, values = self._flat_lines(text, text.split("\n" + " " * column))
        try:
            names = map(plain_name if ids else self._names.__getitem__, keys)
            found = dict(zip(names, values, strict=True))
        except NotPlainError:
            return None
        return found if values and len(found) == len(values) else None

    def _flat_lines(self, text: str, lines: list[str]) -> tuple[tuple[str, ...], list[object]]:
        """Return what stands before and behind the colons of the lines of a flat text; nothing, if it is none."""
        keys, _, texts = zip(*map(str.partition, lines, repeat(": ")), strict=True)
        if "" in texts or text.count("\n") != len(lines) - 1:
            return (), []
        values: list[object] = list(texts)
        colons = len(lines)
        firsts = "".join(map(itemgetter(0), texts))
        try:
            for first in _NEVER_FIRST.intersection(firsts):
                at = [found.start() for found in re.finditer(re.escape(first), firsts)]
                odd = [texts[place] for place in at]
                colons += "\n".join(odd).count(": ")
                for place, value in zip(at, self._closed[first](odd), strict=True):
                    values[place] = value
        except (NotPlainError, KeyError):
            return (), []
        return (keys, values) if text.count(": ") == colons else ((), [])

    def declaration(self, text: str, column: int) -> dict[str, object]:
        """Return the block mapping of one key that whole lines are; the key stands in a column."""
        key, _, fields = text.partition(":\n")
        if fields.startswith(" " * (column + 2)) and is_flat(fields) and plain_key(key, column):
            found = self.flat(fields[column + 2 : -1], column + 2)
            if found is not None:
                return {key[column:]: found}
        return self.entry(text, column)

    def entry(self, text: str, column: int) -> dict[str, object]:
        """Return the block mapping that whole lines are, whose keys stand after so many spaces."""
        self._lines = lines = text.split("\n")
        if lines.pop():
            raise NotPlainError  # a last line without an end
        found, at = self._mapping(0, column)
        if at != len(lines) or not found:
            raise NotPlainError
        return found

    def _mapping(self, at: int, column: int) -> tuple[dict[str, object], int]:
        """Return the mapping that stands from a line on, and the line after it."""
        if column > DEEPEST_COLUMN:
            raise NotPlainError
        found: dict[str, object] = {}
        lines, names = self._lines, self._columns[column]
        end = len(lines)
        while at < end:
            before, _, text = lines[at].partition(": ")
            name, value = names.get(before), text or None
            at += 1
            if name is None or value is None:
                line = lines[at - 1]
                if not line or _COMMENT(line):
                    continue
                if _column(line) < column:
                    return found, at - 1
                name, value = self._key(line, column)
            if name in found:
                raise NotPlainError
            if value is None:
                found[name], at = self._below(at, column)
            elif value[:1].isalnum() and ": " not in value and " #" not in value and value[-1] not in ": ":
                found[name] = value  # nearly every value, so told apart first
            else:
                found[name], at = self._value(value, at, column)
        return found, at

    def _key(self, line: str, column: int) -> tuple[str, str | None]:
        """Return the key that a line begins with in a column, and what stands behind it, if anything does."""
        key = _KEY(line)
        if key is None or key.end(1) != column:
            raise NotPlainError
        name = intern(key[2] or key[3] or key[4] or "")
        if key.end() == len(line):
            return name, None
        names = self._columns[column]
        if len(names) < _MOST_NAMES:
            names[line[: key.end() - 1]] = name
        return name, line[key.end() + 1 :]

    def _below(self, at: int, column: int) -> tuple[object, int]:
        """Return what stands below a key that nothing stands behind, and the line after it."""
        lines = self._lines
        while at < len(lines) and (not lines[at] or _COMMENT(lines[at])):
            at += 1
        if at < len(lines):
            line = lines[at]
            inner = _column(line)
            if line.startswith("- ", inner) and inner >= column:
                return self._list(at, inner)
            if inner > column:
                return self._mapping(at, inner)
        return "", at

    def _list(self, at: int, column: int) -> tuple[list[object], int]:
        """Return the list that stands from a line on, whose dashes stand after so many spaces, and the line after."""
        lines = self._lines
        found: list[object] = []
        inner = column + 2
        dash = " " * column + "- "
        while at < len(lines):
            line = lines[at]
            if line.startswith(dash):
                text = line[inner:]
                key = _KEY(text)
                if key is None:
                    value, at = self._value(text, at + 1, column)
                elif key[1]:
                    raise NotPlainError
                else:
                    lines[at] = " " * inner + text
                    value, at = self._mapping(at, inner)
                found.append(value)
            elif not line or _COMMENT(line):
                at += 1
            elif _column(line) > column:
                raise NotPlainError
            else:
                break
        return found, at

    def _value(self, value: str, at: int, column: int) -> tuple[object, int]:
        """Return what stands behind a key or a dash in a column, and the line after it; `at` is the one below."""
        value = value.strip(" ")
        first = value[:1]
        if first in self._closed:
            return self._closed[first]([value])[0], at
        if value in _BLOCKS:
            return self._block(value, at, column)
        if " #" in value:
            value = value[: value.index(" #")].rstrip(" ")
        if not value or (first in _NEVER_FIRST and not (first == "-" and value[1:2].isalnum())):
            raise NotPlainError
        if ": " in value or value[-1] == ":":
            raise NotPlainError
        return value, at

    def _block(self, header: str, at: int, column: int) -> tuple[str, int]:
        """Return the text of a block below its header, and the line after it."""
        lines = self._lines
        inner = _column(lines[at]) if at < len(lines) else 0
        if inner <= column or inner == len(lines[at]):
            raise NotPlainError
        begin, margin = at, " " * inner
        while at < len(lines) and (lines[at].startswith(margin) or not lines[at]):
            at += 1
        if at < len(lines) and _column(lines[at]) > column:
            raise NotPlainError
        body = [line[inner:] for line in lines[begin:at]]
        while not body[-1]:
            body.pop()
        folded = header[0] == ">"
        if any(line[-1:] == " " or (folded and line[:1] in ("", " ")) for line in body):
            raise NotPlainError
        text = (" " if folded else "\n").join(body)
        return (text if header[1:] else text + "\n"), at


def _column(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
