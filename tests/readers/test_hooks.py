"""The hooks that other repositories may run are ones that pre-commit takes, and run what there is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import yaml
from needed import needed_command

from timeline.cli import COMMANDS

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def test_pre_commit_takes_them() -> None:
    command = [needed_command("pre-commit"), "validate-manifest", str(HOOKS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_they_run_commands_of_ours() -> None:
    entries = [hook["entry"].split() for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))]
    assert entries == [["timeline", "fmt"], ["timeline", "check"]]
    assert {name for _, name in entries} <= set(COMMANDS)
