"""What was read of one expression holds for others of its shape, and where it does not, they are read by themselves."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import edtf, english, russian
from timeline.dates.language import Expression, Grammar
from timeline.dates.matching import Needs, Rule, Token, rules, start_of, words_of
from timeline.dates.resolution import Unread
from timeline.dates.semantics.meaning import Meaning, meaning_of
from timeline.dates.shapes import Shapes
from timeline.dates.stated import resolve_expression

TABLE = rules(
    "",
    "",
    Needs.NOTHING,
    ("EVEN", "NUM", lambda number: number if number % 2 == 0 else None, ""),
    ("ANY", "NUM", lambda number: number, ""),
    ("PAIR", "EVEN and EVEN", lambda one, other: ("even", one, other), ""),
    ("PAIR", "ANY and? ANY", lambda one, other: ("any", one, other), ""),
    ("WHOLE", "the? PAIR", lambda pair: pair, ""),
)


def tokens(text: str) -> list[Token]:
    """Words as themselves, digits as numbers."""
    return [
        Token(word, (("NUM", int(word)),) if word.isdigit() else ((word, None), ("inert" + word, None)))
        for word in text.split()
    ]


class Counted:
    """Builds what a rule makes, and counts how often."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, rule: Rule, values: tuple[Any, ...]) -> Any | None:
        self.calls += 1
        return rule.build(*values)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("2 and 4", ("even", 2, 4)),
        ("6 and 8", ("even", 6, 8)),
        ("6 and 7", ("any", 6, 7)),
        ("1 and 3", ("any", 1, 3)),
        ("1 3", ("any", 1, 3)),
        ("1 and", None),
        ("the 2 and 2", ("even", 2, 2)),
        ("the 3 and 2", ("any", 3, 2)),
    ],
)
@pytest.mark.parametrize("before", ["2 and 4", "1 and 3", "the 2 and 4", "5 and"])
def test_what_came_before_makes_no_difference(text: str, made: object, before: str) -> None:
    shapes = Shapes(start_of(TABLE), words_of(TABLE), "WHOLE")
    shapes.read(tokens(before), Counted())
    assert shapes.read(tokens(text), Counted()) == made
    assert shapes.read(tokens(text), Counted()) == made


def test_steps_that_make_nothing_and_cannot_fail_are_not_taken_again() -> None:
    root, first, again = english.GRAMMAR._start, Counted(), Counted()
    shapes = Shapes(root, words_of(english.RULES), "DATE")

    def counting(by: Counted) -> Any:
        def wrap(rule: Rule, values: tuple[Any, ...]) -> Any | None:
            by.calls += 1
            return meaning_of(rule, values)

        return wrap

    for text, counter in (("March 10, 2019", first), ("May 13, 2021", again)):
        assert isinstance(shapes.read(english.GRAMMAR._tokens_of(text), counting(counter)), Meaning)
    assert again.calls < first.calls


EXAMPLES = {
    language: sorted(
        {
            example.partition(" @ ")[0]
            for rule in module.RULES
            for example in rule.examples.split(" ; ")
            if " @ " in example
        }
    )
    for language, module in (("en", english), ("ru", russian))
}
GRAMMARS: dict[str, Grammar] = {"en": english.GRAMMAR, "ru": russian.GRAMMAR}


@settings(deadline=None)
@given(st.data())
def test_dates_mean_the_same_whatever_was_read_before(data: st.DataObject) -> None:
    """With its numbers changed, an example has the shape of the example: read alone it means the same."""
    language = data.draw(st.sampled_from(["en", "ru"]))
    example = data.draw(st.sampled_from(EXAMPLES[language]))
    numbers = st.one_of(st.integers(0, 40), st.integers(1985, 2025), st.integers(0, 3000))
    text = "".join(str(data.draw(numbers)) if part.isdigit() else part for part in _parts(example))
    grammar = GRAMMARS[language]
    grammar.read(example)
    found = grammar.read(text)
    alone = _read_alone(grammar, text)
    if isinstance(found, Unread) or isinstance(alone, Unread):
        assert found == alone
        return
    assert (found.deictic, found.rule, found.convention) == (alone.deictic, alone.rule, alone.convention)
    written = edtf.resolve("2019-03-14")
    assert resolve_expression(found, written) == resolve_expression(alone, written)


def _read_alone(grammar: Grammar, text: str) -> Expression | Unread:
    """What an expression means to a grammar that has read nothing yet, but for its table, which is slow to make."""
    other = Grammar(grammar._tokens_of, grammar._rules)
    other.__dict__["_start"], other.__dict__["_words"] = grammar._start, grammar._words
    return other.read(text)


def _parts(text: str) -> list[str]:
    """Return a text parted into runs of digits and what is between them."""
    parts: list[str] = []
    for character in text:
        if parts and parts[-1].isdigit() == character.isdigit():
            parts[-1] += character
        else:
            parts.append(character)
    return parts
