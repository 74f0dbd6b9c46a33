"""The column `more`: what `timeline export` could put into no other column, taken in where the row still agrees.

Where a cell was changed after the export, what was changed counts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.clean import clean
from timeline.intake.cells import facts_cell
from timeline.intake.ids import is_id

if TYPE_CHECKING:
    from timeline.intake.declared import Declared
    from timeline.intake.table import Row
    from timeline.intake.taken import Fields

_FIELDS = {
    "sources": ("publisher", "title", "published", "file", "sha256", "derives_from", "language", "note", "withhold"),
    "people": ("name", "also", "type", "role", "note", "withhold"),
    "places": ("name", "also", "within", "note"),
    "kinds": ("title", "theme"),
    "events": ("title", "note", "instant"),
}
_LISTS = frozenset(("also",))
_MARK = "withhold"


class NotReadError(Exception):
    """The cell does not hold what an export puts there; the argument says why."""


def take_more(cell: str, record: Fields, declared: Declared, row: Row) -> None:
    """Add what the cell tells to a row's record and to the declarations. Raises NotReadError, having added nothing."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise NotReadError(str(error)) from None
    told = list(_declarations(found))
    exact = found.get("record", {})
    if not isinstance(exact, dict):
        message = "`record` is no object"
        raise NotReadError(message)
    if exact.get(_MARK, "true") != "true":
        message = f"`{_MARK}` is neither `true` nor left out"
        raise NotReadError(message)
    for section, identifier, fields, number in told:
        declared.complete(section, identifier, fields, number, row)
    for field, text in exact.items():
        if field == _MARK or (isinstance(text, str) and record.get(field) == clean(text)):
            record[field] = text
    _take_facts(exact.get("facts"), record)
    _take_reasons(exact.get("contradicts"), record)


def _declarations(found: object) -> Any:
    if not isinstance(found, dict):
        message = "it is no object"
        raise NotReadError(message)
    for section, things in found.items():
        if section == "record":
            continue
        if section not in _FIELDS or not isinstance(things, dict):
            message = f"`{clean(section)[:40]}` is not what an export tells"
            raise NotReadError(message)
        for identifier, fields in things.items():
            if not is_id(identifier) or not isinstance(fields, dict):
                message = f"`{clean(identifier)[:40]}` is no id, or tells nothing"
                raise NotReadError(message)
            number = fields.pop("number", 0)
            if not isinstance(number, int) or not all(_is_known(section, *one) for one in fields.items()):
                message = f"what it tells of `{identifier}` is not what an export tells"
                raise NotReadError(message)
            yield section, identifier, fields, number


def _is_known(section: str, field: str, value: object) -> bool:
    if field not in _FIELDS[section]:
        return False
    if field in _LISTS:
        return isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    if field == _MARK:
        return value == "true"
    return isinstance(value, str) and bool(value)


def _take_facts(exact: object, record: Fields) -> None:
    """Take facts whose texts a cell could not show, if the cell still shows them as it did."""
    if not isinstance(exact, dict) or not all(_are_texts(texts) for texts in exact.values()):
        return
    held = {name: [texts] if isinstance(texts, str) else texts for name, texts in record.get("facts", {}).items()}
    if facts_cell(exact.items()) == facts_cell(held.items()):
        record["facts"] = {name: texts[0] if len(texts) == 1 else texts for name, texts in exact.items()}


def _take_reasons(exact: object, record: Fields) -> None:
    held = record.get("contradicts", [])
    if _are_texts(exact) and isinstance(exact, list) and len(exact) == len(held):
        for one, reason in zip(held, exact, strict=True):
            if clean(reason) == one.get("reason", ""):
                one["reason"] = reason


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and bool(values) and all(isinstance(one, str) and one for one in values)
