"""A model of likeness: how two rows are compared, at which levels, and how likely each level is.

How likely a level is where two rows are one (m) is fixed, by judgement checked on planted twins; how likely it is where
they are two (u) is counted on pairs drawn at random from the table itself, always the same ones. So there is nothing to
train, a small corpus has a model too, and each engine gives the same answer.
"""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MATCHES = 0.1
"""Of so many pairs, divided by the number of rows, it is expected that they are one: of a row in twenty."""

_SAMPLE = 50_000
_MOST = 0.01


class Level(NamedTuple):
    """How alike two values may be: the condition, in SQL and in Python, and how likely it is of two that are one.

    In the SQL `{common}` and `{size}` are the functions that intersect arrays and count them. How likely it is of
    two that are two is `u`, or `per_row` divided by the number of rows, or else counted on random pairs.
    """

    label: str
    sql: str
    holds: Callable[[Any, Any], bool]
    m: float
    u: float = 0.0
    per_row: float = 0.0

    def of_two(self, counted: float, rows: int) -> float:
        """Return how likely it is of two that are two, where it was counted on random pairs."""
        return self.u or (min(0.5, self.per_row / rows) if self.per_row else counted)


class Comparison(NamedTuple):
    """A sign: its levels, from the likest; a pair for which `unknown` holds has nothing to say."""

    name: str
    levels: tuple[Level, ...]
    unknown: str = "number_l IS NULL"
    is_unknown: Callable[[Any, Any], bool] = lambda _one, _other: False


class Model(NamedTuple):
    """The comparisons of a table, and the conditions on which two rows are compared at all, by the array they share.

    Pairs are handed back from the match probability `enough`.
    """

    comparisons: tuple[Comparison, ...]
    blocking: tuple[tuple[str, str], ...]
    enough: float

    def settings(self, rows: Sequence[Any], dialect: dict[str, str]) -> dict[str, Any]:
        """Return Splink's settings of this model for a table of these rows."""
        pairs = random_pairs(rows)
        return {
            "link_type": "dedupe_only",
            "unique_id_column_name": "number",
            "probability_two_random_records_match": min(_MOST, MATCHES / max(1, len(rows))),
            "retain_matching_columns": False,
            "retain_intermediate_calculation_columns": False,
            "comparisons": [_as_settings(one, len(rows), pairs, dialect) for one in self.comparisons],
            "blocking_rules_to_generate_predictions": [
                {"blocking_rule": f"l.{array} = r.{array} AND {more}", "arrays_to_explode": [array]}
                for array, more in self.blocking
            ],
        }


def random_pairs(rows: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return pairs of rows, always the same: each two of a few rows, a sample of many."""
    number = len(rows)
    if number * (number - 1) // 2 <= _SAMPLE:
        return list(combinations(rows, 2))
    rng = random.Random(number)  # noqa: S311 - a sample, no secret
    return [(rows[one], rows[other]) for one, other in (rng.sample(range(number), 2) for _ in range(_SAMPLE))]


def _as_settings(
    one: Comparison, rows: int, pairs: Sequence[tuple[Any, Any]], dialect: dict[str, str]
) -> dict[str, Any]:
    known = [pair for pair in pairs if not one.is_unknown(*pair)]
    counts = [0] * len(one.levels)
    for pair in known:
        counts[next(at for at, level in enumerate(one.levels) if level.holds(*pair))] += 1
    total = len(known) + len(one.levels) / 2
    levels: list[dict[str, Any]] = [
        {"sql_condition": one.unknown.format(**dialect), "label_for_charts": "unknown", "is_null_level": True}
    ]
    for level, count in zip(one.levels, counts, strict=True):
        levels.append(
            {
                "sql_condition": level.sql.format(**dialect),
                "label_for_charts": level.label,
                "m_probability": level.m,
                "u_probability": level.of_two((count + 0.5) / total, rows),
            }
        )
    return {"output_column_name": one.name, "comparison_levels": levels}
