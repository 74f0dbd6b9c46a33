"""Names: case, accents and punctuation aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lookup import fold, look_up, spellings


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ana Vélez", "ana velez"),
        ("  O'Neill-Smith ", "o neill smith"),
        ("ӘЙМАН Ұмарова", "әиман ұмарова"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("...", ""),
        ("Łódź, Ørsted, Diyarbakır, Þór", "lodz orsted diyarbakir thor"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_is_hardly_alike_is_not_suggested() -> None:
    _, [problem] = look_up("kind", ["staus"], spellings({"abuse": ["Abuse"], "arrest": ["Arrest"]}))
    assert problem.message == "no kind `staus` in this corpus; there are abuse, arrest"
