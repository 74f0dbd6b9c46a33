"""How fast dates are found in running text: seconds of processor time for a million characters.

    python benchmarks/finding.py TEXT...

The texts are joined and repeated up to that length; beside them stands a text that is nothing but dates.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from timeline.dates.edtf import resolve
from timeline.dates.finding import find

LENGTH = 1_000_000


def seconds(text: str) -> tuple[float, int]:
    """Return the processor time that a text takes, and how many dates it holds."""
    begun = time.process_time()
    found = find(text, resolve("2021-02-22"))
    return time.process_time() - begun, len(found)


def main() -> None:
    """Print a line a text."""
    given = "\n\n".join(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]) + "\n\n"
    for name, text in (("given texts", given), ("dates alone", "12 March 2019 ")):
        took, dates = seconds((text * (LENGTH // len(text) + 1))[:LENGTH])
        print(f"{name}  {took:6.1f} s  {dates:7,} dates")


if __name__ == "__main__":
    main()
