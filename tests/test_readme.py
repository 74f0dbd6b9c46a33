"""The README's examples are run: what it shows is what the program prints.

Set TIMELINE_UPDATE=1 to write the present output into the README; then read the difference.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ (timeline [^\n]*)\n(.*?)```", TEXT, flags=re.DOTALL)


def run(command: str, folder: Path) -> str:
    """Run a command in this folder, 80 columns wide; an empty folder makes it read the bundled corpus."""
    environment = {key: value for key, value in os.environ.items() if key != "TIMELINE_DATA"} | {"COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *shlex.split(command)[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines()) + "\n"


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_it_shows(command: str, shown: str, tmp_path: Path) -> None:
    printed = run(command, tmp_path)
    if os.environ.get("TIMELINE_UPDATE"):
        text = README.read_text(encoding="utf-8")
        before, after = f"```console\n$ {command}\n{shown}```", f"```console\n$ {command}\n{printed}```"
        README.write_text(text.replace(before, after), encoding="utf-8")
        return
    assert printed == shown


def test_the_corpus_it_shows_is_one(tmp_path: Path) -> None:
    [yaml] = re.findall(r"```yaml\n(.*?)```", TEXT, flags=re.DOTALL)
    (tmp_path / "events.yaml").write_text(yaml, encoding="utf-8")
    assert "0 errors, 0 warnings" in run("timeline check", tmp_path)
    assert "12 Mar 2019" in run("timeline show", tmp_path)


def test_its_tour_of_curating_can_be_walked(tmp_path: Path) -> None:
    [tour] = re.findall(r"```sh\n(timeline init .*?)```", TEXT, flags=re.DOTALL)
    script = f'set -e\ntimeline() {{ "{sys.executable}" -m timeline "$@"; }}\n{tour}'
    environment = {key: value for key, value in os.environ.items() if key != "TIMELINE_DATA"} | {"COLUMNS": "80"}
    environment["PYTHONPATH"] = str(ROOT)
    command = ["bash", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "0 errors, 0 warnings" in done.stdout
    assert "12 Mar 2019" in done.stdout


def test_the_table_it_shows_is_taken_in(tmp_path: Path) -> None:
    [table] = re.findall(r"```csv\n(.*?)```", TEXT, flags=re.DOTALL)
    (tmp_path / "claims.csv").write_text(table, encoding="utf-8")
    run("timeline import claims.csv events.yaml", tmp_path)
    assert "0 errors, 0 warnings" in run("timeline check", tmp_path)
    assert "12 Mar 2019" in run("timeline show", tmp_path)


def test_it_tells_of_every_command_and_of_no_other() -> None:
    told = set(re.findall(r"^\| `timeline (\w+)", TEXT, flags=re.MULTILINE)) | {"places", "sources"}
    assert told == set(COMMANDS)


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target
