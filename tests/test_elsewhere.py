"""What is different on other systems: what they refuse, lack, or name in another way."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import unicodedata
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from needed import needed_command
from running import Run, database_rows

from timeline import cli
from timeline.documents import file_in
from timeline.whole import write_new

ROOT = Path(__file__).parents[1]
DATA = """
sources:
  gazette: {publisher: Gazette, title: Taken, published: 2019-03-14, file: Café.txt}
kinds: {custody: {title: Custody, theme: arrests}}
events: {arrest: {title: Ana is taken, kind: custody}}
records: [{event: arrest, source: gazette, paragraph: 1, quote: Ana was taken, date: 2019-03, says: Taken.}]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "data.yaml").write_text(DATA, encoding="utf-8")
    return tmp_path / "data.yaml"


def test_a_file_that_another_program_has_open_is_named(
    data: Path, tmp_path: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "events.csv"
    output.write_text("as it was", encoding="utf-8")

    def refuse(one: Path, other: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(one), None, str(other))

    monkeypatch.setattr(Path, "replace", refuse)  # as Windows does of one that is open
    ran = run_here("export", str(output), "--data", str(data))
    assert ran.code == 2
    assert f"Error: {output} cannot be replaced: Access is denied; close it where it is open" in ran.err
    assert output.read_text(encoding="utf-8") == "as it was"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data.yaml", "events.csv"]


def test_what_cannot_be_written_is_named(
    data: Path, tmp_path: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "events.csv"

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def refused(**asked: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied", f"{asked['dir']}/{asked['prefix']}x.part")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert run_here("export", str(output), "--data", str(data)).err == f"Error: {output}: No space left on device\n"
    monkeypatch.setattr("tempfile.mkstemp", refused)
    assert run_here("export", str(output), "--data", str(data)).err == f"Error: {output}: Permission denied\n"
    assert [one.name for one in tmp_path.iterdir()] == ["data.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="no name has a line end there")
def test_a_name_with_a_line_end_makes_no_line_of_its_own(data: Path, tmp_path: Path, run_here: Run) -> None:
    name = f"{tmp_path}/none\nError: all is lost"
    for arguments in (("show", "--data", f"{name}.yaml"), ("export", f"{name}/events.csv", "--data", str(data))):
        ran = run_here(*arguments)
        assert (ran.code, ran.err.count("\n")) == (2, 1), ran


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(one: Path, other: Path) -> None:
        if one.exists():
            raise FileExistsError(errno.EEXIST, "File exists", str(other), None, str(one))
        raise PermissionError(errno.EPERM, "Operation not permitted", str(other), None, str(one))

    monkeypatch.setattr(Path, "hardlink_to", refuse)  # as file systems of memory sticks do


def test_a_corpus_is_begun_where_there_are_no_hard_links(
    tmp_path: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    assert run_here("init", str(tmp_path / "new")).code == 0
    names = sorted(one.relative_to(tmp_path / "new").as_posix() for one in (tmp_path / "new").rglob("*"))
    assert names == ["events.yaml", "sources", "sources/.gitignore", "timeline.schema.json"]
    assert run_here("check", "--data", str(tmp_path / "new")).code == 0


def test_without_hard_links_nothing_is_overwritten_or_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_links(monkeypatch)
    there, new = tmp_path / "there.txt", tmp_path / "new.txt"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new(there, "other")

    def refuse(_one: Path, _other: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="Input/output error"):
        write_new(new, "other")
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("there.txt", "mine")]


@pytest.mark.parametrize(("platform", "code"), [("win32", 141), ("linux", 2)])
def test_a_closed_pipe_on_windows(
    platform: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_arguments: list[str]) -> object:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(cli, "_run", fail)
    assert cli.run(["show"]) == code
    assert capsys.readouterr().err == ("" if code == 141 else "Error: Invalid argument\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is worked in cannot be removed there")
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from timeline.cli import main; main()"
    for arguments, expected in ((["show"], 0), (["export", "x.csv"], 2), (["init"], 2)):
        gone.mkdir(exist_ok=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TIMELINE_DATA": ""}
        command = [sys.executable, "-c", code, *arguments]
        ran = subprocess.run(command, cwd=gone, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == expected
        assert "Traceback" not in ran.stderr
        assert expected == 0 or ran.stderr.startswith("Error: ")
        assert ran.stderr != "Error: No such file or directory\n"


@pytest.mark.parametrize(("on_disk", "named"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_name_with_accents_is_found_however_it_is_composed(
    on_disk: Any, named: Any, data: Path, tmp_path: Path, run_here: Run
) -> None:
    data.write_text(unicodedata.normalize(named, DATA), encoding="utf-8")
    sources = tmp_path / "sources"
    sources.mkdir()
    document = sources / unicodedata.normalize(on_disk, "Café.txt")
    document.write_text("Ana was taken.", encoding="utf-8")
    ran = run_here("verify", "--sources", str(sources), "--data", str(data))
    assert (ran.code, "1 citation" in ran.out) == (0, True), ran
    assert "gazette" in run_here("read", str(document), "--data", str(data)).out
    ran = run_here("snapshot", str(document), "--source", "gazette", "--data", str(data))
    assert ran.code == 0, ran
    refused = run_here("export", str(document), "--format", "csv", "--data", str(data))
    assert "`gazette` was read from a file of that name" in refused.err


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_way_out_of_the_folder_by_the_other_form_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "sources" / unicodedata.normalize("NFD", "é.txt")).symlink_to(tmp_path / "secret.txt")
    assert file_in(tmp_path / "sources", "é.txt") == tmp_path / "sources" / "é.txt"


def test_utf_16_without_a_mark_is_not_taken_for_text(tmp_path: Path, run_here: Run) -> None:
    document = tmp_path / "gazette.txt"
    for codec in ("utf-16-le", "utf-16-be", "utf-16"):
        document.write_text("Ana was taken on Tuesday.", encoding=codec)
        ran = run_here("read", str(document))
        assert ran.code == 2
        assert "is not UTF-8" in ran.err
    document.write_text("Ana was\0 taken on Tuesday.", encoding="utf-8")
    assert run_here("read", str(document)).code == 0


@pytest.mark.parametrize("state", ["C:\\corpus\\events.yaml", "c:/corpus"])
def test_a_drive_is_no_revision(state: str, run_here: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert run_here("diff", state).err == f"Error: no such file or folder: {state}\n"


def test_a_path_in_a_revision_is_written_as_on_windows(
    data: Path, tmp_path: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = needed_command("git")
    (tmp_path / "kept").mkdir()
    data.rename(tmp_path / "kept" / "data.yaml")
    for arguments in (
        ["init", "-q"], ["add", "kept"], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a"],
    ):  # fmt: skip
        subprocess.run([git, *arguments], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    ran = run_here("diff", "HEAD:kept\\data.yaml", "kept/data.yaml")
    assert (ran.code, ran.err) == (0, "")


class OldConnection(sqlite3.Connection):
    """A connection of an SQLite that only knows files."""

    def __getattribute__(self, name: str) -> Any:
        if name in {"serialize", "deserialize"}:
            raise AttributeError(name)
        return super().__getattribute__(name)


def test_an_old_sqlite_writes_the_same_database(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    made = []
    for name in ("new", "old"):
        if name == "old":
            monkeypatch.setattr(sqlite3, "connect", lambda file: connect(file, factory=OldConnection))
        assert cli.run(["export", str(tmp_path / f"{name}.sqlite"), "--data", str(data)]) == 0
        monkeypatch.undo()
        made.append((tmp_path / f"{name}.sqlite").read_bytes())
    assert database_rows(made[0]) == database_rows(made[1])
    for held in made:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(held)
            assert database.execute("PRAGMA application_id").fetchone() == (0x544C4E45,)


def test_an_old_sqlite_reads_what_is_kept(
    data: Path, tmp_path: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline.cache import store

    monkeypatch.delenv("TIMELINE_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = run_here("show", "--data", str(data))
    connect = store._SQLITE.connect
    opened: list[object] = []

    def old(file: object, **options: Any) -> sqlite3.Connection:
        opened.append(file)
        made: sqlite3.Connection = connect(file, factory=OldConnection, **options)
        return made

    monkeypatch.setattr(store, "_SQLITE", SimpleNamespace(connect=old, Connection=object))
    monkeypatch.setattr("timeline.pipeline.build", None)  # it is not worked out anew
    assert run_here("show", "--data", str(data)) == before
    assert len(opened) == 1
    assert str(opened[0]).endswith(".sqlite?mode=ro&immutable=1")


@pytest.mark.parametrize(("platform", "asked"), [("win32", ""), ("win32", "ascii"), ("linux", "")])
def test_what_windows_writes_to_a_file_is_utf_8(platform: str, asked: str) -> None:
    regional = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # so that Python writes ASCII
    environment = {**os.environ, **regional, "PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONIOENCODING": asked} if asked else {}
    code = (
        f"import sys; from timeline import cli; sys.platform = {platform!r}; "
        "cli._run = lambda _: print('\\u2192 \\u202f\\udcff'); sys.exit(cli.run([]))"
    )
    ran = subprocess.run([sys.executable, "-X", "utf8=0", "-c", code], env=environment, capture_output=True, check=True)
    in_utf_8 = platform == "win32" and not asked
    assert ran.stdout == ("→ \u202f\\udcff\n".encode() if in_utf_8 else rb"\u2192 \u202f\udcff" + b"\n")


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("command", ["show", "chart", "why arrest", "conflicts", "check"])
def test_any_encoding_of_a_console_will_do(encoding: str, command: str, data: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "TIMELINE_DATA": str(data)}
    arguments = [sys.executable, "-m", "timeline", *command.split()]
    ran = subprocess.run(arguments, env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert len(ran.stdout.decode(encoding)) > 20
