"""Values as they are written, evened out: spaces, dashes, quotes, digits of any script, and how digits are parted.

What says the same must not be told as a contradiction for being spelt another way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WRITTEN: dict[str, str] = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u0060\u2032\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    "\u066b": ".",  # the Arabic decimal separator
    "\u066c": ",",  # and that of thousands
    "\u066a": "%",
}
"""What is written in many ways, and the one way it is read in: dashes, quotes, signs of full width."""
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_EVENED = str.maketrans(_FULL_WIDTH | _WRITTEN)

# Compiled, which takes a while, when the first value asks for it.
_POINT = r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![\d.,]*\d)|(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d+(?![\d.,]*\d)"
"""Thousands parted by points: several of them, or with a comma for the decimals, so that nothing else can be meant."""
_COMMA = r"(?<![\d.,])(?:\d+,\d{1,2}|0,\d+)(?![\d.,]*\d)"
"""A comma before decimals, where it cannot part thousands."""
_APOSTROPHE = r"(?<=\d)'(?=\d{3}(?:\D|$))"
_EITHER = r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,]*\d)"


@lru_cache(maxsize=4096)
def evened(text: str) -> str:
    """Return a text with its spaces, dashes, quotes and digits in the one way that they are compared in."""
    if text.isascii():
        return " ".join(text.split())
    plain = "".join(map(_plain, unicodedata.normalize("NFC", text).translate(_EVENED)))
    return " ".join(plain.split())


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return "" if category == "Cf" else " " if category == "Zs" else character


def plain_digits(text: str) -> str:
    """Return an evened text with its numbers as English has them: "1.200.000" or "1'200'000" as "1,200,000"."""
    if "." in text or "," in text:
        text = re.sub(_POINT, lambda found: found[0].translate({44: 46, 46: 44}), text)
        text = re.sub(_COMMA, lambda found: found[0].replace(",", "."), text)
    return re.sub(_APOSTROPHE, ",", text) if "'" in text else text


def by_thousands(text: str) -> str:
    """Return a text with the points in its numbers as those of thousands, where they can be: "1.200" as "1,200"."""
    return re.sub(_EITHER, r"\1,\2", evened(text))
