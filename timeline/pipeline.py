"""The way of the data: load -> check -> withhold -> resolve -> merge -> constrain -> conflicts -> order -> timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.checks import check
from timeline.collector import collector_off
from timeline.conflicts import find
from timeline.constrain import constrain
from timeline.load import Corpus, load, located
from timeline.merge import merge
from timeline.model import Conflict, Event, Kind, Person, Place, Timeline
from timeline.names import Names
from timeline.order import order
from timeline.resolve import resolve
from timeline.veil import NO_VEIL
from timeline.withhold import names_that_stand, to_be_marked, veiled, with_files_veiled, withhold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


def _unheard(_doing: str) -> None:
    """Nobody waits to be told."""


def build(
    files: Sequence[Path],
    *,
    thoroughly: bool = False,
    include_withheld: bool = False,
    beside: Sequence[Path] = (),
    now: Callable[[str], None] = _unheard,
) -> Timeline:
    """Return the timeline that the data files tell, with every problem met on the way, located.

    `thoroughly` has pydantic validate every record, and not only those that are not plainly valid. What is marked to
    be withheld is not in it, unless `include_withheld`, nor what the files `beside`, another state of it, mark. `now`
    is told what is being done, for those who wait. Raises OSError when a file cannot be read.
    """
    with collector_off():
        now("Reading the data files")
        corpus, problems = load(files, thoroughly=thoroughly)
        problems += check(corpus)
        left, withheld, veil = withhold(corpus, load(beside)[0] if beside else None)
        problems += names_that_stand(corpus, veil)
        cover = NO_VEIL if include_withheld else veil
        people = _people(corpus := corpus if include_withheld else left)
        now("Resolving dates")
        (sources, claims), found = resolve(corpus)
        problems += found
        corpus = left = corpus.without_records()  # what they told is in the claims, and they take up room
        events = merge(claims, corpus)
        corpus = left = corpus.without_events()  # so it is of these
        del claims
        now("Narrowing dates by order")
        narrowed = constrain(events, sources, people, corpus.declared)
        now("Comparing accounts")
        names = Names(Timeline(people=people, places=(places := _places(corpus)), sources=narrowed.sources))
        conflicts, found = find(events, names)
        conflicts += narrowed.conflicts
        problems += (*found, *narrowed.problems)
        now("Putting events in order")
        events = order(_with_conflicts(narrowed.events, conflicts), narrowed.links)
    now("Finding the lines of problems")
    return Timeline(
        files=tuple(map(cover.text, corpus.files)),
        sources=narrowed.sources,
        people=people,
        places=places,
        kinds=tuple(Kind(identifier, kind.title, kind.theme) for identifier, kind in corpus.kinds.items()),
        events=with_files_veiled(events, cover),
        conflicts=conflicts,
        problems=veiled(located(problems), cover),
        links=narrowed.links,
        withheld=withheld,
        includes_withheld=include_withheld,
        veil=veil,
    )


def _people(corpus: Corpus) -> tuple[Person, ...]:
    asked = to_be_marked(corpus)
    return tuple(
        Person(identifier, person.name, person.also, person.type, person.role, person.note, identifier in asked)
        for identifier, person in corpus.people.items()
    )


def _places(corpus: Corpus) -> tuple[Place, ...]:
    return tuple(
        Place(identifier, place.name, place.also, place.within, place.note)
        for identifier, place in corpus.places.items()
    )


def _with_conflicts(events: Sequence[Event], conflicts: Sequence[Conflict]) -> Iterator[Event]:
    met: dict[str, list[str]] = {}
    for conflict in conflicts:
        for event in conflict.events:
            met.setdefault(event, []).append(conflict.id)
    return (event._replace(conflicts=tuple(met[event.id])) if event.id in met else event for event in events)
