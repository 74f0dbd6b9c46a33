"""FollowTheMoney entities: what they hold. That its own software takes them as they are is in tests/readers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import harbour
import pytest

from timeline.dates import edtf
from timeline.dates.span import day_of
from timeline.export import render
from timeline.export.ftm_entity import date_prefix
from timeline.model import Selection, Timeline
from timeline.remarks import remarks


def entities(selection: Selection) -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(render("ftm", selection)).splitlines()]


def only(found: list[dict[str, Any]], schema: str, record: str = "") -> dict[str, list[str]]:
    properties: list[dict[str, list[str]]] = [
        one["properties"]
        for one in found
        if one["schema"] == schema and (not record or one["properties"].get("recordId") == [record])
    ]
    [one] = properties
    return one


def test_everything_is_an_entity(selection: Selection) -> None:
    timeline = selection.timeline
    found = entities(selection)
    counts = Counter(one["schema"] for one in found)
    claims = [claim for event in timeline.events for claim in event.claims]
    assert counts["Event"] == len(timeline.events)
    assert counts["Documentation"] == len(claims)
    assert counts["Person"] + counts["LegalEntity"] == len(timeline.people)
    assert counts["Document"] == len(timeline.sources)
    assert counts["Address"] == len(timeline.places)
    assert counts["Note"] == len(timeline.conflicts) + bool(list(remarks(selection)))
    voices = sum(claim.according_to is not None for claim in claims)
    assert counts["UnknownLink"] == voices + sum(source.derives_from is not None for source in timeline.sources)
    assert len({one["id"] for one in found}) == len(found)


def test_an_event_leads_to_its_people_places_and_documents() -> None:
    found = entities(harbour.ALL)
    walkout = only(found, "Event", "walkout")
    by_id = {one["id"]: one for one in found}
    assert [by_id[person]["properties"]["name"] for person in walkout["involved"]] == [
        ["Olga Brandt"],
        ["Union of Dockers"],
        ["李明"],
        ["נועה לוי"],
    ]
    assert [by_id[person]["schema"] for person in walkout["involved"]] == ["Person", "LegalEntity", "Person", "Person"]
    assert walkout["location"] == ["Port Sable, Sable Island"]
    [port] = [by_id[place]["properties"] for place in walkout["addressEntity"]]
    assert by_id[port["addressEntity"][0]]["properties"]["alias"] == ["Isle of Sable"]
    assert len(walkout["proof"]) == 3
    assert "accounts differ" in walkout["keywords"]
    assert walkout["summary"] == ["When: 11–13 Mar 2019; accounts differ; 1 independent origin, in 3 documents."]


def test_a_claim_is_an_edge_with_all_it_says() -> None:
    denied = only(entities(harbour.ALL), "Documentation", "walkout/bulletin/1")
    assert denied["role"] == ["denies, in paragraph 1"]
    assert denied["summary"] == ["Nobody walked out."]
    assert denied["description"] == [
        "Document: שביתה בנמל",
        "According to: 李明",
        "Stance: denies it",
        "Fact: dockers: 5",
        "People: 李明, נועה לוי",
        "Contradicts: walkout/gazette/2: both cannot be",
        "Claim: walkout/bulletin/1 (record 3 of harbour.yaml)",
    ]


def test_rival_dates_are_all_given() -> None:
    fine = only(entities(harbour.ALL), "Event", "fine")
    assert fine["date"] == ["2018"]  # 2013 to 2015 is no year
    assert fine["description"] == ["Rival date: c. 2014."]


def test_what_nobody_says_happened_has_no_date(corpus: Callable[..., Timeline]) -> None:
    records = """
    records:
      - {event: arrest, source: gazette, paragraph: 1, says: No., date: 2019-03-10, stance: denies}
      - {event: march, source: gazette, paragraph: 2, says: To come., date: 2019-03-20, upcoming: true}
    """
    found = entities(Selection(corpus(records)))
    arrest, march = only(found, "Event", "arrest"), only(found, "Event", "march")
    assert "date" not in arrest
    assert arrest["name"] == ["Ana is arrested (only denied)"]
    assert "date" not in march
    assert march["name"] == ["Ana marches (only planned)"]
    assert march["summary"][0].startswith("When: 20 Mar 2019; told as still to come")


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("2019-03-10", "2019-03-10"),
        ("2019-03", "2019-03"),
        ("2019", "2019"),
        ("[2019-03-10..2019-03-16]", "2019-03"),
        ("[2019-03-30..2019-04-02]", "2019"),
        ("[2019-12-30..2020-01-02]", ""),
        ("201X", ""),
        ("2014~", ""),
        ("2019-03-10~", "2019-03"),
        ("[..2019-03-10]", ""),
        ("0999", ""),
        ("3000", ""),
        ("Y12000", ""),
    ],
)
def test_a_date_is_the_smallest_unit_that_holds_it(text: str, prefix: str) -> None:
    span = edtf.resolve(text).sound
    assert date_prefix(span.start_earliest, span.end_latest, to_the_day=not span.qualifier) == prefix


def test_a_qualified_date_is_never_given_to_the_day() -> None:
    day = day_of(2019, 3, 10)
    assert date_prefix(day, day, to_the_day=False) == "2019-03"


def test_what_was_asked_for_is_a_note() -> None:
    note = entities(harbour.SELECTION)[-1]
    assert note["schema"] == "Note"
    assert note["properties"]["description"] == ["Only: in 2018 (2 events left out)."]


def test_ids_are_the_same_on_every_run() -> None:
    assert entities(harbour.ALL) == entities(harbour.ALL)
    assert only(entities(harbour.ALL), "Event", "fine")["involved"][0].startswith("person-")
