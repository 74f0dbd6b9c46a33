"""The ids and titles of the events of a kept timeline: looked for in one long text, of which none is taken apart."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from timeline.cache.form import OF_ANOTHER
from timeline.lookup import Titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.cache.store import Store


def titles_of(store: Store) -> Titles:
    """Return the ids and titles of the events of a kept timeline."""
    return _Kept(store)


def holding(held: str, text: str) -> Iterator[int]:
    """Yield the numbers of those that hold a text, of several in one that `OF_ANOTHER` parts."""
    number, before = 0, 0
    at = held.find(text)
    while at >= 0:
        number += held.count(OF_ANOTHER, before, at)
        yield number
        before = held.find(OF_ANOTHER, at)
        if before < 0:
            return
        at = held.find(text, before + 1)


class _Kept(Titles):
    def __init__(self, store: Store) -> None:
        super().__init__(())
        self._store = store

    @cached_property
    def ids(self) -> Sequence[str]:
        found: list[str] = self._store.part("ids")
        return found

    @cached_property
    def _folded_ids(self) -> str:
        """The folded ids, each between two marks."""
        found: str = self._store.part("folded ids")
        return found

    def with_id(self, folded: str) -> list[int]:
        wanted = f"{OF_ANOTHER}{folded}{OF_ANOTHER}"
        found, number, before = [], 0, 0
        at = self._folded_ids.find(wanted)
        while at >= 0:
            number += self._folded_ids.count(OF_ANOTHER, before, at)
            found.append(number)
            before, at = at, self._folded_ids.find(wanted, at + 1)
        return found

    def holding(self, folded: str) -> list[int]:
        return list(holding(self._store.part("folded titles"), folded))
