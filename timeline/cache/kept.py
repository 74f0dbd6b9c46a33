"""A timeline that is kept: read in parts, as they are asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zlib import decompress

from timeline.cache.store import loaded
from timeline.collector import collector_off
from timeline.conflict import Conflict
from timeline.listing import Entry, Listing
from timeline.query import EVERYTHING, Choice
from timeline.remarks import Head, remarks_with
from timeline.veil import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.cache.store import Store
    from timeline.model import Event, Selection, Timeline
    from timeline.neighbours import Steps
    from timeline.problems import Problem
    from timeline.query import Query


class Kept:
    """An entry of the cache, opened.

    Whatever it is asked raises ValueError, EOFError, LookupError, TypeError or sqlite3.Error where it is damaged.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        head: dict[str, Any] = loaded(store.part("head"))
        self.corpus: str = head["corpus"]
        self.is_veiled: bool = head["veiled"]
        self.size: int = head["events"]
        self._conflicts: int = head["conflicts"]
        self._files: list[str] = head["files"]
        problems = tuple(map(self._reader("Problem"), head["problems"])) if head["problems"] else ()
        self.head = Head(problems, Withheld(*head["withheld"]))

    def listing(self, query: Query) -> tuple[Listing, tuple[Problem, ...]]:
        """Return what the list of the events that a query asks for is printed from."""
        choice, problems = self._chosen(query)
        entries: list[Entry] = []
        touching: set[int] = set()
        with collector_off():
            for row in self.store.rows("entry", choice.places, self.size):
                *fields, numbers = loaded(row)
                entries.append(Entry(*fields))
                touching.update(numbers)
        by_place = dict(zip(choice.places, entries, strict=True)) if choice.possible else {}
        listing = Listing(
            entries,
            self._conflicts_at(sorted(touching)),
            frozenset(by_place[place].id for place in choice.possible),
            self._unordered(entries),
            choice.filters,
            tuple(remarks_with(choice.filters, choice.left_out, self.head)),
        )
        return listing, problems

    def select(self, query: Query) -> tuple[Selection, tuple[Problem, ...]]:
        """Return the events that a query asks for, and what goes with them, as `timeline.select.select` does."""
        from timeline.model import Selection
        from timeline.select import narrowed

        choice, problems = self._chosen(query)
        if list(choice.places) == list(range(self.size)):
            told = self.whole()
        else:
            chosen = dict(self.read(sorted(choice.places)))
            conflicts = self._conflicts_at(sorted(self._touching(choice.places)))
            around = self.declared()._replace(conflicts=conflicts, links=self._steps().as_links())
            told = narrowed(around, tuple(chosen[place] for place in choice.places))
        ids = dict(zip(choice.places, (event.id for event in told.events), strict=True))
        possible = frozenset(ids[place] for place in choice.possible)
        return Selection(told, possible, choice.filters, choice.left_out), problems

    def titled(self) -> list[tuple[str, str]]:
        """Return the ids and titles of all events."""
        rows = map(loaded, self.store.rows("entry", range(self.size), self.size))
        return [(row[0], row[1]) for row in rows]

    def around(self, place: int) -> Timeline:
        """Return the timeline of all that an account of an event is made of.

        That is the event, those that its claims and the arguments for its date name, and its conflicts.
        """
        [(_, event)] = self.read([place])
        named = {event.id, *(relation.event for claim in event.claims for relation in claim.relations)}
        named.update(part for bound in event.bounds for step in bound.steps for part in step.text.split("`")[1::2])
        places = [at for at, (identifier, _) in enumerate(self.titled()) if identifier in named]
        conflicts = self._conflicts_at(sorted(self._touching([place])))
        return self.declared()._replace(events=tuple(one for _, one in self.read(places)), conflicts=conflicts)

    def whole(self) -> Timeline:
        """Return the timeline with all that is in it, but for its veil."""
        with collector_off():
            return self.declared()._replace(
                events=tuple([event for _, event in self.read(range(self.size))]),
                conflicts=self._conflicts_at(range(self._conflicts)),
                links=self._reader("Links")(loaded(decompress(self.store.part("links")))),
            )

    def declared(self) -> Timeline:
        """Return the timeline without its events and what is between them."""
        return self._declared

    def read(
        self, places: Sequence[int], is_worth_it: Callable[[str], bool] = lambda _: True
    ) -> Iterator[tuple[int, Event]]:
        """Yield the events at these places, which are in order, but those that are held in a text not worth it."""
        from timeline.cache.compiled import TOGETHER

        read = self._reader("Event")
        groups = [(group, list(some)) for group, some in groupby(places, lambda place: place // TOGETHER)]
        size = -(-self.size // TOGETHER)
        held = self.store.rows("events", [group for group, _ in groups], size)
        for (group, some), row in zip(groups, held, strict=True):
            texts, every = loaded(decompress(row))
            if is_worth_it(texts):
                for place in some:
                    yield place, read(every[place - group * TOGETHER])

    def _chosen(self, query: Query) -> tuple[Choice, tuple[Problem, ...]]:
        if query == EVERYTHING:  # the commonest, so that nothing is imported for it
            return Choice(range(self.size), (), (), 0), ()
        from timeline.cache.facets import facets_of
        from timeline.choosing import choose

        return choose(facets_of(self), query)

    @cached_property
    def _declared(self) -> Timeline:
        from timeline.model import Timeline

        names = ("Person", "Place", "Kind", "Source")
        people, places, kinds, sources = (
            tuple(map(self._reader(name), rows))
            for name, rows in zip(names, loaded(self.store.part("declared")), strict=True)
        )
        return Timeline(
            files=tuple(self._files),
            sources=sources,
            people=people,
            places=places,
            kinds=kinds,
            problems=self.head.problems,
            withheld=self.head.withheld,
        )

    def _conflicts_at(self, numbers: Sequence[int]) -> tuple[Conflict, ...]:
        if not numbers:
            return ()
        return tuple(map(_conflict, self.store.rows("conflict", numbers, self._conflicts)))

    def _touching(self, places: Iterable[int]) -> set[int]:
        rows = self.store.rows("entry", sorted(places), self.size)
        return {number for row in rows for number in loaded(row)[-1]}

    def _unordered(self, entries: Sequence[Entry]) -> frozenset[str]:
        from timeline.neighbours import in_open_order

        return in_open_order([entry.id for entry in entries], [entry.bounds for entry in entries], self._steps)

    def _steps(self) -> Steps:
        from timeline.neighbours import Steps

        return Steps(*loaded(self.store.part("steps")))

    def _reader(self, name: str) -> Callable[[Any], Any]:
        from timeline.cache.values import reader

        return reader(name, self._shapes)

    @cached_property
    def _shapes(self) -> dict[str, list[str]]:
        shapes: dict[str, list[str]] = loaded(self.store.part("shapes"))
        return shapes


def _conflict(row: bytes) -> Conflict:
    return Conflict(*loaded(row))
