"""Likeness by Splink: the same blocking and the same signs, weighed as Fellegi and Sunter do, on DuckDB or on Spark.

For corpora of millions, or for whoever wants a probability: a model (`events.py`, `people.py`) says how two rows of a
table are compared, in SQL that both engines know; Splink joins and weighs; what comes back are the same suggestions,
with the match probability as their score. The tables hold numbers in place of ids, kinds and words, and of people's
names the letters that are compared; nothing is sent anywhere, unless Spark is set up to work elsewhere.

Method: Fellegi and Sunter, "A theory for record linkage" (1969); Linacre and others, "Splink: free software for
probabilistic record linkage at scale" (2022).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.likeness.beyond import events, people
from timeline.likeness.beyond.engines import BACKENDS, engine
from timeline.likeness.suggestion import ranked

if TYPE_CHECKING:
    from timeline.likeness.suggestion import Suggestion
    from timeline.model import Timeline

__all__ = ["BACKENDS", "SORTS", "suggestions"]

SORTS = {"events": events.alike_events, "people": people.alike_people}
"""What Splink compares, by the word that a command calls it by."""


def suggestions(
    timeline: Timeline, sorts: tuple[str, ...] = (), backend: str = "duckdb", master: str = ""
) -> list[Suggestion]:
    """Return what may be one, the likeliest first, of the sorts named or of both; `master` is Spark's."""
    with engine(backend, master) as pairs:
        return ranked(
            one for name, find in SORTS.items() if not sorts or name in sorts for one in find(timeline, pairs)
        )
