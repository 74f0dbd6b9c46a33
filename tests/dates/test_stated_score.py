"""The score on dated expressions of the news, where that set lies beside the repository; skipped elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = ROOT.parent / "shared" / "dates"
LEAST = {"value": 85.0, "interval": 86.0, "contain": 88.0}
LEAST_PRECISION = 89.0
LEAST_SOUND = 97.0

pytestmark = pytest.mark.skipif(not (ROWS / "score.py").exists(), reason="the set of dated expressions is not here")


def test_score() -> None:
    command = f"{sys.executable} -m timeline date --jsonl"
    done = subprocess.run(
        [sys.executable, str(ROWS / "score.py"), "--cmd", command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    line = done.stdout.splitlines()[0].replace("(P", " ").replace(")", " ").split()
    scores = {name: (float(line[line.index(name) + 1]), float(line[line.index(name) + 2])) for name in LEAST}
    assert {name: share for name, (share, _) in scores.items() if share < LEAST[name]} == {}
    assert scores["value"][1] >= LEAST_PRECISION


def test_soundness() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/soundness.py", str(ROWS / "tbaq.jsonl")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    share = float(done.stdout.split("sound ")[1].split("%")[0])
    assert share >= LEAST_SOUND
