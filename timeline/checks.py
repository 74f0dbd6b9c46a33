"""Checks over the whole corpus: what a single record cannot show to be wrong.

A check is a plain function from a corpus to problems; `CHECKS` lists them, and a new check is a function and its
name there.
"""

from __future__ import annotations

from itertools import chain, compress
from operator import attrgetter, not_
from typing import TYPE_CHECKING, cast

from timeline.ancestry import ancestry
from timeline.dates.language import LANGUAGES
from timeline.dates.length import parse_length
from timeline.problems import Pointer, Problem, Severity, did_you_mean
from timeline.records import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.load import Corpus
    from timeline.records import DeclaredRelation, Record

_WITH_A_GAP = frozenset(("after", "before", "during", "contains", "overlaps", "overlapped_by"))
"""The relations between whose days some time lies, which may be stated."""


def check(corpus: Corpus) -> list[Problem]:
    """Return every problem that the checks find."""
    return [problem for run in CHECKS for problem in run(corpus)]


def records_name_what_is_declared(corpus: Corpus) -> Iterator[Problem]:
    """A record's event, source, people, place and relations are declared.

    Passes: `event: house-arrest-2019`, declared under `events`. Fails: `event: house-arest-2019`.
    """
    records = corpus.records
    if (
        corpus.events.keys() >= set(map(_event, records))
        and corpus.sources.keys() >= set(map(_source, records))
        and corpus.places.keys() >= set(map(_place, records)) - {None}
        and corpus.people.keys() >= set(chain.from_iterable(map(_people, records)))
        and corpus.people.keys() >= set(map(_according_to, records)) - {None}
        and corpus.events.keys()
        >= {named.event for record, _ in _stating(corpus, RELATIONS) for _, _, named in record.relations()}
    ):
        return  # as nearly always, and quick to tell
    for record, at in zip(records, corpus.pointers, strict=True):
        for section, named, keys in _names(record):
            if named not in corpus.section(section):
                yield _unknown(corpus, section, named, at.down(*keys))


def _names(record: Record) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Each id that a record names: its section, the id, and the keys that lead to it."""
    yield "events", record.event, ("event",)
    yield "sources", record.source, ("source",)
    for index, person in enumerate(record.people):
        yield "people", person, ("people", index)
    if record.place:
        yield "places", record.place, ("place",)
    if record.according_to:
        yield "people", record.according_to, ("according_to",)
    for relation, index, named in record.relations():
        yield "events", named.event, (relation, index)


def _stating(corpus: Corpus, fields: Iterable[str]) -> Iterator[tuple[Record, Pointer]]:
    """Yield the records that state any of these fields, with where they stand: others may be their class's own."""
    without = map(frozenset(fields).isdisjoint, map(vars, corpus.records))
    return compress(zip(corpus.records, corpus.pointers, strict=True), map(not_, without))


def faulty_records_name_what_is_declared(corpus: Corpus) -> Iterator[Problem]:
    """The same of records that cannot be used for another fault, so that all can be mended in one go."""
    sections = {"event": "events", "source": "sources", "place": "places", "according_to": "people", "people": "people"}
    sections |= dict.fromkeys(RELATIONS, "events")
    for value, at in corpus.faulty:
        for key, section in sections.items():
            given = value.get(key)
            several = isinstance(given, list) and (key == "people" or key in RELATIONS)
            for index, named in enumerate(cast("list[object]", given)) if several else ((None, given),):
                if isinstance(named, str) and named and named not in corpus.section(section):
                    yield _unknown(corpus, section, named, at.down(key) if index is None else at.down(key, index))


def _unknown(corpus: Corpus, section: str, named: str, at: Pointer) -> Problem:
    one = {"events": "event", "sources": "source", "people": "person", "places": "place", "kinds": "kind"}[section]
    if (section, named) in corpus.declared:
        message = f"{one} `{named}` cannot be used until its own declaration is mended"
    else:
        near = _named_so(corpus, section, named) or did_you_mean(named, corpus.section(section))
        message = f"no {one} `{named}`{near or f'; declare it under `{section}`'}"
    return Problem(f"unknown-{one}", message, at)


def _named_so(corpus: Corpus, section: str, named: str) -> str:
    """Return "; did you mean `halasz`?" where a name, and not an id, is given of what is declared; "" if none fits."""
    if section not in ("people", "places"):
        return ""
    folded = named.casefold()
    found = [
        identifier
        for identifier, held in corpus.section(section).items()
        if folded in map(str.casefold, (held.name, *held.also))
    ]
    return f"; did you mean `{found[0]}`?" if len(found) == 1 else ""


def declarations_name_what_is_declared(corpus: Corpus) -> Iterator[Problem]:
    """An event's kind, a source's root and a place's surroundings are declared."""
    for section, field, target in (
        ("events", "kind", "kinds"),
        ("sources", "derives_from", "sources"),
        ("places", "within", "places"),
    ):
        of = attrgetter(field)
        if corpus.section(target).keys() >= set(map(of, corpus.section(section).values())) - {None}:
            continue
        for identifier, declared in corpus.section(section).items():
            named = of(declared)
            if named is not None and named not in corpus.section(target):
                yield _unknown(corpus, target, named, corpus.declared[section, identifier].down(field))


def languages_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A source's language is one whose dates can be read.

    Passes: `language: ru`. Fails: `language: russian`.
    """
    for identifier, declared in corpus.sources.items():
        if declared.language not in LANGUAGES:
            known = ", ".join(f"`{one}`" for one in LANGUAGES)
            message = f"no dates are read in the language `{declared.language}`; known are {known}"
            yield Problem("unknown-language", message, corpus.declared["sources", identifier].down("language"))


def chains_end(corpus: Corpus) -> Iterator[Problem]:
    """No source derives from itself, and no place lies within itself, by however many steps."""
    for section, field in (("sources", "derives_from"), ("places", "within")):
        above = {one: getattr(declared, field) for one, declared in corpus.section(section).items()}
        for identifier in (one for one, over in above.items() if over is not None):
            trail = ancestry(identifier, above)
            if above.get(trail[-1]) == identifier:
                circle = " -> ".join((*trail, identifier))
                at = corpus.declared[section, identifier].down(field)
                yield Problem("circular", f"`{identifier}` leads back to itself: {circle}", at)


def events_have_records(corpus: Corpus) -> Iterator[Problem]:
    """Every declared event has a record: without one nothing says that it happened, and it is not shown."""
    told = set(map(_event, corpus.records))
    for identifier in (one for one in corpus.events if one not in told):
        message = f"no usable record is about `{identifier}`, so it is not shown; add a record or remove the event"
        at = corpus.declared["events", identifier]
        yield Problem("event-without-record", message, Pointer(at.file, at.keys, at_key=True), Severity.WARNING)


def ranks_have_reasons(corpus: Corpus) -> Iterator[Problem]:
    """A rank other than normal settles a conflict, and so needs a reason that readers see."""
    for record, at in _stating(corpus, ("rank",)):
        if record.rank != "normal" and not record.rank_reason:
            message = f"`rank: {record.rank}` without a `rank_reason`; say why, readers are shown it"
            yield Problem("rank-without-reason", message, at.down("rank"))


def lengths_can_be_read(corpus: Corpus) -> Iterator[Problem]:
    """What is stated of how long something lasted is a length.

    Passes: `lasts: five months`. Fails: `lasts: a good while`.
    """
    for record, at in _stating(corpus, ("lasts",)):
        if record.lasts is not None and parse_length(record.lasts, _language(corpus, record)) is None:
            message = (
                f"the length `{record.lasts}` cannot be read and bounds nothing; say it as `five months`, `10 days`"
            )
            yield Problem("unread-length", message, at.down("lasts"), Severity.WARNING)


def relations_can_hold(corpus: Corpus) -> Iterator[Problem]:
    """No event comes after, before or during itself, and what is stated of the time between two events bounds it.

    Passes: `after: {event: arrest, within: 2 days}`. Fails: `within: at least 2 days`, which sets no limit.
    """
    for record, at in _stating(corpus, RELATIONS):
        for relation, index, named in record.relations():
            if named.event == record.event:
                words = relation.replace("_", " ")
                message = f"`{named.event}` cannot stand in the relation `{words}` to itself"
                if relation in ("after", "before", "during"):
                    message = f"`{named.event}` cannot be {words} itself"
                yield Problem("self-relation", message, at.down(relation, index))
            if named.within or named.by:
                yield from _gap(relation, named, at.down(relation, index), _language(corpus, record))


def _language(corpus: Corpus, record: Record) -> str:
    source = corpus.sources.get(record.source)
    return source.language if source else "en"


def _gap(relation: str, named: DeclaredRelation, at: Pointer, language: str) -> Iterator[Problem]:
    if relation not in _WITH_A_GAP:
        message = f"`{relation}` leaves no time between; `within` and `by` go with {', '.join(sorted(_WITH_A_GAP))}"
        yield Problem("bound-without-gap", message, at)
        return
    lengths = {}
    for field, stated in (("within", named.within), ("by", named.by)):
        if stated is not None:
            lengths[field] = parse_length(stated, language)
            if lengths[field] is None:
                message = f"`{field}: {stated}` is no length of time; say it as `2 days`, `about three weeks`"
                yield Problem("bad-length", message, at.down(field))
    within, by = lengths.get("within"), lengths.get("by")
    if within and within.high is None:
        message = f"`within: {named.within}` sets no limit; a least time goes into `by`"
        yield Problem("nonsense-bound", message, at.down("within"))
    elif within and by and within.high is not None and by.low > within.high:
        message = f"`by: {named.by}` is more than `within: {named.within}` allows; mend one of the two"
        yield Problem("nonsense-bound", message, at.down("by"))


def records_differ(corpus: Corpus) -> Iterator[Problem]:
    """No record stands twice: the second would count as more evidence than there is."""
    if len(set(map(hash, map(_account, corpus.records)))) == len(corpus.records):
        return  # as nearly always, and quick to tell
    first: dict[tuple[object, ...], Pointer] = {}
    for record, at in zip(corpus.records, corpus.pointers, strict=True):
        key = _account(record)
        if key in first:
            message = (
                f"this record says what record {int(first[key].keys[-1]) + 1} of {first[key].file} says; remove one"
            )
            yield Problem("repeated-record", message, at, Severity.WARNING)
        else:
            first[key] = at


_event, _source, _place, _people, _according_to = map(
    attrgetter, ("event", "source", "place", "people", "according_to")
)
_account = attrgetter("event", "source", "paragraph", "according_to", "date", "says")

CHECKS = (
    records_name_what_is_declared,
    faulty_records_name_what_is_declared,
    declarations_name_what_is_declared,
    languages_are_known,
    chains_end,
    events_have_records,
    ranks_have_reasons,
    lengths_can_be_read,
    relations_can_hold,
    records_differ,
)
