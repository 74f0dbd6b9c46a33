"""English numbers in words, as dates have them: "twenty-first", "nineteen ninety-seven", "two thousand and one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"

_CARDINAL_VALUES = {word: number for number, word in enumerate(_CARDINALS.split())}
_CARDINAL_VALUES |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
_ORDINAL_VALUES = {word: number for number, word in enumerate(_ORDINALS.split())}
_ORDINAL_VALUES |= {word: 10 * number for number, word in enumerate(_TENTHS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000}
NUMBER_WORDS = _CARDINAL_VALUES.keys() | _ORDINAL_VALUES.keys() | _SCALES.keys()

_HUNDRED = 100
_FIRST_CENTURY, _LAST_CENTURY = 10, 21


def number_in_words(words: Sequence[str]) -> tuple[int, bool, int]:
    """Return the number that the words begin with, whether it is an ordinal, and how many words it takes (maybe 0)."""
    parts: list[int] = []
    used = 0
    for at, word in enumerate(words):
        if (
            word == "and"
            and parts
            and parts[-1] >= _HUNDRED
            and words[at + 1 : at + 2]
            and words[at + 1] in NUMBER_WORDS
        ):
            continue
        if word in _SCALES and parts:
            parts[-1] *= _SCALES[word]
        elif word in _CARDINAL_VALUES and _goes_on(parts, _CARDINAL_VALUES[word]):
            parts.append(_CARDINAL_VALUES[word])
        elif word in _ORDINAL_VALUES and _joins(parts, _ORDINAL_VALUES[word]):
            parts.append(_ORDINAL_VALUES[word])
            return sum(parts), True, at + 1
        else:
            break
        used = at + 1
    is_year = len(parts) > 1 and _makes_year(parts[:1], parts[1])
    return parts[0] * _HUNDRED + sum(parts[1:]) if is_year else sum(parts), False, used


def _goes_on(parts: Sequence[int], value: int) -> bool:
    return _joins(parts, value) or _makes_year(parts, value)


def _joins(parts: Sequence[int], value: int) -> bool:
    """Whether a number goes on so: "twenty" by "one", "two thousand" by "nine"."""
    if not parts:
        return True
    before = parts[-1]
    return (before in range(20, 100, 10) and value in range(1, 10)) or before >= max(_HUNDRED, value + 1)


def _makes_year(parts: Sequence[int], value: int) -> bool:
    """Whether a number goes on as a year does: "nineteen" by "ninety"."""
    return len(parts) == 1 and _FIRST_CENTURY <= parts[0] <= _LAST_CENTURY and value >= _FIRST_CENTURY
