"""Checks over a whole corpus: each with what passes and what fails, and where it points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Problems = Callable[..., list[str]]
MARCH = "- {event: march, source: herald, paragraph: 2, says: She marched."


def found(problems: Problems, record: str, more: str = "") -> list[str]:
    """The problems of a corpus with an ordinary arrest and this record on the march."""
    arrest = "- {event: arrest, source: gazette, paragraph: 1, says: She was taken in.}"
    return problems(f"records:\n{arrest}\n{record}\n{more}")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (", people: [ana, brunn]", "82: error: no person `brunn`; did you mean `brun`? [unknown-person]"),
        (", place: moon", "75: error: no place `moon`; declare it under `places` [unknown-place]"),
        (", according_to: Ana", "82: error: no person `Ana`; did you mean `ana`? [unknown-person]"),
        (", according_to: ilya brun", "82: error: no person `ilya brun`; did you mean `brun`? [unknown-person]"),
        (", people: [Anna Velez]", "77: error: no person `Anna Velez`; did you mean `ana`? [unknown-person]"),
        (", place: Zenda", "75: error: no place `Zenda`; did you mean `port`? [unknown-place]"),
        (", after: arest", "75: error: no event `arest`; did you mean `arrest`? [unknown-event]"),
        (", during: [arrest, march]", "85: error: `march` cannot be during itself [self-relation]"),
        (", rank: deprecated", "74: error: `rank: deprecated` without a `rank_reason`; say why, readers are shown it"),
        (
            ", contradicts: {claim: arrest/gazette/2, reason: x}",
            "81: error: no claim `arrest/gazette/2`; did you mean `arrest/gazette/1`? [unknown-claim]",
        ),
        (
            ", contradicts: {claim: march/herald/2, reason: x}",
            "81: error: a claim cannot contradict itself [unknown-claim]",
        ),
    ],
)
def test_a_record_names_what_is_declared(problems: Problems, fields: str, problem: str) -> None:
    [told] = found(problems, f"{MARCH}{fields}}}")
    assert told.startswith(f"1.yaml:3:{problem}")


def test_a_record_on_an_unknown_event_is_named_and_not_lost_in_silence(problems: Problems) -> None:
    told = found(problems, MARCH.replace("event: march", "event: marsh").replace("herald", "heral") + "}")
    assert told == [
        "0.yaml:18:3: warning: no usable record is about `march`, so it is not shown; add a record or remove the event "
        "[event-without-record]",
        "1.yaml:3:11: error: no event `marsh`; did you mean `march`? [unknown-event]",
        "1.yaml:3:26: error: no source `heral`; did you mean `herald`? [unknown-source]",
    ]


def test_what_is_declared_names_what_is_declared(problems: Problems) -> None:
    more = (
        "events:\n  x: {title: X, kind: custdy}\nplaces:\n  town: {name: T, within: kountry}\n"
        "sources:\n  s: {publisher: P, title: T, derives_from: gazete}\n  t: {publisher: P, title: ''}\n"
    )
    told = found(problems, f"{MARCH}}}\n- {{event: x, source: t, paragraph: 1, says: Y}}", more)
    assert [one.split(" error: ")[1] for one in told if "error" in one] == [
        "source `t` cannot be used until its own declaration is mended [unknown-source]",
        "no kind `custdy`; did you mean `custody`? [unknown-kind]",
        "no place `kountry`; did you mean `country`? [unknown-place]",
        "no source `gazete`; did you mean `gazette`? [unknown-source]",
        "`title` is empty; give it a value or leave it out [empty-value]",
    ]


def test_chains_end(problems: Problems) -> None:
    more = (
        "places:\n  a: {name: A, within: b}\n  b: {name: B, within: a}\n"
        "sources:\n  s: {publisher: P, title: T, derives_from: s}\n"
    )
    told = found(problems, f"{MARCH}}}", more)
    assert [one.split(" error: ")[1] for one in told] == [
        "`a` leads back to itself: a -> b -> a [circular]",
        "`b` leads back to itself: b -> a -> b [circular]",
        "`s` leads back to itself: s -> s [circular]",
    ]


def test_a_record_given_twice_is_named(problems: Problems) -> None:
    assert found(problems, f"{MARCH}}}\n{MARCH}}}") == [
        "1.yaml:4:3: warning: this record says what record 2 of 1.yaml says; remove one [repeated-record]"
    ]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (", date: 2019-13", "74: error: the date `2019-13` cannot be read and stays open: "),
        (
            ", date: 2018-1-5",
            "74: error: the date `2018-1-5` cannot be read and stays open: expected a month of two digits",
        ),
        (", date: 31/31/2018", "74: warning: the date `31/31/2018` cannot be read and stays open: no rule reads these"),
        (", date: 30.02.2018", "74: warning: the date `30.02.2018` cannot be read and stays open: day 30 does not"),
        (", date: when pigs flew", "74: warning: the date `when pigs flew` cannot be read and stays open: "),
        (", date: shortly thereafter", "74: warning: `shortly thereafter` leans on another event; name it by `after`"),
        (", date: 2019-04-02, end: 2019-04-01", "91: error: "),
    ],
)
def test_a_date_that_cannot_be_used_is_named(problems: Problems, fields: str, problem: str) -> None:
    [told] = found(problems, f"{MARCH}{fields}}}")
    assert told.startswith(f"1.yaml:3:{problem}")


def test_a_date_relative_to_an_event_that_is_named_is_no_problem(problems: Problems) -> None:
    assert found(problems, f"{MARCH}, date: shortly thereafter, after: arrest}}") == []


def test_a_language_that_no_dates_are_read_in_is_named(problems: Problems) -> None:
    source = "sources:\n  s: {publisher: P, title: T, language: russian}\n  t: {publisher: P, title: T, language: ru}\n"
    [told] = found(problems, f"{MARCH}}}", source)
    message = "no dates are read in the language `russian`; known are `en`, `ru` [unknown-language]"
    assert told == f"1.yaml:5:41: error: {message}"


def test_a_date_of_publication_must_be_edtf(problems: Problems) -> None:
    [told] = found(problems, f"{MARCH}}}", "sources:\n  s: {publisher: P, title: T, published: last week}\n")
    assert told.startswith("1.yaml:5:42: error: `last week` is not an EDTF date: ")


def test_a_record_with_one_fault_tells_of_its_others(problems: Problems) -> None:
    told = found(problems, "- {event: marsh, source: heral, paragraph: x, people: [ana, brunn], after: arest}")
    assert [one.split(" error: ")[1] for one in told if " error: " in one] == [
        "no `says` here; every record needs it [missing-field]",
        "no event `marsh`; did you mean `march`? [unknown-event]",
        "no source `heral`; did you mean `herald`? [unknown-source]",
        "`paragraph` is `x`; it must be a whole number [bad-value]",
        "no person `brunn`; did you mean `brun`? [unknown-person]",
        "no event `arest`; did you mean `arrest`? [unknown-event]",
    ]
