"""The quick way through a corpus gives what one network of everything that is said gives, plainly worked out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.constrain import constrain
from timeline.constrain.arguments import Arguments
from timeline.constrain.circles import circles
from timeline.constrain.contested import contested_clashes
from timeline.constrain.fallen import fallen_clashes
from timeline.constrain.premises import contested_claims
from timeline.constrain.settling import settle
from timeline.constrain.solving import solve
from timeline.constrain.statements import Statements, published_days
from timeline.constrain.system import System, Whole
from timeline.constrain.ties import Readings
from timeline.load import load
from timeline.merge import merge
from timeline.model import ClaimDate, Event, Source
from timeline.neighbours import steps_among
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


def all_of_it(said: Statements) -> System:
    """All that is said as one system: what needs no network, what is idle and what has no order with the rest too."""
    places = range(len(said.events))
    ties = sorted(tie for place in places for tie in said.ties(place))
    choices = [choice for place in places for choice in said.choices(place)]
    choices += [choice for source in said.sources for choice in said.publication_choices(source.id)]
    return System(tuple(said.constraints()), ties, choices)


@SLOW
@given(st.lists(RECORD, min_size=1, max_size=9))
def test_all_of_it_is_as_one_network_has_it(read: Read, records: list[str]) -> None:
    """Whether it holds, all bounds, what was derived, and the chain of constraints behind each."""
    events, sources = read(records)
    said = Statements(events, sources)
    system, whole = all_of_it(said), Whole(said)
    solved = solve(whole, Readings())
    assert bool(solved.clashes) != settle(system, Readings()).holds
    plain = settle(system.without(whole.left_out), Readings())
    assert plain.holds
    assert {one: how for some in solved.derived.values() for one, how in some.items()} == plain.derived
    for place, event in enumerate(said.events):
        known = solved.known.get(2 * place + 1) or whole.alone.get(place, event.date.sound.bounds)
        assert known == plain.network.span(2 * place + 1)
    for source, node, _ in said.published.values():
        assert solved.known.get(node, published_days(source)) == plain.network.known([node])
    arguments = Arguments(said, (), whole.left_out, solved.derived)
    for node in range(1, said.nodes + 1):
        assert arguments.why_latest(node) == plain.network.why_latest(node)
        assert arguments.why_earliest(node) == plain.network.why_earliest(node)
    stated = [one for one in system.constraints if whole.left_out.isdisjoint(one.label)]
    derived = sorted(one._replace(label=how.parts) for one, how in plain.derived.items())
    found = constrain(events, sources, ()).links
    expected = said.links._replace(constraints=(*stated, *derived), of_days=whole.of_days())
    assert found == expected
    assert hash(found) == hash(expected)


@SLOW
@given(st.lists(RECORD, min_size=1, max_size=9))
@example(
    [
        "event: w, source: next, date: '[2019-02..2019-03-12]', lasts: a day",
        "event: w, source: early, date: 2019, contains: [{event: u}]",
        "event: u, source: day, date: 2019",
        "event: x, source: early, date: 2019, before: [{event: u}], upcoming: true",
        "event: x, source: day, date: 2019, lasts: 3 weeks",
    ]
)
def test_of_a_contradiction_no_part_can_be_spared(read: Read, records: list[str]) -> None:
    """Its parts cannot all hold, all but any one of them can, and one of them is left out: of all that is said."""
    said = Statements(*read(records))
    system, whole = all_of_it(said), Whole(said)
    for parts, left_out, _ in solve(whole, Readings()).clashes:
        assert not settle(system.only(parts), Readings()).holds
        for part in parts:
            assert settle(system.only(set(parts) - {part}), Readings()).holds
        assert set(parts) & set(left_out)
        assert set(left_out) <= whole.left_out


@SLOW
@given(st.lists(RECORD, min_size=1, max_size=9))
def test_steps_are_those_of_the_constraints(read: Read, records: list[str]) -> None:
    """What leads from one event or document to another is the same, told at once and read off all constraints."""
    links = constrain(*read(records), ()).links
    last = 2 * len(links.events)

    def between(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [pair for pair in pairs if max(pair) > last or (pair[0] - 1) // 2 != (pair[1] - 1) // 2]

    told = [(head, tail) for tail, head, most, _ in links.constraints if most <= 0 and ORIGIN not in (tail, head)]
    assert sorted(between(list(links.constraints.no_later()))) == sorted(between(told))  # type: ignore[attr-defined]
    quick, plain = steps_among(links), steps_among(links._replace(constraints=tuple(links.constraints)))
    assert quick.events == plain.events
    assert {*zip(quick.sooner, quick.later, strict=True)} == {*zip(plain.sooner, plain.later, strict=True)}


@SLOW
@given(st.lists(RECORD, min_size=1, max_size=9))
def test_what_falls_with_the_deprecated_is_found_among_all(read: Read, records: list[str]) -> None:
    """What contradicts what is deprecated is the same, looked for where it can be and in the whole of it."""
    events, sources = read(records)
    fallen = {
        claim.id
        for event in events
        for claim in event.claims
        if claim.rank == "deprecated" and not claim.denies and (claim.relations or claim.lasts)
    }
    restored = [
        event._replace(claims=tuple(c._replace(rank="normal") if c.id in fallen else c for c in event.claims))
        for event in events
    ]
    whole = Whole(Statements(restored, sources))
    expected = [
        parts
        for parts in (*(clash.parts for clash in solve(whole, Readings()).clashes), *circles(whole))
        if any(part[0] in fallen and part[1] in {"relation", "lasts"} for part in parts)
    ]
    assert [clash.parts for clash in fallen_clashes(events, sources, Readings())] == expected


@SLOW
@given(st.lists(RECORD, min_size=3, max_size=9))
def test_what_contradicts_rival_dates_contradicts_each_of_them(read: Read, records: list[str]) -> None:
    """Whichever of them is taken for right, what is named cannot all hold; and nothing of it is left out."""
    events, sources = read(records)
    whole = Whole(Statements(events, sources))
    clashes = list(contested_clashes(whole, solve(whole, Readings()), Readings()))
    rivals = [
        [window for window in event.windows if not {*contested_claims(event)}.isdisjoint(window.claims)] or [event.date]
        for event in events
    ]
    for chosen in product(*rivals) if clashes else ():
        right = [
            event._replace(
                windows=(window,),
                claims=tuple(
                    claim if claim.id in window.claims else claim._replace(date=ClaimDate()) for claim in event.claims
                ),
            )
            if contested_claims(event)
            else event
            for event, window in zip(events, chosen, strict=True)
        ]
        said = all_of_it(Statements(right, sources))
        for parts, left_out, _ in clashes:
            assert not left_out
            assert not settle(said.only(parts), Readings()).holds
