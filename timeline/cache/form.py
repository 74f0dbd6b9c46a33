"""The form of an entry, on which whoever writes it and whoever reads it agree.

Parts: `head` (problems, what is withheld), `shapes` (how values are held as rows), `bounds` (of the dates of the
events) and `rare at` (which of them are not all), `by start` (the events whose dates are `LONG` days or less, by the
earliest day of these) and `long` (the others), `open` (which events an open conflict touches), `above` (in what each
place lies), the ids and the spellings of what is filtered by, and the ids of events, these and their titles folded as
well, in one text.

Tables: `entry` (an entry of a list, the conflicts that touch it, and which steps order it), `steps` (of the network, in
parts that do not touch), `links` (the network, in one row), `conflict`, `event` (with its claims), `rare` (dates that
four bounds do not tell), `texts` (what the search looks into), one for each section declared, and one for each filter
that says which events have each of its values.
"""

from __future__ import annotations

DECLARED = {"people": "Person", "places": "Place", "kinds": "Kind", "sources": "Source"}
"""The sections that data files declare, and the types of what is in them."""

OF_ANOTHER, OF_THE_SAME = "\0", "\n"
"""What stands between the texts of two events, and between two of one: no folded text has either."""

ALONE = -1
"""Where the steps would be that order an event, if there are none."""

LONG = 750
"""How many days a date may leave open for its event to be found by the earliest of them: two years and some days."""

FARTHEST = 2**31 - 1
"""An open bound in a column, before its sign; a day as far off, some millions of years, is not told by columns."""


def within(day: int | None, open_: int) -> int:
    """Return a bound that fits a column: an open one as this."""
    return open_ if day is None else max(-FARTHEST, min(FARTHEST, day))


def ids_of(field: str) -> str:
    """Return the name of the part with the ids of what is declared, or filtered by."""
    return f"{field} ids"


def spelt(field: str) -> str:
    """Return the name of the part with the spellings of what is filtered by."""
    return f"{field} spelt"


def having(field: str) -> str:
    """Return the name of the table of the events that have each value of what is filtered by."""
    return f"with_{field}"
