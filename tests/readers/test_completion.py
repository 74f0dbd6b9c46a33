"""Real shells complete: the keys are pressed in one, and what it then shows is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from needed import needed_command, needed_module

DATA = """
sources: {gazette: {publisher: Gazette, title: A, published: 2019}}
people: {zenobia-brandt: {name: "Zenobia: Brandt"}, at-risk: {name: Xaver Roth, withhold: true}}
places: {quay: {name: Quay}}
kinds: {strike: {title: Strike, theme: labour}}
events: {walkout-2019: {title: "Dockers $(touch evil) walk out; `touch evil2`", kind: strike}}
records: [{event: walkout-2019, source: gazette, paragraph: 1, says: x, people: [zenobia-brandt, at-risk]}]
"""
SET_UP = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(timeline completion bash)"'),
    "zsh": (["-f", "-i"], 'autoload -Uz compinit; compinit -u; eval "$(timeline completion zsh)"'),
    "fish": (["--no-config", "-i"], "timeline completion fish | source"),
}


@pytest.fixture(params=SET_UP)
def shell(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A shell that waits for keys, in a folder with a corpus, set up as our own help says."""
    pexpect: Any = needed_module("pexpect")
    arguments, set_up = SET_UP[request.param]
    command = needed_command(request.param)
    (tmp_path / "events.yaml").write_text(DATA, encoding="utf-8")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    program = bin_folder / "timeline"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m timeline "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_folder}:/usr/bin:/bin")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PS1", "> ")
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    child = pexpect.spawn(command, arguments, cwd=str(tmp_path), encoding="utf-8", timeout=60, dimensions=(24, 200))
    child.sendline(set_up)
    child.sendline("echo rea''dy")
    child.expect("ready")

    yield child
    child.close(force=True)
    assert not list(tmp_path.glob("evil*"))


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("timeline conf", "licts"),
        ("timeline why walk", "out-2019"),
        ("timeline show --person zen", "obia-brandt"),
        ("timeline show --place q", "uay"),
        ("timeline show --theme l", "abour"),
        ("timeline show --source g", "azette"),
        ("timeline order x w", "alkout-2019"),
    ],
)
def test_the_rest_of_a_word_is_filled_in(line: str, rest: str, shell: Any) -> None:
    shell.send(f"{line}\t")
    shell.expect_exact(rest)


def test_who_is_withheld_is_not_offered(shell: Any) -> None:
    shell.send("timeline show --person at\t")
    shell.send(" --person zen\t")
    shell.expect_exact("obia-brandt")  # so by then the first answer was there
    assert "risk" not in shell.before
