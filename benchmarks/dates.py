"""How fast stated dates resolve, beside dateparser where it is installed.

    python benchmarks/dates.py ROWS.jsonl

Each row holds {"expression", "anchor"}, as for `timeline date --jsonl`. Both resolve every row, warm, on one core.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.dates.edtf import resolve
from timeline.dates.stated import resolve_stated

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.resolution import Resolution

ROUNDS = 5


def per_second(rows: int, work: Callable[[], None], rounds: int = ROUNDS) -> float:
    """Return the best rate of a few rounds, in rows a second."""
    work()
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return rows / best


def ours(rows: list[tuple[str, str]]) -> float:
    anchors: dict[str, Resolution] = {anchor: resolve(anchor) for _, anchor in rows}
    asked = [(expression, anchors[anchor]) for expression, anchor in rows]

    def work() -> None:
        for expression, anchor in asked:
            resolve_stated(expression, anchor)

    return per_second(len(rows), work)


def dateparsers(rows: list[tuple[str, str]]) -> float | None:
    """Return dateparser's rate, None where it is not installed."""
    try:
        dateparser = import_module("dateparser")
    except ImportError:
        return None
    asked = [(expression, datetime.datetime.fromisoformat(anchor)) for expression, anchor in rows]

    def work() -> None:
        for expression, anchor in asked:
            settings = {"RELATIVE_BASE": anchor, "PREFER_DATES_FROM": "past"}
            dateparser.parse(expression, languages=["en"], settings=settings)

    return per_second(len(rows), work, rounds=1)


def main() -> None:
    """Print both rates and their ratio."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rows = [(row["expression"], row["anchor"]) for row in map(json.loads, lines)]
    own, other = ours(rows), dateparsers(rows)
    print(f"timeline    {own:10,.0f} expressions a second")
    if other is None:
        print("dateparser  not installed")
    else:
        print(f"dateparser  {other:10,.0f} expressions a second; timeline is {own / other:,.0f} times as fast")


if __name__ == "__main__":
    main()
