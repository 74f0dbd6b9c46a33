"""Which events of a kept timeline lie in a period, told by an index, is what their dates say, looked at one by one."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.cache import compiled, store
from timeline.cache.facets import facets_of
from timeline.cache.form import LONG
from timeline.dates.span import UNKNOWN, Span, certainly_shares_a_day, one_of, overlaps, span, within
from timeline.model import Event, Timeline, Window

LENGTHS = st.sampled_from([0, 1, 29, 364, LONG - 1, LONG, LONG + 1, 2 * LONG, 10**6])
BEGINS = st.integers(737_000 - 3, 737_000 + 3) | st.integers(736_000, 738_000)


@st.composite
def dates(draw: st.DrawFn) -> Span:
    """Dates of every length about that by which they are told apart, some open, some of two pieces, some far off."""
    first = draw(BEGINS)
    last = first + draw(LENGTHS)
    begun, ended = sorted(draw(st.integers(first, last)) for _ in range(2))
    return draw(
        st.sampled_from(
            [
                span((first, last), (first, last)),
                span((first, begun), (ended, last)),
                span((None, last), (None, last)),
                span((first, None), (first, None)),
                span((first, begun), (first, None)),
                one_of((day, day, day, day) for day in (first, last + 2)),
                span((first - 2**70, first - 2**70), (first - 2**70, last)),
                UNKNOWN,
            ]
        )
    )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(dates(), min_size=1, max_size=10), st.lists(st.tuples(BEGINS, LENGTHS), min_size=1, max_size=2))
def test_what_lies_in_a_period_is_found(tmp_path: Path, told: list[Span], stretches: list[tuple[int, int]]) -> None:
    events = [Event(f"e{number}", "", "", "", (), (Window("", date, date, (), 0),)) for number, date in enumerate(told)]
    file = tmp_path / "kept.sqlite"
    file.unlink(missing_ok=True)
    store.write(file, "k", compiled.content(Timeline(events=tuple(events)), "here", veiled=False))
    held = facets_of(store.Store(file, "k"))
    bounded = [within(begin, begin + length) for begin, length in stretches]
    first = stretches[0][0]
    for periods in (
        bounded,
        bounded[::-1],
        [within(None, first)],
        [within(first, None)],
        [within(None, None)],
        [within(2**63, None)],
    ):
        near = [at for at, date in enumerate(told) if any(overlaps(date, period) for period in periods)]
        assert sorted(held.overlapping(periods)) == near
        doubtful = [
            at for at, date in enumerate(told) if not any(certainly_shares_a_day(date, period) for period in periods)
        ]
        assert sorted(held.doubtful(periods, range(len(told)))) == doubtful


def test_a_date_of_two_pieces_in_one_period_is_found_though_another_lies_between_them(tmp_path: Path) -> None:
    pieces = one_of((day, day, day, day) for day in (737_000, 737_007))
    told = [pieces, span((737_003, 737_003), (737_003, 737_003))]
    events = [Event(f"e{number}", "", "", "", (), (Window("", date, date, (), 0),)) for number, date in enumerate(told)]
    file = tmp_path / "kept.sqlite"
    store.write(file, "k", compiled.content(Timeline(events=tuple(events)), "here", veiled=False))
    held = facets_of(store.Store(file, "k"))
    periods = [within(737_000, 737_000), within(737_003, 737_003)]
    assert sorted(held.overlapping(periods)) == sorted(held.overlapping(periods[::-1])) == [0, 1]
