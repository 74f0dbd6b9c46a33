"""Russian words and what they can stand for, in every form: one line a word, for the tokeniser. «ё» is read as «е»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.dates.russian.forms import adjective, noun
from timeline.dates.semantics.periods import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

# A stem, the word that it is declined like, and what else it is written as.
_MONTHS = (
    ("январ", "июнь", "янв"),
    ("феврал", "июнь", "фев февр"),
    ("март", "год", "мар"),
    ("апрел", "июнь", "апр"),
    ("ма", "май", ""),
    ("июн", "июнь", ""),
    ("июл", "июнь", ""),
    ("август", "год", "авг"),
    ("сентябр", "июнь", "сен сент"),
    ("октябр", "июнь", "окт"),
    ("ноябр", "июнь", "ноя нояб"),
    ("декабр", "июнь", "дек"),
)
_WEEKDAYS = (
    ("понедельник", "год", "пн"),
    ("вторник", "год", "вт"),
    ("сред", "среда", "ср"),
    ("четверг", "год", "чт"),
    ("пятниц", "пятница", "пт"),
    ("суббот", "среда", "сб"),
    ("воскресен", "воскресенье", "вс"),
)
_SEASONS = (("весн", "среда", "весною"), ("лет", "лето", ""), ("осен", "осень", ""), ("зим", "среда", "зимою"))
_UNITS = (
    (Unit.DAY, "д", "день"),
    (Unit.WEEK, "недел", "неделя"),
    (Unit.MONTH, "месяц", "месяц"),
    (Unit.QUARTER, "квартал", "год"),
    (Unit.YEAR, "год", "год"),
    (Unit.DECADE, "десятилет", "столетие"),
    (Unit.CENTURY, "век", "век"),
    (Unit.CENTURY, "столет", "столетие"),
)
_ONLY_NAMED = {
    Unit.WEEKEND: "выходные выходных выходным выходными уикенд уикенда уикенде",
    Unit.HALF: "полугодие полугодия полугодии полугодием полугодию",
}
"""Units that are named but not counted."""
_SMALL_UNITS = {
    1.0: "час часа часов часами",
    1 / 60: "минута минуты минуту минут минутами",
    1 / 3600: "секунда секунды секунду секунд мгновение мгновения",
}
"""Units smaller than a day, by their length in hours."""
_PARTS_OF_DAY = {
    "MO": "утро утра утру утром утре рассвет рассвета рассвету рассветом рассвете",
    "DT": "днем",
    "EV": "вечер вечера вечеру вечером вечере закат заката закату закате сумерки сумерках",
    "NI": "ночь ночи ночью",
}
_PARTS = {
    "START": "начало начале ранний ранняя раннее ранней раннюю ранним раннем",
    "MID": "середина середине середину середины серединой",
    "END": "конец конце исход исходе поздний поздняя позднее поздней позднюю поздним позднем",
}
_EDGES = {"FIRST": "начала началу", "LAST": "конца концу исхода исходу"}
_EARLY_LATE = {"START": "рано", "END": "поздно"}
_ADJECTIVES = (
    ("LAST", "прошл", "hard"),
    ("JUSTPAST", "минувш", "mixed"),
    ("JUSTPAST", "прошедш", "mixed"),
    ("JUSTPAST", "истекш", "mixed"),
    ("BEFORELAST", "позапрошл", "hard"),
    ("NEXT", "следующ", "mixed"),
    ("NEXT", "будущ", "mixed"),
    ("COMING", "ближайш", "mixed"),
    ("COMING", "предстоящ", "mixed"),
    ("COMING", "наступающ", "mixed"),
    ("RECENT", "последн", "soft"),
    ("THIS", "нынешн", "soft"),
    ("THIS", "текущ", "mixed"),
    ("OTHER", "предыдущ", "mixed"),
    ("OTHER", "предшествующ", "mixed"),
    ("OTHER", "последующ", "mixed"),
)
_TOLD_APART = ("RECENT", "COMING", "JUSTPAST")
"""Adjectives whose plural says something else: «последний год», but «последние годы»."""
_WORDS = {
    "THIS": "этот эта это эти этого этой этому эту этим этом этих этими сего",
    "THAT": "тот та то те того той тому ту тем том тех теми",
    "ALL": "весь вся все всю всего всей всему всем целый целую целое",
    "HEDGE": "около примерно приблизительно ориентировочно почти порядка ок",
    "DOUBT": "предположительно вероятно возможно видимо наверное похоже якобы",
    "ZONE": "мск msk gmt utc est cet",
    "FEW": "несколько нескольких несколькими",
    "MANY": "много многих многими",
    "PAIR": "пара пару пары парой",
}


def _lexicon() -> dict[str, tuple[tuple[str, Any], ...]]:
    words: dict[str, dict[str, Any]] = {}

    def add(symbol: str, forms: Iterable[str], value: Any) -> None:
        for form in forms:
            words.setdefault(form, {}).setdefault(symbol, value)

    for symbol, first, named in (("MONTH", 1, _MONTHS), ("WEEKDAY", 0, _WEEKDAYS), ("SEASON", 0, _SEASONS)):
        for number, (stem, pattern, short) in enumerate(named, first):
            add(symbol, (*noun(stem, pattern)[0], *short.split()), number)
    for unit, stem, pattern in _UNITS:
        singular, plural = noun(stem, pattern)
        add("UNIT", singular + plural, unit)
        add("SINGLE", singular, unit)
        add("PLURAL", plural, unit)
        add("OF", singular[1:2], unit)
        add("ONE", singular[2:3], unit)
    grouped = (
        *(("SINGLE", unit, group) for unit, group in _ONLY_NAMED.items()),
        ("OF", Unit.HALF, "полугодия"),
        ("UNIT", Unit.DAY, "сутки суток"),
        ("ONE", Unit.DAY, "сутки"),
        ("OF", Unit.DAY, "суток"),
        ("UNIT", Unit.YEAR, "лет"),
        ("PLURAL", Unit.YEAR, "лет"),
        *(("SMALL", length, group) for length, group in _SMALL_UNITS.items()),
        *(("PARTDAY", code, group) for code, group in _PARTS_OF_DAY.items()),
        *(("PART", kind, group) for kind, group in _PARTS.items()),
        *(("EDGE", kind, group) for kind, group in _EDGES.items()),
        *(("EARLYLATE", kind, group) for kind, group in _EARLY_LATE.items()),
        *((symbol, symbol, group) for symbol, group in _WORDS.items()),
    )
    for symbol, value, group in grouped:
        add(symbol, group.split(), value)
    for symbol, stem, pattern in _ADJECTIVES:
        one, many = adjective(stem, pattern)
        add(symbol, one, symbol)
        add(f"{symbol}S" if symbol in _TOLD_APART else symbol, many, symbol)
    return {word: tuple(symbols.items()) for word, symbols in words.items()}


LEXICON = _lexicon()
SAME_KIND_KEPT = frozenset(("MONTH", "WEEKDAY", "SEASON"))
"""A hyphen between two words of one of these kinds makes a range («март-август»); any other is a space."""

# Words that patterns name, in each of their forms.
YEAR = "год|года|году|годом|годе|г|годы|годов|годам|годами|годах|гг"
CENTURY = "век|века|веке|веком|веку|в|столетие|столетия|столетии|столетием|столетию"
QUARTER = "квартал|квартала|квартале|кварталом|кварталу|кв"
HALF_YEAR = "полугодие|полугодия|полугодии|полугодием|полугодию"
HALF = "половина|половины|половине|половину|половиной"
WEEK = "неделя|недели|неделе|неделю|неделей"
WEEKEND = "выходные|выходных|выходным|выходными|уикенд|уикенда|уикенде"
NUMBERED = "число|числа|числу|числе|числом"
TEN_DAYS = "декада|декады|декаде|декаду|декадой"
NUMBERS = "числа|числах|числам|чисел"
DAY_IN_CASES = "день|дня|дню|днем|дне"
NEW_YEAR = "новый|нового|новому|новым год|года|году|годом"
FIRST, FIRSTS = "первый|первая|первое|первую|первой|первого|первом", "первые|первых|первым"
LASTS = "последние|последних|последним"
NIGHT = "ночь|ночи"
HOUR, MINUTE = "час|часа|часов|часам|ч", "минута|минуты|минуту|минут|мин"
