"""What only a whole process shows: closed pipes, interrupts, full disks, terminals, and what is imported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no such terminals here")

ROOT = Path(__file__).parents[2]
DATA = """
sources: {gazette: {publisher: Gazette, title: News}}
kinds: {custody: {title: Custody, theme: arrests}}
events: {arrest: {title: "Ana \\e[31mis\\e[0m arrested", kind: custody}}
records: [{event: arrest, source: gazette, paragraph: 1, date: 2019-03, says: Arrested.}]
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "data.yaml").write_text(DATA, encoding="utf-8")
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    return {**inherited, "PYTHONPATH": str(ROOT), "TIMELINE_DATA": str(tmp_path / "data.yaml"), "TERM": "xterm"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "timeline", *arguments]


def in_terminal(environment: dict[str, str], *arguments: str) -> str:
    """Run a command in a terminal of its own and return what it shows there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command(*arguments), stdout=theirs, stderr=theirs, stdin=theirs, env=environment):
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return shown.decode("utf-8")


def test_a_long_list_to_no_terminal_is_in_plain_columns(environment: dict[str, str], tmp_path: Path) -> None:
    events = "".join(f"  e{number}: {{title: Something happened here, kind: custody}}\n" for number in range(501))
    told = "".join(f"  - {{event: e{n}, source: gazette, paragraph: 1, date: 2019, says: So.}}\n" for n in range(501))
    kinds = (
        "sources: {gazette: {publisher: Gazette, title: News}}\nkinds: {custody: {title: Custody, theme: arrests}}\n"
    )
    (tmp_path / "data.yaml").write_text(f"{kinds}events:\n{events}records:\n{told}", encoding="utf-8")
    environment |= {"COLUMNS": "40"}

    def columns(*arguments: str) -> bool:
        ran = subprocess.run(command("show", *arguments), env=environment, capture_output=True, check=True)
        assert (b"501 events" in ran.stdout) == ("--limit" not in arguments)
        return ran.stdout.startswith(b"DATE  ")

    assert columns()
    assert columns("--format", "plain")
    assert not columns("--format", "table")
    assert not columns("--limit", "500")
    assert "DATE  " not in in_terminal(environment, "show")


def test_colour_is_for_terminals_and_never_with_no_color(environment: dict[str, str]) -> None:
    environment["COLUMNS"] = "100"
    coloured = in_terminal(environment, "show")
    assert "\x1b[1m" in coloured
    assert "\x1b[31mis" not in coloured
    assert "Ana ␛[31mis␛[0m arrested" in coloured
    plain = in_terminal({**environment, "NO_COLOR": "1"}, "show")
    assert "\x1b[3" not in plain
    piped = subprocess.run(command("show"), env=environment, capture_output=True, check=True).stdout
    assert b"\x1b" not in piped


def test_someone_at_a_terminal_is_told_the_corpus(environment: dict[str, str]) -> None:
    assert "Corpus: " in in_terminal(environment, "show", "--format", "csv")


def test_a_closed_pipe_is_no_matter(environment: dict[str, str]) -> None:
    for arguments in (["show"], ["export"], ["show", "--format", "plain"], ["why", "arrest"]):
        read, write = os.pipe()
        os.close(read)
        ran = subprocess.run(command(*arguments), env=environment, stdout=write, stderr=subprocess.PIPE, check=False)
        os.close(write)
        assert (ran.returncode, ran.stderr) == (141, b"")


def test_output_closed_from_the_start_is_no_matter(environment: dict[str, str]) -> None:
    line = " ".join(command("show")) + " >&-"
    ran = subprocess.run(line, shell=True, env=environment, capture_output=True, check=False)  # noqa: S602
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said_so(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command("export"), env=environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert ran.stderr == b"Error: No space left on device\n"


def test_an_interrupt_ends_it_without_a_traceback(environment: dict[str, str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.yaml")  # nobody ever writes to it, so reading it waits
    arguments = command("show", "--data", str(tmp_path / "slow.yaml"))
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        opened = os.open(tmp_path / "slow.yaml", os.O_WRONLY)  # once it is being read
        process.send_signal(signal.SIGINT)
        os.close(opened)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


def test_what_cannot_be_read_is_said_so(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    for name, code in (("folder.yaml", 2), ("bytes.yaml", 1), ("none.yaml", 2)):
        arguments = command("show", "--data", str(tmp_path / name))
        ran = subprocess.run(arguments, env=environment, capture_output=True, check=False)
        assert ran.returncode == code
        assert name.encode() in ran.stderr
        assert b"Traceback" not in ran.stderr


def test_a_narrow_encoding_shows_codes(environment: dict[str, str]) -> None:
    environment["PYTHONIOENCODING"] = "latin-1"
    ran = subprocess.run(command("show"), env=environment, capture_output=True, check=True)
    assert b"\\u241b[31mis" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "left_out"),
    [
        (["--help"], ["pydantic", "yaml", "rich", "timeline.model", "timeline.cli.show", "json"]),
        (["--version"], ["pydantic", "yaml", "rich", "timeline.model", "importlib.metadata"]),
        (["show"], ["rich", "dateutil", "difflib"]),
        (["export", "--format", "csv"], ["rich", "dateutil", "difflib"]),
    ],
)
def test_no_more_is_imported_than_needed(
    environment: dict[str, str], arguments: list[str], left_out: list[str]
) -> None:
    code = "import sys; from timeline.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, check=True, text=True
    )
    assert not set(left_out) & set(ran.stderr.split())
