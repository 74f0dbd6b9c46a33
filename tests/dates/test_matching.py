"""The matcher of patterns, on a grammar of toys."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.dates.matching import MOST_STEPS, Needs, Rule, Token, TooAmbiguousError, match, rules, start_of, words_of

TABLE = rules(
    "toy",
    "",
    Needs.NOTHING,
    ("BOX", "the? big|small BALL", lambda ball: f"box of {ball}", ""),
    ("BOX", "BALL ; box with? BALL", lambda ball: f"just {ball}", ""),
    ("BOX", "NUM ball", lambda number: f"{number} balls" if number < 10 else None, ""),
    ("ROW", "BOX and BOX", lambda one, other: f"({one}, {other})", ""),
    ("BOX", "ROW", lambda row: row, ""),
    ("WHOLE", "BOX", lambda box: box, ""),
)


def tokens(text: str) -> list[Token]:
    kinds: dict[str, list[tuple[str, Any]]] = {"ball": [("BALL", "ball"), ("ball", None)], "red": [("BALL", "red one")]}
    return [
        Token(word, (("NUM", int(word)),) if word.isdigit() else tuple(kinds.get(word, [(word, None)])))
        for word in text.split()
    ]


def built(rule: Rule, values: tuple[Any, ...]) -> Any | None:
    return rule.build(*values)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("the big ball", "box of ball"),
        ("small red", "box of red one"),
        ("ball", "just ball"),
        ("box ball", "just ball"),
        ("box with red", "just red one"),
        ("3 ball", "3 balls"),
        ("30 ball", None),
        ("the ball", None),
        ("big", None),
        ("ball and red", "(just ball, just red one)"),
        ("", None),
    ],
)
def test_patterns(text: str, made: str | None) -> None:
    assert match(start_of(TABLE), tokens(text), "WHOLE", built) == made


def test_the_earlier_rule_is_kept() -> None:
    twice = (*rules("", "", Needs.NOTHING, ("BOX", "BALL", lambda _: "first", "")), *TABLE)
    assert match(start_of(twice), tokens("ball"), "WHOLE", built) == "first"


def test_what_can_be_read_in_too_many_ways_is_given_up() -> None:
    one, two = ("X", "X X ; X X X ; ball", lambda *_: "x", ""), ("WHOLE", "X", lambda x: x, "")
    table = rules("", "", Needs.NOTHING, one, two)
    trials = 0

    def counted(rule: Rule, values: tuple[Any, ...]) -> Any | None:
        nonlocal trials
        trials += 1
        return built(rule, values)

    with pytest.raises(TooAmbiguousError):
        match(start_of(table), tokens("ball " * 40), "WHOLE", counted)
    assert trials <= MOST_STEPS


def test_the_goal_is_made_of_the_whole_only() -> None:
    made = []

    def noted(rule: Rule, values: tuple[Any, ...]) -> Any | None:
        made.append(rule.makes)
        return built(rule, values)

    assert match(start_of(TABLE), tokens("ball and red"), "WHOLE", noted)
    assert made.count("WHOLE") == 1


def test_words_as_written() -> None:
    assert words_of(TABLE) == {"the", "big", "small", "box", "with", "ball", "and"}
