"""Typed facts: what a value in `facts` is, and when two values of one name agree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.clock import Clock, clock_of
from timeline.dates.language import plain_length
from timeline.dates.length import parse_length
from timeline.dates.resolution import Resolution
from timeline.dates.terms import Term, parse_term
from timeline.model import Fact
from timeline.number_words import read_amount, words_of
from timeline.numbers import NumberRange, hedged, parse_number, split_hedges
from timeline.written import by_thousands, evened

if TYPE_CHECKING:
    from collections.abc import Iterable

_CURRENCY_LETTERS = 3  # ISO 4217: "USD"
_CURRENCIES = {
    "us$": "USD",
    "c$": "CAD",
    "a$": "AUD",
    "$": "$",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₸": "KZT",
    "₴": "UAH",
    "₺": "TRY",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₫": "VND",
    "₦": "NGN",
    "₱": "PHP",
    "₾": "GEL",
    "₼": "AZN",
    "us dollars": "USD",
    "dollars": "$",
    "euros": "EUR",
    "euro": "EUR",
    "tenge": "KZT",
    "yuan": "CNY",
    "rubles": "RUB",
    "roubles": "RUB",
    "евро": "EUR",
    "тенге": "KZT",
    **dict.fromkeys(("доллар", "доллара", "долларов"), "$"),
    **dict.fromkeys(("рубль", "рубля", "рублей"), "RUB"),
    **dict.fromkeys(("юань", "юаня", "юаней"), "CNY"),
}
"""Signs and names of money, and what they stand for. A bare dollar is compared with that of the United States alone."""
_SIGN = re.compile("|".join(re.escape(sign) for sign in _CURRENCIES if not sign[-1].isalpha()), re.IGNORECASE)
_CODE_FIRST = re.compile(r"\b([A-Z]{3}) ?(?=[0-9])")
_OF_THE_STATES = re.compile(r"\bU\.? ?S\.?(?: ?(?=\$)|(?= dollars\b))", re.IGNORECASE)
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "mln": "million", "bn": "billion", "b": "billion"}
_SCALE = re.compile(r"(?<=\d) ?(?:k|mln|mn|m|bn|b)\b", re.IGNORECASE)
"""Letters after a sum, and what they stand for; after other numbers they may be metres."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NO_ONE = frozenset(("none", "nobody", "no one", "nil"))
_NONE = NumberRange(0, 0, "none")
_PER_CENT = re.compile(r"(?: ?%| per ?cent)$", re.IGNORECASE)
_TIME = re.compile(r"\d:\d\d|\d ?[ap]\.? ?m\b|noon|midnight|o'clock|morning|evening|night", re.IGNORECASE)
"""What a text that tells a time of day has in it."""
_MOST_WORDS = 2
"""How many words the name of what is counted may have: more say more than a number does."""
_BETWEEN_WORDS = re.compile(r"[\s_-]+")


@lru_cache(maxsize=4096)
def read_fact(name: str, texts: tuple[str, ...]) -> Fact:
    """Return the fact that a record gives by a name and its value or values.

    One value is a count ("5", "about 300"), money (a number and an ISO 4217 code: "333 USD"), a length ("7 years")
    or else text; several values are text.
    """
    return Fact(name, _type_of(texts[0]) if len(texts) == 1 else "text", texts)


def folded_name(name: str) -> str:
    """Return the name of a fact as it is compared: case, spaces, hyphens and underscores make no other name."""
    return _BETWEEN_WORDS.sub("", name.casefold())


def agree(one: Fact, other: Fact) -> bool:
    """Whether two values of one name may both be true.

    Numbers agree when their ranges meet ("about 300" and 310), also where only one says what it counts ("43 people").
    Money agrees when the currencies are the same and the sums agree ("$500" and "500 USD"), also where only one names a
    currency ("500"). Sums in two currencies cannot be compared, and so do not contradict, unless one figure is exactly
    stated of both: hardly any two are worth the same. Lengths agree where one term can be both (see
    `timeline.dates.terms`).
    Times of day agree where one moment can be both ("23:40", "11.40 p.m.", "shortly before midnight").
    Texts agree when they are the same, case and spacing aside, or when one's values are all among the other's.
    """
    values, other_values = _folded(one), _folded(other)
    if values <= other_values or other_values <= values:
        return True
    if len(one.texts) > 1 or len(other.texts) > 1:
        return False
    return any(_may_be_one(text, rival) for text in _readings(one.text) for rival in _readings(other.text))


def _readings(text: str) -> Iterable[str]:
    """Return a value, and as it may be read as well: "1.200" by those who part thousands by points."""
    return dict.fromkeys((text, by_thousands(text))) if "." in text else (text,)


def _may_be_one(text: str, other: str) -> bool:
    """Whether two values, which are not the same text, may both be true."""
    term, rival = _term(text), _term(other)
    if term is not None and rival is not None:
        return term.agrees_with(rival)
    clock, other_clock = _time_of_day(text), _time_of_day(other)
    if clock is not None and other_clock is not None:
        return clock.zone == other_clock.zone and clock.meets(other_clock)
    first, second = _measured(text), _measured(other)
    if first is None or second is None:
        return False
    if first.of == second.of == "money":
        return _sums_agree(first, second)
    if first.of != second.of and "share" in (first.of, second.of):
        return False
    is_one = first.unit == second.unit or not (first.unit and second.unit)
    return is_one and first.number.agrees_with(second.number)


def _term(text: str) -> Term | None:
    """Return the term that a value states, in English or in another language that lengths are read in."""
    return parse_term(_in_english(text))


@lru_cache(maxsize=4096)
def _in_english(text: str) -> str:
    """Return a length in the words that lengths are read from, where it is in Cyrillic letters; all else as it is."""
    return text if not _CYRILLIC.search(text) else plain_length(text, "ru") or text


@lru_cache(maxsize=4096)
def _time_of_day(text: str) -> Clock | None:
    """Return the minutes of a day that a text tells, None where it tells no time, or more than that."""
    if not _TIME.search(text):
        return None
    from timeline.dates.stated import resolve_stated  # most facts are no times

    found = resolve_stated(text, None)
    return clock_of(found.clock) if isinstance(found, Resolution) and found.relative else None


class _Measured(NamedTuple):
    """A number and what it is `of`: "money", "share" (per cent) or "count"; its `unit`, "" where none is named."""

    number: NumberRange
    of: str
    unit: str = ""


def _sums_agree(one: _Measured, other: _Measured) -> bool:
    """Whether two sums of money may be one."""
    units = {one.unit, other.unit}
    if len(units) == 1 or units == {"$", "USD"}:
        return one.number.agrees_with(other.number)
    is_one_figure = one.number.is_exact and one.number[:2] == other.number[:2]
    return not is_one_figure or one.number.low == 0 or "$" in units  # a dollar may be that of another country


@lru_cache(maxsize=4096)
def _measured(text: str) -> _Measured | None:
    """Return the number that a text states, and of what; None where it states none, more than that, or a length."""
    text = _OF_THE_STATES.sub("US", evened(text))
    number = parse_number(text) or (_NONE if text.casefold() in _NO_ONE else None)
    if number:
        return _Measured(number, "count")
    if parse_length(_in_english(text)):
        return None
    if _PER_CENT.search(text):
        number = parse_number(_PER_CENT.sub("", text))
        return number and _Measured(number, "share")
    return _sum_of_money(text) or _count(text)


def _sum_of_money(text: str) -> _Measured | None:
    """Read "500 USD", "USD 500", "about $500", "$1.5m"."""
    number, currency = _money(text)
    if number:
        return _Measured(number, "money", currency)
    for mark in (_SIGN, _CODE_FIRST):
        signs = {sign.casefold() for sign in mark.findall(text)}
        number = parse_number(_SCALE.sub(_scaled, mark.sub("", text))) if len(signs) == 1 else None
        if number:
            sign = signs.pop()
            return _Measured(number, "money", _CURRENCIES.get(sign, sign.upper()))
    return None


def _scaled(found: re.Match[str]) -> str:
    return f" {_SCALES[found[0].strip().casefold()]}"


def _count(text: str) -> _Measured | None:
    """Read a number and what it counts, in a word or two: "43 people". Of money, that is a sum."""
    hedges, words = split_hedges(words_of(text))
    amount, at = read_amount(words, 0) or (None, 0)
    of = " ".join(words[at:])
    if amount is None or len(words) - at > _MOST_WORDS or not of.replace(" ", "").isalpha():
        return None
    currency = _CURRENCIES.get(of)
    return _Measured(hedged(amount, hedges, text), "money" if currency else "count", currency or of)


def _type_of(text: str) -> str:
    if parse_number(text):
        return "count"
    if _money(text)[0]:
        return "money"
    return "length" if parse_length(_in_english(text)) else "text"


def _money(text: str) -> tuple[NumberRange | None, str]:
    amount, _, currency = text.rpartition(" ")
    if len(currency) == _CURRENCY_LETTERS and currency.isascii() and currency.isupper():
        return parse_number(amount), currency
    return None, ""


def _folded(fact: Fact) -> frozenset[str]:
    return frozenset(evened(text).casefold() for text in fact.texts)
