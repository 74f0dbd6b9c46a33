"""What is printed of the program without click is what click prints."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from timeline.cli import HELP
from timeline.cli.group import cli
from timeline.cli.helping import help_lines, run


@pytest.mark.parametrize("columns", [1, 52, 53, 60, 79, 80, 81, 99, 100, 101, 200])
def test_the_help_is_clicks(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    with cli.make_context("timeline", ["show"]) as context:
        assert context.get_help().splitlines() == list(help_lines(columns))


def test_so_is_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == CliRunner().invoke(cli, ["--version"]).output


@pytest.mark.parametrize("line", [[], ["--hel"], ["-h", "show"], ["--version", "--help"], ["--help", "--pager"], ["x"]])
def test_anything_else_is_left_to_click(line: list[str]) -> None:
    assert run(line) is None


@pytest.mark.parametrize("flag", HELP)
def test_both_flags_ask_for_help(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([flag]) == 0
    assert capsys.readouterr().out.startswith("Usage: timeline ")
