"""From records to claims: each stated date is resolved against the publication date of its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.ancestry import ancestry, roots
from timeline.citing import told_apart
from timeline.dates import edtf
from timeline.dates.edtf import EdtfError
from timeline.dates.language import LANGUAGES
from timeline.dates.missing import edtf_fault
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import UNKNOWN, Span, hull, span, throughout, within
from timeline.dates.stated import resolve_stated
from timeline.facts import read_fact
from timeline.model import Claim, ClaimDate, Contradiction, Relation, Source
from timeline.problems import Pointer, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.load import Corpus
    from timeline.records import Record


_LEANING = (
    r"(?i)\b(?:after|before|since|until|till|between|following|within|during|после|до|перед|через|спустя|между)\b"
)
"""Words by which a date leans on something that happened."""


class Resolved(NamedTuple):
    """The sources with their dates, and every usable record as a claim, in the order of the records."""

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]


def resolve(corpus: Corpus) -> tuple[Resolved, list[Problem]]:
    """Resolve every date of the corpus.

    A record whose event or source is not declared gives no claim (a check names it). A date that cannot be read
    leaves its claim undated, with the reason, and a problem.
    """
    problems: list[Problem] = []
    origins = roots({one: source.derives_from for one, source in corpus.sources.items()})
    sources = {one: _source(corpus, one, origin, problems) for one, origin in origins.items()}
    claims = tuple(_claims(corpus, _Resolver(sources, problems)))
    return Resolved(told_apart(sources.values()), claims), problems


def _source(corpus: Corpus, identifier: str, origin: str, problems: list[Problem]) -> Source:
    declared = corpus.sources[identifier]
    published = None
    if declared.published is not None:
        try:
            published = edtf.resolve(declared.published)
        except EdtfError as error:
            message = f"`{declared.published}` is not an EDTF date: {error}"
            at = corpus.declared["sources", identifier].down("published")
            problems.append(Problem("bad-date", message, at))
    return Source(
        identifier,
        declared.publisher,
        declared.title,
        published,
        declared.file,
        declared.sha256,
        declared.derives_from if declared.derives_from in corpus.sources else None,
        origin,
        declared.note,
        language=declared.language,
        withhold=declared.withhold,
        stated=(declared.published or "") if published else "",
    )


def _claims(corpus: Corpus, resolver: _Resolver) -> Iterator[Claim]:
    """Yield the claims of the records; made by position, field by field as `Claim` has them, since there are many."""
    people, places, events = corpus.people, corpus.places, corpus.events
    voices = {one: f"person:{one}" for one in people}
    for record, at, identifier in zip(corpus.records, corpus.pointers, corpus.claim_ids(), strict=True):
        if identifier is None:
            continue
        source, voice, place = resolver.sources[record.source], record.according_to, record.place
        voice = voice if voice in people else None
        named, facts = record.people, record.facts
        yield _new(
            Claim,
            (
                identifier,
                record.event,
                record.source,
                record.paragraph,
                source.origin if voice is None else voices[voice],
                record.says,
                at,
                resolver.date(record, source, at),
                voice,
                record.stance,
                record.certainty,
                record.quote,
                _known(named, people) if named else (),
                place if place in places else None,
                tuple([read_fact(name, texts) for name, texts in facts.items() if texts]) if facts else (),
                record.lasts or "",
                _relations(record, events) if record.has_relations else (),
                _contradictions(record) if record.contradicts else (),
                record.rank,
                record.rank_reason,
                record.upcoming,
                record.note,
                record.withhold,
            ),
        )


_new = tuple.__new__  # as `Claim` does, without a call between


def _known(named: tuple[str, ...], people: Mapping[str, object]) -> tuple[str, ...]:
    """Return those named that are declared, each once."""
    if len(set(named)) == len(named) and all(map(people.__contains__, named)):
        return named
    return tuple(dict.fromkeys([person for person in named if person in people]))


def _relations(record: Record, events: Mapping[str, object]) -> tuple[Relation, ...]:
    return tuple(
        [
            Relation(kind, named.event, named.within or "", named.by or "")
            for kind, _, named in record.relations()
            if named.event in events
        ]
    )


def _contradictions(record: Record) -> tuple[Contradiction, ...]:
    return tuple(Contradiction(other.claim, other.reason, other.tension) for other in record.contradicts)


class _Teller:
    """What a source gives to each of its claims, and the dates that it was found to state, by their words."""

    __slots__ = ("anchor", "language", "origin", "said", "to_come", "written")

    def __init__(self, source: Source, chain: list[Source]) -> None:
        self.origin = f"source:{source.origin}"
        self.anchor = source.published.edtf if source.published else ""
        self.language = source.language
        self.written = _written(chain)
        self.said: dict[str | None, ClaimDate] = {}
        self.to_come: dict[str | None, ClaimDate] = {}


class _Resolver:
    """Resolves the dates of records, each expression once per source."""

    def __init__(self, sources: dict[str, Source], problems: list[Problem]) -> None:
        self._problems = problems
        above = {source.id: source.derives_from for source in sources.values()}
        self.sources = {
            one: _Teller(source, [sources[each] for each in ancestry(one, above)]) for one, source in sources.items()
        }

    def date(self, record: Record, source: _Teller, at: Pointer) -> ClaimDate:
        """Return the date of a record, one and the same for those of a source that say the same."""
        if record.end is not None:
            return self._lasting(record, source, record.end, at)
        known = source.to_come if record.upcoming else source.said
        found = known.get(record.date)
        if found is not None:
            return found
        start = self._stated(record, source, record.date, at, "date")
        found = _date(record, source, start)
        if start is None or (found.start and not found.start.relative):  # each of the others is a problem
            known[record.date] = found
        return found

    def _lasting(self, record: Record, source: _Teller, until: str, at: Pointer) -> ClaimDate:
        start = self._stated(record, source, record.date, at, "date")
        end = self._stated(record, source, until, at, "end")
        date = _date(record, source, start)._replace(stated_end=until)
        unread = "; ".join(found.reason for found in (start, end) if isinstance(found, Unread))
        last = end if isinstance(end, Resolution) else None
        if last is None and date.start is None:
            return date._replace(unread=unread)
        reading = sound = UNKNOWN
        try:  # it may have lasted until a day that could not be read
            reading = _lasting(date.reading, last.reading if last else UNKNOWN)
            sound = _lasting(date.sound, last.sound if last else UNKNOWN)
        except ValueError as error:
            unread = str(error)
            self._problems.append(Problem("end-before-start", f"{unread}; mend one of the two", at.down("end")))
        words = edtf.for_span(reading)
        return date._replace(edtf=words, reading=reading, sound=sound, end=last, unread=unread)

    def _stated(
        self, record: Record, source: _Teller, words: str | None, at: Pointer, field: str
    ) -> Resolution | Unread | None:
        if words is None:
            return None
        found = resolve_stated(words, source.written, upcoming=record.upcoming, language=source.language)
        if isinstance(found, Resolution) and not found.relative:
            return found
        if isinstance(found, Unread):
            severity = Severity.ERROR if edtf_fault(words.strip()) else Severity.WARNING
            advice = _advice(words, source)
            message = f"the date `{words}` cannot be read and stays open: {found.reason}{advice}"
            self._problems.append(Problem("unread-date", message, at.down(field), severity))
        elif not record.has_relations:
            message = (
                f"`{words}` is a time without its day; name that too, unless other accounts of the event do"
                if found.clock
                else f"`{words}` leans on another event; name it by `after`, `before` or `during`"
            )
            self._problems.append(Problem("relative-date", message, at.down(field), Severity.WARNING))
        return found


def _advice(words: str, source: _Teller) -> str:
    """Return what to do about a date that cannot be read: it may be in another language, or lean on another event."""
    for language in () if words.isascii() else LANGUAGES:
        found = resolve_stated(words, source.written, language=language)
        if language != source.language and isinstance(found, Resolution):
            return f"; in `{language}` it can be read: say `language: {language}` of the source"
    if not re.search(_LEANING, words):
        return ""
    how = "name that by `after`, `before` or `during`, and how long by `within` or `by`"
    return f"; if it leans on another event, {how}"


def _date(record: Record, source: _Teller, start: Resolution | Unread | None) -> ClaimDate:
    """Return what a claim says of when something was, or began."""
    stated = record.date or ""
    if isinstance(start, Resolution):
        return ClaimDate(stated, "", source.anchor, start.edtf, start.reading, start.sound, start)
    return ClaimDate(stated, "", source.anchor, unread="" if start is None else start.reason)


def _written(chain: list[Source]) -> Resolution | None:
    """Return when the words of a source were written: of a copy, from the day of what it repeats to its own.

    Where that day is not known, they may be of any day before.
    """
    own = chain[0].published
    sound = own.sound if own else UNKNOWN
    for source in chain[1:]:
        if source.published:
            sound = hull(sound, source.published.sound)
    if chain[-1].published is None:
        sound = within(None, sound.end_latest)
    return own._replace(sound=sound._replace(approximate=own.sound.approximate)) if own else None


def _lasting(start: Span, end: Span) -> Span:
    """Return the span from a start to an end, either of which may be unknown."""
    if end.is_unknown:
        return span(start[0:2], (start.start_earliest, None), approximate=start.approximate, uncertain=start.uncertain)
    return throughout(start, end)
