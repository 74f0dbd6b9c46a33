"""English words and what they can stand for: one line a word, for the tokeniser."""

from __future__ import annotations

from typing import Any

from timeline.dates.semantics.periods import Unit

_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec"
)
_WEEKDAYS = "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun"
_SEASONS = "spring springtime|summer summertime|autumn fall autumntime|winter wintertime"
_UNITS = {
    Unit.DAY: "day days",
    Unit.WEEK: "week weeks wk wks",
    Unit.WEEKEND: "weekend weekends",
    Unit.MONTH: "month months",
    Unit.QUARTER: "quarter quarters",
    Unit.YEAR: "year years yr yrs",
    Unit.DECADE: "decade decades",
    Unit.CENTURY: "century centuries",
}
_SMALL_UNITS = {1.0: "hour hours hr hrs", 1 / 60: "minute minutes min mins", 1 / 3600: "second seconds moment moments"}
"""Units smaller than a day, by their length in hours."""
_PARTS_OF_DAY = {
    "MO": "morning mornings dawn daybreak sunrise breakfast",
    "AF": "afternoon afternoons",
    "EV": "evening evenings dusk sunset sundown dinnertime",
    "NI": "night nights nighttime nightfall",
    "DT": "daytime",
}
_PARTS = {"START": "early", "MID": "mid middle", "END": "late"}
_EDGES = {"FIRST": "beginning start outset opening onset", "MID": "middle midpoint", "LAST": "end close ending"}
_HEDGES = "about around approximately approx roughly circa ca c nearly almost some near"
_DOUBTS = "possibly perhaps maybe probably presumably likely apparently reportedly allegedly"
_ZONES = (
    "gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk jst hkt ist sgt aest aedt akst hst"
    " almt qyzt z"
)

_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"


def _numbered(groups: str, start: int = 0) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups.split("|"), start) for word in group.split()}


HOLIDAY_NAMES: dict[str, str] = {
    "new year's day": "new year",
    "new year's": "new year",
    "new year's eve": "new year's eve",
    "epiphany": "epiphany",
    "orthodox christmas": "orthodox christmas",
    "martin luther king day": "martin luther king day",
    "martin luther king jr day": "martin luther king day",
    "mlk day": "martin luther king day",
    "valentine's day": "valentine's day",
    "presidents day": "presidents' day",
    "presidents' day": "presidents' day",
    "president's day": "presidents' day",
    "women's day": "women's day",
    "international women's day": "international women's day",
    "st patrick's day": "st patrick's day",
    "nauryz": "nauryz",
    "nowruz": "nauryz",
    "april fools day": "april fools' day",
    "april fools' day": "april fools' day",
    "april fool's day": "april fools' day",
    "ash wednesday": "ash wednesday",
    "palm sunday": "palm sunday",
    "maundy thursday": "maundy thursday",
    "good friday": "good friday",
    "easter": "easter",
    "easter sunday": "easter",
    "easter monday": "easter monday",
    "pentecost": "pentecost",
    "whitsun": "western pentecost",
    "whit sunday": "western pentecost",
    "may day": "may day",
    "victory day": "victory day",
    "mother's day": "mother's day",
    "memorial day": "memorial day",
    "juneteenth": "juneteenth",
    "father's day": "father's day",
    "independence day": "independence day",
    "fourth of july": "fourth of july",
    "bastille day": "bastille day",
    "labor day": "labor day",
    "labour day": "labor day",
    "columbus day": "columbus day",
    "halloween": "halloween",
    "all saints' day": "all saints' day",
    "all saints day": "all saints' day",
    "guy fawkes night": "guy fawkes night",
    "veterans day": "veterans day",
    "veterans' day": "veterans day",
    "armistice day": "armistice day",
    "remembrance day": "remembrance day",
    "election day": "election day",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "black friday": "black friday",
    "christmas eve": "christmas eve",
    "christmas": "christmas",
    "christmas day": "christmas",
    "xmas": "christmas",
    "boxing day": "boxing day",
    "international workers day": "may day",
    "constitution day": "constitution day",
    "republic day": "republic day",
    "national day": "national day",
    "liberation day": "liberation day",
    "unity day": "unity day",
    "children's day": "children's day",
    "teachers day": "teachers' day",
    "teacher's day": "teachers' day",
    **{f"{church} christmas": "western christmas" for church in ("western", "catholic")},
    **{f"{church} christmas day": "western christmas" for church in ("western", "catholic")},
    **{f"{church} christmas eve": "western christmas eve" for church in ("western", "catholic")},
    "coptic christmas": "orthodox christmas",
    **{f"{church} christmas day": "orthodox christmas" for church in ("orthodox", "coptic")},
    **{f"{church} christmas eve": "orthodox christmas eve" for church in ("orthodox", "coptic")},
    **{
        f"{church} {feast}": f"{side} {feast}"
        for church, side in (("western", "western"), ("catholic", "western"), ("orthodox", "orthodox"))
        for feast in ("palm sunday", "good friday", "easter", "easter monday", "pentecost")
    },
    **{f"{church} easter sunday": f"{church} easter" for church in ("western", "orthodox")},
    "catholic easter sunday": "western easter",
}


def _lexicon() -> dict[str, tuple[tuple[str, Any], ...]]:
    words: dict[str, list[tuple[str, Any]]] = {}

    def add(symbol: str, entries: dict[str, Any]) -> None:
        for word, value in entries.items():
            words.setdefault(word, []).append((symbol, value))

    add("MONTH", _numbered(_MONTHS, 1))
    add("WEEKDAY", _numbered(_WEEKDAYS))
    add("SEASON", _numbered(_SEASONS))
    units = {word: unit for unit, group in _UNITS.items() for word in group.split()}
    add("UNIT", units)
    add("SINGLE", {word: unit for word, unit in units.items() if not word.endswith("s")})
    add("PLURAL", {word: unit for word, unit in units.items() if word.endswith("s")})
    add("SMALL", {word: length for length, group in _SMALL_UNITS.items() for word in group.split()})
    add("PARTDAY", {word: code for code, group in _PARTS_OF_DAY.items() for word in group.split()})
    add("PART", {word: code for code, group in _PARTS.items() for word in group.split()})
    add("EDGE", {word: code for code, group in _EDGES.items() for word in group.split()})
    add("HEDGE", dict.fromkeys(_HEDGES.split(), True))
    add("DOUBT", dict.fromkeys(_DOUBTS.split(), True))
    add("ZONE", {zone: zone for zone in _ZONES.split()})
    add("ERA", {word: 10 * number for number, word in enumerate(_DECADES.split(), 2)})
    return {word: tuple(symbols) for word, symbols in words.items()}


LEXICON = _lexicon()
SAME_KIND_KEPT = ("MONTH", "WEEKDAY", "SEASON")
"""A hyphen between two words of one of these kinds makes a range ("March-August"); any other is a space."""
