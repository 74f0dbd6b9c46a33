"""Citations are held against documents: what stands passes, and what does not is named where it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import harbour
import pytest

from timeline.model import Claim, ClaimDate, Source, Timeline
from timeline.verify import verify

TEXT = """Accessibility links

The march began “earlier this
  week” in Port Sable, on 10–12 March 2019, and lasted for two days.

"We are done waiting," said Brandt, who was dismayed.
"""

Check = Callable[..., list[str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Verify one claim against `TEXT`, and return the problems as "code at field"."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT, encoding="utf-8")

    def run(
        paragraph: int = 2, stated: str = "", quote: str = "", lasts: str = "", end: str = "", **changes: str | None
    ) -> list[str]:
        source = Source("s", "P", "T", None, "1.txt", None, None, "s")._replace(**changes)  # type: ignore[arg-type]
        claim = Claim(
            "e/s/1", "e", "s", paragraph, "source:s", "Says.", harbour.at(0), ClaimDate(stated, end), quote=quote,
            lasts=lasts,
        )  # fmt: skip
        event = harbour.EVENTS[0]._replace(id="e", claims=(claim,), conflicts=())
        found = verify(Timeline((harbour.FILE,), (source,), events=(event,)), folder)
        return [
            f"{problem.code} at {'.'.join(map(str, problem.pointer.keys))}"
            for problem in found.problems
            if problem.pointer
        ]

    return run


@pytest.mark.parametrize(
    "claim",
    [
        {"stated": "earlier this week"},
        {"stated": "EARLIER this week"},
        {"stated": "10-12 March 2019"},
        {"stated": "2019-03"},
        {"stated": "earlier this week", "end": "2019-03-12"},
        {"lasts": "for two days"},
        {"lasts": "P2D"},
        {"paragraph": 3, "quote": "We are done waiting"},
        {"paragraph": 1},
    ],
)
def test_what_stands_passes(check: Check, claim: dict[str, str]) -> None:
    assert check(**claim) == []


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        ({"stated": "last week"}, "date-not-found at records.0.date"),
        ({"end": "a week later"}, "end-not-found at records.0.end"),
        ({"paragraph": 3, "stated": "earlier this week"}, "date-not-found at records.0.date"),
        ({"paragraph": 3, "stated": "May"}, "date-not-found at records.0.date"),
        ({"lasts": "for ten days"}, "lasts-not-found at records.0.lasts"),
        ({"quote": "Earlier this week"}, "quote-not-found at records.0.quote"),
        ({"paragraph": 4}, "no-such-paragraph at records.0.paragraph"),
        ({"sha256": "0" * 64}, "changed-file at sources.s.sha256"),
        ({"file": "2.txt"}, "no-such-file at sources.s.file"),
        ({"file": "../sources/1.txt"}, "file-outside at sources.s.file"),
        ({"file": "/etc/passwd"}, "file-outside at sources.s.file"),
        ({"file": "C:\\1.txt"}, "file-outside at sources.s.file"),
    ],
)
def test_what_does_not_stand_is_named(check: Check, claim: dict[str, str], problem: str) -> None:
    assert check(**claim) == [problem]


def test_the_right_file_passes(check: Check) -> None:
    assert check(sha256=hashlib.sha256(TEXT.encode()).hexdigest()) == []


def test_a_link_out_of_the_folder_is_refused(check: Check, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "sources" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert check(file="link.txt") == ["file-outside at sources.s.file"]


def test_what_is_not_utf_8_is_said_so(check: Check, tmp_path: Path) -> None:
    (tmp_path / "sources" / "1.txt").write_bytes(b"caf\xe9")
    assert check() == ["not-utf-8 at sources.s.file"]


def test_counts_and_what_is_not_held(tmp_path: Path) -> None:
    found = verify(harbour.TIMELINE, tmp_path)
    assert found.not_held == ("mirror", "bulletin")
    assert [problem.code for problem in found.problems] == ["no-such-file"]
    assert found.documents == 0


def test_line_ends_do_not_matter(check: Check, tmp_path: Path) -> None:
    (tmp_path / "sources" / "1.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert check(stated="earlier this week") == []


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        verify(Timeline(), tmp_path / "nowhere")
