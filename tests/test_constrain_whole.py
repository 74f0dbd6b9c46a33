"""The quick way through a corpus gives what one network of everything that is said gives, plainly worked out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.constrain import constrain
from timeline.constrain.arguments import Arguments
from timeline.constrain.solving import Settled, settle, solve
from timeline.constrain.statements import Statements
from timeline.constrain.system import System, Whole, state
from timeline.constrain.ties import Readings
from timeline.load import load
from timeline.merge import merge
from timeline.model import Event, Source
from timeline.network import ORIGIN
from timeline.resolve import resolve

HEAD = """
sources:
  day: {publisher: Day, title: A, published: 2019-03-14}
  next: {publisher: Next, title: B, published: 2019-03-15}
  month: {publisher: Month, title: C, published: 2019-03}
  copy: {publisher: Copy, title: D, published: 2019-04-02, derives_from: month}
  early: {publisher: Early, title: E, published: 2019-03-01, derives_from: day}
  either: {publisher: Either, title: F, published: "[2019-03-10,2019-03-20]"}
  open: {publisher: Open, title: G}
kinds:
  k: {title: K, theme: t}
  one: {title: One day, theme: t, instant: true}
events:
"""
EVENTS = "uvwxyz"
RELATIONS = [
    "after",
    "before",
    "during",
    "contains",
    "overlaps",
    "starts",
    "finished_by",
    "meets",
    "equals",
    "same_day",
]
OTHERS = st.builds(
    lambda relation, event, rest: f"{relation}: [{{event: {event}{rest}}}]",
    st.sampled_from(RELATIONS),
    st.sampled_from(EVENTS),
    st.just(""),
) | st.builds("after: [{{event: {}, by: {} days}}]".format, st.sampled_from(EVENTS), st.integers(1, 40))
DATES = ["2019", "2019-03", "2019-03-10", "2019-03-01/2019-03-20", "'[2019-02..2019-03-12]'", "2019-03-05/..", "-1", ""]
DATES += [
    "'[2019-03-04,2019-03-12]'",
    "'[2019-03-01,2019-03-06,2019-03-11]'",
    "last Tuesday",
    "last month",
    "on Monday",
]
REST = ["", "", "lasts: 3 weeks", "lasts: a day", "upcoming: true", "stance: denies", "rank: preferred, rank_reason: X"]
REST += ["rank: deprecated, rank_reason: X"]
RECORD = st.builds(
    lambda event, source, date, other, rest: (
        f"event: {event}, source: {source}"
        + f", date: {date}" * bool(date)
        + f", {other}" * (bool(other) and f"event: {event}}}" not in other and f"event: {event}," not in other)
        + f", {rest}" * bool(rest)
    ),
    st.sampled_from(EVENTS),
    st.sampled_from(["day", "next", "month", "copy", "early", "either", "open"]),
    st.sampled_from(DATES),
    st.just("") | OTHERS,
    st.sampled_from(REST),
)
SLOW = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=120
)
Read = Callable[[list[str]], tuple[tuple[Event, ...], tuple[Source, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read records as events and sources, before anything is narrowed."""

    def from_records(records: list[str]) -> tuple[tuple[Event, ...], tuple[Source, ...]]:
        events = "".join(f"  {e}: {{title: {e}, kind: {'one' if e in 'xyz' else 'k'}}}\n" for e in EVENTS)
        listed = "".join(f"- {{paragraph: {n}, says: X, {record}}}\n" for n, record in enumerate(records, 1))
        file = tmp_path / "corpus.yaml"
        file.write_text(f"{HEAD}{events}records:\n{listed}", encoding="utf-8")
        corpus, _ = load([file])
        resolved, _ = resolve(corpus)
        return merge(resolved.claims, corpus), tuple(resolved.sources)

    return from_records


def standing(system: System, left_out: set[tuple[str, ...]]) -> System:
    """What is left of a system."""
    return system._replace(
        constraints=tuple(one for one in system.constraints if left_out.isdisjoint(one.label)),
        ties=tuple(tie for tie in system.ties if tie.part not in left_out),
        choices=tuple(choice for choice in system.choices if left_out.isdisjoint(choice.parts)),
    )


@SLOW
@given(st.lists(RECORD, min_size=1, max_size=9))
def test_all_of_it_is_as_the_whole_network_has_it(read: Read, records: list[str]) -> None:
    """The contradictions met first, all bounds, what was derived, and the chain of constraints behind each."""
    events, sources = read(records)
    system, links = state(events, sources)
    whole, plain = Whole(Statements(events, sources)), settle(system, Readings())
    quick = settle(whole, Readings())
    assert (quick.holds, [*quick.network.circles()] if not quick.holds else []) == (
        plain.holds,
        [*plain.network.circles()] if not plain.holds else [],
    )
    quick, clashes = solve(whole, Readings())
    assert bool(clashes) != plain.holds
    plain = settle(standing(system, whole.left_out), Readings())
    assert plain.holds
    assert quick.derived == plain.derived
    assert_bounds(whole, quick, plain)
    arguments = Arguments(whole.said, (), whole.left_out, quick.derived)
    for node in range(1, system.nodes + 1):
        assert arguments.why_latest(node) == plain.network.why_latest(node)
        assert arguments.why_earliest(node) == plain.network.why_earliest(node)
    stated = [one for one in system.constraints if whole.left_out.isdisjoint(one.label)]
    found = constrain(events, sources, ()).links
    assert found == links._replace(constraints=(*stated, *plain.bounds()))
    assert hash(found) == hash(links._replace(constraints=(*stated, *plain.bounds())))


def assert_bounds(whole: Whole, quick: Settled, plain: Settled) -> None:
    """Whatever needs no network has the bounds that the network has; the rest has them in the one of the rest."""
    for place, event in enumerate(whole.said.events):
        known = plain.network.span(2 * place + 1)
        if place in whole.linked:
            assert quick.network.span(2 * place + 1) == known
        else:
            assert whole.alone.get(place, event.date.sound.bounds) == known
    for publication in whole.said.published.values():
        assert quick.network.known([publication.node]) == plain.network.known([publication.node])


@SLOW
@given(st.lists(RECORD, min_size=1, max_size=9))
def test_steps_are_those_of_the_constraints(read: Read, records: list[str]) -> None:
    """What leads from one event or document to another is the same, told at once and read off all constraints."""
    links = constrain(*read(records), ()).links
    last = 2 * len(links.events)

    def between(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [pair for pair in pairs if max(pair) > last or (pair[0] - 1) // 2 != (pair[1] - 1) // 2]

    told = [(head, tail) for tail, head, most, _ in links.constraints if most <= 0 and ORIGIN not in (tail, head)]
    assert between(list(links.constraints.no_later())) == between(told)  # type: ignore[attr-defined]
