"""What looks alike is suggested, what a curator told apart is not, and the work grows with the records."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import twins
from conftest import Corpus
from hypothesis import given
from hypothesis import strategies as st

from timeline.likeness import suggestions
from timeline.likeness.blocking import FEW, NEIGHBOURS, candidates
from timeline.model import Selection
from timeline.pipeline import build

RECORDS = """
records:
  - {event: arrest, source: gazette, paragraph: 1, date: 2019-03-10, says: Police took her., people: [ana]}
  - {event: seizure, source: herald, paragraph: 1, date: 2019-03, says: She was taken by police., people: [ana]}
"""
EVENTS = "events: {seizure: {title: Ana arrested by police, kind: custody}}"


def found(corpus: Corpus, *texts: str) -> list[tuple[str, tuple[str, str]]]:
    return [(one.sort, one.ids) for one in suggestions(corpus(*texts))]


def test_two_events_of_one_happening_are_suggested(corpus: Corpus) -> None:
    [one] = suggestions(corpus(EVENTS, RECORDS))
    assert one.sort == "event"
    assert set(one.ids) == {"arrest", "seizure"}
    assert "both name Ana Vélez" in one.reasons
    assert any("can meet" in reason for reason in one.reasons)
    assert one.edit.startswith("in the 1 record of")
    [place] = one.places
    assert place.keys == ("records", {"arrest": 0, "seizure": 1}[one.ids[1]], "event")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("date: 2019-03,", "date: 2020-03,"),  # the same offence a year later is another
        ("date: 2019-03,", "date: 2019-03, after: arrest,"),  # whoever knows the order knows two
        ("says: She was", "contradicts: {claim: arrest/gazette/1, reason: r}, says: She was"),
    ],
)
def test_what_is_told_apart_is_not_suggested(given: str, written: str, corpus: Corpus) -> None:
    assert found(corpus, EVENTS, RECORDS.replace(given, written)) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Kaisha Akan", "Qaisha Aqan", True),
        ("Kaisha Akan", "Қайша Ақан", True),
        ("Serikzhan Bilash", "Serikjan Bilash", True),
        ("Серикжан Билаш", "Serikzhan Bilash", True),
        ("Aiman Umarova", "Ayman Umarova", True),
        ("Bilash Serikzhan", "Serikzhan Bilash", True),
        ("李明", "Li Ming", True),
        ("Ana Vélez", "Ana Ruiz", False),
        ("Gulnar Omarova", "Aiman Umarova", False),
        ("Serikzhan", "Serikzhan Bilash", False),
        ("Akhmet Hasanov", "Ahmet Khasanov", True),
        ("Djamilya Omarova", "Zhamilya Omarova", True),
        ("Person 12", "Person 13", False),
        ("Court No. 2 of Almaty", "Court No. 3 of Almaty", False),
        ("Court No. 02 of Almaty", "Court No. 2 of Almaty", True),
        ("Saule Baizhanova", "Sabit Baizhanova", False),
    ],
)
def test_names_across_spellings_and_alphabets(one: str, other: str, alike: bool, corpus: Corpus) -> None:
    people = f"people: {{one: {{name: {one}}}, two: {{name: {other}}}}}"
    records = "records: [{event: march, source: gazette, paragraph: 1, says: a, people: [one]}]"
    assert (("person", ("one", "two")) in found(corpus, people, records)) == alike


def test_people_named_side_by_side_are_two(corpus: Corpus) -> None:
    people = "people: {one: {name: Kaisha Akan}, two: {name: Qaisha Aqan}}"
    assert (
        found(corpus, people, "records: [{event: march, source: gazette, paragraph: 1, says: a, people: [one, two]}]")
        == []
    )


def test_a_common_name_says_less_unless_its_bearers_keep_the_same_company(corpus: Corpus) -> None:
    people = "people: {c: {name: Ilya}, " + ", ".join(f"p{n}: {{name: Nurlan Akhmetov}}" for n in range(30)) + "}"
    record = "{event: march, source: gazette, paragraph: 1, says: a, people: [%s]}"
    alone = ", ".join(record % f"p{n}" for n in range(30))
    assert found(corpus, people, f"records: [{alone}]") == []
    beside = f"{record % 'p3, c'}, {record % 'p8, c'}"
    [one] = suggestions(corpus(people, f"records: [{alone}, {beside}]"))
    assert one.ids == ("p3", "p8")
    assert "both are named with `c`" in one.reasons


def test_a_common_name_is_said_to_be(corpus: Corpus) -> None:
    people = "people: {" + ", ".join(f"p{n}: {{name: Nurlan Akhmetov}}" for n in range(10)) + "}"
    one, *_ = suggestions(corpus(people, "records: [{event: march, source: gazette, paragraph: 1, says: a}]"))
    assert one.score < 0.95
    assert any(reason.startswith("but the name is common here: some 5") for reason in one.reasons)


@pytest.mark.parametrize(
    "other",
    [
        "{event: arrest, source: gazette, paragraph: 1, says: They stopped 40 women at the gate}",
        "{event: arrest, source: gazette, paragraph: 1, says: They stopped 30 women at the gate, people: [brun]}",
    ],
)
def test_accounts_of_others_or_of_other_numbers_are_two(other: str, corpus: Corpus) -> None:
    one = "{event: march, source: gazette, paragraph: 1, says: They stopped 30 women at the gate, people: [ana]}"
    assert found(corpus, f"records: [{one}, {other}]") == []


def test_one_paragraph_under_two_events(corpus: Corpus) -> None:
    records = """
    records:
      - {event: march, source: gazette, paragraph: 1, date: 2018, says: They were stopped by police at the gate}
      - {event: arrest, source: gazette, paragraph: 1, date: 2019, says: They were stopped at the gate by police}
    """
    assert found(corpus, records) == [("account", ("march/gazette/1", "arrest/gazette/1"))]


def test_two_conflicts_between_the_same_claims(corpus: Corpus) -> None:
    records = """
    records:
      - {event: march, source: gazette, paragraph: 1, says: a, facts: {crowd: 10, held: 1}}
      - {event: march, source: herald, paragraph: 1, says: b, facts: {crowd: 90, held: 7}}
    """
    assert ("conflict", ("fact/march/crowd", "fact/march/held")) in found(corpus, records)


@pytest.mark.parametrize(("number", "recall", "precision"), [(60, 1.0, 0.9), (600, 0.97, 0.9), (3000, 0.97, 0.9)])
def test_planted_twins_are_found_among_many_that_only_look_alike(
    number: int, recall: float, precision: float, tmp_path: Path
) -> None:
    text, pairs = twins.corpus(number, seed=3)
    likest = _suggested(text, "events", tmp_path)
    assert len(set(likest) & pairs) / len(pairs) >= recall
    assert len(set(likest) & pairs) / len(likest) >= precision
    half = likest[: len(pairs) // 2]
    assert len(set(half) & pairs) / len(half) >= precision  # the likest are no worse


@pytest.mark.parametrize(("number", "recall", "precision"), [(50, 1.0, 0.75), (300, 0.97, 0.6), (1500, 0.97, 0.4)])
def test_people_are_found_under_two_spellings(number: int, recall: float, precision: float, tmp_path: Path) -> None:
    """The more people there are, the more of them bear one name by chance: precision falls, and must."""
    text, pairs = twins.named(number, seed=3)
    likest = _suggested(text, "people", tmp_path)
    assert len(set(likest) & pairs) / len(pairs) >= recall
    assert len(set(likest) & pairs) / len(likest) >= precision


def test_people_told_apart_by_numbers_are_no_flood(tmp_path: Path) -> None:
    people = "".join(f"  p{n}: {{name: Person {n}, also: [P. {n}]}}\n" for n in range(400))
    assert _suggested(f"people:\n{people}events: {{}}\nrecords: []\n", "people", tmp_path) == []


def _suggested(text: str, sort: str, folder: Path) -> list[frozenset[str]]:
    file = folder / "twins.yaml"
    file.write_text(text, encoding="utf-8")
    return [frozenset(one.ids) for one in suggestions(build([file]), (sort,))]


def test_the_bundled_corpus_is_curated(bundled: Selection) -> None:
    assert [one.ids for one in suggestions(bundled.timeline, ("events",))] == []


@given(st.lists(st.sets(st.integers(0, 5), max_size=3), max_size=12))
def test_every_pair_with_a_rare_key_is_a_candidate_once(keys: list[set[int]]) -> None:
    pairs = [(min(pair), max(pair)) for pair in candidates([tuple(held) for held in keys])]
    assert len(pairs) == len(set(pairs))
    wanted = {(a, b) for a in range(len(keys)) for b in range(a + 1, len(keys)) if keys[a] & keys[b]}
    assert set(pairs) == wanted


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=12))
def test_what_has_ended_meets_nothing_that_begins_later(spans: list[tuple[int, int]]) -> None:
    begins, ends = [begin for begin, _ in spans], [float(begin + length) for begin, length in spans]
    pairs = {frozenset(pair) for pair in candidates([("key",)] * len(spans), begins, ends)}
    every = combinations(range(len(spans)), 2)
    assert pairs == {frozenset((a, b)) for a, b in every if begins[a] <= ends[b] and begins[b] <= ends[a]}


def test_a_common_key_makes_pairs_in_proportion() -> None:
    many = 10 * FEW
    assert len(list(candidates([("key",)] * many))) <= NEIGHBOURS * many
