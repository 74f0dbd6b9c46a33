"""Make corpora of any size: `python benchmarks/corpora.py RECORDS OUT.yaml [--seed N]`.

Not random noise but the mix that curated corpora have: two records an event on average, told by documents of which
some repeat others; dates of every exactness, in EDTF and in words; some events that several sources date or count
differently; some relations; some claims that are denied or according to someone.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

KINDS = {"arrest": "arrests", "trial": "arrests", "protest": "activism", "interview": "activism", "departure": "exile"}
FIRST, LAST = date(1995, 1, 1), date(2020, 12, 31)
SLIP = 0.05
"""The share of records that get something wrong: a date, a number, an order."""


def corpus(records: int, seed: int = 0) -> Iterator[str]:
    """Yield the lines of a data file with this many records; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311
    sources, people, events = max(5, records // 50), max(5, records // 40), max(1, records // 2)
    days = sorted(FIRST + timedelta(rng.randrange((LAST - FIRST).days)) for _ in range(events))
    step = (LAST - FIRST) / sources
    published = [FIRST + step * (n + 1) + timedelta(30) for n in range(sources)]
    yield "sources:"
    for n, day in enumerate(published):
        derived = f", derives_from: s{n - 1}" if n and rng.random() < 0.1 else ""
        mark = "~" if rng.random() < 0.1 else ""
        yield f"  s{n}: {{publisher: Paper {n % 40}, title: Report {n}, published: {day}{mark}{derived}}}"
    yield "people:"
    for n in range(people):
        yield f"  p{n}: {{name: Person {n}, also: [P. {n}, Pérson {n}]}}"
    yield "places:\n  country: {name: Country}"
    for n in range(20):
        yield f"  t{n}: {{name: Town {n}, within: country}}"
    yield "kinds:"
    for kind, theme in KINDS.items():
        yield f"  {kind}: {{title: {kind.title()}, theme: {theme}}}"
    yield "events:"
    for n in range(events):
        yield f"  e{n}: {{title: What happened in case {n}, kind: {rng.choice(list(KINDS))}}}"
    yield "records:"
    for n in range(records):
        event = n % events
        first = next((s for s in range(int((days[event] - FIRST) / step), sources) if published[s] > days[event]), 0)
        source = min(sources - 1, first + int(rng.expovariate(0.5)))
        yield from _record(rng, n, event, source)
        yield f'    date: "{_date(rng, days[event], published[source])}"'
        yield f"    people: [p{rng.randrange(people)}, p{rng.randrange(people)}]"


def _record(rng: random.Random, number: int, event: int, source: int) -> Iterator[str]:
    yield f"  - event: e{event}"
    yield f"    source: s{source}"
    yield f"    paragraph: {number % 90 + 1}"
    yield f"    place: t{rng.randrange(20) if rng.random() < SLIP else event % 20}"
    yield f"    says: Account {number} of what happened there, to whom, and what came of it in the end."
    if rng.random() < 0.3:
        count = rng.choice((6, 7)) if rng.random() < SLIP else 5
        yield f"    facts: {{people: {'about ' if rng.random() < 0.5 else ''}{count}, sum: 300 USD}}"
    if rng.random() < 0.3:
        yield f"    according_to: p{number % 5}"
    if rng.random() < SLIP / 2:
        yield "    stance: denies"
    if rng.random() < 0.2 and event > 20:
        yield f"    after: e{rng.randrange(event - 20, event)}"


def _date(rng: random.Random, day: date, published: date) -> str:
    if rng.random() < SLIP:
        day -= timedelta(rng.randint(20, 200))
    forms = [
        str(day),
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"{day:%Y}~",
        f"[..{day}]",
        f"{day:%B} {day.day}, {day.year}",
        f"in {day:%B} {day.year}",
        f"in the {('winter', 'spring', 'summer', 'fall')[day.month % 12 // 3]} of {day.year}",
    ]
    if (published.year * 12 + published.month) - (day.year * 12 + day.month) == 1:
        forms += ["last month"] * 4
    if published.year - day.year == 1:
        forms += ["last year"]
    return rng.choice(forms)


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    options.out.write_text("\n".join(corpus(options.records, options.seed)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
