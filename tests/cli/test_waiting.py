"""What takes long says so on a terminal, and nowhere else."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from timeline.cli.waiting import waiting

pty = pytest.importorskip("pty", reason="there are no such terminals here")

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with waiting("Reading") as now:
        now("Resolving")
    assert capsys.readouterr().err == ""


def test_what_takes_long_is_named_and_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("timeline.cli.waiting._AFTER", 0.0)
    told = ""
    with waiting("Reading") as now:
        while "Reading, 0 s" not in told:
            told += capsys.readouterr().err
        now("Resolving")
        while "Resolving, 0 s" not in told:
            told += capsys.readouterr().err
    told += capsys.readouterr().err
    shown = told.rsplit("\r", 3)[-3]
    assert shown.startswith("Resolving, ")
    assert told.endswith(f"\r{shown}\r{' ' * len(shown)}\r")
    assert "\x1b" not in told


@pytest.mark.parametrize("where", ["pipe", "dumb terminal"])
def test_nothing_is_said_elsewhere(
    where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: where != "pipe")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("timeline.cli.waiting._AFTER", 0.0)
    with waiting("Reading"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_who_waits_can_interrupt(tmp_path: Path) -> None:
    slow, out = tmp_path / "slow.yaml", tmp_path / "out.csv"
    os.mkfifo(slow)  # nobody ever writes to it, so reading it waits
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "timeline", "export", str(out), "--data", str(slow)]
    with subprocess.Popen(command, env={**os.environ, "TERM": "xterm"}, stderr=theirs) as process:
        os.close(theirs)
        opened = os.open(slow, os.O_WRONLY)  # once it is being read
        told = b""
        while b"Reading the data files" not in told:
            told += os.read(ours, 1024)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        os.close(opened)
    told += os.read(ours, 4096)
    os.close(ours)
    assert re.search(rb" s\r +\r+$", told.rstrip(b"\n"))
    assert b"Traceback" not in told
    assert [one.name for one in tmp_path.iterdir()] == ["slow.yaml"]
