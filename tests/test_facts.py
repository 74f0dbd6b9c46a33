"""Values of facts: the same, however it is spelt, agrees; what cannot both hold does not; whichever is asked first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.facts import agree, read_fact


def may_both_hold(one: str, other: str) -> bool:
    """Whether two values agree, which must not depend on which comes first."""
    first, second = read_fact("fact", (one,)), read_fact("fact", (other,))
    assert agree(first, second) == agree(second, first)
    return agree(first, second)


def parted(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


DIGITS = [
    dict(zip("0123456789", script, strict=True))
    for script in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")
]
MARKS = ["", ",", " ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", "\u066c"]
COUNTS = [
    *(lambda n, mark=mark: parted(n, mark) for mark in MARKS),
    *(lambda n, script=script: "".join(script.get(digit, digit) for digit in str(n)) for script in DIGITS),
    *(lambda n, word=word: f"{word}{n}" for word in ("exactly ", "a total of ", "\ufeff", " ")),
    lambda n: f"{n} people",
    lambda n: f"{n}-{n}",
]
SUMS = [
    *(
        lambda n, form=form: form.format(parted(n, ","))
        for form in ("{} USD", "USD {}", "US${}", "${}", "{} US dollars")
    ),
    *(lambda n, form=form: form.format(parted(n, "\u202f")) for form in ("{} USD", "U.S. ${}", "{}\u00a0U.S. dollars")),
    *(lambda n, form=form: form.format(parted(n, ".")) for form in ("{},00 USD", "${},0")),
    lambda n: f"${n / 1000:.4f}k",
    lambda n: f"${n / 10**6:.6f}m",
    lambda n: f"{n},0 USD",
]
NUMBERS = st.integers(1, 10**7)


@pytest.mark.parametrize("forms", [COUNTS, SUMS], ids=["counts", "sums"])
@given(st.data(), NUMBERS, NUMBERS)
def test_a_number_agrees_with_itself_alone_however_it_is_spelt(
    forms: list[Callable[[int], str]],
    data: st.DataObject,
    number: int,
    another: int,
) -> None:
    one, other = data.draw(st.sampled_from(forms)), data.draw(st.sampled_from(forms))
    assert may_both_hold(one(number), other(number))
    assert may_both_hold(one(number), other(another)) == (number == another)


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("1.200", "1,200", True),
        ("1.200", "1.2", True),
        ("1.200", "1,300", False),
        ("1.200.000", "1,200,000", True),
        ("1.200.000,50", "1200000.5", True),
        ("12,5", "12.5", True),
        ("0,125", "0.125", True),
        ("12,500", "12.5", False),
        ("4\u20115", "5", True),
        ("4\u22125", "6", False),
        ("≥ 100", "at least 120", True),
        ("≥100", "99", False),
        (">100", "100", False),
        ("<=5", "6", False),
        ("≈300", "310", True),
        ("none", "0", True),
        ("nobody", "fewer than 5", True),
        ("none", "5", False),
        ("€1.5m", "1,500,000 EUR", True),
        ("$2bn", "2 billion USD", True),
        ("$2bn", "2 million USD", False),
        ("5 m", "5 million", False),
        ("500 тенге", "500 KZT", True),
        ("500 тенге", "500 рублей", False),
        ("7 лет", "7 years", True),
        ("семь лет", "84 months", True),
        ("7 лет", "8 years", False),
        ("Ana Ve\u0301lez", "ANA VÉLEZ", True),
        ("St. Mary\u2019s", "St. Mary's", True),
        ("“terror”\u00a0cell", '"terror" cell', True),
        ("Nur\u2011Sultan", "Nur-Sultan", True),
        ("5\u00b2", "52", False),
        ("guilty", "not guilty", False),
    ],
)
def test_values_agree(one: str, other: str, agrees: bool) -> None:
    assert may_both_hold(one, other) is agrees


AMOUNTS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "about ", "more than ", "at least ", "nearly ", "up to ", "under ", "$", "> ", "≤ "]),
    st.integers(0, 40) | st.sampled_from(["dozens", "several", "a few", "4-9", "12,5", "1.200"]),
    st.sampled_from(["", "", " USD", " people", " years", " months", " days", "%", " лет"]),
)


@given(AMOUNTS, AMOUNTS, st.sampled_from([" ", "  ", "\u00a0", "\u2009", "\t"]))
def test_neither_order_nor_spaces_matter(one: str, other: str, space: str) -> None:
    agrees = may_both_hold(one, other)
    assert may_both_hold(one, one)
    assert may_both_hold(one.replace(" ", space), f"{space}{other}{space}".replace("-", "\u2013")) == agrees
