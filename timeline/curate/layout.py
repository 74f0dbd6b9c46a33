"""The canonical layout of a data file: what `timeline fmt` makes of one that was written by hand.

Sections come in their order, and so do the fields of a record or a declaration; ids, records and facts stay in theirs.
A declaration that was written on one line stays on one, if it fits; lists of ids or texts, relations and facts go on
one where they fit, everything else on lines of its own. A text stands plain where that is safe, else in quotes, and is
folded behind `>-` where it does not fit. One blank line stands between sections; between declarations, records and
comments there is one where there was one; within a record there is none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.curate.emit import FACT, SECTIONS, Entry, Group, Node, Scalar, in_line, is_typed, lines, usual_place
from timeline.curate.outline import Outline, Part, Place, outline
from timeline.plain_yaml import parse
from timeline.problems import Pointer, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

_HINT = "yaml-language-server:"


def formatted(content: bytes, file: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Return a data file in its canonical layout; None, and the problems that stand against it, if it cannot be.

    Line ends stay as the first one is. The result holds the same values and every comment, or there is none.
    """
    parsed = parse(content, file)
    if parsed.problems:
        return None, parsed.problems
    text = content.decode("utf-8-sig")
    before = outline(text)
    problem = _unfit(before, file)
    if problem:
        return None, (problem,)
    new = "\n".join((*document(before.root), "")) if before.root else ""
    if text.find("\r\n") == text.find("\n") - 1 >= 0:
        new = new.replace("\n", "\r\n")
    result = new.encode("utf-8")
    again = parse(result, file)
    if again != parsed or Counter(outline(new).comments) != Counter(before.comments):
        message = "its layout cannot be changed without changing what it says; it is left as it is"
        return None, (Problem("not-formatted", message, Pointer(file)),)
    return result, ()


def _unfit(found: Outline, file: str) -> Problem | None:
    """Return why a file has no canonical layout."""
    if found.anchors:
        message = (
            f"it has the anchor `&{found.anchors[0]}`, and what is written once for several has no canonical layout"
        )
        return Problem("anchor", message, Pointer(file))
    if found.root is None or found.root.text is not None or found.root.listing:
        message = "a data file is a mapping with `sources`, `people`, `places`, `kinds`, `events` and `records`"
        return Problem("not-a-mapping", message, Pointer(file))
    return None


def document(root: Part) -> list[str]:
    """Return the lines of a data file."""
    places = sorted(root.places, key=lambda place: _section(place.key))
    header: list[str] = []
    if root.places:
        header, root.places[0].above = _header(root.places[0].above)
    written = _trimmed(header)
    for place in places:
        if written:
            written.append("")
        entry = _entry(place, _value(place), gaps=True)
        written += _trimmed(entry.above)
        if isinstance(entry.value, Group) and entry.value.entries:
            beside = f"  {entry.beside}" if entry.beside else ""
            head = lines(Group((Entry(Scalar("", bare=True), place.key),)), 0)[0]
            written += [head + beside, *_trimmed(lines(entry.value, 2, gaps=True))]
        else:
            written += lines(Group((Entry(entry.value, entry.key, (), entry.beside),)), 0)
    below = _trimmed(root.below)
    return [*written, *([""] if written and below and root.below[0] == "" else []), *below]


def _section(key: str | None) -> int:
    return SECTIONS.index(key) if key in SECTIONS else len(SECTIONS)


def _header(above: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands above the first section into what is about the file and what is about the section."""
    end = max((number + 1 for number, comment in enumerate(above) if not comment), default=0)
    if not end and above and _HINT in above[0]:
        end = 1
    return above[:end], above[end:]


def _trimmed(comments: Iterable[str]) -> list[str]:
    """Leave one blank line where there are several, and none at either end."""
    kept: list[str] = []
    for comment in comments:
        if comment or (kept and kept[-1]):
            kept.append(comment)
    return kept[:-1] if kept and not kept[-1] else kept


def _value(section: Place) -> Node:
    """Return a section as a tree."""
    part = section.value
    if part.text is not None:
        return _node(part, "")
    entries = []
    for place in part.places:
        held = place.value
        if held.text is None and not held.listing:
            node: Node = _fields(held, flow=held.flow and not part.listing)
        else:
            node = _node(held, "")
        entries.append(_entry(place, node, gaps=True))
    return Group(tuple(entries), part.listing, below=tuple(part.below))


def _entry(place: Place, node: Node, *, gaps: bool = False) -> Entry:
    """Return an entry. What is said above the first field of a list's entry is said above the entry."""
    above = [comment for comment in place.above if comment or gaps] + place.beside[:-1]
    if place.key is None and isinstance(node, Group) and node.entries and node.entries[0].above:
        above += node.entries[0].above
        first = Entry(node.entries[0].value, node.entries[0].key, (), node.entries[0].beside)
        node = Group((first, *node.entries[1:]), node.listing, node.flow, node.below)
    if isinstance(node, Group) and not node.entries and node.below:  # nothing can stand between empty brackets
        above += node.below
        node = Group((), node.listing)
    return Entry(node, place.key, tuple(above), _beside(place))


def _fields(part: Part, *, flow: bool) -> Group:
    """Return a record, a declaration, or what a record holds, with its fields in their order."""
    entries = (_entry(place, _node(place.value, place.key or "")) for place in part.places)
    ordered = sorted(entries, key=lambda entry: usual_place(entry.key or ""))
    return Group(tuple(ordered), flow=flow, below=_below(part))


def _node(part: Part, field: str) -> Node:
    if part.text is not None:
        return Scalar(part.text, is_typed(part.text, field), bare=part.start == part.end, below=_below(part))
    flow = in_line(field)
    if part.listing or field == "facts":
        inner = field if part.listing else FACT
        entries = tuple(_entry(place, _node(place.value, inner)) for place in part.places)
        return Group(entries, part.listing, flow, _below(part))
    return _fields(part, flow=flow)


def _below(part: Part) -> tuple[str, ...]:
    return tuple(comment for comment in part.below if comment)


def _beside(place: Place) -> str:
    """Return the comment beside a value; of several, which stood on several of its lines, the last."""
    return place.beside[-1] if place.beside else ""
