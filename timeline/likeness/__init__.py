"""What looks alike and may be the same: events, accounts, people, disputes. Suggested, with reasons; never merged.

Likeness is not identity: two fines for the same offence a year apart are two events. What a curator has said to be
two (a relation between events, people named side by side in one record, a contradiction) is not suggested.

Candidates come from shared keys, of which a common one counts only together with another (`blocking`), so that the
work grows nearly linearly with the number of records; then each pair is weighed by all that is known of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.likeness.accounts import alike_accounts
from timeline.likeness.disputes import alike_disputes
from timeline.likeness.events import alike_events
from timeline.likeness.people import alike_people
from timeline.likeness.suggestion import Suggestion, ranked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.model import Timeline

__all__ = ["SORTS", "Suggestion", "suggestions"]

SORTS: dict[str, Callable[[Timeline], Iterator[Suggestion]]] = {
    "events": alike_events,
    "accounts": alike_accounts,
    "people": alike_people,
    "conflicts": alike_disputes,
}
"""What is suggested, by the word that a command calls it by."""


def suggestions(timeline: Timeline, sorts: tuple[str, ...] = ()) -> list[Suggestion]:
    """Return what looks alike, the likest first, of the sorts named or of all."""
    return ranked(one for name, find in SORTS.items() if not sorts or name in sorts for one in find(timeline))
