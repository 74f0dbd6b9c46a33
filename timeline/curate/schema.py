"""The data files as JSON Schema, for the editors that tell of a misspelt field while it is typed.

Made of the models (`timeline.records`) by pydantic, and widened where an editor sees more than we do: its reader of
YAML takes `2019` for a number and `no` for a truth value, where both are text to us. Draft 7, which all editors know.
"""

from __future__ import annotations

import ast
import inspect
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from timeline import records

if TYPE_CHECKING:
    from pydantic_core import core_schema

FILE_NAME = "timeline.schema.json"
"""What the schema's file is called where `timeline init` writes it."""

_EXAMPLES = re.compile(r" As (`[^`]+`(?:, `[^`]+`)*)\.$")
_DEFINED = "#/definitions/{model}"
_WORDS_OF_TRUTH = ["true", "false", "yes", "no", "on", "off"]
_SECTIONS = {
    "sources": "The documents that records cite, by id.",
    "people": "The people and groups that records are about or are according to, by id.",
    "places": "The places, by id.",
    "kinds": "The kinds of events, by id, each with the theme it belongs to.",
    "events": "What happened: each event once, by id, with a title and a kind.",
    "records": "What the documents say: each one document's account of one event, with the paragraph that tells it.",
}


def schema() -> dict[str, Any]:
    """Return the schema of a data file."""
    models = {**records.SECTIONS, "records": records.Record}
    adapters: list[Any] = [(name, "validation", TypeAdapter(model)) for name, model in models.items()]
    found, rest = TypeAdapter.json_schemas(adapters, schema_generator=_Widened, ref_template=_DEFINED)
    definitions = rest["$defs"]
    for name, definition in definitions.items():
        _describe(definition, getattr(records, name))
    sections = {name: found[name, "validation"] for name in models}
    properties = {name: _by_id(one) if name != "records" else _listed(one) for name, one in sections.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A data file of timeline",
        "description": "What documents say of events: see `timeline --help`. Written by `timeline schema`.",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"description": _SECTIONS[name], **one} for name, one in properties.items()},
        "definitions": definitions,
    }


def _by_id(declared: JsonSchemaValue) -> JsonSchemaValue:
    """A section that declares things by id, or nothing yet. An id holds letters, digits, `-`, `_` and `.`."""
    names = {"pattern": r"^[^\s!-,/:-@\[-^`{-~]+$", "maxLength": 200}
    return {"type": ["object", "null"], "propertyNames": names, "additionalProperties": declared}


def _listed(record: JsonSchemaValue) -> JsonSchemaValue:
    return {"type": ["array", "null"], "items": record}


class _Widened(GenerateJsonSchema):
    """Texts as editors see them: a scalar of any kind."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text; one that may be empty may be nothing, too."""
        made = super().str_schema(schema)
        several = ["string", "number", "boolean"]
        return {**made, "type": several if made.get("minLength") or "pattern" in made else [*several, "null"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """A whole number, quoted or not."""
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": "^[0-9]+$"}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002 - pydantic's signature
        """A truth value, as any version of YAML writes it."""
        return {"enum": [True, False, *_WORDS_OF_TRUTH]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What may be left out; an empty value in its place is a fault."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What may be left out, and then is what it says, if that is something."""
        made = super().default_schema(schema)
        if made.get("default") in (None, "", [], (), {}):
            made.pop("default", None)
        return made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """One or more (`timeline.texts.OneOrMore`): a value may stand without brackets, and an id for a mapping."""
        several = self.generate_inner(schema["schema"])
        one = several["items"]
        if "$ref" not in one:
            return {"anyOf": [one, several]}
        alone = {"anyOf": [{"type": ["string", "number", "boolean"], "minLength": 1}, one]}
        takes_id = getattr(getattr(schema["function"]["function"], "__self__", None), "key", "")
        return {"anyOf": [*(alone["anyOf"] if takes_id else [one]), {**several, "items": alone if takes_id else one}]}


def _describe(definition: dict[str, Any], model: type) -> None:
    """Add what is said of a model and of its fields, with their examples."""
    definition.pop("title", None)
    definition["description"] = " ".join((model.__doc__ or "").split())
    for name, words in _docstrings(model).items():
        examples = _EXAMPLES.search(words)
        told = words[: examples.start()] if examples else words
        field = definition["properties"][name]
        if "$ref" in field:  # draft 7 reads nothing beside a reference
            field = definition["properties"][name] = {"allOf": [field]}
        field |= {"description": told}
        if examples:
            field["examples"] = [_value(text) for text in re.findall(r"`([^`]+)`", examples[1])]
        field.pop("title", None)


def _docstrings(model: type) -> dict[str, str]:
    """Return what stands below each field of a model."""
    [body] = [one.body for one in ast.parse(inspect.getsource(model)).body if isinstance(one, ast.ClassDef)]
    found = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[ast.unparse(field.target)] = " ".join(str(below.value.value).split())
    return found


def _value(text: str) -> Any:
    """Return an example as an editor's reader of YAML sees it: dates stay text."""
    value = yaml.safe_load(text)
    return text if type(value).__name__ == "date" else value
