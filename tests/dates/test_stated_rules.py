"""The rule tables: every example beside a rule is read so, by that rule."""

from __future__ import annotations

import pytest

from timeline.dates import edtf, english, russian
from timeline.dates.english.lexicon import HOLIDAY_NAMES
from timeline.dates.english.lexicon import LEXICON as ENGLISH_WORDS
from timeline.dates.language import LANGUAGES
from timeline.dates.matching import Rule
from timeline.dates.resolution import Resolution
from timeline.dates.russian.lexicon import LEXICON as RUSSIAN_WORDS
from timeline.dates.semantics.holidays import HOLIDAYS
from timeline.dates.span import iso
from timeline.dates.stated import resolve_stated

RULES: dict[str, tuple[Rule, ...]] = {"en": english.RULES, "ru": russian.RULES}
LEXICONS = {"en": ENGLISH_WORDS, "ru": RUSSIAN_WORDS}
OF_TOKENS = {
    "en": "NUM YEAR DAYNO TWODIGITS ORD CLOCK DECADE SHORTYEAR AMPM QUARTERNO HOLIDAY UNSURE",
    "ru": "NUM YEAR DAYNO TWODIGITS ORD DAYORD CLOCK DOTTED DECADE ERA DAYMONTHYEAR DAYMONTHSHORT UNSURE",
}
EXAMPLES = [
    pytest.param(language, rule.name, *example.split(" @ "), id=example)
    for language, rules in RULES.items()
    for rule in rules
    for example in rule.examples.split(" ; ")
    if example
]


@pytest.mark.parametrize(("language", "name", "expression", "promise"), EXAMPLES)
def test_examples(language: str, name: str, expression: str, promise: str) -> None:
    anchor, _, text = promise.partition(" =")
    found = resolve_stated(expression, edtf.resolve(anchor), language=language)
    assert isinstance(found, Resolution), found
    assert found.edtf == text.strip()
    assert name in found.rule


def test_every_language_is_tested() -> None:
    assert set(LANGUAGES) == set(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_takes_something_for_granted_has_an_example(language: str) -> None:
    assert [rule.patterns for rule in RULES[language] if (rule.name or rule.convention) and not rule.examples] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_that_a_pattern_names_is_made_by_a_rule_or_a_word(language: str) -> None:
    rules, words = RULES[language], LEXICONS[language].values()
    made = {rule.makes for rule in rules} | {symbol for symbols in words for symbol, _ in symbols}
    parts = {part.removesuffix("?") for rule in rules for part in rule.patterns.split()}
    named = {symbol for part in parts for symbol in part.split("|") if symbol.isupper()}
    assert named - made - set(OF_TOKENS[language].split()) == set()


def test_every_holiday_has_a_name() -> None:
    assert set(HOLIDAY_NAMES.values()) == set(HOLIDAYS)


@pytest.mark.parametrize(
    ("holiday", "year", "day"),
    [
        ("easter", 2019, "2019-04-21"),
        ("good friday", 2021, "2021-04-02"),
        ("thanksgiving", 1999, "1999-11-25"),
        ("black friday", 2019, "2019-11-29"),
        ("thanksgiving", 1938, "1938-11-24"),
        ("western easter", 2018, "2018-04-01"),
        ("orthodox easter", 2018, "2018-04-08"),
        ("orthodox christmas", 1900, "1900-01-06"),
        ("orthodox christmas", 1901, "1901-01-07"),
        ("columbus day", 2018, "2018-10-08"),
        ("martin luther king day", 2019, "2019-01-21"),
        ("christmas", 2019, "2019-12-25"),
    ],
)
def test_holidays(holiday: str, year: int, day: str) -> None:
    assert iso(HOLIDAYS[holiday].days[0](year)) == day
