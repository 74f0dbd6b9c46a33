"""What the whole pipeline takes, beside a bare parse of the same file, and how both grow.

    python benchmarks/scale.py [--sizes 1000,10000,100000] [--runs 3] [--thoroughly]

Each figure is the least processor time of a few runs, each in a process of its own, parses and build in turn. A bare
parse is told three times: PyYAML's C events alone, the plain values that are made of them, as of any file there is
(`plain_yaml.builder`), and the same values of a plainly written file (`plain_yaml.quick`), which is what the build
begins with. Printed are seconds, how often the build takes the first two, microseconds a record, which hardly grow
where growth is linear, and the most memory the process held, beside that of one that holds the parsed values alone.

Run it with a Python that was compiled with optimization, as those of distributions and installers are: one that was
not (pyenv's, unless it is asked for that) takes half as long again for all but what libyaml does.
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


def parsed(file: Path) -> float:
    import gc

    from timeline.plain_yaml import builder

    gc.disable()
    begun = time.process_time()
    builder.parse(file.read_text(encoding="utf-8"), str(file))
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


WORK = {"bare": bare, "parsed": parsed, "values": values, "build": build, "thorough": thorough}


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
    print(" records  events  parsed  quickly  build  of events  of parsed  us/record  MB values  MB build  ratio")
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            file = Path(folder) / f"{size}.yaml"
            file.write_text("\n".join(corpus(size)) + "\n", encoding="utf-8")
            runs = [[measured(what, file) for what in ("bare", "parsed", "values", work)] for _ in range(options.runs)]
            events, parsed_, quickly, built = (min(run[at][0] for run in runs) for at in range(4))
            held, most = (max(run[at][1] for run in runs) for at in (2, 3))
            times = f"{events:7.3f} {parsed_:7.3f} {quickly:7.3f} {built:7.3f}"
            ratios = f"{built / events:9.2f}x {built / parsed_:9.2f}x {1e6 * built / size:10.0f}"
            print(f"{size:>8} {times} {ratios} {held:10.0f} {most:9.0f} {most / held:5.2f}x", flush=True)


if __name__ == "__main__":
    main()
