"""What became of the documents, people, places and kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.changes.change import Change, differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model import Source, Timeline

_FIELDS = {
    "person": ("name", "also", "type", "role", "note"),
    "place": ("name", "also", "within", "note"),
    "kind": ("title", "theme"),
    "source": ("publisher", "title", "file", "sha256", "derives_from", "language", "note"),
}


def declaration_changes(old: Timeline, new: Timeline) -> Iterator[Change]:
    """Yield what was added, removed or changed of what events and claims name."""
    yield from _changes("source", old.sources, new.sources)
    yield from _changes("person", old.people, new.people)
    yield from _changes("place", old.places, new.places)
    yield from _changes("kind", old.kinds, new.kinds)


def _changes(section: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    before, after = ({each.id: each for each in declared} for declared in (old, new))
    for one, declared in after.items():
        if one not in before:
            yield Change(section, "added", one, _named(declared))
            continue
        details = differing(before[one], declared, _FIELDS[section])
        if section == "source":
            details = (*_published(before[one], declared), *details)
        if details:
            yield Change(section, "changed", one, _named(declared), details)
    for one, declared in before.items():
        if one not in after:
            yield Change(section, "removed", one, _named(declared))


def _named(declared: Any) -> str:
    if hasattr(declared, "publisher"):
        return f"{declared.publisher}, “{declared.title}”"
    return str(getattr(declared, "name", "") or declared.title)


def _published(before: Source, after: Source) -> Iterator[str]:
    was, now = (source.published.edtf if source.published else "no day" for source in (before, after))
    if was != now:
        yield f"published: {was} → {now}"
