"""Names are marked wherever a text has them, as words, the longest first."""

from __future__ import annotations

import pytest

from timeline.mentions import Gazetteer
from timeline.model import Person, Place, Timeline

PEOPLE = (
    Person("bilash", "Serikzhan Bilash", ("Bilash", "Bilaş"), "person", ""),
    Person("may", "April May", (), "person", ""),
    Person("un", "U.N.", (), "group", ""),
    Person("other", "Bilash", (), "person", ""),
    Person("odd", "(…)", ("",), "person", ""),
)
PLACES = (Place("capital", "Nur-Sultan", ("Astana",), None), Place("sultan", "Sultan", (), None))
NAMES = Gazetteer(Timeline(people=PEOPLE, places=PLACES))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Serikzhan Bilash spoke", ["Serikzhan Bilash=bilash"]),
        ("Bilash’s house, Bilash's car", ["Bilash=bilash,other", "Bilash=bilash,other"]),
        ("BILASH bilash Bilashev", []),
        ("Serikzhan  Bilash", ["Bilash=bilash,other"]),
        ("in Nur-Sultan and Nur‑Sultan", ["Nur-Sultan=capital", "Nur‑Sultan=capital"]),
        ("Sultan of Astana", ["Sultan=sultan", "Astana=capital"]),
        ("the U.N. said", ["U.N.=un"]),
        ("U.N.’s", ["U.N.=un"]),
        ("April May 2019", ["April May=may"]),
        ("", []),
    ],
)
def test_names(text: str, marked: list[str]) -> None:
    found = list(NAMES.find(text))
    assert [f"{text[one.start : one.end]}={','.join(one.ids)}" for one in found] == marked
