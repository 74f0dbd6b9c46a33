"""The ids and titles of the events of a kept timeline, of which each list is read when it is first looked into."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from timeline.lookup import Titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.cache.store import Store


def titles_of(store: Store) -> Titles:
    """Return the ids and titles of the events of a kept timeline."""
    return _Kept(store)


class _Kept(Titles):
    def __init__(self, store: Store) -> None:
        super().__init__(())
        self._store = store

    @cached_property
    def ids(self) -> Sequence[str]:
        return self._held("ids")

    @cached_property
    def folded_ids(self) -> Sequence[str]:
        return self._held("folded ids")

    @cached_property
    def folded_titles(self) -> Sequence[str]:
        return self._held("folded titles")

    def _held(self, part: str) -> list[str]:
        found: list[str] = self._store.part(part)
        return found
