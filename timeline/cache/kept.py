"""A timeline that is kept: read in parts, as they are asked for."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from timeline.ancestry import ancestry
from timeline.cache.form import ALONE, DECLARED, ids_of
from timeline.cache.listed import Rows, numbers_in
from timeline.collector import collector_off
from timeline.conflict import Conflict
from timeline.listing import Listing
from timeline.query import EVERYTHING, Choice
from timeline.remarks import Head, remarks_with
from timeline.veil import Withheld

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from timeline.bounds import Step
    from timeline.cache.store import Store
    from timeline.listing import Entry
    from timeline.lookup import Titles
    from timeline.model import Event, Selection, Source, Timeline
    from timeline.neighbours import Steps
    from timeline.problems import Problem
    from timeline.query import Query


class Kept:
    """An entry of the cache, opened.

    Whatever it is asked raises ValueError, EOFError, LookupError, TypeError or sqlite3.Error where it is damaged.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        head: dict[str, Any] = store.part("head")
        self.corpus: str = head["corpus"]
        self.is_veiled: bool = head["veiled"]
        self.size = store.size("entry")
        self._files: list[str] = head["files"]
        problems = tuple(map(self._reader("Problem"), head["problems"])) if head["problems"] else ()
        self.head = Head(problems, Withheld(*head["withheld"]))

    def listing(self, query: Query) -> tuple[Listing, tuple[Problem, ...]]:
        """Return what the list of the events that a query asks for is printed from."""
        choice, problems = self._chosen(query)
        with collector_off():
            rows = Rows.read(self._store.rows("entry", choice.places))
            entries = rows.entries()
        by_place = dict(zip(choice.places, entries, strict=True)) if choice.possible else {}
        listing = Listing(
            entries,
            len(numbers_in(rows.documents)),
            len(numbers_in(rows.origins)),
            self._conflicts(sorted(numbers_in(rows.conflicts))),
            frozenset(by_place[place].id for place in choice.possible),
            self._unordered(entries, rows.steps),
            choice.filters,
            tuple(remarks_with(choice.filters, choice.left_out, self.head)),
        )
        return listing, problems

    def select(self, query: Query) -> tuple[Selection, tuple[Problem, ...]]:
        """Return the events that a query asks for, and what goes with them, as `timeline.select.select` does."""
        from timeline.model import Selection
        from timeline.neighbours import Steps
        from timeline.select import narrowed

        choice, problems = self._chosen(query)
        if list(choice.places) == list(range(self.size)):
            told = self.whole()
        else:
            rows = Rows.read(self._store.rows("entry", choice.places))
            events = tuple(self._events(choice.places))
            around = self._around(events, numbers_in(rows.conflicts))
            links = Steps.joined(self._steps(sorted({*rows.steps} - {ALONE}))).as_links()
            told = narrowed(around, events)._replace(links=links)
        ids = dict(zip(choice.places, (event.id for event in told.events), strict=True))
        possible = frozenset(ids[place] for place in choice.possible)
        return Selection(told, possible, choice.filters, choice.left_out), problems

    @cached_property
    def titles(self) -> Titles:
        """The ids and titles of all events."""
        from timeline.cache.names import titles_of

        return titles_of(self._store)

    def titled(self, places: Sequence[int]) -> list[tuple[str, str]]:
        """Return the ids and titles of the events at these places, which are in order."""
        return Rows.read(self._store.rows("entry", places)).titled()

    def account(self, words: str) -> tuple[Timeline, Event | Source] | Problem:
        """Return the event or else the source that the words name, and a timeline of all that an account of it needs.

        Else the problem that they name none, or several.
        """
        from timeline.lookup import id_named, not_one_event, places_named

        places = places_named(self.titles, words)
        if len(places) == 1:
            return self._event_account(places[0])
        source = id_named(self._store.part(ids_of("sources")), words)
        return not_one_event(self.titles, words, places) if source is None else self._source_account(source)

    def _event_account(self, place: int) -> tuple[Timeline, Event]:
        """Return an event, those that its claims and the arguments for its date name, and its conflicts."""
        [event] = self._events([place])
        steps = [step for bound in event.bounds for step in bound.steps]
        named = {relation.event for claim in event.claims for relation in claim.relations} | _named_in(steps)
        conflicts = numbers_in(Rows.read(self._store.rows("entry", [place])).conflicts)
        return self._around(self._named(named, [place]), conflicts, steps), event

    def _source_account(self, identifier: str) -> tuple[Timeline, Source]:
        """Return a source, the events that it tells of, and those that the arguments for its date name."""
        from timeline.cache.facets import facets_of

        [source] = self._declared("sources", {identifier})
        steps = [step for bound in source.bounds for step in bound.steps]
        events = self._named(_named_in(steps), facets_of(self._store).having("sources", {identifier}))
        return self._around(events, (), steps), source

    def whole(self) -> Timeline:
        """Return the timeline with all that is in it, but for its veil."""
        with collector_off():
            [links] = self._store.all_rows("links")
            return self._timeline(
                events=tuple(self._events(range(self.size))),
                conflicts=self._conflicts(range(self._store.size("conflict"))),
                links=self._reader("Links")(links),
                **{section: self.declared(section) for section in DECLARED},
            )

    def declared(self, section: str) -> tuple[Any, ...]:
        """Return the people, places, kinds or sources."""
        return tuple(map(self._reader(DECLARED[section]), self._store.all_rows(section)))

    def _chosen(self, query: Query) -> tuple[Choice, tuple[Problem, ...]]:
        if query == EVERYTHING:  # the commonest, so that nothing is imported for it
            return Choice(range(self.size), (), (), 0), ()
        from timeline.cache.facets import facets_of
        from timeline.choosing import choose

        return choose(facets_of(self._store), query)

    def _timeline(self, **parts: Any) -> Timeline:
        from timeline.model import Timeline

        return Timeline(files=tuple(self._files), problems=self.head.problems, withheld=self.head.withheld)._replace(
            **parts
        )

    def _around(self, events: tuple[Event, ...], conflicts: Iterable[int], steps: Sequence[Step] = ()) -> Timeline:
        """Return the timeline of these events, with what they and the steps name of what is declared."""
        claims = [claim for event in events for claim in event.claims]
        people = {one for event in events for one in event.people} | {claim.according_to for claim in claims}
        sources = {one for claim in claims for one in (claim.source, claim.origin)}
        sources.update(one for step in steps for one in (step.about, step.source))
        above: dict[str, str | None] = self._store.part("above")
        places = {place for event in events for inner in event.places for place in ancestry(inner, above)}
        return self._timeline(
            events=events,
            conflicts=self._conflicts(sorted(conflicts)),
            people=self._declared("people", people),
            places=self._declared("places", places),
            kinds=self.declared("kinds"),
            sources=self._with_roots(sources),
        )

    def _declared(self, section: str, ids: Collection[str | None]) -> tuple[Any, ...]:
        """Return those people, places or sources that have one of these ids, as they are declared."""
        rows = self._store.rows(section, self._store.numbers(ids_of(section), ids))
        return tuple(map(self._reader(DECLARED[section]), rows))

    def _with_roots(self, ids: set[str]) -> tuple[Source, ...]:
        """Return sources, and those that they derive from."""
        while True:
            sources: tuple[Source, ...] = self._declared("sources", ids)
            roots = {one.derives_from for one in sources if one.derives_from} - ids
            if not roots:
                return sources
            ids |= roots

    def _named(self, ids: Collection[str], others: Iterable[int]) -> tuple[Event, ...]:
        """Return the events with these ids, and those at the other places."""
        from timeline.lookup import fold

        titles = self.titles
        near = {place for one in ids for place in titles.with_id(fold(one))}
        return tuple(self._events(sorted(near.union(others))))

    def _events(self, places: Sequence[int]) -> Iterator[Event]:
        return map(self._reader("Event"), self._store.rows("event", places))

    def _conflicts(self, numbers: Sequence[int]) -> tuple[Conflict, ...]:
        return tuple(map(partial(tuple.__new__, Conflict), self._store.rows("conflict", numbers))) if numbers else ()

    def _unordered(self, entries: Sequence[Entry], ordered_by: Sequence[int]) -> frozenset[str]:
        from timeline.neighbours import in_open_order

        def between(places: Iterable[int]) -> list[Steps]:
            """Return the steps that may lead from one to the next: both are then ordered by the same ones."""
            same = {ordered_by[place] for place in places if ordered_by[place] == ordered_by[place + 1]}
            return self._steps(sorted(same - {ALONE}))

        return in_open_order([entry.id for entry in entries], [entry.bounds for entry in entries], between)

    def _steps(self, numbers: Sequence[int]) -> list[Steps]:
        """Return parts of the steps that order events, by their numbers."""
        from timeline.neighbours import Steps

        return [Steps(*row) for row in self._store.rows("steps", numbers)]

    def _reader(self, name: str) -> Callable[[Any], Any]:
        from timeline.cache.values import reader

        return reader(name, self._shapes)

    @cached_property
    def _shapes(self) -> dict[str, list[str]]:
        shapes: dict[str, list[str]] = self._store.part("shapes")
        return shapes


def _named_in(steps: Iterable[Step]) -> set[str]:
    """Return what the steps of arguments name, events among it."""
    return {part for step in steps for part in step.text.split("`")[1::2]}
