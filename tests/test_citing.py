"""Citations: which document of a publisher is meant, in every output, of the whole timeline or of a part of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Run

from timeline.citing import told_apart
from timeline.dates import edtf
from timeline.export.page import render as page
from timeline.export.wording import Wording
from timeline.model import Event, Selection, Source, Timeline
from timeline.names import Names, cited
from timeline.select import Query, select

Corpus = Callable[..., Timeline]

DECLARED = """
sources:
  one: {publisher: The Herald, title: First, published: 2018-03-12}
  two: {publisher: The Herald, title: Second, published: 2018-03-14}
  three: {publisher: the  Herald, title: Third, published: 2018-03-14}
  four: {publisher: The Herald, title: Fourth}
  five: {publisher: The Herald, title: Fifth, published: 2018-04, derives_from: one}
  gazette: {publisher: Gazette, title: Arrest, published: 2018-03-14}
people: {ana: {name: Ana Vélez}}
kinds: {protest: {title: Protest, theme: activism}}
events: {march: {title: Ana marches, kind: protest}, rally: {title: Ana speaks, kind: protest}}
"""
TOLD = """
records:
  - {event: march, source: one, paragraph: 3, says: X, date: 2018-03-02, facts: {fine: 500 USD}}
  - {event: march, source: two, paragraph: 3, says: X, according_to: ana, certainty: perhaps, facts: {fine: 400 USD}}
  - {event: march, source: three, paragraph: 4, says: X, facts: {fine: 400 USD}}
  - {event: march, source: gazette, paragraph: 4, says: X, facts: {fine: 300 USD}}
  - {event: rally, source: five, paragraph: 1, says: Y, after: march}
"""


def test_a_document_is_told_from_others_of_its_publisher_by_its_day_or_else_its_id(corpus: Corpus) -> None:
    timeline = corpus(TOLD, declared=DECLARED)
    assert [cited(source) for source in timeline.sources] == [
        "The Herald (12 Mar 2018)",
        "The Herald (two)",
        "the  Herald (three)",
        "The Herald (four)",
        "The Herald (Apr 2018)",
        "Gazette",
    ]


def test_a_conflict_says_which_document(corpus: Corpus) -> None:
    [conflict] = corpus(TOLD, declared=DECLARED).conflicts
    assert conflict.message == (
        "Ana marches: accounts differ on fine: 500 USD (The Herald (12 Mar 2018), paragraph 3); "
        "400 USD (Ana Vélez in The Herald (two) (“perhaps”), paragraph 3; the  Herald (three), paragraph 4); "
        "300 USD (Gazette, paragraph 4)."
    )


def test_an_argument_says_which_document(corpus: Corpus) -> None:
    timeline = corpus(TOLD, declared=DECLARED)
    told = [step.text for event in timeline.events for bound in event.bounds for step in bound.steps]
    assert "The Herald (12 Mar 2018), paragraph 3: `march` was “2018-03-02”" in told
    assert "The Herald (Apr 2018), paragraph 1: `rally` was after `march`" in told


@pytest.mark.parametrize("command", [["why", "march"], ["export", "--format", "csv"], ["export", "--format", "ics"]])
def test_every_output_says_which_document(command: list[str], tmp_path: Path, run_here: Run) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(DECLARED + TOLD, encoding="utf-8")
    out = run_here(*command, "--data", str(file)).out.replace("\r\n ", "")
    for which in ("12 Mar 2018", "two"):
        assert f"Herald ({which})" in out
    assert "Gazette (" not in out


def test_the_page_says_which_document(corpus: Corpus) -> None:
    """Also who it is according to, and in its list of sources where the day beside it would not tell."""
    text = re.sub(' dir="auto"', "", "".join(page(select(corpus(TOLD, declared=DECLARED), Query())[0])))
    assert "According to The Herald (12 Mar 2018) alone." in text
    assert "The Herald (12 Mar 2018), paragraph 3" in text
    assert '<span class="publisher">The Herald (two)</span>' in text
    assert '<span class="publisher">The Herald</span>' in text


def test_a_part_of_a_timeline_cites_as_the_whole_does(corpus: Corpus) -> None:
    """Of the rally alone, only one document of the Herald's and what it repeats are left."""
    timeline = corpus(TOLD, declared=DECLARED)

    def citing(event: Event, selection: Selection) -> list[str]:
        words = Wording(selection)
        origins = [words.names.origin(claim.origin) for claim in event.claims]
        sources = [line for line in words.lines(event) if line.startswith("Source: ")]
        return [*map(words.cited, event.claims), *origins, *sources, *(told for _, told in words.conflicts(event))]

    whole = select(timeline, Query())[0]
    for event in timeline.events:
        part = select(timeline, Query(search=(event.title,)))[0]
        assert part.timeline.events == (event,)
        assert citing(event, part) == citing(event, whole)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["The Herald", "the herald", "Gazette"]),
            st.sampled_from(["2018", "2018-03", "2018-03-14", "2018-03-14?", ""]),
            st.sampled_from(["a", "2018", "b"]),
        ),
        max_size=8,
        unique_by=lambda one: one[2],
    )
)
def test_no_two_documents_are_cited_alike(documents: list[tuple[str, str, str]]) -> None:
    """And whoever is alone is cited by its publisher."""
    sources = told_apart(
        Source(one, publisher, "T", edtf.resolve(day) if day else None, None, None, None, one)
        for publisher, day, one in documents
    )
    names = Names(Timeline(sources=sources))
    assert len({names.document(source.id).casefold() for source in sources}) == len(sources)
    for source in sources:
        alone = sum(other.publisher.casefold() == source.publisher.casefold() for other in sources) == 1
        assert (cited(source) == source.publisher) == alone
