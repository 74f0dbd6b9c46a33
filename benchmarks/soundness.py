"""How often the sound span of a stated date holds the days that a reader's annotation gives it.

    python benchmarks/soundness.py ROWS.jsonl [--all]

Each row holds {"expression", "anchor", "value", "mod", "kind", "calendar"}: the gold TIMEX3 value of an expression
written on the anchor. Rows whose gold a reader would dispute on its face are left out: a weekday that the gold day is
not, or that it is more than seven days off (which AP's style would date); a year or month named otherwise than in the
words; a unit other than the words' own. Where the gold has a `mod` (START, END, APPROX ...) its value is the whole of
which the words mean a part: there the two must share a day. --all leaves nothing out.

Where words leave open between a few dates, one of these alternatives must hold the gold days. Beside that stands how
many would be sound by the hull around the alternatives, which holds the days between them too.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.dates.edtf import resolve
from timeline.dates.resolution import Resolution
from timeline.dates.span import Bounds, Day, date_of, weekday
from timeline.dates.stated import resolve_stated
from timeline.dates.timex import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UNITS = {"week": ("week", "day"), "weekend": ("weekend", "day"), "quarter": ("quarter",), "month": ("month", "day")}


def disputed(row: dict[str, Any], gold: tuple[Day, Day]) -> bool:
    """Whether the gold of a row contradicts its own words."""
    words = row["expression"].lower().replace("-", " ").replace(",", " ").replace(".", " ").split()
    anchor = resolve(row["anchor"]).reading.start_earliest or 0
    named = [WEEKDAYS.index(word.removesuffix("'s")) for word in words if word.removesuffix("'s") in WEEKDAYS]
    if named and (weekday(gold[0]) not in named or abs(gold[0] - anchor) > 7):
        return "before" not in words
    years = [int(word) for word in words if word.isdigit() and len(word) == 4]
    if years and not any(date_of(gold[0])[0] <= year <= date_of(gold[1])[0] for year in years):
        return True
    months = [MONTHS.index(word[:3]) + 1 for word in words if word[:3] in MONTHS and word not in ("second", "marked")]
    if months and date_of(gold[0])[1] not in months and "week" not in words:
        return True
    if row["kind"] == "month" and any(word.isdigit() and int(word) < 32 for word in words):
        return True
    return any(word in UNITS and "ago" not in words and row["kind"] not in UNITS[word] for word in words[-1:])


def holds(row: dict[str, Any], pieces: Iterable[Bounds], gold: tuple[Day, Day]) -> bool:
    """Whether a piece of a sound span holds the gold days, or shares one with them where the gold is of the whole."""
    first, last = gold if not row["mod"] else (gold[1], gold[0])
    return any((low is None or low <= first) and (high is None or high >= last) for low, _, _, high in pieces)


def main() -> None:
    """Print the share of answered rows that hold their gold, and the others."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    answered, missed, left_out, several, by_hull = 0, [], 0, 0, 0
    for row in rows:
        gold = days_of(row["value"]) if row["calendar"] else None
        found = resolve_stated(row["expression"], resolve(row["anchor"]))
        if gold is None or not isinstance(found, Resolution) or found.relative:
            continue
        if disputed(row, gold) and "--all" not in sys.argv:
            left_out += 1
            continue
        answered += 1
        several += bool(found.sound.alternatives)
        by_hull += holds(row, [found.sound.bounds], gold)
        if not holds(row, found.sound.pieces, gold):
            missed.append(f"  {row['expression']!r} written on {row['anchor']}: gold {row['value']}, read {found.edtf}")
    print(f"answered {answered}, disputed {left_out}, sound {100 * (1 - len(missed) / answered):.1f}%; missed:")
    print("\n".join(missed))
    print(f"{several} have alternatives; by their hulls sound {100 * by_hull / answered:.1f}%")


if __name__ == "__main__":
    main()
