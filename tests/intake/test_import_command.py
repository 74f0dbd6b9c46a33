"""`timeline import`: what it writes where, what it leaves out that is known already, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Ran, Run

from timeline.load import load
from timeline.pipeline import build

SLIDES = "Year,Month,Headline,Text\n2019,3,She is freed,Freed at noon\n2020,,The strike,Dockers strike\n"
CLAIMS = "event,event_title,kind,source,publisher,source_title,anchor,paragraph,says,stated,people\n"
FIRST = "arrest,She is arrested,custody,gazette,Gazette,Arrest,2019-03-14,3,Police took her,on Tuesday,Ana Vélez\n"
SECOND = "release,She is freed,custody,gazette,Gazette,Arrest,2019-03-14,4,She was freed,on Tuesday,Ana Vélez\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(run_here: Run, text: str, *arguments: str) -> Ran:
    Path("t.csv").write_text(text, encoding="utf-8")
    return run_here("import", "t.csv", *arguments)


def test_it_writes_a_data_file_that_is_a_corpus(run_here: Run, here: Path) -> None:
    done = imported(run_here, CLAIMS + FIRST + SECOND, "new.yaml")
    assert done == (0, "", "Wrote new.yaml: 2 records, 2 events, 1 source, 1 person.\n")
    timeline = build([here / "new.yaml"])
    assert not timeline.problems
    assert [event.date.edtf for event in timeline.events] == ["2019-03-12", "2019-03-12"]


def test_standard_input_to_standard_output(run_here: Run, here: Path) -> None:
    done = run_here("import", "-", given=(CLAIMS + FIRST).encode())
    assert (done.code, done.err) == (0, "")
    (here / "new.yaml").write_text(done.out, encoding="utf-8")
    assert not build([here / "new.yaml"]).problems
    done = run_here("import", "-", "-", given=b"event;says\n")
    assert (done.code, done.out) == (1, "")
    assert "standard input:1:1: error: no column `paragraph`, which is needed" in done.err


@pytest.mark.parametrize("there", ["mine", ""], ids=["full", "empty"])
def test_it_overwrites_nothing_unasked(there: str, run_here: Run, here: Path) -> None:
    (here / "new.yaml").write_text(there, encoding="utf-8")
    done = imported(run_here, CLAIMS + FIRST, "new.yaml")
    assert done == (2, "", "Error: new.yaml is there already; name another file, or overwrite it by --force\n")
    assert (here / "new.yaml").read_text(encoding="utf-8") == there
    assert imported(run_here, CLAIMS + FIRST, "new.yaml", "--force").code == 0


def test_not_even_by_force_does_it_overwrite_what_it_reads(run_here: Run, here: Path) -> None:
    done = imported(run_here, CLAIMS + FIRST, "new.yaml")
    (here / "link.csv").hardlink_to(here / "t.csv")
    before = (here / "new.yaml").read_bytes()
    for name in ("t.csv", "link.csv", "new.yaml"):
        done = imported(run_here, CLAIMS + FIRST, name, "--force", "--data", "new.yaml")
        assert (done.code, done.out) == (2, "")
        assert f"{name} is a file that this reads" in done.err
    assert (here / "t.csv").read_text(encoding="utf-8") == CLAIMS + FIRST
    assert (here / "new.yaml").read_bytes() == before


def test_with_a_fault_anywhere_nothing_is_written(run_here: Run, here: Path) -> None:
    wrong = FIRST.replace(",3,", ",x,") + SECOND.replace(",4,", ",0,")
    done = imported(run_here, CLAIMS + wrong, "new.yaml")
    assert (done.code, done.out) == (1, "")
    assert "t.csv:2:8: error: `paragraph`: `paragraph` is `x`; it must be a whole number [bad-value]" in done.err
    assert "t.csv:3:8: error: `paragraph`: " in done.err
    assert done.err.endswith("Nothing is written: mend what is wrong first.\n")
    assert not (here / "new.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.csv"], "missing.csv"),
        (["t.csv", "nowhere/new.yaml"], "no folder nowhere to write new.yaml in"),
        (["t.csv", "--published", "March"], "`March` is not an EDTF date"),
        (["t.csv", "--encoding", "klingon"], "no encoding `klingon` is known"),
        (["t.csv", "--encoding", "base64"], "no encoding `base64` is known"),
        (["t.csv", "--data", "missing.yaml"], "no such file or folder: missing.yaml"),
        ([], "Missing argument"),
    ],
    ids=str,
)
def test_what_cannot_run_ends_with_2(arguments: list[str], said: str, run_here: Run, here: Path) -> None:
    (here / "t.csv").write_text(CLAIMS + FIRST, encoding="utf-8")
    done = run_here("import", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_slides_cite_the_document_that_is_named(run_here: Run, here: Path) -> None:
    assert imported(run_here, SLIDES).code == 1
    done = imported(
        run_here, SLIDES, "new.yaml", "--publisher", "Gazette", "--title", "A year", "--published", "2021-01"
    )
    assert (done.code, done.err) == (0, "Wrote new.yaml: 2 records, 2 events, 1 source.\n")
    timeline = build([here / "new.yaml"])
    assert not timeline.problems
    [source] = timeline.sources
    assert (source.id, source.publisher, source.title) == ("gazette", "Gazette", "A year")
    assert imported(run_here, SLIDES, "named.yaml", "--source", "cal", "--publisher", "Gazette").code == 0
    assert [source.title for source in build([here / "named.yaml"]).sources] == ["t"]


def test_what_the_corpus_has_is_not_written_again(run_here: Run, here: Path) -> None:
    for text in (CLAIMS + FIRST, SLIDES):
        options = ["--publisher", "Gazette", "--source", "cal"] if text is SLIDES else []
        assert imported(run_here, text, "old.yaml", "--force", *options).code == 0
        done = imported(run_here, text, "again.yaml", "--force", "--data", "old.yaml", *options)
        assert done.code == 0
        assert "left out that the corpus has" in done.err
        assert not load([here / "again.yaml"])[0].records
        assert load([here / "again.yaml"])[0].events == {}


def test_what_is_new_joins_what_is_declared(run_here: Run, here: Path) -> None:
    assert imported(run_here, CLAIMS + FIRST, "old.yaml").code == 0
    done = imported(run_here, CLAIMS + FIRST + SECOND, "new.yaml", "--data", "old.yaml")
    assert done == (0, "", "Wrote new.yaml: 1 record, 1 event; 1 record left out that the corpus has.\n")
    new = load([here / "new.yaml"])[0]
    assert (list(new.events), new.sources, new.people) == (["release"], {}, {})
    timeline = build([here / "old.yaml", here / "new.yaml"])
    assert not timeline.problems
    assert [event.id for event in timeline.events] == ["arrest", "release"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("She is arrested", "He is arrested", "2:2: error: `event_title`: the event `arrest` has the title `She is"),
        (
            "Gazette,",
            "Herald,",
            "2:5: error: `publisher`: the source `gazette` has the publisher `Gazette`",
        ),
        ("2019-03-14", "2019-03-15", "2:7: error: `anchor`: the source `gazette` has the published `2019-03-14`"),
        ("custody", "arrest", "2:3: error: `kind`: the event `arrest` has the kind `custody` in the corpus"),
    ],
)
def test_what_differs_from_the_corpus_is_a_clash(old: str, new: str, said: str, run_here: Run, here: Path) -> None:
    assert imported(run_here, CLAIMS + FIRST, "old.yaml").code == 0
    done = imported(run_here, CLAIMS + FIRST.replace(old, new), "new.yaml", "--data", "old.yaml")
    assert done.code == 1
    assert said in done.err
    assert not (here / "new.yaml").exists()


@pytest.mark.usefixtures("here")
def test_a_claim_that_gets_another_number_is_told(run_here: Run) -> None:
    assert imported(run_here, CLAIMS + FIRST, "old.yaml").code == 0
    other = FIRST.replace("Police took her", "They came at four")
    done = imported(run_here, f"id,{CLAIMS}arrest/gazette/3,{other}", "new.yaml", "--data", "old.yaml")
    assert done.code == 0
    assert (
        "t.csv:2:1: warning: `id`: this claim will be `arrest/gazette/3/2`, not `arrest/gazette/3`: what names it by "
        "the old id must be mended [renumbered]"
    ) in done.err


def test_a_corpus_with_problems_is_not_built_upon(run_here: Run, here: Path) -> None:
    (here / "old.yaml").write_text("evnts: {}\n", encoding="utf-8")
    done = imported(run_here, CLAIMS + FIRST, "new.yaml", "--data", "old.yaml")
    assert done.code == 2
    assert "old.yaml:1:1: error: " in done.err
    assert "the corpus of --data has problems; mend them first" in done.err


def test_a_column_says_what_language_the_dates_of_a_document_are_in(run_here: Run, here: Path) -> None:
    header = "event_title,source,publisher,anchor,paragraph,says,stated,language\n"
    row = "Он арестован,letter,Нина,1935-03-20,2,Его взяли,в ночь на 1 марта,{}\n"
    assert imported(run_here, header + row.format("RU"), "new.yaml").code == 0
    [event] = build([here / "new.yaml"]).events
    assert event.date.edtf == "1935-02-28"
    done = imported(run_here, header + row.format("ge"), "other.yaml")
    assert (
        "t.csv:2:8: error: `language`: dates cannot be read in `ge`; the languages are en, ru [bad-language]"
        in done.err
    )
    done = imported(run_here, header + row.format(""), "other.yaml")
    assert "in `ru` it can be read: say `language: ru` of the source [unread-date]" in done.err
