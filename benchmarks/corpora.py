"""Make corpora of any size: `python benchmarks/corpora.py RECORDS OUT.yaml [--seed N]`.

Not random noise but the mix that curated corpora have: two records an event on average, told by documents of which
some repeat others; dates of every exactness, in EDTF and in words; some events that several sources date or count
differently; some relations; some claims that are denied or according to someone.

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


Day: TypeAlias = date


class Record(NamedTuple):
    """What one document says of one event; events, sources, places and people are numbered from 0.

    `day` is when the event was, which only whoever makes the corpus knows, and `date` what is said of it.
    """

    number: int
    event: int
    source: int
    paragraph: int
    place: int
    says: str
    facts: str
    according_to: int | None
    is_denied: bool
    after: int | None
    date: str
    people: tuple[int, int]
    day: Day


class Corpus:
    """A corpus with this many records; the same for the same seed, however often it is gone through."""

    def __init__(self, records: int, seed: int = 0) -> None:
        self.size, self._seed = records, seed
        self.events = max(1, records // 2)
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

    def _told(self, rng: random.Random, days: array[int]) -> Iterator[Record]:
        for n in range(self.size):
            event = n % self.events
            day = FIRST + timedelta(days[event])
            first = int((day - FIRST) / self._step)  # of the sources, the first that was published after that day
            source = min(self.sources - 1, first + int(rng.expovariate(0.5)))
            yield Record(
                number=n,
                event=event,
                source=source,
                paragraph=n % 90 + 1,
                place=rng.randrange(PLACES) if rng.random() < SLIP else event % PLACES,
                says=f"Account {n} of what happened there, to whom, and what came of it in the end.",
                facts=_facts(rng) if rng.random() < 0.3 else "",
                according_to=n % 5 if rng.random() < 0.3 else None,
                is_denied=rng.random() < SLIP / 2,
                after=rng.randrange(event - 20, event) if rng.random() < 0.2 and event > 20 else None,
                date=_date(rng, day, self._published[source]),
                people=(rng.randrange(self.people), rng.randrange(self.people)),
                day=day,
            )


def corpus(records: int, seed: int = 0) -> Iterator[str]:
    """Yield the lines of a data file with this many records; the same for the same seed."""
    return Corpus(records, seed).lines()


def write(records: int, path: Path, seed: int = 0) -> None:
    """Write a data file with this many records."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in corpus(records, seed))


def _lines(record: Record) -> Iterator[str]:
    yield f"  - event: e{record.event}"
    yield f"    source: s{record.source}"
    yield f"    paragraph: {record.paragraph}"
    yield f"    place: t{record.place}"
    yield f"    says: {record.says}"
    if record.facts:
        yield f"    facts: {{{record.facts}}}"
    if record.according_to is not None:
        yield f"    according_to: p{record.according_to}"
    if record.is_denied:
        yield "    stance: denies"
    if record.after is not None:
        yield f"    after: e{record.after}"
    yield f'    date: "{record.date}"'
    yield f"    people: [{', '.join(f'p{person}' for person in record.people)}]"


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
    options = parser.parse_args()
    write(options.records, options.out, options.seed)


if __name__ == "__main__":
    main()
