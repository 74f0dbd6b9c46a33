"""Times of day: accounts are compared by them, and events of one day stand in the order that they give."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.comparison import relation
from timeline.dates.clock import clock_of, clock_text
from timeline.dates.resolution import Resolution
from timeline.dates.stated import resolve_stated
from timeline.facts import agree, read_fact
from timeline.model import Timeline
from timeline.neighbours import in_open_order, steps_among

Corpus = Callable[..., Timeline]

DECLARED = """
sources:
  log: {publisher: Police, title: Log, published: 2021-11-16}
  witness: {publisher: Witness, title: Statement, published: 2021-12-03}
  phone: {publisher: Operator, title: Record, published: 2022-02-02}
kinds: {step: {title: Step}}
events:
  arrest: {title: He is arrested, kind: step}
  arrival: {title: He arrives, kind: step}
  photo: {title: He is photographed, kind: step}
  call: {title: He calls, kind: step}
"""


def records(*told: str) -> str:
    """Records on events, each "event source: fields"."""
    parted = (one.partition(": ") for one in told)
    rows = [
        f"- {{event: {head.split()[0]}, source: {head.split()[1]}, paragraph: {number}, says: X, {fields}}}"
        for number, (head, _, fields) in enumerate(parted, 1)
    ]
    return "\n".join(["records:", *rows])


def conflicts(timeline: Timeline) -> list[str]:
    return [f"{conflict.kind}: {conflict.message}" for conflict in timeline.conflicts]


@pytest.mark.parametrize(
    ("text", "language", "clock", "shown"),
    [
        ("12 Nov 2021, 23:40", "en", (1415, 1425), "23:40"),
        ("12 November 2021 at 11 pm", "en", (1350, 1410), "23:00"),
        ("12 November 2021 at about 11 p.m.", "en", (1320, 1440), "about 23:00"),
        ("on 12 November 2021 at approximately 22:50", "en", (1340, 1400), "about 22:50"),
        ("12 November 2021, shortly before midnight", "en", (1380, 1440), "shortly before 24:00"),
        ("shortly after noon on 12 November 2021", "en", (720, 780), "shortly after 12:00"),
        ("12 November 2021 between 22:50 and 23:40", "en", (1365, 1425), "22:50 to 23:40"),
        ("12 November 2021, 22:50-23:40", "en", (1365, 1425), "22:50 to 23:40"),
        ("on the evening of 14 November 2021", "en", (960, 1440), "in the evening"),
        ("2021-11-13T00:52:37+01:00", "en", (51, 53), "00:52 +01:00"),
        ("12 Nov 2021, 5 p.m. EST", "en", (990, 1050), "17:00 EST"),
        ("12 Nov 2021, after 5 p.m.", "en", (990, 1470), "17:00 to 24:00"),
        ("12 Nov 2021, before 05:07", "en", (-30, 308), "00:00 to 05:07"),
        ("2021-11-13 00:52", "en", (51, 53), "00:52"),
        ("at about 4 am", "en", (180, 300), "about 04:00"),
        ("12 ноября 2021 года около 22:50", "ru", (1340, 1400), "about 22:50"),
        ("12 ноября 2021 года, незадолго до полуночи", "ru", (1380, 1440), "shortly before 24:00"),
        ("12 ноября 2021 года до 17:45", "ru", (-30, 1080), "00:00 to 17:45"),
        ("в 5 утра", "ru", (270, 330), "05:00"),
    ],
)
def test_the_minutes_of_a_stated_time(text: str, language: str, clock: tuple[int, int], shown: str) -> None:
    found = resolve_stated(text, None, language=language)
    assert isinstance(found, Resolution), found
    told = clock_of(found.clock)
    assert told is not None
    assert (told.low, told.high, clock_text(found.clock)) == (*clock, shown)


@pytest.mark.parametrize("text", ["12 November 2021", "2021-11-12", "November 2021", "the night of 12 November 2021"])
def test_what_tells_no_time_of_a_day(text: str) -> None:
    found = resolve_stated(text, None)
    assert isinstance(found, Resolution)
    assert clock_of(found.clock) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("12 November 2021, between 23:40 and 00:30", 13),
        ("midnight on 12 November 2021", 13),
        ("shortly after midnight on 12 November 2021", 13),
        ("shortly before midnight on 12 November 2021", 12),
    ],
)
def test_a_time_about_midnight_is_soundly_of_two_days(text: str, last: int) -> None:
    found = resolve_stated(text, None)
    assert isinstance(found, Resolution), found
    start, end = found.sound.start_earliest, found.sound.end_latest
    assert start is not None
    assert end is not None
    assert end - start == last - 12


@given(st.integers(0, 1439), st.sampled_from(("", "~", "<", ">")))
def test_a_time_lies_within_its_minutes(minute: int, mark: str) -> None:
    clock = clock_of(f"{minute // 60:02d}:{minute % 60:02d}{mark}")
    assert clock is not None
    assert clock.low <= minute <= clock.high


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("23:40", "11.40 p.m.", True),
        ("23:40", "shortly before midnight", True),
        ("23:40", "between 23:00 and 24:00", True),
        ("23:40", "approximately 22:50", False),
        ("04:15", "04:40", False),
        ("4 am", "4:20 am", True),
        ("14:50", "14.50 EUR", False),
    ],
)
def test_times_as_facts(one: str, other: str, is_one: bool) -> None:
    assert agree(read_fact("time", (one,)), read_fact("time", (other,))) is is_one


def test_accounts_that_differ_on_the_hour_of_one_day_contradict_each_other(corpus: Corpus) -> None:
    timeline = corpus(
        records(
            "arrest log: date: '12 Nov 2021, 23:40'",
            "arrest witness: date: '12 Nov 2021, shortly before midnight'",
            "arrest phone: date: 12 Nov 2021 at approximately 22:50",
        ),
        declared=DECLARED,
    )
    assert conflicts(timeline) == [
        "time: He is arrested: accounts differ on the time of day: 23:40 (Police, paragraph 1);"
        " about 22:50 (Operator, paragraph 3)."
    ]
    assert timeline.events[0].date.edtf == "2021-11-12"


def test_a_time_without_its_day_is_held_against_the_others(corpus: Corpus) -> None:
    timeline = corpus(
        records("photo log: date: '13 Nov 2021, 00:40'", "photo witness: date: about 4 am"), declared=DECLARED
    )
    assert conflicts(timeline) == [
        "time: He is photographed: accounts differ on the time of day: 00:40 (Police, paragraph 1);"
        " about 04:00 (Witness, paragraph 2)."
    ]


@pytest.mark.parametrize(
    "second",
    [
        "arrest witness: date: 12 Nov 2021 at 11 pm",  # within what whoever tells a full hour rounds
        "arrest witness: date: 12 Nov 2021",
        "arrest witness: date: '13 Nov 2021, 22:00', rank: deprecated, rank_reason: A slip",
        "arrest witness: date: '12 Nov 2021, 22:00', stance: denies",
        "arrest witness: date: '12 Nov 2021, 22:00', upcoming: true",
    ],
)
def test_what_does_not_contradict_an_hour(corpus: Corpus, second: str) -> None:
    timeline = corpus(records("arrest log: date: '12 Nov 2021, 23:25'", second), declared=DECLARED)
    assert not any(conflict.kind == "time" for conflict in timeline.conflicts)


def test_a_curator_settles_it(corpus: Corpus) -> None:
    second = "arrest witness: date: '12 Nov 2021, 22:00', rank: deprecated, rank_reason: He had no watch"
    [conflict] = corpus(records("arrest log: date: '12 Nov 2021, 23:25'", second), declared=DECLARED).conflicts
    assert conflict.settled
    assert conflict.message.endswith("Settled by the curator: He had no watch.")


def listed(timeline: Timeline) -> list[str]:
    return [event.id for event in timeline.events]


def unsure(timeline: Timeline) -> frozenset[str]:
    steps = steps_among(timeline.links)
    dates = [event.date.sound.bounds for event in timeline.events]
    return in_open_order(listed(timeline), dates, lambda _places: [steps])


def test_events_of_one_day_stand_in_the_order_of_their_times(corpus: Corpus) -> None:
    timeline = corpus(
        records(
            "photo log: date: '13 Nov 2021, 00:40'",
            "arrest log: date: '13 Nov 2021, 00:05'",
            "arrival log: date: '13 Nov 2021, 00:25'",
            "call phone: date: 2021-11-13 00:52",
        ),
        declared=DECLARED,
    )
    assert listed(timeline) == ["arrest", "arrival", "photo", "call"]
    assert unsure(timeline) == frozenset()
    for one, other in pairwise(listed(timeline)):
        for found in (relation(timeline, one, other), relation(timeline, other, one)):
            assert (found.verdict, found.first, found.is_sooner) == ("either", one, True)
    [step] = relation(timeline, "photo", "call").steps
    assert step.text == (
        "Operator, paragraph 4: `call` was “2021-11-13 00:52”; Police, paragraph 1: `photo` was “13 Nov 2021, 00:40”"
    )


def test_a_time_says_nothing_of_when_it_was_over(corpus: Corpus) -> None:
    timeline = corpus(
        records("arrest log: date: 'since 12 November 2021, 14:05'", "photo log: date: '12 November 2021, 15:05'"),
        declared=DECLARED,
    )
    arrest, photo = timeline.events
    assert (arrest.id, photo.id) == ("arrest", "photo")
    assert arrest.date.sound.end_latest is None
    assert relation(timeline, "photo", "arrest").first == "arrest"


@pytest.mark.parametrize("zone", ["EST", "+01:00", "Moscow time"])
def test_times_in_two_zones_order_nothing(corpus: Corpus, zone: str) -> None:
    timeline = corpus(
        records("photo log: date: '13 Nov 2021, 10:40'", f"call phone: date: '13 Nov 2021, 15:00 {zone}'"),
        declared=DECLARED,
    )
    assert relation(timeline, "photo", "call").first == ""
    both = corpus(
        records(f"photo log: date: '13 Nov 2021, 10:40 {zone}'", f"call phone: date: '13 Nov 2021, 15:00 {zone}'"),
        declared=DECLARED,
    )
    assert relation(both, "photo", "call").first == "photo"


def test_one_log_keeps_its_minutes_and_two_clocks_may_differ(corpus: Corpus) -> None:
    in_one = corpus(
        records("photo log: date: '13 Nov 2021, 03:15'", "call log: date: '13 Nov 2021, 03:10'"), declared=DECLARED
    )
    in_two = corpus(
        records("photo log: date: '13 Nov 2021, 03:15'", "call phone: date: '13 Nov 2021, 03:10'"), declared=DECLARED
    )
    assert relation(in_one, "call", "photo").first == "call"
    assert relation(in_two, "call", "photo").first == ""


def test_what_is_not_agreed_on_orders_nothing(corpus: Corpus) -> None:
    timeline = corpus(
        records(
            "photo log: date: '13 Nov 2021, 00:40'",
            "photo witness: date: '13 Nov 2021, about 4 am'",
            "call phone: date: 2021-11-13 02:00",
        ),
        declared=DECLARED,
    )
    assert relation(timeline, "photo", "call").first == ""


def test_universal_time_orders_nothing_since_its_hour_is_that_of_no_place(corpus: Corpus) -> None:
    timeline = corpus(
        records("photo log: date: '13 Nov 2021, 12:40'", "call phone: date: 2021-11-13T15:00:00Z"), declared=DECLARED
    )
    assert relation(timeline, "photo", "call").first == ""


def test_an_order_that_times_of_day_contradict_is_told(corpus: Corpus) -> None:
    timeline = corpus(
        records(
            "arrival log: date: '13 Nov 2021, 00:25'",
            "photo log: date: '13 Nov 2021, 01:05'",
            "photo witness: before: arrival",
        ),
        declared=DECLARED,
    )
    assert conflicts(timeline) == [
        "order: He arrives; He is photographed: These cannot all hold: "
        "Police, paragraph 1: `arrival` was “13 Nov 2021, 00:25”; "
        "Police, paragraph 2: `photo` was “13 Nov 2021, 01:05”; "
        "Witness, paragraph 3: `photo` was before `arrival`. "
        "What came after would have come before; the days alone let both stand."
    ]


def test_the_time_is_that_of_the_beginning(corpus: Corpus) -> None:
    timeline = corpus(
        records("arrest log: date: '13 Nov 2021, 00:25', end: 13 Nov 2021", "photo log: date: '13 Nov 2021, 01:05'"),
        declared=DECLARED,
    )
    assert listed(timeline) == ["arrest", "photo"]
    assert relation(timeline, "arrest", "photo").verdict == "either"


def test_a_time_without_its_day_is_asked_for(problems: Callable[..., list[str]]) -> None:
    found = problems(records("photo witness: date: about 4 am"), declared=DECLARED)
    message = "`about 4 am` is a time without its day; name that too, unless other accounts of the event do"
    assert [message in problem for problem in found].count(True) == 1
