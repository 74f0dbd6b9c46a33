"""markdown-it and Pandoc read the Markdown: every footnote leads somewhere, and hostile text stays text."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import Any

import needed
import pytest

from timeline.export import render
from timeline.export.citations import citations
from timeline.export.wording import Wording
from timeline.model import Selection

HARMLESS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "softbreak"),
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *("list_item_open", "list_item_close", "strong_open", "strong_close", "em_open", "em_close", "text_special"),
    *("footnote_ref", "footnote_block_open", "footnote_block_close", "footnote_open", "footnote_close"),
    "footnote_anchor",
}
"""What the document is made of; data could only bring in something else."""


@pytest.fixture(scope="module")
def text(selection: Selection) -> str:
    return "".join(render("markdown", selection))


@pytest.fixture(scope="module")
def tokens(text: str) -> list[Any]:
    markdown = needed.needed_module("markdown_it").MarkdownIt("commonmark", {"html": True}).enable(["table"])
    return list(flat(markdown.use(needed.needed_module("mdit_py_plugins.footnote").footnote_plugin).parse(text)))


def flat(tokens: list[Any]) -> Iterator[Any]:
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def spaced(text: str) -> str:
    return " ".join(text.split())


def expected(selection: Selection) -> int:
    return sum(len(citations(event)) for event in selection.timeline.events)


def test_it_is_made_of_nothing_but_its_own_structure(tokens: list[Any]) -> None:
    assert {token.type for token in tokens} <= HARMLESS


def test_every_footnote_is_referred_to_once(selection: Selection, tokens: list[Any]) -> None:
    referred = Counter(token.meta["label"] for token in tokens if token.type == "footnote_ref")
    defined = Counter(token.meta["label"] for token in tokens if token.type == "footnote_open")
    assert referred == defined
    assert set(referred.values()) == {1}
    assert len(referred) == expected(selection)
    assert not [token for token in tokens if token.type == "text" and re.search(r"\[\^\d+\]", token.content)]


def test_every_event_and_every_paragraph_is_told(selection: Selection, tokens: list[Any]) -> None:
    words = Wording(selection)
    shown = spaced("".join(token.content for token in tokens if token.type in {"text", "text_special", "softbreak"}))
    titles = [spaced(words.title(event)) for event in selection.timeline.events]
    assert [title for title in titles if title not in shown] == []
    dates = [token for token in tokens if token.type == "strong_open"]
    assert len(dates) == len(selection.timeline.events)
    cited = re.findall(r"¶¶? (\d+(?:, \d+)*)", shown)
    paragraphs = Counter(int(number) for numbers in cited for number in numbers.split(", "))
    assert paragraphs == Counter(
        paragraph
        for event in selection.timeline.events
        for citation in citations(event)
        for paragraph in {claim.paragraph for claim in citation.claims}
    )


def test_every_conflict_stands_beneath_its_events(selection: Selection, tokens: list[Any]) -> None:
    conflicts = {conflict.id: conflict for conflict in selection.timeline.conflicts}
    beneath = sum(conflict in conflicts for event in selection.timeline.events for conflict in event.conflicts)
    items = [token for token in tokens if token.type == "list_item_open" and token.level == 3]
    assert len(items) == beneath
    assert {conflict for event in selection.timeline.events for conflict in event.conflicts} == set(conflicts)


@pytest.mark.parametrize("dialect", ["markdown", "gfm"])
def test_pandoc_reads_the_same(selection: Selection, text: str, dialect: str) -> None:
    pandoc = needed.needed_command("pandoc")
    ran = subprocess.run(
        [pandoc, "--from", dialect, "--to", "json"], input=text, capture_output=True, encoding="utf-8", check=True
    )
    kinds = Counter(kinds_in(json.loads(ran.stdout)["blocks"]))
    assert kinds["Note"] == expected(selection)
    assert kinds["Strong"] == len(selection.timeline.events)
    unwanted = {"RawInline", "RawBlock", "Link", "Image", "Math", "Code", "CodeBlock", "Cite", "Table", "Div", "Span"}
    assert not unwanted & set(kinds)


def kinds_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "t" in node:
            yield node["t"]
        for value in node.values():
            yield from kinds_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from kinds_in(value)
