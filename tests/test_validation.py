"""Validation: what is plainly valid is what pydantic accepts, value for value."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import plain_yaml, records
from timeline.load import bundled_corpus
from timeline.plainly_valid import plainly
from timeline.problems import Pointer
from timeline.validation import validated

HERE = Pointer("f.yaml", ("records", 0))
MODELS = [*records.SECTIONS.values(), records.Record, records.DeclaredRelation, records.DeclaredContradiction]

TEXT = st.sampled_from(
    ["", "x", "ana", "3", "0", "07", "1_0", "٣", "true", "True", "no", "person", "asserts", "deprecated"]
)
ODD = st.sampled_from(["a" * 64, "A" * 64, "a" * 63, "a" * 64 + "\n", " ", "999999999999999999999999"])
VALUES = st.recursive(
    TEXT | ODD,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["event", "within", "by", "claim", "reason", "fine", ""]), inner, max_size=3)
    ),
    max_leaves=4,
)


@st.composite
def forms(draw: st.DrawFn) -> tuple[Any, dict[str, object]]:
    """A model, and a mapping that may be one of it: all that it needs, some of the rest, perhaps a slip."""
    from dataclasses import MISSING, fields

    model = draw(st.sampled_from(MODELS))
    needed = [one.name for one in fields(model) if one.default is MISSING and one.default_factory is MISSING]
    names = draw(st.lists(st.sampled_from([one.name for one in fields(model)]), max_size=4))
    slips = draw(st.lists(st.sampled_from(["titel", *needed]), max_size=1))
    plain = st.sampled_from(["x", "3"])
    form: dict[str, object] = {name: draw(plain) for name in needed}
    form |= {name: draw(VALUES) for name in names}
    for slip in slips:
        form.pop(slip, None) if slip in form and draw(st.booleans()) else form.setdefault(slip, "x")
    return model, form


@settings(deadline=None)  # the first is asked while pydantic is imported
@given(forms())
def test_pydantic_agrees(form: tuple[Any, dict[str, object]]) -> None:
    model, value = form
    found, problems = validated(model, value, HERE)
    by_pydantic, problems_of_pydantic = validated(model, value, HERE, thoroughly=True)
    assert found == by_pydantic
    assert problems == problems_of_pydantic
    assert (found is None) == bool(problems)
    given = deepcopy(value)
    owned = plainly(model, given, owned=True)
    assert owned in (None, found)
    if owned is None:
        assert given == value


def test_the_bundled_corpus_is_plainly_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    value, *_ = plain_yaml.parse(bundled_corpus().read_bytes(), "events.yaml")
    assert isinstance(value, dict)

    def pydantic_is_asked(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("timeline.validation._strictly", pydantic_is_asked)
    for record in value["records"]:
        assert validated(records.Record, record, HERE)[0]
    for section, model in records.SECTIONS.items():
        assert all(validated(model, one, HERE)[0] for one in value[section].values())


@pytest.mark.parametrize("model", MODELS)
def test_pydantic_makes_a_json_schema_of_every_model(model: Any) -> None:
    from pydantic import TypeAdapter

    schema = TypeAdapter(model).json_schema()
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
