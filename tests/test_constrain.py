"""Chronology from order: short corpora in, narrowed dates and contradictions out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.dates.span import Day, date_of, day_of, iso, lies_within, within
from timeline.load import load
from timeline.merge import merge
from timeline.model import Conflict, Event, Timeline
from timeline.resolve import resolve

Corpus = Callable[..., Timeline]

HEAD = """
sources:
  a: {publisher: A, title: A, published: 2030-01-01}
  b: {publisher: B, title: B, published: 2030-01-02}
  c: {publisher: C, title: C, published: 2030-01-03}
  russian: {publisher: R, title: R, published: 2030-01-04, language: ru}
kinds:
  k: {title: K, theme: t}
  day: {title: Day, theme: t, instant: true}
"""


@pytest.fixture
def told(corpus: Corpus) -> Callable[..., Timeline]:
    """Build a timeline from records of an event and the rest; events have kind k unless declared in `more`."""

    def read(*records: str, more: str = "", head: str = HEAD) -> Timeline:
        ids = dict.fromkeys(record.partition(" ")[0] for record in records)
        events = "".join(f"  {one}: {{title: {one.upper()}, kind: k}}\n" for one in ids if f"  {one}:" not in more)
        listed = ""
        for number, record in enumerate(records, 1):
            event, _, rest = record.partition(" ")
            placed = rest if "paragraph: " in rest else f"paragraph: {number}, {rest}"
            listed += f"- {{event: {event}, says: Told., {placed}}}\n"
        return corpus(f"{head}\nevents:\n{events}{more}\nrecords:\n{listed}", declared="")

    return read


def dates(timeline: Timeline, event: str) -> str:
    """The four bounds of an event's date, as ISO 8601, `..` where open."""
    sound = found(timeline, event).date.sound
    low, high, begin, end = (_day(day) for day in sound.bounds)
    return f"{low}..{high}" if sound.is_once else f"{low}..{high} to {begin}..{end}"


def _day(day: Day | None) -> str:
    return "" if day is None else iso(day)


def found(timeline: Timeline, event: str) -> Event:
    return next(one for one in timeline.events if one.id == event)


def published(timeline: Timeline, source: str) -> str:
    resolution = next(one.published for one in timeline.sources if one.id == source)
    return f"{_day(resolution.sound[0])}..{_day(resolution.sound[3])}" if resolution else ""


def order_conflicts(timeline: Timeline) -> list[Conflict]:
    return [conflict for conflict in timeline.conflicts if conflict.kind == "order"]


X = "x source: a, date: 2019-03-10/2019-03-20"
"""X runs from the 10th to the 20th of March."""


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("after: x", "2019-03-20..2019-04-30 to 2019-03-20..2019-04-30"),
        ("before: x", "2019-02-01..2019-03-10 to 2019-02-01..2019-03-10"),
        ("during: x", "2019-03-10..2019-03-20 to 2019-03-10..2019-03-20"),
        ("contains: x", "2019-02-01..2019-03-10 to 2019-03-20..2019-04-30"),
        ("overlaps: x", "2019-02-01..2019-03-10 to 2019-03-10..2019-03-20"),
        ("overlapped_by: x", "2019-03-10..2019-03-20 to 2019-03-20..2019-04-30"),
        ("starts: x", "2019-03-10..2019-03-10 to 2019-03-10..2019-03-20"),
        ("started_by: x", "2019-03-10..2019-03-10 to 2019-03-20..2019-04-30"),
        ("finishes: x", "2019-03-10..2019-03-20 to 2019-03-20..2019-03-20"),
        ("finished_by: x", "2019-02-01..2019-03-10 to 2019-03-20..2019-03-20"),
        ("meets: x", "2019-02-01..2019-03-10 to 2019-03-09..2019-03-10"),
        ("met_by: x", "2019-03-20..2019-03-21 to 2019-03-20..2019-04-30"),
        ("equals: x", "2019-03-10..2019-03-10 to 2019-03-20..2019-03-20"),
        ("same_day: x", "2019-03-10..2019-03-20 to 2019-03-10..2019-03-20"),
        ("after: {event: x, within: 3 days}", "2019-03-20..2019-03-23 to 2019-03-20..2019-04-30"),
        ("after: {event: x, by: 3 days}", "2019-03-23..2019-03-23 to 2019-03-23..2019-04-30"),
        ("after: {event: x, by: at least 3 days}", "2019-03-23..2019-04-30 to 2019-03-23..2019-04-30"),
        ("after: [{event: x, by: about 10 days, within: 11 days}]", "2019-03-28..2019-03-31 to 2019-03-28..2019-04-30"),
        ("before: {event: x, within: a week}", "2019-02-01..2019-03-10 to 2019-02-27..2019-03-10"),
        ("during: {event: x, by: 4 days}", "2019-03-14..2019-03-14 to 2019-03-14..2019-03-20"),
        ("contains: {event: x, within: 2 days}", "2019-03-08..2019-03-10 to 2019-03-20..2019-04-30"),
        ("overlaps: {event: x, by: 2 days}", "2019-02-01..2019-03-10 to 2019-03-12..2019-03-12"),
        ("overlapped_by: {event: x, by: 2 days}", "2019-03-18..2019-03-18 to 2019-03-20..2019-04-30"),
    ],
)
def test_what_a_relation_says_of_a_date(told: Callable[..., Timeline], relation: str, expected: str) -> None:
    """Y is known to lie between the first of February and the end of April."""
    timeline = told(X, "y source: b, date: '[2019-02-01..2019-04-30]'", f"y source: c, {relation}")
    assert timeline.problems == ()
    assert order_conflicts(timeline) == []
    low, high, begin, end = (_day(day) for day in found(timeline, "y").date.sound.bounds)
    assert f"{low}..{high} to {begin}..{end}" == expected


def test_lengths_are_read_in_the_language_of_the_source(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: a, date: 2019-03-01/..",
        "x source: russian, lasts: десять дней",
        "y source: russian, after: {event: x, by: три дня, within: 3 days}",
    )
    assert timeline.problems == ()
    assert dates(timeline, "x") == "2019-03-01..2019-03-01 to 2019-03-10..2019-03-12"
    assert dates(timeline, "y").startswith("2019-03-13..2019-03-15 to ")


@pytest.mark.parametrize(
    ("lasts", "expected"),
    [
        ("10 days", "2019-03-01..2019-03-01 to 2019-03-10..2019-03-12"),
        ("an hour", "2019-03-01..2019-03-01 to 2019-03-01..2019-03-03"),
        ("five months", "2019-03-01..2019-03-01 to 2019-07-14..2019-08-17"),
        ("more than 3 days", "2019-03-01..2019-03-01 to 2019-03-04.."),
    ],
)
def test_what_lasts_ends_so_long_after_it_began(told: Callable[..., Timeline], lasts: str, expected: str) -> None:
    """Words leave open whether the first and the last day count, so a day more or less is allowed."""
    timeline = told("x source: a, date: 2019-03-01/..", f"x source: b, lasts: {lasts}")
    assert dates(timeline, "x") == expected


def test_what_is_told_as_past_has_begun_by_publication(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, date: 2030", "y source: b", "z source: c")
    assert dates(timeline, "x") == "2030-01-01..2030-01-01 to 2030-01-01..2030-12-31"
    assert dates(timeline, "y") == "..2030-01-02 to .."
    assert not found(timeline, "x").is_inferred
    assert found(timeline, "y").is_inferred


@pytest.mark.parametrize("declared", ["kind: day", "kind: k, instant: true"])
def test_what_happens_on_one_day_is_over_by_publication(told: Callable[..., Timeline], declared: str) -> None:
    timeline = told("w source: a, date: 2030", more=f"  w: {{title: W, {declared}}}\n")
    assert dates(timeline, "w") == "2030-01-01..2030-01-01"
    assert found(timeline, "w").date.edtf == "2030-01-01"


def test_an_event_overrides_its_kind(told: Callable[..., Timeline]) -> None:
    timeline = told("w source: a", more="  w: {title: W, kind: day, instant: false}\n")
    assert dates(timeline, "w") == "..2030-01-01 to .."


def test_what_is_upcoming_begins_no_sooner_than_publication(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, upcoming: true, date: '[2029..2031]'")
    assert dates(timeline, "x") == "2030-01-01..2031-12-31"


def test_what_is_denied_or_deprecated_or_lost_gives_nothing(told: Callable[..., Timeline]) -> None:
    timeline = told(
        X,
        "y source: a, date: 2019",
        "y source: b, after: x, stance: denies",
        "y source: b, after: x, rank: deprecated, rank_reason: a slip",
        "z source: a, date: 2019",
        "z source: b, date: 2019",
        "z source: c, date: 2018, before: x",
    )
    assert dates(timeline, "y") == "2019-01-01..2019-12-31"
    assert dates(timeline, "z") == "2019-01-01..2019-12-31"
    assert order_conflicts(timeline) == []


DEICTIC = HEAD.replace(
    "kinds:",
    "  window: {publisher: W, title: W, published: 2019-03-01/2019-04-20}\n  open: {publisher: O, title: O}\nkinds:",
)


def test_a_source_of_open_date_is_narrowed_by_what_it_tells(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, date: 2019-03-20", "x source: window", "x source: open", head=DEICTIC)
    assert published(timeline, "window") == "2019-03-20..2019-04-20"
    assert published(timeline, "open") == "2019-03-20.."


def test_a_copy_is_no_older_than_its_root(told: Callable[..., Timeline]) -> None:
    head = DEICTIC.replace("title: O}", "title: O, published: 2019-04-02, derives_from: window}")
    timeline = told("x source: window", head=head)
    assert published(timeline, "window") == "2019-03-01..2019-04-02"
    assert dates(timeline, "x") == "..2019-04-02 to .."


def test_a_copy_older_than_its_root_is_a_problem(told: Callable[..., Timeline]) -> None:
    timeline = told(X, head=HEAD.replace("published: 2030-01-01", "published: 2030-01-01, derives_from: b"))
    [problem] = timeline.problems
    assert str(problem).partition(".yaml:")[2] == (
        "3:6: warning: These cannot all hold: A repeats B, and so came no sooner; A was published 1 Jan 2030; "
        "B was published 2 Jan 2030. Left out of the dating: A repeats B, and so came no sooner. [older-than-root]"
    )
    assert order_conflicts(timeline) == []


def test_relative_dates_narrow_by_the_day_of_publication(told: Callable[..., Timeline]) -> None:
    """Last month is February or March, as long as publication may be in March or April; X puts it in April."""
    timeline = told(
        "x source: a, date: 2019-04-02", "x source: window", "y source: window, date: last month", head=DEICTIC
    )
    assert published(timeline, "window") == "2019-04-02..2019-04-20"
    assert dates(timeline, "y") == "2019-03-01..2019-03-31"


def test_relative_dates_narrow_the_day_of_publication(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, date: 2019-02-20", "x source: window, date: last month", head=DEICTIC)
    assert published(timeline, "window") == "2019-03-01..2019-03-31"


def test_both_directions_come_to_rest_together(told: Callable[..., Timeline]) -> None:
    """X is of March and told as of last month: in April, so yesterday is 31 March or later."""
    timeline = told(
        "x source: a, date: 2019-03",
        "x source: window, date: last month",
        "y source: window, date: yesterday",
        "z source: b, after: y",
        head=DEICTIC,
    )
    assert published(timeline, "window") == "2019-04-01..2019-04-20"
    assert dates(timeline, "y") == "2019-03-31..2019-04-19"
    assert dates(timeline, "z").startswith("2019-03-31..")


def test_an_undated_source_is_dated_by_a_relative_date(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, date: 2019-03-05", "x source: open, date: last month", head=DEICTIC)
    assert published(timeline, "open") == "2019-04-01..2019-04-30"
    [earliest, latest] = next(one.bounds for one in timeline.sources if one.id == "open")
    assert (earliest.which, latest.which) == ("published.earliest", "published.latest")
    assert [step.text for step in latest.steps] == [
        "A, paragraph 1: `x` was “2019-03-05”",
        "O, paragraph 2: `x` was “last month”",
    ]


def test_what_an_undated_source_tells_is_dated_by_what_else_it_tells(told: Callable[..., Timeline]) -> None:
    """Nothing dates Y itself: what dates it is that X was a month before."""
    timeline = told(
        "x source: a, date: 2019-03-05", "x source: open, date: last month", "y source: open, date: today", head=DEICTIC
    )
    assert dates(timeline, "y") == "2019-04-01..2019-04-30"
    assert found(timeline, "y").is_inferred


def test_every_bound_says_why(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: a, date: 2019-03-10, according_to: p",
        "y source: b, after: x, before: z",
        "z source: c, date: 2019-04-01",
        head=HEAD + "people:\n  p: {name: Pia}\n",
    )
    bounds = {bound.which: bound for bound in found(timeline, "y").bounds}
    assert sorted(bounds) == ["end.earliest", "end.latest", "start.earliest", "start.latest"]
    assert [(step.text, step.about, step.which, iso(step.day or 0)) for step in bounds["start.earliest"].steps] == [
        ("Pia in A, paragraph 1: `x` was “2019-03-10”", "x", "end.earliest", "2019-03-10"),
        ("B, paragraph 2: `y` was after `x`", "y", "start.earliest", "2019-03-10"),
    ]
    last = bounds["end.latest"].steps[-1]
    assert (last.claim, last.source, last.day) == ("y/b/2", "b", bounds["end.latest"].day)
    assert found(timeline, "x").bounds == ()


def test_a_bound_by_publication_names_the_day(told: Callable[..., Timeline]) -> None:
    [bound] = found(told("x source: a"), "x").bounds
    [step] = bound.steps
    assert step.text == "A, paragraph 1: `x` is told as past; A was published no later than 1 Jan 2030"


def test_a_contradiction_is_the_smallest_set_of_claims(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: a, date: 2019-03-10, facts: {n: 1}",
        "x source: b, date: 2019-03",
        "y source: b, after: x",
        "y source: c, before: z",
        "z source: c, date: 2019-02-01",
        "z source: a, date: 2019-02",
        "w source: a, after: v",
        "v source: b, date: 2019-05-01",
    )
    [conflict] = order_conflicts(timeline)
    assert set(conflict.claims) in (
        {"x/b/2", "y/b/3", "y/c/4", "z/a/6"},
        {"x/a/1", "y/b/3", "y/c/4", "z/c/5"},
        {"x/a/1", "y/b/3", "y/c/4", "z/a/6"},
        {"x/b/2", "y/b/3", "y/c/4", "z/c/5"},
    )
    assert conflict.id == f"order/{'+'.join(conflict.claims)}"
    assert set(conflict.events) == {"x", "y", "z"}
    assert "These cannot all hold: " in conflict.message
    assert "Left out of the dating: B, paragraph 3: `y` was after `x`." in conflict.message
    assert not conflict.settled
    assert all(conflict.id in found(timeline, event).conflicts for event in conflict.events)
    # What does not depend on it is narrowed all the same, and so is what is left of it.
    assert dates(timeline, "w").startswith("2019-05-01..")
    assert dates(timeline, "y").endswith("2019-02-01")
    assert dates(timeline, "x") == "2019-03-10..2019-03-10"


@pytest.mark.parametrize(
    ("records", "says_what_to_do"),
    [
        (["x source: a, date: 2019-03-10, lasts: three days"], True),
        (["x source: a, date: 2019-02, lasts: three months"], True),
        (["x source: a, date: 2019-03-10, end: 2019-03-11, lasts: three weeks"], False),
        (["x source: a, date: from 1 February 2019 to 9 March 2019, lasts: two days"], False),
        (["x source: a, date: 2019-03-10", "x source: b, date: 2019-03, lasts: three days"], False),
    ],
)
def test_a_date_without_room_for_its_own_length_says_what_to_do(
    records: list[str], says_what_to_do: bool, told: Callable[..., Timeline]
) -> None:
    [conflict] = order_conflicts(told(*records))
    assert ("give its `end` too" in conflict.message) is says_what_to_do


def test_the_least_supported_is_left_out(told: Callable[..., Timeline]) -> None:
    """Two independent papers put Y after X, one dates it before: the date stays on show, and no longer counts."""
    timeline = told(
        "x source: a, date: 2019-03-10",
        "x source: b, date: 2019-03-10",
        "y source: a, after: x",
        "y source: b, after: x",
        "y source: c, date: 2019-02",
        "z source: a, after: y",
    )
    [conflict] = order_conflicts(timeline)
    assert "Left out of the dating: C, paragraph 5: `y` was “2019-02”." in conflict.message
    assert dates(timeline, "y") == "2019-02-01..2019-02-28"
    assert dates(timeline, "z").startswith("2019-03-10..")


def test_what_two_dates_say_already_is_not_drawn_into_a_contradiction_elsewhere(told: Callable[..., Timeline]) -> None:
    """That Q was after P agrees with both dates: it is no less likely for S's date, which contradicts that of Q."""
    timeline = told(
        "p source: a, date: 2029-07-28",
        "q source: a, date: 2029-08",
        "q source: b, after: [p]",
        "r source: b, after: [q]",
        "s source: c, date: 2029-07-05, after: [r]",
    )
    [conflict] = timeline.conflicts
    assert conflict.events == ("q", "r", "s")


def test_a_date_after_publication_contradicts_what_is_told_as_past(told: Callable[..., Timeline]) -> None:
    [conflict] = order_conflicts(timeline := told("x source: a, date: 2031-05-01"))
    assert conflict.claims == ("x/a/1",)
    assert conflict.message == (
        "X: These cannot all hold: A was published 1 Jan 2030; A, paragraph 1: `x` was “2031-05-01”; "
        "A, paragraph 1: `x` is told as past. Left out of the dating: A, paragraph 1: `x` is told as past."
    )
    assert dates(timeline, "x") == "2031-05-01..2031-05-01"


def test_a_circle_of_order_alone_is_found(told: Callable[..., Timeline]) -> None:
    [conflict] = order_conflicts(
        told("x source: a, after: {event: y, by: 2 days}", "y source: b, after: z", "z source: c, after: x")
    )
    assert conflict.claims == ("x/a/1", "y/b/2", "z/c/3")


def test_all_on_one_day_contradicts_what_came_after_what_and_no_date(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, after: y", "y source: b, after: z", "z source: c, after: x, date: 2019-03-10")
    [conflict] = order_conflicts(timeline)
    assert "Left out" not in conflict.message
    assert dates(timeline, "x") == dates(timeline, "y") == "2019-03-10..2019-03-10"


def test_a_rank_settles_a_contradiction(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: a, date: 2019-03-10",
        "y source: b, after: x, rank: preferred, rank_reason: The minutes say so.",
        "y source: c, date: 2019-02",
    )
    # Only the preferred claim of an event decides its date where one is dated; here it states an order.
    [conflict] = order_conflicts(timeline)
    assert conflict.settled
    assert conflict.message.endswith("Settled by the curator: The minutes say so.")
    assert "Left out of the dating: B" not in conflict.message


def test_a_relative_date_takes_part_in_contradictions(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: a, date: 2018-05-01", "x source: window", "y source: window, date: last month",
                    "y source: c, before: x", head=DEICTIC)  # fmt: skip
    [conflict] = order_conflicts(timeline)
    assert conflict.claims == ("x/a/1", "y/c/4", "y/window/3")


def test_a_classification_gives_way_to_what_is_said(told: Callable[..., Timeline]) -> None:
    timeline = told("w source: a, date: 2019-03-10/2019-03-12", more="  w: {title: W, kind: day}\n")
    [conflict] = order_conflicts(timeline)
    assert "Left out of the dating: `w` is classified as beginning and ending on one day." in conflict.message
    assert dates(timeline, "w") == "2019-03-10..2019-03-10 to 2019-03-12..2019-03-12"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("y source: a, after: q", "error: no event `q`; declare it under `events` [unknown-event]"),
        ("y source: a, during: {event: y}", "error: `y` cannot be during itself [self-relation]"),
        ("y source: a, overlaps: y", "error: `y` cannot stand in the relation `overlaps` to itself [self-relation]"),
        ("y source: a, after: {event: x, within: soon}", "error: `within: soon` is no length of time"),
        ("y source: a, after: {event: x, by: 3}", "error: `by: 3` is no length of time"),
        ("y source: a, after: {event: x, within: at least 2 days}", "sets no limit; a least time goes into `by`"),
        ("y source: a, after: {event: x, within: 2 days, by: 3 days}", "`by: 3 days` is more than `within: 2 days`"),
        ("y source: a, meets: {event: x, within: 2 days}", "`meets` leaves no time between"),
        ("y source: a, after: {event: x, in: 2 days}", "is not a field here"),
        ("y source: a, lasts: a while", "warning: the length `a while` cannot be read"),
    ],
)
def test_relations_are_checked(told: Callable[..., Timeline], record: str, expected: str) -> None:
    timeline = told("x source: a", record)
    [problem] = [one for one in timeline.problems if one.code != "event-without-record"]
    assert expected in str(problem)
    assert problem.location is not None
    assert problem.location.line > 1


RELATION = st.sampled_from(
    [
        "after",
        "before",
        "during",
        "contains",
        "overlaps",
        "overlapped_by",
        "starts",
        "finishes",
        "meets",
        "equals",
        "same_day",
    ]
)
DATE = st.sampled_from(
    ["", "2018", "2019", "'[2018-05..2019-02]'", "2019-02", "2019-02-10", "2018-11/2019-02", "last month", "on Monday"]
)
RECORD = st.builds(
    lambda event, source, date, relation, other, rest: (
        f"{event} source: {source}"
        + f", date: {date}" * bool(date)
        + f", {relation}: {other}" * (other != event)
        + rest
    ),
    st.sampled_from("xyzv"),
    st.sampled_from(["a", "b", "window", "open"]),
    DATE,
    RELATION,
    st.sampled_from("xyzv"),
    st.sampled_from(["", "", ", lasts: 3 weeks", ", upcoming: true", ", stance: denies"]),
)
RECORDS = st.lists(RECORD, min_size=1, max_size=7)
SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@SLOW
@given(RECORDS)
def test_nothing_widens(told: Callable[..., Timeline], records: list[str]) -> None:
    timeline = told(*records, head=DEICTIC)
    corpus, _ = load([Path(file) for file in timeline.files])
    resolved, _ = resolve(corpus)
    before = {event.id: event.date.sound for event in merge(resolved.claims, corpus)}
    for event in timeline.events:
        assert lies_within(event.date.sound, before[event.id])
        assert lies_within(event.date.reading, event.date.sound)
    assert sum(len(event.claims) for event in timeline.events) == len(records)


@SLOW
@given(RECORDS, st.randoms())
def test_the_order_of_the_records_does_not_matter(
    told: Callable[..., Timeline], records: list[str], random: object
) -> None:
    numbered = [f"{record}, paragraph: {number + 1}" for number, record in enumerate(dict.fromkeys(records))]
    shuffled = list(numbered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (_results(told(*some, head=DEICTIC)) for some in (numbered, shuffled))
    assert one == other


def _results(timeline: Timeline) -> list[object]:
    """What must be the same: the order and dates of the events, with their arguments, the sources, the conflicts."""
    return [
        [(event.id, event.date.sound, event.date.reading, event.date.edtf) for event in timeline.events],
        [[(bound, bound.steps) for bound in event.bounds] for event in timeline.events],
        [(source.published, [(bound, bound.steps) for bound in source.bounds]) for source in timeline.sources],
        [(one.id, sorted(one.claims), one.message) for one in order_conflicts(timeline)],
    ]


REIGNS = [
    # The kings of Egypt's 26th dynasty: the year of accession before our era, and the years that they reigned, as in
    # Hornung, Krauss and Warburton (eds.), Ancient Egyptian Chronology, 2006. The dynasty is the case study of Levy,
    # Geeraerts, Pluquet, Piasetzky and Fantalkin, "Chronological networks in archaeology", Journal of Archaeological
    # Science 127 (2021), who date it as here: by reigns that follow on each other, and by the Persian conquest.
    ("psamtik-1", 664, "54 years"),
    ("necho-2", 610, "15 years"),
    ("psamtik-2", 595, "6 years"),
    ("apries", 589, "19 years"),
    ("amasis", 570, "44 years"),
    ("psamtik-3", 526, "6 months"),
]


def test_reigns_are_dated_by_their_lengths(told: Callable[..., Timeline]) -> None:
    """Only the conquest of 525 is dated. Each reign adds what its rounding leaves open: half a year each way."""
    followers = [*(king for king, _, _ in REIGNS[1:]), "conquest"]
    records = [
        f"{king} source: open, lasts: {years}, meets: {follower}"
        for (king, _, years), follower in zip(REIGNS, followers, strict=True)
    ]
    timeline = told(*records, "conquest source: open, date: '-0524'", head=DEICTIC)
    assert order_conflicts(timeline) == []
    for number, (king, accession, _) in enumerate(reversed(REIGNS)):
        earliest, latest, _, _ = found(timeline, king).date.sound.bounds
        assert earliest is not None
        assert latest is not None
        assert date_of(earliest)[0] <= 1 - accession <= date_of(latest)[0]
        assert latest - earliest <= 365 + 45 + number * 370
    assert [event.id for event in timeline.events] == [*(king for king, _, _ in REIGNS), "conquest"]


def test_a_contested_date_narrows_nothing_else_until_a_curator_decides(told: Callable[..., Timeline]) -> None:
    rivals = ("e source: a, date: 2019-01-10", "e source: b, date: 2019-03-01")
    assert dates(told(*rivals, "f source: c, before: e"), "f") == "..2030-01-01"
    decided = (rivals[0], f"{rivals[1]}, rank: preferred, rank_reason: The paper corrected it.")
    assert dates(told(*decided, "f source: c, before: e"), "f") == "..2019-03-01"


def test_a_plan_narrows_nothing_else(told: Callable[..., Timeline]) -> None:
    timeline = told("e source: a, upcoming: true, date: 2030-03-20", "f source: c, after: e")
    assert dates(timeline, "f").startswith("2030-01-01..")
    assert found(timeline, "e").is_only_planned


def test_a_plan_does_not_date_what_is_told_as_past(told: Callable[..., Timeline]) -> None:
    """It may have been put off: neither when it was nor when the plan was written follows from it."""
    timeline = told(
        "e source: month, upcoming: true, date: next Monday",
        "e source: open, upcoming: true, date: tomorrow",
        "e source: late, date: 2019-05-21",
        head=MARCH.replace(
            "kinds:",
            "  month: {publisher: M, title: M, published: 2019-03/2019-05}\n  open: {publisher: O, title: O}\nkinds:",
        ),
    )
    assert timeline.conflicts == ()
    assert dates(timeline, "e") == "2019-05-21..2019-05-21"
    assert published(timeline, "month") == "2019-03-01..2019-05-21"
    assert published(timeline, "open") == "..2019-05-21"


@pytest.mark.parametrize(
    "plan", ["lasts: 3 days", "after: f", "during: f", "before: {event: f, within: 2 days}", "meets: f"]
)
def test_a_plan_says_nothing_of_the_course_of_what_is_told_as_past(told: Callable[..., Timeline], plan: str) -> None:
    """A strike that was to last three days, and began, lasted as long as it did, and came after what it came after."""
    timeline = told(
        f"e source: early, upcoming: true, {plan}",
        "e source: late, date: 2019-03-20/..",
        "f source: late, date: 2019-05-01",
        head=MARCH,
    )
    assert timeline.conflicts == ()
    assert dates(timeline, "e") == "2019-03-20..2019-03-20 to 2019-03-20.."
    assert dates(timeline, "f") == "2019-05-01..2019-05-01"


def test_what_was_told_outlasts_what_another_says_of_its_order(told: Callable[..., Timeline]) -> None:
    timeline = told("e source: c, date: 2030-01-02", "f source: a", "f source: c, after: e")
    assert dates(timeline, "f") == "..2030-01-01 to .."
    assert [conflict.kind for conflict in timeline.conflicts] == ["order"]


def test_a_deprecated_relation_narrows_nothing_and_its_contradiction_stays_visible_as_settled(
    told: Callable[..., Timeline],
) -> None:
    timeline = told(
        "e source: a, date: 2019-05-01",
        "f source: b, date: 2019-04-01",
        "f source: c, after: e, rank: deprecated, rank_reason: The paper withdrew it.",
    )
    assert dates(timeline, "f") == "2019-04-01..2019-04-01"
    [conflict] = timeline.conflicts
    assert (conflict.kind, conflict.settled) == ("order", True)
    assert conflict.message.endswith("Settled by the curator: The paper withdrew it.")


@pytest.mark.parametrize(
    "said",
    ["during: f, by: 4 days", "before: {event: f, by: 1 day}, finishes: f", "after: f, before: f", "lasts: 4 days"],
)
def test_what_contradicts_itself_is_settled_once_it_is_deprecated(told: Callable[..., Timeline], said: str) -> None:
    said = said.replace("f, by: 4 days", "{event: f, by: 4 days}")
    instant = "  e: {title: E, kind: day}\n  f: {title: F, kind: day}\n"
    record = f"e source: a, {said}"
    [conflict] = told(record, "f source: b", more=instant).conflicts
    assert conflict.is_open
    [conflict] = told(f"{record}, rank: deprecated, rank_reason: A slip.", "f source: b", more=instant).conflicts
    assert (conflict.claims, conflict.settled) == (("e/a/1",), True)


def test_a_relative_date_that_is_left_out_dates_no_document_either(told: Callable[..., Timeline]) -> None:
    """It is left out as it was read against all days of publication, too; and is named once."""
    timeline = told(
        "e source: month, date: yesterday",
        "e source: month, upcoming: true, rank: preferred, rank_reason: Seen.",
        head=MARCH.replace("kinds:", "  month: {publisher: M, title: M, published: 2019-03}\nkinds:"),
    )
    [conflict] = order_conflicts(timeline)
    assert conflict.message.count("Left out of the dating: M, paragraph 1: `e` was “yesterday”. Settled") == 1
    assert published(timeline, "month") == "2019-03-01..2019-03-31"


MARCH = """
sources:
  weekly: {publisher: Weekly, title: A, published: 2019-03-14}
  early: {publisher: Early, title: B, published: 2019-03-11}
  late: {publisher: Late, title: C, published: 2021}
  either: {publisher: Either, title: D, published: "[2019-03-10,2019-03-20]"}
kinds:
  k: {title: K, theme: t}
  day: {title: Day, theme: t, instant: true}
"""


def argued(timeline: Timeline, event: str) -> list[str]:
    """The steps of all arguments for the date of an event."""
    return [step.text for bound in found(timeline, event).bounds for step in bound.steps]


@pytest.mark.parametrize(
    ("records", "day", "reason"),
    [
        (["x source: weekly, date: last Tuesday", "x source: early"], "2019-03-05", "only 5 Mar 2019 is left"),
        (
            ["x source: weekly, date: last Tuesday, after: [{event: y}]", "y source: late, date: 2019-03-06"],
            "2019-03-12",
            "Weekly, paragraph 1: `x` was “last Tuesday”; of 5 or 12 Mar 2019 only 12 Mar 2019 is left",
        ),
        (
            [
                "x source: late, date: '[2019-03-01,2019-03-05,2019-03-09]', before: [{event: y}], after: [{event: z}]",
                "y source: late, date: 2019-03-08",
                "z source: late, date: 2019-03-02",
            ],
            "2019-03-05",
            "of 1, 5 or 9 Mar 2019 only 5 or 9 Mar 2019 is left",
        ),
    ],
)
def test_what_order_leaves_of_alternatives(
    told: Callable[..., Timeline], records: list[str], day: str, reason: str
) -> None:
    timeline = told(*records, head=MARCH, more="  x: {title: X, kind: day}\n")
    assert dates(timeline, "x") == f"{day}..{day}"
    assert found(timeline, "x").date.sound.alternatives == ()
    assert any(reason in step for step in argued(timeline, "x"))
    assert not [conflict for conflict in timeline.conflicts if conflict.kind == "order"]


def test_what_one_choice_leaves_narrows_the_next(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: weekly, date: last Tuesday",
        "x source: early",
        "y source: late, date: '[2019-03-04,2019-03-08]', before: [{event: x}]",
        head=MARCH,
    )
    assert dates(timeline, "y") == "2019-03-04..2019-03-04"
    assert [step for step in argued(timeline, "y") if "is left" in step]


def test_alternatives_that_are_all_ruled_out_are_a_contradiction(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: weekly, date: last Tuesday, after: [{event: y}], before: [{event: z}]",
        "y source: late, date: 2019-03-07",
        "z source: late, date: 2019-03-10",
        head=MARCH,
    )
    [conflict] = timeline.conflicts
    assert conflict.kind == "order"
    assert "last Tuesday" in conflict.message
    assert len(conflict.claims) == 3


@pytest.mark.parametrize(
    ("x", "y", "more", "clashing"),
    [
        (["2018-03-12", "2018-03-13"], ["2018-02-01"], "after: x", True),
        (["2018-03-12", "2018-01-13"], ["2018-02-01"], "after: x", False),
        (["2018-03-25"], ["2018-03-05", "2018-04-05"], "after: {event: x, by: 7 days}", True),
        (["2018-03-25"], ["2018-03-05", "2018-04-01"], "after: {event: x, by: 7 days}", False),
        (["2018-03-12", "2018-03-14"], ["2018-02-01", "2018-02-03"], "during: x", True),
        (["2018-03-12", "2018-03-14"], ["2018-03-20", "2018-03-14"], "during: x", False),
    ],
)
def test_what_fits_none_of_the_rival_dates_is_told(
    told: Callable[..., Timeline], x: list[str], y: list[str], more: str, clashing: bool
) -> None:
    timeline = told(
        *[f"x source: {'ab'[at]}, date: {date}" for at, date in enumerate(x)],
        *[f"y source: {'ab'[at]}, date: {date}" for at, date in enumerate(y)],
        f"y source: c, {more}",
    )
    found = order_conflicts(timeline)
    assert len(found) == clashing
    for conflict in found:
        assert "whichever of the rival dates is right" in conflict.message
        assert len(conflict.claims) == len(x) + len(y) + 1
        assert conflict.is_open
    assert len(timeline.conflicts) == clashing + (len(x) > 1) + (len(y) > 1)


@pytest.mark.parametrize(
    ("relations", "clashing"),
    [
        (["y source: c, after: x", "z source: c, after: y"], [{"x", "y", "z"}]),
        (["x source: c, before: y", "y source: c, before: w", "w source: c, before: z"], [{"x", "y", "w", "z"}]),
        (["y source: c, after: x", "z source: c, after: y", "w source: c, after: x"], [{"x", "y", "z"}]),
        (["x source: c, after: y", "y source: c, after: z"], []),
        (["y source: c, after: x", "z source: c, before: y"], []),
        (["y source: c, after: x", "z source: c, after: y", "z source: b, after: x"], [{"x", "z"}]),
    ],
)
def test_what_fits_none_of_the_rival_dates_is_told_along_a_chain(
    told: Callable[..., Timeline], relations: list[str], clashing: list[set[str]]
) -> None:
    rivals = [
        "x source: a, date: 2018",
        "x source: b, date: 2019",
        "z source: a, date: 2015",
        "z source: b, date: 2016",
    ]
    timeline = told(*rivals, "y source: c", "w source: c", *relations)
    found = order_conflicts(timeline)
    assert [{claim.partition("/")[0] for claim in conflict.claims} for conflict in found] == clashing
    for conflict, events in zip(found, clashing, strict=True):
        assert conflict.is_open
        assert "whichever of the rival dates is right" in conflict.message
        assert len(conflict.claims) == 4 + len(events) - 1
        assert all(record.partition("date: ")[2] in conflict.message for record in rivals)
    assert dates(timeline, "y").startswith("..2030-01-0")  # rival dates narrow nothing


def test_rival_dates_that_leave_one_another_too_few_are_told(told: Callable[..., Timeline]) -> None:
    """Each two of the three fit: x and y only on the earlier date of y, y and z only on the later."""
    timeline = told(
        *("x source: a, date: 2019-04-10", "x source: b, date: 2019-04-12"),
        *("y source: a, date: 2019-03-01", "y source: b, date: 2019-05-01"),
        *("z source: a, date: 2019-04-01", "z source: b, date: 2019-04-02"),
        *("u source: c, before: x", "y source: c, before: u", "v source: c, after: z", "y source: c, after: v"),
    )
    [conflict] = order_conflicts(timeline)
    assert len(conflict.claims) == 10


@pytest.mark.parametrize(
    "records",
    [
        ["x source: c, lasts: 10 days"],
        ["x source: c, contains: {event: y, by: 3 days}", "y source: c"],
        ["y source: c, lasts: 10 days", "x source: c, contains: y"],
        ["y source: c, equals: x", "y source: a, contains: z", "z source: a, lasts: 4 days"],
    ],
)
def test_a_length_for_which_none_of_the_rival_dates_has_room(told: Callable[..., Timeline], records: list[str]) -> None:
    timeline = told("x source: a, date: 2019-03-01", "x source: b, date: 2019-03-05/2019-03-06", *records)
    [conflict] = order_conflicts(timeline)
    assert "whichever of the rival dates is right" in conflict.message
    assert {"x/a/1", "x/b/2"} < {*conflict.claims}
    assert dates(timeline, "x") == "2019-03-05..2019-03-05 to 2019-03-06..2019-03-06"
    timeline = told("x source: a, date: 2019-03-01", "x source: b, date: 2019-03-05/2019-03-15", *records)
    assert order_conflicts(timeline) == []


def test_many_chains_of_rival_dates_are_all_told(told: Callable[..., Timeline]) -> None:
    """From one event to many and from many to one, and in a chain of a hundred, each is told once, and soon."""
    fan = ["x source: a, date: 2018", "x source: b, date: 2019", "y source: c, after: x", "v source: c, before: w"]
    fan += ["w source: a, date: 2015", "w source: b, date: 2016"]
    for number in range(12):
        fan += [
            f"f{number} source: a, date: 2015",
            f"f{number} source: b, date: 2016",
            f"f{number} source: c, after: y",
        ]
        fan += [
            f"g{number} source: a, date: 2018",
            f"g{number} source: b, date: 2019",
            f"g{number} source: c, before: v",
        ]
    found = order_conflicts(told(*fan))
    told_of = {claim.partition("/")[0] for conflict in found for claim in conflict.claims}
    assert told_of == {*"xyvw", *(f"{one}{number}" for one in "fg" for number in range(12))}
    assert len(found) == len({conflict.claims for conflict in found})
    line = [
        "e0 source: a, date: 2018",
        "e0 source: b, date: 2019",
        "e99 source: a, date: 2015",
        "e99 source: b, date: 2016",
    ]
    line += [f"e{number} source: c, after: e{number - 1}" for number in range(1, 100)]
    [conflict] = order_conflicts(told(*line))
    assert len(conflict.claims) == 4 + 99


@settings(
    max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(
    st.lists(st.lists(st.integers(1, 28), min_size=2, max_size=3, unique=True), min_size=2, max_size=3),
    st.lists(
        st.tuples(st.sampled_from("uvwxyz"), st.sampled_from("uvwxyz")).filter(lambda two: two[0] != two[1]), max_size=7
    ),
)
def test_rival_dates_contradict_each_other_just_if_no_choice_of_them_fits(
    told: Callable[..., Timeline], rivals: list[list[int]], order: list[tuple[str, str]]
) -> None:
    """Of `x`, `y` and `z` each on one of its days, and the others on any, tried one by one."""
    dated = dict(zip("xyz", rivals, strict=False))
    records = [
        f"{one} source: {s}, date: 2019-03-{d:02}"
        for one, days in dated.items()
        for s, d in zip("abc", days, strict=False)
    ]
    records += [f"{one} source: russian, paragraph: {n}, before: {other}" for n, (one, other) in enumerate(order, 1)]
    timeline = told(*records, *(f"{one} source: c" for one in "uvwxyz"))
    later = {one: {other for before, other in order if before == one} for one in "uvwxyz"}
    for _ in later:
        later = {one: {*others, *(far for other in others for far in later[other])} for one, others in later.items()}
    fits = any(
        all(days[one] <= days[other] for one in dated for other in later[one] & dated.keys())
        for days in (dict(zip(dated, chosen, strict=True)) for chosen in product(*dated.values()))
    )
    assert any("whichever" in conflict.message for conflict in order_conflicts(timeline)) != fits


def test_a_contested_date_is_cut_with_its_argument(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "x source: weekly, date: last Tuesday",
        "x source: late, date: 2018-03-01",
        "x source: late, date: '[2019-03-04..2019-03-13]'",
        "x source: early",
        head=MARCH,
    )
    assert dates(timeline, "x") == "2019-03-05..2019-03-05"
    assert argued(timeline, "x")[-1] == "of 5 or 12 Mar 2019 only 5 Mar 2019 is left"


def test_a_day_of_publication_between_two(told: Callable[..., Timeline]) -> None:
    timeline = told("x source: either, date: 2019-03-15", head=MARCH)
    [source] = [one for one in timeline.sources if one.id == "either"]
    assert source.published is not None
    assert source.published.edtf == "2019-03-20"
    assert "of 10 or 20 Mar 2019 only 20 Mar 2019 is left" in source.bounds[0].steps[-1].text


CHOICES = st.lists(st.integers(1, 28), min_size=1, max_size=3, unique=True).map(
    lambda days: f"'[{','.join(f'2019-03-{day:02}' for day in sorted(days))}]'"
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(CHOICES, min_size=3, max_size=3), st.lists(st.sampled_from(["a b", "b c", "a c", "c a"]), max_size=3))
def test_choices_keep_every_way_that_holds(told: Callable[..., Timeline], stated: list[str], order: list[str]) -> None:
    """Of days tried one by one, each that some way for all to hold has is kept; where there is none, it is said."""
    relations = {one: [pair[2] for pair in order if pair[0] == one] for one in "abc"}
    timeline = told(
        *(
            f"{one} source: late, date: {date}"
            + (f", before: [{', '.join(f'{{event: {other}}}' for other in relations[one])}]" if relations[one] else "")
            for one, date in zip("abc", stated, strict=True)
        ),
        head=MARCH,
        more="".join(f"  {one}: {{title: X, kind: day}}\n" for one in "abc"),
    )
    meant = [[int(day[-2:]) for day in date.strip("'[]").split(",")] for date in stated]
    ways = [
        way for way in product(*meant) if all(way["abc".index(pair[0])] <= way["abc".index(pair[2])] for pair in order)
    ]
    by_days = [conflict for conflict in timeline.conflicts if "would have come before" not in conflict.message]
    assert bool(ways) == (not by_days)
    for place, one in enumerate("abc"):
        span = found(timeline, one).date.sound
        for way in ways:
            day = day_of(2019, 3, way[place])
            assert lies_within(within(day, day), span)


UNDATED_LETTER = """
sources:
  a: {publisher: A, title: A, published: 2030-01-01}
  b: {publisher: B, title: B, published: 2030-01-02}
  letter: {publisher: L, title: L}
  other: {publisher: O, title: O}
kinds:
  k: {title: K, theme: t}
"""


@pytest.mark.parametrize("first", ["", ", after: f"])
@pytest.mark.parametrize(
    ("said", "parts", "begins"),
    [
        (["date: yesterday", "date: two weeks ago"], {"e/letter/1", "e/letter/2"}, "2019-03-10.."),
        (["date: on Monday", "lasts: a month"], {"e/letter/1", "e/letter/2"}, "2019-03-10.."),
        (["date: three days ago", "date: last year, lasts: two years"], {"e/letter/2"}, "2019-12-29.."),
        (["date: last month", "lasts: 33 days"], {"e/letter/1", "e/letter/2"}, "2019-03-10.."),
    ],
)
def test_relative_dates_that_drive_each_other_on_contradict_each_other(
    told: Callable[..., Timeline], said: list[str], parts: set[str], begins: str, first: str
) -> None:
    """Whether or not anything says when that begins; and nothing else is drawn into it."""
    one, other = said
    timeline = told(
        "f source: a, date: 2019-03-10",
        f"e source: letter, paragraph: 1, {one}{first}",
        f"e source: letter, paragraph: 2, {other}",
        head=UNDATED_LETTER,
    )
    [conflict] = timeline.conflicts
    assert conflict.kind == "order"
    assert {*conflict.claims} == parts
    assert dates(timeline, "f") == "2019-03-10..2019-03-10"
    assert dates(timeline, "e").split(" to ")[0] == (begins if first else "..")


def test_whenever_a_letter_was_written_its_monday_is_no_friday(told: Callable[..., Timeline]) -> None:
    """The words that lean on an open day are left out, and date neither the letter nor anything else."""
    timeline = told("e source: a, date: 2019-03-01", "e source: letter, date: on Monday", head=UNDATED_LETTER)
    [conflict] = order_conflicts(timeline)
    assert conflict.message.endswith("Left out of the dating: L, paragraph 2: `e` was “on Monday”.")
    assert {*conflict.claims} == {"e/a/1", "e/letter/2"}
    assert dates(timeline, "e") == "2019-03-01..2019-03-01"
    assert published(timeline, "letter") == "2019-03-01.."  # told as past


def test_a_letter_is_dated_by_the_one_monday_that_is_left(told: Callable[..., Timeline]) -> None:
    timeline = told(
        "e source: a, date: '[2019-03-05..2019-03-15]'", "e source: letter, date: on Monday", head=UNDATED_LETTER
    )
    assert timeline.conflicts == ()
    assert dates(timeline, "e") == "2019-03-11..2019-03-11"
    assert published(timeline, "letter") == "2019-03-11..2019-03-17"
    assert "L, paragraph 2: `e` was “on Monday”" in argued(timeline, "e")


@pytest.mark.parametrize("said", ["lasts: 30 days", "lasts: 31 days"])
def test_relative_dates_that_come_to_rest_late_contradict_nothing(told: Callable[..., Timeline], said: str) -> None:
    """Not every month is as long, but one that is comes soon."""
    timeline = told(
        "f source: a, date: 2019-02-10",
        f"e source: letter, date: last month, after: f, {said}",
        head=UNDATED_LETTER,
    )
    assert timeline.conflicts == ()
    assert dates(timeline, "e").startswith("2019-03-")


def test_two_documents_drive_each_other_on_by_what_both_tell(told: Callable[..., Timeline]) -> None:
    """Both were written on the day after one event, and one of them a week before the other by the other event."""
    timeline = told(
        "e source: letter, date: yesterday",
        "e source: other, date: yesterday",
        "g source: letter, date: today",
        "g source: other, date: a week ago",
        head=UNDATED_LETTER,
    )
    [conflict] = timeline.conflicts
    assert conflict.kind == "order"
    assert {*conflict.claims} == {"e/letter/1", "e/other/2", "g/letter/3", "g/other/4"}


ROUND = [
    ("x source: a, after: y", "y source: b, after: x", {"x/a/1", "y/b/2"}),
    ("x source: a, before: y", "y source: b, before: x", {"x/a/1", "y/b/2"}),
    ("x source: a, after: y", "x source: b, before: y", {"x/a/1", "x/b/2"}),
    ("x source: a, after: y", "x source: b, during: y", {"x/a/1", "x/b/2"}),
    ("x source: a, after: y", "y source: b, same_day: x", set()),
    ("x source: a, after: {event: y, within: less than a day}", "y source: b, same_day: x", set()),
    ("x source: a, after: y", "y source: b, after: z", set()),
    ("x source: a, during: y", "y source: b, equals: x", set()),
    ("x source: a, after: y", "y source: b, after: x, stance: denies", set()),
]


@pytest.mark.parametrize(("one", "other", "claims"), ROUND)
@pytest.mark.parametrize("date", ["", ", date: 2019-03", ", date: 2019-03-10"])
def test_what_comes_round_cannot_all_hold(
    told: Callable[..., Timeline], one: str, other: str, claims: set[str], date: str
) -> None:
    """Whether or not their days leave room for that: on one day either may have been first, and not both."""
    instants = "".join(f"  {each}: {{title: {each}, kind: day}}\n" for each in "xyz")
    timeline = told(f"{one}{date}", f"{other}{date}", "y source: c", "z source: c, date: 2019", more=instants)
    found = order_conflicts(timeline)
    assert [{*conflict.claims} for conflict in found] == [claims] * bool(claims)
    assert all("What came after would have come before" in conflict.message for conflict in found)


def test_a_circle_of_three_is_told_once_and_settled_by_rank(told: Callable[..., Timeline]) -> None:
    records = ["x source: a, after: y", "y source: b, after: z", "z source: c, after: x"]
    [conflict] = order_conflicts(told(*records))
    assert {*conflict.claims} == {"x/a/1", "y/b/2", "z/c/3"}
    records[1] += ", rank: deprecated, rank_reason: A slip"
    [conflict] = order_conflicts(told(*records))
    assert conflict.settled
