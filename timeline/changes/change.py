"""One change, and what a change can be."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """A change in meaning.

    `section` is "event", "date", "claim", "conflict", "source", "person", "place" or "kind"; `what` is the verb that
    belongs to it ("added", "merged", "narrowed", "withdrawn", "opened", …); `id` is that of the new state, or of the
    old one where the new has none; `title` says what it is; `details` are sentences.
    """

    section: str
    what: str
    id: str
    title: str
    details: tuple[str, ...] = ()


def differing(old: object, new: object, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return, a text each, which of the named fields differ and how."""
    return tuple(
        f"{name.replace('_', ' ')}: {_worded(before)} → {_worded(after)}"
        for name in names
        if (before := getattr(old, name)) != (after := getattr(new, name))
    )


def _worded(value: object) -> str:
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else f"“{value}”"
