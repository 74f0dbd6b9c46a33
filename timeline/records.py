"""The models of the data files: what a corpus may hold, field by field.

Every scalar of a data file is text when it gets here (see `timeline.plain_yaml`); these models say which texts
are numbers or lists and which fields there are. What refers to something else (an event, a person, a claim) is
checked later, where all of the corpus is known.

They are dataclasses that pydantic validates (`timeline.validation`). The rules are written here and in `timeline.texts`
in pydantic's own protocol, without importing it, and values that are plainly valid are told without it. What each field
is for, and examples of it as YAML, stand below it: `timeline schema` tells editors of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from timeline.texts import Digest, OneOrMore, Paragraph, Text, Texts

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
    """Who published the document. As `The Gazette`."""
    title: Text
    """Its title. As `Arrest in Strelsau`."""
    published: Text | None = None
    """The day it was published, as EDTF: dates such as “on Tuesday” are read against it. As `2019-03-14`, `2019-03~`,
    `2019-03-14/2019-03-17`.
    """
    file: Text | None = None
    """The file that was read, within the folder of sources. As `gazette.txt`."""
    sha256: Digest | None = None
    """The SHA-256 of that file, in hexadecimal digits: `timeline snapshot` writes it, `timeline verify` compares it."""
    derives_from: Text | None = None
    """The source that it repeats: an id under `sources`. The two are one origin. As `wire-2019`."""
    language: Text = "en"
    """What its dates are stated in: an ISO 639-1 code. As `en`, `ru`."""
    note: str = ""
    """Whatever the next curator should know. As `No dateline; the month is that of the archive.`."""
    withhold: bool = False
    """Keep it, and all its records, out of every output. As `true`."""


@dataclass(frozen=True)
class DeclaredPerson:
    """Someone, or some group, that records are about or are according to.

    `withhold` keeps the name, and what would lead to it, out of every output: see `timeline.withhold`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    name: Text
    """The name to print. As `Ana Vélez`."""
    also: Texts = ()
    """Other spellings, by which they are found too. As `[Anna Velez]`, `[A. Vélez, Анна Велес]`."""
    type: PersonType = "person"
    """A person, or a group: a family, an authority, a newspaper. As `person`, `group`."""
    role: str = ""
    """Who they are, in a few words. As `lawyer`."""
    note: str = ""
    """Whatever the next curator should know. As `Not named in the documents.`."""
    withhold: bool | None = None
    """Keep the name out of every output (`false`: let it stand, though it shares a word with such a one). As `true`."""

    def names(self) -> tuple[str, ...]:
        """Return the name, and every other spelling."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class DeclaredPlace:
    """A place, in a larger one if `within` names it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    name: Text
    """The name to print. As `Strelsau`."""
    also: Texts = ()
    """Other names, by which it is found too. As `[Streslau]`."""
    within: Text | None = None
    """The larger place it lies in: an id under `places`. As `ruritania`."""
    note: str = ""
    """Whatever the next curator should know. As `The old town only.`."""


@dataclass(frozen=True)
class DeclaredKind:
    """A kind of event, and the theme it belongs to. `instant`: events of it begin and end on one day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    title: Text
    """What events of this kind are called. As `Arrest or charge`."""
    theme: Text
    """The theme that the kind belongs to, with others. As `arrests`."""
    instant: bool = False
    """Whether events of this kind begin and end on one day. As `true`."""


@dataclass(frozen=True)
class DeclaredEvent:
    """A happening that claims are about: the curator's conclusion. `instant` overrides what its kind says."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    title: Text
    """What happened, in a sentence without its date. As `Ana Vélez is arrested`."""
    kind: Text
    """What kind of event it is: an id under `kinds`. As `arrest`."""
    instant: bool | None = None
    """Whether it begins and ends on one day, where that is not as its kind says. As `true`."""
    note: str = ""
    """Whatever the next curator should know. As `Not to be confused with her arrest of 2018.`."""


@dataclass(frozen=True)
class DeclaredContradiction:
    """Another claim that this one contradicts, and why: for what only a reader can see.

    `tension`: both may be true, and a careful reader would want them side by side.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    claim: Text
    """The claim that this record contradicts: EVENT/SOURCE/PARAGRAPH. As `arrest-2019/gazette/4`."""
    reason: Text
    """Why the two cannot both be true. As `The one has her at home that night, the other in a cell.`."""
    tension: bool = False
    """Both may be true, and should be read side by side. As `true`."""


Contradictions = Annotated[tuple[DeclaredContradiction, ...], OneOrMore()]


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
    "same_day",
)
"""The relations that a record may state: those of Allen, "Maintaining knowledge about temporal intervals" (1983), and
`same_day` ("that same evening"): on the day, or among the days, of the other, by whichever of Allen's relations."""


@dataclass(frozen=True)
class DeclaredRelation:
    """Another event that a record's event is after, before or during, and by how much where that is said."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    event: Text
    """The other event: an id under `events`. As `arrest-2019`."""
    within: Text | None = None
    """The time between the two is at most this. As `2 days`."""
    by: Text | None = None
    """The time between the two is this. As `about three weeks`."""


Relations = Annotated[tuple[DeclaredRelation, ...], OneOrMore("event")]


@dataclass(frozen=True)
class Record:
    """One source's account of one event, as curated. `withhold` keeps it out of every output."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED

    event: Text
    """The event it tells of: an id under `events`. As `arrest-2019`."""
    source: Text
    """The document that tells it: an id under `sources`. As `gazette`."""
    paragraph: Paragraph
    """The paragraph that tells it: runs of text between blank lines, counted from 1. As `4`."""
    says: Text
    """What the paragraph says of the event, in your own words. As `Police took her from her home.`."""
    date: Text | None = None
    """When it happened, all of it, or beside `end` when it began: the document's own words, or EDTF. As `on Tuesday`,
    `2019-03-12`, `2019-03`.
    """
    end: Text | None = None
    """When it ended, where it lasts: the document's own words, or EDTF. As `last August`."""
    upcoming: bool = False
    """The source tells of it as still to come. As `true`."""
    lasts: Text | None = None
    """How long it lasted, in the document's own words, within `date` or from it to `end`. As `five months`."""
    after: Relations = ()
    """It began after these events were over. As `arrest-2019`, `[arrest-2019]`, `{event: arrest-2019, within: 2
    days}`.
    """
    before: Relations = ()
    """It was over before these events began. As `release-2019`."""
    during: Relations = ()
    """It happened while these events lasted. As `custody-2019`."""
    contains: Relations = ()
    """These events happened while it lasted. As `trial-2019`."""
    overlaps: Relations = ()
    """It began before these events, and ended during them. As `strike-2019`."""
    overlapped_by: Relations = ()
    """It began during these events, and ended after them. As `strike-2019`."""
    starts: Relations = ()
    """It began with these events, and ended before them. As `custody-2019`."""
    started_by: Relations = ()
    """It began with these events, and ended after them. As `arrest-2019`."""
    finishes: Relations = ()
    """It began after these events, and ended with them. As `custody-2019`."""
    finished_by: Relations = ()
    """It began before these events, and ended with them. As `release-2019`."""
    meets: Relations = ()
    """These events began as it ended. As `release-2019`."""
    met_by: Relations = ()
    """It began as these events ended. As `arrest-2019`."""
    equals: Relations = ()
    """It began and ended with these events. As `curfew-2019`."""
    same_day: Relations = ()
    """It was on the day, or among the days, of these events: "that same evening". As `curfew-2019`."""
    people: Texts = ()
    """Who it is about: ids under `people`. As `[ana]`, `[ana, police]`."""
    place: Text | None = None
    """Where it happened: an id under `places`. As `strelsau`."""
    according_to: Text | None = None
    """Who says so, where that is not the document itself: an id under `people`. As `ana`."""
    stance: Stance = "asserts"
    """Whether the source asserts or denies it. As `asserts`, `denies`."""
    certainty: str = ""
    """The source's own hedge. As `reportedly`."""
    quote: str = ""
    """A few words that stand verbatim in the paragraph. As `would not say why`."""
    facts: dict[Text, Texts] = field(default_factory=dict)
    """Counts, sums, lengths of time and other particulars, by name. Facts of one name are compared. As `{officers:
    about 5, fine: 333 USD, charge: incitement}`.
    """
    contradicts: Contradictions = ()
    """Claims that it contradicts, where only a reader can see it. As `{claim: arrest-2019/gazette/4, reason: The one
    has her at home that night.}`.
    """
    rank: Rank = "normal"
    """How much it counts against its rivals: settles a conflict, with a reason. As `normal`, `preferred`,
    `deprecated`.
    """
    rank_reason: str = ""
    """Why it has that rank; readers are shown it. As `Read in the judgment itself.`."""
    note: str = ""
    """Whatever the next curator should know. As `The date stands in paragraph 2.`."""
    withhold: bool = False
    """Keep this record out of every output. As `true`."""

    def named(self) -> tuple[str, ...]:
        """Return the ids of all people that the record names: whom it is about, and who it is according to."""
        return (*self.people, self.according_to) if self.according_to else self.people

    def relations(self) -> Iterator[tuple[str, int, DeclaredRelation]]:
        """Yield each relation stated: its kind, its place among those of the kind, and what it names."""
        held = vars(self)  # what is not stated may be the class's own
        for kind in () if _RELATIONS.isdisjoint(held) else filter(held.get, RELATIONS):
            for index, named in enumerate(held[kind]):
                yield kind, index, named

    @property
    def has_relations(self) -> bool:
        """Whether it states any relation, as few records do."""
        return not _RELATIONS.isdisjoint(vars(self)) and any(map(vars(self).get, RELATIONS))


_RELATIONS = frozenset(RELATIONS)

SECTIONS: dict[str, type[Any]] = {
    "sources": DeclaredSource,
    "people": DeclaredPerson,
    "places": DeclaredPlace,
    "kinds": DeclaredKind,
    "events": DeclaredEvent,
}
"""The sections of a data file that declare things by id. The other section is `records`, a list."""
