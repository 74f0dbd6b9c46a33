"""From records to claims: each stated date is resolved against the publication date of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.ancestry import ancestry
from timeline.dates import edtf
from timeline.dates.edtf import EdtfError
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import UNKNOWN, Span, hull, span, throughout
from timeline.dates.stated import resolve_stated
from timeline.facts import read_fact
from timeline.model import Claim, ClaimDate, Contradiction, Relation, Source
from timeline.problems import Pointer, Problem, Severity

if TYPE_CHECKING:
    from timeline.load import Corpus
    from timeline.records import Record

_EDTF_CHARACTERS = frozenset("0123456789X-~?%/.,[]{}SYETZ:+")


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
    above = {
        one: source.derives_from for one, source in corpus.sources.items() if source.derives_from in corpus.sources
    }
    sources = {one: _source(corpus, one, ancestry(one, above)[-1], problems) for one in corpus.sources}
    resolver = _Resolver(sources, problems)
    claims = [
        _claim(corpus, record, at, identifier, resolver)
        for record, at, identifier in zip(corpus.records, corpus.pointers, corpus.claim_ids(), strict=True)
        if identifier is not None
    ]
    return Resolved(tuple(sources.values()), tuple(claims)), problems


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
    )


def _claim(corpus: Corpus, record: Record, at: Pointer, identifier: str, resolver: _Resolver) -> Claim:
    voice = record.according_to if record.according_to in corpus.people else None
    return Claim(
        id=identifier,
        event=record.event,
        source=record.source,
        paragraph=record.paragraph,
        origin=f"person:{voice}" if voice else f"source:{resolver.sources[record.source].origin}",
        says=record.says,
        pointer=at,
        date=resolver.claim_date(record, at),
        according_to=voice,
        stance=record.stance,
        certainty=record.certainty,
        quote=record.quote,
        people=tuple(dict.fromkeys([person for person in record.people if person in corpus.people])),
        place=record.place if record.place in corpus.places else None,
        facts=tuple([read_fact(name, texts) for name, texts in record.facts.items() if texts]),
        lasts=record.lasts or "",
        relations=tuple(
            [
                Relation(kind, named.event, named.within or "", named.by or "")
                for kind, _, named in record.relations()
                if named.event in corpus.events
            ]
        ),
        contradicts=tuple([Contradiction(other.claim, other.reason, other.tension) for other in record.contradicts]),
        rank=record.rank,
        rank_reason=record.rank_reason,
        upcoming=record.upcoming,
        note=record.note,
        withhold=record.withhold,
    )


class _Resolver:
    """Resolves the dates of records, each expression once per source."""

    def __init__(self, sources: dict[str, Source], problems: list[Problem]) -> None:
        self.sources = sources
        self._problems = problems
        above = {source.id: source.derives_from for source in sources.values()}
        self._written = {one: _written([sources[source] for source in ancestry(one, above)]) for one in sources}
        self._known: dict[tuple[str, str, bool], Resolution | Unread] = {}

    def claim_date(self, record: Record, at: Pointer) -> ClaimDate:
        anchor = self.sources[record.source].published
        start = self._stated(record, record.date, at, "date")
        end = self._stated(record, record.end, at, "end")
        unread = "; ".join(found.reason for found in (start, end) if isinstance(found, Unread))
        reading = sound = UNKNOWN
        words = start.edtf if isinstance(start, Resolution) else ""
        if isinstance(start, Resolution) and not isinstance(end, Resolution):
            reading, sound = start.reading, start.sound
            if record.end is not None:  # it lasted until a day that could not be read
                reading, sound = _lasting(reading, UNKNOWN), _lasting(sound, UNKNOWN)
                words = edtf.for_span(reading)
        elif isinstance(end, Resolution):
            begun = start if isinstance(start, Resolution) else None
            try:
                reading = _lasting(begun.reading if begun else UNKNOWN, end.reading)
                sound = _lasting(begun.sound if begun else UNKNOWN, end.sound)
            except ValueError as error:
                unread = str(error)
                self._problems.append(Problem("end-before-start", f"{unread}; mend one of the two", at.down("end")))
            words = edtf.for_span(reading)
        return ClaimDate(
            stated=record.date or "",
            stated_end=record.end or "",
            anchor=anchor.edtf if anchor else "",
            edtf=words,
            reading=reading,
            sound=sound,
            start=start if isinstance(start, Resolution) else None,
            end=end if isinstance(end, Resolution) else None,
            unread=unread,
        )

    def _stated(self, record: Record, words: str | None, at: Pointer, field: str) -> Resolution | Unread | None:
        if words is None:
            return None
        key = (record.source, words, record.upcoming)
        if key not in self._known:
            written, language = self._written[record.source], self.sources[record.source].language
            self._known[key] = resolve_stated(words, written, upcoming=record.upcoming, language=language)
        found = self._known[key]
        if isinstance(found, Unread):
            fault = _edtf_fault(words)
            severity = Severity.ERROR if fault else Severity.WARNING
            message = f"the date `{words}` cannot be read and stays open: {fault or found.reason}"
            self._problems.append(Problem("unread-date", message, at.down(field), severity))
        elif found.relative and not any(record.relations()):
            message = f"`{words}` leans on another event; name it by `after`, `before` or `during`"
            self._problems.append(Problem("relative-date", message, at.down(field), Severity.WARNING))
        return found


def _written(chain: list[Source]) -> Resolution | None:
    """Return when the words of a source were written: of a copy, from the day of what it repeats to its own."""
    own = chain[0].published
    sound = own.sound if own else UNKNOWN
    for source in chain[1:]:
        if source.published:
            sound = hull(sound, source.published.sound)
    return own._replace(sound=sound._replace(approximate=own.sound.approximate)) if own else None


def _edtf_fault(words: str) -> str:
    """Return what is wrong with words that were meant as EDTF, "" where they were not."""
    if not _EDTF_CHARACTERS.issuperset(words):
        return ""
    try:
        edtf.parse(words)
    except EdtfError as error:
        return str(error)
    return ""


def _lasting(start: Span, end: Span) -> Span:
    """Return the span from a start to an end, either of which may be unknown."""
    if end.is_unknown:
        return span(start[0:2], (start.start_earliest, None), approximate=start.approximate, uncertain=start.uncertain)
    return throughout(start, end)
