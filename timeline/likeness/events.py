"""Events that look like one happening: by people, dates that can meet, place, kind and wording."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.dates.span import intersection
from timeline.dates.text import date_text
from timeline.likeness.blocking import candidates
from timeline.likeness.suggestion import Suggestion, said_to_be_two, weighed
from timeline.likeness.words import Rarity, stems
from timeline.names import Names, counted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from timeline.dates.span import Span
    from timeline.model import Event, Timeline

ENOUGH = 0.65
"""From this score two events are suggested. Chosen on corpora with planted twins (see the tests)."""

_NEAR_DAYS = 10
_SHARP_DAYS = 62
_KEY_WORDS = 4
_WIDE_KEY_WORDS = 2
_DAYS_A_KEY = 31
_TELLING = 0.3
_SAID = 0.15


class _Told(NamedTuple):
    """An event with what it is compared by, and what the words of its title and its accounts weigh.

    `first` and `last` are the days between which it began, infinite where they are open.
    """

    event: Event
    title: frozenset[str]
    accounts: frozenset[str]
    people: frozenset[str]
    sources: frozenset[str]
    title_weight: float
    accounts_weight: float
    first: float
    last: float
    is_sharp: bool
    is_undated: bool


def alike_events(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield events that may be one, with the edit that makes them one."""
    comparison = _Comparison(timeline)
    apart = said_to_be_two(timeline)
    told = comparison.told
    keys = [tuple(comparison.keys(one)) for one in told]
    for first, second in candidates(keys, lambda index: _position(told[index].event)):
        one, other = told[first], told[second]
        nearness = _nearness(one, other)
        if nearness is None or frozenset((one.event.id, other.event.id)) in apart:
            continue
        score = comparison.score(one, other, nearness)
        if score >= ENOUGH:
            yield _suggestion(one.event, other.event, score, tuple(comparison.reasons(one, other)))


class _Comparison:
    """Compares the events of a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        titles = [stems(event.title) for event in timeline.events]
        accounts = [stems(" ".join(claim.says for claim in event.claims)) for event in timeline.events]
        self._names = Names(timeline)
        self._titles, self._accounts = Rarity(titles), Rarity(accounts)
        self.told = [
            _Told(
                event,
                title,
                account,
                frozenset(event.people),
                frozenset(claim.source for claim in event.claims),
                self._titles.whole(title),
                self._accounts.whole(account),
                -inf if event.date.sound.start_earliest is None else event.date.sound.start_earliest,
                inf if event.date.sound.start_latest is None else event.date.sound.start_latest,
                _is_sharp(event.date.sound),
                event.date.sound.is_unknown,
            )
            for event, title, account in zip(timeline.events, titles, accounts, strict=True)
        ]

    def keys(self, one: _Told) -> Iterator[Hashable]:
        """Yield what an event must share with another to be compared: someone or a rare word at about one time."""
        rare = self._titles.rarest(one.title, _KEY_WORDS)
        span = one.event.date.sound
        if not one.is_sharp:
            yield from rare
            yield from ((person, one.event.kind) for person in one.people)
            return
        first, last = (span.start_earliest or 0) // _DAYS_A_KEY, (span.start_latest or 0) // _DAYS_A_KEY
        for month in range(first, last + 2):
            yield from ((key, month) for key in (*rare, *one.people))
        yield from rare[:_WIDE_KEY_WORDS]
        yield from ((person, one.event.kind) for person in one.people)

    def score(self, one: _Told, other: _Told, nearness: float) -> float:
        """Return from 0 to 1 how much speaks for two events being one; 0 where it cannot be enough."""
        signs = [
            (0.4, self._words(one, other)),
            (0.15, nearness),
            (0.1, float(one.event.kind == other.event.kind)),
        ]
        if one.people and other.people:
            part = len(one.people & other.people) / min(len(one.people), len(other.people))
            signs.append((0.15 if part else 0.4, part))  # nobody in common speaks against it, louder than one for it
        if one.event.places and other.event.places:
            signs.append((0.05, float(not set(one.event.places).isdisjoint(other.event.places))))
        if weighed((*signs, (_SAID, 1.0))) < ENOUGH:
            return 0.0  # whatever their accounts say
        score = weighed((*signs, (_SAID, min(1.0, 2 * self._said(one, other)))))
        return score if one.sources.isdisjoint(other.sources) else 0.85 * score  # who tells of both knows two

    def reasons(self, one: _Told, other: _Told) -> Iterator[str]:
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
        if places := set(one.event.places) & set(other.event.places):
            yield f"both in {', '.join(map(clean, self._names.places(sorted(places))))}"
        if one.event.kind == other.event.kind:
            yield f"both of kind {one.event.kind}"

    def _words(self, one: _Told, other: _Told) -> float:
        return self._titles.likeness(one.title, other.title, one.title_weight + other.title_weight)

    def _said(self, one: _Told, other: _Told) -> float:
        return self._accounts.likeness(one.accounts, other.accounts, one.accounts_weight + other.accounts_weight)


def _position(event: Event) -> float:
    """Return where an event stands among those of a key that many share: by its day."""
    return event.date.sound.start_earliest or event.date.sound.start_latest or 0


def _nearness(one: _Told, other: _Told) -> float | None:
    """Return from 0 to 1 how well two dates agree; None where they tell of two times.

    Accounts of one happening may be some days apart; what happened at another time is another happening.
    """
    if one.first - other.last > _NEAR_DAYS or other.first - one.last > _NEAR_DAYS:
        return None
    if one.is_undated or other.is_undated:
        return 0.4
    if one.first > other.last or other.first > one.last:
        return 0.5
    return 1.0 if one.is_sharp and other.is_sharp else 0.6


def _is_sharp(span: Span) -> bool:
    first, last = span.start_earliest, span.start_latest
    return first is not None and last is not None and last - first <= _SHARP_DAYS


def _suggestion(one: Event, other: Event, score: float, reasons: tuple[str, ...]) -> Suggestion:
    keep, gone = (one, other) if len(one.claims) >= len(other.claims) else (other, one)
    records = counted(len(gone.claims), "record")
    edit = f"in the {records} of `{gone.id}`, write `event: {keep.id}`; then remove `{gone.id}` from `events`"
    two = f"if they are two, say in a record which came first (`after: {one.id}`), or in a note why"
    return Suggestion(
        "event",
        (keep.id, gone.id),
        (clean(keep.title), clean(gone.title)),
        score,
        reasons,
        edit,
        two,
        tuple(claim.pointer.down("event") for claim in gone.claims),
    )
