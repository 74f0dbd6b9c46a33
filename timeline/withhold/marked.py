"""What is to be withheld: what is marked, what a fault in the data may have kept from being so, and what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.veil import Protected, Veil, Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.load import Corpus
    from timeline.records import Record

_NEAR = 0.75
"""So alike must a key be to `withhold` to be taken for it: `witheld` is, `within` is not."""


class Marked(NamedTuple):
    """What is to be withheld: ids, in the order of their declarations, and the indexes of records."""

    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    records: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is."""
        return any(map(len, self))

    def counted(self) -> Withheld:
        """Return how much it is."""
        return Withheld(*map(len, self))


def marked(corpus: Corpus) -> Marked:
    """Return what is to be withheld of a corpus."""
    doubtful = [(section, one) for section, one, value in corpus.unusable if _asks_for_it(value)]
    faulty = [value for value, _ in corpus.faulty if _asks_for_it(value)]
    sources = [one for one, source in corpus.sources.items() if source.withhold]
    sources += [one for section, one in doubtful if section == "sources"]
    people = [one for one, person in corpus.people.items() if person.withhold]
    people += [one for section, one in doubtful if section != "sources"]
    cited = frozenset(sources)
    hidden = frozenset(
        index for index, record in enumerate(corpus.records) if record.withhold or (cited and record.source in cited)
    )
    if not (hidden or sources or people or faulty):
        return Marked()
    more_people, more_sources, events = _along(corpus, hidden, faulty)
    return Marked(_distinct(people + more_people), _distinct(sources + more_sources), _distinct(events), hidden)


def to_be_marked(corpus: Corpus) -> frozenset[str]:
    """Return the people of a corpus that are marked, or that a record names which may have been and cannot be used.

    The latter would lose their protection with a copy of the data that has only what can be used.
    """
    found = {one for one, person in corpus.people.items() if person.withhold}
    for value, _ in corpus.faulty:
        if _asks_for_it(value):
            found.update(one for key in ("people", "according_to") for one in _listed(value.get(key)))
    shown = {one for record in corpus.records if not record.withhold for one in record.named()} if found else set()
    return frozenset(one for one in found if one in corpus.people and (corpus.people[one].withhold or one not in shown))


def veil_over(corpus: Corpus, found: Marked) -> tuple[Veil, frozenset[str]]:
    """Return the veil that covers every spelling of what is withheld, and the sources that lead to it.

    A source leads to someone when a record of it is withheld or names them: its file is not to be named either.
    """
    protected = _protected(corpus, found)
    kept = tuple(_kept(corpus, found))
    veil = Veil(protected, kept, "[name withheld]")
    leading = frozenset(
        record.source
        for index, record in enumerate(corpus.records)
        if index in found.records or leads(record, found, veil)
    )
    files = tuple(source.file for one, source in corpus.sources.items() if source.file and one in leading)
    return Veil([*protected, Protected("[file withheld]", files)], kept, "[name withheld]"), leading


def leads(record: Record, found: Marked, veil: Veil) -> bool:
    """Whether a record names someone who is withheld, in any of its words."""
    facts = (text for name, texts in record.facts.items() for text in (name, *texts))
    told = (record.says, record.quote, record.certainty, record.note, *facts)
    named = not set(record.named()).isdisjoint(found.people)
    return named or any(veil.text(text) != text for text in told)


def _protected(corpus: Corpus, found: Marked) -> list[Protected]:
    protected = [
        Protected(f"[name withheld {number}]", (one, *_names(corpus, one)), _is_someone(corpus, one))
        for number, one in enumerate(found.people, 1)
    ]
    for number, one in enumerate(found.sources, 1):
        source = corpus.sources.get(one)
        names = (source.title, source.file or "") if source else ()
        protected.append(Protected(f"[source withheld {number}]", (one, *names)))
    for number, one in enumerate(found.events, 1):
        protected.append(Protected(f"[event withheld {number}]", (one, corpus.events[one].title)))
    return protected


def _along(
    corpus: Corpus, hidden: frozenset[int], faulty: Iterable[Mapping[str, object]]
) -> tuple[list[str], list[str], list[str]]:
    """Return the people, sources and events that only withheld records tell of."""
    shown = [record for index, record in enumerate(corpus.records) if index not in hidden]
    out = [corpus.records[index] for index in sorted(hidden)]
    known = {one for record in shown for one in record.named()}
    people = [one for record in out for one in record.named()]
    people += [one for value in faulty for key in ("people", "according_to") for one in _listed(value.get(key))]
    cited, told = {record.source for record in shown}, {record.event for record in shown}
    return (
        [one for one in people if one not in known and one in corpus.people],
        [record.source for record in out if record.source not in cited and record.source in corpus.sources],
        [record.event for record in out if record.event not in told and record.event in corpus.events],
    )


def _distinct(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _asks_for_it(value: Mapping[str, object]) -> bool:
    """Whether a value that is not valid may be one that was to be withheld."""
    import difflib

    return any(
        said != "false" and difflib.SequenceMatcher(None, key.lower(), "withhold").ratio() >= _NEAR
        for key, said in value.items()
    )


def _names(corpus: Corpus, identifier: str) -> Iterator[str]:
    """Yield the spellings of someone's name, of declarations that could not be used too."""
    if identifier in corpus.people:
        yield from corpus.people[identifier].names()
    for _, one, value in corpus.unusable:
        if one == identifier:
            yield from (text for key in ("name", "also") for text in _listed(value.get(key)))


def _is_someone(corpus: Corpus, identifier: str) -> bool:
    person = corpus.people.get(identifier)
    return person is None or person.type == "person"


def _listed(value: object) -> list[str]:
    """Return the texts of a value that was to be one or a list of them."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _kept(corpus: Corpus, found: Marked) -> Iterator[str]:
    """Yield the names and ids of others, which stand even where they share a word with one that is covered."""
    for one, person in corpus.people.items():
        if one not in found.people:
            yield from (one, *person.names())
    for one, place in corpus.places.items():
        yield from (one, place.name, *place.also)
