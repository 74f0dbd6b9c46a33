"""Markdown that shows the text as it is."""

from __future__ import annotations

from pathlib import Path

import harbour
import pytest
from goldens import assert_golden

from timeline.export import format_for, render
from timeline.export.markdown import escaped
from timeline.model import Selection


def test_golden() -> None:
    assert_golden("export.md", "".join(render("markdown", harbour.SELECTION)))


def test_a_title_that_ends_in_an_exclamation_makes_no_image_of_its_footnote() -> None:
    [event, *_] = harbour.EVENTS
    shouted = Selection(harbour.TIMELINE._replace(events=(event._replace(title="Out!"),)))
    assert "**2018**: Out\\![^1][^2]" in "".join(render("markdown", shouted))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<b>&amp; R&D", r"\<b\>\&amp; R&D"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("`code` *and* _more_", r"\`code\` \*and\* \_more\_"),
        ("# heading", r"\# heading"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("https://e.example www.e.example", r"https\://e.example www\.e.example"),
        (":bomb: a: b:c", r"\:bomb: a: b:c"),
        ("[^1] a@b", r"\[\^1\] a\@b"),
        ("plain words, 2019-03-10.", "plain words, 2019-03-10."),
    ],
)
def test_text_is_never_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("a.JSON", "json"),
        ("a.ndjson", "jsonl"),
        ("a.md", "markdown"),
        ("a.txt", None),
        ("csv", None),
        (".csv", None),
        ("a.ftm.json", "ftm"),
        ("a.FTM", "ftm"),
        ("ftm.json", "json"),
        ("a.b.json", "json"),
        ("a.timelinejs.csv", "timelinejs-csv"),
    ],
)
def test_a_suffix_names_a_format(name: str, form: str | None) -> None:
    assert format_for(Path(name)) == form
