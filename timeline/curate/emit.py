r"""Data files as YAML text, in the one layout that all who write them share.

A tree of `Scalar`, `Listing` and `Mapping` goes in, lines come out. `record` and `declaration` make a tree of plain
values, with the fields in their usual order: what `timeline add` and `timeline import` write, and what `timeline fmt`
makes of what was written by hand.

    >>> print("\n".join(record({"says": "Freed.", "event": "release", "source": "herald", "paragraph": "3"})))
      - event: release
        source: herald
        paragraph: 3
        says: Freed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

from timeline.curate.scalars import on_lines, on_one_line
from timeline.records import RELATIONS

WIDTH = 120
"""How many columns a line takes at most, where what stands on it can be broken."""

SECTIONS = ("sources", "people", "places", "kinds", "events", "records")
FIELDS = (
    *("event", "source", "paragraph", "date", "end", "upcoming", "lasts", *RELATIONS),
    *("according_to", "stance", "certainty", "people", "place", "quote", "says", "facts"),
    *("contradicts", "rank", "rank_reason"),  # of a record
    *("claim", "tension", "reason"),  # of what a record holds
    *("publisher", "name", "title", "published", "language", "file", "sha256", "derives_from"),
    *("also", "type", "role", "within", "by", "kind", "theme", "instant"),  # of a declaration
    *("note", "withhold"),
)
"""The fields of records and declarations, in the order in which they are written."""
_ORDER = {name: number for number, name in enumerate(FIELDS)}

_TYPED = frozenset(("paragraph", "upcoming", "instant", "tension", "withhold"))
_LONGEST_COUNT = 10
FACT = "a fact"
"""Stands for the field of which a fact is the value, whatever its name."""
_LONGEST_SIMPLE_KEY = 900  # YAML: 1,024 characters, escapes and all; beyond, `?` must stand before a key

Value: TypeAlias = "str | Iterable[Value] | Mapping[str, Value]"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `typed`, if a number or a truth value is meant.

    An empty one that is `bare` stands as nothing, with the comments `below` in its place.
    """

    text: str
    typed: bool = False
    bare: bool = False
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in its place: under a key, or in a list. `above` and `beside` are comments; "" in `above` is a gap."""

    value: Node
    key: str | None = None
    above: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping, or a list if `listing`. `flow`: on one line, if it fits. `below` are comments after the last entry."""

    entries: tuple[Entry, ...] = ()
    listing: bool = False
    flow: bool = False
    below: tuple[str, ...] = ()


Node: TypeAlias = Scalar | Group


def record(fields: Mapping[str, Value], *, dash: int = 2) -> list[str]:
    """Return a record as the lines of a list's entry, whose dash stands after `dash` spaces; nothing empty."""
    group = Group((Entry(node(given(fields))),), listing=True)
    return lines(group, dash)


def declaration(identifier: str, fields: Mapping[str, Value], *, flow: bool = True, indent: int = 2) -> list[str]:
    """Return the lines of what an id stands for in its section; with `flow` on one line, if it fits."""
    group = cast("Group", node(given(fields)))
    return lines(Group((Entry(replace(group, flow=flow), identifier),)), indent)


def given(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields that hold something, in their usual order; unknown ones come last."""
    held = {name: value if isinstance(value, str | Mapping) else list(value) for name, value in fields.items()}
    return {name: held[name] for name in sorted(held, key=usual_place) if held[name]}


def usual_place(field: str) -> int:
    """Return where a field stands among the others."""
    return _ORDER.get(field, len(_ORDER))


def node(value: Value, field: str = "") -> Node:
    """Return the tree of a plain value; `field` is the one that holds it."""
    if isinstance(value, str):
        return Scalar(value, typed=is_typed(value, field))
    if isinstance(value, Mapping):
        entries = tuple(Entry(node(one, FACT if field == "facts" else key), key) for key, one in value.items())
        return Group(entries, flow=in_line(field))
    return Group(tuple(Entry(node(one, field)) for one in value), listing=True, flow=in_line(field))


def is_typed(text: str, field: str) -> bool:
    """Whether a text in a field is a number or a truth value to everyone, and so may stand plain."""
    return field in _TYPED or (field == FACT and len(text) < _LONGEST_COUNT and text.isdecimal() and text[:1] != "0")


def in_line(field: str) -> bool:
    """Whether a list or a mapping in a field stands on one line where it fits."""
    return bool(field) and field != "contradicts"


def lines(group: Group, indent: int, *, gaps: bool = False) -> list[str]:
    """Return a group as the lines of a block. `gaps`: keep one blank line where the comments have a gap."""
    written: list[str] = []
    for entry in group.entries:
        written += _comments(entry.above, indent, gaps=gaps)
        written += _item(entry, indent) if group.listing else _field(entry, indent)
    return written + _comments(group.below, indent, gaps=gaps)


def _comments(comments: Iterable[str], indent: int, *, gaps: bool) -> list[str]:
    return [" " * indent + comment if comment else "" for comment in comments if comment or gaps] if comments else []


def _item(entry: Entry, indent: int) -> list[str]:
    """Return an entry of a list, from its dash on."""
    line = _one_line(entry.value, indent + 2) if isinstance(entry.value, Group) else ""
    if isinstance(entry.value, Group) and not line:
        inner = lines(entry.value, indent + 2)
        first = next(number for number, text in enumerate(inner) if not text.lstrip().startswith("#"))
        above = _comments([entry.beside, *(text.lstrip() for text in inner[:first])], indent, gaps=False)
        return [*above, " " * indent + "- " + inner[first][indent + 2 :], *inner[first + 1 :]]
    return _placed(entry, " " * indent + "-", indent, line)


def _field(entry: Entry, indent: int) -> list[str]:
    """Return an entry of a mapping, from its key on."""
    name = entry.key or ""
    key = on_one_line(name)
    head = " " * indent + key + ":"
    before: list[str] = []
    if len(key) > _LONGEST_SIMPLE_KEY:
        before, head = [" " * indent + "? " + key], " " * indent + ":"
    line = _one_line(entry.value, len(head) + 1) if isinstance(entry.value, Group) else ""
    if isinstance(entry.value, Group) and not line:
        return [*before, head + _beside(entry.beside), *lines(entry.value, indent + 2)]
    return before + _placed(entry, head, indent, line)


def _placed(entry: Entry, head: str, indent: int, group: str) -> list[str]:
    """Return what fits behind its head: a `group` on one line, or a text, which may go on below."""
    if isinstance(entry.value, Group):
        return [f"{head} {group}{_beside(entry.beside)}"]
    text = entry.value.text
    if entry.value.bare:
        return [head + _beside(entry.beside), *_comments(entry.value.below, indent + 2, gaps=False)]
    line = on_one_line(text, typed=entry.value.typed)
    if "\n" in text or len(head) + 1 + len(line) > WIDTH:
        block = on_lines(text, WIDTH - indent - 2)
        if block and (len(block) > 2 or "\n" in text or len(line) > WIDTH - indent - 2):  # noqa: PLR2004
            return [f"{head} {block[0]}{_beside(entry.beside)}", *(_indented(part, indent + 2) for part in block[1:])]
    return [f"{head} {line}{_beside(entry.beside)}"]


def _indented(text: str, indent: int) -> str:
    return " " * indent + text if text else ""


def _beside(comment: str) -> str:
    return f"  {comment}" if comment else ""


def _one_line(group: Group, column: int) -> str:
    """Return a group in brackets if it is to stand so and ends before the margin, else ""; an empty one must."""
    if not group.entries:
        return "[]" if group.listing else "{}"
    if not group.flow:
        return ""
    text = in_brackets(group)
    return text if text and column + len(text) <= WIDTH else ""


def in_brackets(group: Group, *, any_text: bool = False) -> str:
    """Return a group in brackets or braces, however long; "" where a comment, a key or a text does not allow it.

    With `any_text` a text of several lines is put on one, in quotes, its line ends escaped.
    """
    if group.below:
        return ""
    parts = []
    for entry in group.entries:
        if entry.above or entry.beside:
            return ""
        if isinstance(entry.value, Scalar):
            if "\n" in entry.value.text and not any_text:
                return ""
            value = on_one_line(entry.value.text, flow=True, typed=entry.value.typed)
        else:
            value = (
                in_brackets(entry.value, any_text=any_text)
                if entry.value.entries
                else "[]"
                if entry.value.listing
                else "{}"
            )
        key = "" if entry.key is None else on_one_line(entry.key, flow=True) + ": "
        if not value or len(key) > _LONGEST_SIMPLE_KEY:
            return ""
        parts.append(key + value)
    inner = ", ".join(parts)
    return f"[{inner}]" if group.listing else f"{{{inner}}}"
