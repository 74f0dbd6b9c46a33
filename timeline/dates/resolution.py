"""What resolving a stated date gives: its usual reading, its sound span, and how both were got."""

from __future__ import annotations

from typing import NamedTuple

from timeline.dates.span import UNKNOWN, Span

MOST_CHARACTERS = 300
"""Longer texts are refused unread: no document states a date at such length, and hostile ones must not cost time."""


class Resolution(NamedTuple):
    """A stated date, resolved.

    `edtf` is the usual reading as EDTF and `reading` its days; `sound` holds every day that the words can mean
    under each common convention, so `reading` lies within it. `value` is the reading as TIMEX3, where TIMEX3 has
    a word for it. `rule` names the rule that was applied ("nearest weekday"), `convention` says in a sentence
    what that rule takes for granted. `relative` is true of words that lean on another event ("that same
    evening", "shortly thereafter"): they are read, but they date nothing on their own. `clock` is the time of day
    that they tell, as `dates.clock` has it, "" for none.
    """

    edtf: str
    reading: Span
    sound: Span
    rule: str
    convention: str = ""
    value: str | None = None
    relative: bool = False
    clock: str = ""


class Unread(NamedTuple):
    """A stated date that could not be resolved, and why. It stays in the timeline, undated."""

    reason: str

    @property
    def sound(self) -> Span:
        """Nothing is known: every bound is open."""
        return UNKNOWN
