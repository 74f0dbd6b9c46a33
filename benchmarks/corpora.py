"""Make corpora of any size: `python benchmarks/corpora.py RECORDS OUT.yaml [--seed N]`.

Not random noise but the mix that curated corpora have: two records an event on average, told by documents of which
some repeat others; dates of every exactness, in EDTF and in words; some events that several sources date or count
differently; some relations; some claims that are denied or according to someone.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

KINDS = {"arrest": "arrests", "trial": "arrests", "protest": "activism", "interview": "activism", "departure": "exile"}
WORDS = (
    "in March {y}",
    "last month",
    "on Tuesday",
    "earlier this week",
    "since {y}",
    "late {y}",
    "in the summer of {y}",
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")


def corpus(records: int, seed: int = 0) -> Iterator[str]:
    """Yield the lines of a data file with this many records; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311
    sources = max(5, records // 50)
    people = max(5, records // 40)
    events = max(1, records // 2)
    yield "sources:"
    for n in range(sources):
        derived = f", derives_from: s{rng.randrange(n)}" if n and rng.random() < 0.2 else ""
        day = f"{rng.randint(2000, 2020)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
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
        yield from _record(rng, n, n % events, (sources, people, events))


def _record(rng: random.Random, number: int, event: int, sizes: tuple[int, int, int]) -> Iterator[str]:
    sources, people, events = sizes
    yield f"  - event: e{event}"
    yield f"    source: s{rng.randrange(sources)}"
    yield f"    paragraph: {number % 90 + 1}"
    yield f'    date: "{_date(rng, 1995 + event % 25)}"'
    yield f"    people: [p{rng.randrange(people)}, p{rng.randrange(people)}]"
    yield f"    place: t{rng.randrange(20) if rng.random() < 0.1 else event % 20}"
    yield f"    says: Account {number} of what happened there, to whom, and what came of it in the end."
    if rng.random() < 0.3:
        yield f"    facts: {{people: {'about ' if rng.random() < 0.5 else ''}{rng.choice((5, 5, 5, 6))}, sum: 300 USD}}"
    if rng.random() < 0.3:
        yield f"    according_to: p{rng.randrange(people)}"
    if rng.random() < 0.03:
        yield "    stance: denies"
    if rng.random() < 0.2 and event:
        yield f"    after: e{rng.randrange(max(0, event - 20), event) % events}"


def _date(rng: random.Random, year: int) -> str:
    month = rng.randint(1, 11)
    exact = f"{year}-{month:02}-{rng.randint(1, 28):02}"
    return rng.choice(
        (
            exact,
            f"{year}-{month:02}",
            str(year),
            f"{year}~",
            f"[..{exact}]",
            f"{MONTHS[month - 1]} {rng.randint(1, 28)}, {year}",
            rng.choice(WORDS).format(y=year),
        )
    )


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
