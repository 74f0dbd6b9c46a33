"""Corpora made for benchmarks are sound; what sets the program beside others takes no time of a wrong answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.pipeline import build

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
RECORDS = 100
COMMANDS = {
    "bean-check": ["bean-check"],
    "hledger": ["hledger register"],
    "jrnl": ["jrnl -year"],
    "khal": ["khal list (writing its cache)", "khal list (from its cache)"],
    "csvsort": ["csvsort"],
    "mlr": ["mlr filter then sort"],
    "sqlite-utils": ["sqlite-utils insert", "sqlite-utils query"],
}

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="processes are measured by what POSIX tells of them")


def peers(temporary: Path, only: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run the benchmark once over, untimed, and see that it leaves nothing behind."""
    temporary.mkdir()
    command = [
        sys.executable,
        str(BENCHMARKS / "peers.py"),
        "--sizes",
        str(RECORDS),
        "--runs",
        "0",
        "--only",
        only,
        *more,
    ]
    environment = os.environ | {"TMPDIR": str(temporary)}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert list(temporary.iterdir()) == []
    return ran


def rows(printed: str) -> dict[str, list[str]]:
    """The rows of a table in Markdown, by their names."""
    lines = [line.strip("| ").split(" | ") for line in printed.splitlines() if line.startswith("| ")]
    return {name: cells for name, *cells in lines[1:]}


@pytest.mark.parametrize("mix", ["even", "curated"])
def test_a_corpus_that_is_made_is_sound_and_whole(mix: str, tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"
    command = [sys.executable, str(BENCHMARKS / "corpora.py"), "300", str(made), "--mix", mix, "--seed", "7"]
    subprocess.run(command, check=True)
    timeline = build([made])
    assert not timeline.problems
    assert sum(len(event.claims) for event in timeline.events) == 300
    assert timeline.conflicts


def test_ours_is_measured_at_each_task(tmp_path: Path) -> None:
    if not Path(sys.executable).with_name("timeline").exists():
        pytest.skip("the program is not installed beside this Python")
    ran = peers(tmp_path / "left", "timeline", "--markdown")
    assert (ran.returncode, ran.stderr) == (0, "")
    found = rows(ran.stdout)
    assert len(found) == 9
    assert all("ms" in cells[0] or " s" in cells[0] for cells in found.values())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_peer_does_its_work(command: str, tmp_path: Path) -> None:
    if not shutil.which(command):
        pytest.skip(f"{command} is not installed")
    ran = peers(tmp_path / "left", command, "--markdown")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert set(rows(ran.stdout)) == {"python -c pass", *COMMANDS[command]}


def test_an_answer_that_is_wrong_is_not_timed_nor_one_that_is_late(tmp_path: Path) -> None:
    programs = {"mlr": "echo '{}'; echo cut short >&2", "csvsort": "exec sleep 60"}
    for name, script in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    ran = peers(tmp_path / "left", "mlr,csvsort", "--bin", str(tmp_path), "--limit", "1", "--markdown")
    assert ran.returncode == 1
    found = rows(ran.stdout)
    assert found["mlr filter then sort"][0] == "wrong answer"
    assert found["csvsort"][0] == "over 1 s"
    assert ran.stderr.startswith("mlr filter then sort is not timed: printed 1 records, not ")
    assert ran.stderr.endswith(": cut short\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere what a command leaves running is not known of")
def test_what_a_command_leaves_running_is_waited_for(tmp_path: Path) -> None:
    behind = tmp_path / "done"
    (tmp_path / "csvsort").write_text(f"#!/bin/sh\nsetsid sh -c 'sleep 0.3; touch {behind}' &\n", encoding="utf-8")
    (tmp_path / "csvsort").chmod(0o755)
    peers(tmp_path / "left", "csvsort", "--bin", str(tmp_path))
    assert behind.exists()
