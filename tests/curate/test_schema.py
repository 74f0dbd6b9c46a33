"""The schema tells of every field, and of it what the models hold."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from timeline import cli, records
from timeline.curate.schema import schema
from timeline.problems import Pointer
from timeline.validation import validated

SCHEMA = schema()
MODELS = (*records.SECTIONS.values(), records.Record, records.DeclaredRelation, records.DeclaredContradiction)


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_told_of_and_no_other_is_allowed(model: Any) -> None:
    definition = SCHEMA["definitions"][model.__name__]
    assert set(definition["properties"]) == {field.name for field in fields(model)}
    assert definition["additionalProperties"] is False
    for name, field in definition["properties"].items():
        assert field["description"], f"say below `{name}` of {model.__name__} what it is for"


def as_text(value: Any) -> Any:
    """An example as our own reader of YAML sees it."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("model", MODELS)
def test_every_example_is_valid(model: Any) -> None:
    properties = SCHEMA["definitions"][model.__name__]["properties"]
    whole = {
        field.name: as_text(properties[field.name]["examples"][0]) for field in fields(model) if told(field, model)
    }
    assert validated(model, whole, Pointer("x"), thoroughly=True)[1] == []
    for name in properties:
        for example in properties[name].get("examples", []):
            assert validated(model, {**whole, name: as_text(example)}, Pointer("x"), thoroughly=True)[1] == [], name


def told(field: Any, model: Any) -> bool:
    return "examples" in SCHEMA["definitions"][model.__name__]["properties"][field.name]


def test_what_must_be_there_must_be_there() -> None:
    assert SCHEMA["definitions"]["Record"]["required"] == ["event", "source", "paragraph", "says"]


def test_it_is_written_where_it_is_asked_for(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["schema"]) == 0
    printed = capsysbinary.readouterr().out
    assert json.loads(printed) == SCHEMA
    assert cli.run(["schema", str(tmp_path / "s.json")]) == 0
    assert (tmp_path / "s.json").read_bytes() == printed
