"""Loading: where data files come from, and what is said of a record that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.load import bundled_corpus, corpus_files

RECORD = "records:\n- {event: arrest, source: gazette, paragraph: 1, says: She was taken in."
Problems = Callable[..., list[str]]


def test_a_good_record_has_no_problem(problems: Problems) -> None:
    assert problems(f"{RECORD}}}\n- {{event: march, source: herald, paragraph: 2, says: She marched.}}") == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (", paragraph: 0", "1.yaml:2:75: error: `paragraph` is given twice here; keep one of the two [duplicate-key]"),
        (", poeple: [ana]", "1.yaml:2:75: error: `poeple` is not a field here; did you mean `people`? [unknown-field]"),
        (", place: ''", "1.yaml:2:82: error: `place` is empty; give it a value or leave it out [empty-value]"),
        (", place: [a, b]", "1.yaml:2:82: error: `place` is not a single text; it must be text [bad-value]"),
        (
            ", stance: denys",
            "1.yaml:2:83: error: `stance` is `denys`; it must be 'asserts' or 'denies' [bad-value]",
        ),
        (", upcoming: soon", "1.yaml:2:85: error: `upcoming` is `soon`; it must be true or false [bad-value]"),
        (
            ", contradicts: [{claim: x}]",
            "1.yaml:2:89: error: no `reason` in `contradicts.0`; it needs one [missing-field]",
        ),
    ],
)
def test_a_faulty_field_is_named_where_it_stands(problems: Problems, fields: str, problem: str) -> None:
    warning = "event-without-record"
    assert [one for one in problems(f"{RECORD}{fields}}}") if warning not in one] == [problem]


@pytest.mark.parametrize(
    ("number", "needed"),
    [
        ("1000000000", "it must be 999999999 or less"),
        ("9223372036854775808", "it must be 999999999 or less"),  # more than an SQLite database holds
        ("9" * 5000, "it must be a number of fewer digits"),
    ],
)
def test_no_document_has_so_many_paragraphs(problems: Problems, number: str, needed: str) -> None:
    good, faulty = (f"- {{event: march, source: herald, says: x, paragraph: {one}}}\n" for one in ("999999999", number))
    [found] = [one for one in problems(f"records:\n{good}{faulty}") if "without-record" not in one]
    assert found == f"1.yaml:3:54: error: `paragraph` is `{number}`; {needed} [bad-value]"


def test_every_fault_of_every_file_is_named_in_one_run(problems: Problems) -> None:
    found = problems(
        "records:\n- {event: arrest, source: gazette, paragraph: x}\n- nonsense\n",
        "record: []\n",
        "people:\n  ana: {name: Other}\n  'a b': {name: B}\n",
        "",
        "- a list\n",
    )
    assert [one for one in found if "without-record" not in one] == [
        "1.yaml:2:3: error: no `says` here; every record needs it [missing-field]",
        "1.yaml:2:47: error: `paragraph` is `x`; it must be a whole number [bad-value]",
        "1.yaml:3:3: error: this must be a mapping of fields to values [not-a-mapping]",
        "2.yaml:1:1: error: `record` is not a section of a data file; did you mean `records`? [unknown-section]",
        "3.yaml:2:3: error: `ana` is declared in 0.yaml already; keep one of the two [duplicate-id]",
        "3.yaml:3:3: error: `a b` cannot be an id; use letters, digits, `-`, `_` and `.` [bad-id]",
        "5.yaml: error: a data file is a mapping with `sources`, `people`, `places`, `kinds`, `events` and "
        "`records` [not-a-mapping]",
    ]


def test_an_empty_file_is_named(problems: Problems) -> None:
    assert [one for one in problems("# nothing yet\n") if "empty-file" in one] == [
        "1.yaml: error: the file is empty; a data file has `sources`, `events` and `records` [empty-file]"
    ]


def test_the_bundled_corpus_is_read_where_nothing_else_is_given(tmp_path: Path) -> None:
    assert corpus_files([], {}, tmp_path) == ((bundled_corpus(),), "the bundled corpus")


def test_data_on_the_command_line_goes_before_the_environment_and_the_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "events.yaml", tmp_path / "other" / "b.yml"
    there.parent.mkdir()
    for file in (here, there, tmp_path / "other" / "notes.txt"):
        file.write_text("")
    assert corpus_files([], {}, tmp_path)[0] == (here,)
    assert corpus_files([], {"TIMELINE_DATA": str(there.parent)}, tmp_path)[0] == (there,)
    assert corpus_files([here, here], {"TIMELINE_DATA": str(there)}, tmp_path)[0] == (here,)


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        corpus_files([tmp_path / "none.yaml"], {}, tmp_path)
    with pytest.raises(FileNotFoundError, match=r"no \.yaml or \.yml file"):
        corpus_files([tmp_path], {}, tmp_path)


def test_a_folder_stands_for_its_data_files_and_not_for_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", ".hooks.yaml", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    files, _ = corpus_files([tmp_path], {}, tmp_path)
    assert [file.name for file in files] == ["a.yml", "b.yaml"]
