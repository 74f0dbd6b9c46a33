"""Plain values out of PyYAML's events, for any YAML there is; it knows what is wrong with a file, and where.

Built on PyYAML's C event stream, about eight times as fast as its safe loader, with a builder that guesses no
types (`no`, `12:30` and `2019-03-10` stay what was typed), refuses a key given twice, tags and keys that are not
text, and bounds depth and aliases, so that a hostile file costs no more than its own size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from timeline.plain_yaml.parsed import NotPlainError, Parsed, Positions
from timeline.problems import Location, Pointer, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 32
MAX_ALIASED_VALUES = 100_000

_SCALAR = yaml.ScalarEvent
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


class _RefusedError(Exception):
    """The rest of the file is not read; its one argument is the problem."""


def parse(text: str, file: str) -> Parsed:
    """Parse the text of a data file; `file` is its name for problems."""
    return _run(_Builder(file, None), text)


def positions(text: str, file: str) -> Positions:
    """Parse a text for where everything in it stands, as far as it can be parsed."""
    found = Positions({}, {})
    _run(_Builder(file, found), text)
    return found


def part(text: str) -> object:
    """Return what a part of a file holds. Raises NotPlainError if anything is wrong with it, or refers to another."""
    builder = _Builder("", None)
    try:
        value = builder.document(events(text))
    except (_RefusedError, yaml.YAMLError):
        raise NotPlainError from None
    if builder.problems or builder.has_anchors:
        raise NotPlainError
    return value


def _run(builder: _Builder, text: str) -> Parsed:
    try:
        value = builder.document(events(text))
    except _RefusedError as refused:
        problem: Problem = refused.args[0]
        return Parsed(None, (*builder.problems, problem))
    except yaml.MarkedYAMLError as error:
        # The context is where the construct began, the problem is where it broke: past the end, if it never closed.
        what = " ".join(part for part in (error.context, error.problem) if part)
        mark = error.problem_mark
        if error.context_mark and (mark is None or mark.line >= len(text.splitlines())):
            mark = error.context_mark
        remedy = _remedy(text, mark, what)
        return Parsed(None, (*builder.problems, builder.problem("yaml-syntax", f"not YAML here: {what}{remedy}", mark)))
    except yaml.YAMLError:
        return Parsed(None, (*builder.problems, _unreadable_character(text, builder.file)))
    return Parsed(value, tuple(builder.problems), tuple(builder.dropped))


def _remedy(text: str, mark: Any, what: str) -> str:
    """Return what to do about the two commonest slips, "" if it is another."""
    line = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "; a line is indented by spaces, not by tabs"
    if "mapping values are not allowed" in what:
        return "; if `: ` is part of a text, put the whole text in quotes"
    if "expected ',' or '}'" in what and line[mark.column : mark.column + 1] == ":":
        return "; if `: ` or `, ` is part of a text, put the whole text in quotes"
    return ""


def events(text: str) -> Iterator[Any]:
    """Yield PyYAML's events, from libyaml where PyYAML was built with it."""
    if not yaml.__with_libyaml__:
        return yaml.parse(text, Loader=yaml.SafeLoader)
    # Asked directly: `yaml.parse` looks ahead once more for every event, which takes half as long again.
    return iter(yaml.CSafeLoader(text).get_event, None)


def _unreadable_character(text: str, file: str) -> Problem:
    """PyYAML's reader knows only how far it came, by characters or bytes; find the character ourselves."""
    message = "a character that YAML does not allow; remove it"
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if not (character.isprintable() or character in "\t\r\x85\xa0\u2028\u2029" or character.isspace()):
                message = f"the character U+{ord(character):04X} is not allowed in YAML; remove it"
                location = Location(file, number, column)
                return Problem("yaml-syntax", message, Pointer(file), location=location)
    return Problem("yaml-syntax", message, Pointer(file), location=Location(file))


class _Builder:
    """Builds one document out of events; with `found`, also notes where everything stands."""

    def __init__(self, file: str, found: Positions | None) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.dropped: list[tuple[str, object]] = []
        self._found = found
        self._path: list[str | int] = []
        self._anchors: dict[str, tuple[object, int]] = {}
        self._values = 0  # how many values so far, each alias counted as all it stands for
        self._aliased = 0

    @property
    def has_anchors(self) -> bool:
        """Whether values were marked for aliases to stand for."""
        return bool(self._anchors)

    def problem(self, code: str, message: str, mark: Any) -> Problem:
        # PyYAML's marks count lines and columns from 0.
        location = Location(self.file, mark.line + 1, mark.column + 1) if mark else Location(self.file)
        return Problem(code, message, Pointer(self.file), location=location)

    def document(self, events: Iterator[Any]) -> object:
        value: object = None
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = "a second document (`---`); a data file holds one, put the other in its own file"
                    raise _RefusedError(self.problem("yaml-documents", message, event.start_mark))
            elif kind is yaml.StreamEndEvent:
                break
            elif kind not in (yaml.StreamStartEvent, yaml.DocumentEndEvent):
                value = self._value(event, events, 0)
        return value

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> object:
        self._values += 1
        if self._found is not None:
            mark = event.start_mark
            self._found.values[tuple(self._path)] = (mark.line + 1, mark.column + 1)
        kind = type(event)
        if kind is _SCALAR and event.tag is None and event.anchor is None:
            return event.value  # nearly every value, so told apart first
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.tag is not None:
            self._refuse_tag(event)
        before = self._values
        if kind is _SCALAR:
            value: object = event.value
        elif depth >= MAX_DEPTH:
            message = f"values nested more than {MAX_DEPTH} deep"
            raise _RefusedError(self.problem("yaml-depth", message, event.start_mark))
        elif kind is yaml.MappingStartEvent:
            value = self._mapping(events, depth)
        else:
            value = self._sequence(events, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, self._values - before + 1)
        return value

    def _mapping(self, events: Iterator[Any], depth: int) -> dict[str, object]:
        mapping: dict[str, object] = {}
        noting = self._found is not None
        for event in events:
            if type(event) is not _SCALAR:
                if type(event) is yaml.MappingEndEvent:
                    return mapping
                message = "a key must be plain text"
                raise _RefusedError(self.problem("yaml-key", message, event.start_mark))
            key: str = event.value
            inner = next(events)
            if noting:
                value = self._noted(key, event, inner, events, depth)
            elif type(inner) is _SCALAR and inner.tag is None and inner.anchor is None:
                self._values += 1
                value = inner.value  # nearly every value, so told apart first
            else:
                value = self._value(inner, events, depth + 1)
            if key in mapping:
                message = f"`{key}` is given twice here; keep one of the two"
                self.problems.append(self.problem("duplicate-key", message, event.start_mark))
                self.dropped.append((key, value))
                if key == "withhold":  # neither of the two counts, which leaves it in doubt
                    mapping[key] = [mapping[key], value]
            else:
                mapping[key] = value
        return mapping

    def _noted(self, key: str, event: Any, inner: Any, events: Iterator[Any], depth: int) -> object:
        """Build the value of a key, and note where both stand."""
        self._path.append(key)
        if self._found is not None:
            mark = event.start_mark
            self._found.keys[tuple(self._path)] = (mark.line + 1, mark.column + 1)
        value = self._value(inner, events, depth + 1)
        self._path.pop()
        return value

    def _sequence(self, events: Iterator[Any], depth: int) -> list[object]:
        sequence: list[object] = []
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                break
            if self._found is not None:
                self._path.append(len(sequence))
            sequence.append(self._value(event, events, depth + 1))
            if self._found is not None:
                self._path.pop()
        return sequence

    def _alias(self, event: Any) -> object:
        if event.anchor not in self._anchors:
            message = f"`*{event.anchor}` stands for nothing: no `&{event.anchor}` is complete before it"
            raise _RefusedError(self.problem("yaml-alias", message, event.start_mark))
        value, size = self._anchors[event.anchor]
        self._values += size
        self._aliased += size
        if self._aliased > MAX_ALIASED_VALUES:
            message = f"aliases stand for more than {MAX_ALIASED_VALUES:,} values; write them out"
            raise _RefusedError(self.problem("yaml-alias", message, event.start_mark))
        return _copied(value)

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in _TEXT_TAGS:
            message = f"the tag `{event.tag}`; tags have no use here, every value is text"
            self.problems.append(self.problem("yaml-tag", message, event.start_mark))


def _copied(value: object) -> object:
    """Return a value that shares nothing with the one that is given, so that nobody who changes one changes both."""
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value
