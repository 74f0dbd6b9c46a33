"""An entity of FollowTheMoney being put together: ids, dates and texts as the format's own reader leaves them."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates.span import date_of

if TYPE_CHECKING:
    from timeline.dates.span import Day

_TYPES = {
    **dict.fromkeys(("name", "alias"), "name"),
    **dict.fromkeys(("full", "location"), "address"),
    **dict.fromkeys(("summary", "description", "notes"), "text"),
}
_LONGEST = {"name": 384, "address": 250, "text": 65_000, "string": 1024}
_YEARS = range(1000, 3000)

_WITHOUT_WIDTH = re.compile("[\u00ad\u200c\u200d]")
_SPACES = re.compile(r"[\s\u0a00]+")
_QUOTED = re.compile(r"""^["'](.*)["']$""")
_ADDRESS_BREAKS = re.compile(r"<BR/?>|ESQ[.]?,|;")
_ADDRESS_COMMAS = re.compile(r",\s?[,.]")


def identifier(kind: str, *ids: str) -> str:
    """Return the id there of what has these ids here: letters and digits, the same on every run."""
    text = "\0".join((kind, *ids))
    return f"{kind}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}"


def date_prefix(first: Day | None, last: Day | None, *, to_the_day: bool = True) -> str:
    """Return the smallest of day, month and year that holds the days from `first` to `last`, "" where none does."""
    if first is None or last is None:
        return ""
    year, month, day = date_of(first)
    last_year, last_month, _ = date_of(last)
    if year != last_year or year not in _YEARS:
        return ""
    if month != last_month:
        return str(year)
    return f"{year}-{month:02d}-{day:02d}" if first == last and to_the_day else f"{year}-{month:02d}"


class Entity:
    """An entity being put together: its properties take texts and hold what the format's reader leaves as it is."""

    def __init__(self, schema: str, kind: str, *ids: str) -> None:
        self.id, self._schema = identifier(kind, *ids), schema
        self._properties: dict[str, list[str]] = {}

    def say(self, name: str, *texts: str) -> None:
        """Add texts to a property; one too long for it is shortened there and given whole in the description."""
        kind = _TYPES.get(name, "string")
        longest = _LONGEST[kind]
        for text in texts:
            fitted = fitted_text(kind, text)
            if kind == "text":
                self._put(name, *(fitted[at : at + longest].strip() for at in range(0, len(fitted), longest)))
            elif len(fitted) > longest:
                self._put(name, fitted[: longest - 1].strip() + "…")
                self.say("description", f"{name} in full: {text}")
            else:
                self._put(name, fitted)

    def lead(self, name: str, *ids: str) -> None:
        """Add the ids of entities to a property."""
        self._put(name, *ids)

    def date(self, name: str, first: Day | None, last: Day | None, *, to_the_day: bool = True) -> None:
        """Add a date to a property, if there is one that holds all that these days allow."""
        self._put(name, date_prefix(first, last, to_the_day=to_the_day))

    def _put(self, name: str, *values: str) -> None:
        held = self._properties.setdefault(name, [])
        held += (value for value in dict.fromkeys(values) if value and value not in held)

    def object(self) -> dict[str, object]:
        """Return the entity as the format has it."""
        properties = {name: values for name, values in self._properties.items() if values}
        return {"id": self.id, "schema": self._schema, "properties": properties}


def fitted_text(kind: str, text: str) -> str:
    """Return a text as the format's reader would leave it, with as much as it can of what the text says."""
    fitted = clean(text)
    if not fitted.isascii():
        fitted = _WITHOUT_WIDTH.sub("", unicodedata.normalize("NFC", fitted))
        fitted = _SPACES.sub(" ", fitted).strip()
    if kind == "name":
        fitted = _QUOTED.sub(r"“\1”", fitted)
    while kind == "address" and fitted != (tidied := _tidied_address(fitted)):
        fitted = tidied
    return fitted


def _tidied_address(text: str) -> str:
    return _SPACES.sub(" ", _ADDRESS_COMMAS.sub(", ", _ADDRESS_BREAKS.sub(", ", text))).strip()
