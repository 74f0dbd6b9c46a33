"""Laws that every stated date keeps, whatever the words and the day of writing."""

from __future__ import annotations

import calendar
import itertools
import time

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.dates import edtf
from timeline.dates.english import RULES
from timeline.dates.english.lexicon import LEXICON
from timeline.dates.matching import words_of
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import Span, day_of, iso, lies_within
from timeline.dates.stated import resolve_stated

MORE = (
    *("2019", "10", "3", "'80s", "1990s", "10:30", "p.m.", "–", "-", ",", "10th", "'s", "?", "/", "3/4/2019"),
    *("nineteen", "ninety", "Sept.", "[2019]", "Christmas"),
)
WORDS = sorted({*words_of(RULES), *LEXICON, *MORE})
EXPRESSIONS = sorted({example.split(" @ ")[0] for rule in RULES for example in rule.examples.split(" ; ") if example})
days = st.integers(day_of(1900), day_of(2100))
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
expressions = st.one_of(st.sampled_from(EXPRESSIONS), words)


def on(first: int, last: int) -> Resolution:
    """A day of writing that lies in a window."""
    return edtf.resolve(iso(first) if first == last else f"{iso(first)}/{iso(last)}")


def in_order(span: Span) -> bool:
    pairs = (span[0], span[1]), (span[2], span[3]), (span[0], span[2]), (span[1], span[3]), (span[0], span[3])
    return all(low is None or high is None or low <= high for low, high in pairs)


@given(st.text(max_size=300), st.booleans())
@example("\ud800", False)
@example("٣ March ٢٠١٩", False)
@example("²", False)
@example("hundred " * 20, True)
@example("one thousand " * 10 + "years ago", True)
def test_nothing_raises(text: str, upcoming: bool) -> None:
    found = resolve_stated(text, edtf.resolve("2019-03-14"), upcoming=upcoming)
    assert isinstance(found, Resolution | Unread)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(expressions, days, st.integers(0, 400), st.booleans())
@example("1 centuries ago", day_of(40), 0, False)
@example("3000 years ago", day_of(2019), 0, False)
@example("in 2999 decades", day_of(2019), 0, False)
def test_bounds_are_in_order_and_hold_the_reading(text: str, day: int, width: int, upcoming: bool) -> None:
    found = resolve_stated(text, on(day, day + width), upcoming=upcoming)
    if isinstance(found, Unread):
        return
    assert in_order(found.reading)
    assert in_order(found.sound)
    assert lies_within(found.reading, found.sound)
    assert found.reading[4:] == found.sound[4:]


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow])
@given(expressions, days, st.lists(st.integers(0, 800), min_size=3, max_size=3), st.booleans())
def test_a_wider_day_of_writing_never_narrows(text: str, day: int, steps: list[int], upcoming: bool) -> None:
    inner, outer = on(day + steps[0], day + steps[0] + steps[1]), on(day, day + sum(steps))
    narrow, wide = (resolve_stated(text, anchor, upcoming=upcoming) for anchor in (inner, outer))
    if isinstance(narrow, Resolution) and isinstance(wide, Resolution):
        assert lies_within(narrow.sound, wide.sound)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
def test_finer_lies_within_coarser(year: int, month: int, day: int) -> None:
    name = calendar.month_name[month]
    nested = [f"{name} {day}, {year}", f"{name} {year}", f"{year}", f"the {year // 10 * 10}s"]
    spans = [resolve_stated(text, None).sound for text in nested]
    for inner, outer in itertools.pairwise(spans):
        assert lies_within(inner, outer)
    for part in ("early", "mid", "late", "the beginning of", "the end of", "the first half of"):
        assert lies_within(resolve_stated(f"{part} {name} {year}", None).sound, spans[1])


@given(expressions, days)
def test_an_edtf_reading_says_no_more_than_is_read(text: str, day: int) -> None:
    found = resolve_stated(text, on(day, day))
    if isinstance(found, Unread) or not found.edtf or found.reading.qualifier:
        return
    assert lies_within(found.reading, edtf.resolve(found.edtf).reading)


def test_no_text_takes_long() -> None:
    anchor = edtf.resolve("2019-03-14")
    resolve_stated("last week", anchor)
    for text in (
        "sun march " * 20,
        "late " * 20 + "march",
        "10 march " * 20,
        "early to mid " * 13 + "may",
        "a" * 10**6,
    ):
        begun = time.perf_counter()
        resolve_stated(text, anchor)
        assert time.perf_counter() - begun < 0.25
