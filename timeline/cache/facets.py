"""What the events of a kept timeline have, asked of its columns: no event is read to choose which ones are."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.cache.compiled import FARTHEST, within
from timeline.cache.store import loaded
from timeline.choosing import Facets
from timeline.chronology import OPEN
from timeline.dates.span import Span, certainly_shares_a_day, overlaps
from timeline.lookup import fold
from timeline.select import searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from timeline.cache.kept import Kept
    from timeline.model import Timeline


def facets_of(kept: Kept) -> Facets:
    """Return what the events of a kept timeline have."""
    return _Columns(kept)


class _Columns(Facets):
    def __init__(self, kept: Kept) -> None:
        self._kept, self._store = kept, kept.store

    @property
    def size(self) -> int:
        return self._kept.size

    def declared(self) -> Timeline:
        return self._kept.declared()

    def having(self, what: str, ids: Collection[str]) -> Collection[int]:
        values: list[str] = loaded(self._store.part(f"{what}/values"))
        wanted = {row for row, value in enumerate(values) if value in ids}
        which = array("I", self._store.part(f"{what}/which"))
        ends = array("I", self._store.part(f"{what}/ends"))
        # The first event that ends beyond a value is the one that has it.
        return {bisect_right(ends, at) for at, row in enumerate(which) if row in wanted}

    def in_conflict(self) -> Collection[int]:
        return self.having("marks", {OPEN})

    def overlapping(self, periods: Sequence[Span]) -> Collection[int]:
        start, _, _, end = self._columns
        found: set[int] = set()
        for period in periods:
            first, last = within(period[0], -FARTHEST), within(period[3], FARTHEST)
            near = [
                at for at, (begun, over) in enumerate(zip(start, end, strict=True)) if begun <= last and over >= first
            ]
            found.update(near)
            found.difference_update(at for at in near if at in self._rare and not overlaps(self._rare[at], period))
        return found

    def doubtful(self, periods: Sequence[Span], among: Collection[int]) -> Collection[int]:
        dates = ((place, self._date(place)) for place in among)
        return [place for place, date in dates if not any(certainly_shares_a_day(date, one) for one in periods)]

    def telling(self, words: Sequence[str]) -> Collection[int]:
        declared = self.declared()
        finds = searcher(declared.people, declared.places, words)
        events = self._kept.read(range(self.size), self._worth(words))
        return [place for place, event in events if finds(event)]

    def _worth(self, words: Sequence[str]) -> Callable[[str], bool]:
        """Return whether events, by what they and their claims say, may hold one of these texts.

        Its words then stand there one after the other, letter by letter, with nothing but signs between. That is not
        so of letters beyond ASCII, which are compared without their accents, nor of names, which stand elsewhere.
        """
        declared = self.declared()
        names = [(one.name, *one.also) for one in declared.people] + [(one.name, *one.also) for one in declared.places]
        folded = fold("\n".join(" ".join(spelt) for spelt in names))
        if any(text in folded for text in words):
            return lambda _: True
        said = re.compile("|".join("[^a-z0-9]+".join(map(re.escape, text.split())) for text in words), re.IGNORECASE)
        return lambda held: not held.isascii() or said.search(held) is not None

    @cached_property
    def _columns(self) -> tuple[array[int], ...]:
        held = self._store.part("bounds")
        length = len(held) // 4
        return tuple(array("q", held[at * length : (at + 1) * length]) for at in range(4))

    @cached_property
    def _rare(self) -> dict[int, Span]:
        """The dates that four columns cannot tell."""
        rare = {}
        for place, ((first, begun, ended, last), boxes) in loaded(self._store.part("rare")).items():
            rare[place] = Span(first, begun, ended, last, alternatives=boxes)
        return rare

    def _date(self, place: int) -> Span:
        rare = self._rare.get(place)
        if rare is not None:
            return rare
        first, begun, ended, last = (column[place] for column in self._columns)
        return Span(_day(first), _day(begun), _day(ended), _day(last))


def _day(held: int) -> int | None:
    return None if abs(held) == FARTHEST else held
