"""JSON-LD: what its nodes say. That its readers lose nothing of it is in tests/readers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import harbour
import pytest

from timeline.dates import edtf
from timeline.dates.span import day_of, lies_within
from timeline.export import render
from timeline.export.jsonld import iri, xsd_date
from timeline.model import Selection, Timeline


def graph(selection: Selection) -> dict[str, dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads("".join(render("jsonld", selection)))["@graph"]
    found = {node["id"]: node for node in nodes}
    assert len(found) == len(nodes)
    return found


def test_everything_is_a_node(selection: Selection) -> None:
    timeline, nodes = selection.timeline, graph(selection)
    assert all(iri("person", person.id) in nodes for person in timeline.people)
    assert all(iri("place", place.id) in nodes for place in timeline.places)
    assert all(iri("source", source.id) in nodes for source in timeline.sources)
    assert all(iri("event", event.id) in nodes for event in timeline.events)
    assert all(iri("annotation", claim.id) in nodes for event in timeline.events for claim in event.claims)
    assert all(iri("conflict", conflict.id) in nodes for conflict in timeline.conflicts)
    claims = sum(len(event.claims) for event in timeline.events)
    declared = (timeline.people, timeline.places, timeline.sources, timeline.events, timeline.conflicts)
    assert len(nodes) == 1 + claims + sum(map(len, declared))


def test_a_citation_is_an_annotation_of_a_paragraph() -> None:
    cited = graph(harbour.ALL)[iri("annotation", "walkout/gazette/2")]
    assert cited["target"] == {
        "type": "SpecificResource",
        "source": "urn:x-timeline:source:gazette",
        "selector": {
            "type": "FragmentSelector",
            "value": "paragraph=2",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "We are done waiting"},
        },
    }
    claim = cited["body"]
    assert claim["text"] == "The dockers walked out."
    assert claim["supports"] == iri("event", "walkout")
    assert claim["temporal"]["date"] == "2019-03-11/2019-03-13"
    said = {one["name"]: one.get("propertyValue", one.get("valueReference")) for one in claim["additionalProperty"]}
    assert said["date as stated"] == "earlier this week"
    assert said["dockers"] == "about 300"
    assert said["after"] == [iri("event", "fine")]


def test_a_denial_disputes_the_event_in_the_voice_of_who_denies() -> None:
    claim = graph(harbour.ALL)[iri("annotation", "walkout/bulletin/1")]["body"]
    assert "supports" not in claim
    assert claim["disputes"] == iri("event", "walkout")
    assert claim["author"] == iri("person", "li")
    assert claim["disagreesWith"] == [iri("claim", "walkout/gazette/2")]


def test_a_conflict_questions_its_claims_until_it_is_settled() -> None:
    nodes = graph(harbour.ALL)
    denial, date = nodes[iri("conflict", "denial/walkout")], nodes[iri("conflict", "date/fine")]
    assert (denial["motivation"], date["motivation"]) == ("questioning", "assessing")
    claims = [iri("claim", "walkout/gazette/2"), iri("claim", "walkout/bulletin/1")]
    assert denial["target"] == [*claims, iri("event", "walkout")]
    assert "denied (李明 in 港 Bulletin, paragraph 1)" in denial["body"]["value"]


def test_rival_dates_stand_side_by_side_and_none_is_the_day() -> None:
    fine = graph(harbour.ALL)[iri("event", "fine")]
    assert [span["label"] for span in fine["timeSpan"]] == ["2018", "c. 2014"]
    assert "startDate" not in fine


def test_no_date_is_more_exact_than_its_evidence(selection: Selection) -> None:
    nodes = graph(selection)
    dated = 0
    for event in selection.timeline.events:
        node = nodes[iri("event", event.id)]
        for window, span in zip(event.windows, node["timeSpan"], strict=True):
            if "date" in span:
                assert lies_within(window.sound, edtf.resolve(span["date"]).sound)
        sound = event.date.sound
        for name, low, high in (("startDate", 0, 1), ("endDate", 2, 3)):
            if name in node:
                dated += 1
                day = edtf.resolve(node[name]).sound.start_earliest
                assert sound.bounds[low] == sound.bounds[high] == day
                assert len(event.windows) == 1
                assert not sound.qualifier
    assert dated > 1


def test_what_nobody_says_happened_has_no_certain_day(corpus: Callable[..., Timeline]) -> None:
    records = """
    records:
      - {event: march, source: gazette, paragraph: 2, says: To come., date: 2019-03-20, upcoming: true}
      - {event: arrest, source: gazette, paragraph: 3, says: Came., date: 2019-03-10}
    """
    nodes = graph(Selection(corpus(records)))
    march, arrest = nodes[iri("event", "march")], nodes[iri("event", "arrest")]
    assert (march["name"], march["date"]) == ("Ana marches (only planned)", "2019-03-20")
    assert "startDate" not in march
    assert arrest["startDate"] == arrest["endDate"] == "2019-03-10"


def test_every_contradiction_that_was_curated_is_a_conflict(selection: Selection) -> None:
    joined = [set(conflict.claims) for conflict in selection.timeline.conflicts]
    for event in selection.timeline.events:
        for claim in event.claims:
            for other in claim.contradicts:
                assert any({claim.id, other.claim} <= claims for claims in joined)


@pytest.mark.parametrize(
    ("identifier", "safe"),
    [
        ("arrest-2019", "arrest-2019"),
        ("a b/c:d#e?f%", "a%20b%2Fc%3Ad%23e%3Ff%25"),
        ('<>"{}|\\^`', "%3C%3E%22%7B%7D%7C%5C%5E%60"),
        ("арест", "%D0%B0%D1%80%D0%B5%D1%81%D1%82"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_any_id_makes_a_safe_iri(identifier: str, safe: str) -> None:
    assert iri("event", identifier) == f"urn:x-timeline:event:{safe}"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ((2019, 3, 1), "2019-03-01"),
        ((0, 1, 1), "0000-01-01"),
        ((-4, 3, 1), "-0004-03-01"),
        ((12000, 1, 1), "12000-01-01"),
    ],
)
def test_days_are_those_of_xml_schema(date: tuple[int, int, int], written: str) -> None:
    assert xsd_date(day_of(*date)) == written


def test_it_may_stand_in_a_page(strange: Selection) -> None:
    assert "<" not in "".join(render("jsonld", strange))


def test_it_says_what_was_asked_for() -> None:
    assert "Only: in 2018 (2 events left out)." in graph(harbour.SELECTION)[iri("dataset")]["description"]
