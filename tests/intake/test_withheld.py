"""What is marked to be withheld keeps its mark on the way through a spreadsheet, and no message uncovers it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Ran, Run
from test_withhold import DATA as MORE
from test_withhold import PROTECTED

from timeline.export import render
from timeline.load import load
from timeline.model import Selection, Timeline
from timeline.pipeline import build
from timeline.select import Query, select

DATA = """
sources:
  gazette: {publisher: Gazette, title: Arrests, published: 2019-04-02}
  diary: {publisher: A diary, title: Diary of a clerk, published: 2019-04-04, withhold: true}
people:
  velez: {name: Ana Vélez, also: [A. Velez], withhold: true}
  ruiz: {name: Eva Ruiz}
  clerk: {name: Ottokar Kranz}
kinds: {arrest: {title: Arrest, theme: arrests}}
events:
  taken: {title: Ana Vélez is arrested, kind: arrest}
  freed: {title: Eva Ruiz is freed, kind: arrest}
records:
  - {event: taken, source: gazette, paragraph: 1, date: 2019-03-10, people: [velez], says: Vélez was taken}
  - {event: freed, source: gazette, paragraph: 2, date: 2019-03-12, people: [ruiz, velez], says: Ruiz was freed}
  - {event: freed, source: gazette, paragraph: 3, date: 2019-03-12, people: [clerk], says: A secret, withhold: true}
  - {event: freed, source: diary, paragraph: 4, date: 2019-03-13, people: [ruiz], says: Another secret}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return written(tmp_path / "data.yaml", DATA)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def table(data: Path, *, whole: bool) -> str:
    timeline = build([data], include_withheld=whole)
    return "".join(render("csv", select(timeline, Query())[0], rows="claims"))


Import = Callable[..., Ran]


@pytest.fixture
def taken_in(run_here: Run, tmp_path: Path) -> Import:
    """Import the text of a table, into `back.yaml`."""

    def call(text: str, *options: str) -> Ran:
        written(tmp_path / "table.csv", text)
        return run_here("import", str(tmp_path / "table.csv"), str(tmp_path / "back.yaml"), "--force", *options)

    return call


def shown(timeline: Timeline) -> str:
    return "".join(render("json", Selection(timeline)))


def test_a_whole_table_comes_back_with_its_marks(data: Path, tmp_path: Path, taken_in: Import) -> None:
    done = taken_in(table(data, whole=True))
    assert (done.code, done.err.count("warning")) == (0, 0)
    before, after = load([data])[0], load([tmp_path / "back.yaml"])[0]
    assert (after.sources, after.people) == (before.sources, before.people)
    assert sorted(map(str, after.records)) == sorted(map(str, before.records))
    back = build([tmp_path / "back.yaml"])
    assert back.withheld == build([data]).withheld == (2, 1, 0, 2)
    assert shown(back) == shown(build([data]))
    assert "lez" not in shown(back)


def test_so_does_a_larger_one(tmp_path: Path, taken_in: Import) -> None:
    file = written(tmp_path / "data.yaml", MORE)
    assert taken_in(table(file, whole=True)).code == 0
    back = build([tmp_path / "back.yaml"])
    assert back.withheld == build([file]).withheld
    assert not [protected for protected in PROTECTED if protected in shown(back).casefold()]


def test_no_row_is_the_only_one_to_carry_the_mark(data: Path, tmp_path: Path, taken_in: Import) -> None:
    header, first, *rest = csv.reader(io.StringIO(table(data, whole=True), newline=""))
    assert "velez" in first[header.index("people_ids")]
    out = io.StringIO()
    csv.writer(out).writerows([header, *reversed(rest)])
    assert taken_in(out.getvalue()).code == 0
    assert load([tmp_path / "back.yaml"])[0].people["velez"].withhold


def test_whom_a_faulty_record_may_protect_is_marked(tmp_path: Path, taken_in: Import) -> None:
    faulty = DATA + "  - {event: taken, source: gazette, paragraph: x, people: [hidden], says: y, withhold: true}\n"
    file = written(tmp_path / "data.yaml", faulty.replace("  ruiz:", "  hidden: {name: Bela Strum}\n  ruiz:", 1))
    assert taken_in(table(file, whole=True)).code == 0
    assert "Strum" not in shown(build([tmp_path / "back.yaml"]))


def test_covers_come_back_as_covers(data: Path, tmp_path: Path, taken_in: Import) -> None:
    text = table(data, whole=False)
    assert "withhold" not in text.replace("withheld", "")
    done = taken_in(text)
    assert done.code == 0
    assert "`[name withheld 1]` covers what was withheld" in done.err
    back = load([tmp_path / "back.yaml"])[0]
    assert back.people["withheld-1"].name == "[name withheld 1]"
    assert "withhold:" not in (tmp_path / "back.yaml").read_text(encoding="utf-8")
    assert build([tmp_path / "back.yaml"]).withheld == (0, 0, 0, 0)


def test_a_derivation_from_what_is_withheld_is_no_mark(data: Path) -> None:
    text = DATA.replace("published: 2019-04-02}", "derives_from: diary}")
    assert not any(source.withhold for source in build([written(data, text)]).sources)


COLUMNS = "event,event_title,kind,source,publisher,source_title,paragraph,says,people_ids,people,withhold,more"


def row(says: str = "Ruiz was freed", *, people: str = "", names: str = "", mark: str = "", more: object = None) -> str:
    out = io.StringIO()
    told = json.dumps(more) if more else ""
    csv.writer(out).writerow(
        ["freed", "Eva Ruiz is freed", "arrest", "gazette", "Gazette", "Arrests", "9", says, people, names, mark, told]
    )
    return f"{COLUMNS}\n{out.getvalue()}"


@pytest.mark.parametrize(
    "text", [row(mark="yes"), row(mark="TRUE"), row(more={"record": {"withhold": "true"}})], ids=["yes", "TRUE", "more"]
)
def test_a_row_may_be_marked(text: str, tmp_path: Path, taken_in: Import) -> None:
    assert taken_in(text).code == 0
    [record] = load([tmp_path / "back.yaml"])[0].records
    assert record.withhold


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (row(mark="perhaps"), "2:11: error: `withhold`: `perhaps` is neither `yes` nor empty"),
        (row(more={"record": {"withhold": "no"}}), "2:12: error: `more`: not as `timeline export` wrote it"),
        (row(more={"people": {"ana": {"withhold": "1"}}}), "2:12: error: `more`: not as `timeline export` wrote it"),
        (row(mark="yes").replace("withhold", "witheld"), "1:11: error: the column `witheld` is not known"),
    ],
)
def test_a_mark_that_may_be_one_is_never_passed_over(text: str, problem: str, taken_in: Import) -> None:
    done = taken_in(text)
    assert done.code == 1
    assert problem in done.err


def test_messages_name_nobody_whom_the_corpus_withholds(data: Path, taken_in: Import) -> None:
    text = row(people="velez", names="Someone else")
    done = taken_in(text, "--data", str(data))
    assert done.code == 1
    assert "has the name `[name withheld 1]` in the corpus" in done.err
    assert "lez" not in done.err
    done = taken_in(text, "--data", str(data), "--include-withheld")
    assert "the person `velez` has the name `Ana Vélez` in the corpus" in done.err


def test_problems_of_the_corpus_do_not_either(data: Path, taken_in: Import) -> None:
    written(data, DATA.replace("[velez], says", "[velez], sayz"))
    done = taken_in(row(), "--data", str(data))
    assert done.code == 2
    assert "sayz" in done.err
    written(data, DATA.replace("velez: {name: Ana Vélez,", "velez: {name: Ana Vélez, type: Ana Vélez,"))
    done = taken_in(row(), "--data", str(data))
    assert done.code == 2
    assert "lez" not in done.err


def test_what_the_corpus_withholds_stays_withheld(data: Path, taken_in: Import, tmp_path: Path) -> None:
    same = row("A secret", people="clerk").replace(",9,", ",3,")
    header, line = same.splitlines()
    told = f"{header},stated\n{line},2019-03-12\n"
    assert taken_in(told, "--data", str(data)).code == 0
    assert load([tmp_path / "back.yaml"])[0].records == []


@pytest.mark.parametrize(
    "more", [{"people": {"ruiz": {"withhold": "true"}}}, {"record": {"withhold": "true"}}], ids=["person", "record"]
)
def test_a_mark_that_the_corpus_lacks_is_a_clash(more: object, data: Path, taken_in: Import) -> None:
    same = row(people="ruiz; velez", more=more).replace(",9,", ",2,")
    header, line = same.splitlines()
    done = taken_in(f"{header},stated\n{line},2019-03-12\n", "--data", str(data))
    assert done.code == 1
    assert "is to be withheld, and is not marked in the corpus" in done.err
