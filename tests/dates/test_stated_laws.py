"""Laws that every stated date keeps, whatever the words and the day of writing."""

from __future__ import annotations

import calendar
import itertools
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.dates import edtf, english, russian
from timeline.dates.english.lexicon import LEXICON as ENGLISH_WORDS
from timeline.dates.matching import MOST_STEPS, Rule, words_of
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.russian.lexicon import LEXICON as RUSSIAN_WORDS
from timeline.dates.semantics.meaning import meaning_of
from timeline.dates.span import Span, day_of, iso, lies_within
from timeline.dates.stated import resolve_stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MORE = (
    *("2019", "10", "3", "'80s", "1990s", "10:30", "p.m.", "–", "-", ",", "10th", "'s", "?", "/", "3/4/2019"),
    *("nineteen", "ninety", "Sept.", "[2019]", "Christmas", "Easter", "Thanksgiving", "Labour Day"),
)
MORE_RUSSIAN = (
    *("2019", "10", "3", "10-го", "1990-х", "90-е", "XX", "III", "10:30", "10.03", "10.03.2019", "10.03.19", "–", "-"),
    *(",", "?", "/", "девятнадцать", "девяностых", "двадцать", "первого", "третьем", "пяти", "две", "тысячи"),
)
days = st.integers(day_of(1900), day_of(2100))


def expressions_of(rules: Sequence[Rule], vocabulary: Iterable[str]) -> st.SearchStrategy[str]:
    """The examples of a language's rules, and its words in any order."""
    given_as_examples = {one.split(" @ ")[0] for rule in rules for one in rule.examples.split(" ; ") if one}
    words = st.sampled_from(sorted({*words_of(rules), *vocabulary}))
    return st.one_of(st.sampled_from(sorted(given_as_examples)), st.lists(words, min_size=1, max_size=8).map(" ".join))


ENGLISH = expressions_of(english.RULES, (*ENGLISH_WORDS, *MORE))
RUSSIAN = expressions_of(russian.RULES, (*RUSSIAN_WORDS, *MORE_RUSSIAN))
languages = st.sampled_from(["en", "ru"])
expressions = st.one_of(st.tuples(ENGLISH, st.just("en")), st.tuples(RUSSIAN, st.just("ru")))
"""Expressions and the language that each is in."""


def on(first: int, last: int) -> Resolution:
    """A day of writing that lies in a window."""
    return edtf.resolve(iso(first) if first == last else f"{iso(first)}/{iso(last)}")


def in_order(span: Span) -> bool:
    pairs = (span[0], span[1]), (span[2], span[3]), (span[0], span[2]), (span[1], span[3]), (span[0], span[3])
    return all(low is None or high is None or low <= high for low, high in pairs)


@given(st.text(max_size=300), st.booleans(), languages)
@example("\ud800", False, "en")
@example("\ud800", False, "ru")
@example("٣ March ٢٠١٩", False, "en")
@example("٣ марта ٢٠١٩", False, "ru")
@example("٣-го ٢٠١٩-х 10.٠٣.2019", False, "ru")
@example("²", False, "en")
@example("²", False, "ru")
@example("hundred " * 20, True, "en")
@example("one thousand " * 10 + "years ago", True, "en")
@example("двести тысяч " * 10 + "лет назад", True, "ru")
@example("IXIXXVIIX век", False, "ru")
def test_nothing_raises(text: str, upcoming: bool, language: str) -> None:
    found = resolve_stated(text, edtf.resolve("2019-03-14"), upcoming=upcoming, language=language)
    assert isinstance(found, Resolution | Unread)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(expressions, days, st.integers(0, 400), st.booleans())
@example(("1 centuries ago", "en"), day_of(40), 0, False)
@example(("3000 years ago", "en"), day_of(2019), 0, False)
@example(("in 2999 decades", "en"), day_of(2019), 0, False)
@example(("1 столетие назад", "ru"), day_of(40), 0, False)
def test_bounds_are_in_order_and_hold_the_reading(said: tuple[str, str], day: int, width: int, upcoming: bool) -> None:
    text, language = said
    found = resolve_stated(text, on(day, day + width), upcoming=upcoming, language=language)
    if isinstance(found, Unread):
        return
    assert in_order(found.reading)
    assert in_order(found.sound)
    assert lies_within(found.reading, found.sound)
    assert found.reading[4:6] == found.sound[4:6]


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow])
@given(expressions, days, st.lists(st.integers(0, 800), min_size=3, max_size=3), st.booleans())
def test_a_wider_day_of_writing_never_narrows(
    said: tuple[str, str], day: int, steps: list[int], upcoming: bool
) -> None:
    text, language = said
    inner, outer = on(day + steps[0], day + steps[0] + steps[1]), on(day, day + sum(steps))
    narrow, wide = (resolve_stated(text, anchor, upcoming=upcoming, language=language) for anchor in (inner, outer))
    if isinstance(narrow, Resolution) and isinstance(wide, Resolution):
        assert lies_within(narrow.sound, wide.sound)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(expressions, days, st.integers(0, 40), st.integers(0, 40), st.booleans())
def test_what_is_meant_on_any_day_of_writing_is_an_alternative(
    said: tuple[str, str], day: int, width: int, later: int, upcoming: bool
) -> None:
    text, language = said
    one, window = on(day + min(width, later), day + min(width, later)), on(day, day + width)
    found, over = (resolve_stated(text, anchor, upcoming=upcoming, language=language) for anchor in (one, window))
    if isinstance(found, Resolution) and isinstance(over, Resolution):
        assert lies_within(found.sound, over.sound)
        assert lies_within(found.reading, over.sound)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
def test_finer_lies_within_coarser(year: int, month: int, day: int) -> None:
    name = calendar.month_name[month]
    nested = [f"{name} {day}, {year}", f"{name} {year}", f"{year}", f"the {year // 10 * 10}s"]
    spans = [resolve_stated(text, None).sound for text in nested]
    for inner, outer in itertools.pairwise(spans):
        assert lies_within(inner, outer)
    for part in ("early", "mid", "late", "the beginning of", "the end of", "the first half of"):
        assert lies_within(resolve_stated(f"{part} {name} {year}", None).sound, spans[1])


MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
MONTHS_IN_GENITIVE = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
def test_finer_lies_within_coarser_in_russian(year: int, month: int, day: int) -> None:
    name, genitive = (names.split()[month - 1] for names in (MONTHS, MONTHS_IN_GENITIVE))
    nested = [f"{day} {genitive} {year} года", f"{name} {year} года", f"{year} год", f"{year // 10 * 10}-е годы"]
    spans = [resolve_stated(text, None, language="ru").sound for text in nested]
    for inner, outer in itertools.pairwise(spans):
        assert lies_within(inner, outer)
    for part in ("начало", "в середине", "в конце", "в самом начале", "в первых числах", "в первой половине"):
        found = resolve_stated(f"{part} {genitive} {year} года", None, language="ru")
        assert isinstance(found, Resolution)
        assert lies_within(found.sound, spans[1])


@given(expressions, days)
def test_an_edtf_reading_says_no_more_than_is_read(said: tuple[str, str], day: int) -> None:
    found = resolve_stated(said[0], on(day, day), language=said[1])
    if isinstance(found, Unread) or not found.edtf or found.reading.qualifier:
        return
    assert lies_within(found.reading, edtf.resolve(found.edtf).reading)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sun march " * 20, "en"),
        ("late " * 20 + "march", "en"),
        ("10 march " * 20, "en"),
        ("early to mid " * 13 + "may", "en"),
        ("and " * 75, "en"),
        ("dinnertime palm sunday dawn " * 9, "en"),
        ("a" * 10**6, "en"),
        ("[" + "1," * 149, "en"),
        ("в марте " * 20, "ru"),
        ("в начале " * 19 + "марта", "ru"),
        ("10 марта " * 20, "ru"),
        ("пятидесятых " * 25, "ru"),
        ("10-" * 100, "ru"),
        ("1.1.1." * 50, "ru"),
        ("х" * 300, "ru"),
    ],
)
def test_no_text_is_tried_without_end(monkeypatch: pytest.MonkeyPatch, text: str, language: str) -> None:
    """However long or ambiguous a text, only so many rules are tried on it."""
    trials = 0

    def counted(rule: Rule, values: tuple[Any, ...]) -> Any | None:
        nonlocal trials
        trials += 1
        return meaning_of(rule, values)

    monkeypatch.setattr("timeline.dates.language.meaning_of", counted)
    {"en": english, "ru": russian}[language].read.cache_clear()
    assert isinstance(resolve_stated(text, edtf.resolve("2019-03~"), language=language), Unread)
    assert trials <= MOST_STEPS


@pytest.mark.parametrize("part", ["the first half of", "the second half of", "early in", "the end of", "late in"])
@pytest.mark.parametrize(
    "whole", ["the past 15 years", "the last three months", "the last ten days", "last year", "the weekend"]
)
def test_no_bound_of_a_part_moves_backwards(part: str, whole: str) -> None:
    """Written a day later, words mean no earlier day; so a window of writing needs only its ends looked at."""
    before: tuple[int, ...] | None = None
    for day in range(day_of(2019, 1, 1), day_of(2021, 3, 1)):
        found = resolve_stated(f"{part} {whole}", edtf.resolve(iso(day)))
        if isinstance(found, Unread):
            return
        bounds = tuple(bound for bound in found.sound.bounds if bound is not None)
        assert before is None or all(one <= other for one, other in zip(before, bounds, strict=True)), iso(day)
        before = bounds
