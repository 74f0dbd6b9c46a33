"""What the whole pipeline takes, beside a bare parse of the same file by PyYAML's C events, and how both grow.

    python benchmarks/scale.py [--sizes 1000,10000,100000] [--runs 3] [--thoroughly]

Each figure is the least processor time of a few runs, each in a process of its own, bare parse and build in turn.
Printed are seconds, the ratio of the two, microseconds a record, which hardly grow where growth is linear, and the
most memory the process held, beside that of one that holds the parsed values alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpora import corpus


def bare(file: Path) -> float:
    import gc

    import yaml

    gc.disable()
    begun = time.process_time()
    for _ in iter(yaml.CSafeLoader(file.read_text(encoding="utf-8")).get_event, None):
        pass
    return time.process_time() - begun


def values(file: Path) -> float:
    import gc

    from timeline import plain_yaml

    gc.disable()
    begun = time.process_time()
    plain_yaml.parse(file.read_bytes(), str(file))
    return time.process_time() - begun


def build(file: Path, *, thoroughly: bool = False) -> float:
    from timeline.pipeline import build as build_timeline

    begun = time.process_time()
    build_timeline([file], thoroughly=thoroughly)
    return time.process_time() - begun


def thorough(file: Path) -> float:
    return build(file, thoroughly=True)


WORK = {"bare": bare, "values": values, "build": build, "thorough": thorough}


def measured(what: str, file: Path) -> tuple[float, float]:
    """Return the seconds that some work took in a process of its own, and the most megabytes that this held."""
    ran = subprocess.run([sys.executable, __file__, "--one", what, str(file)], capture_output=True, check=True)
    seconds, kilobytes = json.loads(ran.stdout)
    return seconds, kilobytes / 1024


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--thoroughly", action="store_true", help="as `timeline check` does")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        seconds = WORK[options.one[0]](Path(options.one[1]))
        print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
        return
    work = "thorough" if options.thoroughly else "build"
    print(" records    bare  values   build   ratio  us/record  MB values  MB build  ratio")
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            file = Path(folder) / f"{size}.yaml"
            file.write_text("\n".join(corpus(size)) + "\n", encoding="utf-8")
            runs = [[measured(what, file) for what in ("bare", "values", work)] for _ in range(options.runs)]
            times = [min(run[at][0] for run in runs) for at in range(3)]
            memory = [max(run[at][1] for run in runs) for at in range(3)]
            figures = f"{times[0]:7.3f} {times[1]:7.3f} {times[2]:7.3f} {times[2] / times[0]:6.2f}x"
            room = f"{memory[1]:10.0f} {memory[2]:9.0f} {memory[2] / memory[1]:5.2f}x"
            print(f"{size:>8} {figures} {1e6 * times[2] / size:10.0f} {room}", flush=True)


if __name__ == "__main__":
    main()
