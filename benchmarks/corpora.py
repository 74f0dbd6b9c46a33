"""Make corpora of any size: `python benchmarks/corpora.py RECORDS OUT.yaml [--seed N] [--mix even|curated]`.

Not random noise: events told by documents of which some repeat others; dates of every exactness, in EDTF and in words;
some events that several sources date, place or count differently; some relations; some claims that are denied or
according to someone. Of the shares there are two mixes:

- `even`, the usual one: two records an event, each with a date and a place, a fifth with a relation. Every record gives
  the reading of dates and the comparing of accounts something to do.
- `curated`: the shares of the corpus that comes with the program. Most events are told once and a few by up to seven
  records; two records in three have no date, so that order and publication have to date them; a third have relations.

| share of records          | even | curated | bundled corpus |
|---------------------------|------|---------|----------------|
| records an event          | 2.0  | 1.8     | 1.8            |
| without a date            | 0 %  | 69 %    | 69 %           |
| with a place              | all  | 38 %    | 38 %           |
| with a relation           | 20 % | 33 %    | 33 %           |
| with facts                | 30 % | 33 %    | 33 %           |
| according to someone      | 30 % | 39 %    | 39 %           |
| denied                    | 2 %  | 2 %     | 2 %            |
| that name a contradiction | 0 %  | 11 %    | 11 %           |
| events with a conflict    | 19 % | 19 %    | 29 %           |

A corpus is written as it is made, in time that grows with its size and in little memory: what is kept meanwhile is a
number of two bytes an event.
"""

from __future__ import annotations

import argparse
import random
from array import array
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias

KINDS = {"arrest": "arrests", "trial": "arrests", "protest": "activism", "interview": "activism", "departure": "exile"}
FIRST, LAST = date(1995, 1, 1), date(2020, 12, 31)
SLIP = 0.05
"""The share of records that get something wrong: a date, a number, an order."""
PLACES, PAPERS = 20, 40


class Mix(NamedTuple):
    """The shares of records that have something; `told` says how many events of a hundred one, two ... records tell of.

    Without `told` two records tell of each, the second of all events after the first of all.
    """

    told: tuple[int, ...] = ()
    undated: float = 0.0
    placeless: float = 0.0
    relations: float = 0.2
    before: float = 0.0
    """Of the relations those that say before what, and not after what."""
    facts: float = 0.3
    according_to: float = 0.3
    contradicts: float = 0.0
    """Of the records that are not the first on their event."""
    notes: float = 0.0


EVEN = Mix()
MIXES = {
    "even": EVEN,
    "curated": Mix((61, 22, 7, 4, 3, 1, 2), 0.69, 0.62, 0.33, 0.27, 0.33, 0.39, 0.25, 0.24),
}


Day: TypeAlias = date


class Record(NamedTuple):
    """What one document says of one event; events, sources, places and people are numbered from 0.

    `day` is when the event was, which only whoever makes the corpus knows, and `date` what is said of it.
    """

    number: int
    event: int
    source: int
    paragraph: int
    place: int | None
    says: str
    facts: str
    according_to: int | None
    is_denied: bool
    relation: str
    date: str
    people: tuple[int, int]
    day: Day
    contradicts: str = ""
    note: str = ""


class Corpus:
    """A corpus with this many records; the same for the same seed, however often it is gone through."""

    def __init__(self, records: int, seed: int = 0, mix: str = "even") -> None:
        self.size, self._seed, self._mix = records, seed, MIXES[mix]
        self._told_by = _told_by(records, random.Random(seed), self._mix.told)  # noqa: S311
        self.events = len(self._told_by) or max(1, records // 2)
        self.sources, self.people = max(5, records // 50), max(5, records // 40)
        self._step = (LAST - FIRST) / self.sources
        self._published = [FIRST + self._step * (n + 1) + timedelta(30) for n in range(self.sources)]

    def lines(self) -> Iterator[str]:
        """Yield the lines of a data file."""
        rng = random.Random(self._seed)  # noqa: S311
        days = self._days(rng)
        yield from self._declared(rng)
        yield "records:"
        for record in self._told(rng, days):
            yield from _lines(record)

    def records(self) -> Iterator[Record]:
        """Yield the records of that file."""
        rng = random.Random(self._seed)  # noqa: S311
        days = self._days(rng)
        for _ in self._declared(rng):  # it takes numbers of the same row
            pass
        yield from self._told(rng, days)

    def _days(self, rng: random.Random) -> array[int]:
        """Return on which day each event was, counted from the first, in order."""
        length = (LAST - FIRST).days
        events_on = [0] * length
        for _ in range(self.events):
            events_on[rng.randrange(length)] += 1
        return array("H", (day for day, number in enumerate(events_on) for _ in range(number)))

    def _declared(self, rng: random.Random) -> Iterator[str]:
        yield "sources:"
        for n, day in enumerate(self._published):
            derived = f", derives_from: s{n - 1}" if n and rng.random() < 0.1 else ""
            mark = "~" if rng.random() < 0.1 else ""
            yield f"  s{n}: {{publisher: Paper {n % PAPERS}, title: Report {n}, published: {day}{mark}{derived}}}"
        yield "people:"
        for n in range(self.people):
            yield f"  p{n}: {{name: Person {n}, also: [P. {n}, Pérson {n}]}}"
        yield "places:\n  country: {name: Country}"
        for n in range(PLACES):
            yield f"  t{n}: {{name: Town {n}, within: country}}"
        yield "kinds:"
        for kind, theme in KINDS.items():
            yield f"  {kind}: {{title: {kind.title()}, theme: {theme}}}"
        yield "events:"
        kinds = list(KINDS)
        for n in range(self.events):
            yield f"  e{n}: {{title: What happened in case {n}, kind: {rng.choice(kinds)}}}"

    def _order(self) -> Iterator[int]:
        """Yield the event of each record."""
        if self._told_by:
            return (event for event, number in enumerate(self._told_by) for _ in range(number))
        return (number % self.events for number in range(self.size))

    def _told(self, rng: random.Random, days: array[int]) -> Iterator[Record]:
        mix, before = self._mix, ""
        for n, event in enumerate(self._order()):
            day = FIRST + timedelta(days[event])
            first = int((day - FIRST) / self._step)  # of the sources, the first that was published after that day
            source = min(self.sources - 1, first + int(rng.expovariate(0.5)))
            record = Record(
                number=n,
                event=event,
                source=source,
                paragraph=n % 90 + 1,
                place=rng.randrange(PLACES) if rng.random() < SLIP else event % PLACES,
                says=f"Account {n} of what happened there, to whom, and what came of it in the end.",
                facts=_facts(rng) if rng.random() < mix.facts else "",
                according_to=n % 5 if rng.random() < mix.according_to else None,
                is_denied=rng.random() < SLIP / 2,
                relation=self._relation(rng, event) if rng.random() < mix.relations and event > 20 else "",
                date=_date(rng, day, self._published[source]),
                people=(rng.randrange(self.people), rng.randrange(self.people)),
                day=day,
            )
            claim = f"e{event}/s{source}/{record.paragraph}"
            is_another = before.startswith(f"e{event}/")
            yield record if mix is EVEN else _curated(rng, mix, record, before if is_another else "")
            before = claim

    def _relation(self, rng: random.Random, event: int) -> str:
        if self._mix.before and rng.random() < self._mix.before and event + 20 < self.events:
            return f"before: e{rng.randrange(event + 1, event + 21)}"
        return f"after: e{rng.randrange(event - 20, event)}"


def _told_by(records: int, rng: random.Random, shares: tuple[int, ...]) -> array[int]:
    """Return how many records tell of each event, as many altogether as there are; nothing where no share is given."""
    told = array("B")
    numbers = range(1, len(shares) + 1)
    while shares and records > 0:
        [number] = rng.choices(numbers, shares)
        told.append(min(number, records))
        records -= number
    return told


def _curated(rng: random.Random, mix: Mix, record: Record, before: str) -> Record:
    """Return a record without what the mix leaves out, and with what it adds; it may rival the claim `before`."""
    tension = f"{{claim: {before}, tension: true, reason: One tells more than the other and both may hold.}}"
    return record._replace(
        place=None if rng.random() < mix.placeless else record.place,
        date="" if rng.random() < mix.undated else record.date,
        contradicts=tension if before and rng.random() < mix.contradicts else "",
        note=f"What is said of case {record.event} elsewhere." if rng.random() < mix.notes else "",
    )


def corpus(records: int, seed: int = 0, mix: str = "even") -> Iterator[str]:
    """Yield the lines of a data file with this many records; the same for the same seed."""
    return Corpus(records, seed, mix).lines()


def write(made: Corpus, path: Path) -> None:
    """Write a data file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in made.lines())


def _lines(record: Record) -> Iterator[str]:
    yield f"  - event: e{record.event}"
    yield f"    source: s{record.source}"
    yield f"    paragraph: {record.paragraph}"
    if record.place is not None:
        yield f"    place: t{record.place}"
    yield f"    says: {record.says}"
    if record.facts:
        yield f"    facts: {{{record.facts}}}"
    if record.according_to is not None:
        yield f"    according_to: p{record.according_to}"
    if record.is_denied:
        yield "    stance: denies"
    if record.relation:
        yield f"    {record.relation}"
    if record.date:
        yield f'    date: "{record.date}"'
    yield f"    people: [{', '.join(f'p{person}' for person in record.people)}]"
    if record.contradicts:
        yield f"    contradicts: {record.contradicts}"
    if record.note:
        yield f"    note: {record.note}"


def _facts(rng: random.Random) -> str:
    count = rng.choice((6, 7)) if rng.random() < SLIP else 5
    return f"people: {'about ' if rng.random() < 0.5 else ''}{count}, sum: 300 USD"


FORMS: tuple[Callable[[date], str], ...] = (
    str,
    lambda day: f"{day:%Y-%m}",
    lambda day: f"{day:%Y}",
    lambda day: f"{day:%Y}~",
    lambda day: f"[..{day}]",
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"in {day:%B} {day.year}",
    lambda day: f"in the {('winter', 'spring', 'summer', 'fall')[day.month % 12 // 3]} of {day.year}",
)


def _date(rng: random.Random, day: date, published: date) -> str:
    if rng.random() < SLIP:
        day -= timedelta(rng.randint(20, 200))
    forms = FORMS
    if (published.year * 12 + published.month) - (day.year * 12 + day.month) == 1:
        forms += (lambda _: "last month",) * 4
    if published.year - day.year == 1:
        forms += (lambda _: "last year",)
    return rng.choice(forms)(day)


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--mix", choices=sorted(MIXES), default="even")
    options = parser.parse_args()
    write(Corpus(options.records, options.seed, options.mix), options.out)


if __name__ == "__main__":
    main()
