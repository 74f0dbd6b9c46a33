"""Gaps hold by laws, against an oracle that looks at every day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.span import UNKNOWN, Span, one_of, span, within
from timeline.gaps import Gaps, Stretch, find, reaching
from timeline.model import Event, Window

DAYS = range(-30, 31)


def event(name: str, *spans: Span) -> Event:
    return Event(name, name, "", "", (), tuple(Window("", one, one, (), 0) for one in spans))


def days(stretches: tuple[Stretch, ...]) -> list[int]:
    return sorted(day for one in stretches for day in range(one.first, one.last + 1))


@st.composite
def single_spans(draw: st.DrawFn) -> Span:
    low, high = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2)))
    over = draw(st.integers(high, high + 10))
    hidden = draw(st.sampled_from([0, 0, 0, 0, 1, 8, 9, 15]))
    bounds = [None if hidden >> bit & 1 else day for bit, day in enumerate((low, high, low, over))]
    return span((bounds[0], bounds[1]), (bounds[2], bounds[3]))


def spans() -> st.SearchStrategy[Span]:
    return st.lists(single_spans(), min_size=1, max_size=2).map(lambda found: one_of(one.bounds for one in found))


EVENTS = st.lists(st.lists(spans(), min_size=1, max_size=2), max_size=6).map(
    lambda found: [event(f"e{number}", *each) for number, each in enumerate(found)]
)
DAY = st.sampled_from(DAYS)
PERIODS = st.lists(st.tuples(DAY, DAY).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=3)


def is_covered(one: Event, day: int) -> bool:
    """The oracle: whether some date of an event that has a date leaves it open that the event had this day."""
    for window in one.windows:
        for first, _, _, last in () if window.sound.is_unknown else window.sound.pieces:
            if (first is None or first <= day) and (last is None or day <= last):
                return True
    return False


@given(EVENTS, PERIODS)
def test_gaps_and_covered_days_part_the_period(events: list[Event], periods: list[tuple[int, int]]) -> None:
    found = find(events, periods)
    looked_at = {day for first, last in periods for day in range(first, last + 1)}
    covered = {day for day in looked_at if any(is_covered(one, day) for one in events)}
    assert set(days(found.gaps)) == looked_at - covered
    assert len(days(found.gaps)) == len(set(days(found.gaps)))


@given(EVENTS)
def test_without_a_period_gaps_lie_between_days_that_are_known(events: list[Event]) -> None:
    found = find(events)
    for day in days(found.gaps):
        assert not any(is_covered(one, day) for one in events)
    known = [day for one in events for window in one.windows for day in window.sound.bounds if day is not None]
    assert found.periods == (((min(known), max(known)),) if known else ())


@given(EVENTS, PERIODS)
def test_bare_stretches_are_left_by_closed_dates_and_reached_by_open_ones(
    events: list[Event], periods: list[tuple[int, int]]
) -> None:
    found = find(events, periods)
    for stretch in found.bare:
        assert reaching(events, stretch)
        within_it = range(stretch.first, stretch.last + 1)
        closed = [
            event(one.id, window.sound)
            for one in events
            for window in one.windows
            if None not in (window.sound.start_earliest, window.sound.end_latest)
        ]
        assert not any(is_covered(one, day) for one in closed for day in within_it)
    whole = {(one.first, one.last) for one in found.gaps} & {(one.first, one.last) for one in found.bare}
    assert not whole


@given(EVENTS, PERIODS, st.randoms())
def test_the_order_of_events_changes_no_stretch(
    events: list[Event], periods: list[tuple[int, int]], random: object
) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    lengths = [[(one.first, one.last) for one in find(some, periods).gaps] for some in (events, shuffled)]
    assert lengths[0] == lengths[1]


def test_the_longest_comes_first_with_the_events_that_border_it() -> None:
    found = find([event("a", within(0, 4)), event("b", within(10, 12)), event("c", within(20, 20))])
    assert found == Gaps(
        gaps=(Stretch(13, 19, "b", "c"), Stretch(5, 9, "a", "b")), bare=(), undated=(), periods=((0, 20),)
    )


def test_an_open_date_covers_on_and_what_is_left_but_for_it_is_told_apart() -> None:
    events = [event("a", within(0, 4)), event("since", span((3, 4), (None, None))), event("b", within(10, 12))]
    found = find([*events, event("never", UNKNOWN)])
    assert found.gaps == ()
    assert [(one.first, one.last) for one in found.bare] == [(5, 9)]
    assert reaching(events, found.bare[0]) == ("since",)
    assert found.undated == ("never",)


def test_a_rival_date_closes_a_gap() -> None:
    events = [event("a", within(0, 0), within(5, 5)), event("b", within(9, 9))]
    assert days(find(events).gaps) == [1, 2, 3, 4, 6, 7, 8]
