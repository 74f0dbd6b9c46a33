"""`timeline read` and `timeline coverage`: what they print of documents, and of those that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from goldens import assert_golden
from running import Run

DATA = """
sources:
  gazette: {publisher: Gazette, title: Arrest in Strelsau, published: 2019-03-14, file: 1.txt}
  listok: {publisher: Листок, title: Задержание, published: 2019-03-14, file: 2.txt, language: ru}
  herald: {publisher: Herald, title: Freed, published: 2019-09-02, file: ../9.txt}
people:
  ana: {name: Ana Vélez, also: [Vélez]}
places:
  capital: {name: Strelsau}
kinds:
  custody: {title: Custody, theme: arrests}
events:
  arrest: {title: Ana is arrested, kind: custody}
  release: {title: Ana is freed, kind: custody}
records:
  - {event: arrest, source: gazette, paragraph: 2, date: on Tuesday, says: Arrested., people: [ana], place: capital}
  - {event: release, source: herald, paragraph: 1, date: 2019-04, says: Freed., people: [ana]}
"""
TEXT = """Strelsau Gazette

Police in Strelsau took Ana Vélez from her home on Tuesday, Vélez’s lawyer said [in a letter] last week. About 2,000
people may march in May.

Two days later she was charged. She has been watched since 2016, and again earlier this month.
"""


@pytest.fixture
def run(run_here: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_DATA", "data.yaml")
    (tmp_path / "data.yaml").write_text(DATA, encoding="utf-8")
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "2.txt").write_text("Её задержали поздно вечером в среду.", encoding="utf-8")
    return run_here


@pytest.mark.parametrize("columns", [80, 200])
def test_a_document(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = run("read", "1.txt")
    assert (ran.code, ran.err) == (0, "")
    assert_golden(f"read-{columns}.txt", ran.out)
    assert max(map(len, ran.out.splitlines())) <= columns


def test_the_dates_only_and_some_paragraphs(run: Run) -> None:
    out = run("read", "1.txt", "--dates-only", "--paragraph", "3-9").out
    assert "{Two days later} leans on another event" in out
    assert "{since 2016} 2016/.." in out
    assert "charged" not in out
    assert "Tuesday" not in out
    assert "Tuesday" in run("read", "1.txt", "--paragraph", "2").out


def test_json(run: Run) -> None:
    read = json.loads(run("read", "1.txt", "--format", "json").out)
    assert (read["source"], read["published"], read["language"]) == ("gazette", "2019-03-14", "en")
    paragraph = read["paragraphs"][1]
    date = paragraph["dates"][0]
    assert paragraph["text"][date["start"] : date["end"]] == date["text"] == "on Tuesday"
    assert (date["edtf"], date["sound"]["start"]["earliest"]) == ("2019-03-12", "2019-03-12")
    assert [name["ids"] for name in paragraph["names"]] == [["capital"], ["ana"], ["ana"]]
    assert [claim["event"] for claim in paragraph["claims"]] == ["arrest"]
    leaning = read["paragraphs"][2]["dates"][0]
    assert (leaning["relative"], leaning["edtf"], leaning["sound"]) == (True, None, None)


def test_whose_document_it_is(run: Run, tmp_path: Path) -> None:
    assert json.loads(run("read", "2.txt", "--format", "json").out)["paragraphs"][0]["dates"][0]["edtf"] == "2019-03-13"
    (tmp_path / "3.txt").write_text("It was last week, and in 2018.", encoding="utf-8")
    out = run("read", "3.txt").out
    assert "No source of the corpus names this file" in out
    assert "{last week} it depends on the day of writing" in out
    assert "{in 2018} 2018" in out
    dated = json.loads(run("read", "3.txt", "--on", "2019-03-14", "--format", "json").out)["paragraphs"][0]["dates"][0]
    assert dated["reading"]["end"]["latest"] == "2019-03-10"
    assert json.loads(run("read", "3.txt", "--source", "gazette", "--format", "json").out)["source"] == "gazette"
    assert run("read", "3.txt", "--on", "2019-03-14", "--language", "ru").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "nowhere.txt"], "nowhere.txt: no such file"),
        (["read", "."], "no plain file"),
        (["read", "bad.txt"], "bad.txt is not UTF-8 (byte 4)"),
        (["read", "1.txt", "--source", "gazete"], "did you mean `gazette`?"),
        (["read", "1.txt", "--on", "soon"], "--on"),
        (["read", "1.txt", "--paragraph", "x"], "is not N or N-M"),
        (["read", "1.txt", "--paragraph", "3-2"], "is not N or N-M"),
        (["read", "1.txt", "--paragraph", "9"], "there is no paragraph 9: the document has 3"),
        (["coverage", "--sources", "nowhere"], "nowhere: not a folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_read_is_told_in_a_line(run: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "content",
    [
        "a\x1b[31m in 2019 \x00 b",
        "\u202ein 2019 שבת\u202c",
        "",
        "\n\n\n",
        "in 2019 " * 500,
        "x" * 100_000,
        "{in 2019} ‹a›",
    ],
    ids=["escape", "rtl", "empty", "blank", "long", "word", "marks"],
)
def test_hostile_documents_do_no_harm(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "1.txt").write_text(content, encoding="utf-8")
    for form in ("text", "json"):
        ran = run("read", "1.txt", "--format", form)
        assert ran.code == 0
        assert not set("\x00\x1b\u202e") & set(ran.out)
    assert ("in 2019" in content) == ("2019" in run("read", "1.txt", "--dates-only").out.split("\n", 2)[2])


def test_a_withheld_name_is_covered_in_the_text_too(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data.yaml"
    data.write_text(DATA.replace("also: [Vélez]}", "also: [Vélez], withhold: true}"), encoding="utf-8")
    for form in ("text", "json"):
        assert "lez" not in run("read", "1.txt", "--format", form).out
    assert "Vélez" in run("read", "1.txt", "--include-withheld").out


def test_coverage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (80, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        ran = run("coverage", "--sources", ".")
        assert ran.code == 1
        assert "lies outside the folder" in ran.err
        assert_golden(f"coverage-{columns}.txt", ran.out)
        assert max(map(len, ran.out.splitlines())) <= columns
    told = json.loads(run("coverage", "--sources", ".", "--format", "json").out)
    assert told["silences"] == [{"event": "arrest", "source": "herald", "neighbours": ["release"]}]
    uncited = {one["source"]: [each["paragraph"] for each in one["uncited"]] for one in told["documents"]}
    assert uncited == {"gazette": [3], "listok": [1]}
    assert (
        run("coverage", "--format", "csv")
        .out.splitlines()[1]
        .startswith("arrest,12 Mar 2019,Ana is arrested,tells,silent")
    )
    assert "silent" in run("coverage", "--format", "plain").out
    only = json.loads(run("coverage", "--silences", "--format", "json").out)
    assert [event["id"] for event in only["events"]] == ["arrest"]
    assert only["documents"] is None
