"""Files are written whole or not at all, and nothing else is left where a run is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from timeline.whole import write_whole

ROOT = Path(__file__).parents[1]
WRITER = """
import sys, time
from pathlib import Path
from timeline.whole import write_whole

def pieces():
    yield b"half"
    print("begun", flush=True)
    sys.stdin.read()
    yield b" and half"

write_whole(Path(sys.argv[1]), pieces())
print("done", flush=True)
sys.stdin.read()
"""


def writer(output: Path, *before: str) -> subprocess.Popen[bytes]:
    """A process that is in the midst of writing a file, and ends when it is given an end of its input."""
    process = subprocess.Popen(
        [*before, sys.executable, "-c", WRITER, str(output)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout
    assert process.stdout.readline() == b"begun\n"
    return process


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("former", [None, b"as it was"])
def test_who_is_told_to_end_leaves_nothing_half_written(
    tmp_path: Path, number: signal.Signals, former: bytes | None
) -> None:
    output = tmp_path / "page.html"
    if former is not None:
        output.write_bytes(former)
    process = writer(output)
    assert len(list(tmp_path.glob(".page.html.*.part"))) == 1
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == -number
    assert err == b"" or number == signal.SIGINT
    assert [file.name for file in tmp_path.iterdir()] == (["page.html"] if former else [])
    assert former is None or output.read_bytes() == former


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
def test_a_signal_that_is_ignored_stays_so(tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    process = writer(output, "nohup")
    process.send_signal(signal.SIGHUP)
    process.communicate(b"", timeout=20)
    assert process.returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    assert output.read_bytes() == b"half and half"


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
def test_one_of_two_at_once_that_ends_leaves_the_other_alone(tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    one, other = writer(output), writer(output)
    one.terminate()
    one.communicate(timeout=20)
    other.communicate(b"", timeout=20)
    assert (one.returncode, other.returncode) == (-signal.SIGTERM, 0)
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    assert output.read_bytes() == b"half and half"


def test_what_signals_meant_before_they_mean_again(tmp_path: Path) -> None:
    def pieces() -> list[bytes]:
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        return [b"text"]

    before = signal.getsignal(signal.SIGTERM)
    write_whole(tmp_path / "one", (piece for _ in range(1) for piece in pieces()))
    assert signal.getsignal(signal.SIGTERM) is before
    thread = threading.Thread(target=write_whole, args=(tmp_path / "two", [b"text"]))
    thread.start()
    thread.join()
    assert [(tmp_path / name).read_bytes() for name in ("one", "two")] == [b"text", b"text"]
