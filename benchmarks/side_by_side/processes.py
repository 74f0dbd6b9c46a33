"""A whole process, measured by what the system says of it when it ends, and ended when it takes too long.

A command may leave work to a process that outlives it, as `timeline` does to fill its cache. Its time by the clock is
the command's own; the time of processors and the memory are of all that it started, which is waited for, so that it is
neither left out nor lands on the next one.

The memory is the most that the process held at once, as `wait4` tells it, so that nothing is sampled. A process begins
as a copy of this one, and the system counts that too: what needs less than this one holds cannot be told, so this one
holds little (see `floor`).
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO, NamedTuple

_SET_CHILD_SUBREAPER = 36
"""The number by which Linux's `prctl` knows it."""

_UNIT = 1 if sys.platform == "darwin" else 1024
"""How many bytes the system's unit of memory has."""


class Cost(NamedTuple):
    """What a run took: seconds by the clock and of processors, and the most megabytes held."""

    wall: float
    processor: float
    megabytes: float


class Ended(NamedTuple):
    """How a run ended: its exit code, whether it was ended for taking too long, and what it took."""

    code: int
    is_over: bool
    cost: Cost


def run(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    limit: float,
    out: IO[bytes] | int = subprocess.DEVNULL,
    err: IO[bytes] | int = subprocess.DEVNULL,
) -> Ended:
    """Run a command to its end, or for `limit` seconds, and then what it left running, for as long again."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
    )
    try:
        with _ending_after(limit, process.pid):
            _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        usages = [used]
        with _ending_after(limit), suppress(ChildProcessError):
            while True:
                usages.append(os.wait4(-1, 0)[2])
    except BaseException:
        with suppress(ChildProcessError):
            while True:
                _end_all(process.pid)
                os.wait4(-1, 0)
        process.returncode = -signal.SIGKILL
        raise
    processors = sum(used.ru_utime + used.ru_stime for used in usages)
    cost = Cost(wall, processors, max(used.ru_maxrss for used in usages) * _UNIT / 2**20)
    return Ended(process.returncode, wall >= limit, cost)


def adopt() -> None:
    """Have what the commands leave running become children of this process, where the system can do that: Linux."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


@contextmanager
def _ending_after(limit: float, *started: int) -> Iterator[None]:
    over = Timer(limit, _end_all, started)
    over.daemon = True
    over.start()
    try:
        yield
    finally:
        over.cancel()


def _end_all(*started: int) -> None:
    """End these processes, and on Linux all others that are children of this one."""
    found = (pid for task in Path("/proc/self/task").glob("*/children") for pid in task.read_text().split())
    for pid in {*started, *map(int, found)}:
        for end in (os.killpg, os.kill):
            with suppress(ProcessLookupError, PermissionError):
                end(pid, signal.SIGKILL)


def floor() -> float:
    """Return the most megabytes that this process held: less than that cannot be told of another."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 2**20
