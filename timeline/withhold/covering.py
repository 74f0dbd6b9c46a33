"""The corpus made anew: without what is withheld, and with nothing that leads to it in any text or id that stays."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from timeline.dates.language import LANGUAGES
from timeline.load import Corpus
from timeline.records import (
    RELATIONS,
    DeclaredContradiction,
    DeclaredPerson,
    DeclaredPlace,
    DeclaredRelation,
    DeclaredSource,
    Record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.veil import Veil
    from timeline.withhold.marked import Leading, Marked

_SECTIONS = {"sources": "source", "people": "name", "places": "place", "kinds": "kind", "events": "event"}

_REFERENCES: dict[tuple[type, str], str] = {
    (DeclaredSource, "derives_from"): "sources",
    (DeclaredPlace, "within"): "places",
    (DeclaredRelation, "event"): "events",
    (Record, "event"): "events",
    (Record, "source"): "sources",
    (Record, "people"): "people",
    (Record, "according_to"): "people",
    (Record, "place"): "places",
}
"""The fields that name something else by its id, with the section it is declared in. A `kind` is always one."""

_WORDS_OF_OURS = {"sha256", "type", "stance", "rank", "published"}
_TIMES = {"date", "end", "lasts", "by", "within"}


def covered(corpus: Corpus, found: Marked, veil: Veil, leading: Leading) -> Corpus:
    """Return the corpus that is left when what was found is withheld; `leading` sources do not name their files."""
    return _Covering(corpus, found, veil, leading).corpus()


class _Covering:
    def __init__(self, corpus: Corpus, found: Marked, veil: Veil, leading: Leading) -> None:
        self._old, self._found, self._veil, self._leading = corpus, found, veil, leading
        self._ids = {section: self._new_ids(section) for section in _SECTIONS}
        self._claims: dict[str, str] = {}

    def corpus(self) -> Corpus:
        """Return the corpus that is left."""
        old, found = self._old, self._found
        shown = [index for index in range(len(old.records)) if index not in found.records]
        cited = self._cited(shown)
        events = [one for one in old.events if one not in found.events]
        new = Corpus(
            files=old.files,
            sources={self._id("sources", one): self._source(one) for one in self._last("sources", cited)},
            people={self._id("people", one): self._person(one) for one in self._last("people", old.people)},
            places=self._section("places", set(old.places) - found.places),
            kinds=self._section("kinds", set(old.kinds) - found.kinds),
            events=self._section("events", events),
            records=[self._record(index) for index in shown],
            pointers=[old.pointers[index] for index in shown],
            declared={(section, self._id(section, one)): at for (section, one), at in old.declared.items()},
        )
        return self._with_claims_renamed(new, shown)

    def _new_ids(self, section: str) -> dict[str, str]:
        """Return the new id of each id that tells something."""
        withheld = {"people": self._found.people, "sources": self._found.sources}.get(section, ())
        taken = self._old.section(section)
        new: dict[str, str] = {one: f"withheld-{number}" for number, one in enumerate(withheld, 1)}
        if section == "sources":
            new = {one: f"source-{identifier}" for one, identifier in new.items()}
        telling = [one for one in taken if one not in new and self._veil.text(one) != one]
        new |= {one: f"{_SECTIONS[section]}-withheld-{number}" for number, one in enumerate(telling, len(new) + 1)}
        for one in new:
            while new[one] in taken:
                new[one] += "-x"
        return new

    def _id(self, section: str, identifier: str) -> str:
        return self._ids[section].get(identifier, identifier)

    def _source(self, identifier: str) -> DeclaredSource:
        source: DeclaredSource = self._covered(self._old.sources[identifier])
        if identifier in self._found.sources:
            number = self._found.sources.index(identifier) + 1
            withheld = f"[source withheld {number}]"
            return replace(source, publisher=withheld, title=withheld, file=None, sha256=None, note="", withhold=False)
        old = self._old.sources[identifier]
        told = any(getattr(source, name) != getattr(old, name) for name in ("publisher", "title", "file", "note"))
        hidden = told or identifier in self._leading.sources
        return replace(source, file=None, sha256=None) if hidden else source

    def _person(self, identifier: str) -> DeclaredPerson:
        if identifier not in self._found.people:
            person: DeclaredPerson = self._covered(self._old.people[identifier])
            return person
        number = self._found.people.index(identifier) + 1
        return DeclaredPerson(f"[name withheld {number}]", type=self._old.people[identifier].type)

    def _cited(self, shown: list[int]) -> set[str]:
        """Return the sources that stay: all, but for those withheld that nothing shown derives from."""
        found = set(self._old.sources) - set(self._found.sources)
        above = [self._old.sources[one].derives_from for one in found]
        while above:
            one = above.pop()
            if one in self._old.sources and one not in found:
                found.add(one)
                above.append(self._old.sources[one].derives_from)
        return found | {self._old.records[index].source for index in shown}

    def _section(self, name: str, left: Iterable[str]) -> dict[str, Any]:
        section = self._old.section(name)
        return {self._id(name, one): self._covered(section[one]) for one in self._last(name, left)}

    def _last(self, section: str, left: Iterable[str]) -> list[str]:
        """Return ids in order, those that tell something last: where names are sorted, a place tells how one begins."""
        among = set(left)
        return sorted((one for one in self._old.section(section) if one in among), key=self._ids[section].__contains__)

    def _record(self, index: int) -> Record:
        """Return a record; its quotation, which can be searched for, would lead to the document, and so to the name."""
        record: Record = self._covered(self._old.records[index])
        return replace(record, quote="") if index in self._leading.records else record

    def _covered(self, value: Any) -> Any:
        """Return a declaration or a record with nothing in it that leads to what is withheld."""
        if isinstance(value, str):
            return self._veil.text(value)
        if isinstance(value, tuple):
            return tuple(map(self._covered, value))
        if isinstance(value, dict):
            return self._facts(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        given = {one.name: self._field(value, one.name) for one in fields(value)}
        return type(value)(**given)

    def _field(self, value: Any, name: str) -> Any:
        given = getattr(value, name)
        section = "kinds" if name == "kind" else _REFERENCES.get((type(value), name))
        if name in RELATIONS:
            return tuple(self._covered(one) for one in given if one.event not in self._found.events)
        if not given or name in _WORDS_OF_OURS or (name == "language" and given in LANGUAGES):
            return given
        if section is not None:
            tuples = isinstance(given, tuple)
            return tuple(self._id(section, one) for one in given) if tuples else self._id(section, given)
        if name == "note" and self._veil.text(given) != given:
            return "[note withheld]"  # what a curator noted of someone tells more than the name
        return self._veil.date(given) if name in _TIMES else self._covered(given)

    def _facts(self, facts: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        new: dict[str, tuple[str, ...]] = {}
        for name, texts in facts.items():
            name = self._veil.text(name)  # noqa: PLW2901
            new[name] = (*new.get(name, ()), *map(self._veil.text, texts))
        return new

    def _with_claims_renamed(self, new: Corpus, shown: list[int]) -> Corpus:
        """Let what contradicts a claim name it by the id that it has now; a claim that is withheld is not named."""
        old = list(self._old.claim_ids())
        now = dict(zip((old[index] for index in shown), new.claim_ids(), strict=True))
        hidden = {old[index] for index in self._found.records}
        for at, index in enumerate(shown):
            record = self._old.records[index]
            if record.contradicts:
                left = tuple(
                    DeclaredContradiction(now.get(one.claim) or self._veil.text(one.claim), told.reason, one.tension)
                    for one, told in zip(record.contradicts, new.records[at].contradicts, strict=True)
                    if one.claim not in hidden
                )
                new.records[at] = replace(new.records[at], contradicts=left)
        return new
