"""The names behind the ids of a timeline, and how a claim is cited: the same words in every output."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Claim, Source, Timeline


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 event", "2 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cited(source: Source) -> str:
    """Return what a source is called where it is cited: its publisher, and which document, where there are several."""
    return f"{source.publisher} ({source.told_apart})" if source.told_apart else source.publisher


def listed(source: Source) -> str:
    """Return the publisher of a source in a list that tells its day too, and what it is cited by if not that day."""
    return cited(source) if source.told_apart == source.id or source.how_dated else source.publisher


class Names:
    """The names of a timeline's people, places and sources. What is not declared is named by its id."""

    def __init__(self, timeline: Timeline) -> None:
        self._people = {person.id: person.name for person in timeline.people}
        self._places = {place.id: place for place in timeline.places}
        self._sources = {source.id: source for source in timeline.sources}

    def person(self, identifier: str) -> str:
        """Return the name of a person or a group."""
        return self._people.get(identifier, identifier)

    def place(self, identifier: str) -> str:
        """Return the name of a place."""
        found = self._places.get(identifier)
        return found.name if found else identifier

    def within(self, place: str) -> str | None:
        """Return the id of the place that a place lies in, None where it is not known to lie in any."""
        found = self._places.get(place)
        return found.within if found else None

    def people(self, identifiers: Iterable[str]) -> list[str]:
        """Return the names of people."""
        return [self.person(each) for each in identifiers]

    def places(self, identifiers: Iterable[str]) -> list[str]:
        """Return the names of places."""
        return [self.place(each) for each in identifiers]

    def publisher(self, source: str) -> str:
        """Return who published a source."""
        found = self._sources.get(source)
        return found.publisher if found else source

    def document(self, source: str) -> str:
        """Return what a source is called where it is cited: "Eurasianet", or of several "Eurasianet (14 Mar 2019)"."""
        found = self._sources.get(source)
        return cited(found) if found else source

    def title(self, source: str) -> str:
        """Return the title of a source."""
        found = self._sources.get(source)
        return found.title if found else ""

    def voice(self, claim: Claim) -> str:
        """Return who a claim is according to, where that is not its source; else ""."""
        return self.person(claim.according_to) if claim.according_to else ""

    def citation(self, claim: Claim) -> str:
        """Return where a claim stands: "Eurasianet, paragraph 28"."""
        return f"{self.document(claim.source)}, paragraph {claim.paragraph}"

    def origin(self, origin: str) -> str:
        """Return the name of an independent root, "person:ID" or "source:ID"."""
        kind, _, identifier = origin.partition(":")
        return self.person(identifier) if kind == "person" else self.document(identifier)
