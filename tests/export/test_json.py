"""The JSON contract: keys in this order, nothing more nor less."""

from __future__ import annotations

import json
from typing import Any

import harbour
from goldens import assert_golden

from timeline.export import render

DOCUMENT = ["schema", "sources", "people", "places", "events", "conflicts"]
SOURCE = ["id", "publisher", "title", "published", "file", "sha256", "derives_from"]
PERSON = ["id", "name", "also", "type", "role"]
PLACE = ["id", "name", "also", "within"]
EVENT = ["id", "title", "kind", "theme", "people", "places", "date", "claims", "conflicts", "sources", "origins"]
DATE = ["edtf", "start", "end", "qualifier", "text"]
BOUNDS = ["earliest", "latest"]
CLAIM = ["id", "source", "paragraph", "according_to", "stance", "says", "people", "place", "facts", "date"]
CLAIM_DATE = ["stated", "edtf", "start", "end"]
CONFLICT = ["id", "kind", "events", "claims", "message", "settled"]


def document() -> dict[str, Any]:
    read: dict[str, Any] = json.loads("".join(render("json", harbour.ALL)))
    return read


def test_keys_and_their_order() -> None:
    read = document()
    assert list(read) == DOCUMENT
    assert read["schema"] == 1
    for name, keys in (("sources", SOURCE), ("people", PERSON), ("places", PLACE), ("conflicts", CONFLICT)):
        assert all(list(each) == keys for each in read[name])
    for event in read["events"]:
        assert list(event) == EVENT
        assert list(event["date"]) == DATE
        assert list(event["date"]["start"]) == list(event["date"]["end"]) == BOUNDS
        for claim in event["claims"]:
            assert list(claim) == CLAIM
            assert list(claim["date"]) == CLAIM_DATE
            assert list(claim["date"]["start"]) == list(claim["date"]["end"]) == BOUNDS


def test_values() -> None:
    fine, walkout, reunion = document()["events"]
    assert walkout["date"] == {
        "edtf": "2019-03-11/2019-03-13",
        "start": {"earliest": "2019-03-11", "latest": "2019-03-11"},
        "end": {"earliest": "2019-03-13", "latest": "2019-03-13"},
        "qualifier": "",
        "text": "11–13 Mar 2019",
    }
    assert walkout["claims"][0]["facts"] == {"dockers": "about 300", "demands": ["pay", "safety"]}
    assert (walkout["sources"], walkout["origins"]) == (3, 1)
    assert fine["claims"][1]["date"]["edtf"] == "2014~"
    assert reunion["date"]["edtf"] is None
    assert reunion["date"]["text"] == "undated"
    assert reunion["date"]["start"] == {"earliest": None, "latest": None}
    assert reunion["claims"][0]["date"]["stated"] == "in the days of the fog"
    assert [conflict["settled"] for conflict in document()["conflicts"]] == [True, False, False]


def test_nothing_is_lost() -> None:
    read = document()
    claims = [claim["id"] for event in read["events"] for claim in event["claims"]]
    assert claims == [claim.id for event in harbour.EVENTS for claim in event.claims]


def test_golden() -> None:
    assert_golden("export.json", "".join(render("json", harbour.ALL)))


def test_lines_hold_the_same_events() -> None:
    lines = [json.loads(line) for line in "".join(render("jsonl", harbour.ALL)).splitlines()]
    assert lines == document()["events"]


def test_an_empty_timeline_is_a_document_too() -> None:
    from timeline.model import Selection, Timeline

    read = json.loads("".join(render("json", Selection(Timeline()))))
    assert read == {"schema": 1, "sources": [], "people": [], "places": [], "events": [], "conflicts": []}


def test_it_says_of_what_is_only_planned_that_it_is() -> None:
    fine, walkout, reunion = harbour.EVENTS
    planned = fine._replace(claims=tuple(claim._replace(upcoming=True) for claim in fine.claims))
    told = walkout._replace(claims=(walkout.claims[0]._replace(upcoming=True), *walkout.claims[1:]))
    chosen = harbour.ALL._replace(timeline=harbour.TIMELINE._replace(events=(planned, told, reunion)))
    events = json.loads("".join(render("json", chosen)))["events"]
    assert [event.get("only_planned") for event in events] == [True, None, None]
    assert [[claim.get("upcoming") for claim in event["claims"]] for event in events] == [
        [True, True],
        [True, None, None],
        [None],
    ]
    assert list(events[0]) == [*EVENT, "only_planned"]
    assert list(events[0]["claims"][0]) == [*CLAIM, "upcoming"]
