"""The cache over odd corpora: folders, links, empty and broken files, and files that change under it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from running import Ran, Run

SOURCES = """
sources:
  gazette: {publisher: Gazette, title: T, published: 2019-03-14}
  evening: {publisher: Evening, title: U, published: 2019-03, derives_from: gazette}
  letter: {publisher: Letter, title: V}
people: {ana: {name: Ana Vélez}}
kinds: {protest: {title: Protest, theme: activism}}
"""
EVENTS = "\n".join(("events:", *(f"  {one}: {{title: {one}, kind: protest}}" for one in "xyz")))
DATES = ["2019-03-10", "2019-03-11", "2019-02-xx", "on Tuesday", "2019-03/..", "[2019-03-01,2019-03-09]", "lately"]
RECORDS = st.builds(
    lambda event, source, date, rest: (
        f"- {{event: {event}, source: {source}, paragraph: 1, says: A, date: '{date}', people: ana{rest}}}"
    ),
    st.sampled_from("xyz"),
    st.sampled_from(["gazette", "evening", "letter"]),
    st.sampled_from(DATES),
    st.sampled_from(["", ", after: x", ", lasts: 4 days", ", stance: denies", ", facts: {n: 5}", ", facts: {n: 6}"]),
)
TEXTS = st.sampled_from(
    ["", "# nothing\n", "records: []\n", "\ufeff" + SOURCES, "a: [\n", "records: x\n", "\x00", "- 1"]
)
TEXTS |= st.lists(RECORDS, max_size=3).map(
    lambda records: "\n".join((f"records: {[] if not records else ''}", *records))
)
NAMES = [
    "one.yaml",
    "two.yaml",
    "-x.yaml",
    "a b.yml",
    "e\u0301.yaml",
    "é.yaml",
    ".hidden.yaml",
    "notes.txt",
    "in/deep.yaml",
]
COMMANDS = [
    ["show"],
    ["show", "--format", "plain", "--person", "Ana"],
    ["show", "--year", "2019", "--format", "json"],
    ["why", "x"],
    ["why", "gazette", "--format", "json"],
    ["order", "x", "y"],
    ["gaps"],
    ["conflicts"],
    ["sources"],
    ["chart"],
    ["coverage"],
    ["suggest"],
    ["export", "--format", "jsonl"],
    ["export", "--format", "csv", "--rows", "claims"],
]
STEPS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), TEXTS),
    st.tuples(st.just("swap"), st.sampled_from(NAMES), st.sampled_from(["5", "6", "10", "11"])),
    st.tuples(st.just("link"), st.sampled_from(NAMES), st.sampled_from([*NAMES, "nowhere", "."])),
    st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
    st.tuples(st.just("folder"), st.sampled_from(NAMES), st.just("")),
)


def done(here: Path, what: str, name: str, how: str, clock: int) -> None:
    """Do one thing to the folder, with the time of the file as some clock has it."""
    file = here / name
    file.parent.mkdir(exist_ok=True)
    if what == "swap" and file.is_file():
        held = file.read_bytes()
        other = {"5": "6", "6": "5", "10": "11", "11": "10"}[how]
        file.write_bytes(held.replace(how.encode(), other.encode()))  # as long as before
    elif file.is_symlink() or file.is_file():
        file.unlink()
    if what == "write" and not file.exists():
        file.write_text(how, encoding="utf-8")
    elif what == "link" and not file.exists():
        file.symlink_to(how)
    elif what == "folder" and not file.exists():
        file.mkdir()
    if file.is_file():
        os.utime(file, (clock, clock))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(data=st.data())
def test_whatever_happens_to_the_files_the_cache_tells_what_they_do(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, run_here: Run
) -> None:
    """Written, swapped for as many bytes within a second or by a clock that goes back, linked, emptied, removed."""
    here = tmp_path_factory.mktemp("odd")
    (here / "base.yaml").write_text(SOURCES + EVENTS + "\nrecords: []\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("TIMELINE_NO_CACHE")
        patch.chdir(here)
        for what, name, how in data.draw(st.lists(STEPS, min_size=1, max_size=6)):
            done(here, what, name, how, data.draw(st.sampled_from([0, 1_000_000_000, 1_999_999_999])))
            given_files = data.draw(st.sampled_from([["."], ["base.yaml", name], [f"./{name}", "base.yaml"]]))
            asked = [
                *data.draw(st.sampled_from(COMMANDS)),
                *(word for file in given_files for word in ("--data", file)),
            ]

            def ran(*more: str, asked: list[str] = asked) -> Ran:
                return run_here(*asked, *more)

            first, again, anew = ran(), ran(), ran("--no-cache")
            assert first == again == anew
            assert "Traceback" not in first.err
