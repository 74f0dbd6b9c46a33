"""Rival dates, each held against the days on which those who give it told it as past."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_constrain import found, order_conflicts, told  # noqa: F401 - a fixture

from timeline.account import dates_told
from timeline.dates.span import day_of, iso
from timeline.gaps import find
from timeline.model import Timeline
from timeline.names import Names

HEAD = """
sources:
  june: {publisher: June, title: A, published: 2018-06-15}
  july: {publisher: July, title: B, published: 2018-07-10}
  later: {publisher: Later, title: C, published: 2020-01-01}
  other: {publisher: Other, title: D, published: 2020-01-02}
  copy: {publisher: Copy, title: E, published: 2018-06}
kinds:
  k: {title: K, theme: t}
  day: {title: Day, theme: t, instant: true}
"""
DAY = "  x: {title: X, kind: day}\n"


def rivals(timeline: Timeline) -> list[str]:
    """The dates of the event, the one shown first."""
    return [window.edtf for window in found(timeline, "x").windows]


@pytest.mark.parametrize(
    ("records", "dates", "clashing"),
    [
        (["x source: june, date: '[2017-07,2018-07]'"], ["2017-07"], []),
        (["x source: later, date: 2017-07", "x source: june, date: 2018-07"], ["2017-07", "2018-07"], [["x/june/2"]]),
        (
            ["x source: later, date: 2017-07", "x source: other, date: 2017-07", "x source: june, date: 2018"],
            ["2017-07", "2018-01-01/2018-06-15"],
            [],
        ),
        (
            ["x source: later, date: 2017-07", "x source: copy, date: '[2016-07,2018-07]'"],
            ["2016-07", "2017-07"],
            [],
        ),
        (
            ["x source: june, date: 2018-07-20", "x source: july, date: 2018-07-20", "x source: later, date: 2017"],
            ["2018-07-20", "2017"],
            [["x/june/1"], ["x/july/2"]],
        ),
        (  # each may be past by when it was told, and not both
            [
                "x source: later, date: 2017",
                "x source: other, date: 2017",
                "x source: june, date: '[2018-05..2018-07]'",
                "x source: july, date: '[2018-07-01..2018-08]'",
            ],
            ["2017", "2018-07"],
            [["x/july/4", "x/june/3"]],
        ),
        (
            ["x source: later, date: 2017-07, rank: preferred, rank_reason: Seen.", "x source: june, date: 2018-07"],
            ["2017-07", "2018-07"],
            [["x/june/2"]],
        ),
        (
            ["x source: later, date: 2017-07", "x source: june, date: 2018-07, rank: deprecated, rank_reason: No."],
            ["2017-07", "2018-07"],
            [],
        ),
        (
            ["x source: later, date: 2017-07", "x source: other, date: 2018-07-03, lasts: a month"],
            ["2017-07", "2018-07-03"],
            [["x/other/2"]],
        ),
    ],
)
def test_a_rival_date_is_held_against_when_it_was_told(
    told: Callable[..., Timeline],  # noqa: F811
    records: list[str],
    dates: list[str],
    clashing: list[list[str]],
) -> None:
    timeline = told(*records, head=HEAD, more=DAY)
    assert [one.replace("[", "").replace("]", "").replace("..", "/") for one in rivals(timeline)] == dates
    conflicts = order_conflicts(timeline)
    assert sorted([*conflict.claims] for conflict in conflicts) == sorted(clashing)
    assert all("One of the rival dates rests on that" in conflict.message for conflict in conflicts)
    assert all(
        conflict.is_open and "told as past" in conflict.message for conflict in conflicts if "lasts" not in str(records)
    )


def test_a_rival_date_is_held_against_the_classification(told: Callable[..., Timeline]) -> None:  # noqa: F811
    """What begins and ends on one day did not go on from one to another, whichever account of that is right."""
    records = ["x source: later, date: 2017-07-01/2017-07-03", "x source: june, date: 2018-03-05/2018-03-06"]
    timeline = told(*records, head=HEAD, more=DAY)
    assert sorted([*conflict.claims] for conflict in order_conflicts(timeline)) == [["x/june/2"], ["x/later/1"]]
    assert all("classified as" in conflict.message for conflict in order_conflicts(timeline))
    assert order_conflicts(told(*records, head=HEAD)) == []


def test_a_narrowed_rival_says_why_and_leaves_a_gap(told: Callable[..., Timeline]) -> None:  # noqa: F811
    timeline = told(
        "x source: later, date: 2017-07", "x source: other, date: 2017-07", "x source: june, date: 2018",
        "y source: later, date: 2018-12-01", head=HEAD, more=DAY,
    )  # fmt: skip
    rival = next(text for label, text in dates_told(found(timeline, "x"), Names(timeline)) if label == "Rival date")
    assert rival.startswith("within 1 Jan – 15 Jun 2018")
    assert rival.endswith("narrowed by when that was told as past")
    gaps = [(iso(gap.first), iso(gap.last)) for gap in find(timeline.events).gaps]
    assert gaps == [("2018-06-16", "2018-11-30"), ("2017-08-01", "2017-12-31")]


MONTHS = st.sampled_from(
    ["2017-11", "2018-01", "2018-03", "2018", "'[2018-02,2018-04]'", "'[2017-12..2018-03-20]'", "2018-04-02"]
)
PAPERS = ["2018-02-10", "2018-03-31", "2018-05-01"]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(st.lists(st.tuples(MONTHS, st.integers(0, 2)), min_size=2, max_size=4))
def test_no_rival_date_is_after_it_was_told_or_it_is_said(
    told: Callable[..., Timeline],  # noqa: F811
    given: list[tuple[str, int]],
) -> None:
    """Of several dates each lies before the day it was told on; one that cannot is told with who gives it."""
    head = "sources:\n" + "".join(
        f"  s{n}: {{publisher: P{n}, title: T, published: {day}}}\n" for n, day in enumerate(PAPERS)
    )
    head += "kinds:\n  day: {title: Day, theme: t, instant: true}\n"
    timeline = told(*(f"x source: s{paper}, date: {date}" for date, paper in given), head=head, more=DAY)
    event = found(timeline, "x")
    source = {claim.id: int(claim.source[1:]) for claim in event.claims}
    clashing = {claim for conflict in order_conflicts(timeline) for claim in conflict.claims}
    for window in event.windows:
        told_on = min(day_of(*map(int, PAPERS[source[claim]].split("-"))) for claim in window.claims)
        latest = window.sound.end_latest
        assert (latest is not None and latest <= told_on) or not clashing.isdisjoint(window.claims)
