"""Lists in cells: what is joined is parted again, and a list without the marks reads as it always did."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import clean
from timeline.intake import cells, rewritten
from timeline.intake.cells import (
    ContradictionCell,
    RelationCell,
    contradictions_cells,
    contradictions_of,
    facts_cell,
    facts_of,
    guarded,
    joined,
    parted,
    relations_cell,
    relations_of,
    unguarded,
)

TEXTS = st.text(alphabet="\\;=: ab'\"|,\té", min_size=1).map(clean).filter(bool)
IDS = st.text(alphabet="ab-.1", min_size=1, max_size=5)


@given(st.lists(TEXTS))
def test_what_is_joined_is_parted_again(values: list[str]) -> None:
    assert parted(joined(values)) == values
    assert parted(unguarded(guarded(clean(joined(values))))) == values


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", []),
        ("Ana", ["Ana"]),
        ("Ana; Brun", ["Ana", "Brun"]),
        ("Ana;Brun ;  C", ["Ana", "Brun", "C"]),
        (r"a\b; c\n", [r"a\b", r"c\n"]),
        (r"a\;b; c", ["a;b", "c"]),
        (r"a\\; b", ["a\\", "b"]),
        ("; b", ["", "b"]),
    ],
)
def test_a_list(cell: str, values: list[str]) -> None:
    assert parted(cell) == values


@given(st.dictionaries(TEXTS, st.lists(TEXTS, min_size=1, max_size=3), max_size=4))
def test_facts(facts: dict[str, list[str]]) -> None:
    assert facts_of(facts_cell(facts.items())) == (facts, [])


def test_a_fact_that_is_none_is_named() -> None:
    assert facts_of("dockers=300; pay; =5; x=; a=b=c") == ({"dockers": ["300"], "a": ["b=c"]}, ["pay", "=5", "x="])


@given(st.lists(st.builds(RelationCell, IDS, IDS, *[st.sampled_from(["", "2 days", "a week; or two"])] * 2)))
def test_relations(relations: list[RelationCell]) -> None:
    assert relations_of(relations_cell(relations)) == (relations, [])


def test_a_relation_that_is_none_is_named() -> None:
    assert relations_of("after fine; fine; after fine in a week") == (
        [RelationCell("after", "fine")],
        ["fine", "after fine in a week"],
    )


CLAIMS = st.builds(lambda *parts: "/".join(parts), IDS, IDS, st.sampled_from(["1", "2/2"]))


@given(st.lists(st.builds(ContradictionCell, CLAIMS, TEXTS, st.booleans()), unique_by=lambda one: one[:2]))
def test_contradictions(contradictions: list[ContradictionCell]) -> None:
    assert contradictions_of(*contradictions_cells(contradictions)) == (contradictions, [], [])


def test_a_tension_without_its_reason_is_named() -> None:
    found = contradictions_of("a/b/1: because; oh", "a/b/1; a/b/2")
    assert found == ([ContradictionCell("a/b/1", "because", tension=True)], ["oh"], ["a/b/2"])


@pytest.mark.parametrize("module", [cells, rewritten], ids=lambda module: module.__name__)
def test_examples_in_the_manual(module: ModuleType) -> None:
    ran = doctest.testmod(module)
    assert ran.attempted
    assert not ran.failed


@pytest.mark.parametrize(
    "cell",
    ["3/14/2019", "14.03.2019", "1-2-19", "43538", "14-Mar-19", "Mar-19", "2019-03-14 00:00:00", "1.5E+09", "0", "-44"],
)
def test_what_a_spreadsheet_rewrites_is_seen(cell: str) -> None:
    assert rewritten.rewritten(cell)


@pytest.mark.parametrize("cell", ["", "2019", "2019-03-14", "March 2019", "on Tuesday", "14 March 2019", "in 10 days"])
def test_what_it_leaves_is_not(cell: str) -> None:
    assert not rewritten.rewritten(cell)
