"""python-docx opens the Word document: every event, citation, conflict and source is in it, as text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import harbour
import needed
import pytest
from goldens import assert_golden
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.export import pieces
from timeline.export.citations import citations
from timeline.export.docx import written
from timeline.export.wording import Wording
from timeline.model import Selection


def exported(selection: Selection) -> bytes:
    needed.needed_module("docx")
    found = b"".join(piece for piece in pieces("docx", selection) if isinstance(piece, bytes))
    assert found.startswith(b"PK")
    return found


def opened(document: bytes) -> Any:
    return needed.needed_module("docx").Document(io.BytesIO(document))


@pytest.fixture(scope="module")
def word(selection: Selection) -> Any:
    return opened(exported(selection))


def styled(word: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == style]


def test_golden() -> None:
    lines = [f"{one.style.name}: {one.text}" for one in opened(exported(harbour.SELECTION)).paragraphs]
    assert_golden("export.docx.txt", "\n".join(lines) + "\n")


def test_every_event_is_told_with_its_sources(selection: Selection, word: Any) -> None:
    words = Wording(selection)
    told = styled(word, "Timeline Event")
    events = selection.timeline.events
    assert len(told) == len(styled(word, "Timeline Detail")) == len(events)
    numbers = {source.id: number for number, source in enumerate(selection.timeline.sources, 1)}
    for event, text in zip(events, told, strict=True):
        assert text.startswith(f"{words.date(event)}: {written(words.title(event))} [")
        for citation in citations(event):
            assert f"{numbers[citation.source]}\u00a0{citation.paragraphs}" in text
    assert len(styled(word, "Timeline Source")) == len(selection.timeline.sources)


def test_every_conflict_stands_beneath_its_events(selection: Selection, word: Any) -> None:
    conflicts = {conflict.id for conflict in selection.timeline.conflicts}
    beneath = [one for event in selection.timeline.events for one in event.conflicts if one in conflicts]
    assert set(beneath) == conflicts
    assert len(styled(word, "Timeline Conflict")) == len(beneath)


def test_it_is_made_of_nothing_but_text(selection: Selection) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(selection))) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
        relations = archive.read("word/_rels/document.xml.rels").decode("utf-8")
    assert not re.search(r"<w:(hyperlink|fldSimple|instrText|object|drawing|altChunk)\b", body)
    assert 'TargetMode="External"' not in relations


def test_the_same_selection_gives_the_same_bytes_and_no_day_of_making(bundled: Selection) -> None:
    document = exported(bundled)
    assert document == exported(bundled)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"created" not in archive.read("docProps/core.xml")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
@example("\x00\x1b[31m\ud800\ufffe\uffff\x0b\u2028")
def test_any_text_can_be_written(text: str) -> None:
    word = needed.needed_module("docx").Document()
    assert word.add_paragraph().add_run(written(text)).text == written(text)
