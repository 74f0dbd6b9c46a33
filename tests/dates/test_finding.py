"""Dates are found in running text: what is one, what only looks like one, and where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.edtf import resolve
from timeline.dates.finding import find
from timeline.dates.resolution import Unread

WRITTEN = resolve("2021-02-22")


def found(text: str, language: str = "en") -> list[str]:
    return [date.text for date in find(text, WRITTEN, language=language)]


def marked(text: str, language: str = "en") -> str:
    """The text with every date that is found in braces."""
    parts, at = [], 0
    for date in find(text, WRITTEN, language=language):
        parts += [text[at : date.start], "{", date.text, "}"]
        at = date.end
    return "".join((*parts, text[at:]))


@pytest.mark.parametrize(
    "text",
    [
        "She was held {since 2016} and freed {by March 2019}, {earlier this week}, or so she says.",
        "{On 10 March 2019} they met; {two days later} they parted.",
        "He came {in September [2019]} and left {in August}.",
        "The march began {on Friday, March 15, 2019} at the gate, {that same evening}.",
        "{In 2000} in response to pressure, {from 2014} as he said, {in late summer 2020}.",
        "A {2018} archive photo. {2019} Arrest. {During 2018 and 2019} the group grew.",
        "{Last fall} the ministry spoke. {In the fall of 2019} it did not.",
        "{On Sept. 10, 2019}. She left {at 10 p.m. Wednesday}.",
        "They talked {about 2014} and {after 2019}; {now} they do not.",
        "{In May} he wrote, {on May 5} he spoke, and {May 2019} was cold.",
        "{In April} Kunbolat stood there, {until June}.",
        "It was {the night of March 10, 2019}. {Friday's} rally was banned after {last week's} vote.",
        "The 20-year-old spoke {in the 1990s} of {the end of 2010}.",
        "See {2019-03-10}, {from 10 to 12 March 2019}.",
        "She {recently} said she would go {next week}.",
        "He came {a month and a half ago}; {two and a half weeks ago} he fled, {over a week and a half ago} she.",
    ],
)
def test_what_is_a_date(text: str) -> None:
    assert marked(text.replace("{", "").replace("}", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        "You may march; the second of them may fall in spring water.",
        "May he rest. March on! The fall of the city, a spring, summer camps.",
        "Theresa May met August Wilson, June Osborne and April Ryan at The Sun and the Sunday Times.",
        "About 2,000 people, 2000 men, over 2000 prisoners and 1,500 others paid in 2019 dollars.",
        "Bilash, 46, the 46-year-old, aged 20; five men; $333; 7.5 percent; 1,000 kilometers; 16x9; MH370.",
        "The day, the year, the week, the quarter, the night, the period, the time, the moment, the point.",
        "He was held for five months and for seven years, several times a week, day and night.",
        "the first, the second half, the third, on the 5th floor, 24/7, 3/4 of them, 10:35",
        "as soon as possible, the current case, the recent case, the present case, no later than that.",
        "Shortly before he left, after that meeting, since this is so, at this.",
        "Article 2001 of the law, page 1984, No. 2019, room 2020.",
        "https://example.org/2019/03/14/story and ana@2019.example on friday.html",
        "year after year, the first time in 20 years",
        "",
        " ",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "{В марте 2019 года} его задержали, а {поздно вечером в среду} к нему пришли.",
        "{10 марта 2019 г}. {В тот же день} его доставили в столицу.",
        "{В 2018 году} пришли 2000 человек; {с 2016 г}. таких стало больше.",
        "{На прошлой неделе}, {в 2020 году}, {недавно}. {Потом} он уехал {в конце сентября}.",
        "В этой среде его знали. Среда обитания, первого, за два года, в течение пяти месяцев.",
    ],
)
def test_russian(text: str) -> None:
    assert marked(text.replace("{", "").replace("}", ""), "ru") == text


@pytest.mark.parametrize(
    "text",
    [
        "in 2019. March was cold",
        "in 2019; March 5 was cold",
        "in May “2019 men” sang",
        "on Friday! March 5",
        "in 2019 -- May 5",
    ],
)
def test_no_date_goes_over_the_end_of_a_sentence(text: str) -> None:
    assert all(not set(".;!“”") & set(date) and "--" not in date for date in found(text))


def test_what_they_mean() -> None:
    told = [date.resolution for date in find("since 2016 she stayed; two days later, last fall, she left", WRITTEN)]
    assert not any(isinstance(one, Unread) for one in told)
    assert [(one.edtf, one.relative) for one in told if not isinstance(one, Unread)] == [
        ("2016/..", False),
        ("", True),
        ("2020-23", False),
    ]


def test_what_needs_the_day_of_writing_is_found_and_says_so() -> None:
    [date] = find("It was last week.", None)
    assert isinstance(date.resolution, Unread)
    assert "day of writing" in date.resolution.reason
    [date] = find("It was in 2019.", None)
    assert not isinstance(date.resolution, Unread)


def test_no_such_date_is_none() -> None:
    assert found("on 31 February 2019 or 10/45/2019") == ["2019"]


def test_an_unknown_language() -> None:
    with pytest.raises(KeyError):
        find("2019", WRITTEN, language="xx")


def test_places_are_those_of_the_text_as_it_stands() -> None:
    text = "\u200fİ a\u0301\u00ad b \u200bin\u00a0Mar\u00adch\u00a02019\u200b, e\u0301 \U0001f600 on\u2009Friday"
    assert [text[date.start : date.end] for date in find(text, WRITTEN)] == found(text)
    assert len(found(text)) == 2
    russian = "и\u0306 в ма\u0301рте 2019 года"
    assert found(russian, "ru") == ["в ма\u0301рте 2019 года"]


PIECES = (
    "12 March 2019 from to the last week on Friday year ago two days before after early of in and or 1990s since may "
    "half - , . ( ) [ ] “ ” quarter x ; a.m. 10:35 \u200b \u202e \x00 в марте года с по среду потом 2019 г. —"
)
WORDS = st.sampled_from(PIECES.split(" "))


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=80), st.sampled_from(["en", "ru"]))
def test_laws(text: str, language: str) -> None:
    dates = find(text, WRITTEN, language=language)
    assert all(text[date.start : date.end] == date.text and date.text.strip() == date.text for date in dates)
    assert all(one.end <= other.start for one, other in pairwise(dates))
    assert dates == find(text, WRITTEN, language=language)


@pytest.mark.parametrize("piece", ["12 March 2019 ", "2019-", "in the ", "a few days after ", "(", "one hundred ", "x"])
def test_work_grows_with_the_length(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text is no more than twice the tokens matched, in windows that overlap by half at most."""
    matched = 0
    from timeline.dates.language import Grammar

    read_all = Grammar.read_all

    def counted(self: Grammar, tokens: object) -> object:
        nonlocal matched
        matched += len(tokens)  # type: ignore[arg-type]
        return read_all(self, tokens)  # type: ignore[arg-type]

    monkeypatch.setattr(Grammar, "read_all", counted)
    find(piece * 1000, WRITTEN)
    once, matched = matched, 0
    find(piece * 2000, WRITTEN)
    assert matched <= 2.1 * once + 100
