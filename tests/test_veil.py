"""The veil covers every spelling, wherever it stands, and leaves the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.veil import NO_VEIL, Protected, Veil

ANA = Protected("[1]", ("ana-velez", "Ana Vélez", "Ана Велес", "安娜"), by_parts=True)
LI = Protected("[2]", ("li", "Li Ming"), by_parts=True)
POLICE = Protected("[3]", ("unnamed police in Strelsau",))
VEIL = Veil([ANA, LI, POLICE], kept=["Ana Ruiz", "ana-ruiz", "Strelsau"], anonymous="[?]")


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Ana Vélez is arrested", "[1] is arrested"),
        ("ANA VELEZ, ana  velez; Ana-Vélez", "[1], [1]; [1]"),
        ("Vélez's house, the Velezes", "[1]'s house, the [1]"),
        ("Ана Велес, арест Велеса", "[1], арест [1]"),
        ("said A\u200bna V\u0065\u0301lez.", "said [1]."),
        ("interviewanavelez2.txt", "[1]2.txt"),
        ("arrest-ana-velez/gazette/3", "arrest-[1]/gazette/3"),
        ("据安娜说", "据[1]说"),
        ("Ana said, Ana Ruiz did not", "[1] said, Ana Ruiz did not"),
        ("ana-ruiz and ana-velez", "ana-ruiz and [1]"),
        ("Li said police lie in a li", "[2] said police lie in a li"),
        ("banana, analysis, velocity", "banana, analysis, velocity"),
        ("Unnamed police in Strelsau; the police in Strelsau", "[3]; the police in Strelsau"),
        ("", ""),
    ],
)
def test_text(text: str, covered: str) -> None:
    assert VEIL.text(text) == covered


def test_a_date_is_covered_only_where_a_whole_name_stands() -> None:
    veil = Veil([Protected("[1]", ("Theresa May",), by_parts=True)])
    assert veil.date("May 2019") == "May 2019"
    assert veil.date("after Theresa May's arrest") == "after [1]'s arrest"
    assert veil.text("In June, May said") == "In June, [1] said"


def test_a_word_of_two_names_does_not_say_whose_it_is() -> None:
    veil = Veil([Protected("[1]", ("Ana Brun",), True), Protected("[2]", ("Ilya Brun",), True)], anonymous="[?]")
    assert veil.text("Ana Brun, Ilya Brun, Brun") == "[1], [2], [?]"


def test_a_name_that_holds_a_covered_one_does_not_stand() -> None:
    veil = Veil([Protected("[1]", ("Ana Vélez",), True)], kept=["Ana Vélez Fund"])
    assert veil.text("the Ana Vélez Fund") == "the [1] Fund"


def test_without_anything_to_cover_texts_stay() -> None:
    assert NO_VEIL.text("Ana") == "Ana"
    assert not NO_VEIL
    assert VEIL


@given(st.text(), st.sampled_from(["Ana Vélez", "ana velez", "ANA-VÉLEZ", "安娜", "ana-velez"]), st.text())
def test_no_text_around_it_keeps_a_name_from_being_covered(before: str, name: str, after: str) -> None:
    assert name not in VEIL.text(f"{before}{name}{after}")


@given(st.text(alphabet="xyz ,.-'é\u0301", max_size=40))
def test_what_names_nobody_stays(text: str) -> None:
    assert VEIL.text(text) == text
