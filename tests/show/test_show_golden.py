"""What people see, kept in tests/golden to be read there."""

from __future__ import annotations

from collections.abc import Iterable

import harbour
import pytest
from goldens import assert_golden

from timeline.entries import listing_of
from timeline.model import Selection, Timeline
from timeline.show import differences, lists, plain, table, why
from timeline.show.lines import Line, text_of


def page(lines: Iterable[Line]) -> str:
    return "".join(text_of(line) + "\n" for line in lines)


@pytest.mark.parametrize("width", [80, 200])
def test_table(width: int) -> None:
    assert_golden(f"table-{width}.txt", page(table.render(listing_of(harbour.SELECTION), "harbour.yaml", width)))


def test_plain_columns_cut_nothing_off() -> None:
    assert_golden("plain.txt", "\n".join(plain.render(listing_of(harbour.SELECTION), "harbour.yaml")) + "\n")


@pytest.mark.parametrize("event", harbour.EVENTS, ids=lambda event: event.id)
def test_why(event: object) -> None:
    found = next(each for each in harbour.EVENTS if each is event)
    assert_golden(f"why-{found.id}.txt", page(why.render(harbour.TIMELINE, found, 80)))


def test_differences() -> None:
    assert_golden("conflicts.txt", "\n".join(differences.render(harbour.ALL, 80, "harbour.yaml")) + "\n")


@pytest.mark.parametrize("name", ["people", "places", "sources"])
def test_lists(name: str) -> None:
    listing = {"people": lists.people, "places": lists.places, "sources": lists.sources}[name](harbour.TIMELINE)
    shown = (page(lists.table(listing, 80)), "\n".join(lists.plain(listing)), lists.as_json(listing))
    assert_golden(f"{name}.txt", "\n".join(shown) + "\n")


def test_an_empty_selection_says_so() -> None:
    nothing = Selection(Timeline(), filters=("person nobody",), left_out=3)
    assert "No event matches." in page(table.render(listing_of(nothing), "harbour.yaml", 80))
    assert "No event matches." in "\n".join(plain.render(listing_of(nothing), "harbour.yaml"))
