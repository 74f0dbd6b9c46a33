"""Numbers as they are written: digits and number words to amounts, before any hedge."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.written import evened, plain_digits

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ONES = {word: number for number, word in enumerate(_BELOW_TWENTY.split())}
_TENS = {word: 20 + 10 * n for n, word in enumerate(("twenty thirty forty fifty sixty seventy eighty ninety").split())}  # noqa: SIM905
_SMALL_SCALES = {"dozen": 12, "score": 20, "hundred": 100}
_LARGE_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES = _SMALL_SCALES | _LARGE_SCALES
_PLURAL_SCALES = {"tens": 10} | {f"{word}s": scale for word, scale in _SCALES.items()}
_FRACTION_SIGNS = {"½": ".5", "¼": ".25", "¾": ".75"}
_VAGUE: dict[str, tuple[int, int | None]] = {"few": (2, 6), "several": (3, 10), "couple": (2, 3), "many": (2, None)}
_SIGNS = re.compile(r"[<>]=|[-<>~≈≥≤]")
_HALF = ["and", "a", "half"]
_LARGEST = 10**12
_GROUP = 3
_MOST_DIGITS = 18


class Amount(NamedTuple):
    """A number as stated, or a range of two, before any hedge. `unit` is that of its last significant digit."""

    low: float
    high: float | None
    unit: float
    high_excluded: bool = False


def words_of(text: str) -> list[str]:
    """Return the words of a statement in lower case; a hyphen or dash is a word of its own, and so is a sign."""
    plain = _SIGNS.sub(r" \g<0> ", plain_digits(evened(text).casefold()))
    return plain.replace("+", " plus ").split()


def read_amount(words: list[str], at: int) -> tuple[Amount, int] | None:
    """Return the amount that begins at a word and the place after it, or None if none does."""
    found = _vague(words, at) or _plural(words, at)
    if found:
        return found
    is_between = _is(words, at, "between")
    first = _number(words, at + 1 if is_between or _is(words, at, "from") else at)
    if first is None:
        return None
    low, unit, after = first
    joints = ("and",) if is_between else ("-", "to", "or")
    second = _number(words, after + 1) if _is(words, after, *joints) else None
    if second is None:
        return None if is_between else (Amount(low, low, unit), after)
    high, unit, after = second
    # "4-5 million": the scale is said once, of both.
    scale = _SCALES.get(words[after - 1], 1)
    if low < high / scale and words[at:after].count(words[after - 1]) == 1:
        low *= scale
    return (Amount(low, high, unit), after) if low <= high else None


def _is(words: list[str], at: int, *wanted: str) -> bool:
    return at < len(words) and words[at] in wanted


def _vague(words: list[str], at: int) -> tuple[Amount, int] | None:
    at += _is(words, at, "a")
    if not _is(words, at, *_VAGUE):
        return None
    low, high = _VAGUE[words[at]]
    at += 2 if _is(words, at + 1, "of") else 1
    scale = 1
    if _is(words, at, *_SCALES):
        scale, at = _SCALES[words[at]], at + 1
    return Amount(low * scale, high and high * scale, 0), at


def _plural(words: list[str], at: int) -> tuple[Amount, int] | None:
    if not _is(words, at, *_PLURAL_SCALES):
        return None
    low, at = _PLURAL_SCALES[words[at]], at + 1
    while _is(words, at, "of") and _is(words, at + 1, *_PLURAL_SCALES) and low < _LARGEST:
        low, at = low * _PLURAL_SCALES[words[at + 1]], at + 2
    next_scale = next((scale for scale in _LARGE_SCALES.values() if scale > low), low * 1000)
    return Amount(low, next_scale, 0, high_excluded=True), at


def _number(words: list[str], at: int) -> tuple[float, float, int] | None:
    """Return a number without hedges, the unit of its last significant digit, and the place after it."""
    if _is(words, at, "half") and (_is(words, at + 1, "a", "an")) and _is(words, at + 2, *_SCALES):
        scale = _SCALES[words[at + 2]]
        return scale // 2, _unit(scale // 2), at + 3
    digits = _digits(words, at)
    if digits is None:
        return _spelled(words, at)
    numerator, places, at = digits
    numerator, places, at = _with_half(words, at, numerator, places)
    scale = 1
    while _is(words, at, *_SCALES) and scale < _LARGEST:
        scale, at = scale * _SCALES[words[at]], at + 1
    whole, rest = divmod(numerator * scale, 10**places)
    value = numerator * scale / 10**places if rest else whole
    return value, scale / 10**places if places else _unit(whole), at


def _with_half(words: list[str], at: int, numerator: int, places: int) -> tuple[int, int, int]:
    """Add a following "and a half" to a number given as a numerator and its decimal places."""
    if words[at : at + 3] != ["and", "a", "half"]:
        return numerator, places, at
    return numerator * 10 + 5 * 10**places, places + 1, at + 3


def _unit(number: int) -> float:
    """Return the unit of the last significant digit of a whole number: 100 of 300, 1 of 305."""
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit


def _digits(words: list[str], at: int) -> tuple[int, int, int] | None:
    """Return a number in digits as a numerator and its decimal places, and the place after it."""
    if at >= len(words):
        return None
    word, at = words[at], at + 1
    for sign, decimals in _FRACTION_SIGNS.items():
        if word.endswith(sign):
            word = (word.removesuffix(sign) or "0") + decimals
    whole, point, decimals = word.partition(".")
    groups = whole.split(",")
    # Thousands may be parted by spaces too, where the groups are full.
    is_whole = len(groups) == 1 and len(whole) <= _GROUP and not point
    while is_whole and at < len(words) and _is_group(words[at]) and len(groups) * _GROUP < _MOST_DIGITS:
        groups.append(words[at])
        at += 1
    is_grouped = len(groups) == 1 or (1 <= len(groups[0]) <= _GROUP and all(map(_is_group, groups[1:])))
    joined = "".join(groups) + decimals
    if not is_grouped or not (joined.isascii() and joined.isdigit()) or bool(point) != bool(decimals) or not whole:
        return None
    return (int(joined), len(decimals), at) if len(joined) <= _MOST_DIGITS else None


def _is_group(word: str) -> bool:
    return len(word) == _GROUP and word.isascii() and word.isdigit()


def _spelled(words: list[str], at: int) -> tuple[float, float, int] | None:
    """Read a number in words: "twenty-one", "a hundred and five", "two and a half million"."""
    total, last_scale = 0, 10 * _LARGEST
    start = at
    while (found := _below_thousand(words, at)) is not None:
        number, places, after = _with_half(words, found[1], found[0], 0)
        if not _is(words, after, *_LARGE_SCALES):
            value = total + number / 10**places if places else total + number
            return value, 1 / 10**places if places else _unit(int(value)), after
        scale = _LARGE_SCALES[words[after]]
        if scale >= last_scale:
            return None
        total, last_scale, at = total + number * scale // 10**places, scale, after + 1
        at += 1 if _is(words, at, "and") and _below_thousand(words, at + 1) else 0
    return (total, _unit(total), at) if at > start else None


def _below_thousand(words: list[str], at: int) -> tuple[int, int] | None:
    """Read a number up to a scale like thousand, "two hundred and five" or "two dozen", and the place after it."""
    has_article = _is(words, at, "a", "an") and _is(words, at + 1, *_SCALES)
    found = (1, at + 1) if has_article else _below_hundred(words, at)
    if found is None:
        return None
    number, at = found
    if not _is(words, at, *_SMALL_SCALES):
        return number, at
    is_hundred = words[at] == "hundred"
    number, at = number * _SMALL_SCALES[words[at]], at + 1
    rest = _below_hundred(words, at + _is(words, at, "and")) if is_hundred else None
    return (number + rest[0], rest[1]) if rest else (number, at)


def _below_hundred(words: list[str], at: int) -> tuple[int, int] | None:
    if _is(words, at, *_ONES):
        return _ONES[words[at]], at + 1
    if not _is(words, at, *_TENS):
        return None
    number, at = _TENS[words[at]], at + 1
    after = at + _is(words, at, "-")
    if _is(words, after, *_ONES) and _ONES[words[after]] in range(1, 10):
        return number + _ONES[words[after]], after + 1
    return number, at
