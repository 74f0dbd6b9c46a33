"""Lengths in Russian, put into the plain words of `timeline.dates.length`: «около двух недель», "about 2 weeks"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates.russian.tokens import tokens_of
from timeline.dates.semantics.periods import Unit

if TYPE_CHECKING:
    from timeline.dates.matching import Token

_UNITS = {unit: unit.name.lower() for unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY)}
_SMALL = {"час": "hour", "минут": "minute", "секунд": "second"}
_ONE_SMALL = frozenset("час часа минута минуту минуты секунда секунду секунды".split())  # noqa: SIM905
_PHRASES = {
    **dict.fromkeys(("в течение", "на протяжении", "на", "за", "где"), ""),
    **dict.fromkeys(("около", "примерно", "приблизительно", "порядка", "то"), "about"),
    "почти": "nearly",
    **dict.fromkeys(("более чем", "больше чем", "более", "больше", "свыше"), "more than"),
    **dict.fromkeys(("менее чем", "меньше чем", "менее", "меньше"), "less than"),
    **dict.fromkeys(("не менее", "не меньше", "по меньшей мере", "как минимум", "минимум"), "at least"),
    **dict.fromkeys(("не более", "не больше", "максимум"), "up to"),
    **dict.fromkeys(("\u2013", "или"), "to"),
    "и": "and",
    "от": "from",
    "до": "to",
    "несколько": "2 to 10",
    "нескольких": "2 to 10",
    **dict.fromkeys(("пара", "пару", "пары"), "2 to 3"),
    **dict.fromkeys(("полтора", "полторы", "полутора"), "1.5"),
    **dict.fromkeys(("полгода", "полугода"), "half a year"),
    **dict.fromkeys(("полчаса", "получаса"), "half an hour"),
    **dict.fromkeys(("полмесяца",), "half a month"),
    **dict.fromkeys(("полдня",), "half a day"),
    ",": "",
}
_LONGEST_PHRASE = 3
_AND_A_HALF = ["с", "половиной"]
_DECIMAL = re.compile(r"\d[.,]\d")


def plain_length(text: str) -> str:
    """Return the words that say the same length plainly, "" for words that say none.

    Decimals are not read, for a comma may be meant to part thousands.
    «Несколько» is 2 to 10, as wide as "a few" and "several" together; a number after its unit is approximate.
    """
    if _DECIMAL.search(text):
        return ""
    tokens = [token for token in tokens_of(text) if token.text != ","]
    said: list[str] = []
    at = 0
    while at < len(tokens):
        found = _number(tokens, at) or _phrase(tokens, at) or _unit(tokens, at, is_counted=_is_count(said))
        if found is None:
            return ""
        said += found[0].split()
        at = found[1]
    return _settled(said)


def _number(tokens: list[Token], at: int) -> tuple[str, int] | None:
    number = dict(tokens[at].symbols).get("NUM")
    if number is None:
        return None
    has_half = [token.text for token in tokens[at + 1 : at + 3]] == _AND_A_HALF
    return (f"{number}.5", at + 3) if has_half else (str(number), at + 1)


def _phrase(tokens: list[Token], at: int) -> tuple[str, int] | None:
    for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
        words = " ".join(token.text for token in tokens[at : at + length])
        if words in _PHRASES:
            return _PHRASES[words], at + length
    return None


def _unit(tokens: list[Token], at: int, *, is_counted: bool) -> tuple[str, int] | None:
    symbols = dict(tokens[at].symbols)
    small = next((unit for stem, unit in _SMALL.items() if tokens[at].text.startswith(stem)), None)
    unit = symbols.get("UNIT", symbols.get("PLURAL"))
    name = small if "SMALL" in symbols else None if unit is None else _UNITS.get(unit)
    if name is None:
        return None
    is_counted = is_counted or "NUM" in dict(tokens[at + 1].symbols if at + 1 < len(tokens) else ())
    if is_counted:
        return name + "s", at + 1
    if "ONE" in symbols or tokens[at].text in _ONE_SMALL:
        return "a " + name, at + 1
    if "SINGLE" in symbols or "OF" in symbols:
        # «В течение недели» is one; «недели» alone may be one or several.
        return ("a " + name, at + 1) if at else None
    return name + "s", at + 1


def _is_count(said: list[str]) -> bool:
    return bool(said) and said[-1][0].isdigit()


def _settled(said: list[str]) -> str:
    """Return the words, with what Russian puts otherwise in its place: «до пяти дней», «месяца два»."""
    if said[:1] == ["to"]:
        said = ["up", *said]
    if len(said) == 2 and _is_count(said) and said[0].endswith("s"):  # noqa: PLR2004 - a unit and a number
        said = ["about", said[1], said[0]]
    return " ".join(said)
