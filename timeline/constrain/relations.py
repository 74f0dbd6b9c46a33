"""What a relation between two events says of their days.

A relation lets both events share a day, since days are the finest that is known: "after" is not sooner than the end of
the other. `within` is how long there is at most between the two, `by` how long there is: from the end of the one to the
start of the other for `after` and `before`, from start to start for `during` and `contains`, and for `overlaps` and
`overlapped_by` how long both go on together. `meets` ends on the day on which the other starts, or on the day before.
`same_day` is each of Allen's relations that keeps this event on days of the other: of two instants, that they share a
day, and nothing about which of them came first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.length import parse_length
from timeline.network import Constraint

if TYPE_CHECKING:
    from timeline.model import Relation
    from timeline.network import Label

_HELD = {
    "after": "Ts",
    "before": "tS",
    "during": "Ss tT",
    "contains": "sS Tt",
    "overlaps": "sS St tT",
    "overlapped_by": "Ss sT Tt",
    "starts": "sS Ss tT",
    "started_by": "sS Ss Tt",
    "finishes": "Ss tT Tt",
    "finished_by": "sS tT Tt",
    "meets": "tS St+",
    "met_by": "Ts sT+",
    "equals": "sS Ss tT Tt",
    "same_day": "Ss tT",
}
"""What each relation says: the first day is not later than the second, with + than the day after it.

s and t are the start and the end of the claim's own event, S and T those of the other.
"""

_GAP = {"after": "Ts", "before": "tS", "during": "Ss", "contains": "sS", "overlaps": "St", "overlapped_by": "sT"}
"""From which day to which `within` and `by` are counted."""

_DAYS = "stST"
_BOUND = {
    kind: tuple((_DAYS.index(one[1]), _DAYS.index(one[0]), len(one) - 2) for one in held.split())
    for kind, held in _HELD.items()
}
"""What each relation says as constraints: tail and head among `_DAYS`, and how many days there are at most."""

_OF_DAYS = "same_day"
"""A relation of days, which lets either be first in the course of them."""


def in_moments(kind: str, own: int, one: Constraint) -> bool:
    """Whether a constraint that a relation says holds in the course of a day too, and not of whole days alone.

    `own` is the node on which the claim's own event starts. "After" says that the other was over by then; "within less
    than a day" says no more than that both are on one day.
    """
    tail, head, most = one[:3]
    if most < 0:
        return True  # on an earlier day
    letters = ["st"[node - own] if own <= node <= own + 1 else "TS"[node % 2] for node in (head, tail)]
    return most == 0 and kind != _OF_DAYS and "".join(letters) in _HELD[kind].split()


def bound_by(relation: Relation, own: int, other: int, label: Label, language: str) -> list[Constraint]:
    """Return what a relation of the event that starts on one node to that which starts on another says, in order.

    `language` is what the lengths are stated in; one that cannot be read says nothing.
    """
    days = own, own + 1, other, other + 1
    found = [Constraint(days[tail], days[head], most, label) for tail, head, most in _BOUND[relation.kind]]
    if (relation.within or relation.by) and relation.kind in _GAP:
        first, last = (days[_DAYS.index(day)] for day in _GAP[relation.kind])
        for stated, is_least in ((relation.within, False), (relation.by, True)):
            length = parse_length(stated, language) if stated else None
            if length is not None and length.high is not None:
                found.append(Constraint(first, last, length.high, label))
            if length is not None and is_least:
                found.append(Constraint(last, first, -length.low, label))
    return found
