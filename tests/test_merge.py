"""Merging: what the claims on one event allow together, and what is shown when they do not agree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from conftest import DECLARED
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.span import UNKNOWN, Span, intersection, iso, lies_within, one_of, within
from timeline.dates.text import date_text
from timeline.merge import windows
from timeline.model import Claim, ClaimDate, Event, Timeline
from timeline.problems import Pointer

Corpus = Callable[..., Timeline]


@pytest.fixture
def corpus(corpus: Corpus) -> Corpus:
    """The shared corpus, its documents all published years after what they tell, so that claims alone date it."""
    return partial(corpus, declared=DECLARED.replace("published: 2019-", "published: 2021-"))


def shown(event: Event) -> list[tuple[str, str, str]]:
    """Each window of an event: EDTF, first and last day."""
    return [
        (
            window.edtf,
            iso(window.sound.start_earliest) if window.sound.start_earliest else "",
            iso(window.sound.end_latest) if window.sound.end_latest else "",
        )
        for window in event.windows
    ]


def arrest(*dates: str, sources: tuple[str, ...] = ("gazette", "herald", "reprint")) -> str:
    """Records that give the arrest these dates (flow YAML after `date: `), a source each in turn."""
    lines = [
        f"- {{event: arrest, source: {sources[n % len(sources)]}, paragraph: {n + 1}, says: X, date: {date}}}"
        for n, date in enumerate(dates)
    ]
    return "\n".join(["records:", *lines])


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2019-03", "2019-03-10"], [("2019-03-10", "2019-03-10", "2019-03-10")]),
        (["2019", "2019-03-10/2019-03-12"], [("2019-03-10/2019-03-12", "2019-03-10", "2019-03-12")]),
        (["'[..2019-03-10]'", "'[2019-03-08..]'"], [("[2019-03-08..2019-03-10]", "2019-03-08", "2019-03-10")]),
        (["2019-03", "2019-04"], [("2019-03", "2019-03-01", "2019-03-31"), ("2019-04", "2019-04-01", "2019-04-30")]),
        (
            ["2019-03-10", "2019-04", "2019-04-02"],
            [("2019-04-02", "2019-04-02", "2019-04-02"), ("2019-03-10", "2019-03-10", "2019-03-10")],
        ),
        (
            ["2019-03-10", "2019-04-02, rank: deprecated, rank_reason: a slip"],
            [("2019-03-10", "2019-03-10", "2019-03-10"), ("2019-04-02", "2019-04-02", "2019-04-02")],
        ),
        (
            ["2019-03-10", "2019-04-02, rank: preferred, rank_reason: the court's own paper"],
            [("2019-04-02", "2019-04-02", "2019-04-02"), ("2019-03-10", "2019-03-10", "2019-03-10")],
        ),
        (["2019-03-10", "2019-04-02, stance: denies"], [("2019-03-10", "2019-03-10", "2019-03-10")]),
        (
            ["2019-01", "2019-01, according_to: ana", "2019-01-05, rank: deprecated, rank_reason: a misprint"],
            [("2019-01", "2019-01-01", "2019-01-31")],
        ),
        (["2019-01-05, rank: deprecated, rank_reason: a misprint"], [("", "", "")]),
        (["2019-03-20, upcoming: true", "2019-04-02"], [("2019-04-02", "2019-04-02", "2019-04-02")]),
        (["2014~", "2014"], [("2014", "2014-01-01", "2014-12-31")]),
    ],
)
def test_claims_join_or_stand_beside_each_other(
    corpus: Corpus, dates: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert shown(corpus(arrest(*dates)).events[0]) == expected


def test_a_copy_does_not_outvote_its_origin(corpus: Corpus) -> None:
    """The gazette and its reprint are one origin, so they tie with the herald; the wider window is shown."""
    [event] = corpus(arrest("2019-03-10", "2019-04", "2019-03-10")).events
    assert shown(event) == [("2019-04", "2019-04-01", "2019-04-30"), ("2019-03-10", "2019-03-10", "2019-03-10")]
    assert (event.sources, event.origins) == (3, 2)


def test_one_voice_in_three_papers_is_one_origin(corpus: Corpus) -> None:
    [event] = corpus(arrest(*["2019, according_to: ana"] * 3)).events
    assert (event.sources, event.origins) == (3, 1)


def test_a_plan_dates_only_what_nobody_tells_as_having_happened(corpus: Corpus) -> None:
    planned = "- {event: march, source: gazette, paragraph: 1, says: X, date: 2019-03-20, upcoming: true}"
    [event] = corpus(f"records:\n{planned}").events
    assert (event.date.edtf, event.is_only_planned) == ("2019-03-20", True)
    [event] = corpus(
        f"records:\n{planned}\n- {{event: march, source: herald, paragraph: 1, says: She marched.}}"
    ).events
    assert (event.date.claims, event.is_only_planned) == ((), False)


def test_many_rival_dates_take_no_time_to_speak_of() -> None:
    """Fifteen hundred days with one claim each: parting them must not try them all against each other."""
    claims = _claims([within(700_000 + 9 * n, 700_000 + 9 * n) for n in range(1500)])
    assert len(windows(claims)) == len(claims)


def test_an_undated_event_knows_nothing(corpus: Corpus) -> None:
    [event] = corpus("records:\n- {event: arrest, source: gazette, paragraph: 1, says: X}").events
    assert shown(event) == [("", "", "")]


def test_a_happening_that_lasts_runs_from_its_date_to_its_end(corpus: Corpus) -> None:
    [event] = corpus(arrest("2019-03, end: 2019-08-16", "2019-03-10, end: '2019-08'")).events
    assert event.date.edtf == "2019-03-10/2019-08-16"


def _claims(spans: list[Span]) -> list[Claim]:
    return [
        Claim(f"e/s/{n}", "e", "s", n, f"source:{n % 3}", "X", Pointer("f"), ClaimDate(reading=one, sound=one, edtf=""))
        for n, one in enumerate(spans)
    ]


DAYS = st.integers(700_000, 700_012)
WINDOWS = st.builds(lambda one, other: within(min(one, other), max(one, other)), DAYS, DAYS)
SPANS = st.lists(WINDOWS, min_size=1, max_size=3).map(lambda found: one_of(one.bounds for one in found))
LISTS = st.lists(SPANS, min_size=1, max_size=7)


@given(LISTS)
def test_no_claim_is_lost_and_each_allows_its_window(spans: list[Span]) -> None:
    claims = _claims(spans)
    found = windows(claims)
    assert sorted(claim for window in found for claim in window.claims) == sorted(claim.id for claim in claims)
    by_id = {claim.id: claim for claim in claims}
    assert all(lies_within(window.sound, by_id[claim].date.sound) for window in found for claim in window.claims)


@given(LISTS)
def test_one_window_just_when_all_meet(spans: list[Span]) -> None:
    met: Span | None = UNKNOWN
    for one in spans:
        met = met and intersection(met, one)
    assert (len(windows(_claims(spans))) == 1) == (met is not None)


@given(LISTS)
def test_no_day_has_more_origins_than_the_window_shown(spans: list[Span]) -> None:
    claims = _claims(spans)
    best = max(
        len({claim.origin for claim in claims if intersection(claim.date.sound, within(day, day))})
        for day in range(700_000, 700_013)
    )
    shown = windows(claims)[0]
    by_id = {claim.id: claim for claim in claims}
    assert len({by_id[one].origin for one in shown.claims}) == best


@given(LISTS)
def test_what_fits_several_windows_supports_none(spans: list[Span]) -> None:
    """But where a window has no other claims: then they are what makes it."""
    claims = _claims(spans)
    found, by_id = windows(claims), {claim.id: claim for claim in claims}
    for window in found:
        rivals = [other for other in found if other is not window]
        fitting = {one for one in window.claims if any(intersection(by_id[one].date.sound, r.sound) for r in rivals)}
        assert set(window.either) == fitting
        assert window.origins == len({by_id[one].origin for one in set(window.claims) - fitting or window.claims})


@given(LISTS, st.randoms())
def test_the_order_of_the_claims_does_not_matter(spans: list[Span], random: object) -> None:
    claims = _claims(spans)
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [window.sound for window in windows(claims)] == [window.sound for window in windows(shuffled)]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["last Tuesday", "2019-03-09"], ["5 or 12 Mar 2019", "9 Mar 2019"]),
        (["last Tuesday", "2019-03-12"], ["12 Mar 2019"]),
        (["last Tuesday", "'[2019-03-10..2019-03-16]'"], ["12 Mar 2019"]),
        (["last Tuesday", "'[2019-03-06..2019-03-11]'"], ["6–11 Mar 2019", "5 or 12 Mar 2019"]),
        (["'[2010,2015]'", "2012"], ["2012", "2010 or 2015"]),
        (["'[2010,2015]'", "2015-04"], ["Apr 2015"]),
        (["'[2019-03-01,2019-05-01]'", "2019-04"], ["Apr 2019", "1 Mar or 1 May 2019"]),
        (["2019-XX-15", "2019-04"], ["15 Apr 2019"]),
        (["2019-03-05/2019-03-12", "'[2019-03-05,2019-03-12]'"], ["5 or 12 Mar 2019", "5–12 Mar 2019"]),
        # Each two of them meet, but not all three.
        (["'[2001,2005]'", "'[2005,2009]'", "'[2001,2009]'"], ["2005", "2001 or 2009"]),
    ],
)
def test_what_lies_between_alternatives_agrees_with_none(corpus: Corpus, dates: list[str], expected: list[str]) -> None:
    published = DECLARED if dates[0] == "last Tuesday" else DECLARED.replace("published: 2019-", "published: 2021-")
    timeline = corpus(arrest(*dates), declared=published)
    [event] = timeline.events
    texts = [date_text(window.edtf, window.reading, window.sound).removeprefix("within ") for window in event.windows]
    assert texts == expected
    assert [conflict.kind for conflict in timeline.conflicts] == (["date"] if len(expected) > 1 else [])
