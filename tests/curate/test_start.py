"""A new corpus: it is sound, so are its examples, and nothing that was there is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline import cli
from timeline.curate.start import EVENTS, new_corpus
from timeline.pipeline import build
from timeline.records import SECTIONS, Record
from timeline.whole import NotWritableError


def test_a_new_corpus_passes_its_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    assert cli.run(["init"]) == 0
    assert "Wrote events.yaml\n" in capsys.readouterr().out
    assert cli.run(["check", "--strict"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    assert cli.run(["show"]) == 0


def uncommented(text: str) -> str:
    """The examples, with the marks before them taken away."""
    return re.sub(r"^  # ", "  ", text, flags=re.MULTILINE)


def test_its_examples_are_a_corpus_without_problems(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(uncommented(EVENTS), encoding="utf-8")
    timeline = build([file], thoroughly=True)
    assert timeline.problems == ()
    assert [event.id for event in timeline.events] == ["arrest-2019", "custody-2019"]
    assert timeline.events[0].windows[0].edtf == "2019-03-12"


def test_its_examples_show_every_section() -> None:
    assert re.findall(r"^(\w+):$", EVENTS, flags=re.MULTILINE) == [*SECTIONS, "records"]
    for field in ("event", "source", "paragraph", "says", "date", "people", "place", "according_to", "stance", "facts"):
        assert field in Record.__dataclass_fields__
        assert re.search(rf"^  # [- ] {field}: ", EVENTS, flags=re.MULTILINE)


def test_documents_are_kept_out_of_version_control(tmp_path: Path) -> None:
    new_corpus(tmp_path)
    lines = (tmp_path / "sources" / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["*", "!.gitignore"]


@pytest.mark.parametrize("name", ["events.yaml", "timeline.schema.json", "sources/.gitignore", "sources"])
def test_nothing_is_overwritten_and_nothing_written_beside_it(name: str, tmp_path: Path) -> None:
    there = tmp_path / name
    there.parent.mkdir(exist_ok=True)
    there.write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotWritableError, match=r"there already: .*; nothing was written"):
        new_corpus(tmp_path)
    assert there.read_text(encoding="utf-8") == "mine"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_that_leads_nowhere_is_something(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(NotWritableError):
        new_corpus(tmp_path)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_second_time_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["init", str(tmp_path / "new")]) == 0
    assert cli.run(["init", str(tmp_path / "new")]) == 2
    assert "Error: there already:" in capsys.readouterr().err


def test_what_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = Path.hardlink_to
    calls: list[Path] = []

    def full(self: Path, target: Path) -> None:
        calls.append(self)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(self))
        done(self, target)

    monkeypatch.setattr(Path, "hardlink_to", full)
    with pytest.raises(OSError, match="No space left"):
        new_corpus(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []
