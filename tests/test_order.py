"""Order: chronological, total, the same on every run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from plain_order import plainly_ordered

from timeline.bounds import Links
from timeline.comparison import relation
from timeline.dates.span import Span, certainly_before, span
from timeline.model import Event, Timeline, Window
from timeline.neighbours import steps_among
from timeline.network import ORIGIN, Constraint, reached
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


@st.composite
def linked(draw: st.DrawFn) -> tuple[list[Event], Links]:
    """Events, of which some may not be known to the network or not be listed, and constraints between their days."""
    found = list({event.id: event for event in draw(st.lists(events(), max_size=7))}.values())
    names = sorted({event.id for event in found} | set(draw(st.lists(st.text("ab", max_size=4), max_size=2))))
    sources = tuple("stu"[: draw(st.integers(0, 3))])
    last = 2 * len(names) + len(sources)
    node = st.integers(1, max(last, 1))
    pairs = draw(st.lists(st.tuples(node, node, st.sampled_from([0, 0, 0, -3, 1])), max_size=10 if last else 0))
    held = [Constraint(tail, head, most) for tail, head, most in pairs if tail != head]
    spans = [Constraint(2 * place + 2, 2 * place + 1, 0) for place in range(len(names))]
    return found, Links(tuple(names), sources, (*spans, *held, *(Constraint(ORIGIN, one.head, 7) for one in held)))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(linked())
def test_the_order_is_that_of_the_whole_network(given: tuple[list[Event], Links]) -> None:
    """Only what cannot stand by its date is put in its turn, and that gives what doing so for everything gives."""
    assert order(*given) == plainly_ordered(*given)


def chronology(corpus: Callable[..., Timeline], *records: str, instant: bool = False) -> Timeline:
    """A corpus of events told by a document without a date, from records of an event and the rest."""
    ids = sorted({record.partition(" ")[0] for record in records})
    rest = ", instant: true" if instant else ""
    declared = "".join(f"  {one}: {{title: {one}, kind: custody{rest}}}\n" for one in ids)
    told = "".join(
        "- {{event: {0}, source: annals, paragraph: {2}, says: X, {1}}}\n".format(*record.split(" ", 1), number)
        for number, record in enumerate(records, 1)
    )
    return corpus(f"sources:\n  annals: {{publisher: Annals, title: A}}\nevents:\n{declared}records:\n{told}")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (["a date: '2019'", "b date: '2019', before: a"], "b a"),
        (["a after: b, same_day: b", "b note: X"], "b a"),
        (["a after: b, same_day: c", "b same_day: a", "c before: b"], "c b a"),
        (["a equals: c, same_day: b", "b after: c, same_day: c", "c equals: a"], "a c b"),
        (["a date: '2019'", "b date: '2019', during: a"], "a b"),
        (["a after: b", "b after: c", "c after: d", "d note: X"], "d c b a"),
        (["a date: 2019-03-10", "b date: '[..2020]'", "a after: b"], "b a"),
        (["a date: 2019-05", "b date: '[..2020]'", "c after: b, date: 2019-03"], "b c a"),
        (["a date: 2019-05", "b after: a", "c date: 2019-06"], "a b c"),
        (["b after: a", "a after: b", "c after: b", "d date: 1999"], "d a b c"),
        (["a equals: b", "b starts: a", "c before: a"], "c a b"),
    ],
)
def test_no_event_stands_before_what_it_follows(
    corpus: Callable[..., Timeline], records: list[str], expected: str
) -> None:
    assert " ".join(event.id for event in chronology(corpus, *records).events) == expected


RECORDS = st.lists(
    st.builds(
        lambda event, relation, other, date: (
            f"{event} {relation}: {other}" + f", date: {date}" * bool(date) if event != other else f"{event} note: X"
        ),
        st.sampled_from("abcde"),
        st.sampled_from(["after", "before", "during", "meets", "equals", "same_day"]),
        st.sampled_from("abcde"),
        st.sampled_from(["", "", "2018", "2019", "2019-03-10", "'[..2019-06]'", "2017/.."]),
    ),
    min_size=1,
    max_size=7,
)


def begins_no_later(timeline: Timeline, one: str, other: str) -> bool:
    """Whether steps lead from the beginning of an event to that of another: what is over by then may begin with it."""
    steps = steps_among(timeline.links)
    start = {event: 2 * place + 1 for place, event in enumerate(steps.events)}
    near: dict[int, list[int]] = {}
    for sooner, later in zip(steps.sooner, steps.later, strict=True):
        near.setdefault(sooner, []).append(later)
    return one in start and start.get(other) in reached([start[one]], near)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(RECORDS, st.booleans())
@example(records=["b during: a", "b meets: a", "a note: X"], instant=True)
def test_the_order_agrees_with_what_is_known(
    corpus: Callable[..., Timeline], records: list[str], instant: bool
) -> None:
    """What is before by relations or by dates stands before, unless what it rests on was left out."""
    timeline = chronology(corpus, *records, instant=instant)
    assert len(timeline.events) == len({record[0] for record in records})
    if any(conflict.kind in ("order", "date") for conflict in timeline.conflicts):
        return
    listed = [event.id for event in timeline.events]
    for place, one in enumerate(listed):
        for other in listed[:place]:
            assert relation(timeline, one, other).verdict != "before" or begins_no_later(timeline, other, one)
