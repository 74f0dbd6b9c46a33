"""PyLD and rdflib read the JSON-LD without the network, and lose no node, no property and no value of it.

JSON-LD drops in silence what its context does not name, so what goes in is counted, term by term, against what comes
out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

import needed
import pytest

from timeline.export import render
from timeline.export.jsonld import BASE
from timeline.export.jsonld_context import CONTEXT
from timeline.model import Selection


def refuse(url: str, options: object) -> NoReturn:
    pytest.fail(f"{url} was to be loaded ({options})")


@pytest.fixture(scope="module")
def pyld() -> Any:
    module = needed.needed_module("pyld.jsonld")
    module.set_document_loader(refuse)
    return module


@pytest.fixture(scope="module")
def text(selection: Selection) -> str:
    return "".join(render("jsonld", selection))


def full(term: str) -> str:
    """The IRI that a term stands for, worked out here and not by the library."""
    meaning = CONTEXT[term]
    short = meaning["@id"] if isinstance(meaning, dict) else str(meaning)
    prefix, colon, name = short.partition(":")
    return str(CONTEXT[prefix]) + name if colon and prefix in CONTEXT else short


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def written(node: Any) -> Iterator[tuple[str, str]]:
    """Every property of a node and of those in it, with each of its values, as they were written."""
    for term, values in node.items():
        for value in listed(values):
            if term == "id":
                continue
            if isinstance(value, dict):
                yield full(term), "node"
                yield from written(value)
            elif term in {"type", "motivation"}:
                yield full(term), full(value)
            else:
                yield full(term), str(value)


def read(node: Any) -> Iterator[tuple[str, str]]:
    """The same of a node as the library expands it."""
    for term, values in node.items():
        for value in listed(values):
            if term == "@id":
                continue
            if isinstance(value, str):
                yield term, value
            elif "@value" in value:
                yield term, str(value["@value"])
            elif set(value) == {"@id"}:
                yield term, value["@id"]
            else:
                yield term, "node"
                yield from read(value)


def test_expansion_drops_nothing(pyld: Any, text: str, selection: Selection) -> None:
    nodes = json.loads(text)["@graph"]
    expanded = pyld.expand(json.loads(text))
    assert [node["@id"] for node in expanded] == [node["id"] for node in nodes]
    for before, after in zip(nodes, expanded, strict=True):
        assert Counter(read(after)) == Counter(written(before))
    types = Counter(kind.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for node in expanded for kind in node["@type"])
    claims = sum(len(event.claims) for event in selection.timeline.events)
    assert types["Event"] == len(selection.timeline.events)
    assert types["Annotation"] == claims + len(selection.timeline.conflicts)
    assert types["Person"] + types["Organization"] == len(selection.timeline.people)


def test_edtf_dates_are_typed_as_such(pyld: Any, text: str) -> None:
    found = [
        date["@type"]
        for node in pyld.expand(json.loads(text))
        for date in node.get("http://purl.org/dc/terms/date", ())
    ]
    assert len(found) > 10
    assert set(found) == {"http://id.loc.gov/datatypes/edtf/EDTF"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_two_libraries_read_the_same_triples(pyld: Any, text: str) -> None:
    """As RDF by PyLD, and parsed by rdflib: an IRI that were not safe would be left out by either."""
    rdflib = needed.needed_module("rdflib")
    quads = pyld.to_rdf(json.loads(text))["@default"]
    triples = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(triples) == len({json.dumps(quad, sort_keys=True) for quad in quads}) > 500
    found = {str(term) for triple in triples for term in triple if isinstance(term, rdflib.URIRef)}
    ours = {one for one in found if one.startswith(BASE)}
    assert {node["id"] for node in json.loads(text)["@graph"]} <= ours
    assert all(re.fullmatch(r"urn:x-timeline:[A-Za-z0-9._~%:-]+", one) for one in ours)
    assert not [one for one in found - ours if "evil" in one]


def test_every_link_within_leads_to_a_node(pyld: Any, bundled: Selection) -> None:
    flat = pyld.flatten(json.loads("".join(render("jsonld", bundled))))
    there = {node["@id"] for node in flat if len(node) > 1}
    named = {
        value["@id"]
        for node in flat
        for values in node.values()
        for value in listed(values)
        if isinstance(value, dict) and str(value.get("@id", "")).startswith(BASE)
    }
    assert named <= there
    assert len(named) > 100
