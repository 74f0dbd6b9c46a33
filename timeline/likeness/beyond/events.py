"""Events as rows for Splink, and how two are compared: people, dates that can meet, place, kind, wording."""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.likeness import events as ours
from timeline.likeness.beyond.model import Comparison, Level, Model
from timeline.likeness.blocking import blocks
from timeline.likeness.suggestion import said_to_be_two

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Sequence

    from timeline.likeness.beyond.engines import Pairs
    from timeline.likeness.events import Told
    from timeline.likeness.suggestion import Suggestion
    from timeline.model import Timeline

_DAYS_A_KEY = 31
_FAR = 10**15
"""An open bound, or one farther off, in days."""
_WORDS_OF_ACCOUNTS = 8
_TOKENS = 16
"""A word of a title makes at most so many tokens, less one."""


class EventRow(NamedTuple):
    """An event, in numbers alone.

    `begins` and `ends` are the days between which it began. `title` has, for each word, a token for each two bits that
    it tells, so that the share of tokens in common is that of what is told. `keys` are shared by what is to be compared
    if both are `sharp`, of a known month or so; `wide_keys` if one is not.
    """

    number: int
    begins: int
    ends: int
    sharp: bool
    undated: bool
    kind: int
    people: list[int]
    places: list[int]
    sources: list[int]
    title: list[int]
    said: list[int]
    keys: list[int]
    wide_keys: list[int]


def alike_events(timeline: Timeline, pairs: Pairs) -> Iterator[Suggestion]:
    """Yield events that are as likely as not to be one, unless a curator told them apart."""
    comparison = ours.Comparison(timeline)
    told, apart = comparison.told, said_to_be_two(timeline)
    rows = event_rows(told)
    for first, second, probability in pairs(MODEL, rows) if len(rows) > 1 else ():
        one, other = told[min(first, second)], told[max(first, second)]
        if frozenset((one.event.id, other.event.id)) in apart:
            continue
        reasons = (f"match probability by Splink: {probability:.3f}", *comparison.reasons(one, other))
        yield ours.suggestion_of(one.event, other.event, probability, reasons)


def event_rows(told: Sequence[Told]) -> list[EventRow]:
    """Return a row an event."""
    places = [ours.position(one) for one in told]
    keys = blocks([_sharp_keys(one) if one.is_sharp else () for one in told], places)
    of_wide = {key for one in told if not one.is_sharp for key in _wide_keys(one)}
    wide_keys = blocks([[key for key in _wide_keys(one) if key in of_wide] if of_wide else () for one in told], places)
    titles = Counter(stem for one in told for stem in one.title)
    accounts = Counter(stem for one in told for stem in one.accounts)
    numbers = _Numbers()
    return [
        EventRow(
            number,
            int(max(one.first, -_FAR)),
            int(min(one.last, _FAR)),
            one.is_sharp,
            one.is_undated,
            numbers.of("kind", one.event.kind),
            numbers.all("who", one.people),
            numbers.all("where", one.places),
            numbers.all("source", one.sources),
            [
                numbers.of("word", stem) * _TOKENS + token
                for stem in sorted(one.title)
                for token in range(min(_TOKENS - 1, int(log2(len(told) / titles[stem]) / 2)))
            ],
            numbers.all("said", sorted(one.accounts, key=lambda stem: (accounts[stem], stem))[:_WORDS_OF_ACCOUNTS]),
            keys[number],
            wide_keys[number],
        )
        for number, one in enumerate(told)
    ]


class _Numbers:
    """Numbers in place of ids and words."""

    def __init__(self) -> None:
        self._given: dict[str, dict[str, int]] = {}

    def of(self, sort: str, word: str) -> int:
        given = self._given.setdefault(sort, {})
        return given.setdefault(word, len(given))

    def all(self, sort: str, words: Collection[str]) -> list[int]:
        return sorted(self.of(sort, word) for word in words)


def _sharp_keys(one: Told) -> list[Hashable]:
    """Return what two events of known months share: someone, a rare word or two common ones, at about one time."""
    shared = (*(("who", who) for who in one.people), *one.rare, *ours.two_words(one))
    months = range(int(one.first) // _DAYS_A_KEY, int(one.last) // _DAYS_A_KEY + 2)
    return [(key, month) for key in shared for month in months]


def _wide_keys(one: Told) -> list[Hashable]:
    """Return what an event of no known month shares with any: someone at a kind of event, or words."""
    return [*(("who", who, one.event.kind) for who in one.people), *one.rare, *ours.two_words(one)]


def _shared(one: list[int], other: list[int]) -> int:
    return len(set(one) & set(other))


def _alike(column: str, shares: Sequence[tuple[int, float]], rest: float) -> Comparison:
    """Return a comparison by the share of two arrays that is in both (Dice), in percent; each share with its m."""

    def reaching(share: int, m: float) -> Level:
        def holds(one: Any, other: Any) -> bool:
            mine, yours = getattr(one, column), getattr(other, column)
            return 200 * _shared(mine, yours) >= share * (len(mine) + len(yours))

        both = f"{{size}}({column}_l) + {{size}}({column}_r)"
        sql = f"200 * {{size}}({{common}}({column}_l, {column}_r)) >= {share} * ({both})"
        return Level(f"{share}% of {column} the same", sql, holds, m)

    levels = [reaching(share, m) for share, m in shares]
    unknown = f"{{size}}({column}_l) = 0 OR {{size}}({column}_r) = 0"
    return Comparison(column, (*levels, _rest(rest)), unknown, _is_empty(column))


def _among(column: str, all_m: float, some_m: float, rest: float) -> Comparison:
    """Return a comparison by whether all of the shorter array, or some of it, is in the other."""
    found = f"{{size}}({{common}}({column}_l, {column}_r))"

    def holds_all(one: Any, other: Any) -> bool:
        mine, yours = getattr(one, column), getattr(other, column)
        return _shared(mine, yours) == min(len(mine), len(yours))

    def holds_some(one: Any, other: Any) -> bool:
        return _shared(getattr(one, column), getattr(other, column)) > 0

    return Comparison(
        column,
        (
            Level("all", f"{found} = LEAST({{size}}({column}_l), {{size}}({column}_r))", holds_all, all_m),
            Level("some", f"{found} > 0", holds_some, some_m),
            _rest(rest),
        ),
        f"{{size}}({column}_l) = 0 OR {{size}}({column}_r) = 0",
        _is_empty(column),
    )


def _is_empty(column: str) -> Any:
    return lambda one, other: not (getattr(one, column) and getattr(other, column))


def _rest(m: float) -> Level:
    return Level("else", "ELSE", lambda _one, _other: True, m)


def _meet(one: EventRow, other: EventRow) -> bool:
    return one.begins <= other.ends and other.begins <= one.ends


_MEET = "begins_l <= ends_r AND begins_r <= ends_l"
_DATES = Comparison(
    "dates",
    (
        Level(
            "of known months, and can meet",
            f"sharp_l AND sharp_r AND {_MEET}",
            lambda one, other: one.sharp and other.sharp and _meet(one, other),
            0.75,
        ),
        Level("can meet", _MEET, _meet, 0.15),
        Level(
            "are near",
            f"begins_l <= ends_r + {ours.NEAR_DAYS} AND begins_r <= ends_l + {ours.NEAR_DAYS}",
            lambda one, other: one.begins <= other.ends + ours.NEAR_DAYS and other.begins <= one.ends + ours.NEAR_DAYS,
            0.09,
        ),
        _rest(0.01),
    ),
    "undated_l OR undated_r",
    lambda one, other: one.undated or other.undated,
)
_KIND = Comparison(
    "kind", (Level("the same", "kind_l = kind_r", lambda one, other: one.kind == other.kind, 0.9), _rest(0.1))
)
_NEAR = f"l.begins <= r.ends + {ours.NEAR_DAYS} AND r.begins <= l.ends + {ours.NEAR_DAYS}"

MODEL = Model(
    (
        _among("people", 0.8, 0.15, 0.05),
        _DATES,
        _among("places", 0.8, 0.1, 0.1),
        _KIND,
        _alike("title", ((70, 0.3), (50, 0.35), (30, 0.2)), 0.15),
        _alike("said", ((60, 0.25), (30, 0.35)), 0.4),
        _among("sources", 0.05, 0.05, 0.9),  # who tells of both knows two
    ),
    (("keys", _NEAR), ("wide_keys", f"{_NEAR} AND NOT (l.sharp AND r.sharp)")),
    enough=0.5,
)
