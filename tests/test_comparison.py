"""Which of two events was first: said only if it is established, in the course of a day as well as by days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_order import chronology

from timeline.comparison import Comparison, relation
from timeline.model import Timeline


def test_two_events_compare_with_the_reason(corpus: Callable[..., Timeline]) -> None:
    timeline = chronology(
        corpus, "a after: b", "b after: c", "c note: X", "d date: 2019-03-10", "e date: '2020'", "c after: d"
    )
    before = relation(timeline, "c", "a")
    assert before.verdict == "before"
    assert [step.text for step in before.steps] == [
        "Annals, paragraph 2: `b` was after `c`",
        "Annals, paragraph 1: `a` was after `b`",
    ]
    assert {step.day for step in before.steps} == {None}
    assert relation(timeline, "a", "c").verdict == "after"
    dated = relation(timeline, "d", "e")
    assert dated.verdict == "before"
    assert [step.text for step in dated.steps] == [
        "Annals, paragraph 4: `d` was “2019-03-10”",
        "Annals, paragraph 5: `e` was “2020”",
    ]
    assert relation(timeline, "a", "e") == Comparison("either")


ON_ONE_DAY = ["a after: b", "b same_day: a"]


@pytest.mark.parametrize(
    "records", [ON_ONE_DAY, ON_ONE_DAY[::-1], ["a after: b", "a same_day: b", "b equals: c", "c -"]]
)
def test_what_was_after_on_the_same_day_was_after(corpus: Callable[..., Timeline], records: list[str]) -> None:
    timeline = chronology(corpus, *[record.replace(" -", " note: X") for record in records], instant=True)
    found = relation(timeline, "a", "b")
    assert (found.verdict, [step.text for step in found.steps]) == (
        "after",
        [f"Annals, paragraph {records.index('a after: b') + 1}: `a` was after `b`"],
    )
    assert relation(timeline, "b", "a").verdict == "before"


@pytest.mark.parametrize(
    ("records", "verdict"),
    [
        (["a same_day: b", "b note: X"], "either"),
        (["a same_day: b", "c before: b", "b note: X"], "either"),  # a may have been in the morning, and c at noon
        (["a same_day: b", "b after: {event: c, by: 2 days}", "c note: X"], "after"),
        (["a same_day: b, date: 2019-03-02", "b after: c", "c date: 2019-03-01"], "after"),
        (["a starts: b", "b after: c", "c note: X"], "after"),
        (["a starts: c", "c note: X"], "either"),  # both began together, and each was over on that day
        (["c after: {event: a, within: less than a day}", "a note: X"], "before"),
        (["a after: c", "c after: a"], "either"),
    ],
)
def test_no_more_is_said_than_is_established(corpus: Callable[..., Timeline], records: list[str], verdict: str) -> None:
    assert (
        relation(chronology(corpus, *records, instant=True), "a", "c" if "c" in str(records) else "b").verdict
        == verdict
    )


def test_being_apart_by_days_is_told(corpus: Callable[..., Timeline]) -> None:
    timeline = chronology(corpus, "a same_day: b", "b after: {event: c, by: 2 days}", "c note: X", instant=True)
    assert relation(timeline, "a", "c").are_apart
    assert len(relation(timeline, "a", "c").steps) == 2
    assert not relation(timeline, "a", "b").are_apart


DAYS, TIMES = 3, 3
LAST = DAYS * TIMES
MEANT: dict[str, str] = {
    "after: {}": "T<=s",
    "before: {}": "t<=S",
    "during: {}": "S<=s t<=T",
    "equals: {}": "S<=s s<=S t<=T T<=t",
    "meets: {}": "t<=S S>>1>>t",
    "same_day: {}": "S>>0>>s t>>0>>T",
    "after: {{event: {}, by: 1 day}}": "T<=s T>>-1>>s",
    "after: {{event: {}, within: less than a day}}": "T<=s s>>0>>T",
}
"""What relations say of the moments on which an event starts and ends (s, t), and another does (S, T).

`T<=s` is that T is no later in the course of a day too, `S>>1>>t` that it is at most one day after, by the days.
"""


def holds(words: str, *moments: int) -> bool:
    """Whether what a relation says holds of two events that start and end on these moments."""
    on = dict(zip("stST", moments, strict=True))
    for part in MEANT[words].split():
        one, *days, other = part.replace("<=", ">>").split(">>")
        late = on[one] // TIMES - on[other] // TIMES > int(days[0]) if days else on[one] > on[other]
        if late:
            return False
    return True


def ways(said: list[tuple[str, str, str]], *, instant: bool) -> Iterator[dict[str, tuple[int, int]]]:
    """Yield the moments on which three events can have begun and ended, a few of each of some days tried one by one."""
    every = [(s, t) for s in range(LAST) for t in range(s, LAST) if not instant or s // TIMES == t // TIMES]
    for a, b in product(every, every):
        of = {"a": a, "b": b}
        if all(holds(words, *of[one], *of[other]) for one, words, other in said if "c" not in (one, other)):
            for c in every:
                of["c"] = c
                if all(holds(words, *of[one], *of[other]) for one, words, other in said if "c" in (one, other)):
                    yield of


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([*MEANT]), st.sampled_from("abc")), max_size=4),
    st.booleans(),
)
def test_an_order_is_said_just_if_it_holds_in_every_way(
    corpus: Callable[..., Timeline], said: list[tuple[str, str, str]], instant: bool
) -> None:
    said = [each for each in said if each[0] != each[2]]
    records = [f"{one} {words.format(other)}" for one, words, other in said]
    timeline = chronology(corpus, *records, *(f"{one} note: X" for one in "abc"), instant=instant)
    if any(conflict.kind == "order" for conflict in timeline.conflicts):
        return
    is_before = is_after = is_apart = True
    for of in ways(said, instant=instant):
        is_before, is_after = is_before and of["a"][1] <= of["b"][0], is_after and of["b"][1] <= of["a"][0]
        is_apart = is_apart and (of["a"][1] // TIMES < of["b"][0] // TIMES or of["b"][1] // TIMES < of["a"][0] // TIMES)
        if not (is_before or is_after):
            break
    found = relation(timeline, "a", "b")
    assert found.verdict == ("either" if is_before == is_after else "before" if is_before else "after")
    assert found.verdict == "either" or found.are_apart == is_apart
