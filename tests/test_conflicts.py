"""Conflicts: what contradicts what, in which words, and what settles it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import DECLARED

from timeline.account import dates_told
from timeline.model import Timeline
from timeline.names import Names

Corpus = Callable[..., Timeline]


APART = DECLARED.replace(", derives_from: gazette", "").replace(
    "people:", "  fourth: {publisher: Fourth, title: Again, published: 2021-09-02}\npeople:", 1
)
"""Four documents, none of which repeats another."""


def told(timeline: Timeline) -> list[str]:
    return [f"{conflict.id}: {conflict.message}" for conflict in timeline.conflicts]


def records(first: str, second: str, third: str = "") -> str:
    """Two or three records on the arrest, by gazette, herald and reprint."""
    fields = zip(("gazette", "herald", "reprint"), (first, second, third), strict=True)
    lines = [
        f"- {{event: arrest, source: {source}, paragraph: 4, says: X, {given}}}" for source, given in fields if given
    ]
    return "\n".join(["records:", *lines])


def test_dates_that_do_not_meet(corpus: Corpus) -> None:
    timeline = corpus(records("date: 2019-03-10", "date: 2019-04", "date: 2019-03"))
    assert told(timeline) == [
        "date/arrest: Ana is arrested: accounts differ on when: "
        "Apr 2019 (Herald, paragraph 4); 10 Mar 2019 (Gazette, paragraph 4; Daily, paragraph 4)."
    ]
    assert timeline.events[0].conflicts == ("date/arrest",)


def test_dates_that_meet_do_not_conflict(corpus: Corpus) -> None:
    assert told(corpus(records("date: 2019-03-10", "date: 2019"))) == []


@pytest.mark.parametrize("second", ["2019-03-14", "2019-03-10"])
def test_a_date_that_fits_each_of_the_rivals_is_quoted_for_none(corpus: Corpus, second: str) -> None:
    timeline = corpus(
        records("date: 2018-03-12", f"date: {second.replace('2019', '2018')}", "date: 2018"), declared=APART
    )
    [message] = told(timeline)
    days = {"12 Mar 2018": "Gazette", f"{int(second[-2:])} Mar 2018": "Herald"}
    sides = "; ".join(f"{day} ({paper}, paragraph 4)" for day, paper in sorted(days.items()))
    assert (
        message == f"date/arrest: Ana is arrested: accounts differ on when: {sides}; fits either: Daily, paragraph 4."
    )
    [event] = timeline.events
    assert [window.origins for window in event.windows] == [1, 1]
    assert timeline.conflicts[0].claims[-1] == "arrest/reprint/4"
    assert dict(dates_told(event, Names(timeline)))[""].startswith(
        "The first is shown: as many origins support another"
    )


def test_a_date_that_fits_some_of_the_rivals_speaks_against_the_rest(corpus: Corpus) -> None:
    dated = records("date: 2018-03-12", "date: 2018-03-14", "date: 2018")
    timeline = corpus(
        dated + "\n- {event: arrest, source: fourth, paragraph: 4, says: X, date: '2016'}", declared=APART
    )
    [message] = told(timeline)
    assert message.endswith(
        "12 Mar 2018 (Gazette, paragraph 4); 2016 (Fourth, paragraph 4); 14 Mar 2018 (Herald, paragraph 4); "
        "fits several of these: Daily, paragraph 4."
    )


def test_most_origins_are_said_to_support_what_they_do(corpus: Corpus) -> None:
    [event] = corpus(records("date: 2018-03-12", "date: 2018-03-14", "date: 2018-03-12"), declared=APART).events
    assert dict(dates_told(event, Names(Timeline())))[""] == "The first is shown: most origins support it."


def test_a_rank_settles_a_difference_of_dates_that_another_claim_does_not_decide(corpus: Corpus) -> None:
    preferred = "date: 2018-03-12, rank: preferred, rank_reason: Z"
    timeline = corpus(records(preferred, "date: 2018-03-14", "date: 2018"), declared=APART)
    assert [conflict.settled for conflict in timeline.conflicts] == [True]
    assert ("", "The first is shown: the curator prefers it.") in dates_told(timeline.events[0], Names(timeline))


def test_places_conflict_unless_one_lies_in_the_other(corpus: Corpus) -> None:
    assert told(corpus(records("place: capital", "place: port", "place: country"))) == [
        "place/arrest: Ana is arrested: accounts differ on where: "
        "Strelsau (Gazette, paragraph 4); Zenda (Herald, paragraph 4)."
    ]
    assert told(corpus(records("place: capital", "place: country"))) == []


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("4", "5", True),
        ("about 300", "310", False),
        ("about 300", "400", True),
        ("over 5", "4", True),
        ("300 USD", "333 USD", True),
        ("about 300 USD", "333 USD", False),
        ("300 USD", "300 EUR", True),
        ("500 USD", "500 KZT", True),
        ("500 USD", "233,000 KZT", False),
        ("about 500 USD", "500 EUR", False),
        ("0 USD", "0 KZT", False),
        ("7 years", "7 years", False),
        ("7 years", "5 months", True),
        ("house arrest", "House  Arrest", False),
        ("house arrest", "prison", True),
        ("[theft, fraud]", "fraud", False),
        ("[theft, fraud]", "[fraud, arson]", True),
        ("4", "four", False),
        ("1 year", "2 years", True),
        ("2 months", "3 months", True),
        ("7 years", "six years", True),
        ("one year", "18 months", True),
        ("7 years", "84 months", False),
        ("about a year", "13 months", False),
        ("a year", "a year and a day", True),
        ("500 USD", "$500", False),
        ("about $500", "520 USD", False),
        ("$500", "$400", True),
        ("$500", "400 USD", True),
        ("$500", "500 CAD", False),
        ("€500", "USD 400", False),
        ("500", "500 USD", False),
        ("€500", "500", False),
        ("about 500", "520 USD", False),
        ("400", "500 USD", True),
        ("500 people", "500 USD", True),
        ("500", "500%", True),
        ("61 per cent", "61%", False),
        ("61 per cent", "about 60%", False),
        ("61%", "62%", True),
        ("61%", "61", True),
        ("43 people", "43", False),
        ("43 people", "about 40 people", False),
        ("43 people", "45", True),
        ("43 people", "43 men", True),
        ("[43 people, 3 dogs]", "43", True),
    ],
)
def test_facts_of_one_name_compare_by_type(corpus: Corpus, one: str, other: str, conflicts: bool) -> None:
    timeline = corpus(records(f"facts: {{fine: {one}}}", f"facts: {{fine: {other}}}"))
    assert [conflict.kind for conflict in timeline.conflicts] == ["fact"] * conflicts


def test_a_fact_conflict_names_each_value_with_those_who_give_it(corpus: Corpus) -> None:
    timeline = corpus(
        records("facts: {fine: 5 USD}, according_to: ana", "facts: {fine: 5 USD}", "facts: {fine: 7 USD, term: 1 day}")
    )
    assert told(timeline) == [
        "fact/arrest/fine: Ana is arrested: accounts differ on fine: 5 USD (Ana Vélez in Gazette, paragraph 4; "
        "Herald, paragraph 4); 7 USD (Daily, paragraph 4)."
    ]


def test_a_sum_without_its_currency_supports_none_of_two_rivals(corpus: Corpus) -> None:
    assert told(corpus(records("facts: {fine: 500 USD}", "facts: {fine: 500}", "facts: {fine: 500 KZT}"))) == [
        "fact/arrest/fine: Ana is arrested: accounts differ on fine: 500 USD (Gazette, paragraph 4); "
        "500 KZT (Daily, paragraph 4)."
    ]


def test_facts_of_two_names_do_not_compare(corpus: Corpus) -> None:
    assert told(corpus(records("facts: {fine: 5 USD}", "facts: {bail: 7 USD}"))) == []


@pytest.mark.parametrize("other", ["Detained", "de-tained", "DE_TAINED", "De Tained"])
def test_names_that_differ_in_case_and_spacing_are_one(corpus: Corpus, other: str) -> None:
    """Else a contradiction would be missed in silence."""
    timeline = corpus(records("facts: {detained: 40}", f"facts: {{{other}: 25}}"))
    assert told(timeline) == [
        "fact/arrest/detained: Ana is arrested: accounts differ on detained: "
        "40 (Gazette, paragraph 4); 25 (Herald, paragraph 4)."
    ]


def test_a_record_that_has_both_spellings_tells_two_facts(corpus: Corpus) -> None:
    """None of its values is lost, and neither is held to contradict the other."""
    both = "facts: {detained: 40, Detained: 25}"
    assert told(corpus(records(both, "facts: {detained: 40}"))) == []
    timeline = corpus(records(both, "facts: {Detained: 30}", "facts: {detained: 41}"))
    assert [conflict.id for conflict in timeline.conflicts] == ["fact/arrest/detained", "fact/arrest/Detained"]


def test_a_denial_conflicts_with_an_assertion_and_dates_nothing(corpus: Corpus) -> None:
    timeline = corpus(records("date: 2019-03-10", "stance: denies, date: 2020, according_to: brun, facts: {fine: 1}"))
    assert told(timeline) == [
        "denial/arrest: Ana is arrested: denied by some of the accounts: asserted (Gazette, paragraph 4); "
        "denied (Ilya Brun in Herald, paragraph 4)."
    ]


def test_denials_alone_do_not_conflict(corpus: Corpus) -> None:
    timeline = corpus(records("stance: denies", "stance: denies"))
    assert (told(timeline), timeline.events[0].is_only_denied) == ([], True)


def test_a_curated_contradiction_may_join_two_events_and_is_told_once(corpus: Corpus) -> None:
    timeline = corpus(
        records(
            "contradicts: {claim: march/herald/9, reason: She could not march from a cell.}",
            "",
        )
        + "\n- {event: march, source: herald, paragraph: 9, says: Y, "
        "contradicts: [{claim: arrest/gazette/4, reason: The same.}]}"
    )
    assert told(timeline) == [
        "contradiction/arrest/gazette/4+march/herald/9: Ana is arrested; Ana marches: "
        "She could not march from a cell (Gazette, paragraph 4; Herald, paragraph 9)."
    ]
    assert all(event.conflicts == (timeline.conflicts[0].id,) for event in timeline.events)


def test_a_tension_is_told_and_is_no_open_conflict(corpus: Corpus) -> None:
    [conflict] = corpus(
        records("contradicts: {claim: arrest/herald/4, tension: true, reason: Both may be.}", "note: z")
    ).conflicts
    assert (conflict.kind, conflict.is_open, conflict.settled) == ("tension", False, False)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("date: 2019-03-10", "date: 2019-04"),
        ("place: capital", "place: port"),
        ("facts: {fine: 4}", "facts: {fine: 5}"),
        ("stance: asserts", "stance: denies"),
        ("contradicts: {claim: arrest/herald/4, reason: Y}", "note: z"),
    ],
)
@pytest.mark.parametrize("rank", ["preferred", "deprecated"])
def test_a_rank_with_its_reason_settles_and_stays_visible(corpus: Corpus, first: str, second: str, rank: str) -> None:
    timeline = corpus(records(first, f"{second}, rank: {rank}, rank_reason: The paper corrected it."))
    [conflict] = timeline.conflicts
    assert conflict.settled
    assert conflict.message.endswith(" Settled by the curator: The paper corrected it.")


def test_a_rank_that_leaves_rivals_settles_nothing(corpus: Corpus) -> None:
    dated = records("date: 2019-03", "date: 2019-04", "date: 2019-05, rank: deprecated, rank_reason: Z")
    [conflict] = corpus(dated).conflicts
    assert not conflict.settled
