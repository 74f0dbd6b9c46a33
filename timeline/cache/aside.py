"""Work that nobody need wait for: a process of its own does it, after the command that it is for has ended."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_OPEN = 1024
_NICE = 10


def aside(work: Callable[[], object]) -> bool:
    """Have work done by a process that outlives this one; return False where there can be none.

    It holds on to no terminal, and to no pipe whose reader would wait for it. Whatever becomes of it, nobody is told.
    """
    if sys.platform != "linux":  # elsewhere a process that forks may not survive it
        return False
    try:
        child = os.fork()
    except OSError:
        return False
    if child:
        os.waitpid(child, 0)
        return True
    try:
        os.setsid()
        if not os.fork():  # whoever ended has no parent that would have to wait for it
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            os.closerange(3, _MOST_OPEN)
            os.nice(_NICE)
            work()
    finally:
        os._exit(0)  # without what else is to be done at the end, such as to write what is still to be written
