"""Dates and order held to brute force: every way in which all that is said can hold, on a calendar of a few days.

The meanings here are written down anew, from the README and the docstrings of relations, and tried day by day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.comparison import relation
from timeline.dates.span import Day, day_of, iso
from timeline.model import Timeline

FIRST = day_of(2019, 3, 1)
DAYS = range(5)
EVENTS = "xyz"
Way = tuple[int, int]
"""On which day an event begins, and on which it ends."""
HOLDS: dict[str, Callable[[Way, Way], bool]] = {
    "after": lambda one, other: one[0] >= other[1],
    "before": lambda one, other: one[1] <= other[0],
    "during": lambda one, other: one[0] >= other[0] and one[1] <= other[1],
    "contains": lambda one, other: one[0] <= other[0] and one[1] >= other[1],
    "overlaps": lambda one, other: one[0] <= other[0] <= one[1] <= other[1],
    "overlapped_by": lambda one, other: other[0] <= one[0] <= other[1] <= one[1],
    "starts": lambda one, other: one[0] == other[0] and one[1] <= other[1],
    "started_by": lambda one, other: one[0] == other[0] and one[1] >= other[1],
    "finishes": lambda one, other: one[0] >= other[0] and one[1] == other[1],
    "finished_by": lambda one, other: one[0] <= other[0] and one[1] == other[1],
    "meets": lambda one, other: one[1] <= other[0] <= one[1] + 1,
    "met_by": lambda one, other: other[1] <= one[0] <= other[1] + 1,
    "equals": lambda one, other: one == other,
    "same_day": lambda one, other: one[0] >= other[0] and one[1] <= other[1],
}
"""What each relation says of the first and last days of an event and of another."""


def on(day: int) -> str:
    return iso(FIRST + day)


TWO = st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True).map(sorted)
DATES: st.SearchStrategy[tuple[str, Callable[[Way], bool]]] = st.one_of(
    st.just(("", lambda _: True)),
    st.sampled_from(DAYS).map(lambda d: (on(d), lambda way: way == (d, d))),
    TWO.map(lambda of: (f"{on(of[0])}/{on(of[1])}", lambda way: way == tuple(of))),
    TWO.map(lambda of: (f"'[{on(of[0])}..{on(of[1])}]'", lambda way: of[0] <= way[0] and way[1] <= of[1])),
    TWO.filter(lambda of: of[1] > of[0] + 1).map(
        lambda of: (f"'[{on(of[0])},{on(of[1])}]'", lambda way: way in ((of[0], of[0]), (of[1], of[1])))
    ),
)
RELATIONS = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.sampled_from(sorted(HOLDS)), st.sampled_from(EVENTS)), max_size=2
)
LASTS = st.sampled_from([0, 0, 0, 1, 2])


def ways(
    dated: dict[str, list[Callable[[Way], bool]]],
    lasts: dict[str, int],
    instant: str,
    related: list[tuple[str, str, str]],
    told: int,
) -> Iterator[dict[str, Way]]:
    """Yield every way, on these days, in which all holds: what is told as past has begun by the day of the source."""
    around = range(-2, len(DAYS) + 2)
    possible = {
        one: [
            (begin, end)
            for begin, end in product(around, around)
            if begin <= min(end, told)
            and (one not in instant or begin == end)
            and all(allows((begin, end)) for allows in dated[one])
            and (not lasts[one] or lasts[one] <= end - begin + 1 <= lasts[one] + 2)
        ]
        for one in EVENTS
    }
    for chosen in product(*possible.values()):
        way = dict(zip(EVENTS, chosen, strict=True))
        if all(HOLDS[kind](way[one], way[other]) for one, kind, other in related):
            yield way


@pytest.fixture
def told(corpus: Callable[..., Timeline]) -> Callable[..., Timeline]:
    """Read records, as texts, of a source published on a day, and some events, of which these are instant."""

    def read(records: list[str], instant: str, published: int) -> Timeline:
        events = "".join(
            f"  {one}: {{title: {one}, kind: custody, instant: {str(one in instant).lower()}}}\n" for one in EVENTS
        )
        source = f"sources:\n  s: {{publisher: S, title: S, published: {on(published)}}}\n"
        listed = "".join(f"- {{paragraph: {n}, says: X, {record}}}\n" for n, record in enumerate(records, 1))
        return corpus(f"{source}events:\n{events}records:\n{listed}")

    return read


@pytest.mark.parametrize("kind", HOLDS)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    st.lists(DATES, min_size=3, max_size=3),
    st.tuples(LASTS, LASTS, LASTS),
    st.sampled_from(["", "x", "yz", "xyz"]),
    RELATIONS,
    st.sampled_from([2, 4, 6]),
)
def test_every_way_that_all_can_hold_is_left_and_that_there_is_none_is_told(
    told: Callable[..., Timeline],
    kind: str,
    dates: list[tuple[str, Callable[[Way], bool]]],
    lengths: tuple[int, int, int],
    instant: str,
    relations: list[tuple[str, str, str]],
    published: int,
) -> None:
    related = [("x", kind, "y"), *(named for named in relations if named[0] != named[2])]
    records = [
        f"event: {one}, source: s" + f", date: {date}" * bool(date) + f", lasts: {length} days" * bool(length)
        for one, (date, _), length in zip(EVENTS, dates, lengths, strict=True)
    ]
    records += [f"event: {one}, source: s, {kind}: {other}" for one, kind, other in related]
    timeline = told(records, instant, published)
    allowing = {one: [allows] for one, (_, allows) in zip(EVENTS, dates, strict=True)}
    found = list(ways(allowing, dict(zip(EVENTS, lengths, strict=True)), instant, related, published))
    by_days = [one for one in timeline.conflicts if "the days alone let both stand" not in one.message]
    assert bool(by_days) == (not found)
    if not found or timeline.conflicts:
        return
    for event in timeline.events:
        for begin, end in {way[event.id] for way in found}:
            assert any(_holds(piece, FIRST + begin, FIRST + end) for piece in event.date.sound.pieces)
    for one, other in ("xy", "yz", "xz"):
        verdict = relation(timeline, one, other).verdict
        assert verdict != "before" or all(way[one][1] <= way[other][0] for way in found)
        assert verdict != "after" or all(way[other][1] <= way[one][0] for way in found)
        if all(way[one][1] < way[other][0] for way in found):
            assert verdict == "before"


def _holds(piece: tuple[Day | None, ...], begin: Day, end: Day) -> bool:
    low, high, first, last = piece
    return (
        (low is None or low <= begin)
        and (high is None or begin <= high)
        and (first is None or first <= end)
        and (last is None or end <= last)
    )
