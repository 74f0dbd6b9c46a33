"""What is marked to be withheld is in no output: no name in any spelling, no id, no file name, no quotation."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from conftest import DECLARED, Corpus
from needed import needed_module
from running import Ran, Run

from timeline.cli import COMMANDS
from timeline.export import FORMATS
from timeline.export.parquet.tables import TABLES
from timeline.load import Corpus as Loaded
from timeline.load import load
from timeline.model import Timeline
from timeline.pipeline import build
from timeline.withhold import withhold

DATA = """
sources:
  interview-velez:
    publisher: Rights Group
    title: What Ana Vélez saw
    published: 2019-04-01
    file: ana-velez-interview.txt
    sha256: 1111111111111111111111111111111111111111111111111111111111111111
    note: Taken in Velez's kitchen
  gazette:
    {publisher: Gazette, title: Arrests, published: 2019-04-02, file: gazette-42.txt, derives_from: interview-velez}
  herald: {publisher: Herald, title: More arrests, published: 2019-04-03, file: herald-7.txt}
  diary: {publisher: A diary, title: Diary of a clerk, published: 2019-04-04, file: diary-9.txt, withhold: true}
people:
  velez: {name: Ana Vélez, also: [Anna Velez, Ана Велес], role: seamstress, note: lives in Zenda, withhold: true}
  ruiz: {name: Ana Ruiz, role: lawyer}
  clerk: {name: Ottokar Kranz}
  guard: {name: Bela Strum, role: guard}
places:
  zenda: {name: Zenda}
  cellar: {name: the cellar in Tarlen street}
kinds: {arrest: {title: Arrest, theme: arrests}}
events:
  arrest-velez: {title: Ana Vélez is arrested, kind: arrest, note: Velez told it twice}
  release: {title: Ana Ruiz is freed, kind: arrest}
  beating: {title: Someone is beaten in a cellar, kind: arrest}
records:
  - {event: arrest-velez, source: interview-velez, paragraph: 3, date: 2019-03-10, people: [velez], place: zenda,
     according_to: velez, says: Vélez says that she was taken., quote: they came at four, facts: {taken: "Vélez, two"}}
  - {event: arrest-velez, source: gazette, paragraph: 1, date: 2019-03-12, people: [velez],
     says: Police took ANNA VELEZ., contradicts: {claim: release/herald/2/2, reason: Velez cannot have been free}}
  - {event: release, source: herald, paragraph: 2, date: 1987-05-17, people: [guard], says: Secret words one,
     withhold: true}
  - {event: release, source: herald, paragraph: 2, date: 2019-03, people: [ruiz], says: Ruiz was freed,
     after: arrest-velez}
  - {event: beating, source: herald, paragraph: 5, people: [guard], place: cellar, says: Secret words two,
     withhold: true}
  - {event: release, source: herald, paragraph: 9, date: the day after Velez's arrest, says: Ruiz went home}
  - {event: beating, source: herald, paragraph: 10, date: when Strum came home, says: x, withhold: true}
  - {event: release, source: diary, paragraph: 1, date: 1987-05-18, people: [clerk], says: Secret words three}
"""
PROTECTED = (
    *("vélez", "velez", "велес", "interview-velez", "seamstress", "kitchen", "they came at four", "1111111"),
    *(
        "gazette-42",
        "ana-velez-interview",
        "herald-7",
        "diary",
        "kranz",
        "clerk",
        "guard",
        "strum",
        "cellar",
        "beating",
    ),
    *("secret words", "1987", "tarlen"),
)
ARGUMENTS: dict[str, list[list[str]]] = {
    "why": [["release"], ["release", "--format", "json"]],
    "order": [["release", "event-withheld-1"]],
    "verify": [["--sources", "."], ["--sources", ".", "--format", "json"], ["--sources", ".", "--format", "github"]],
    "read": [["gazette-42.txt", "--source", "gazette"], ["gazette-42.txt", "--source", "gazette", "--format", "json"]],
    "coverage": [["--sources", "."], *(["--sources", ".", "--format", form] for form in ("plain", "csv", "json"))],
    "check": [[], ["--format", "json"], ["--format", "github"], ["--strict"]],
    "show": [[], ["--format", "plain"]],
    "suggest": [[], ["--format", "json"]],
    "diff": [["empty.yaml"], ["empty.yaml", "--format", "json"]],
    "conflicts": [[], ["--format", "json"]],
    "gaps": [[], ["--format", "json"]],
    "chart": [[]],
    "people": [[], ["--format", "plain"], ["--format", "json"]],
    "places": [[], ["--format", "plain"], ["--format", "json"]],
    "sources": [[], ["--format", "plain"], ["--format", "json"]],
    "export": [
        *(["--format", form] for form, of in FORMATS.items() if not of.binary),
        *([f"out{of.suffixes[0]}"] for of in FORMATS.values() if of.binary),
        ["--format", "csv", "--rows", "claims"],
        *(["out.parquet", "--rows", rows] for rows in TABLES if rows != "kinds"),
    ],
}
OF_THE_FILES = {"add", "cache", "completion", "date", "fmt", "import", "init", "schema", "snapshot"}
"""Commands that show nothing of a timeline: they are about words, or about the files themselves."""
RUNS = [(name, arguments) for name, given in ARGUMENTS.items() for arguments in given]


@pytest.fixture
def run(run_here: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line on what `velez.yaml` in the folder holds; what it writes to a file counts as output."""
    monkeypatch.chdir(folder)

    def call(*arguments: str) -> Ran:
        for form, of in FORMATS.items():
            if of.extra[0] and (form in arguments or arguments[1:2] == (f"out{of.suffixes[0]}",)):
                needed_module(of.extra[0])
        data = ["velez.yaml"] if arguments[0] == "diff" else ["--data", "velez.yaml"]
        done = run_here(*arguments, *data)
        written = "".join(_texts(file) for file in folder.glob("out.*"))
        return done._replace(out=done.out + written)

    return call


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus, its file named after the one to protect, and the documents."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "velez.yaml").write_text(DATA, encoding="utf-8")
    (folder / "empty.yaml").write_text("records: []", encoding="utf-8")
    (folder / "gazette-42.txt").write_text("A paragraph about Velez.", encoding="utf-8")
    return folder


def _texts(file: Path) -> str:
    """Return the texts of an archive such as a Word document, or all that is in another file, and remove it."""
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            told = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    else:
        told = file.read_bytes().decode("utf-8", "replace")
    file.unlink()
    return told


def test_every_command_is_held_to_it() -> None:
    assert set(ARGUMENTS) == set(COMMANDS) - OF_THE_FILES


@pytest.mark.parametrize(("name", "arguments"), RUNS, ids=[" ".join((name, *given)) for name, given in RUNS])
def test_no_output_leads_to_them(name: str, arguments: list[str], run: Run) -> None:
    done = run(name, *arguments)
    assert done.code in {0, 1}, done.err
    told = done.out + done.err
    for protected in PROTECTED:
        assert protected not in told.casefold(), f"{protected} in:\n{told}"
    assert "ithheld" in told


@pytest.mark.parametrize(("name", "arguments"), RUNS, ids=[" ".join((name, *given)) for name, given in RUNS])
def test_it_is_shown_when_asked_for(name: str, arguments: list[str], run: Run) -> None:
    arguments = [one.replace("event-withheld-1", "arrest-velez") for one in arguments]
    done = run(name, *arguments, "--include-withheld")
    told = (done.out + done.err).casefold()
    assert "not for publication" in told
    if name != "suggest":  # which finds nothing here
        assert sum(protected in told for protected in PROTECTED) >= 2


@pytest.fixture
def timeline(folder: Path) -> Timeline:
    return build([folder / "velez.yaml"])


def test_it_says_how_much(timeline: Timeline) -> None:
    assert timeline.withheld == (3, 1, 1, 4)


def test_nothing_rests_on_what_is_withheld(timeline: Timeline) -> None:
    release = next(event for event in timeline.events if event.id == "release")
    assert [claim.id for claim in release.claims] == ["release/herald/2", "release/herald/9"]
    assert release.date.edtf == "2019-03"


def test_what_remains_keeps_its_evidence(timeline: Timeline) -> None:
    arrest = next(event for event in timeline.events if event.id == "event-withheld-1")
    assert arrest.title == "[name withheld 1] is arrested"
    assert (arrest.sources, arrest.origins) == (2, 2)
    assert [conflict.kind for conflict in timeline.conflicts] == ["date", "contradiction"]
    assert arrest.claims[1].contradicts[0].claim == "release/herald/2"
    assert arrest.claims[0].according_to == "withheld-1"


def test_reprints_of_a_withheld_source_stay_one_voice(corpus: Corpus) -> None:
    found = corpus(
        """
        sources:
          leak: {publisher: P, title: Leaked list, withhold: true}
          one: {publisher: One, title: T, derives_from: leak}
          two: {publisher: Two, title: T, derives_from: leak}
        records:
          - {event: march, source: one, paragraph: 1, says: a}
          - {event: march, source: two, paragraph: 1, says: b}
        """
    )
    [march] = found.events
    assert (march.sources, march.origins) == (2, 1)
    assert [source.title for source in found.sources if source.publisher.startswith("[")] == ["[source withheld 1]"]


FAULTS = {
    "misspelt": "witheld: true",
    "no truth": "withhold: please",
    "and another fault": "withhold: true, nmae: x",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
def test_a_fault_does_not_uncover_anyone(fault: str, corpus: Corpus) -> None:
    found = corpus(
        f"people: {{kranz: {{name: Ottokar Kranz, {fault}}}}}",
        "records: [{event: march, source: gazette, paragraph: 1, says: Kranz marched, people: [kranz]}]",
    )
    assert "Kranz" not in str([event.claims for event in found.events]) + str(found.problems)
    assert found.has_errors
    assert found.withheld.people == 1


def test_one_declared_twice_is_withheld_if_one_of_the_two_says_so(corpus: Corpus) -> None:
    found = corpus(
        "people: {kranz: {name: Ottokar Kranz}}",
        "people: {kranz: {name: Otto Kranz, withhold: true}}",
        "records: [{event: march, source: gazette, paragraph: 1, says: Kranz marched, people: [kranz]}]",
    )
    assert "Kranz" not in str(found._replace(files=()))


def test_without_marks_the_corpus_is_left_as_it_is(folder: Path) -> None:
    (folder / "plain.yaml").write_text(DATA.replace("withhold: true", "withhold: false"), encoding="utf-8")
    loaded, _ = load([folder / "plain.yaml"])
    left, withheld, veil = withhold(loaded)
    assert left is loaded
    assert not any(withheld)
    assert not veil


def test_nothing_else_is_lost(folder: Path) -> None:
    loaded, _ = load([folder / "velez.yaml"])
    left, withheld, _ = withhold(loaded)
    assert isinstance(left, Loaded)
    assert len(left.records) == len(loaded.records) - withheld.records
    assert len(left.events) == len(loaded.events) - withheld.events
    assert len(left.people) == len(loaded.people)


SHARING = """
people:
  velez: {name: Ana Vélez, also: [Ана Велес], withhold: true}
  DECLARED
events: {fine: {title: Someone is fined, kind: custody}}
records:
  - {event: fine, source: gazette, paragraph: 1, says: "She was fined, says NAME", people: [velez, ID]}
"""


def _sharing(declared: str, corpus: Corpus) -> Timeline:
    one, name = declared.split(": ", 1)
    name = name.split(", ")[0].removeprefix("{name: ").rstrip("}")
    text = SHARING.replace("DECLARED", declared).replace("NAME", name).replace("ID", one)
    return corpus(text, declared=DECLARED.replace("ana: {name: Ana Vélez, also: [Anna Velez]}", ""))


@pytest.mark.parametrize(
    ("declared", "shown"),
    [
        ("sister: {name: Vélez's sister}", "[name withheld 1]'s sister"),
        ("sister: {name: Vélez’s Sister}", "[name withheld 1]’s Sister"),
        ("sister: {name: a sister of Vélez}", "a sister of [name withheld 1]"),
        ("sister: {name: сестра Велеса}", "сестра [name withheld 1]"),
        ("sister: {name: the Vélez family, type: group}", "the [name withheld 1] family"),
    ],
)
def test_a_description_by_a_word_of_a_name_is_covered(declared: str, shown: str, corpus: Corpus) -> None:
    found = _sharing(declared, corpus)
    assert shown in [person.name for person in found.people]
    assert found.events[0].claims[0].says == f"She was fined, says {shown}"
    assert not [problem for problem in found.problems if problem.code == "name-stands"]


def test_so_is_an_id_with_a_word_that_its_name_has_not(corpus: Corpus) -> None:
    found = _sharing("velez-driver: {name: Ilya Strum}", corpus)
    assert "velez" not in str(found._replace(files=(), veil=None)).casefold()  # type: ignore[arg-type]
    assert "Ilya Strum" in [person.name for person in found.people]


@pytest.mark.parametrize("name", ["Ana Ruiz", "Ilya Vélez", "Isle of Vélez", "Rio de Ana"])
def test_a_name_of_their_own_stands_and_is_warned_of(name: str, corpus: Corpus) -> None:
    found = _sharing(f"other: {{name: {name}}}", corpus)
    assert found.events[0].claims[0].says == f"She was fined, says {name}"
    [problem] = [problem for problem in found.problems if problem.code == "name-stands"]
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == (4, 3)
    assert str(problem.severity) == "warning"
    assert not any(word in problem.message for word in name.split() if word[0].isupper())


def test_a_place_is_warned_of_too(corpus: Corpus) -> None:
    text = SHARING.replace("DECLARED", "brun: {name: B}").replace("ID", "brun") + "places: {farm: {name: Villa Vélez}}"
    found = corpus(text, declared=DECLARED.replace("ana: {name: Ana Vélez, also: [Anna Velez]}", "x: {name: X}"))
    assert [
        problem.location and problem.location.line for problem in found.problems if problem.code == "name-stands"
    ] == [8]


def test_a_name_that_may_stand_is_not_warned_of(corpus: Corpus) -> None:
    found = _sharing("other: {name: Ilya Vélez, withhold: false}", corpus)
    assert "Ilya Vélez" in [person.name for person in found.people]
    assert not [problem for problem in found.problems if problem.code == "name-stands"]
