"""The words of the JSON-LD export: what each term there means, as an inline context."""

from __future__ import annotations

_SCHEMA = (
    *("Dataset", "Event", "Person", "Organization", "Place", "CreativeWork", "MediaObject", "Claim", "PropertyValue"),
    *("name", "alternateName", "description", "identifier", "keywords", "text", "sha256", "inLanguage", "valueType"),
    *("publisher", "encoding", "additionalProperty"),
)
_SCHEMA_LINKS = (
    *("about", "author", "containedInPlace", "contentLocation", "isBasedOn", "location", "subjectOf"),
    "valueReference",
)
_ANNOTATION = (
    *("Annotation", "SpecificResource", "FragmentSelector", "TextQuoteSelector", "TextualBody"),
    *("describing", "questioning", "assessing", "commenting", "exact", "refinedBy"),
)


def _link(iri: str) -> dict[str, str]:
    return {"@id": iri, "@type": "@id"}


CONTEXT: dict[str, object] = {
    "@version": 1.1,
    "schema": "http://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "cito": "http://purl.org/spar/cito/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "id": "@id",
    "type": "@type",
    **{term: f"schema:{term}" for term in _SCHEMA},
    **{term: _link(f"schema:{term}") for term in _SCHEMA_LINKS},
    "propertyValue": "schema:value",
    "startDate": {"@id": "schema:startDate", "@type": "schema:Date"},
    "endDate": {"@id": "schema:endDate", "@type": "schema:Date"},
    "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
    **{term: f"oa:{term}" for term in _ANNOTATION},
    "body": _link("oa:hasBody"),
    "target": _link("oa:hasTarget"),
    "source": _link("oa:hasSource"),
    "selector": _link("oa:hasSelector"),
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "value": "rdf:value",
    "format": "dcterms:format",
    "label": "rdfs:label",
    "date": {"@id": "dcterms:date", "@type": "edtf:EDTF"},
    "issued": {"@id": "dcterms:issued", "@type": "edtf:EDTF"},
    "temporal": _link("dcterms:temporal"),
    "TimeSpan": "crm:E52_Time-Span",
    "timeSpan": _link("crm:P4_has_time-span"),
    "earliestStart": {"@id": "crm:P82a_begin_of_the_begin", "@type": "xsd:date"},
    "latestStart": {"@id": "crm:P81a_end_of_the_begin", "@type": "xsd:date"},
    "earliestEnd": {"@id": "crm:P81b_begin_of_the_end", "@type": "xsd:date"},
    "latestEnd": {"@id": "crm:P82b_end_of_the_end", "@type": "xsd:date"},
    "wasDerivedFrom": _link("prov:wasDerivedFrom"),
    "hadPrimarySource": _link("prov:hadPrimarySource"),
    "supports": _link("cito:supports"),
    "disputes": _link("cito:disputes"),
    "disagreesWith": _link("cito:disagreesWith"),
}
"""schema.org and W3C Web Annotation, CIDOC CRM for time-spans, CiTO for stance, PROV for what rests on what."""
