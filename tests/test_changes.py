"""What changed in meaning: every difference told, and nothing where there is none."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

import pytest
from conftest import Corpus
from hypothesis import given, settings
from hypothesis import strategies as st
from needed import needed_command
from running import Run

from timeline.changes import changes
from timeline.changes.claims import paired
from timeline.model import Selection, Timeline

OLD = """
records:
  - {event: arrest, source: gazette, paragraph: 2, date: 2019-03, says: Taken., people: [ana]}
  - {event: arrest, source: herald, paragraph: 1, date: 2019-03-10, says: Taken on the 10th., people: [ana]}
  - {event: march, source: gazette, paragraph: 4, date: 2019-02, says: She marched.}
"""


def told(corpus: Corpus, new: str, *, old: str = OLD, declared: str = "") -> set[tuple[str, str, str]]:
    before = corpus(old)
    after = corpus(new, declared) if declared else corpus(new)
    return {(change.section, change.what, change.id) for change in changes(before, after)}


MARCH = ("claim", "changed", "march/gazette/4")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("2019-03-10", "2019-03-11", {("date", "moved", "arrest"), ("claim", "changed", "arrest/herald/1")}),
        ("2019-03-10", "2019-03", {("date", "widened", "arrest"), ("claim", "changed", "arrest/herald/1")}),
        ("date: 2019-02,", "date: 2019-02-03,", {("date", "narrowed", "march"), MARCH}),
        ("date: 2019-02,", "date: '[2019-01-20..2019-02-10]',", {("date", "shifted", "march"), MARCH}),
        ("date: 2019-02,", "date: 2019-02~,", {("date", "widened", "march"), MARCH}),
        ("date: 2019-02,", "date: '[2019-02-01..2019-02-28]',", {("date", "read anew", "march"), MARCH}),
        ("date: 2019-02,", "", {("date", "widened", "march"), MARCH}),
        ("She marched.", "She marched off.", {MARCH}),
        ("paragraph: 4", "paragraph: 5", {("claim", "changed", "march/gazette/5")}),
        ("event: march, source: gazette", "event: arrest, source: gazette", {("event", "merged", "march")}),
    ],
)
def test_a_change_is_told(before: str, after: str, found: set[tuple[str, str, str]], corpus: Corpus) -> None:
    assert found <= told(corpus, OLD.replace(before, after))


def test_claims_come_and_go(corpus: Corpus) -> None:
    more = OLD + "  - {event: march, source: herald, paragraph: 9, says: They marched.}\n"
    assert told(corpus, more) == {("claim", "added", "march/herald/9")}
    assert told(corpus, OLD, old=more) == {("claim", "withdrawn", "march/herald/9")}


def test_a_claim_that_leaves_a_paragraph_does_not_change_the_one_that_stays(corpus: Corpus) -> None:
    two = OLD + "  - {event: march, source: gazette, paragraph: 4, says: They sang.}\n"
    one = two.replace("  - {event: march, source: gazette, paragraph: 4, date: 2019-02, says: She marched.}\n", "")
    found = told(corpus, one, old=two)
    assert {("claim", "withdrawn", "march/gazette/4"), ("date", "widened", "march")} == found


def test_a_conflict_opens_and_is_settled(corpus: Corpus) -> None:
    rival = OLD.replace("date: 2019-03-10", "date: 2019-02-20")
    settled = rival.replace("says: Taken., ", "says: Taken., rank: preferred, rank_reason: the register has it, ")
    assert ("conflict", "opened", "date/arrest") in told(corpus, rival)
    assert ("conflict", "gone", "date/arrest") in told(corpus, OLD, old=rival)
    assert ("conflict", "settled", "date/arrest") in told(corpus, settled, old=rival)
    assert ("conflict", "reopened", "date/arrest") in told(corpus, rival, old=settled)


def test_events_are_renamed_split_added_and_removed(corpus: Corpus) -> None:
    other = "events: {walk: {title: Ana walks, kind: protest}}"
    renamed = OLD.replace("event: march", "event: walk")
    found = told(corpus, renamed, declared=other)
    assert ("event", "renamed", "walk") in found
    assert not {change for change in found if change[:2] in {("event", "removed"), ("event", "added")}}
    split = OLD.replace("event: arrest, source: herald", "event: walk, source: herald")
    assert ("event", "split", "walk") in told(corpus, split, declared=other)
    more = OLD + "  - {event: walk, source: herald, paragraph: 9, says: She walked.}\n"
    assert ("event", "added", "walk") in told(corpus, more, declared=other)
    fewer = "\n".join(line for line in OLD.splitlines() if "march" not in line)
    assert {("event", "removed", "march"), ("claim", "withdrawn", "march/gazette/4")} <= told(corpus, fewer)


def test_declarations_change(corpus: Corpus) -> None:
    before = corpus(OLD)
    after = corpus(OLD, declared=corpus_with(also="[Anna Velez, Ana V.]", published="2019-03-15"))
    found = {(change.section, change.what, change.id): change.details for change in changes(before, after)}
    assert found["person", "changed", "ana"] == ("also: Anna Velez → Anna Velez, Ana V.",)
    assert found["source", "changed", "gazette"] == ("published: 2019-03-14 → 2019-03-15",)


def corpus_with(*, also: str, published: str) -> str:
    from conftest import DECLARED

    return DECLARED.replace("[Anna Velez]", also).replace("2019-03-14", published)


@pytest.mark.parametrize("seed", range(5))
def test_order_and_layout_mean_nothing(seed: int, bundled: Selection) -> None:
    timeline = bundled.timeline
    shuffle = random.Random(seed).sample  # noqa: S311 - nothing is kept secret by it
    events = tuple(event._replace(claims=tuple(shuffle(event.claims, len(event.claims)))) for event in timeline.events)
    other = timeline._replace(events=tuple(shuffle(events, len(events))), people=tuple(reversed(timeline.people)))
    assert changes(timeline, other) == ()


@settings(deadline=None)
@given(data=st.data())
def test_every_claim_is_accounted_for(data: st.DataObject, bundled: Selection) -> None:
    def some(timeline: Timeline) -> Timeline:
        chosen = data.draw(st.sets(st.sampled_from(range(len(timeline.events))), max_size=20))
        return timeline._replace(events=tuple(timeline.events[index] for index in sorted(chosen)))

    old, new = some(bundled.timeline), some(bundled.timeline)
    pairs = paired(old, new)
    claims = [sum(len(event.claims) for event in one.events) for one in (old, new)]
    assert len(pairs.both) + len(pairs.withdrawn) == claims[0]
    assert len(pairs.both) + len(pairs.added) == claims[1]
    gone = {event.id for event in old.events} ^ {event.id for event in new.events}
    assert gone == {change.id for change in changes(old, new) if change.section == "event"}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with two states of a corpus, the folder we are in."""
    git = needed_command("git")
    from conftest import DECLARED

    monkeypatch.chdir(tmp_path)
    environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    data = tmp_path / "data"
    data.mkdir()
    for text in (OLD, OLD.replace("2019-03-10", "2019-03-11")):
        (data / "events.yaml").write_text(DECLARED + text, encoding="utf-8")
        for arguments in (
            ["init", "-q"],
            ["add", "data"],
            ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "state"],
        ):
            subprocess.run([git, *arguments], check=True, env=environment, cwd=tmp_path)
    return tmp_path


def test_revisions_of_a_repository_are_compared(repository: Path, run_here: Run) -> None:
    assert repository.is_dir()
    for old, new in (
        ("HEAD~1:data/events.yaml", "data/events.yaml"),
        ("HEAD~1:data", "HEAD:data"),
        ("HEAD~1:data/", "data"),
    ):
        done = run_here("diff", old, new, "--format", "json")
        found = json.loads(done.out)["changes"]
        assert [(each["section"], each["what"]) for each in found] == [("date", "moved"), ("claim", "changed")]
    assert run_here("diff", "HEAD~1:data", "--exit-code").code == 1
    assert run_here("diff", "HEAD:data", "--exit-code") == (0, "No difference in meaning.\n", "")


@pytest.mark.parametrize("state", ["HEAD~9:data", "HEAD:nowhere", "--output=evil:data", "nofile", "HEAD:.", ":data"])
def test_what_is_no_state_is_refused(state: str, repository: Path, run_here: Run) -> None:
    done = run_here("diff", "--", state, "data")
    assert done.code == 2
    assert done.err.startswith("Error: ")
    assert not (repository / "evil").exists()


def test_faults_are_told_in_the_revision_they_are_of(repository: Path, run_here: Run) -> None:
    git = needed_command("git")
    (repository / "data" / "events.yaml").write_text("recrods: []", encoding="utf-8")
    subprocess.run([git, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qam", "x"], check=True)
    done = run_here("diff", "HEAD:data", "HEAD~1:data")
    assert done.code == 1
    assert "HEAD:data/events.yaml:1:1: error" in done.err
