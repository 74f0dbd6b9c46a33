"""Russian numbers in words, in the cases that dates have: «двадцать первого», «двух», «две тысячи девятнадцатом»."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from timeline.dates.russian.forms import adjective

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kind(Enum):
    """What sort of number it is: how many, which one, which day («первого»), or the decade («девяностые»)."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    GENITIVE = "ordinal in the genitive"
    PLURAL = "ordinal in the plural"


_CARDINALS = {
    1: "один одна одно одну одного одной одному одним",
    2: "два две двух двум двумя двое",
    3: "три трех трем тремя трое",
    4: "четыре четырех четырем четырьмя четверо",
    5: "пятеро",
    8: "восемь восьми восемью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти",
    80: "восемьдесят восьмидесяти",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот",
    300: "триста трехсот",
    400: "четыреста четырехсот",
    500: "пятьсот пятисот",
    600: "шестьсот шестисот",
    700: "семьсот семисот",
    800: "восемьсот восьмисот",
    900: "девятьсот девятисот",
}
_TEENS = "один две три четыр пят шест сем восем девят"
_IN_SOFT_SIGN = {5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 20: "двадцат", 30: "тридцат"}
_IN_SOFT_SIGN |= {number: f"{stem}надцат" for number, stem in enumerate(_TEENS.split(), 11)}
_FIRST_ORDINALS = "нулев перв втор трет четверт пят шест седьм восьм девят десят"
_ORDINALS = dict(enumerate(_FIRST_ORDINALS.split()))
_ORDINALS |= {number: stem for number, stem in _IN_SOFT_SIGN.items() if number not in _ORDINALS}
_ORDINALS |= {10 * tens: f"{stem}десят" for tens, stem in enumerate(["пяти", "шести", "семи", "восьми"], 5)}
_ORDINALS |= {40: "сороков", 90: "девяност", 100: "сот", 1000: "тысячн", 2000: "двухтысячн"}
_THOUSANDS = frozenset(["тысяча", "тысячу", "тысячи", "тысяч", "тысячей"])
_GENITIVE = ("ого", "его")

CARDINALS = {form: number for number, group in _CARDINALS.items() for form in group.split()}
CARDINALS |= {stem + ending: number for number, stem in _IN_SOFT_SIGN.items() for ending in ("ь", "и", "ью")}
_ORDINAL_FORMS: dict[str, tuple[int, Kind]] = {}
for _number, _stem in _ORDINALS.items():
    _one, _many = adjective(_stem, "третий" if _stem == "трет" else "hard")
    for _form in _many:
        _ORDINAL_FORMS[_form] = (_number, Kind.PLURAL)
    for _form in _one:
        _ORDINAL_FORMS[_form] = (_number, Kind.GENITIVE if _form.endswith(_GENITIVE) else Kind.ORDINAL)
NUMBER_WORDS = CARDINALS.keys() | _ORDINAL_FORMS.keys() | _THOUSANDS

_THOUSAND, _HUNDRED = 1000, 100


def number_in_words(words: Sequence[str]) -> tuple[int, Kind, int]:
    """Return the number that the words begin with, its kind, and how many words it takes (maybe 0)."""
    parts: list[int] = []
    used = 0
    for at, word in enumerate(words):
        if word in _THOUSANDS and sum(parts) < _THOUSAND:
            parts = [max(sum(parts), 1) * _THOUSAND]
        elif word in CARDINALS and _joins(parts, CARDINALS[word]):
            parts.append(CARDINALS[word])
        elif word in _ORDINAL_FORMS and _joins(parts, _ORDINAL_FORMS[word][0]):
            value, kind = _ORDINAL_FORMS[word]
            return sum(parts) + value, kind, at + 1
        else:
            break
        used = at + 1
    return sum(parts), Kind.CARDINAL, used


def _joins(parts: Sequence[int], value: int) -> bool:
    """Whether a number goes on so: «двадцать» by «один», «две тысячи» by «девять»."""
    if not parts:
        return True
    before = parts[-1]
    return (before in range(20, 100, 10) and value in range(1, 10)) or before >= max(_HUNDRED, value + 1)
