"""How long the program takes to start, as a multiple of a bare `python -c pass` measured in the same run.

    python benchmarks/startup.py [--runs N]

Each command is run in turn with the bare interpreter, so that both meet the machine in the same mood; the figures
are medians. Run it with the interpreter of the virtual environment that the program is installed in. Exits with 1 if
a figure is over its limit, so that it can be watched by hand; tests do not time anything.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

TERMINAL = "show (at a terminal)"
COMPLETION = "(completing a command)"
COMPLETING = {"COMP_WORDS": "timeline ", "COMP_CWORD": "1", "_TIMELINE_COMPLETE": "bash_complete"}
LIMITS = {
    "--help": 5,
    "--version": 5,
    COMPLETION: 5,
    "show": 4.5,
    TERMINAL: 9,
    "show --format plain": 4.5,
    "show --no-cache": 18,
}
"""The multiple that each may take. Each is run once before, so `show` finds its timeline in the cache."""


def seconds(command: list[str], more: dict[str, str], *, terminal: bool = False) -> float:
    """Run a command once, with more in its environment, its output thrown away; return the seconds it took."""
    # Without this variable our own modules are compiled once, as they are for users.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | more
    begun = time.perf_counter()
    if not terminal:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        return time.perf_counter() - begun
    reader, screen = os.openpty()
    with subprocess.Popen(command, stdout=screen, env=environment | {"TERM": "xterm-256color"}) as running:
        os.close(screen)
        with suppress(OSError):  # the other end of a terminal is closed
            while os.read(reader, 1 << 16):
                pass
    os.close(reader)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return time.perf_counter() - begun


def main() -> int:
    """Print a line a command; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    bare = [sys.executable, "-c", "pass"]
    program = str(Path(sys.executable).with_name("timeline"))
    over = False
    for words, limit in LIMITS.items():
        more = COMPLETING if words == COMPLETION else {}
        terminal = words == TERMINAL
        command = [program] if more else [program, *words.removesuffix(" (at a terminal)").split()]
        seconds(command, more)
        pairs = [(seconds(command, more, terminal=terminal), seconds(bare, {})) for _ in range(runs)]
        times, bares = zip(*pairs, strict=True)
        ratio = median(times) / median(bares)
        over |= ratio > limit
        figures = (
            f"{1000 * median(times):6.0f} ms  {1000 * median(bares):4.0f} ms bare  {ratio:5.1f} times (limit {limit})"
        )
        print(f"timeline {words:22} {figures}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
