"""The models of the data files: what a corpus may hold, field by field.

Every scalar of a data file is text when it gets here (see `timeline.plain_yaml`); these models say which texts
are numbers or lists and which fields there are. What refers to something else (an event, a person, a claim) is
checked later, where all of the corpus is known.

They are dataclasses that pydantic validates (`timeline.validation`). To import pydantic takes longer than all else
that a small corpus needs, so it is imported only where there is something for it to do: the rules are written here
in pydantic's own protocol, and values that are plainly valid are told without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class _NotEmpty:
    """Of text: at least one character."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.str_schema(min_length=1)


class _Digest:
    """Of text: a SHA-256 in hexadecimal digits."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.str_schema(pattern=r"^[0-9a-f]{64}$")


class _Counted:
    """Of a number: a whole one, from 1."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.int_schema(ge=1)


class _OneOrMore:
    """Of a list: one value may stand without brackets. `key` is the field that a lone text gives of a mapping."""

    def __init__(self, key: str = "") -> None:
        self._key = key

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.listed, handler(source))

    def listed(self, value: object) -> object:
        """Return the value as a list."""
        values = value if isinstance(value, list | tuple) else [value]
        return [{self._key: one} if isinstance(one, str) else one for one in values] if self._key else values


Text = Annotated[str, _NotEmpty()]
Texts = Annotated[tuple[Text, ...], _OneOrMore()]
Digest = Annotated[str, _Digest()]
Paragraph = Annotated[int, _Counted()]
PersonType = Literal["person", "group"]
Stance = Literal["asserts", "denies"]
Rank = Literal["preferred", "normal", "deprecated"]

CLOSED: dict[str, Any] = {"extra": "forbid"}
"""For pydantic: a misspelt field is a problem, not a silence."""


@dataclass(frozen=True)
class DeclaredSource:
    """A document that records cite. `language` is what it is written in, and so its dates: an ISO 639-1 code.

    `withhold` keeps it and all its records out of every output: see `timeline.withhold`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    publisher: Text
    title: Text
    published: Text | None = None
    file: Text | None = None
    sha256: Digest | None = None
    derives_from: Text | None = None
    language: Text = "en"
    note: str = ""
    withhold: bool = False


@dataclass(frozen=True)
class DeclaredPerson:
    """Someone, or some group, that records are about or are according to.

    `withhold` keeps the name, and what would lead to it, out of every output: see `timeline.withhold`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    name: Text
    also: Texts = ()
    type: PersonType = "person"
    role: str = ""
    note: str = ""
    withhold: bool = False

    def names(self) -> tuple[str, ...]:
        """Return the name, and every other spelling."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class DeclaredPlace:
    """A place, in a larger one if `within` names it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    name: Text
    also: Texts = ()
    within: Text | None = None
    note: str = ""


@dataclass(frozen=True)
class DeclaredKind:
    """A kind of event, and the theme it belongs to. `instant`: events of it begin and end on one day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    title: Text
    theme: Text
    instant: bool = False


@dataclass(frozen=True)
class DeclaredEvent:
    """A happening that claims are about: the curator's conclusion. `instant` overrides what its kind says."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    title: Text
    kind: Text
    instant: bool | None = None
    note: str = ""


@dataclass(frozen=True)
class DeclaredContradiction:
    """Another claim that this one contradicts, and why: for what only a reader can see.

    `tension`: both may be true, and a careful reader would want them side by side.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    claim: Text
    reason: Text
    tension: bool = False


Contradictions = Annotated[tuple[DeclaredContradiction, ...], _OneOrMore()]


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


@dataclass(frozen=True)
class DeclaredRelation:
    """Another event that a record's event is after, before or during, and by how much where that is said."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    event: Text
    within: Text | None = None
    by: Text | None = None


Relations = Annotated[tuple[DeclaredRelation, ...], _OneOrMore("event")]


@dataclass(frozen=True)
class Record:
    """One source's account of one event, as curated. `withhold` keeps it out of every output."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    event: Text
    source: Text
    paragraph: Paragraph
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
    stance: Stance = "asserts"
    certainty: str = ""
    quote: str = ""
    facts: dict[Text, Texts] = field(default_factory=dict)
    contradicts: Contradictions = ()
    rank: Rank = "normal"
    rank_reason: str = ""
    note: str = ""
    withhold: bool = False

    def named(self) -> tuple[str, ...]:
        """Return the ids of all people that the record names: whom it is about, and who it is according to."""
        return (*self.people, self.according_to) if self.according_to else self.people

    def relations(self) -> Iterator[tuple[str, int, DeclaredRelation]]:
        """Yield each relation stated: its kind, its place among those of the kind, and what it names."""
        for kind in RELATIONS:
            for index, named in enumerate(getattr(self, kind)):
                yield kind, index, named


SECTIONS: dict[str, type[Any]] = {
    "sources": DeclaredSource,
    "people": DeclaredPerson,
    "places": DeclaredPlace,
    "kinds": DeclaredKind,
    "events": DeclaredEvent,
}
"""The sections of a data file that declare things by id. The other section is `records`, a list."""
