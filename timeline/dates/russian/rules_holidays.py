"""Rules for holidays, by the names that Russian gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import lexicon
from timeline.dates.semantics import say
from timeline.dates.semantics.holidays import (
    ARMENIAN_CHRISTMAS,
    HOLIDAYS,
    ORTHODOX_CHRISTMAS,
    WESTERN_CHRISTMAS,
    Holiday,
    any_of,
    differs,
    from_easter,
    from_orthodox_easter,
    holiday_annual,
    on,
    on_since,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates.semantics.meaning import Annual

_OWN: dict[str, Holiday] = {
    "easter": any_of(from_orthodox_easter(0), from_easter(0)),
    "christmas": any_of(ORTHODOX_CHRISTMAS, WESTERN_CHRISTMAS, ARMENIAN_CHRISTMAS),
    "victory day": any_of(on(5, 9), on_since(2020, 11, 8)),  # Azerbaijan
    "defender of the fatherland day": any_of(
        on(2, 23),
        on(5, 7),  # Kazakhstan
    ),
}
"""Holidays of which another day is most often meant in Russian, or which have other days in the countries it is of."""


def _kept(holiday: Holiday) -> Callable[[], Annual]:
    return lambda: holiday_annual(holiday)


_CHRISTMAS, _EASTER = "рождество|рождества|рождеству|рождеством|рождестве", "пасха|пасхи|пасхе|пасху|пасхой"
_ON_ONE_DAY = rules(
    "",
    "",
    Needs.NOTHING,
    (
        "ANNUAL",
        lexicon.NEW_YEAR,
        _kept(HOLIDAYS["new year"]),
        "на Новый год @ 2021-01-12 = 2021-01-01",
    ),
    (
        "ANNUAL",
        f"международный|международного? женский|женского|женскому {lexicon.DAY_IN_CASES}",
        _kept(HOLIDAYS["international women's day"]),
        "в Международный женский день @ 2019-03-14 = 2019-03-08",
    ),
    (
        "ANNUAL",
        f"православное|православного|православному {_CHRISTMAS}",
        _kept(HOLIDAYS["orthodox christmas"]),
        "на православное Рождество 2019 года @ 2021-02-22 = 2019-01-07",
    ),
    (
        "ANNUAL",
        f"католическое|католического|католическому {_CHRISTMAS}",
        _kept(HOLIDAYS["western christmas"]),
        "на католическое Рождество 2019 года @ 2021-02-22 = 2019-12-25",
    ),
    (
        "ANNUAL",
        f"православная|православной|православную {_EASTER}",
        _kept(HOLIDAYS["orthodox easter"]),
        "на православную Пасху 2019 года @ 2021-02-22 = 2019-04-28",
    ),
    (
        "ANNUAL",
        f"католическая|католической|католическую {_EASTER}",
        _kept(HOLIDAYS["western easter"]),
        "на католическую Пасху 2019 года @ 2021-02-22 = 2019-04-21",
    ),
)

_ON_SEVERAL = rules(
    "holiday",
    say.HOLIDAYS,
    Needs.NOTHING,
    (
        "ANNUAL",
        "наурыз|наурыза|наурызу|наурызом|наурызе|новруз|новруза|новрузу",
        _kept(HOLIDAYS["nauryz"]),
        "на Наурыз 2019 года @ 2021-02-22 = 2019-03-21",
    ),
    (
        "ANNUAL",
        f"{lexicon.DAY_IN_CASES} победы",
        _kept(_OWN["victory day"]),
        "в День Победы 2019 года @ 2021-02-22 = 2019-05-09",
    ),
    ("ANNUAL", _CHRISTMAS, _kept(_OWN["christmas"]), "на Рождество 2019 года @ 2021-02-22 = 2019-01-07"),
    ("ANNUAL", _EASTER, _kept(_OWN["easter"]), "на Пасху 2019 года @ 2021-02-22 = 2019-04-28"),
    (
        "ANNUAL",
        f"{lexicon.DAY_IN_CASES} защитника отечества",
        _kept(_OWN["defender of the fatherland day"]),
        "в День защитника Отечества 2019 года @ 2021-02-22 = 2019-02-23",
    ),
)

_OF_A_COUNTRY = rules(
    "",
    "",
    Needs.NOTHING,
    *(
        ("ANNUAL", f"{lexicon.DAY_IN_CASES} {whose}", _kept(differs(f"«День {whose}»")), "")
        for whose in ("независимости", "труда", "матери", "отца", "конституции", "республики", "единства", "учителя")
    ),
    ("ANNUAL", f"{lexicon.DAY_IN_CASES} выборов", _kept(HOLIDAYS["election day"]), ""),
)

HOLIDAY_RULES = (*_ON_ONE_DAY, *_ON_SEVERAL, *_OF_A_COUNTRY)
