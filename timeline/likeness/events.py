"""Events that look like one happening: by people, dates that can meet, place, kind and wording."""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.span import intersection
from timeline.dates.text import date_text
from timeline.likeness.blocking import FEW, candidates
from timeline.likeness.suggestion import Suggestion, said_to_be_two
from timeline.likeness.words import Rarity, stems
from timeline.names import Names, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.dates.span import Span
    from timeline.model import Event, Timeline

ENOUGH = 0.65
"""From this score two events are suggested. Chosen on corpora with planted twins (see the tests)."""

NEAR_DAYS = 10
_SHARP_DAYS = 62
_KEY_WORDS = 4
_TELLING = 0.3
_SAID = 0.15
_ONE_WHO_KNOWS_BOTH = 0.85


class Told(NamedTuple):
    """An event with what it is compared by, and what the words of its title and its accounts weigh.

    `rare` and `common` are those words of its title that tell most. `first` and `last` are the days between which it
    began, infinite where they are open.
    """

    event: Event
    title: frozenset[str]
    accounts: frozenset[str]
    rare: tuple[str, ...]
    common: tuple[str, ...]
    people: frozenset[str]
    places: frozenset[str]
    sources: frozenset[str]
    title_weight: float
    accounts_weight: float
    first: float
    last: float
    is_sharp: bool
    is_undated: bool


def alike_events(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield events that may be one, with the edit that makes them one."""
    comparison = Comparison(timeline)
    apart = said_to_be_two(timeline)
    for one, other in comparison.pairs():
        if one.first - other.last > NEAR_DAYS or other.first - one.last > NEAR_DAYS:
            continue  # what happened at another time is another happening
        if one.people and other.people and one.people.isdisjoint(other.people) and len(one.title ^ other.title) > 1:
            continue  # of other people, and not told in the same words: `score` would not be enough
        score = comparison.score(one, other)
        if score >= ENOUGH and frozenset((one.event.id, other.event.id)) not in apart:
            yield suggestion_of(one.event, other.event, score, comparison.reasons(one, other))


class Comparison:
    """Compares the events of a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        titles = [stems(event.title, 1) for event in timeline.events]
        accounts = [stems(" ".join(claim.says for claim in event.claims)) for event in timeline.events]
        self._names = Names(timeline)
        self._titles, self._accounts = Rarity(titles), Rarity(accounts)
        self.told = [self._as_told(*one) for one in zip(timeline.events, titles, accounts, strict=True)]

    def _as_told(self, event: Event, title: frozenset[str], accounts: frozenset[str]) -> Told:
        sound = event.date.sound
        telling = self._titles.rarest(title, _KEY_WORDS)
        rare = tuple(stem for stem in telling if self._titles.counts[stem] <= FEW)
        return Told(
            event,
            title,
            accounts,
            rare,
            telling[len(rare) :],
            frozenset(event.people),
            frozenset(event.places),
            frozenset(claim.source for claim in event.claims),
            self._titles.whole(title),
            self._accounts.whole(accounts),
            -inf if sound.start_earliest is None else sound.start_earliest,
            inf if sound.start_latest is None else sound.start_latest,
            _is_sharp(sound),
            sound.is_unknown,
        )

    def pairs(self) -> Iterator[tuple[Told, Told]]:
        """Yield the events to compare, each two once.

        Events of a known month or so meet at about one time over someone or a rare word, or over two common words.
        Whatever is of no known month meets others over someone at one kind of event, or over words.
        """
        told = self.told
        sharp = [one for one in told if one.is_sharp]
        begins, ends = [one.first for one in sharp], [one.last + NEAR_DAYS for one in sharp]
        strong = [(*(("who", who) for who in one.people), *one.rare) for one in sharp]
        for first, second in candidates(strong, begins, ends, FEW):
            yield sharp[first], sharp[second]
        for first, second in candidates([two_words(one) for one in sharp], begins, ends):
            one, other = sharp[first], sharp[second]
            if one.people.isdisjoint(other.people) and set(one.rare).isdisjoint(other.rare):  # else they have met
                yield one, other
        if len(sharp) < len(told):
            keys = [(*(("who", who, one.event.kind) for who in one.people), *one.rare, *two_words(one)) for one in told]
            for first, second in candidates(keys, [position(one) for one in told]):
                one, other = told[first], told[second]
                if not (one.is_sharp and other.is_sharp):
                    yield one, other

    def score(self, one: Told, other: Told) -> float:
        """Return from 0 to 1 how much speaks for two events being one; 0 where it cannot be enough."""
        words = self._titles.likeness(one.title, other.title, one.title_weight + other.title_weight)
        whole, agreed = 0.65, 0.4 * words + 0.15 * _nearness(one, other)
        if one.event.kind == other.event.kind:
            agreed += 0.1
        if one.people and other.people:
            part = len(one.people & other.people) / min(len(one.people), len(other.people))
            whole += 0.15 if part else 0.4  # nobody in common speaks against it, louder than one for it
            agreed += 0.15 * part
        if one.places and other.places:
            whole += 0.05
            agreed += 0.0 if one.places.isdisjoint(other.places) else 0.05
        whole += _SAID
        if agreed + _SAID < ENOUGH * whole:
            return 0.0  # whatever their accounts say
        score = (agreed + _SAID * min(1.0, 2 * self._said(one, other))) / whole
        return score if one.sources.isdisjoint(other.sources) else _ONE_WHO_KNOWS_BOTH * score

    def reasons(self, one: Told, other: Told) -> Iterator[str]:
        """Yield what speaks for two events being one, in words."""
        words, said = self._words(one, other), self._said(one, other)
        if words > _TELLING:
            yield f"{words:.0%} of what tells their titles from others is the same"
        if said > _TELLING:
            yield f"{said:.0%} of what tells their accounts from others is the same"
        dates = [date_text(each.date.edtf, each.date.reading, each.date.sound) for each in (one.event, other.event)]
        meet = intersection(one.event.date.sound, other.event.date.sound) is not None
        yield f"their dates {'can meet' if meet else 'are near'}: {dates[0]}, {dates[1]}"
        if shared := one.people & other.people:
            yield f"both name {', '.join(map(clean, self._names.people(sorted(shared))))}"
        if places := one.places & other.places:
            yield f"both in {', '.join(map(clean, self._names.places(sorted(places))))}"
        if one.event.kind == other.event.kind:
            yield f"both of kind {one.event.kind}"

    def _words(self, one: Told, other: Told) -> float:
        return self._titles.likeness(one.title, other.title, one.title_weight + other.title_weight)

    def _said(self, one: Told, other: Told) -> float:
        return self._accounts.likeness(one.accounts, other.accounts, one.accounts_weight + other.accounts_weight)


def two_words(one: Told) -> list[tuple[str, ...]]:
    """Return each two of the common words that an event is told by; one alone where there is no other at all."""
    return [*combinations(one.common, 2)] or ([one.common] if len(one.title) == 1 and one.common else [])


def position(one: Told) -> float:
    """Return where an event stands among those of a key that many share: by its day."""
    return one.first if one.first > -inf else one.last if one.last < inf else 0


def _nearness(one: Told, other: Told) -> float:
    """Return from 0 to 1 how well two dates agree: accounts of one happening may be some days apart."""
    if one.is_undated or other.is_undated:
        return 0.4
    if one.first > other.last or other.first > one.last:
        return 0.5
    return 1.0 if one.is_sharp and other.is_sharp else 0.6


def _is_sharp(span: Span) -> bool:
    first, last = span.start_earliest, span.start_latest
    return first is not None and last is not None and last - first <= _SHARP_DAYS


def suggestion_of(one: Event, other: Event, score: float, reasons: Iterable[str]) -> Suggestion:
    """Return that two events may be one, and the edit to make: the one with fewer records goes."""
    keep, gone = (one, other) if len(one.claims) >= len(other.claims) else (other, one)
    records = counted(len(gone.claims), "record")
    edit = f"in the {records} of `{gone.id}`, write `event: {keep.id}`; then remove `{gone.id}` from `events`"
    two = f"if they are two, say in a record which came first (`after: {one.id}`), or in a note why"
    return Suggestion(
        "event",
        (keep.id, gone.id),
        (clean(keep.title), clean(gone.title)),
        score,
        tuple(reasons),
        edit,
        two,
        tuple(claim.pointer.down("event") for claim in gone.claims),
    )
