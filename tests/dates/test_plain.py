"""What is read without a grammar means just what a grammar, and the EDTF reader, make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.edtf.resolving import resolve
from timeline.dates.language import Expression, reader
from timeline.dates.plain import plain_edtf, plain_words
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.stated import resolve_expression

MONTHS = {
    "en": "January Jan Jan. February Feb Feb. March Mar Mar. April Apr Apr. May June Jun Jun. July Jul Jul. August Aug"
    " Aug. September Sept Sept. Sep Sep. October Oct Oct. November Nov Nov. December Dec Dec.",
    "ru": "январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня"
    " июне июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября"
    " ноябре декабрь декабря декабре",
}
SHAPES = {
    "en": ("{m} {y}", "in {m} {y}", "On {m} {y}", "{m} {d}, {y}", "on {m} {d}, {y}", "{d} {m} {y}", "on {d} {m} {y}"),
    "ru": ("{m} {y}", "в {m} {y} года", "В {m} {y} г.", "{d} {m} {y}", "{d} {m} {y} года", "{d} {m} {y} г."),
}
DAYS = ("1", "01", "9", "28", "29", "30", "31")
NO_DAYS = ("0", "00", "32", "010", "-1", "+1", "١")


def by_grammar(text: str, language: str) -> Resolution | Unread:
    """What the grammar of a language makes of a text, whenever it is written."""
    found = reader(language)(text)
    return resolve_expression(found, None) if isinstance(found, Expression) else found


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("year", ["1000", "1900", "2019", "2020", "2999"])
def test_words_mean_what_the_grammar_reads(language: str, year: str) -> None:
    for month in MONTHS[language].split():
        for shape in SHAPES[language]:
            for day in DAYS if "{d}" in shape else ("",):
                text = shape.format(m=month, d=day, y=year)
                found, rightly = plain_words(text, language), by_grammar(text, language)
                assert (found or rightly) == rightly, text
                assert (found is None) == isinstance(rightly, Unread), text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_not_plain_is_left_to_the_grammar(language: str) -> None:
    for shape in SHAPES[language]:
        month = MONTHS[language].split()[-1]
        for year in ("999", "0999", "3000", "20190", "19", "2٠19"):
            assert plain_words(shape.format(m=month, d="10", y=year), language) is None
        for day in NO_DAYS if "{d}" in shape else ():
            assert plain_words(shape.format(m=month, d=day, y="2019"), language) is None
    for text in ("", "in", "in 2019", "on March 10", "March 10, , 2019", "10 March 2019 or so", "г.", "в мае", "March"):
        assert plain_words(text, language) is None
    assert plain_words("March 2019", "xx") is None


WORDS = st.sampled_from("in on In в March Mar. May мая марте 10 10, 31 2019 2020 года г. of , the - 1".split())  # noqa: SIM905


@given(st.lists(WORDS, max_size=6).map(" ".join), st.sampled_from(["en", "ru"]))
def test_whatever_is_read_means_what_the_grammar_reads(text: str, language: str) -> None:
    found = plain_words(text, language)
    assert found is None or found == by_grammar(text, language)


PARTS = ("[..", "[", "..", "..]", "]", "-", "2019", "0000", "0001", "02", "03", "13", "28", "29", "31", "W10", "0", "X")


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_plain_edtf_means_what_the_edtf_reader_reads(text: str) -> None:
    found = plain_edtf(text)
    assert found is None or found == resolve(text)


@pytest.mark.parametrize("text", ["2019", "0001", "9999", "2019-12", "2020-02-29", "[..2019-03-10]", "[2019-03-10..]"])
def test_commonest_edtf_is_plain(text: str) -> None:
    assert plain_edtf(text) == resolve(text)


@pytest.mark.parametrize(
    "text", ["0000", "2019-02-29", "2019-13", "2019-W10-1", "2019-3-100", "201X", "2019-21", "[2019-03-10]", "２０１９"]
)
def test_what_is_not_plain_edtf_is_left_to_its_reader(text: str) -> None:
    assert plain_edtf(text) is None
