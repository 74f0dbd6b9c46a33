"""What changed in meaning between two states of a corpus: events, dates, claims, conflicts, and what they name.

Layout, comments and the order of records mean nothing. Whatever differs is told: nothing is merged away because it
is small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.changes.change import Change
from timeline.changes.claims import Pairs, claim_changes, paired
from timeline.changes.conflicts import conflict_changes
from timeline.changes.declarations import declaration_changes
from timeline.changes.events import event_changes

if TYPE_CHECKING:
    from timeline.model import Timeline

__all__ = ["Change", "changes"]


def changes(old: Timeline, new: Timeline) -> tuple[Change, ...]:
    """Return every change from the old timeline to the new one, in the order of `Change.section` as here."""
    pairs: Pairs = paired(old, new)
    return (
        *event_changes(old, new, pairs),
        *claim_changes(pairs),
        *conflict_changes(old, new),
        *declaration_changes(old, new),
    )
