"""The frozen results of the way of the data: what `show` and `export` are given.

Named tuples, not pydantic models: what is read from outside has been checked by then, and a result must be cheap
to define, to make, to compare and to hand around. Sequences are tuples, so that nothing can grow.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.bounds import NO_LINKS, Bound, Links
from timeline.conflict import Conflict
from timeline.dates.resolution import Resolution
from timeline.dates.span import UNKNOWN, Span
from timeline.problems import Pointer, Problem, Severity
from timeline.veil import NO_VEIL, NOTHING_WITHHELD, Veil, Withheld

__all__ = [
    "WORKED_OUT",
    "Claim",
    "ClaimDate",
    "Conflict",
    "Contradiction",
    "Event",
    "Fact",
    "Kind",
    "Person",
    "Place",
    "Relation",
    "Selection",
    "Source",
    "Timeline",
    "Window",
]

WORKED_OUT = "worked out from what it tells"
"""The rule by which a document of no stated day has one."""


class Source(NamedTuple):
    """A document. `origin` is the id of the source at the bottom of its chain of derivation, often its own.

    `published` is narrowed by what the document tells; `bounds` says where and why. `language` is what it is in.
    `withhold` marks it as not to be shown, here as of people and claims: only a timeline that includes what is
    withheld has any that is marked so. `told_apart` tells it from the others of its publisher in the corpus: its day of
    publication or its id, "" where there are none. `stated` is its day of publication as declared, in EDTF, whatever it
    was narrowed to; "" where none is that can be read.
    """

    id: str
    publisher: str
    title: str
    published: Resolution | None
    file: str | None
    sha256: str | None
    derives_from: str | None
    origin: str
    note: str = ""
    bounds: tuple[Bound, ...] = ()
    language: str = "en"
    withhold: bool = False
    told_apart: str = ""
    stated: str = ""

    @property
    def how_dated(self) -> str:
        """How order made its day of publication what it is: "narrowed", "worked out" where none is stated, or ""."""
        if not self.bounds or self.published is None:
            return ""
        return "worked out" if self.published.rule == WORKED_OUT else "narrowed"


class Person(NamedTuple):
    """Someone (`type` "person") or some group (`type` "group") that claims are about or are according to."""

    id: str
    name: str
    also: tuple[str, ...]
    type: str
    role: str
    note: str = ""
    withhold: bool = False


class Place(NamedTuple):
    """A place, and the place it lies in."""

    id: str
    name: str
    also: tuple[str, ...]
    within: str | None
    note: str = ""


class Kind(NamedTuple):
    """A kind of event, and the theme it belongs to."""

    id: str
    title: str
    theme: str


class Fact(NamedTuple):
    """A named value that a claim gives. `type` is count, money, length or text; `texts` is the value as curated.

    Only text may hold several values ("charged with A and with B").
    """

    name: str
    type: str
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The value on one line."""
        return ", ".join(self.texts)


class Relation(NamedTuple):
    """An order that a claim states: its event is `kind` ("after", "before", "during", ...) the event `event`.

    `within` and `by` are lengths as stated: at most so long after, and so long after.
    """

    kind: str
    event: str
    within: str = ""
    by: str = ""


class ClaimDate(NamedTuple):
    """When a claim says its event was.

    `stated` and `stated_end` are the words of the record; `anchor` is the date of publication, as EDTF, that
    relative words were read against; `start` and `end` are their resolutions (None where nothing is stated or it
    could not be read, with the reason in `unread`). `edtf` and `reading` are the usual reading, `sound` the span
    with every day the words can mean.
    """

    stated: str = ""
    stated_end: str = ""
    anchor: str = ""
    edtf: str = ""
    reading: Span = UNKNOWN
    sound: Span = UNKNOWN
    start: Resolution | None = None
    end: Resolution | None = None
    unread: str = ""


class Contradiction(NamedTuple):
    """What a curator saw: the id of another claim, and why the two cannot both be true.

    Of a `tension` both may be true, and a careful reader would want them side by side.
    """

    claim: str
    reason: str
    tension: bool = False


class Claim(NamedTuple):
    """One source's account of one event, dated. `origin` is its independent root: "person:ID" or "source:ID"."""

    id: str
    event: str
    source: str
    paragraph: int
    origin: str
    says: str
    pointer: Pointer
    date: ClaimDate = ClaimDate()
    according_to: str | None = None
    stance: str = "asserts"
    certainty: str = ""
    quote: str = ""
    people: tuple[str, ...] = ()
    place: str | None = None
    facts: tuple[Fact, ...] = ()
    lasts: str = ""
    relations: tuple[Relation, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()
    rank: str = "normal"
    rank_reason: str = ""
    upcoming: bool = False
    note: str = ""
    withhold: bool = False

    @property
    def denies(self) -> bool:
        """Whether the claim is that the event did not happen."""
        return self.stance == "denies"


class Window(NamedTuple):
    """One answer to when an event was: its reading, its span, and the claims that stand with it.

    Those of `either` fit a rival as well, and so decide nothing between the two. `origins` counts those of the others.
    """

    edtf: str
    reading: Span
    sound: Span
    claims: tuple[str, ...]
    origins: int
    either: tuple[str, ...] = ()


class Event(NamedTuple):
    """A happening, with the claims about it.

    `windows[0]` is the date shown, narrowed by order and publication (`bounds` says where and why); the others are
    its rivals, best supported first. With no dated claim there is one window without claims, which knows what order
    and publication give. `sources` and `origins` count articles and independent roots.
    """

    id: str
    title: str
    kind: str
    theme: str
    claims: tuple[Claim, ...]
    windows: tuple[Window, ...]
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    note: str = ""
    instant: bool = False
    bounds: tuple[Bound, ...] = ()

    @property
    def date(self) -> Window:
        """The date to show."""
        return self.windows[0]

    @property
    def is_inferred(self) -> bool:
        """Whether its date comes from order and publication alone: no claim dates it."""
        return not self.date.claims and not self.date.sound.is_unknown

    @property
    def sources(self) -> int:
        """How many documents tell of it."""
        return len({claim.source for claim in self.claims})

    @property
    def origins(self) -> int:
        """How many independent roots the claims have that assert it: who denies it corroborates nothing."""
        return len({claim.origin for claim in self.claims if not claim.denies})

    @property
    def is_only_planned(self) -> bool:
        """Whether those who assert it all tell it as still to come: nobody says that it happened."""
        asserted = [claim for claim in self.claims if not claim.denies]
        return bool(asserted) and all(claim.upcoming for claim in asserted)

    @property
    def is_only_denied(self) -> bool:
        """Whether no claim asserts it."""
        return all(claim.denies for claim in self.claims)


class Timeline(NamedTuple):
    """All that was read and worked out, in order: events by date, the rest as declared.

    `withheld` counts what is marked to be withheld. It is not here, unless the timeline `includes_withheld`, and
    then `veil` still tells how to cover it in a text.
    """

    files: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    kinds: tuple[Kind, ...] = ()
    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()
    links: Links = NO_LINKS
    withheld: Withheld = NOTHING_WITHHELD
    includes_withheld: bool = False
    veil: Veil = NO_VEIL

    @property
    def has_errors(self) -> bool:
        """Whether a part of the data could not be used as it stands."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


class Selection(NamedTuple):
    """The part of a timeline that was asked for.

    `timeline` holds the selected events, every conflict that touches one of them, and the sources, people, places
    and kinds that these name. `possible` are the ids of events that only *may* fall into the period asked for.
    `filters` says in words what was asked ("year 2019"); `left_out` counts the events that did not match.
    """

    timeline: Timeline
    possible: frozenset[str] = frozenset()
    filters: tuple[str, ...] = ()
    left_out: int = 0
