"""Lengths of time in Russian, how many of which unit («три дня», «полгода»), and what is counted by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.semantics.counting import (
    ONE,
    Count,
    about_ago,
    ago,
    counted_from,
    hence,
    in_halves,
    less_than_ago,
    longer_ago,
)
from timeline.dates.semantics.periods import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.semantics.meaning import At, Meaning

_CENTURY_YEARS = 100


class Length(NamedTuple):
    """So many units."""

    number: Count
    unit: Unit


def length(count: Count, unit: Unit) -> Length:
    """So many units: «три дня»."""
    return Length(count, unit)


def one(unit: Unit) -> Length:
    """One unit: «неделю»."""
    return Length(ONE, unit)


def halves(whole: int, unit: Unit) -> Callable[[], Length | None]:
    """Return the builder of a length of so many units and a half: «полгода», «полтора года», «полвека»."""
    return lambda: and_a_half(whole, unit)


def and_a_half(number: int, unit: Unit) -> Length | None:
    """So many units and a half: «два с половиной года», «полтора месяца»."""
    found = in_halves(Count(number, number, number), unit) if number < _CENTURY_YEARS else None
    return None if found is None else Length(*found)


def about(number: int, unit: Unit) -> Length:
    """A number told after its unit is approximate: «года два»."""
    return Length(Count(number, number, number), unit)


def length_ago(told: Length) -> At:
    """So long before the day of writing."""
    return ago(*told)


def length_hence(told: Length) -> At:
    """So long after the day of writing."""
    return hence(*told)


def about_length_ago(told: Length) -> At:
    """About so long before the day of writing."""
    return about_ago(*told)


def longer_than_ago(told: Length) -> At:
    """More than so long before the day of writing."""
    return longer_ago(*told)


def shorter_than_ago(told: Length) -> At:
    """Less than so long before the day of writing."""
    return less_than_ago(*told)


def length_before(told: Length, base: Meaning) -> At:
    """So long before a date: «за два дня до Нового года»."""
    return counted_from(*told, -1, base)


def length_after(told: Length, base: Meaning) -> At:
    """So long after a date: «через неделю после 10 марта»."""
    return counted_from(*told, 1, base)
