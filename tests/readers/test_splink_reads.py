"""Splink compares events and people, on DuckDB and on Spark: planted twins are found, and come back as suggestions."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import needed
import pytest
import twins
from conftest import Corpus
from running import Run

from timeline.likeness import beyond
from timeline.likeness.beyond.engines import engine
from timeline.likeness.suggestion import Suggestion
from timeline.model import Selection
from timeline.pipeline import build

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

TWO = """
records:
  - {event: arrest, source: gazette, paragraph: 1, date: 2019-03-10, says: Police took her., people: [ana]}
  - {event: seizure, source: herald, paragraph: 1, date: 2019-03, says: She was taken by police., people: [ana]}
"""
TITLED = "events: {seizure: {title: Ana arrested by police, kind: custody}}"


@pytest.fixture(scope="module", autouse=True)
def _splink() -> None:
    needed.needed_module("splink")


@pytest.fixture
def spark() -> None:
    """Spark is a third of a gigabyte and wants Java: it is tried where both are."""
    pytest.importorskip("pyspark")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("Java is missing")


def likest(text: str, sort: str, folder: Path, backend: str = "duckdb") -> list[Suggestion]:
    file = folder / "twins.yaml"
    file.write_text(text, encoding="utf-8")
    return beyond.suggestions(build([file]), (sort,), backend)


def held(found: list[Suggestion], planted: set[frozenset[str]]) -> tuple[float, float]:
    """Return recall and precision."""
    pairs = {frozenset(one.ids) for one in found}
    return len(pairs & planted) / len(planted), len(pairs & planted) / len(pairs)


def test_twins_among_events_are_found(tmp_path: Path) -> None:
    text, planted = twins.corpus(600, seed=3)
    found = likest(text, "events", tmp_path)
    recall, precision = held(found, planted)
    assert (recall >= 0.97, precision >= 0.9) == (True, True)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0.5 <= one.score <= 1 for one in found)
    assert all(one.reasons[0].startswith("match probability by Splink: ") for one in found)


def test_twins_among_people_are_found(tmp_path: Path) -> None:
    text, planted = twins.named(300, seed=3)
    found = likest(text, "people", tmp_path)
    recall, precision = held(found, planted)
    assert (recall >= 0.9, precision >= 0.5) == (True, True)
    likeliest = [one for one in found if one.score >= 0.9]
    assert held(likeliest, planted)[1] >= 0.9


def test_they_come_back_with_reasons_and_the_edit(corpus: Corpus) -> None:
    events = "events: {" + ", ".join(f"e{n}: {{title: Case {n} is heard, kind: protest}}" for n in range(60)) + "}"
    others = "".join(
        f"  - {{event: e{n}, source: gazette, paragraph: {n + 2}, date: 20{n + 10}, says: Case {n}., people: [brun]}}\n"
        for n in range(60)
    )
    one, *_ = beyond.suggestions(corpus(TITLED, TWO + others, events), ("events",))
    assert set(one.ids) == {"arrest", "seizure"}
    assert "both name Ana Vélez" in one.reasons
    assert one.edit.startswith("in the 1 record of")
    assert len(one.places) == 1


def test_what_a_curator_told_apart_is_not_handed_back(tmp_path: Path) -> None:
    text, planted = twins.corpus(60, seed=3)
    one, other = sorted(min(planted, key=sorted))
    text += f"  - {{event: {one}, source: s0, paragraph: 99, says: Later., after: {other}}}\n"
    assert frozenset((one, other)) not in {frozenset(each.ids) for each in likest(text, "events", tmp_path)}


def test_people_whom_numbers_tell_apart_are_not_compared(tmp_path: Path) -> None:
    people = "".join(f"  p{n}: {{name: Person {n}}}\n" for n in range(40))
    assert likest(f"people:\n{people}records: []\n", "people", tmp_path) == []


def test_people_of_other_names_are_not_one_for_the_company_they_keep(bundled: Selection) -> None:
    found = beyond.suggestions(bundled.timeline, ("people",))
    assert len(found) <= 5
    assert not {("bilash", "umarova")} & {one.ids for one in found}


@pytest.mark.parametrize("number", [0, 1])
def test_a_corpus_of_next_to_nothing(number: int, corpus: Corpus) -> None:
    record = "{event: march, source: gazette, paragraph: 1, says: a}"
    timeline = corpus(f"records: [{', '.join([record] * number)}]")
    assert beyond.suggestions(timeline._replace(people=timeline.people[:number])) == []


def test_any_text_and_any_date_can_be_compared(selection: Selection) -> None:
    found = beyond.suggestions(selection.timeline)
    assert all(0 < one.score <= 1 for one in found)


def test_the_table_holds_no_name_of_an_event(bundled: Selection) -> None:
    from timeline.likeness import events as ours
    from timeline.likeness.beyond.events import event_rows

    rows = event_rows(ours.Comparison(bundled.timeline).told)
    assert not any(isinstance(value, str) for row in rows for value in row)


def test_it_is_a_command(run_here: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(twins.corpus(60, seed=3)[0], encoding="utf-8")
    ran = run_here("suggest", "--with", "splink", "--data", str(file), "--format", "json")
    assert ran.code == 0
    first = json.loads(ran.out)["suggestions"][0]
    assert (first["sort"], first["reasons"][0][:27]) == ("event", "match probability by Splink")
    shown = run_here("suggest", "events", "--with", "splink", "--data", str(file))
    assert "Nothing was changed." in shown.out


@pytest.mark.usefixtures("spark")
def test_spark_gives_the_same(tmp_path: Path) -> None:
    text, _ = twins.corpus(150, seed=3)
    here, there = (likest(text, "events", tmp_path, backend) for backend in beyond.BACKENDS)
    assert [one.ids for one in here] == [one.ids for one in there]
    assert [one.score for one in there] == pytest.approx([one.score for one in here])
    named, _ = twins.named(80, seed=3)
    here, there = (likest(named, "people", tmp_path, backend) for backend in beyond.BACKENDS)
    assert [one.ids for one in here] == [one.ids for one in there]


def test_declared_people_are_compared(corpus: Corpus) -> None:
    people = "people: {one: {name: Kaisha Akan}, two: {name: Qaisha Aqan}}"
    found = beyond.suggestions(corpus(people, "records: []"), ("people",))
    assert [one.ids for one in found] == [("one", "two")]


@pytest.mark.usefixtures("spark")
def test_a_session_that_was_there_is_left_as_it_was() -> None:
    from pyspark.sql import SparkSession

    excluded = "spark.sql.optimizer.excludedRules"
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        for before in ("", "org.example.Rule"):
            if before:
                session.conf.set(excluded, before)
            with engine("spark"):
                assert session.conf.get(excluded).split(",")[-1].endswith(".PushDownPredicates")
                assert before in session.conf.get(excluded)
            assert session.conf.get(excluded, "") == before
        assert session.range(3).count() == 3
    finally:
        session.stop()
