"""An adversary who holds an output, a fault that keeps a mark from being read, and two states side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DECLARED, Corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Run

from timeline.export import FORMATS, render
from timeline.lookup import fold
from timeline.model import Selection, Timeline
from timeline.pipeline import build

RECORD = "records: [{event: march, source: gazette, paragraph: 1, says: Kranz marched, date: 2019-03-10}]"


def _told(timeline: Timeline) -> str:
    problems = [str(problem) for problem in timeline.problems]
    return str(timeline._replace(problems=(), files=(), veil=None, withheld=None)) + "\n".join(problems)  # type: ignore[arg-type]


FAULTS = {
    "a list": "people: [{id: kranz, name: Ottokar Kranz, withhold: true}]",
    "in a list": "people: {kranz: [{name: Ottokar Kranz, withhold: true}]}",
    "misspelt section": "poeple: {kranz: {name: Ottokar Kranz, withhold: true}}",
    "misspelt name": "people: {kranz: {nmae: Ottokar Kranz, withhold: true}}",
    "name in parts": "people: {p1: {name: {first: Ottokar, last: Kranz}, withhold: true}}",
    "merge key": "people: {p1: {<<: {name: Ottokar Kranz, withhold: true}}}",
    "given twice": "people: {kranz: {name: Ottokar Kranz}, kranz: {name: Ottokar Kranz, withhold: true}}",
    "no, and yes": "people: {kranz: {name: Ottokar Kranz, withhold: false, withhold: true}}",
    "empty": "people: {kranz: {name: Ottokar Kranz, withhold: }}",
    "list of truth": "people: {kranz: {name: Ottokar Kranz, withhold: [true]}}",
    "yes": "people: {kranz: {name: Ottokar Kranz, withhold: yes}}",
    "True": "people: {kranz: {name: Ottokar Kranz, withhold: True}}",
    "1": "people: {kranz: {name: Ottokar Kranz, withhold: 1}}",
    "bad id": "people: {otto kranz: {name: Ottokar Kranz, withhold: true}}",
    "a file that is no YAML": "people: {kranz: {name: Ottokar Kranz, withhold: true}",
    "two documents": "people: {kranz: {name: Ottokar Kranz, withhold: true}}\n---\n{}",
    "a tag": "people: {kranz: {name: Ottokar Kranz, withhold: !!bool true}}",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
def test_no_fault_uncovers_anyone(fault: str, corpus: Corpus) -> None:
    told = _told(corpus(fault, RECORD))
    assert "kranz" not in told.casefold()


def test_a_file_in_utf_16_is_no_way_round(tmp_path: Path) -> None:
    (tmp_path / "0.yaml").write_text(DECLARED, encoding="utf-8")
    (tmp_path / "1.yaml").write_text("people: {kranz: {name: Ottokar Kranz, withhold: true}}", encoding="utf-16")
    (tmp_path / "2.yaml").write_text(RECORD, encoding="utf-8")
    timeline = build([tmp_path / f"{number}.yaml" for number in range(3)])
    assert "Kranz" not in _told(timeline)
    assert not timeline.events
    assert [problem.code for problem in timeline.problems] == ["not-utf8"]
    assert build([tmp_path / f"{number}.yaml" for number in range(3)], include_withheld=True).events


MESSAGES = {
    "a value of someone": ("people: {kranz: {name: Kranz, type: seamstress, withhold: true}}", "seamstress"),
    "a value of a record": (
        "records: [{event: march, source: gazette, paragraph: secret, says: x, withhold: true}]",
        "secret",
    ),
    "a record of a source": (
        "sources: {diary: {publisher: P, title: T, withhold: true}}\n"
        "records: [{event: march, source: diary, paragraph: secret, says: x}]",
        "secret",
    ),
    "an event without more": (
        "events: {torture: {title: Torture, kind: custody}}\n"
        "records: [{event: torture, source: gazette, paragraph: x, says: x, withhold: true}]",
        "torture",
    ),
    "a place": (
        "places: {safehouse: {name: The safe house}}\nrecords:\n"
        "  - {event: march, source: gazette, paragraph: 1, says: x, place: safehouse, withhold: true}\n"
        "  - {event: march, source: gazette, paragraph: 2, says: x, place: safehuose}",
        "safehouse",
    ),
    "a kind": (
        "kinds: {torture: {title: Torture, theme: abuse}}\nevents: {x: {title: X, kind: torture}, y: {title: Y, "
        "kind: tortrue}}\nrecords: [{event: x, source: gazette, paragraph: 1, says: x, withhold: true}]",
        "`torture`",
    ),
    "a language": (
        "people: {kranz: {name: Kranz, withhold: true}}\nsources: {x: {publisher: P, title: T, language: kranz}}",
        "kranz",
    ),
}


@pytest.mark.parametrize(("text", "secret"), MESSAGES.values(), ids=list(MESSAGES))
def test_no_message_tells_what_is_withheld(text: str, secret: str, corpus: Corpus) -> None:
    assert secret not in _told(corpus(text))


def test_a_copy_of_a_record_is_withheld_with_it(corpus: Corpus) -> None:
    found = corpus(
        "records: [{event: march, source: gazette, paragraph: 7, says: In the cellar, withhold: true}]",
        "records: [{event: march, source: gazette, paragraph: 7, says: In the cellar}]",
    )
    assert "cellar" not in _told(found)


def test_the_order_of_a_sorted_file_does_not_tell_how_a_name_begins(corpus: Corpus) -> None:
    found = corpus(
        "people: {ba: {name: Ba}, kranz: {name: Kranz, withhold: true}, zu: {name: Zu}}",
        "records: [{event: march, source: gazette, paragraph: 1, says: x, people: [ba, kranz, zu]}]",
    )
    assert [person.id for person in found.people][-3:] == ["ba", "zu", "withheld-1"]


def test_a_village_around_a_withheld_place_goes_with_it(corpus: Corpus) -> None:
    found = corpus(
        "places: {village: {name: Tarlen}, cellar: {name: The cellar, within: village}}",
        "records: [{event: march, source: gazette, paragraph: 1, says: x, place: cellar, withhold: true}]",
    )
    assert "Tarlen" not in _told(found)
    assert "Strelsau" in _told(found)


def test_a_quotation_about_an_event_that_names_them_is_not_given(corpus: Corpus) -> None:
    found = corpus(
        "people: {kranz: {name: Kranz, withhold: true}}\nevents: {taken: {title: Kranz is taken, kind: custody}}",
        "records: [{event: taken, source: gazette, paragraph: 1, says: She was taken, quote: they came at four}]",
    )
    assert "they came at four" not in _told(found)


def test_the_publisher_that_only_a_withheld_source_has_is_covered(corpus: Corpus) -> None:
    found = corpus(
        "sources: {leak: {publisher: Radio Tarlen, title: T, withhold: true}}",
        "records: [{event: march, source: gazette, paragraph: 1, says: She told Radio Tarlen}]",
    )
    assert "Tarlen" not in _told(found)


MARKED = "people: {kranz: {name: Ottokar Kranz, withhold: true}}"


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "after",
    [
        f"{DECLARED}\n  kranz: 1\n".replace("\n  kranz: 1\n", "").replace(
            "people:", "people:\n  kranz: {name: Ottokar Kranz, withhold: true}"
        ),
        DECLARED.replace("people:", "people:\n  other: {name: O. Kranz, also: [Ottokar Kranz], withhold: true}"),
    ],
    ids=["the same id", "another id"],
)
def test_a_difference_does_not_name_who_is_marked_in_one_state(
    after: str, turned: bool, form: str, tmp_path: Path, run_here: Run
) -> None:
    records = "\nrecords: [{event: march, source: gazette, paragraph: 1, says: Kranz SAID, people: [PERSON]}]\n"
    before = DECLARED.replace("people:", "people:\n  kranz: {name: Ottokar Kranz}")
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(before + records.replace("PERSON", "kranz"), encoding="utf-8")
    person = "other" if "other:" in after else "kranz"
    new.write_text(after + records.replace("PERSON", person).replace("SAID", "cried"), encoding="utf-8")
    states = (new, old) if turned else (old, new)
    done = run_here("diff", *map(str, states), "--format", form)
    assert done.code == 0
    assert "kranz" not in (done.out + done.err).casefold()
    assert "cried" in done.out


def test_a_record_that_is_marked_later_is_in_no_difference(tmp_path: Path, run_here: Run) -> None:
    line = "\nrecords:\n  - {event: march, source: gazette, paragraph: 1, says: In the cellarMARK}\n"
    (tmp_path / "old.yaml").write_text(DECLARED + line.replace("MARK", ""), encoding="utf-8")
    (tmp_path / "new.yaml").write_text(DECLARED + line.replace("MARK", ", withhold: true"), encoding="utf-8")
    done = run_here("diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"))
    assert "cellar" not in done.out + done.err


def test_checking_against_documents_names_no_quotation(tmp_path: Path, run_here: Run) -> None:
    (tmp_path / "gazette.txt").write_text("Something else.", encoding="utf-8")
    data = tmp_path / "events.yaml"
    data.write_text(
        DECLARED.replace("Arrest in Arkan,", f"Arrest in Arkan, file: gazette.txt, sha256: {'a' * 64},").replace(
            "people:", "people:\n  kranz: {name: Ottokar Kranz, withhold: true}"
        )
        + "\nrecords: [{event: march, source: gazette, paragraph: 1, says: She ran, quote: she ran, people: [kranz]}]",
        encoding="utf-8",
    )
    done = run_here("verify", "--sources", str(tmp_path), "--data", str(data))
    assert done.code == 1
    assert "she ran" not in done.out + done.err
    assert "aaaaaaaa" not in done.out + done.err
    assert "gazette.txt" not in done.out + done.err


NAMES = st.sampled_from(
    ["Ana Vélez", "Дана Умарова", "安娜", "Jan van der Berg", "Omar al-Hassan", "Łukasz Müller", "Zoë", "Bilash Q."]
)
SENTENCES = st.lists(
    st.one_of(NAMES, st.sampled_from(["said", "that", "and", "в доме", "(", "'s", "-", "2019,"])), max_size=6
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(st.tuples(NAMES, st.booleans()), min_size=1, max_size=4, unique_by=lambda pair: pair[0]),
    told=st.lists(st.tuples(SENTENCES, st.booleans(), st.integers(0, 3)), min_size=1, max_size=5),
)
def test_no_format_holds_a_spelling_that_is_withheld(
    people: list[tuple[str, bool]], told: list[tuple[list[str], bool, int]], tmp_path: Path
) -> None:
    declared = [f"  p{n}: {{name: {name!r}, withhold: {str(out).lower()}}}" for n, (name, out) in enumerate(people)]
    said = [" ".join(("x", *words)).replace("'", "''") for words, _, _ in told]
    records = [
        f"  - {{event: march, source: gazette, paragraph: {n + 1}, says: '{said[n]}', quote: '{said[n]}', "
        f"facts: {{of: '{said[n]}'}}, people: [p{who % len(people)}], withhold: {str(out).lower()}}}"
        for n, (_, out, who) in enumerate(told)
    ]
    file = tmp_path / "events.yaml"
    text = DECLARED.replace("people:", "people:\n" + "\n".join(declared)) + "\nrecords:\n" + "\n".join(records)
    file.write_text(text, encoding="utf-8")
    timeline = build([file], thoroughly=True)
    before = {problem.code for problem in build([file], include_withheld=True).problems}
    assert {problem.code for problem in timeline.problems} <= before
    protected = [f" {fold(name)} " for name, out in people if out]
    for form, of in FORMATS.items():
        if not of.binary and not of.extra[0]:
            output = f" {fold(''.join(map(str, render(form, Selection(timeline)))))} "
            assert not [name for name in protected if name in output], form
