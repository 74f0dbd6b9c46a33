"""What `timeline` takes beside other programs that read as many records, each in its own format and a whole process.

    python benchmarks/peers.py [--sizes 1000,10000,100000,1000000] [--runs 3] [--only NAME,…] [--bin DIR] [--markdown]

For each size a corpus is made (`corpora.py`) and the same facts are written in the format of each program. Each is run
once to see that its answer is right, and is not timed if it is not; then all are run in turn, ours and theirs, so that
each meets the machine in the same mood. Told is the least of the runs: other work on the machine only ever adds.

Run it with the interpreter that `timeline` is installed in. The others are sought in `--bin DIR`, the `bin` folder of
a virtual environment of their own (`benchmarks/requirements.txt` says what goes in), and then on PATH; hledger and
Miller (`mlr`) come from the system's packages. What is not there is left out, and said so. Whatever takes longer than
`--limit` seconds is ended, and not run at larger sizes; nor is what would take twice that, by its time at a smaller
size. Multiples tell more than times: those are of one machine.

All is done in a temporary folder that is the home of every program, and is gone afterwards.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpora import MIXES
from side_by_side.formats import YEAR, write_all
from side_by_side.processes import Cost, adopt, floor, run
from side_by_side.programs import BARE, Case, Program, chosen
from side_by_side.table import as_markdown, as_text, tables

FOLLOWS_FROM_US = ("PYTHON", "TIMELINE", "XDG_", "BEANCOUNT", "LEDGER", "MLR", "JRNL", "COLUMNS", "NO_COLOR")
"""How the names of variables begin that would change what is measured: without PYTHONDONTWRITEBYTECODE, say, modules
are compiled once, as they are for users."""

AGAINST = "bean-check"
"""What all are compared with, where it is there: it too reads text that people write, and checks it."""

ENOUGH = 20.0
"""Once a program's runs at a size took so many seconds, and there were two of them, they are enough."""


def environment(folder: Path) -> dict[str, str]:
    """Return what each program is started with: its home and all that it keeps is in this folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOLLOWS_FROM_US)}
    homes = {name: str(folder / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")}
    for home in homes.values():
        Path(home).mkdir(exist_ok=True)
    fixed = {"XDG_CACHE_HOME": str(folder / "cache"), "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80"}
    return kept | homes | fixed


def found(program: Program, folders: str) -> Path | None:
    """Return the command of a program, None where it is not installed."""
    if program.finds in {"", "timeline"}:
        own = Path(sys.executable)
        return own if not program.finds else own.with_name("timeline")
    path = shutil.which(program.finds, path=os.pathsep.join(filter(None, (folders, os.environ.get("PATH", "")))))
    if path is None or not program.module:
        return Path(path) if path else None
    with tempfile.TemporaryDirectory() as home:
        has = run([path, "-c", f"import {program.module}"], environment(Path(home)), limit=60).code == 0
    return Path(path) if has else None


class Contest:
    """The runs of all programs, size by size, and what they took."""

    def __init__(self, programs: Mapping[Program, Path], runs: int, limit: float, mix: str) -> None:
        self.programs, self.runs, self.limit, self.mix = programs, runs, limit, mix
        self.results: dict[tuple[str, int], Cost | str] = {}
        self._last: dict[Program, tuple[int, float]] = {}

    def at(self, size: int, folder: Path) -> None:
        """Run all programs at this size, with the files in this folder."""
        trying = [program for program in self.programs if self._may_end(program, size)]
        say(f"{size:,} records: writing them in each format")
        case = Case(folder, write_all(size, self.mix, folder, {program.reads for program in trying}))
        started = environment(folder)
        costs: dict[Program, list[Cost]] = {}
        for program in trying:
            said = self._first(program, case, started)
            self.results[program.name, size] = said
            if isinstance(said, Cost):
                costs[program] = []
        for number in range(self.runs):
            for program, taken in costs.items():
                if len(taken) < 2 or sum(cost.wall for cost in taken) < ENOUGH:
                    say(f"{size:,} records, run {number + 1} of {self.runs}: {program.name}")
                    program.before(case)
                    taken.append(run(self._command(program, case), started, 2 * self.limit).cost)
        for program, taken in costs.items() if self.runs else ():
            walls, processors, megabytes = zip(*taken, strict=True)
            self.results[program.name, size] = Cost(min(walls), min(processors), max(megabytes))

    def _may_end(self, program: Program, size: int) -> bool:
        """Return whether a program may end in time, as far as a smaller size tells; the result says so if it cannot."""
        before, seconds = self._last.get(program, (size, 0.0))
        may_end = seconds < self.limit and seconds * size / before < 2 * self.limit
        if not may_end:
            self.results[program.name, size] = "not run"
        return may_end

    def _first(self, program: Program, case: Case, started: Mapping[str, str]) -> Cost | str:
        """Run a program once, which makes what it keeps between runs; return what that took, or what is wrong."""
        say(f"{case.written.records:,} records, is its answer right: {program.name}")
        program.before(case)
        with case.file("out").open("wb") as out, case.file("err").open("wb") as err:
            ended = run(self._command(program, case), started, self.limit, out, err)
        self._last[program] = (case.written.records, ended.cost.wall)
        if ended.is_over:
            return f"over {self.limit:.0f} s"
        wrong = f"exit code {ended.code}" if ended.code else program.check(case, case.file("out"))
        if wrong:
            complaint = case.file("err").read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            say(f"{program.name} is not timed: {': '.join([wrong, *complaint])}", lasting=True)
        return "wrong answer" if wrong else ended.cost

    def _command(self, program: Program, case: Case) -> list[str | Path]:
        return [self.programs[program], *program.arguments(case)]


def say(what: str, *, lasting: bool = False) -> None:
    """Say on standard error what is being done, where somebody looks on, or what the reader must know."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="\n" if lasting else "", file=sys.stderr, flush=True)
    elif lasting:
        print(what, file=sys.stderr)


def report(contest: Contest, sizes: Sequence[int], absent: Sequence[Program], *, markdown: bool) -> Iterator[str]:
    """Yield the lines of the tables, and what must be known to read them."""
    measured = {name for (name, _), cost in contest.results.items() if isinstance(cost, Cost)}
    against = AGAINST if AGAINST in measured else BARE
    first, *others = tables(contest.results, [program.name for program in contest.programs], sizes, against)
    for table in [first] if markdown else [first, *others]:
        yield from as_markdown(table) if markdown else as_text(table)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores of {platform.machine()}, {platform.system()}"
    runs = f"the least of {contest.runs} runs in turn" if contest.runs > 1 else "one run"
    yield f"Whole processes asked for {YEAR}, {runs}; {contest.mix} mix; {machine}."
    yield f"Growth n^1.00 is as the corpus grows. Memory below {floor():.0f} MB cannot be told."
    if absent:
        names = ", ".join(dict.fromkeys(program.module or program.finds for program in absent))
        yield f"Not installed, and so left out: {names}."


def main() -> int:
    """Print the tables; return 1 where a program's answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000,1000000", help="numbers of records")
    parser.add_argument(
        "--runs", type=int, default=3, help="how often each is timed, at most; 0 for the first run alone"
    )
    parser.add_argument("--only", default="", help="names of programs, or their first words, parted by commas")
    parser.add_argument("--bin", default="", help="a folder where programs are sought first")
    parser.add_argument("--limit", type=float, default=300, help="seconds that a run may take")
    parser.add_argument("--mix", choices=sorted(MIXES), default="even", help="the shares of records, see corpora.py")
    parser.add_argument("--markdown", action="store_true", help="print it to be pasted into the README")
    options = parser.parse_args()
    adopt()
    sizes = sorted({int(size) for size in options.sizes.split(",")})
    places = {program: found(program, options.bin) for program in chosen(options.only)}
    there = {program: path for program, path in places.items() if path}
    contest = Contest(there, options.runs, options.limit, options.mix)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # then too nothing is left behind
    try:
        for size in sizes:
            with tempfile.TemporaryDirectory(prefix="timeline-peers-") as folder:
                contest.at(size, Path(folder))
    except KeyboardInterrupt:
        return 130
    say("")
    absent = [program for program, path in places.items() if not path]
    for line in report(contest, sizes, absent, markdown=options.markdown):
        print(line)
    return int("wrong answer" in contest.results.values())


if __name__ == "__main__":
    sys.exit(main())
