"""Typed facts: what a value in `facts` is, and when two values of one name agree."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.dates.length import parse_length
from timeline.model import Fact
from timeline.numbers import parse_number

if TYPE_CHECKING:
    from timeline.numbers import NumberRange

_CURRENCY_LETTERS = 3  # ISO 4217: "USD"


@lru_cache(maxsize=4096)
def read_fact(name: str, texts: tuple[str, ...]) -> Fact:
    """Return the fact that a record gives by a name and its value or values.

    One value is a count ("5", "about 300"), money (a number and an ISO 4217 code: "333 USD"), a length ("7 years")
    or else text; several values are text.
    """
    return Fact(name, _type_of(texts[0]) if len(texts) == 1 else "text", texts)


def agree(one: Fact, other: Fact) -> bool:
    """Whether two values of one name may both be true.

    Numbers agree when their ranges meet ("about 300" and 310), money when the currencies are the same and the
    sums agree; sums in two currencies cannot be compared and so never contradict. Texts agree when they are the
    same, case and spacing aside, or when one's values are all among the other's.
    """
    if one.type == other.type == "money":
        (first, currency), (second, other_currency) = _money(one.text), _money(other.text)
        if first and second:
            return currency != other_currency or first.agrees_with(second)
    if one.type == other.type == "count":
        number, other_number = parse_number(one.text), parse_number(other.text)
        if number and other_number:
            return number.agrees_with(other_number)
    if one.type == other.type == "length":
        length, other_length = parse_length(one.text), parse_length(other.text)
        if length and other_length:
            return length.compatible(other_length)
    values, other_values = _folded(one), _folded(other)
    return values <= other_values or other_values <= values


def _type_of(text: str) -> str:
    if parse_number(text):
        return "count"
    if _money(text)[0]:
        return "money"
    return "length" if parse_length(text) else "text"


def _money(text: str) -> tuple[NumberRange | None, str]:
    amount, _, currency = text.rpartition(" ")
    if len(currency) == _CURRENCY_LETTERS and currency.isascii() and currency.isupper():
        return parse_number(amount), currency
    return None, ""


def _folded(fact: Fact) -> frozenset[str]:
    return frozenset(" ".join(text.casefold().split()) for text in fact.texts)
