"""FollowTheMoney's own library and its `ftm validate` take the entities as they are, value by value."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import needed
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.dates.span import Day, day_of, days_in_month
from timeline.export import render
from timeline.export.ftm_entity import Entity, identifier
from timeline.model import Selection


@pytest.fixture(scope="module")
def model() -> Any:
    return needed.needed_module("followthemoney").model


@pytest.fixture(scope="module")
def exported(selection: Selection) -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(render("ftm", selection)).splitlines()]


def as_read(model: Any, entity: dict[str, Any]) -> dict[str, Any]:
    """An entity as the library reads it when it trusts nothing."""
    read = model.get_proxy(entity, cleaned=False).to_dict()
    return {key: read[key] for key in ("id", "schema", "properties")}


def test_the_command_validates_every_entity_and_changes_none(exported: list[dict[str, Any]], tmp_path: Path) -> None:
    given_in, out = tmp_path / "in.ftm.json", tmp_path / "out.ftm.json"
    given_in.write_text("".join(json.dumps(entity) + "\n" for entity in exported), encoding="utf-8")
    ran = subprocess.run(
        [needed.needed_command("ftm"), "validate", "-i", given_in, "-o", out],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    validated = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [{key: one[key] for key in ("id", "schema", "properties")} for one in validated] == exported


def test_the_library_cleans_nothing_away(model: Any, exported: list[dict[str, Any]]) -> None:
    for entity in exported:
        assert as_read(model, entity) == entity
        schema = model.get(entity["schema"])
        schema.validate(entity)  # raises for a value that its type refuses
        assert not [name for name in schema.required if not entity["properties"].get(name)]


def test_every_reference_leads_to_an_entity_of_the_right_kind(model: Any, exported: list[dict[str, Any]]) -> None:
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in exported}
    led = 0
    for entity in exported:
        schema = model.get(entity["schema"])
        for name, values in entity["properties"].items():
            if schema.properties[name].type.name == "entity":
                for value in values:
                    assert schemata[value].is_a(schema.properties[name].range)
                    led += 1
    assert led > 50


def days(prefix: str) -> tuple[Day, Day]:
    year, month, day = ([int(part) for part in prefix.split("-")] + [0, 0])[:3]
    if not month:
        return day_of(year), day_of(year, 12, 31)
    return day_of(year, month, day or 1), day_of(year, month, day or days_in_month(year, month))


def holds(prefix: str, first: Day | None, last: Day | None) -> bool:
    low, high = days(prefix)
    return first is not None and last is not None and low <= first <= last <= high


def test_no_date_is_more_exact_than_its_evidence(
    model: Any, selection: Selection, exported: list[dict[str, Any]]
) -> None:
    read = {entity["id"]: as_read(model, entity)["properties"] for entity in exported}
    dated = 0
    for event in selection.timeline.events:
        properties = read[identifier("event", event.id)]
        spans = [window.sound for window in event.windows]
        for name, low, high in (("date", 0, 3), ("startDate", 0, 1), ("endDate", 2, 3)):
            for prefix in properties.get(name, ()):
                assert any(holds(prefix, span.bounds[low], span.bounds[high]) for span in spans)
                dated += 1
    assert dated > 5


@given(st.text(max_size=60), st.sampled_from(["name", "alias", "location", "summary", "recordId"]))
@example('"evil" and "x"', "name")
@example("a;;b,,,. <BR/> c", "location")
@example("\u1112\u1161\u11ab e\u0301 \u200d\u00ad\ufeff\ud800", "name")
@example("x" * 2000, "location")
@example("word " * 20_000, "summary")
def test_any_text_is_written_as_the_library_leaves_it(model: Any, text: str, name: str) -> None:
    entity = Entity("Event", "event", "an event")
    entity.say(name, text)
    written = entity.object()
    assert as_read(model, json.loads(json.dumps(written))) == written
    model.get("Event").validate(written)
