"""`timeline add` and `timeline snapshot`: what they write, where, and that nothing else is touched or lost."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import hostile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from terminal import Terminal

from timeline import cli, plain_yaml
from timeline.curate.inserting import Addition, CannotInsertError, inserted
from timeline.curate.replacing import rewrite
from timeline.load import bundled_corpus

ROOT = Path(__file__).parents[2]
FILE = """\
# Whose this is.
sources:
  gazette: {publisher: Gazette, title: Arrest in Arkan, published: 2019-03-14}   # the only one
  herald:
    publisher: Herald
    title: Arkan freed
    note: >-
      Not held.
people:
  ana: {name: Ana Vélez, also: [Anna Velez]}
  # no others yet
places: {capital: {name: Strelsau}}
kinds:
  custody: {title: Custody, theme: arrests}
events:
  arrest: {title: Ana is arrested, kind: custody}
  release: {title: "Ana is freed", kind: custody}

records:
  # The arrest
  - event: arrest
    source: gazette
    paragraph: 2
    says: Arrested.      # so it says

  # The release
  - {event: release, source: herald, paragraph: 1, says: Freed.}
# the end
"""
GIVEN = ["--source", "herald", "--paragraph", "4", "--event", "arrest", "--says", "Police took her.", "--yes"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    path = tmp_path / "events.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def without(text: str, added: str) -> str:
    assert text.count(added) == 1
    return text.replace(added, "")


ADDED = """\
  - event: arrest
    source: herald
    paragraph: 4
    says: Police took her.
"""


def test_a_record_goes_after_the_last_of_its_event_and_all_else_stays(file: Path) -> None:
    assert cli.run(["add", *GIVEN]) == 0
    text = file.read_text(encoding="utf-8")
    assert without(text, ADDED) == FILE
    assert "# so it says\n" + ADDED in text


def test_what_it_needs_is_declared_with_it(file: Path) -> None:
    new = [
        "--event",
        "trial",
        "--title",
        "Ana is tried",
        "--kind",
        "court",
        "--kind-title",
        "Court",
        "--theme",
        "courts",
    ]
    people = ["--new-person", "brun=Ilya Brun", "--person", "brun", "--person", "anna velez", "--according-to", "brun"]
    about = [
        "--date",
        "on Tuesday",
        "--place",
        "Strelsau",
        "--fact",
        "fine=333 USD",
        "--fact",
        "fine=5",
        "--stance",
        "denies",
    ]
    assert (
        cli.run(["add", "--source", "gazette", "--paragraph", "7", "--says", "Tried.", *new, *people, *about, "--yes"])
        == 0
    )
    assert cli.run(["check", "--strict"]) == 0
    lines = set(file.read_text(encoding="utf-8").splitlines()) - set(FILE.splitlines())
    assert "  brun: {name: Ilya Brun}" in lines
    assert "  court: {title: Court, theme: courts}" in lines
    assert "    people: [brun, ana]" in lines
    assert "    facts: {fine: [333 USD, 5]}" in lines


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--paragraph", "0"], "`paragraph` is `0`; it must be 1 or more"),
        (["--source", "heralt"], "no source `heralt`; did you mean `herald`?"),
        (["--event", "arest"], "no event `arest`; did you mean `arrest`?"),
        (["--person", "brun"], "a new one is declared by --new-person ID=NAME"),
        (["--stance", "doubts"], "`stance` is `doubts`; it must be 'asserts' or 'denies'"),
        (["--date", "2019-02-30"], "the date `2019-02-30` cannot be read"),
        (["--fact", "fine"], "`fine` is not NAME=VALUE"),
        (["--title", "Again"], "the event `arrest` is declared already"),
        (["--after", "arrest"], "`arrest` cannot be after itself"),
        (["--new-person", "a b=Ana", "--person", "a b"], "`a b` cannot be an id"),
    ],
)
def test_a_bad_record_never_reaches_the_file(
    file: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert cli.run(["add", *GIVEN, *options]) == 2
    assert told in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == FILE


def test_without_a_terminal_what_is_missing_is_listed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", "--event", "arrest"]) == 2
    assert "not given: --source, --paragraph, --says, --yes" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == FILE


def test_the_bundled_corpus_is_not_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    assert cli.run(["add", *GIVEN]) == 2


def test_of_several_files_it_is_the_one_of_the_neighbours(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = file.with_name("more.yaml")
    other.write_text("records:\n  - {event: arrest, source: herald, paragraph: 3, says: Taken.}\n", encoding="utf-8")
    both = ["--data", "events.yaml", "--data", "more.yaml"]
    assert cli.run(["add", *both, *GIVEN]) == 0
    assert file.read_text(encoding="utf-8") == FILE
    assert other.read_text(encoding="utf-8").endswith(ADDED)
    assert cli.run(["add", *both, *GIVEN, "--paragraph", "5", "--into", "events.yaml"]) == 0
    assert ADDED.replace("4", "5") in file.read_text(encoding="utf-8")
    assert cli.run(["add", *both, *GIVEN, "--into", "elsewhere.yaml"]) == 2
    assert "it has events.yaml, more.yaml" in capsys.readouterr().err


SHAPES = {
    "as it is": FILE,
    "line ends of Windows": FILE.replace("\n", "\r\n"),
    "no last line end": FILE.rstrip("\n"),
    "no last line end after a record": FILE[: FILE.index("\n# the end")],
    "in brackets": "sources: {gazette: {publisher: a, title: b}}\nrecords: [{event: arrest, says: x}, # c\n]\n",
    "in brackets, empty": "records: []\n",
    "nothing in it": "# nothing yet\n",
    "empty": "",
    "a section without entries": "records:\n  # none yet\n\nsources:\n",
    "dashes at the margin": "records:\n- event: release\n  says: x\n\n\n# end\npeople: {}\n",
    "wide": "records:\n    -   event:   release\n        says: x   # tab\there\n",
    "a block of text at the end": "records:\n  - event: release\n    says: |\n      One.\n\n      Two.\n\n\n# end\n",
    "a text that is kept": "records:\n  - event: release\n    says: |+\n      One.\n\npeople: {}\n",
    "anchors": "events: &e {}\nkinds: *e\nrecords:\n  - event: &r release\n    says: *r\n",
    "a document marker": "---\nrecords:\n  - event: release\n...\n",
    "a comment that goes on": "records:\n  - event: release\n    # of the release\n  # of all\npeople: {}\n",
}
_LONGEST_KEY = 80
"""A key that has to be escaped is written within the 1,024 characters that YAML allows it."""

TEXTS = st.sampled_from(list(hostile.TEXTS.values())) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_other_byte_stays_in_a_file_of_any_shape(shape: str, mark: bytes) -> None:
    before = mark + SHAPES[shape].encode()
    record = {"event": "release", "source": "s", "paragraph": "3", "says": "New: #1", "note": "One.\nTwo."}
    person = Addition("people", {"name": "Ilya Brun"}, "brun")
    after = inserted(before, [person, Addition("records", record)], "x.yaml")
    value = plain_yaml.parse(after, "x.yaml").value
    assert isinstance(value, dict)
    assert record in value["records"]
    assert value["people"]["brun"] == {"name": "Ilya Brun"}
    position = 0
    for byte in before:  # what was there is there still, in its order
        position = after.index(byte, position) + 1
    old = plain_yaml.parse(before, "x.yaml").value or {}
    assert [one for one in value["records"] if one != record] == (
        old.get("records") or [] if isinstance(old, dict) else []
    )
    if shape == "line ends of Windows":
        assert after.count(b"\n") == after.count(b"\r\n")


@pytest.mark.parametrize("text", ["{records: []}\n", "records: ''\n"])
def test_what_leaves_no_place_is_said_so(text: str) -> None:
    with pytest.raises(CannotInsertError, match="leaves no place to put a record"):
        inserted(text.encode(), [Addition("records", {"event": "e"}), Addition("records", {"event": "e"})], "x.yaml")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS.map(lambda text: text[:_LONGEST_KEY]), st.sampled_from(sorted(SHAPES)))
def test_an_answer_reads_back_as_it_was_given(says: str, fact: str, shape: str) -> None:
    record = {"event": "release", "source": "s", "paragraph": "3", "says": says, "facts": {fact: says}}
    after = inserted(SHAPES[shape].encode(), [Addition("records", record)], "x.yaml")
    value = plain_yaml.parse(after, "x.yaml").value
    assert isinstance(value, dict)
    assert record in value["records"]


def test_hostile_answers_reach_the_file_as_they_are(file: Path) -> None:
    for number, text in enumerate(hostile.TEXTS.values(), 10):
        given = ["--source", "herald", "--event", "arrest", "--says", text, "--fact", f"what={text}", "--note", text]
        assert cli.run(["add", *given, "--paragraph", str(number), "--yes"]) == 0
    value = plain_yaml.parse(file.read_bytes(), "x").value
    assert isinstance(value, dict)
    told = {one["paragraph"]: one for one in value["records"]}
    for number, text in enumerate(hostile.TEXTS.values(), 10):
        assert told[str(number)]["says"] == told[str(number)]["note"] == text
        assert told[str(number)]["facts"]["what"] == text.strip()


# At a terminal


def test_it_asks_for_what_it_needs(file: Path) -> None:
    terminal = Terminal(file.parent, "add")
    terminal.answer("Source (words, or + for a new one): ", "arkan")
    assert "1. Gazette: Arrest in Arkan [gazette]" in terminal.answer("Source (number, words or +): ", "7")
    terminal.answer("Source (number, words or +): ", "1")
    terminal.answer("Paragraph: ", "0")
    assert "`paragraph` is `0`; it must be 1 or more" in terminal.answer("Paragraph: ", "4")
    terminal.answer("Event (words, or + for a new one): ", "+")
    terminal.answer("sentence without its date: ", "Ana is tried: at last")
    terminal.answer("  Kind (words, or + for a new one): ", "custody")
    terminal.answer("  Id [ana-is-tried-at-last]: ", "arrest")
    assert "there already; choose another" in terminal.answer("  Id [ana-is-tried-at-last]: ", "")
    terminal.answer("or EDTF: ", "on the eve of all that")
    terminal.answer("Keep it as it stands, undated? [y/N]: ", "n")
    terminal.answer("or EDTF: ", "on Tuesday")
    assert "sound span  2019-03-12" in terminal.answer("Person (words, or + for a new one): ", "velex")
    terminal.answer("Person (number, words or +): ", "1")
    terminal.answer("Another person (words, or + for a new one): ", "")
    terminal.answer("Place (words, or + for a new one): ", "+")
    terminal.answer("  Name: ", "Zenda")
    terminal.answer("  Id [zenda]: ", "")
    terminal.answer("document itself (words, or + for a new one): ", "")
    terminal.answer("in your words: ", "She was tried: #1.")
    terminal.answer("about 5): ", "officers")
    assert "write it as name=value" in terminal.answer("about 5): ", "officers=about 5")
    terminal.answer("about 5): ", "")
    terminal.answer("a name of these): ", "")
    shown = terminal.answer("Write it to events.yaml? [Y/n]: ", "y")
    assert '      says: "She was tried: #1."\n' in shown
    terminal.until("Added to events.yaml: ana-is-tried-at-last/gazette/4")
    terminal.answer("Another record? [y/N]: ", "")
    assert terminal.ended() == 0
    added = set(file.read_text(encoding="utf-8").splitlines()) - set(FILE.splitlines())
    assert "    facts: {officers: about 5}" in added
    assert "    place: zenda" in added
    assert '    title: "Ana is tried: at last"' in added
    assert set(FILE.splitlines()) - set(file.read_text(encoding="utf-8").splitlines()) == {
        "places: {capital: {name: Strelsau}}"
    }
    assert cli.run(["check", "--strict"]) == 0


@pytest.mark.parametrize("way", ["no", "Ctrl-C", "Ctrl-D"])
def test_nothing_is_written_that_is_not_confirmed(file: Path, way: str) -> None:
    terminal = Terminal(file.parent, "add", *GIVEN[:-1])
    if way == "Ctrl-C":
        terminal.until("Write it to events.yaml? [Y/n]: ")
        while terminal.process.poll() is None:  # one that comes while the line editor sets itself up may get lost
            terminal.process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):  # and one that comes while it ends would end it otherwise
                terminal.process.wait(timeout=10)
    else:
        keys = {"no": "n", "Ctrl-D": "\x04"}[way]
        assert ADDED.splitlines()[0] in terminal.answer("Write it to events.yaml? [Y/n]: ", keys)
    assert terminal.ended() == (0 if way == "no" else 130)
    assert file.read_text(encoding="utf-8") == FILE


# Others that write, and what ends halfway


def test_what_others_wrote_meanwhile_is_kept(file: Path) -> None:
    seen: list[bytes] = []

    def change(content: bytes) -> bytes:
        seen.append(content)
        if len(seen) == 1:  # somebody saves the file in their editor while we think
            file.write_bytes(content + b"# mine too\n")
        return content + b"# ours\n"

    assert rewrite(file, change)
    assert file.read_bytes() == FILE.encode() + b"# mine too\n# ours\n"
    assert len(seen) == 2


def test_two_runs_at_once_lose_nothing(file: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "timeline", "add", *GIVEN]
    runs = [
        subprocess.Popen(
            [*command, "--paragraph", str(number)], cwd=file.parent, env=environment, stdin=subprocess.DEVNULL
        )
        for number in range(11, 16)
    ]
    assert [run.wait(timeout=120) for run in runs] == [0] * 5
    value = plain_yaml.parse(file.read_bytes(), "x").value
    assert isinstance(value, dict)
    assert {one["paragraph"] for one in value["records"]} == {"1", "2", "11", "12", "13", "14", "15"}


KILLED = """
import os, signal, sys
from pathlib import Path
from timeline.cli import run
left = int(sys.argv[1])
def trace(frame, event, argument):
    global left
    if frame.f_code.co_filename.endswith(("whole.py", "replacing.py", "tempfile.py", "pathlib.py")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
sys.exit(run(sys.argv[2:]))
"""


def test_killed_at_any_step_of_writing_it_leaves_the_old_file_or_the_new_one(file: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def after(step: int) -> tuple[int, bytes]:
        file.write_text(FILE, encoding="utf-8")
        command = [sys.executable, "-c", KILLED, str(step), "add", *GIVEN]
        code = subprocess.run(command, cwd=file.parent, env=environment, capture_output=True, check=False).returncode
        return code, file.read_bytes()

    code, new = after(10**9)
    assert code == 0
    assert without(new.decode(), ADDED) == FILE
    last = 1
    while after(last)[0] == -signal.SIGKILL:
        last *= 2
    outcomes = [after(step) for step in sorted(Random(7).sample(range(1, last), min(24, last - 1)))]  # noqa: S311
    assert {content for _, content in outcomes} <= {FILE.encode(), new}
    assert any(code == -signal.SIGKILL for code, _ in outcomes)


# snapshot

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(arguments)
        return code, *capsys.readouterr()

    return call


def test_a_snapshot_is_recorded_and_verified(file: Path, run: Run) -> None:
    (file.parent / "sources").mkdir()
    document = file.parent / "sources" / "herald.txt"
    document.write_text("Freed.\n", encoding="utf-8")
    digest = sha256(b"Freed.\n").hexdigest()
    assert run("snapshot", "sources/herald.txt", "--source", "herald")[0] == 0
    text = file.read_text(encoding="utf-8")
    assert without(text, f"    file: herald.txt\n    sha256: {digest}\n") == FILE
    assert run("verify", "--sources", "sources")[0] == 0
    code, out, _ = run("snapshot", "sources/herald.txt", "--source", "herald")
    assert (code, out) == (0, f"sources/herald.txt is the file recorded for herald: {digest}\n")
    assert file.read_text(encoding="utf-8") == text


def test_drift_names_the_claims_that_need_another_look(file: Path, run: Run) -> None:
    document = file.parent / "gazette.txt"
    document.write_text("One.\n\nTwo.\n", encoding="utf-8")
    assert run("snapshot", "gazette.txt", "--source", "gazette")[0] == 0
    text = file.read_text(encoding="utf-8")
    assert re.search(
        r"gazette: \{publisher: .*, published: 2019-03-14, file: gazette.txt, sha256: \w{64}\}   # the", text
    )
    document.write_text("One.\n\nTwo!\n", encoding="utf-8")
    code, out, _ = run("verify", "--sources", ".")
    assert code == 1
    assert "it changed since it was cited, so 1 claim needs another look: `arrest/gazette/2`" in out
    code, _, err = run("snapshot", "gazette.txt", "--source", "gazette")
    assert code == 1
    assert "1 claim needs another look: arrest/gazette/2" in err
    assert file.read_text(encoding="utf-8") == text
    assert run("snapshot", "gazette.txt", "--source", "gazette", "--renew")[0] == 0
    assert run("verify", "--sources", ".")[0] == 0


def test_drift_names_each_claim_on_one_paragraph(file: Path, run: Run) -> None:
    again = ("add", "--source", "gazette", "--event", "arrest", "--paragraph", "2", "--yes")
    for says in ("Told again.", "And again."):
        assert run(*again, "--says", says)[0] == 0
    document = file.parent / "gazette.txt"
    document.write_text("One.\n\nTwo.\n", encoding="utf-8")
    run("snapshot", "gazette.txt", "--source", "gazette")
    document.write_text("One.\n\nTwo!\n", encoding="utf-8")
    told = run("snapshot", "gazette.txt", "--source", "gazette")[2]
    look = "3 claims need another look: arrest/gazette/2, arrest/gazette/2/2, arrest/gazette/2/3."
    assert look in " ".join(told.split())


def test_a_snapshot_of_nothing_is_refused(file: Path, run: Run) -> None:
    (file.parent / "a.txt").write_text("a", encoding="utf-8")
    assert "did you mean `herald`" in run("snapshot", "a.txt", "--source", "heralt")[2]
    assert run("snapshot", "b.txt", "--source", "herald")[0] == 2
    run("snapshot", "a.txt", "--source", "herald")
    (file.parent / "c.txt").write_text("c", encoding="utf-8")
    code, _, err = run("snapshot", "c.txt", "--source", "herald")
    assert code == 2
    assert "source `herald` names the file `a.txt`, and this is c.txt" in err


def test_the_bundled_corpus_can_be_added_to_in_place() -> None:
    content = bundled_corpus().read_bytes()
    record = {"event": "citizenship", "source": "ft-2020", "paragraph": "3", "says": "Says so."}
    after = inserted(content, [Addition("records", record)], "x.yaml")
    added = "  - event: citizenship\n    source: ft-2020\n    paragraph: 3\n    says: Says so.\n"
    assert without(after.decode(), added) == content.decode()


def test_a_corpus_is_curated_from_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    assert run("init")[0] == 0
    first = [
        "--source",
        "gazette",
        "--publisher",
        "The Gazette",
        "--source-title",
        "Arrest",
        "--published",
        "2019-03-14",
    ]
    event = ["--event", "arrest-2019", "--title", "Ana Vélez is arrested", "--kind", "arrest"]
    kind = ["--kind-title", "Arrest or charge", "--theme", "arrests"]
    who = ["--new-person", "ana=Ana Vélez", "--person", "ana", "--date", "on Tuesday"]
    assert run("add", *first, *event, *kind, *who, "--paragraph", "4", "--says", "Police took her.", "--yes")[0] == 0
    again = ["--source", "gazette", "--event", "arrest-2019", "--paragraph", "6", "--says", "She was taken.", "--yes"]
    assert run("add", *again, "--person", "Ana Vélez", "--fact", "officers=about 5")[0] == 0
    assert "0 errors, 0 warnings" in run("check", "--strict")[1]
    assert run("fmt", "--check")[0] == 0
    shown = run("show")[1]
    assert "12 Mar 2019" in shown
    assert "1 event by 2 claims in 1 document" in shown


def test_a_new_source_says_its_language_and_what_it_repeats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    run("init")
    told = ["--paragraph", "2", "--date", "в ночь на 1 марта", "--says", "Taken.", "--yes", "--published", "1935-03-20"]
    source = ["--publisher", "Nina", "--source-title", "Letter", "--language", "ru"]
    event = ["--event", "taken", "--title", "He is taken", "--kind", "arrest", "--kind-title", "Arrest", "--theme", "x"]
    assert run("add", "--source", "letter", *source, *event, *told)[0] == 0
    assert run("add", "--source", "copy", *source, "--derives-from", "letter", "--event", "taken", *told)[0] == 0
    assert "0 errors, 0 warnings" in run("check")[1]
    assert "1 event by 2 claims in 2 documents, of 1 independent origin" in run("show")[1]


def test_an_order_by_options_says_how_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)
    run("init")
    source = ["--source", "ruling", "--publisher", "Court", "--source-title", "Judgment", "--published", "2022-03-10"]
    kind = ["--kind", "court", "--kind-title", "Court", "--theme", "court", "--yes"]
    told = ["--event", "hearing", "--title", "The hearing", "--paragraph", "1", "--date", "1 March 2022", "--says", "X"]
    assert run("add", *source, *told, *kind)[0] == 0
    told = ["--source", "ruling", "--event", "judgment", "--title", "The judgment", "--paragraph", "2", "--says", "X"]
    done = run("add", *told, "--after", "hearing, by seven days, soon", "--kind", "court", "--yes")
    assert (done[0], "`soon` is neither `within LENGTH` nor `by LENGTH`" in done[2]) == (2, True)
    assert run("add", *told, "--after", "hearing, by seven days", "--kind", "court", "--yes")[0] == 0
    assert "8 Mar 2022" in run("show")[1]
