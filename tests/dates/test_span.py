"""The laws of spans."""

from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.dates import boxes
from timeline.dates.span import (
    UNKNOWN,
    Span,
    certainly_before,
    certainly_shares_a_day,
    date_of,
    day_of,
    days_in_month,
    hull,
    intersection,
    iso,
    lies_within,
    one_of,
    overlaps,
    span,
    throughout,
    weekday,
    within,
)

YEARS = st.integers(-(10**12), 10**12) | st.integers(-5, 10_005)
FEW_DAYS = range(-1, 4)
SMALL_BOUNDS = st.none() | st.sampled_from(FEW_DAYS)


@st.composite
def single_spans(draw: st.DrawFn) -> Span:
    start, end = (draw(st.tuples(SMALL_BOUNDS, SMALL_BOUNDS)) for _ in range(2))
    try:
        return span(start, end, approximate=draw(st.booleans()), uncertain=draw(st.booleans()))
    except ValueError:
        assume(False)
        raise


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans of one piece, and of several where they stand apart."""
    pieces = draw(st.lists(single_spans(), min_size=1, max_size=3))
    boxes = [piece.bounds for piece in pieces]
    return one_of(boxes, approximate=pieces[0].approximate, uncertain=pieces[0].uncertain)


def happenings(one: Span) -> list[tuple[int, int]]:
    """Return every start and end that a span allows, near the few days; a wider margin changes no relation."""
    days = range(FEW_DAYS[0] - 2, FEW_DAYS[-1] + 3)
    return [
        (start, end)
        for start, end in product(days, days)
        if start <= end and lies_within(Span(start, start, end, end), one)
    ]


@given(YEARS, st.integers(1, 12), st.integers(1, 31))
def test_a_date_has_one_day(year: int, month: int, number: int) -> None:
    number = min(number, days_in_month(year, month))
    assert date_of(day_of(year, month, number)) == (year, month, number)


@given(st.integers(-(10**15), 10**15))
def test_a_day_has_one_date(day: int) -> None:
    assert day_of(*date_of(day)) == day
    assert date_of(day) < date_of(day + 1)
    assert weekday(day + 1) == (weekday(day) + 1) % 7


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (day_of(2020, 2, 29), "2020-02-29"),
        (1, "0001-01-01"),
        (0, "0000-12-31"),
        (day_of(-1, 1, 1), "-000001-01-01"),
        (day_of(9999, 12, 31) + 1, "+010000-01-01"),
    ],
)
def test_iso(day: int, text: str) -> None:
    assert iso(day) == text


@pytest.mark.parametrize("date", [(2019, 2, 29), (1900, 2, 29), (-1, 2, 29), (2019, 13, 1), (2019, 1, 0)])
def test_no_such_day(date: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        day_of(*date)


@given(spans())
def test_bounds_are_in_order(one: Span) -> None:
    start_earliest, start_latest, end_earliest, end_latest = one.bounds
    for low, high in product((start_earliest, end_earliest), (start_latest, end_latest)):
        if (low, high) != (end_earliest, start_latest):
            assert low is None or high is None or low <= high


@given(spans())
def test_a_span_is_its_happenings(one: Span) -> None:
    assert happenings(one)
    assert one.is_day == (None not in one.bounds and len(happenings(one)) == 1 and len(set(happenings(one)[0])) == 1)


@given(spans(), spans())
def test_intersection_allows_what_both_allow(one: Span, other: Span) -> None:
    both = intersection(one, other)
    assert both == intersection(other, one)
    theirs = set(happenings(other))
    assert (happenings(both) if both else []) == [pair for pair in happenings(one) if pair in theirs]
    if both:
        assert lies_within(both, one)
        assert lies_within(both, other)


@given(single_spans(), single_spans())
def test_intersection_of_single_pieces_is_where_their_boxes_meet(one: Span, other: Span) -> None:
    both = intersection(one, other)
    assert (both.bounds if both else None) == boxes.meeting(one.bounds, other.bounds)
    if both:
        assert (both.approximate, both.uncertain) == (
            one.approximate and other.approximate,
            one.uncertain and other.uncertain,
        )


@given(spans(), spans(), spans())
def test_intersection_is_associative(one: Span, other: Span, third: Span) -> None:
    first, second = intersection(one, other), intersection(other, third)
    assert (first and intersection(first, third)) == (second and intersection(one, second))


@given(spans())
def test_nothing_known_changes_nothing(one: Span) -> None:
    assert intersection(one, one) == one
    both = intersection(one, UNKNOWN)
    assert both is not None
    assert both.bounds == one.bounds
    assert hull(one, UNKNOWN).is_unknown


@given(spans(), spans())
def test_hull_holds_both(one: Span, other: Span) -> None:
    joined = hull(one, other)
    assert joined == hull(other, one)
    assert lies_within(one, joined)
    assert lies_within(other, joined)
    assert joined.approximate == (one.approximate or other.approximate)


@given(spans(), spans())
def test_relations_hold_for_every_happening(one: Span, other: Span) -> None:
    pairs = list(product(happenings(one), happenings(other)))
    assert certainly_before(one, other) == all(first[1] < second[0] for first, second in pairs)
    assert overlaps(one, other) == any(first[0] <= second[1] and second[0] <= first[1] for first, second in pairs)
    assert lies_within(one, other) == (set(happenings(one)) <= set(happenings(other)))


@given(spans(), st.sampled_from(FEW_DAYS), st.sampled_from(FEW_DAYS))
def test_certainly_shares_a_day_with_a_period(one: Span, first: int, last: int) -> None:
    assume(first <= last)
    shares = all(start <= last and end >= first for start, end in happenings(one))
    assert certainly_shares_a_day(one, within(first, last)) == shares


@given(st.lists(single_spans(), min_size=1, max_size=4))
def test_alternatives_hold_each_and_stand_apart(pieces: list[Span]) -> None:
    joined = one_of([piece.bounds for piece in pieces])
    assert all(lies_within(piece, joined) for piece in pieces)
    assert all(not boxes.touches(one, other) for one, other in combinations(joined.alternatives, 2))
    assert joined.bounds == boxes.around(joined.pieces)
    assert joined == one_of(reversed(joined.pieces))
    assert lies_within(joined, Span(*boxes.around([piece.bounds for piece in pieces])))


def test_windows_that_follow_on_each_other_are_one() -> None:
    assert one_of([(5, 5, 5, 5), (6, 6, 6, 6)]) == within(5, 6)
    assert one_of([(5, 5, 5, 5), (7, 7, 7, 7)]).alternatives == ((5, 5, 5, 5), (7, 7, 7, 7))
    assert one_of([(5, 5, 8, 8), (5, 5, 15, 15)]).alternatives == ((5, 5, 8, 8), (5, 5, 15, 15))


def test_of_very_many_alternatives_the_hull_is_kept() -> None:
    days = [(day, day, day, day) for day in range(0, 4 * boxes.MOST, 2)]
    assert len(one_of(days[: boxes.MOST]).alternatives) == boxes.MOST
    assert one_of(days[: boxes.MOST + 1]) == within(0, 2 * boxes.MOST)


def test_what_lies_between_alternatives_agrees_with_none() -> None:
    tuesdays = one_of([(5, 5, 5, 5), (12, 12, 12, 12)])
    assert intersection(tuesdays, within(9, 9)) is None
    assert intersection(tuesdays, within(10, 16)) == within(12, 12)
    assert intersection(tuesdays, within(1, 31)) == tuesdays
    assert not overlaps(tuesdays, within(6, 11))
    assert not certainly_shares_a_day(tuesdays, within(5, 11))
    assert not lies_within(within(5, 12), tuesdays)
    assert tuesdays.is_once
    assert not one_of([(None, 5, None, 5), (12, None, 12, None)]).is_unknown


@given(spans(), spans())
def test_throughout_joins_a_start_and_an_end(start: Span, end: Span) -> None:
    try:
        whole = throughout(start, end)
    except ValueError:
        assert certainly_before(end, start)
        return
    assert lies_within(whole, Span(start[0], start[1], end[2], end[3]))
    assert whole.approximate == (start.approximate or end.approximate)


@pytest.mark.parametrize("mark", ["", "~", "?", "%"])
def test_qualifier(mark: str) -> None:
    assert within(1, 2, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")).qualifier == mark


def test_what_is_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end on 0001-01-01 before it starts on 0001-01-02"):
        within(2, 1)
