"""What became of the conflicts: opened, settled, reopened, resolved by other evidence, or of other claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.changes.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Conflict, Timeline


def conflict_changes(old: Timeline, new: Timeline) -> Iterator[Change]:
    """Yield what became of each conflict; a conflict is known by its id."""
    before, after = ({conflict.id: conflict for conflict in one.conflicts} for one in (old, new))
    for one, conflict in after.items():
        was = before.get(one)
        what = _newly(conflict) if was is None else _now(was, conflict)
        if what:
            yield Change("conflict", what, one, conflict.message)
        elif was is not None and was.message != conflict.message:
            yield Change("conflict", "changed", one, conflict.message, (f"before: {was.message}",))
    for one, conflict in before.items():
        if one not in after:
            what = "no longer side by side" if conflict.is_tension else "gone"
            yield Change("conflict", what, one, conflict.message)


def _newly(conflict: Conflict) -> str:
    return "to be read side by side" if conflict.is_tension else "found settled" if conflict.settled else "opened"


def _now(before: Conflict, after: Conflict) -> str:
    if before.settled == after.settled:
        return ""
    return "settled" if after.settled else "reopened"
