"""Commands at a terminal of their own, answered as a person answers."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no such terminals here")

ROOT = Path(__file__).parents[1]


class Terminal:
    """A command in a terminal of its own, driven by what it shows."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "TIMELINE_DATA": ""}
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "timeline", *arguments]
        self._ours, self.shown, self.transcript = ours, "", ""
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment
        )
        os.close(theirs)

    def until(self, words: str, *, seconds: float = 60) -> str:
        """Wait until the words are shown, and return what came with them."""
        end = time.monotonic() + seconds
        while words not in self.shown:
            ready, _, _ = select.select([self._ours], [], [], max(0, end - time.monotonic()))
            assert ready, f"waited for {words!r}, shown is {self.shown!r}"
            try:
                piece = os.read(self._ours, 65536)
            except OSError:
                piece = b""
            assert piece, f"it ended before {words!r}, shown is {self.shown!r}"
            text = piece.decode("utf-8", "replace").replace("\r\n", "\n")
            self.shown += text
            self.transcript += text
        before, self.shown = self.shown.split(words, 1)
        return before + words

    def answer(self, question: str, words: str) -> str:
        shown = self.until(question)
        os.write(self._ours, words.encode() + b"\n")
        return shown

    def ended(self) -> int:
        code = self.process.wait(timeout=60)
        os.close(self._ours)
        return code
