"""The commands: what they print where, and how they exit."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from running import Run

from timeline.cli import COMMANDS
from timeline.cli.group import cli
from timeline.export import FORMATS

DATA = """
sources:
  gazette: {publisher: Gazette, title: Arrest in Arkan, published: 2019-03-14, file: 1.txt}
  herald: {publisher: Herald, title: Arkan freed, published: 2019-09-02}
people:
  ana: {name: Ana Vélez, also: [Anna Velez]}
places:
  capital: {name: Strelsau}
kinds:
  custody: {title: Custody, theme: arrests}
events:
  arrest: {title: Ana is arrested, kind: custody}
  release: {title: Ana is freed, kind: custody}
records:
  - {event: arrest, source: gazette, paragraph: 2, date: 2019-03-10, says: Arrested., people: [ana], place: capital}
  - {event: arrest, source: herald, paragraph: 1, date: 2019-04, says: Arrested in April., people: [ana]}
  - {event: release, source: herald, paragraph: 1, date: 2019-08, says: Freed., people: [ana]}
"""
WARNING = "  - {event: release, source: herald, paragraph: 2, date: on the eve of all that, says: Freed again.}\n"
ERROR = "  - {event: relaese, source: herald, paragraph: 2, says: Freed again.}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data.yaml"
    file.write_text(DATA, encoding="utf-8")
    return file


@pytest.fixture
def run(run_here: Run, monkeypatch: pytest.MonkeyPatch, data: Path) -> Run:
    """Run a command line on `data`, from the folder it lies in."""
    monkeypatch.chdir(data.parent)
    monkeypatch.setenv("TIMELINE_DATA", "data.yaml")
    return run_here


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--format", "plain"],
        ["show", "--format", "csv"],
        ["show", "--format", "json"],
        ["show", "--format", "markdown"],
        ["why", "arrest"],
        ["why", "arrest", "--format", "json"],
        ["why", "herald"],
        ["why", "herald", "--format", "json"],
        ["order", "arrest", "is freed"],
        ["order", "arrest", "release", "--format", "json"],
        ["gaps"],
        ["gaps", "--person", "ana", "--from", "2018", "--format", "json"],
        ["chart"],
        ["chart", "--year", "2019", "--ascii"],
        ["chart", "--year", "1950"],
        ["conflicts"],
        ["conflicts", "--format", "json"],
        ["people"],
        ["places", "--format", "plain"],
        ["sources", "--format", "json"],
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "github"],
        ["export"],
        ["export", "--format", "jsonl"],
        ["--help"],
        ["--version"],
        *([name, "--help"] for name in COMMANDS),
    ],
    ids=" ".join,
)
def test_commands_that_go_well_exit_with_0_and_say_nothing_on_the_side(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out or arguments == ["check", "--format", "github"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shwo"], "did you mean `show`?"),
        (["show", "--nope"], "No such option"),
        (["show", "--year", "soon"], "is not a period"),
        (["show", "--year", "2018", "--from", "2019"], "no day of 2018 lies in 2019.."),
        (["show", "--from", "2018..2019"], "one date is needed"),
        (["show", "--limit", "0"], "--limit"),
        (["show", "--person", "anna valez"], "did you mean `Anna Velez`?"),
        (["show", "--theme", "arests"], "did you mean `arrests`?"),
        (["show", "--data", "nowhere.yaml"], "nowhere.yaml"),
        (["why", "arest"], "did you mean `arrest`?"),
        (["why", "Ana is"], "2 events have `Ana is` in their titles: `arrest`, `release`"),
        (["order", "arrest"], "Missing argument 'OTHER'"),
        (["order", "arrest", "relaese"], "did you mean `release`?"),
        (["order", "arrest", "is arrested"], "are the same event, `arrest`"),
        (["gaps", "--person", "anna valez"], "did you mean `Anna Velez`?"),
        (["gaps", "--certain"], "No such option"),
        (["chart", "--from", "soon"], "is not a period"),
        (["export", "out.txt"], "names no format"),
        (["export", "out.json", "--rows", "claims"], "--rows is for CSV"),
        (["suggest", "--backend", "spark"], "--backend is for --with splink"),
        (["suggest", "--with", "splink", "--spark-master", "local"], "--spark-master is for --backend spark"),
        (["suggest", "conflicts", "--with", "splink"], "leave out --with for conflicts"),
        (["export", "out.csv", "--rows", "people"], "--rows people is for parquet"),
        (["export", "out.parquet", "--bom"], "--bom is for CSV"),
        (["export", "nowhere/out.csv"], "no folder nowhere"),
        (["verify"], "Missing option '--sources'"),
        (["verify", "--sources", "nowhere"], "nowhere: not a folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_could_not_run_exits_with_2_and_says_why(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_help_of_commands_is_their_own(run: Run) -> None:
    for name, lazy in COMMANDS.items():
        command = cli.get_command(cli.make_context("timeline", [], resilient_parsing=True), name)
        assert command is not None
        assert command.get_short_help_str(limit=200) == lazy.help
        assert lazy.help in " ".join(run("--help").out.split())


def test_errors_are_listed_and_what_is_good_is_shown(run: Run, data: Path) -> None:
    data.write_text(DATA + ERROR + WARNING, encoding="utf-8")
    for arguments in (["show"], ["export"], ["why", "arrest"], ["people"], ["conflicts"], ["gaps"], ["chart"]):
        ran = run(*arguments)
        assert ran.code == 1
        assert "Ana" in ran.out
        assert f"data.yaml:{DATA.count(chr(10)) + 1}:13: error: no event `relaese`; did you mean `release`?" in ran.err
        assert "1 error, 1 warning" in ran.err
        assert "on the eve" not in ran.err


def test_check_lists_everything_and_strict_fails_on_it(run: Run, data: Path) -> None:
    ran = run("check")
    assert "0 errors, 0 warnings, 1 open conflict, 0 settled." in ran.out
    assert "data.yaml" in ran.out
    strict = run("check", "--strict")
    assert strict.code == 1
    assert "open conflict: Ana is arrested" in strict.out
    data.write_text(DATA + WARNING, encoding="utf-8")
    assert (run("check").code, run("check", "--strict").code) == (0, 1)
    assert "warning: the date `on the eve of all that`" in run("check").out
    data.write_text(DATA + ERROR, encoding="utf-8")
    assert run("check").code == 1
    (problem,) = json.loads(run("check", "--format", "json").out)["problems"]
    assert (problem["code"], problem["severity"], problem["column"]) == ("unknown-event", "error", 13)
    assert run("check", "--format", "github").out.startswith("::error file=data.yaml,line=")


def test_filters_combine(run: Run) -> None:
    def shown(*filters: str) -> list[str]:
        return [event["id"] for event in json.loads(run("export", *filters).out)["events"]]

    assert shown() == ["arrest", "release"]
    assert shown("--year", "2019", "--to", "2019-05") == ["arrest"]
    assert shown("--person", "VELEZ", "--from", "2019-08") == ["release"]
    assert shown("--place", "strelsau") == ["arrest"]
    assert shown("--source", "gazette") == ["arrest"]
    assert shown("--search", "freed") == ["release"]
    assert shown("--conflicts") == ["arrest"]
    assert shown("--reverse", "--limit", "1") == ["release"]
    assert shown("--year", "2020") == []


def test_the_table_says_what_was_asked_and_which_corpus_it_is(run: Run) -> None:
    out = run("show", "--year", "2019", "--limit", "1").out
    assert "1 event left out" in out
    assert "Corpus: data.yaml (given by TIMELINE_DATA)." in out


def test_a_chart_falls_back_to_ascii_where_blocks_cannot_be_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "█" in run("chart").out
    assert "█" not in run("chart", "--ascii").out
    monkeypatch.setattr("timeline.cli.chart._can_show", lambda _: False)
    assert "#" in run("chart").out


def test_gaps_lie_in_the_period_asked_for(run: Run) -> None:
    told = json.loads(run("gaps", "--from", "2019-01", "--to", "2019-12", "--format", "json").out)
    assert told["periods"] == [{"first": "2019-01-01", "last": "2019-12-31"}]
    assert [(gap["first"], gap["last"]) for gap in told["gaps"]] == [
        ("2019-09-01", "2019-12-31"),
        ("2019-05-01", "2019-07-31"),
        ("2019-01-01", "2019-03-09"),
        ("2019-03-11", "2019-03-31"),
    ]
    assert len(json.loads(run("gaps", "--limit", "1", "--format", "json").out)["gaps"]) == 1


def test_verify(run: Run, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Arkan\n\nAna was arrested.", encoding="utf-8")
    ran = run("verify", "--sources", ".")
    assert ran.code == 0
    assert "1 document, 1 citation, 0 dates as stated, 0 quotes: all stand." in ran.out
    assert "herald" in ran.out
    (tmp_path / "1.txt").write_text("Arkan", encoding="utf-8")
    ran = run("verify", "--sources", ".")
    assert ran.code == 1
    assert "data.yaml:15:49: error: `1.txt` has 1 paragraph" in ran.out
    assert json.loads(run("verify", "--sources", ".", "--format", "json").out)["passes"] is False
    assert run("verify", "--sources", ".", "--format", "github").out.startswith("::error file=data.yaml,line=15,col=49")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "there is no source"),
        (DATA.replace(", file: 1.txt", ""), "`timeline snapshot FILE --source ID` records which file it is"),
    ],
)
def test_where_nothing_is_held_nothing_is_said_to_stand(run: Run, data: Path, text: str, why: str) -> None:
    data.write_text(text, encoding="utf-8")
    for form in ("text", "json", "github"):
        ran = run("verify", "--sources", ".", "--format", form)
        assert ran.code == 1
        if form == "json":
            assert json.loads(ran.out)["passes"] is None
        else:
            assert "Nothing was held against a document" in ran.out
            assert why in ran.out


def test_what_faults_in_the_data_leave_out_does_not_stand(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Arkan\n\nAna was arrested.", encoding="utf-8")
    data.write_text(DATA + ERROR, encoding="utf-8")
    assert "1 citation, 0 dates as stated, 0 quotes: all stand, but faults" in run("verify", "--sources", ".").out
    ran = run("verify", "--sources", ".", "--format", "json")
    assert (ran.code, json.loads(ran.out)["passes"]) == (1, False)


def test_a_document_that_nothing_cites_does_not_prove_that_all_stands(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Arkan", encoding="utf-8")
    data.write_text("sources: {a: {publisher: A, title: T, file: 1.txt}}", encoding="utf-8")
    ran = run("verify", "--sources", ".")
    assert (ran.code, ran.out) == (
        0,
        "1 document, 0 citations, 0 dates as stated, 0 quotes: nothing is cited of what is here.\n",
    )


def test_export_writes_a_file_by_its_suffix(run: Run, tmp_path: Path) -> None:
    for name, begins in (("a.csv", "id,"), ("a.json", "{"), ("a.jsonl", "{"), ("a.md", "# ")):
        ran = run("export", name)
        assert (ran.code, ran.out) == (0, "")
        assert f"Wrote {name}: 2 events" in ran.err
        assert (tmp_path / name).read_bytes().decode("utf-8").startswith(begins)
    assert run("export", "a.csv").code == 0
    assert b"\r\n" in (tmp_path / "a.csv").read_bytes()
    assert b"\r\r\n" not in (tmp_path / "a.csv").read_bytes()


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.extra[1]])
def test_a_format_whose_package_is_missing_says_how_to_install_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("timeline.export.find_spec", lambda _: None)
    ran = run("export", "--format", name, "report")
    assert (ran.code, ran.out) == (2, "")
    assert f"pip install 'timeline-evidence[{FORMATS[name].extra[1]}]'" in ran.err
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(("backend", "extra"), [("duckdb", "splink"), ("spark", "spark")])
def test_splink_that_is_not_installed_is_asked_for(
    backend: str, extra: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    ran = run("suggest", "--with", "splink", "--backend", backend)
    assert (ran.code, ran.out) == (2, "")
    assert f"pip install 'timeline-evidence[{extra}]'" in ran.err


def test_what_is_no_text_is_not_written_to_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.export.find_spec", lambda _: True)
    monkeypatch.setattr("timeline.cli.export.is_terminal", lambda: True)
    ran = run("export", "--format", "docx")
    assert (ran.code, ran.out) == (2, "")
    assert "timeline export report.docx" in ran.err


def test_bytes_are_written_as_they_are(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.export.find_spec", lambda _: True)
    monkeypatch.setattr("timeline.export.pieces", lambda *_, **__: iter([b"\xff\x00", b"\r\n"]))
    assert run("export", "a.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes() == b"\xff\x00\r\n"


def test_export_keeps_the_old_file_when_it_fails(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "a.csv"
    out.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("export", "a.csv")
    assert ran.code == 2
    assert "No space left on device" in ran.err
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "data.yaml"]


def test_export_has_the_permissions_of_any_file_and_keeps_those_there_are(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    run("export", "a.csv")
    (tmp_path / "b").write_text("", encoding="utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE((tmp_path / "b").stat().st_mode)
    out.chmod(0o640)
    run("export", "a.csv")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_export_refuses_what_is_no_plain_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "data.yaml")
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("folder.csv", "link.csv", "pipe.csv"):
        ran = run("export", name)
        assert ran.code == 2
        assert name in ran.err
    assert (tmp_path / "data.yaml").read_text(encoding="utf-8") == DATA


def linked(kind: str, data: Path) -> str:
    """Name a data file in one more way: itself, by a detour, by a link, or itself read under another name."""
    if kind == "symbolic link":
        (data.parent / "link.yaml").symlink_to(data)
        return "link.yaml"
    if kind == "hard link":
        (data.parent / "link.yaml").hardlink_to(data)
        return "link.yaml"
    if kind == "where the link leads":
        data.rename(data.parent / "real.yaml")
        data.symlink_to("real.yaml")
        return "real.yaml"
    return {"itself": "data.yaml", "detour": "../" + data.parent.name + "/data.yaml"}[kind]


@pytest.mark.parametrize("kind", ["itself", "detour", "symbolic link", "hard link", "where the link leads"])
def test_export_never_writes_over_the_data_it_reads(run: Run, data: Path, kind: str) -> None:
    name = linked(kind, data)
    ran = run("export", name, "--format", "markdown")
    assert (ran.code, ran.err) == (
        2,
        f"Error: {name} is a file that this reads; it would be lost, so name another OUTPUT\n",
    )
    assert data.read_text(encoding="utf-8") == DATA


def test_export_never_writes_over_one_of_a_folder_of_data(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "several"
    folder.mkdir()
    for name in ("a.yaml", "b.yml"):
        (folder / name).write_text(DATA if name == "a.yaml" else "records: []\n", encoding="utf-8")
    for name in ("a.yaml", "b.yml"):
        before = (folder / name).read_bytes()
        assert run("export", f"several/{name}", "--data", "several", "--format", "jsonl").code == 2
        assert (folder / name).read_bytes() == before
    assert run("export", "several/new.json", "--data", "several").code == 0


@pytest.mark.parametrize("cached", [False, True])
def test_export_never_writes_over_a_document(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, cached: bool
) -> None:
    if cached:
        monkeypatch.delenv("TIMELINE_NO_CACHE")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
        run("show")
    document = tmp_path / "sources" / "1.txt"
    document.parent.mkdir()
    document.write_text("Ana was taken.", encoding="utf-8")
    ran = run("export", "sources/1.txt", "--format", "markdown", "--year", "2019")
    assert ran.code == 2
    assert "sources/1.txt is there, and `gazette` was read from a file of that name" in ran.err
    assert document.read_text(encoding="utf-8") == "Ana was taken."
    assert run("export", "1.txt", "--format", "markdown").code == 0


def test_a_schema_takes_the_place_of_nothing_but_a_schema(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"events": []}', encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    for name in ("data.yaml", "other.json", "deep.json"):
        before = (tmp_path / name).read_bytes()
        ran = run("schema", name)
        assert ran.code == 2
        assert ran.err == f"Error: {name} is there, and no JSON Schema; name another OUTPUT, or remove it first\n"
        assert (tmp_path / name).read_bytes() == before
    assert run("schema", "new.json").code == run("schema", "new.json").code == 0


def test_a_fault_of_ours_is_told_in_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **_options: object) -> None:
        message = "out\x1b of order"
        raise RuntimeError(message)

    monkeypatch.setattr("timeline.pipeline.build", fail)
    ran = run("show")
    assert ran.code == 2
    assert ran.err.startswith("Error: a fault in the program, not in your data: RuntimeError: out␛ of order")


@pytest.mark.parametrize("command", ["people", "places", "sources", "show", "conflicts", "chart", "gaps"])
def test_a_corpus_that_yields_nothing_is_listed_as_such(run: Run, tmp_path: Path, command: str) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("# nothing yet\n", encoding="utf-8")
    ran = run(command, "--data", str(empty))
    assert ran.code == 1
    assert "the file is empty" in ran.err


@pytest.mark.parametrize(("file", "offered"), [("data.yaml", "plain,arrest"), ("broken.yaml", ""), ("none.yaml", "")])
def test_completion_offers_ids_and_is_silent_where_it_cannot(
    file: str, offered: str, run: Run, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("broken.yaml").write_text("{[", encoding="utf-8")
    monkeypatch.setenv("_TIMELINE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"timeline why --data {file} ar")
    monkeypatch.setenv("COMP_CWORD", "4")
    with pytest.raises(SystemExit):
        run()
    assert capsysbinary.readouterr() == (f"{offered}\n".encode(), b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_set_up_by_a_script(shell: str, run: Run) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert f"_TIMELINE_COMPLETE={shell}_complete" in done.out


def test_an_empty_path_is_not_this_folder(run: Run) -> None:
    done = run("show", "--data", "")
    assert done.code == 2
    assert "an empty path names no file" in done.err
