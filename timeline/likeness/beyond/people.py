"""People as rows for Splink, and how two are compared: names as written, how common these are, and the company kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.likeness import people as ours
from timeline.likeness.beyond.model import Comparison, Level, Model
from timeline.likeness.blocking import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.likeness.beyond.engines import Pairs
    from timeline.likeness.people import Name
    from timeline.likeness.suggestion import Suggestion
    from timeline.model import Timeline

_MOST_COMPANY = 100


class PersonRow(NamedTuple):
    """Someone: the name and every spelling in plain letters, their consonants, and what numbers are in them.

    `bearers` is how many may be expected to bear the name by chance, `company` who is named beside.
    """

    number: int
    name: str
    spelled: list[str]
    consonants: list[str]
    numbers: str
    bearers: float
    company: list[int]
    keys: list[int]


def alike_people(timeline: Timeline, pairs: Pairs) -> Iterator[Suggestion]:
    """Yield people that may be one, unless one record names both."""
    people = timeline.people
    names = ours.names_of(timeline)
    together = ours.named_together(timeline)
    common = ours.Commonness(names)
    rows = person_rows([one.id for one in people], [one.type for one in people], names, common, together)
    for first, second, probability in pairs(MODEL, rows) if len(rows) > 1 else ():
        at, to = sorted((first, second))
        one, other = people[at], people[to]
        if other.id in together.get(one.id, ()):
            continue
        alike = ours.likeness_of_names(names[at], names[to], 0.0)._replace(score=probability)
        shared = sorted(together.get(one.id, set()) & together.get(other.id, set()))
        found = ours.suggestion_of(one, other, alike, shared, common.bearers(alike.one, alike.other))
        yield found._replace(reasons=(f"match probability by Splink: {probability:.3f}", *found.reasons))


def person_rows(
    ids: Sequence[str],
    types: Sequence[str],
    names: Sequence[tuple[Name, ...]],
    common: ours.Commonness,
    together: dict[str, set[str]],
) -> list[PersonRow]:
    """Return a row a person."""
    number_of = {one: number for number, one in enumerate(ids)}
    keys = blocks(
        [{(sort, key) for key in ours.name_keys(spelled)} for sort, spelled in zip(types, names, strict=True)],
        [spelled[0].words for spelled in names],
    )
    return [
        PersonRow(
            number,
            " ".join(spelled[0].words),
            sorted({" ".join(name.words) for name in spelled}),
            sorted({ours.consonants(name) for name in spelled}),
            " ".join(sorted(frozenset[str]().union(*(name.numbers for name in spelled)))),
            min(common.bearers(name, name) for name in spelled),
            sorted(number_of[who] for who in together.get(ids[number], ()) if who in number_of)[:_MOST_COMPANY],
            keys[number],
        )
        for number, spelled in enumerate(names)
    ]


def _same(column: str) -> Any:
    return lambda one, other: not set(getattr(one, column)).isdisjoint(getattr(other, column))


def _slip(one: PersonRow, other: PersonRow) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one.name, other.name, score_cutoff=1) <= 1


def _rarer_than(bearers: float, m: float, u: float) -> Level:
    return Level(
        f"fewer than {bearers:g} bear it by chance",
        f"LEAST(bearers_l, bearers_r) < {bearers}",
        lambda one, other: min(one.bearers, other.bearers) < bearers,
        m,
        u,
    )


def _else(m: float, u: float) -> Level:
    return Level("else", "ELSE", lambda _one, _other: True, m, u)


_NAMES = Comparison(
    "names",
    (
        Level("the same", "{size}({common}(spelled_l, spelled_r)) > 0", _same("spelled"), 0.6, per_row=1.0),
        Level("one slip apart", "levenshtein(name_l, name_r) <= 1", _slip, 0.2, per_row=2.0),
        Level(
            "the same but for vowels",
            "{size}({common}(consonants_l, consonants_r)) > 0",
            _same("consonants"),
            0.1,
            per_row=0.5,
        ),
        _else(0.05, 0.999),
    ),
)
_COMMON = Comparison(
    "commonness",
    (
        *(_rarer_than(0.01, 0.5, 0.005), _rarer_than(0.1, 0.25, 0.025), _rarer_than(1, 0.15, 0.15)),
        *(_rarer_than(10, 0.07, 0.7), _else(0.01, 0.99)),
    ),
    f"NOT ({' OR '.join(level.sql for level in _NAMES.levels[:-1])})",
    lambda one, other: not any(level.holds(one, other) for level in _NAMES.levels[:-1]),
)
"""How much a name that agrees tells: a rare one names one person, a common one any of many."""

_BESIDE = Comparison(
    "company",
    (
        Level("named with the same", "{size}({common}(company_l, company_r)) > 0", _same("company"), 0.4, 0.005),
        _else(0.6, 0.995),
    ),
    "{size}(company_l) = 0 OR {size}(company_r) = 0",
    lambda one, other: not (one.company and other.company),
)

MODEL = Model(
    (_NAMES, _COMMON, _BESIDE),
    (("keys", "(l.numbers = r.numbers OR l.numbers = '' OR r.numbers = '')"),),
    enough=0.05,  # where many bear one name, who keeps no company with anybody cannot be likelier
)
