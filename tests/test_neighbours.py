"""Neighbours whose order nothing establishes are told apart from those whose order is known."""

from __future__ import annotations

from collections.abc import Callable

from timeline.model import Timeline
from timeline.neighbours import in_open_order, steps_among

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
        for known in [lambda _: steps_among(timeline.links)]
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


def test_a_day_that_two_share_orders_neither(corpus: Callable[..., Timeline]) -> None:
    timeline = corpus("records:\n" + told("a", date="2019-03-10") + told("b", date="2019-03-10"), declared=DECLARED)
    assert len(opened(timeline)) == 1


def test_of_what_has_no_date_nobody_expects_an_order(corpus: Callable[..., Timeline]) -> None:
    timeline = corpus("records:\n" + told("a", date="2019") + told("u") + told("b"), declared=DECLARED)
    assert opened(timeline) == set()
