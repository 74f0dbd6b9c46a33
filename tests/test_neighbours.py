"""Neighbours whose order nothing establishes are told apart from those whose order is known."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_order import linked

from timeline.bounds import Links
from timeline.model import Event, Timeline
from timeline.neighbours import Steps, in_open_order, steps_among
from timeline.order import order

DECLARED = """
sources: {annals: {publisher: Annals, title: Annals}}
kinds: {day: {title: Day, theme: t, instant: true}, stay: {title: Stay, theme: t}}
events:
  a: {title: A, kind: day}
  b: {title: B, kind: day}
  c: {title: C, kind: stay}
  d: {title: D, kind: day}
  u: {title: U, kind: day}
"""


def told(event: str, **more: str) -> str:
    fields = "".join(f", {name}: {value}" for name, value in more.items())
    return f"- {{event: {event}, source: annals, paragraph: 1, says: X{fields}}}\n"


def opened(timeline: Timeline, *ids: str) -> set[str]:
    """The ids in open order, down the list of these events (of all, in order) and up it."""
    events = [event for event in timeline.events if not ids or event.id in ids]
    down, up = (
        in_open_order([one.id for one in listed], [one.date.sound.bounds for one in listed], known)
        for known in [lambda _: steps_among(timeline.links).parted()]
        for listed in (events, events[::-1])
    )
    assert len(up) == len(down)
    return set(down)


def test_dates_that_leave_no_other_way_and_steps_establish_an_order(corpus: Callable[..., Timeline]) -> None:
    records = (
        told("a", date="2018")
        + told("b", date="2019", after="a")
        + told("c", date="2019", after="b")
        + told("d", date="2019")
    )
    timeline = corpus("records:\n" + records, declared=DECLARED)
    assert [event.id for event in timeline.events] == ["a", "b", "c", "d"]
    assert opened(timeline) == {"d"}


def test_steps_lead_through_events_that_are_not_shown(corpus: Callable[..., Timeline]) -> None:
    records = told("a", date="2019") + told("b", after="a") + told("d", date="2019", after="b")
    timeline = corpus("records:\n" + records, declared=DECLARED)
    assert opened(timeline) == set()
    assert opened(timeline, "a", "d") == set()


def test_steps_past_an_event_establish_nothing_of_it(corpus: Callable[..., Timeline]) -> None:
    records = told("a", date="2019") + told("b", date="2019") + told("d", date="2019", after="a")
    timeline = corpus("records:\n" + records, declared=DECLARED)
    assert [event.id for event in timeline.events] == ["a", "b", "d"]
    assert opened(timeline) == {"b", "d"}


def test_a_day_that_two_share_orders_neither(corpus: Callable[..., Timeline]) -> None:
    timeline = corpus("records:\n" + told("a", date="2019-03-10") + told("b", date="2019-03-10"), declared=DECLARED)
    assert len(opened(timeline)) == 1


def test_of_what_has_no_date_nobody_expects_an_order(corpus: Callable[..., Timeline]) -> None:
    timeline = corpus("records:\n" + told("a", date="2019") + told("u") + told("b"), declared=DECLARED)
    assert opened(timeline) == set()


def leads(steps: Steps, one: str, other: str) -> bool:
    """Whether steps lead from the start of one event to that of another."""
    nodes = {event: 2 * place + 1 for place, event in enumerate(steps.events)}
    if one not in nodes or other not in nodes:
        return False
    reached = {nodes[one]}
    for _ in steps.sooner:
        reached |= {head for tail, head in zip(steps.sooner, steps.later, strict=True) if tail in reached}
    return nodes[other] in reached


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(linked(), st.data())
def test_what_is_open_is_what_neither_dates_nor_steps_tell(
    given: tuple[list[Event], Links], data: st.DataObject
) -> None:
    """Of any part of the events, in order: each two neighbours looked at by themselves, step by step."""
    events, links = given
    listed = [event for event in order(events, links) if data.draw(st.booleans())]
    bounds = [event.date.sound.bounds for event in listed]
    steps = steps_among(links)
    nothing = (None, None, None, None)
    ahead, back, undecided, undecided_either_way = 0, 0, set(), set()
    for (one, other), (first, second) in zip(pairwise(listed), pairwise(bounds), strict=True):
        if first[1] is not None and second[0] is not None and first[1] < second[0]:
            ahead += 1
        elif first[0] is not None and second[1] is not None and second[1] < first[0]:
            back += 1
        elif nothing not in (first, second) and not leads(steps, one.id, other.id):
            undecided.add(other.id)
            if not leads(steps, other.id, one.id):
                undecided_either_way.add(other.id)
    found = in_open_order([event.id for event in listed], bounds, lambda _: steps.parted())
    assert found >= undecided_either_way
    if not back:  # where no date tells which way the list goes, it may go either
        assert found == (undecided if ahead else undecided_either_way)
