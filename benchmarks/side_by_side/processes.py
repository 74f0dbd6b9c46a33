"""A whole process, measured by what the system says of it when it ends, and ended when it takes too long.

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
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, NamedTuple

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
    """Run a command to its end, or for `limit` seconds."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
    )
    over = Timer(limit, _end, [process.pid])
    over.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:
        _end(process.pid)
        process.wait()
        raise
    finally:
        over.cancel()
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT / 2**20)
    return Ended(process.returncode, wall >= limit, cost)


def _end(process: int) -> None:
    """End a process and those that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)


def floor() -> float:
    """Return the most megabytes that this process held: less than that cannot be told of another."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 2**20
