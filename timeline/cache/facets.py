"""What the events of a kept timeline have, asked of its columns: no event is read to choose which ones are."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.cache.form import FARTHEST, LONG, OF_ANOTHER, having, ids_of, spelt, within
from timeline.cache.names import holding
from timeline.choosing import Facets
from timeline.dates.span import Span, certainly_shares_a_day, overlaps
from timeline.lookup import Spellings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from timeline.cache.store import Store


def facets_of(store: Store) -> Facets:
    """Return what the events of a kept timeline have."""
    return _Columns(store)


class _Columns(Facets):
    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def size(self) -> int:
        return self._store.size("entry")

    def spellings(self, field: str) -> Spellings:
        return Spellings(self._store.part(ids_of(field)), *self._store.part(spelt(field)))

    def above(self) -> Mapping[str, str | None]:
        found: dict[str, str | None] = self._store.part("above")
        return found

    def having(self, field: str, ids: Collection[str]) -> Collection[int]:
        rows = self._store.rows(having(field), self._store.numbers(ids_of(field), ids))
        return {place for held in rows for place in array("I", held)}

    def in_conflict(self) -> Collection[int]:
        return array("I", self._store.part("open"))

    def telling(self, words: Sequence[str]) -> Collection[int]:
        found: set[int] = set()
        first = 0
        for held in self._store.all_rows("texts"):
            for text in words:
                found.update(first + at for at in holding(held, text))
            first += held.count(OF_ANOTHER) + 1
        return found

    def overlapping(self, periods: Sequence[Span]) -> Collection[int]:
        start, _, _, end = self._columns
        short, long = (memoryview(self._store.part(name)).cast("I") for name in ("by start", "long"))
        found: set[int] = set()
        for period in periods:
            first, last = _ends(period)
            begun = bisect_left(short, first - LONG, key=start.__getitem__)
            begin_later = bisect_right(short, last, lo=begun, key=start.__getitem__)
            near = [at for at in short[begun:begin_later] if end[at] >= first]
            near += [at for at in long if start[at] <= last and end[at] >= first]
            found.update(set(near).difference(at for at, one in self._rare(near).items() if not overlaps(one, period)))
        return found

    def doubtful(self, periods: Sequence[Span], among: Collection[int]) -> Collection[int]:
        looked_at = self._rare(among)
        if any(day is not None and abs(day) >= FARTHEST for period in periods for day in (period[0], period[3])):
            looked_at = {place: looked_at.get(place) or self._date(place) for place in among}
        left = [place for place in among if place not in looked_at]
        _, begun, ended, _ = self._columns
        for first, last in map(_ends, periods):
            left = [place for place in left if begun[place] > last or ended[place] < first]
        for place, date in looked_at.items():
            if not any(certainly_shares_a_day(date, period) for period in periods):
                left.append(place)
        return left

    @cached_property
    def _columns(self) -> tuple[memoryview[int], ...]:
        return tuple(memoryview(held).cast("i") for held in self._store.part("bounds"))

    @cached_property
    def _rare_at(self) -> dict[int, int]:
        """The numbers of the dates that four columns cannot tell, by the places of their events."""
        return {place: number for number, place in enumerate(array("I", self._store.part("rare at")))}

    def _rare(self, places: Collection[int]) -> dict[int, Span]:
        """Return those of the dates of these events that four columns cannot tell."""
        numbers = self._rare_at
        wanted = sorted(numbers.keys() & places)
        rows = self._store.rows("rare", [numbers[place] for place in wanted])
        found = {}
        for place, ((first, begun, ended, last), boxes) in zip(wanted, rows, strict=True):
            found[place] = Span(first, begun, ended, last, alternatives=boxes)
        return found

    def _date(self, place: int) -> Span:
        first, begun, ended, last = (column[place] for column in self._columns)
        return Span(_day(first), _day(begun), _day(ended), _day(last))


def _ends(period: Span) -> tuple[int, int]:
    """Return the first and the last day of a period as columns hold them."""
    return within(period[0], -FARTHEST), within(period[3], FARTHEST)


def _day(held: int) -> int | None:
    return None if abs(held) == FARTHEST else held
