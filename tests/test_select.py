"""Selecting: each filter alone, filters together, and words that stand for nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from timeline.model import Timeline
from timeline.select import Query, parse_period, select

RECORDS = """
events:
  trial: {title: The trial, kind: custody}
  rumour: {title: A rumour, kind: protest}
records:
- {event: arrest, source: gazette, paragraph: 1, says: Taken., date: 2019-03-10, people: [ana], place: capital}
- {event: march, source: herald, paragraph: 1, says: Hundreds walked., date: 2018/2019, people: [ana, brun]}
- {event: march, source: reprint, paragraph: 2, says: X, date: 2017, quote: "a sea of flags"}
- {event: trial, source: herald, paragraph: 3, says: X, date: "2019-12~", people: [brun], place: port}
- {event: rumour, source: herald, paragraph: 4, says: X, place: country}
"""


@pytest.fixture
def timeline(corpus: Callable[..., Timeline]) -> Timeline:
    return corpus(RECORDS)


def chosen(timeline: Timeline, **asked: Any) -> list[str]:
    selection, problems = select(timeline, Query(**asked))
    assert not problems
    return [event.id + "?" * (event.id in selection.possible) for event in selection.timeline.events]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["march", "arrest", "trial", "rumour"]),
        ({"people": ("ana",)}, ["march", "arrest"]),
        ({"people": ("VELEZ ANA",)}, ["march", "arrest"]),
        ({"people": ("anna velez",)}, ["march", "arrest"]),
        ({"people": ("Ilya",)}, ["march", "trial"]),
        ({"people": ("ana", "brun")}, ["march", "arrest", "trial"]),
        ({"places": ("country",)}, ["arrest", "trial", "rumour"]),
        ({"places": ("Strelsau",)}, ["arrest"]),
        ({"kinds": ("custody",)}, ["arrest", "trial"]),
        ({"themes": ("Activism",)}, ["march", "rumour"]),
        ({"sources": ("Daily",)}, ["march"]),
        ({"search": ("sea OF flags",)}, ["march"]),
        ({"search": ("velez", "rumour")}, ["march", "arrest", "rumour"]),
        ({"conflicts": True}, ["march"]),
        ({"people": ("ana",), "kinds": ("custody",)}, ["arrest"]),
        ({"reverse": True}, ["rumour", "trial", "arrest", "march"]),
        ({"limit": 2}, ["march", "arrest"]),
        ({"reverse": True, "limit": 1}, ["rumour"]),
        ({"periods": ("2019",)}, ["march", "arrest", "trial?", "rumour?"]),
        ({"periods": ("2019",), "certain": True}, ["march", "arrest"]),
        ({"periods": ("2018..2018-06",)}, ["march?", "rumour?"]),
        ({"periods": ("..2019-03-09",)}, ["march", "rumour?"]),
        ({"periods": ("2019-03-10..",)}, ["march?", "arrest", "trial", "rumour?"]),
        ({"periods": ("2016", "2020")}, ["trial?", "rumour?"]),
    ],
)
def test_filters(timeline: Timeline, asked: dict[str, Any], expected: list[str]) -> None:
    if "periods" in asked:
        asked = asked | {"periods": tuple(parse_period(text) for text in asked["periods"])}
    assert chosen(timeline, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"people": ("Ana Velex",)}, "no person `Ana Velex` in this corpus; did you mean `Ana Vélez`?"),
        ({"kinds": ("custdy",)}, "no kind `custdy` in this corpus; did you mean `custody`?"),
        ({"themes": ("war",)}, "no theme `war` in this corpus; there are activism, arrests"),
        ({"places": ("",)}, "no place `` in this corpus; there are capital, country, port"),
    ],
)
def test_words_that_stand_for_nothing_are_named(timeline: Timeline, asked: dict[str, Any], message: str) -> None:
    selection, [problem] = select(timeline, Query(**asked))
    assert (problem.message, selection.timeline.events) == (message, ())


def test_words_that_stand_for_several_are_named(corpus: Callable[..., Timeline]) -> None:
    timeline = corpus("people:\n  x: {name: Una One}\n  y: {name: One Two}\n")
    _, [problem] = select(timeline, Query(people=("one", "una")))
    assert problem.message == "`one` may be any of `x`, `y`; name one"


def test_what_goes_with_the_chosen_is_kept_and_nothing_else(timeline: Timeline) -> None:
    selection, _ = select(timeline, Query(kinds=("protest",), sources=("reprint",)))
    kept = selection.timeline
    assert [source.id for source in kept.sources] == ["gazette", "herald", "reprint"]
    assert [person.id for person in kept.people] == ["ana", "brun"]
    assert [place.id for place in kept.places] == []
    assert [kind.id for kind in kept.kinds] == ["protest"]
    assert [conflict.id for conflict in kept.conflicts] == ["date/march"]
    assert (selection.filters, selection.left_out) == (("kind protest", "source reprint"), 3)


@pytest.mark.parametrize("text", ["", "..", "20x9", "2020..2019", "2019...2020", "last year"])
def test_a_period_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|ends before"):
        parse_period(text)


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2012", []), ("2010", ["march?"]), ("2010..2015", ["march"]), ("2011..2015", ["march?"]), ("2011..2014", [])],
)
def test_what_was_in_one_of_a_few_years_was_in_none_between(
    corpus: Callable[..., Timeline], period: str, expected: list[str]
) -> None:
    timeline = corpus("records:\n- {event: march, source: herald, paragraph: 1, says: X, date: '[2010,2015]'}")
    assert chosen(timeline, periods=(parse_period(period),)) == expected
