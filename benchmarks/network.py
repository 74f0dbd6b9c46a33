"""How long it takes to narrow dates by order, beside how long parsing the same corpus takes.

    python benchmarks/network.py [--sizes 10,100,1000,10000,100000] [--memory]

Each corpus holds that many events with three relations each, true of one hidden history, as curated ones are but for
slips: half of the events are dated, a tenth last so long, one relation in a thousand is wrong. Printed are the seconds
that parsing takes, that working out the bounds takes (with what contradicts itself), that the whole stage takes (with
narrowed spans as well) and that ordering takes, each also as a part of parsing; and the time per event, which hardly
grows where growth is nearly linear. With --memory, the most memory that the stage holds. Exits with 1 if the stage
takes more than five times as long as parsing.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from timeline.constrain import constrain
from timeline.constrain.solving import solve
from timeline.constrain.statements import Statements
from timeline.constrain.system import Whole
from timeline.constrain.ties import Readings
from timeline.dates.span import iso
from timeline.load import load
from timeline.merge import merge
from timeline.order import order
from timeline.resolve import resolve

LIMIT = 5
T = TypeVar("T")


def corpus(events: int, seed: int = 0) -> Iterator[str]:
    """Yield the lines of a data file with this many events, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311
    days = sorted(rng.randrange(730_000, 737_000) for _ in range(events))
    place = list(range(events))
    rng.shuffle(place)  # ids must tell nothing of the order
    sources = max(3, events // 40)
    yield "sources:"
    for n in range(sources):
        yield f"  s{n}: {{publisher: P{n % 40}, title: T{n}, published: {'2018-12~' if n % 10 == 0 else '2019-01-01'}}}"
    yield "kinds:\n  day: {title: Day, theme: t, instant: true}\n  stay: {title: Stay, theme: t}"
    yield "events:"
    for n in range(events):
        yield f"  e{n}: {{title: What happened in case {n}, kind: {'stay' if n % 10 == 0 else 'day'}}}"
    yield "records:"
    for rank, n in enumerate(place):
        yield f"- event: e{n}\n  source: s{rng.randrange(sources)}\n  paragraph: {n % 90 + 1}"
        yield "  says: What happened there, to whom, and what came of it in the end."
        if rng.random() < 0.5:
            slack = rng.choice((0, 0, 10, 100))
            first, last = iso(days[rank] - rng.randint(0, slack)), iso(days[rank] + rng.randint(0, slack))
            yield f"  date: '[{first}..{last}]'" if first != last else f"  date: {first}"
        if n % 10 == 0:
            yield "  lasts: an hour"
        before = [place[max(0, rank - rng.randint(1, 40))] for _ in range(3)] if rank else []
        if rng.random() < 0.001:
            before.append(place[min(events - 1, rank + 40)])
        others = ", ".join(f"e{other}" for other in dict.fromkeys(before) if other != n)
        if others:
            yield f"  after: [{others}]"


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """Run once, and return the seconds it took and what it gave."""
    gc.collect()
    begun = time.perf_counter()
    given = run()
    return time.perf_counter() - begun, given


def measure(size: int, folder: Path, *, memory: bool) -> float:
    """Print the figures of one size; return how many times as long as parsing the stage takes."""
    file = folder / f"{size}.yaml"
    file.write_text("\n".join(corpus(size)) + "\n", encoding="utf-8")
    parsing, (read, _) = timed(lambda: load([file]))
    resolved, _ = resolve(read)
    events = merge(resolved.claims, read)
    solving, _ = timed(lambda: solve(Whole(Statements(events, resolved.sources)), Readings()))
    stage, narrowed = timed(lambda: constrain(events, resolved.sources, ()))
    ordering, _ = timed(lambda: order(narrowed.events, narrowed.links))
    times = " ".join(f"{seconds:8.3f} {seconds / parsing:5.2f}x" for seconds in (solving, stage, ordering))
    print(f"{size:>8} {parsing:8.3f} {times} {1e6 * stage / size:8.1f} {len(narrowed.conflicts):6}", end="")
    if memory:
        tracemalloc.start()
        constrain(events, resolved.sources, ())
        print(f" {tracemalloc.get_traced_memory()[1] / 1e6:8.1f}", end="")
        tracemalloc.stop()
    print(flush=True)
    return stage / parsing


def main() -> int:
    """Print a line a size; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000,10000,100000")
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    print("  events  parsing        solving          stage         ordering   us/event  contr.", end="")
    print("      MB" if options.memory else "")
    gc.disable()  # as in the pipeline: what is built only grows
    with tempfile.TemporaryDirectory() as folder:
        ratios = [measure(int(size), Path(folder), memory=options.memory) for size in options.sizes.split(",")]
    return int(ratios[-1] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
