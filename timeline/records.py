"""The pydantic models of the data files: what a corpus may hold, field by field.

Every scalar of a data file is text when it gets here (see `timeline.plain_yaml`); these models say which texts
are numbers or lists and which fields there are. What refers to something else (an event, a person, a claim) is
checked later, where all of the corpus is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


def _as_list(value: object) -> object:
    """One value where several may stand is a list of one."""
    return value if isinstance(value, list | tuple) else [value]


Text = Annotated[str, StringConstraints(min_length=1)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]


class _Declared(BaseModel):
    """Frozen, and closed: a misspelt field is a problem, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DeclaredSource(_Declared):
    """A document that records cite."""

    publisher: Text
    title: Text
    published: Text | None = None
    file: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    derives_from: Text | None = None
    note: str = ""


class DeclaredPerson(_Declared):
    """Someone, or some group, that records are about or are according to."""

    name: Text
    also: Texts = ()
    type: Literal["person", "group"] = "person"
    role: str = ""
    note: str = ""


class DeclaredPlace(_Declared):
    """A place, in a larger one if `within` names it."""

    name: Text
    also: Texts = ()
    within: Text | None = None
    note: str = ""


class DeclaredKind(_Declared):
    """A kind of event, and the theme it belongs to. `instant`: events of it begin and end on one day."""

    title: Text
    theme: Text
    instant: bool = False


class DeclaredEvent(_Declared):
    """A happening that claims are about: the curator's conclusion. `instant` overrides what its kind says."""

    title: Text
    kind: Text
    instant: bool | None = None
    note: str = ""


class DeclaredContradiction(_Declared):
    """Another claim that this one contradicts, and why: for what only a reader can see."""

    claim: Text
    reason: Text


Contradictions = Annotated[tuple[DeclaredContradiction, ...], BeforeValidator(_as_list)]


RELATIONS = (
    "after",
    "before",
    "during",
    "contains",
    "overlaps",
    "overlapped_by",
    "starts",
    "started_by",
    "finishes",
    "finished_by",
    "meets",
    "met_by",
    "equals",
)
"""The relations that a record may state: those of Allen, "Maintaining knowledge about temporal intervals" (1983)."""
_RELATIONS = frozenset(RELATIONS)


class DeclaredRelation(_Declared):
    """Another event that a record's event is after, before or during, and by how much where that is said."""

    event: Text
    within: Text | None = None
    by: Text | None = None


def _as_relations(value: object) -> object:
    """A relation may be a mapping or the id of an event; one or a list of them."""
    return [{"event": one} if isinstance(one, str) else one for one in (value if isinstance(value, list) else [value])]


Relations = Annotated[tuple[DeclaredRelation, ...], BeforeValidator(_as_relations)]


class Record(_Declared):
    """One source's account of one event, as curated."""

    event: Text
    source: Text
    paragraph: Annotated[int, Field(ge=1)]
    says: Text
    date: Text | None = None
    end: Text | None = None
    upcoming: bool = False
    lasts: Text | None = None
    after: Relations = ()
    before: Relations = ()
    during: Relations = ()
    contains: Relations = ()
    overlaps: Relations = ()
    overlapped_by: Relations = ()
    starts: Relations = ()
    started_by: Relations = ()
    finishes: Relations = ()
    finished_by: Relations = ()
    meets: Relations = ()
    met_by: Relations = ()
    equals: Relations = ()
    people: Texts = ()
    place: Text | None = None
    according_to: Text | None = None
    stance: Literal["asserts", "denies"] = "asserts"
    certainty: str = ""
    quote: str = ""
    facts: dict[Text, Texts] = {}
    contradicts: Contradictions = ()
    rank: Literal["preferred", "normal", "deprecated"] = "normal"
    rank_reason: str = ""
    note: str = ""

    def relations(self) -> Iterator[tuple[str, int, DeclaredRelation]]:
        """Yield each relation stated: its kind, its place among those of the kind, and what it names."""
        if not _RELATIONS.isdisjoint(self.model_fields_set):
            for kind in RELATIONS:
                for index, named in enumerate(getattr(self, kind)):
                    yield kind, index, named


SECTIONS: dict[str, type[_Declared]] = {
    "sources": DeclaredSource,
    "people": DeclaredPerson,
    "places": DeclaredPlace,
    "kinds": DeclaredKind,
    "events": DeclaredEvent,
}
"""The sections of a data file that declare things by id. The other section is `records`, a list."""
