"""What the records leave uncovered: dated paragraphs that none cites, and events on which a later source is silent.

A silence is a source that was published after an event was over, tells of other events near it, and has no claim on
it. Near are events told by that source whose days come within `NEAR` of the event's and that share a person with it or
are of its theme; only events of bounded dates, no longer than `LONGEST`, are looked at. A silence is a question to the
document, and no denial: it may have had no room, no knowledge, or no wish to tell; or the curator overlooked it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.finding import find
from timeline.dates.language import LANGUAGES
from timeline.documents import claims_by_paragraph, held, published_on
from timeline.markup import veil_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from timeline.dates.finding import Found
    from timeline.dates.span import Day
    from timeline.model import Event, Source, Timeline
    from timeline.problems import Problem

NEAR, LONGEST = 92, 366
"""Days: how far apart neighbours may be, and how long the window of an event that has neighbours."""


class Uncited(NamedTuple):
    """A paragraph that holds dates and that no record cites."""

    paragraph: int
    dates: tuple[Found, ...]


class Reading(NamedTuple):
    """A document at hand: how many of its paragraphs hold dates, and those of them that no record cites."""

    source: str
    paragraphs: int
    dated: int
    uncited: tuple[Uncited, ...]


class Silence(NamedTuple):
    """A source that omits an event, and the events near it that the source does tell."""

    source: str
    event: str
    neighbours: tuple[str, ...]


def read_documents(timeline: Timeline, folder: Path) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Return what of each document in a folder no record cites, and a problem for each that cannot be read.

    Raises NotADirectoryError when `folder` is none.
    """
    if not folder.is_dir():
        raise NotADirectoryError(20, "not a folder", str(folder))
    problems: list[Problem] = []
    readings = []
    veil = veil_of(timeline)
    for source in timeline.sources:
        if source.file is None:
            continue
        cited = claims_by_paragraph(timeline, source.id)
        claims = [claim for some in cited.values() for claim in some]
        document = held(timeline, source, folder, claims, problems)
        if document is None:
            continue
        texts = tuple(map(veil.text, document.paragraphs))
        readings.append(_reading(source, texts, timeline, cited.keys()))
    return tuple(readings), tuple(problems)


def _reading(source: Source, texts: Sequence[str], timeline: Timeline, cited: Iterable[int]) -> Reading:
    anchor = published_on(timeline, source)
    language = source.language if source.language in LANGUAGES else "en"
    dated = {number: find(text, anchor, language=language) for number, text in enumerate(texts, 1)}
    dated = {number: dates for number, dates in dated.items() if dates}
    uncited = (Uncited(number, dates) for number, dates in dated.items() if number not in set(cited))
    return Reading(source.id, len(texts), len(dated), tuple(uncited))


def silences(timeline: Timeline, events: Iterable[Event]) -> tuple[Silence, ...]:
    """Return the silences on some events of a timeline, in their order and that of the sources."""
    told = _told(timeline)
    found = []
    for event in events:
        days = _days(event)
        if days is None or event.is_only_denied or event.is_only_planned:
            continue
        tellers = {claim.source for claim in event.claims}
        for source in timeline.sources:
            if source.id in tellers or not _is_later(source, days[1]):
                continue
            near = tuple(_neighbours(event, days, told.get(source.id, ())))
            if near:
                found.append(Silence(source.id, event.id, near))
    return tuple(found)


def _told(timeline: Timeline) -> Mapping[str, Sequence[tuple[Event, tuple[Day, Day]]]]:
    """Return the events that each source tells of and that can be near others, with their days, in their order."""
    told: dict[str, list[tuple[Event, tuple[Day, Day]]]] = {}
    for event in timeline.events:
        days = _days(event)
        if days is not None:
            for source in dict.fromkeys(claim.source for claim in event.claims):
                told.setdefault(source, []).append((event, days))
    return {source: sorted(events, key=_first_day) for source, events in told.items()}


def _first_day(told: tuple[Event, tuple[Day, Day]]) -> Day:
    return told[1][0]


def _days(event: Event) -> tuple[Day, Day] | None:
    """Return the first and the last day of an event, None where one is not known or they are far apart."""
    first, last = event.date.sound.start_earliest, event.date.sound.end_latest
    return (first, last) if first is not None and last is not None and last - first < LONGEST else None


def _is_later(source: Source, last: Day) -> bool:
    """Whether a source certainly appeared after a day."""
    first = source.published.sound.start_earliest if source.published else None
    return first is not None and first > last


def _neighbours(event: Event, days: tuple[Day, Day], told: Sequence[tuple[Event, tuple[Day, Day]]]) -> Iterator[str]:
    begin = bisect_left(told, days[0] - NEAR - LONGEST, key=_first_day)
    end = bisect_right(told, days[1] + NEAR, key=_first_day)
    for other, (_, last) in told[begin:end]:
        is_alike = other.theme == event.theme or not set(other.people).isdisjoint(event.people)
        if is_alike and days[0] - last <= NEAR:
            yield other.id
