"""Resolving: words against the publication date of their source, and where each claim has its root."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.dates.span import iso
from timeline.model import Claim, Timeline

Corpus = Callable[..., Timeline]
LATE = (
    "sources:\n  late: {publisher: Late, title: T, published: 2020-12~}\n  undated: {publisher: Some, title: T}\n"
    "  vestnik: {publisher: Вестник, title: Т, published: 2019-03-14/2019-03-17, language: ru}\n"
)


def claim(corpus: Corpus, fields: str, source: str = "gazette") -> Claim:
    [event] = corpus(LATE, f"records:\n- {{event: arrest, source: {source}, paragraph: 1, says: X, {fields}}}").events
    return event.claims[0]


def bounds(told: Claim) -> list[str | None]:
    return [iso(day) if day is not None else None for day in told.date.sound.bounds]


@pytest.mark.parametrize(
    ("fields", "source", "edtf", "earliest", "latest"),
    [
        ("date: on Tuesday", "gazette", "2019-03-12", "2019-03-12", "2019-03-12"),
        ("date: last month", "gazette", "2019-02", "2019-02-01", "2019-02-28"),
        ("date: last month", "late", "2020-11~", "2020-10-01", "2020-12-31"),
        ("date: in March 2019", "undated", "2019-03", "2019-03-01", "2019-03-31"),
        ("date: поздно вечером в среду", "vestnik", "2019-03-13", "2019-03-13", "2019-03-13"),
        ("date: вчера", "vestnik", "[2019-03-13..2019-03-16]", "2019-03-13", "2019-03-16"),
        ("date: 2019-03, end: 2019-08-16", "gazette", "2019-03/2019-08-16", "2019-03-01", "2019-08-16"),
        ("end: 2019-08-16", "gazette", "../2019-08-16", None, "2019-08-16"),
        ("date: 2019-03, end: no idea", "gazette", "2019-03/..", "2019-03-01", None),
    ],
)
def test_a_date_is_resolved(
    corpus: Corpus, fields: str, source: str, edtf: str, earliest: str | None, latest: str | None
) -> None:
    told = claim(corpus, fields, source)
    assert (told.date.edtf, bounds(told)[0], bounds(told)[3]) == (edtf, earliest, latest)


def test_words_are_read_in_the_language_of_their_source(corpus: Corpus) -> None:
    assert "is not a word of dates" in claim(corpus, "date: вчера").date.unread
    assert "is not a word of dates" in claim(corpus, "date: yesterday", "vestnik").date.unread


def test_what_is_told_in_another_language_narrows_its_publication_too(corpus: Corpus) -> None:
    told = [
        "{event: arrest, source: vestnik, paragraph: 1, says: X, date: вчера}",
        "{event: arrest, source: gazette, paragraph: 1, says: X, date: 2019-03-14}",
    ]
    sources = corpus(LATE, "records:\n- " + "\n- ".join(told)).sources
    [published] = [one.published for one in sources if one.id == "vestnik"]
    assert published is not None
    assert [iso(day) for day in published.sound.bounds if day is not None] == ["2019-03-15"] * 4


def test_the_words_of_a_copy_may_be_those_of_what_it_repeats(corpus: Corpus) -> None:
    told = claim(corpus, "date: yesterday", "reprint")
    assert (bounds(told)[0], bounds(told)[3]) == ("2019-03-13", "2021-03-15")


@pytest.mark.parametrize(
    ("date", "edtf", "earliest", "latest"),
    [
        ("yesterday", "2019-03-14", None, "2019-03-14"),
        ("last month", "2019-02", None, "2019-02-28"),
        ("on 5 March 2019", "2019-03-05", "2019-03-05", "2019-03-05"),
    ],
)
def test_the_words_of_a_copy_of_what_has_no_date_may_be_older_still(
    corpus: Corpus, date: str, edtf: str, earliest: str | None, latest: str | None
) -> None:
    """No date is more exact for knowing less: what is repeated may be of any day before."""
    sources = """sources:
      root: {publisher: R, title: R}
      between: {publisher: B, title: B, published: 2019-03-10, derives_from: root}
      copy: {publisher: C, title: C, published: 2019-03-15, derives_from: between}
    """
    timeline = corpus(sources, f"records:\n- {{event: arrest, source: copy, paragraph: 1, says: X, date: {date}}}")
    told = timeline.events[0].claims[0]
    assert (told.date.edtf, bounds(told)[0], bounds(told)[3]) == (edtf, earliest, latest)


def test_words_that_need_a_date_of_publication_stay_open_without_one(corpus: Corpus) -> None:
    told = claim(corpus, "date: last month", "undated")
    assert bounds(told) == [None] * 4
    assert told.date.unread


def test_an_end_before_the_start_leaves_the_claim_undated_and_says_so(corpus: Corpus) -> None:
    told = claim(corpus, "date: 2019-04-02, end: 2019-04-01")
    assert bounds(told) == [None] * 4
    assert told.date.unread == "a span cannot end on 2019-04-01 before it starts on 2019-04-02"


@pytest.mark.parametrize("words", ["2018-02-30", "2018-1-5", "[2018,2017", "2018/2019/2020", "30.02.2018", "24/70"])
def test_a_claim_is_undated_for_the_reason_that_the_check_tells(corpus: Corpus, words: str) -> None:
    timeline = corpus(LATE, f'records:\n- {{event: arrest, source: gazette, paragraph: 1, says: X, date: "{words}"}}')
    [problem] = [one for one in timeline.problems if one.code == "unread-date"]
    told = timeline.events[0].claims[0].date
    assert told.unread
    assert problem.message.endswith(f": {told.unread}")


def test_the_next_weekday_is_meant_of_what_was_still_to_come(corpus: Corpus) -> None:
    assert claim(corpus, "date: on Tuesday, upcoming: true").date.edtf == "2019-03-19"


@pytest.mark.parametrize(
    ("fields", "source", "origin"),
    [
        ("note: x", "gazette", "source:gazette"),
        ("note: x", "reprint", "source:gazette"),
        ("according_to: ana", "reprint", "person:ana"),
    ],
)
def test_the_origin_is_a_voice_or_the_root_of_the_source(corpus: Corpus, fields: str, source: str, origin: str) -> None:
    assert claim(corpus, fields, source).origin == origin


SOURCES = st.dictionaries(st.sampled_from("abcdefg"), st.none() | st.sampled_from("abcdefgyz"), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@example({"a": "b", "b": "a"})
@example({"a": "b", "b": "c", "c": "b"})
@example({"a": "z", "b": "a", "c": "z"})
@example({"a": None, "b": "a", "c": "a", "d": "c"})
@given(SOURCES)
def test_what_is_joined_by_repeating_is_one_origin(corpus: Corpus, repeats: dict[str, str | None]) -> None:
    """In chains, by two ways, in a circle, and by a document that is not declared: each lot of them counts once."""
    sources = "".join(
        f"  {one}: {{publisher: P, title: T{f', derives_from: {root}' if root else ''}}}\n"
        for one, root in repeats.items()
    )
    records = "".join(f"- {{event: arrest, source: {one}, paragraph: 1, says: X}}\n" for one in repeats)
    timeline = corpus(f"sources:\n{sources}records:\n{records}")
    lots = [{one, root} if root else {one} for one, root in repeats.items()]
    for lot in list(lots):
        joined = [other for other in lots if other & lot]
        lots = [other for other in lots if other not in joined] + [set().union(*joined)]
    assert timeline.events[0].origins == len(lots)
    assert {claim.origin.removeprefix("source:") for claim in timeline.events[0].claims} <= repeats.keys()
    for lot in lots:
        assert len({claim.origin for claim in timeline.events[0].claims if claim.source in lot}) == 1


def test_claims_that_share_event_source_and_paragraph_are_counted(corpus: Corpus) -> None:
    record = "- {event: arrest, source: gazette, paragraph: 1, says: "
    [event] = corpus(f"records:\n{record}A}}\n{record}B}}\n{record}C}}").events
    assert [one.id for one in event.claims] == ["arrest/gazette/1", "arrest/gazette/1/2", "arrest/gazette/1/3"]


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("вчера", "say `language: ru` of the source"),
        ("a week after the hearing", "name that by `after`, `before` or `during`, and how long by `within` or `by`"),
        ("no idea", "is not a word of dates [unread-date]"),
    ],
)
def test_what_cannot_be_read_comes_with_what_to_do(problems: Callable[..., list[str]], words: str, advice: str) -> None:
    [problem] = [
        one
        for one in problems(f"records:\n- {{event: arrest, source: gazette, paragraph: 1, says: X, date: {words}}}")
        if "unread-date" in one
    ]
    assert advice in problem
