"""What is to be withheld: what is marked, what a fault in the data may have kept from being so, and what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.ancestry import ancestry
from timeline.letters import plain
from timeline.veil import Protected, Veil, Withheld
from timeline.withhold.doubt import Doubtful, doubtful, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.load import Corpus
    from timeline.records import Record

_SOMEONE = ("people", "")
"""The sections whose ids may be of people: that of people, and what stands in none that there is."""


class Marked(NamedTuple):
    """What is to be withheld: ids, in the order of their declarations, and the indexes of records.

    `places` and `kinds` are those that only withheld records lead to; `names` are spellings of what cannot be used,
    by id.
    """

    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    records: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    names: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is."""
        return any(map(len, self[:4]))

    def counted(self) -> Withheld:
        """Return how much it is."""
        return Withheld(len(self.people), len(self.sources), len(self.events), len(self.records))


def marked(corpus: Corpus, beside: Corpus | None = None) -> Marked:
    """Return what is to be withheld of a corpus; what is so in the corpus `beside` it, an other state, is so in it."""
    doubts = doubtful(corpus)
    sources = [one for one, source in corpus.sources.items() if source.withhold]
    sources += [one.id for one in doubts if one.section == "sources"]
    people = [one for one, person in corpus.people.items() if person.withhold]
    people += [one.id for one in doubts if one.section != "sources" and not one.is_record]
    faulty = [one.value for one in doubts if one.is_record]
    keys = {_key(record) for record in corpus.records if record.withhold} | {_key_of(value) for value in faulty}
    names = [(one.section, one.id, one.names()) for one in doubts if not one.is_record]
    if beside is not None and (other := marked(beside)):
        keys |= _keys_of_another(corpus, beside, other)
        people = sorted({*people, *other.people, *_alike(corpus, beside, other)})
        sources = sorted({*sources, *other.sources})
        names += [*other.names, *(("people", one, tuple(_names(beside, other, one))) for one in other.people)]
    cited = frozenset(sources)
    hidden = frozenset(
        index
        for index, record in enumerate(corpus.records)
        if record.withhold or record.source in cited or (keys and _key(record) in keys)
    )
    if not (hidden or sources or people or faulty or names):
        return Marked()
    more_people, more_sources, events = _along(corpus, hidden, faulty)
    events = list(_distinct(events))
    return Marked(
        _distinct(people + more_people),
        _distinct(sources + more_sources),
        tuple(events),
        hidden,
        _places_along(corpus, hidden),
        _kinds_along(corpus, frozenset(events)),
        tuple(names),
    )


def to_be_marked(corpus: Corpus) -> frozenset[str]:
    """Return the people of a corpus that are marked, or that a record names which may have been and cannot be used.

    The latter would lose their protection with a copy of the data that has only what can be used.
    """
    found = {one for one, person in corpus.people.items() if person.withhold}
    for value in doubtful(corpus):
        if value.is_record:
            found.update(_named_in(value.value))
    shown = {one for record in corpus.records if not record.withhold for one in record.named()} if found else set()
    return frozenset(one for one in found if one in corpus.people and (corpus.people[one].withhold or one not in shown))


class Leading(NamedTuple):
    """What leads to someone: records that name them, or tell of an event that does, and the sources of these.

    Their quotations, files and checksums are not to be named either.
    """

    records: frozenset[int]
    sources: frozenset[str]


def veil_over(corpus: Corpus, found: Marked) -> tuple[Veil, Leading]:
    """Return the veil that covers every spelling of what is withheld, and what leads to it."""
    protected = _protected(corpus, found)
    ids = _kept(corpus, found)
    kept = tuple(name for names in ids.values() for name in names)
    veil = Veil(protected, kept, "[name withheld]", ids)
    naming = {index for index, record in enumerate(corpus.records) if _names_one(record, found, veil)}
    about = {corpus.records[index].event for index in naming}
    about |= {
        one for one, event in corpus.events.items() if any(veil.text(text) != text for text in (one, event.title))
    }
    records = frozenset(
        index for index, record in enumerate(corpus.records) if index in naming or record.event in about
    )
    sources = frozenset(corpus.records[index].source for index in records | found.records)
    files = tuple(source.file for one, source in corpus.sources.items() if source.file and one in sources)
    protected.append(Protected("[file withheld]", files))
    return Veil(protected, kept, "[name withheld]", ids), Leading(records, sources)


def _names_one(record: Record, found: Marked, veil: Veil) -> bool:
    """Whether a record names someone who is withheld, in any of its words."""
    if not set(record.named()).isdisjoint(found.people):
        return True
    facts = (text for name, values in record.facts.items() for text in (name, *values))
    reasons = (one.reason for one in record.contradicts)
    dates = (record.date or "", record.end or "", record.lasts or "")
    told = (record.says, record.quote, record.certainty, record.note, record.rank_reason, *facts, *reasons)
    return any(veil.text(text) != text for text in told) or any(veil.date(text) != text for text in dates)


def _protected(corpus: Corpus, found: Marked) -> list[Protected]:
    protected = [
        Protected(
            f"[name withheld {number}]", tuple(_names(corpus, found, one)), _is_someone(corpus, found, one), (one,)
        )
        for number, one in enumerate(found.people, 1)
    ]
    publishers = {source.publisher for one, source in corpus.sources.items() if one not in found.sources}
    for number, one in enumerate(found.sources, 1):
        source = corpus.sources.get(one)
        names = (source.title, source.file or "", *({source.publisher} - publishers)) if source else ()
        names += tuple(
            text for section, at, given in found.names if (section, at) == ("sources", one) for text in given
        )
        protected.append(Protected(f"[source withheld {number}]", names, ids=(one,)))
    for number, one in enumerate(found.events, 1):
        protected.append(Protected(f"[event withheld {number}]", (corpus.events[one].title,), ids=(one,)))
    for one, place in corpus.places.items():
        if one in found.places:
            protected.append(Protected("[place withheld]", (place.name, *place.also), ids=(one,)))
    protected += [Protected("[kind withheld]", (), ids=(one, corpus.kinds[one].theme)) for one in sorted(found.kinds)]
    return protected


def _along(
    corpus: Corpus, hidden: frozenset[int], faulty: Iterable[Mapping[str, object]]
) -> tuple[list[str], list[str], list[str]]:
    """Return the people, sources and events that only withheld records tell of."""
    shown = [record for index, record in enumerate(corpus.records) if index not in hidden]
    out = [corpus.records[index] for index in sorted(hidden)]
    known = {one for record in shown for one in record.named()}
    people = [one for record in out for one in record.named()]
    people += [one for value in faulty for one in _named_in(value)]
    sources = [*(record.source for record in out), *(one for value in faulty for one in texts(value.get("source")))]
    events = [*(record.event for record in out), *(one for value in faulty for one in texts(value.get("event")))]
    cited, told = {record.source for record in shown}, {record.event for record in shown}
    return (
        [one for one in people if one not in known and one in corpus.people],
        [one for one in sources if one not in cited and one in corpus.sources],
        [one for one in events if one not in told and one in corpus.events],
    )


def _named_in(value: Mapping[str, object]) -> Iterator[str]:
    for key in ("people", "according_to"):
        yield from texts(value.get(key))


def _places_along(corpus: Corpus, hidden: frozenset[int]) -> frozenset[str]:
    """Return the places that only withheld records lead to, in no words of another."""
    above = {one: place.within for one, place in corpus.places.items() if place.within in corpus.places}
    touched = {inner for index in hidden for inner in _around(corpus.records[index].place, above, corpus)}
    if not touched:
        return frozenset()
    shown = [record for index, record in enumerate(corpus.records) if index not in hidden]
    used = {inner for record in shown for inner in _around(record.place, above, corpus)}
    used |= {inner for one in set(corpus.places) - touched for inner in _around(one, above, corpus)}
    told = {plain(text) for record in shown for text in (record.says, record.quote)}
    return frozenset(
        one
        for one in touched - used
        if not any(plain(name) in text for name in (corpus.places[one].name, *corpus.places[one].also) for text in told)
    )


def _around(place: str | None, above: Mapping[str, str | None], corpus: Corpus) -> tuple[str, ...]:
    return tuple(ancestry(place, above)) if place in corpus.places and place is not None else ()


def _kinds_along(corpus: Corpus, events: frozenset[str]) -> frozenset[str]:
    """Return the kinds of which only withheld events are, and whose theme no other kind has."""
    left = {event.kind for one, event in corpus.events.items() if one not in events}
    return frozenset(corpus.events[one].kind for one in events if corpus.events[one].kind in corpus.kinds) - left


def _key(record: Record) -> tuple[str, ...]:
    """Return what tells a record from others: one that is the same elsewhere is withheld with it."""
    return record.event, record.source, str(record.paragraph), record.says


def _key_of(value: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(value.get(key, "")) for key in ("event", "source", "paragraph", "says"))


def _keys_of_another(corpus: Corpus, beside: Corpus, other: Marked) -> set[tuple[str, ...]]:
    """Return the keys of the records that another state withholds, or did so in other words."""
    hidden = {_key(beside.records[index]) for index in other.records}
    shown = {_key(record) for index, record in enumerate(beside.records) if index not in other.records}
    places = {key[:3] for key in hidden}
    return hidden | {key for key in map(_key, corpus.records) if key[:3] in places and key not in shown}


def _alike(corpus: Corpus, beside: Corpus, other: Marked) -> Iterator[str]:
    """Yield the people that have a name of one who is withheld in another state, whatever their id."""
    spelled = {plain(name) for one in other.people for name in _names(beside, other, one)}
    yield from (one for one, person in corpus.people.items() if not spelled.isdisjoint(map(plain, person.names())))


def _distinct(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _names(corpus: Corpus, found: Marked, identifier: str) -> Iterator[str]:
    """Yield the spellings of someone's name, of declarations that could not be used too."""
    if identifier in corpus.people:
        yield from corpus.people[identifier].names()
    for section, one, given in found.names:
        if one == identifier and section != "sources":
            yield from given
    for section, one, value in corpus.unusable:
        if one == identifier and section in _SOMEONE and isinstance(value, dict):
            yield from Doubtful(section, one, value).names()


def _is_someone(corpus: Corpus, found: Marked, identifier: str) -> bool:
    if identifier in corpus.people:
        return corpus.people[identifier].type == "person"
    return not any(one == identifier and section in {"places", "events", "kinds"} for section, one, _ in found.names)


def _kept(corpus: Corpus, found: Marked) -> dict[str, tuple[str, ...]]:
    """Return the ids of others with their names, which may stand though they share a word with one that is covered."""
    names = {one: person.names() for one, person in corpus.people.items() if one not in found.people}
    for one, place in corpus.places.items():
        if one not in found.places:
            names[one] = (*names.get(one, ()), place.name, *place.also)
    return names
