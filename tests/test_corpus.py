"""The bundled corpus: whole, clean, and in its curator's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import plain_yaml
from timeline.documents import Document, loosened
from timeline.load import bundled_corpus
from timeline.model import Timeline
from timeline.pipeline import build

SOURCES = Path(__file__).parent.parent.parent / "shared" / "sources"
LONGEST_BORROWING = 8  # words in a row; a title or an official name may have as many


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return build([bundled_corpus()])


def test_it_has_no_problems(timeline: Timeline) -> None:
    assert [str(problem) for problem in timeline.problems] == []


def test_every_record_reaches_the_timeline(timeline: Timeline) -> None:
    value, *_ = plain_yaml.parse(bundled_corpus().read_bytes(), "events.yaml")
    assert isinstance(value, dict)
    claims = [claim for event in timeline.events for claim in event.claims]
    assert len(claims) == len(value["records"])
    assert {claim.pointer.keys[-1] for claim in claims} == set(range(len(claims)))
    assert {event.id for event in timeline.events} == set(value["events"])
    assert len({claim.id for claim in claims}) == len(claims)


def test_every_claim_cites_a_document_that_is_held(timeline: Timeline) -> None:
    held = {source.id for source in timeline.sources if source.file and source.sha256}
    assert {claim.source for event in timeline.events for claim in event.claims} == held


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("arrest-2019", "[2019-03-10..2019-03-13]"),
        ("fine-february-2019", "2019-02"),
        ("release-2019", "2019-08"),
        ("fine-august-2020", "2020-08-18"),
        ("arrival-turkey", "2020-09-10"),
        ("un-opinion", "2020-11"),
        ("assault-alimuly", "2021-01-21"),
        ("kunbolat-protest-2020", "2020-02"),
        ("kusmankyzy-sentence", "2020-01"),
    ],
)
def test_what_the_documents_date(timeline: Timeline, event: str, date: str) -> None:
    from timeline.dates import edtf

    [found] = [one for one in timeline.events if one.id == event]
    assert found.date.sound.bounds == edtf.resolve(date).sound.bounds


@pytest.mark.parametrize(
    "conflict",
    [
        "date/crackdown-begins",
        "fact/camps-detention/detained",
        "fact/status-granted/recipients",
        "fact/status-granted/status",
        "denial/incitement-alleged",
        "denial/flag-comments",
        "denial/dauletbek-complaint",
        "contradiction/beijing-on-facilities/rferl-2021/22+camps-detention/rferl-2021/21",
        "contradiction/linguistic-analysis/rferl-qishloq-2021/22+flag-comments/rferl-qishloq-2021/18",
    ],
)
def test_what_the_documents_contradict(timeline: Timeline, conflict: str) -> None:
    assert conflict in {one.id for one in timeline.conflicts if one.is_open}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("custody-2019/eurasianet-2021/15", "custody-2019/diplomat-ap-2019/11"),
        ("custody-2019/rferl-2021/16", "custody-2019/diplomat-ap-2019/11"),
        ("arrest-2019/diplomat-ap-2019/11", "charge-2019/rferl-qishloq-2021/10"),
        ("charge-2019/ft-2020/14", "charge-2019/rferl-qishloq-2021/10"),
        ("adviser-pressure/ft-2020/15", "iskakov-advice/rferl-qishloq-2021/40"),
        ("deal-2019/ft-2020/15", "deal-2019/rferl-qishloq-2021/11"),
        ("deal-2019/rferl-2021/19", "fine-august-2020/rferl-qishloq-2021/31"),
        ("border-trials/rferl-2021/10", "border-convictions/eurasianet-2021/8"),
        ("akan-report/eurasianet-2021/5", "assault-akan/eurasianet-2021/4"),
    ],
)
def test_what_may_both_be_true_is_set_side_by_side(timeline: Timeline, one: str, other: str) -> None:
    assert f"tension/{one}+{other}" in {conflict.id for conflict in timeline.conflicts if conflict.is_tension}


@pytest.mark.parametrize(
    ("event", "tellers"),
    [
        ("deportation-request", {"contact-kazakhstan"}),
        ("blank-papers", {"bilash"}),
        ("warnings", {"bilash"}),
        ("unsafe-turkey", {"bilash"}),
    ],
)
def test_one_voice_is_one_origin(timeline: Timeline, event: str, tellers: set[str]) -> None:
    [found] = [one for one in timeline.events if one.id == event]
    assert {claim.according_to for claim in found.claims} == tellers


def test_nobody_is_said_to_deny_what_they_only_called_something_else(timeline: Timeline) -> None:
    denying = {claim.according_to for event in timeline.events for claim in event.claims if claim.stance == "denies"}
    assert denying == {"amnesty", "bilash", "dauletbek"}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not at hand")
def test_a_hedge_is_in_the_words_of_its_paragraph(timeline: Timeline) -> None:
    held = {source.id: Document.of((SOURCES / source.file).read_bytes()) for source in timeline.sources if source.file}
    for event in timeline.events:
        for claim in event.claims:
            paragraph = held[claim.source].loose(claim.paragraph)
            assert loosened(claim.certainty) in paragraph, claim.id


def test_a_stay_of_one_is_not_the_stay_of_all(timeline: Timeline) -> None:
    found = {event.id: event for event in timeline.events}
    *_, his_end = found["stay-turkey"].date.sound.bounds
    *_, their_end = found["family-in-turkey"].date.sound.bounds
    assert his_end is not None
    assert their_end is None


def test_three_fines_that_look_alike_are_three(timeline: Timeline) -> None:
    fines = {
        fact.text: event.id
        for event in timeline.events
        for claim in event.claims
        for fact in claim.facts
        if fact.name == "fine"
    }
    assert fines == {
        "666 USD": "fine-february-2019",
        "about 300 USD": "deal-2019",
        "333 USD": "fine-august-2020",
    }


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - LONGEST_BORROWING):
        yield tuple(words[start : start + LONGEST_BORROWING + 1])


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not at hand")
def test_it_paraphrases(timeline: Timeline) -> None:
    borrowed = {run for file in SOURCES.glob("*.txt") for run in _runs(file.read_text(encoding="utf-8"))}
    for event in timeline.events:
        for claim in event.claims:
            for text in (event.title, event.note, claim.says, claim.quote, claim.note):
                assert borrowed.isdisjoint(_runs(text)), text
