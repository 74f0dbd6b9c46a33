"""Order: chronological, total, the same on every run."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.span import Span, certainly_before, span
from timeline.model import Event, Timeline, Window
from timeline.order import order, sort_key


def test_events_stand_where_they_may_begin(corpus: Callable[..., Timeline]) -> None:
    dates = ["", "2019-03", "2019-03-10", "'[..2019-03-05]'", "2019-01/..", "2018", "2019", "-0044", "Y12019"]
    declared = "".join(
        f"  e{n}: {{title: '{date}', kind: custody}}\n"
        for n, date in enumerate(d.strip("'") or "undated" for d in dates)
    )
    records = "".join(
        f"- {{event: e{n}, source: annals, paragraph: 1, says: X{f', date: {date}' if date else ''}}}\n"
        for n, date in enumerate(dates)
    )
    undated = "sources:\n  annals: {publisher: Annals, title: Annals}\n"
    timeline = corpus(f"{undated}events:\n{declared}records:\n{records}")
    assert [event.title for event in timeline.events] == [
        "-0044",
        "2018",
        "2019-01/..",
        "2019",
        "2019-03",
        "[..2019-03-05]",
        "2019-03-10",
        "Y12019",
        "undated",
    ]


DAY = st.none() | st.integers(-50, 50)


@st.composite
def events(draw: st.DrawFn) -> Event:
    low, high = sorted(draw(st.lists(st.integers(-50, 50), min_size=2, max_size=2)))
    late, end = sorted(draw(st.lists(st.integers(low, 60), min_size=2, max_size=2)))
    hidden = draw(st.integers(0, 15))
    bounds = [None if hidden >> bit & 1 else day for bit, day in enumerate((low, high, late, end))]
    sound: Span = span((bounds[0], bounds[1]), (bounds[2], bounds[3]))
    return Event(draw(st.text("ab", max_size=4)), "", "", "", (), (Window("", sound, sound, (), 0),))


@given(st.lists(events(), max_size=8), st.randoms())
def test_the_order_is_total_and_does_not_depend_on_the_order_given(found: list[Event], random: object) -> None:
    unique = list({event.id: event for event in found}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert order(shuffled) == order(unique)
    assert sorted(event.id for event in order(unique)) == sorted(event.id for event in unique)


@given(events(), events())
def test_what_is_certainly_before_stands_before(one: Event, other: Event) -> None:
    if certainly_before(one.date.sound, other.date.sound):
        assert sort_key(one) < sort_key(other)
