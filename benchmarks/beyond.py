"""What Splink takes to find planted twins among a million events or more, on DuckDB and on Spark.

    python benchmarks/beyond.py make 1000000 events.parquet      # the table, straight from made-up events
    python benchmarks/beyond.py run duckdb events.parquet
    python benchmarks/beyond.py run spark events.parquet [--master 'local[2]']

The table is the one that `timeline suggest --with splink` makes of a timeline, made here of `tests/twins.py` without
building one. Printed are seconds, the most memory that the process and what it started held, and what was found of what
was planted. Spark's memory is set as Spark is told: `PYSPARK_SUBMIT_ARGS='--driver-memory 6g pyspark-shell'`.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from timeline.dates import edtf
from timeline.likeness import beyond, events
from timeline.likeness.beyond.engines import engine, table_of
from timeline.likeness.beyond.events import MODEL, EventRow, event_rows
from timeline.model import Claim, Event, Timeline, Window
from timeline.problems import Pointer

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))


class Table(Sequence[EventRow]):
    """The rows of a Parquet file, of which a model looks at a few."""

    def __init__(self, file: Path) -> None:
        from pyarrow import parquet

        self._table = parquet.read_table(file)
        self._columns = [self._table.column(name).combine_chunks() for name in EventRow._fields]

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __getitem__(self, at: Any) -> Any:
        return EventRow(*(column[at].as_py() for column in self._columns))

    def events(self) -> list[str]:
        found: list[str] = self._table.column("event").to_pylist()
        return found


def made(records: int) -> Iterator[Event]:
    """Yield so many events, of one record each; a tenth are planted twins."""
    import twins

    pointer, resolve = Pointer("made.yaml"), cache(edtf.resolve)
    for one in islice(twins.told(records), records):
        date = resolve(one.when)
        claim = Claim(
            f"{one.event}/{one.source}", one.event, f"s{one.source}", 1, "", f"Told by {one.source}.", pointer
        )
        window = Window(one.when, date.reading, date.sound, (), 1)
        yield Event(one.event, one.title, one.kind, "t", (claim,), (window,), (one.who,))


def make(records: int, file: Path) -> None:
    """Write the table that Splink is given, with the id of each event."""
    import pyarrow as pa
    from pyarrow import parquet

    comparison = events.Comparison(Timeline(events=tuple(made(records))))
    ids = [one.event.id for one in comparison.told]
    table = table_of(event_rows(comparison.told))
    parquet.write_table(table.append_column("event", pa.array(ids)), file, row_group_size=50_000)


def run(backend: str, file: Path, master: str) -> None:
    """Find twins, and say how many of them were planted."""
    rows = Table(file)
    with engine(backend, master) as pairs:
        begun = time.perf_counter()
        found = pairs(MODEL, rows, str(file))
        print(f"{len(found):,} pairs in {time.perf_counter() - begun:.0f} s, the start of the engine aside")
    ids = rows.events()
    planted = {frozenset((f"e{one[1:]}", one)) for one in ids if one[0] == "t"}
    right = sum(frozenset((ids[one], ids[other])) in planted for one, other, _ in found)
    print(f"recall {right / len(planted):.3f} of {len(planted):,} planted, precision {right / len(found):.3f}")


def ours() -> Iterator[Path]:
    """Yield the folder in /proc of this process, and of each that it started (Linux)."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended
            parents[int(status.parent.name)] = int(status.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    found = [os.getpid()]
    for one in found:
        found += (child for child, parent in parents.items() if parent == one)
        yield Path("/proc") / str(one)


@contextmanager
def watched() -> Iterator[None]:
    """Print the seconds that something takes, by the clock and of processors, and the most memory held meanwhile."""
    most, done, begun = [0], threading.Event(), time.perf_counter()
    worked: dict[Path, int] = {}

    def look() -> None:
        pages = 0
        for process in ours():
            with suppress(OSError):
                pages += int((process / "statm").read_text(encoding="utf-8").split()[1])
                figures = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                worked[process] = int(figures[11]) + int(figures[12])
        most[0] = max(most[0], pages)

    def watch() -> None:
        while not done.wait(0.5):
            look()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
        look()
        seconds = sum(worked.values()) / os.sysconf("SC_CLK_TCK")
        megabytes = most[0] * os.sysconf("SC_PAGE_SIZE") / 1e6
        print(f"{time.perf_counter() - begun:.0f} s in all, {seconds:.0f} of processors, at most {megabytes:,.0f} MB")


def main() -> None:
    """Make a table, or compare one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("records", type=int)
    making.add_argument("file", type=Path)
    running = commands.add_parser("run")
    running.add_argument("backend", choices=beyond.BACKENDS)
    running.add_argument("file", type=Path)
    running.add_argument("--master", default="")
    options = parser.parse_args()
    with watched():
        if options.command == "make":
            gc.disable()  # what is made stays to the end
            make(options.records, options.file)
        else:
            run(options.backend, options.file, options.master)


if __name__ == "__main__":
    main()
