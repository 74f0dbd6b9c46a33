"""How long it takes to part the dates of one event that overlap in a chain, each with the next: the worst of merging.

python benchmarks/merging.py [CLAIMS ...]
"""

from __future__ import annotations

import argparse
import time

from timeline.dates.span import day_of, within
from timeline.merge import windows
from timeline.model import Claim, ClaimDate
from timeline.problems import Pointer

EVERY, LONG = 10, 12
"""A claim's days begin so many after those of the one before, and are so many and one."""


def chain(count: int) -> list[Claim]:
    """Return claims on one event, each by a source of its own, of which each agrees with its neighbours only."""
    first = day_of(1990)
    spans = [within(first + EVERY * n, first + EVERY * n + LONG) for n in range(count)]
    return [
        Claim(
            f"e/s{n}/1",
            "e",
            f"s{n}",
            1,
            f"source:s{n}",
            "It happened.",
            Pointer("chain.yaml"),
            ClaimDate(reading=span, sound=span),
        )
        for n, span in enumerate(spans)
    ]


def main() -> None:
    """Print a line for each number of claims."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, nargs="*", default=[250, 500, 1000, 2000])
    for count in parser.parse_args().claims:
        claims = chain(count)
        start = time.process_time()
        found = windows(claims)
        print(f"{count:6} claims  {len(found):6} windows  {time.process_time() - start:8.2f} s")


if __name__ == "__main__":
    main()
