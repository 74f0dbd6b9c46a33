"""A corpus curated from nothing, at a terminal: what is asked, what is written, and what other commands make of it."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from terminal import Terminal

from timeline import cli, plain_yaml

DOCUMENT = """\
The Ruritania Gazette

Lawyer arrested in Strelsau

Police in Strelsau arrested the lawyer Ana Vélez on Tuesday, her brother Ilya said.

Five officers came to her home on Tuesday, he said. She was reportedly held for three days.

The ministry denied on Wednesday that anyone had been arrested.
"""
README = Path(__file__).parents[2] / "README.md"
CHOICE = "(words, or + for a new one): "
EXPECTED = """\
    records:
      - event: ana-velez-is-arrested
        source: the-ruritania-gazette-2019
        paragraph: 3
        date: on Tuesday
        according_to: ilya-velez
        people: [ana-velez]
        place: strelsau
        says: Police arrested her.
      - event: ana-velez-is-arrested
        source: the-ruritania-gazette-2019
        paragraph: 4
        date: on Tuesday
        according_to: ilya-velez
        people: [ana-velez]
        place: strelsau
        quote: came to her home
        says: Officers fetched her.
        facts: {officers: 5}
      - event: ana-velez-is-arrested
        source: the-ruritania-gazette-2019
        paragraph: 5
        according_to: ministry
        stance: denies
        people: [ana-velez]
        says: Nobody was arrested.
      - event: ana-velez-is-held
        source: the-ruritania-gazette-2019
        paragraph: 4
        lasts: three days
        after: [ana-velez-is-arrested]
        certainty: reportedly
        people: [ana-velez]
        says: She was held.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_DATA", "")
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.run(["init"]) == 0
    (tmp_path / "sources" / "gazette.txt").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def first(terminal: Terminal) -> None:
    """The source, its first paragraph and event, and whoever and wherever that is."""
    terminal.answer("Your copy of it in sources/ (number): ", "1")
    assert "   2 │ Lawyer arrested in Strelsau\n" in terminal.answer("Publisher: ", "The Ruritania Gazette")
    terminal.answer("Title: ", "Lawyer arested")
    terminal.answer("2019-03~): ", "2019-03-14")
    terminal.answer("Id [the-ruritania-gazette-2019]: ", "<")  # a slip in the title
    terminal.answer("Your copy of it in sources/ (number): ", "gazette.txt")
    terminal.answer("Publisher: ", "The Ruritania Gazette")
    terminal.answer("Title: ", "Lawyer arrested")
    terminal.answer("2019-03~): ", "2019-03-14")
    terminal.answer("Id [the-ruritania-gazette-2019]: ", "")
    terminal.answer("Paragraph: ", "6")
    assert "the document ends with paragraph 5" in terminal.answer("Paragraph: ", "3")
    assert "1. “on Tuesday”: 2019-03-12" in terminal.answer("without its date: ", "Ana Vélez is arrested")
    terminal.answer("such events are called: ", "Arrest")
    terminal.answer("are grouped: ", "arrests")
    terminal.answer("Id [arrest]: ", "")
    terminal.answer("Id [ana-velez-is-arrested]: ", "")
    terminal.answer("states it, 1, or EDTF: ", "1")
    assert "sound span  2019-03-12" in terminal.answer(f"Person {CHOICE}", "+")
    terminal.answer("Name: ", "Ana Vélez")
    terminal.answer("Id [ana-velez]: ", "")
    terminal.answer(f"Another person {CHOICE}", "")
    terminal.answer(f"Place {CHOICE}", "+")
    terminal.answer("Name: ", "Strelsau")
    terminal.answer("Id [strelsau]: ", "")
    terminal.answer(f"document itself {CHOICE}", "+")
    terminal.answer("Name: ", "Ilya Vélez")
    terminal.answer("Id [ilya-velez]: ", "")
    rest(terminal, "Police arrested her.", "")
    terminal.answer("Another record? [y/N]: ", "y")


def rest(terminal: Terminal, says: str, fact: str, *more: tuple[str, str]) -> None:
    """The account, the facts, the rarer fields by what is asked, and that it be written."""
    terminal.answer("in your words: ", says)
    terminal.answer("about 5): ", fact)
    if fact:
        terminal.answer("about 5): ", "")
    for question, words in (*more, ("a name of these): ", "")):
        terminal.answer(question, words)
    terminal.answer("Write it to events.yaml? [Y/n]: ", "")


def same_event(terminal: Terminal, paragraph: str, date: str) -> None:
    assert "`=` answers as for the last record." in terminal.answer(f"Source [the-ruritania-gazette-2019] {CHOICE}", "")
    terminal.answer("]: ", paragraph)
    terminal.answer(f"Event {CHOICE}", "?")
    terminal.answer("Event (number, words or +): ", "1")
    terminal.answer("or EDTF: ", date)
    terminal.answer(f"Person {CHOICE}", "=")
    terminal.answer(f"Another person {CHOICE}", "")


def test_a_corpus_is_curated_from_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(folder, "add")
    first(terminal)
    same_event(terminal, "4", "1")
    terminal.answer(f"Place {CHOICE}", "=")
    terminal.answer(f"document itself {CHOICE}", "=")
    of_these = "a name of these): "
    quote = (of_these, "quote"), ("verbatim in the paragraph: ", "came to his home"), ("verbatim", "came to her home")
    rest(terminal, "Officers fetched her.", "officers=5", *quote)
    terminal.answer("Another record? [y/N]: ", "y")
    same_event(terminal, "5", "")
    terminal.answer(f"Place {CHOICE}", "")
    terminal.answer(f"document itself {CHOICE}", "+")
    terminal.answer("Name: ", "Ministry")
    terminal.answer("Id [ministry]: ", "")
    stance = (of_these, "st"), ("asserts or denies: ", "doubts"), ("asserts or denies: ", "denies")
    rest(terminal, "Nobody was arrested.", "", *stance)
    terminal.answer("Another record? [y/N]: ", "y")
    terminal.answer(f"Source [the-ruritania-gazette-2019] {CHOICE}", "")
    terminal.answer("Paragraph [5]: ", "4")
    terminal.answer(f"Event {CHOICE}", "+")
    terminal.answer("without its date: ", "Ana Vélez is held")
    terminal.answer(f"Kind {CHOICE}", "arrest")
    terminal.answer("Id [ana-velez-is-held]: ", "")
    terminal.answer("or EDTF: ", "")
    terminal.answer(f"Person {CHOICE}", "=")
    terminal.answer(f"Another person {CHOICE}", "")
    terminal.answer(f"Place {CHOICE}", "")
    terminal.answer(f"document itself {CHOICE}", "")
    more = [
        (of_these, "certainty"),
        ("as reportedly: ", "reportedly"),
        (of_these, "lasts"),
        ("three days: ", "three days"),
    ]
    after = [(of_these, "after"), (f"after which event {CHOICE}", "arrested"), ("(number, words or +): ", "1")]
    rest(terminal, "She was held.", "", *more, *after)
    terminal.answer("Another record? [y/N]: ", "")
    assert terminal.ended() == 0
    [told_by_readme] = re.findall(r"```text\n(Paragraph .*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert told_by_readme in terminal.transcript
    written = plain_yaml.parse((folder / "events.yaml").read_bytes(), "events.yaml").value
    assert isinstance(written, dict)
    assert written["records"] == plain_yaml.parse(EXPECTED.encode(), "x").value["records"]  # type: ignore[index]
    capsys.readouterr()
    told = [run(capsys, *words) for words in (("check",), ("fmt", "--check"), ("verify", "--sources", "sources"))]
    assert [code for code, _ in told] == [0, 0, 0]
    assert "0 errors, 0 warnings" in told[0][1]
    _, shown = run(capsys, "show")
    assert "12 Mar 2019" in shown
    assert "Ana Vélez is arrested" in shown
    assert "denied by some of the accounts" in shown.replace("\n", " ").replace("  ", " ")
    assert "2 events by 4 claims in 1 document" in shown


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = cli.run(words)
    return code, capsys.readouterr().out


OPTIONS = ["--source", "g", "--publisher", "G", "--source-title", "T", "--paragraph", "1", "--event", "e"]


@pytest.mark.parametrize("lost", [True, False])
def test_an_answer_can_be_taken_back_and_none_is_lost(folder: Path, *, lost: bool) -> None:
    options = [*OPTIONS, "--title", "It happens", "--kind", "k", "--kind-title", "K", "--theme", "t"]
    terminal = Terminal(folder, "add", *options)
    terminal.answer("or EDTF: ", "2019-03-14")
    terminal.answer(f"Person {CHOICE}", "<")
    terminal.answer("or EDTF: ", "2019-03-15")
    terminal.answer(f"Person {CHOICE}", "")
    terminal.answer(f"Place {CHOICE}", "")
    terminal.answer(f"document itself {CHOICE}", "")
    terminal.answer("in your words: ", "<")
    terminal.answer(f"document itself {CHOICE}", "")
    terminal.answer("in your words: ", "It happened.")
    terminal.answer("about 5): ", "")
    terminal.answer("a name of these): ", "")
    terminal.answer("Write it to events.yaml? [Y/n]: ", "<")
    terminal.answer("a name of these): ", "note")
    terminal.answer("should know: ", "Look again.")
    terminal.answer("a name of these): ", "")
    if lost:
        (folder / "events.yaml").write_text("events: [\n", encoding="utf-8")
    assert "date: 2019-03-15\n" in terminal.answer("Write it to events.yaml? [Y/n]: ", "y")
    if lost:
        assert "note: Look again." in terminal.until("nothing was written")
        assert terminal.ended() == 2
    else:
        terminal.answer("Another record? [y/N]: ", "n")
        assert terminal.ended() == 0
        assert "note: Look again." in (folder / "events.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_paragraph_beyond_the_end_is_refused_in_scripts_too(capsys: pytest.CaptureFixture[str]) -> None:
    event = ["--title", "It happens", "--kind", "k", "--kind-title", "K", "--theme", "t"]
    assert cli.run(["add", *OPTIONS, *event, "--says", "So.", "--yes"]) == 0
    assert cli.run(["snapshot", "sources/gazette.txt", "--source", "g"]) == 0
    capsys.readouterr()
    again = ["--source", "g", "--event", "e", "--says", "So.", "--yes"]
    assert cli.run(["add", *again, "--paragraph", "6"]) == 2
    assert "the document ends with paragraph 5, and 6 is cited" in capsys.readouterr().err
    assert cli.run(["add", *again, "--paragraph", "5"]) == 0


NEW = [
    "--publisher",
    "P",
    "--source-title",
    "T",
    "--event",
    "e",
    "--title",
    "It happens",
    "--kind",
    "k",
    "--says",
    "So.",
]
NEW += ["--kind-title", "K", "--theme", "t", "--paragraph", "4", "--yes"]


def test_a_script_too_records_which_file_a_new_source_was_read_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = sha256(DOCUMENT.encode()).hexdigest()
    told = run(capsys, "add", "--source", "gazette", *NEW)[1]
    assert f"Recorded: gazette was read from gazette.txt, SHA-256 {digest}" in told
    written = (folder / "events.yaml").read_text(encoding="utf-8")
    assert f"file: gazette.txt\n    sha256: {digest}\n" in written
    assert "1 document, 1 citation, 0 dates as stated, 0 quotes: all stand." in run(
        capsys, "verify", "--sources", "sources"
    )[1]  # fmt: skip


@pytest.mark.parametrize("twin", ["", "herald.md"])
def test_or_says_that_it_did_not(twin: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (twin, "herald.txt") if twin else ():
        (folder / "sources" / name).write_text("Text.", encoding="utf-8")
    code, told = run(capsys, "add", "--source", "herald", *NEW)
    assert code == 0
    assert "`timeline snapshot FILE --source herald` records it" in told
    assert not re.search(r"^ +sha256:", (folder / "events.yaml").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("she fled", "the quote “she fled”: this does not stand in the paragraph"),
        ("Came to her Home", "the quote “Came to her Home”: it stands there with other capitals, quotes or dashes"),
        ("came to her home", ""),
    ],
)
def test_a_quotation_is_held_against_its_paragraph_in_scripts_too(
    quote: str, why: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "events.yaml").read_bytes()
    code = cli.run(["add", "--source", "gazette", *NEW, "--quote", quote])
    assert code == (2 if why else 0)
    assert why in capsys.readouterr().err
    assert ((folder / "events.yaml").read_bytes() == before) == bool(why)


def test_of_nothing_it_is_not_said_that_all_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sources" / "gazette.txt").unlink()
    run(capsys, "add", "--source", "gazette", *NEW)
    assert run(capsys, "verify", "--sources", "sources") == (
        1,
        "Not held, for no file is named: gazette.\nNothing was held against a document. "
        "`timeline snapshot FILE --source ID` records which file it is.\n",
    )


def test_what_was_given_is_judged_before_anything_is_asked(folder: Path) -> None:
    terminal = Terminal(folder, "add", "--source", "gazete")
    terminal.until("no source `gazete`")
    assert terminal.ended() == 2
