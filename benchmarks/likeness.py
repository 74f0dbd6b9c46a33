"""What `timeline suggest` takes beside a bare parse of the same corpus, how it grows, and what it finds.

    python benchmarks/likeness.py [--sizes 1000,10000,100000] [--runs 3]

Of happenings a tenth is told of twice, as two events in other words. In another corpus there are a fifth as many
people, of whom a tenth is written in two ways (`tests/twins.py` plants both).
Each figure is the least processor time of a few runs, in a process of its own; building the timeline is not counted,
since `benchmarks/scale.py` measures it. Recall is the share of what was planted that is suggested, precision the share
of what is suggested that was planted: some people do bear one name by chance.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scale import bare

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))


def suggested(file: Path, sort: str) -> tuple[float, float, list[list[str]]]:
    """Return the seconds of a bare parse, those of comparing, and the pairs that are suggested."""
    from timeline.likeness import suggestions
    from timeline.pipeline import build

    parse = bare(file)
    timeline = build([file])
    begun = time.process_time()
    found = suggestions(timeline, () if sort == "events" else (sort,))
    taken = time.process_time() - begun
    return parse, taken, [sorted(one.ids) for one in found if (one.sort == "event") == (sort == "events")]


def main() -> None:
    """Print two lines a size."""
    import twins

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(suggested(Path(options.one[0]), options.one[1])))
        return
    print(" records  sort       bare  suggest   ratio  us/record  suggested  recall  precision")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "twins.yaml"
        for size in map(int, options.sizes.split(",")):
            for sort, make in (("events", twins.corpus), ("people", twins.named)):
                text, planted = make(round(size / 1.1) if sort == "events" else max(20, size // 5))
                file.write_text(text, encoding="utf-8")
                command = [sys.executable, __file__, "--one", str(file), sort]
                ran = [subprocess.run(command, capture_output=True, check=True).stdout for _ in range(options.runs)]
                results = [json.loads(out) for out in ran]
                parse, taken = (min(one[at] for one in results) for at in (0, 1))
                found = {frozenset(pair) for pair in results[0][2]}
                right = len(found & planted)
                figures = f"{parse:7.3f}  {taken:7.3f}  {taken / parse:5.2f}x {1e6 * taken / size:10.0f}"
                marks = f"{right / len(planted):7.3f} {right / max(1, len(found)):10.3f}"
                print(f"{size:>8}  {sort} {figures} {len(found):10} {marks}", flush=True)


if __name__ == "__main__":
    main()
