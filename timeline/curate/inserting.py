"""Putting a record, a declaration or a field into a data file: every other byte of it stays as it was.

Text is put in at a place found by where the values stand, and the result is read back: it must hold just what the file
held and what was to be added, else another place is tried. So no comment and no peculiarity of the file is lost.
"""

from __future__ import annotations

import copy
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

from timeline.curate import emit
from timeline.curate.outline import Part, Place, outline
from timeline.curate.scalars import on_one_line
from timeline.plain_yaml import parse

_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r)?")
_INDENTATION = re.compile(r"[ \t]*")


class CannotInsertError(Exception):
    """There is no place in the file where this can be put; the message says why, and what to do."""


class Addition(NamedTuple):
    """What is to be put into a file: a record, or what an id of a section stands for, or one `field` of that."""

    section: str
    fields: Mapping[str, Any]
    identifier: str = ""
    field: str = ""


def inserted(content: bytes, additions: Sequence[Addition], file: str) -> bytes:
    """Return a data file with additions. `content` must be sound YAML; raises CannotInsertError."""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    text = content[len(mark) :].decode("utf-8")
    for addition in additions:
        text = _with(text, addition, file)
    return mark + text.encode("utf-8")


def _with(text: str, addition: Addition, file: str) -> str:
    before = parse(text.encode(), file)
    if before.problems:
        message = f"{file} cannot be added to before it is mended: {before.problems[0].message}"
        raise CannotInsertError(message)
    wanted = _wanted(before.value, addition)
    for candidate, index in _candidates(text, addition):
        after = parse(candidate.encode(), file)
        if not after.problems and after.value == wanted(index):
            return candidate
    what = "a record" if addition.section == "records" else f"`{addition.field or addition.identifier}`"
    message = f"{file} is written in a way that leaves no place to put {what} under `{addition.section}`"
    message += "; lay it out with `timeline fmt` and try again"
    raise CannotInsertError(message)


def _wanted(value: object, addition: Addition) -> Callable[[int], object]:
    """Return what the file must hold afterwards, given the index of a record among the others."""

    def at(index: int) -> object:
        root: dict[str, Any] = copy.deepcopy(value) if isinstance(value, dict) else {}
        fields = _texts(emit.given(addition.fields))
        if addition.section == "records":
            held = root.get("records") or []
            root["records"] = [*held[:index], fields, *held[index:]]
        elif addition.field:
            root[addition.section][addition.identifier][addition.field] = addition.fields[addition.field]
        else:
            root[addition.section] = {**(root.get(addition.section) or {}), addition.identifier: fields}
        return root

    return at


def _texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _texts(one) for key, one in value.items()}
    return value if isinstance(value, str) else [_texts(one) for one in value]


def _candidates(text: str, addition: Addition) -> Iterator[tuple[str, int]]:
    """Yield texts with the addition at one place after another, and the index that a record has there."""
    root = outline(text).root
    if root is not None and root.flow:
        return
    section = next((place for place in root.places if place.key == addition.section), None) if root else None
    if addition.field:
        if section is not None:
            yield from _field(text, section.value, addition)
    elif section is None or root is None:
        yield _new_section(text, root, addition), 0
    elif section.value.flow:
        index = len(section.value.places)
        yield _in_brackets(text, section.value, index, addition), index
    elif section.value.text is not None:
        yield _on_lines(text, section.value.end, 0, _lines(addition, 2)), 0
    else:
        for index in dict.fromkeys((_after(section.value, addition), len(section.value.places))):
            last = section.value.places[index - 1].value.end
            lines = _lines(addition, section.value.column)
            yield _on_lines(text, last, section.value.column, lines), index
            yield _put(text, last, lines), index  # after a text that keeps the blank lines at its end


def _after(section: Part, addition: Addition) -> int:
    """Return how many records stand before a new one: it goes after the last of its event, else of its source."""
    if addition.section == "records":
        for field in ("event", "source"):
            for index, place in reversed(list(enumerate(section.places))):
                held = place.value.get(field) if place.value.text is None else None
                if held is not None and held.text == addition.fields.get(field):
                    return index + 1
    return len(section.places)


def _lines(addition: Addition, indent: int) -> list[str]:
    if addition.section == "records":
        return emit.record(addition.fields, dash=indent)
    flow = addition.section not in ("sources", "events")
    return emit.declaration(addition.identifier, addition.fields, flow=flow, indent=indent)


def _on_lines(text: str, end: int, column: int, lines: Sequence[str], *, gap: bool = False) -> str:
    """Put lines after the value that ends at `end`, and after the comments that are indented deeper than `column`."""
    at = _line_after(text, end)
    while True:
        line = _LINE.match(text, at)
        held = line[0] if line else ""
        depth = _INDENTATION.match(held)
        if not held.strip().startswith("#") or depth is None or len(depth[0]) <= column:
            break
        at += len(held)
    return _put(text, at, lines, gap=gap)


def _put(text: str, at: int, lines: Sequence[str], *, gap: bool = False) -> str:
    newline = "\r\n" if text.find("\r\n") == text.find("\n") - 1 >= 0 else "\n"
    before = text[:at] + (newline if at and text[at - 1] not in "\n\r" else "")
    return before + (newline if gap and before else "") + newline.join((*lines, "")) + text[at:]


def _line_after(text: str, end: int) -> int:
    """Return where the next line begins; a block of text ends at its last line, before the blank ones that follow."""
    if end and text[end - 1] in "\n\r":
        return len(text[:end].rstrip()) and cast("re.Match[str]", _LINE.match(text, len(text[:end].rstrip()))).end()
    return cast("re.Match[str]", _LINE.match(text, end)).end()


def _new_section(text: str, root: Part | None, addition: Addition) -> str:
    """Put a section after those that come before it, else at the end."""
    order = emit.SECTIONS
    lines = [f"{addition.section}:", *_lines(addition, 2)]
    known = [place for place in root.places if place.key in order] if root else []
    earlier = [place for place in known if order.index(place.key or "") < order.index(addition.section)]
    end = earlier[-1].value.end if earlier else root.end if root and root.places else len(text.rstrip())
    return _on_lines(text, end, 0, lines, gap=True)


def _in_brackets(text: str, part: Part, index: int, addition: Addition) -> str:
    """Put an entry into a list or a mapping in brackets."""
    key = None if addition.section == "records" else addition.identifier
    entry = emit.Entry(emit.node(emit.given(addition.fields)), key)
    inner = emit.in_brackets(emit.Group((entry,), listing=key is None), any_text=True)[1:-1]
    if not index:
        return text[: part.start + 1] + inner + text[part.start + 1 :]
    at = part.places[index - 1].value.end
    return f"{text[:at]}, {inner}{text[at:]}"


def _field(text: str, section: Part, addition: Addition) -> Iterator[tuple[str, int]]:
    """Put one field into a declaration, or another value in its place."""
    declared = section.get(addition.identifier)
    if declared is None or declared.text is not None or not declared.places:
        return
    value = addition.fields[addition.field]
    held = declared.get(addition.field)
    written = on_one_line(value, flow=declared.flow or section.flow)
    if held is not None:
        yield text[: held.start] + written + text[held.end :], 0
        return
    before = _before(declared.places, addition.field)
    if declared.flow:
        yield f"{text[: before.value.end]}, {addition.field}: {written}{text[before.value.end :]}", 0
    else:
        line = f"{' ' * declared.column}{addition.field}: {written}"
        yield _on_lines(text, before.value.end, declared.column, [line]), 0


def _before(places: Sequence[Place], field: str) -> Place:
    """Return the last field that usually stands before this one."""
    earlier = [place for place in places if emit.usual_place(place.key or "") < emit.usual_place(field)]
    return earlier[-1] if earlier else places[-1]
