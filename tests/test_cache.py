"""The cache: the same to the byte with and without it, never trusted, never in the way, nothing withheld in it."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from marshal import dumps
from pathlib import Path
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

import hostile
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from needed import needed_module
from running import Ran, Run
from test_withhold import ARGUMENTS, DATA, PROTECTED

from timeline import model
from timeline.bounds import NO_LINKS, Bound, Links, Step
from timeline.cache import compiled, folder, key, large, store
from timeline.cache.kept import Kept
from timeline.cache.shapes import shapes_of
from timeline.cache.values import reader, writer
from timeline.entries import listing_of
from timeline.export import FORMATS
from timeline.lookup import Titles, not_one_event, places_named
from timeline.model import Selection, Timeline
from timeline.problems import Problem, Severity
from timeline.query import Period, Query
from timeline.select import select
from timeline.show import table, why, why_json, why_source

FAULTY = """
sources:
  gazette: {publisher: Gazette, title: T, published: some day}
  evening: {publisher: Gazette, title: U, published: 2019-03-14}
  herald: {publisher: H, title: T, nmae: x}
people: {ana: {name: Ana}}
kinds: {protest: {title: Protest, theme: activism}}
events: {march: {title: Ana marches, kind: protest}, rally: {title: Ana speaks, kind: protset}}
records:
  - {event: march, source: gazette, paragraph: 1, date: no date at all, people: [ana, brun], says: a}
  - {event: march, source: gazette, paragraph: 2, date: 2019-03-10, says: b, after: rally}
  - {event: rally, source: gazette, paragraph: 3, date: 2019-03-12, people: [ana], says: c}
  - {event: march, source: evening, paragraph: 4, date: 2019-03-11, says: e}
  - {event: nowhere, source: herald, paragraph: none, says: d}
"""
NAMED = {
    "bundled": {"release": "blank-papers", "event-withheld-1": "arrest-2019", "gazette": "eurasianet-2021"},
    "hostile": {"release": "e-script", "event-withheld-1": "e-escape", "gazette": "s-script"},
    "faulty": {"release": "march", "event-withheld-1": "rally"},
    "withheld": {},
}
"""What stands in a corpus for what the arguments of `test_withhold` name."""


# The way there and back


def strategy(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of an annotation, as the model has them."""
    if hasattr(annotation, "_fields"):
        hints = get_type_hints(annotation)
        return st.builds(annotation, **{field: strategy(hints[field]) for field in annotation._fields})
    if annotation is Bound:
        argued = st.lists(strategy(Step), max_size=2).map(lambda told: lambda: tuple(told))
        return st.builds(Bound, st.text(max_size=3), st.integers(), argued)
    if annotation is Severity:
        return st.sampled_from(Severity)
    if get_origin(annotation) in {tuple, Sequence}:
        inner = get_args(annotation)
        if inner[-1] is Ellipsis or get_origin(annotation) is Sequence:
            return st.lists(strategy(inner[0]), max_size=2).map(tuple)
        return st.tuples(*map(strategy, inner))
    if annotation in {str, int, bool, type(None)}:
        plain = {str: st.text(max_size=4), int: st.integers(), bool: st.booleans(), type(None): st.none()}
        return plain[annotation]
    return st.one_of(*map(strategy, get_args(annotation)))


PARTS: list[Any] = [model.Event, model.Source, model.Person, model.Place, model.Kind, Problem, Links]


def back(value: Any) -> Any:
    kind = type(value)
    shapes = shapes_of(kind)
    return reader(kind.__name__, shapes)(store.loaded(dumps(writer(kind.__name__, shapes)(value))))


def steps(timeline: Timeline) -> list[object]:
    bounds = [bound for event in timeline.events for bound in event.bounds]
    bounds += [bound for source in timeline.sources for bound in source.bounds]
    return [bound.steps for bound in bounds]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_goes_in_comes_out(data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(PARTS).flatmap(strategy))
    found = back(value)
    assert repr(found) == repr(value)
    assert [bound.steps for bound in getattr(found, "bounds", ())] == [
        bound.steps for bound in getattr(value, "bounds", ())
    ]


def kept(timeline: Timeline, folder: Path) -> Kept:
    file = folder / "kept.sqlite"
    store.write(file, "k", compiled.content(timeline, "here", veiled=False))
    return Kept(store.Store(file, "k"))


def test_a_whole_timeline_comes_back_with_its_arguments(selection: Selection, tmp_path: Path) -> None:
    timeline = selection.timeline
    found = kept(timeline, tmp_path).whole()
    assert found == timeline
    assert repr(found) == repr(timeline)
    assert steps(found) == steps(timeline)


def queries(timeline: Timeline) -> st.SearchStrategy[Query]:
    """Queries that some of the events of a timeline answer, and some that none does."""
    days = sorted({day for event in timeline.events for day in event.date.sound.bounds if day is not None})
    day = st.one_of(st.none(), st.sampled_from([*days, days[0] - 1, days[-1] + 1, 2**62, -(2**63)]))
    ends = st.lists(day, min_size=2, max_size=2).map(
        lambda two: two if None in two else sorted(day for day in two if day is not None)
    )
    periods = ends.map(lambda two: Period(two[0], two[1], "then"))
    words = [word for event in timeline.events for word in (event.title + " " + event.claims[0].says).split()]
    names = [name for one in timeline.people for name in (one.name, *one.also)]
    names += [name for one in timeline.places for name in (one.name, *one.also)]

    def some(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
        known = list(values)
        return st.one_of(st.just(()), st.lists(st.sampled_from(known), min_size=1, max_size=2).map(tuple))

    return st.builds(
        Query,
        people=some(one.id for one in timeline.people),
        kinds=some(one.id for one in timeline.kinds),
        themes=some(one.theme for one in timeline.kinds),
        places=some(one.id for one in timeline.places),
        sources=some(one.id for one in timeline.sources),
        search=some([*words, *names, "zzz", "of the"]),
        periods=st.lists(periods, max_size=2).map(tuple),
        conflicts=st.booleans(),
        certain=st.booleans(),
        reverse=st.booleans(),
        limit=st.one_of(st.none(), st.integers(1, 9)),
    )


@pytest.fixture(scope="module")
def asked(selection: Selection, tmp_path_factory: pytest.TempPathFactory) -> tuple[Timeline, Kept, Any]:
    timeline = selection.timeline
    return timeline, kept(timeline, tmp_path_factory.mktemp("kept")), queries(timeline)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=list(Phase)[:-2])
@given(st.data())
def test_a_query_of_what_is_kept_is_answered_as_one_of_the_whole(
    asked: tuple[Timeline, Kept, Any], data: st.DataObject
) -> None:
    timeline, held, possible_queries = asked
    # One filter at a time as often as all together, which leave little.
    query = data.draw(possible_queries)
    field = data.draw(st.sampled_from([*Query._fields, ""]))
    query = Query(**{field: getattr(query, field)}) if field else query
    found, problems = held.select(query)
    expected, faults = select(timeline, query)
    assert problems == faults
    ours, theirs = found.timeline._replace(links=NO_LINKS), expected.timeline._replace(links=NO_LINKS)
    assert found._replace(timeline=ours) == expected._replace(timeline=theirs)
    listing, problems = held.listing(query)
    assert problems == faults
    printed = list(table.render(listing, "here", 100))
    assert printed == list(table.render(listing_of(expected), "here", 100))
    assert printed == list(table.render(listing_of(found), "here", 100))


def test_what_no_column_can_tell_is_chosen_rightly(corpus: Callable[..., Timeline], tmp_path: Path) -> None:
    timeline = corpus(
        "sources: {annals: {publisher: A, title: A, published: 2019-03-14}}\n"
        "kinds: {day: {title: Day, theme: days}}\n"
        "events: {far: {title: Far, kind: day}, either: {title: Either, kind: day}}\n"
        "records:\n"
        "- {event: far, source: annals, paragraph: 1, date: Y99999999999999999, says: X}\n"
        "- {event: either, source: annals, paragraph: 2, date: '[2010-01-01,2015-01-01]', says: X}\n"
    )
    held = kept(timeline, tmp_path)
    periods: list[tuple[int, int | None]] = [(10**18, None), (10**20, None), (2**62, 10**25)]
    for first, last in [*periods, (734000, 734900), (733773, 733773)]:
        for certain in (False, True):
            query = Query(periods=(Period(first, last, ""),), certain=certain)
            assert held.select(query)[0].timeline.events == select(timeline, query)[0].timeline.events


def event_account(held: Kept, words: str) -> tuple[Timeline, model.Event]:
    told = held.account(words)
    assert not isinstance(told, Problem)
    around, found = told
    assert isinstance(found, model.Event)
    return around, found


def test_an_account_of_an_event_is_made_of_what_is_kept_around_it(asked: tuple[Timeline, Kept, Any]) -> None:
    timeline, held, _ = asked
    for place, event in enumerate(timeline.events):
        assert places_named(held.titles, event.id) == [place]
        around, found = event_account(held, event.id)
        assert list(why.render(around, found, 80)) == list(why.render(timeline, event, 80))
        assert why_json.render(around, found) == why_json.render(timeline, event)


def test_an_account_of_a_source_is_made_of_what_is_kept_around_it(asked: tuple[Timeline, Kept, Any]) -> None:
    timeline, held, _ = asked
    for source in timeline.sources:
        told = held.account(source.id.upper())
        assert not isinstance(told, Problem)
        around, found = told
        assert isinstance(found, model.Source)
        assert list(why_source.render(around, found, 80)) == list(why_source.render(timeline, source, 80))
        assert why_source.render_json(around, found) == why_source.render_json(timeline, source)
    assert isinstance(held.account("nothing of the kind"), Problem)


def test_an_event_is_found_by_its_id_or_title_alike(asked: tuple[Timeline, Kept, Any]) -> None:
    timeline, held, _ = asked
    named = Titles((event.id, event.title) for event in timeline.events)
    words = [word for event in timeline.events for word in (event.id, event.id[:-1], *event.title.split(), event.title)]
    for one in [*words, "", "!", "zzz", "e"]:
        places = places_named(named, one)
        assert places_named(held.titles, one) == places
        assert not_one_event(held.titles, one, places) == not_one_event(named, one, places)


def test_a_field_that_no_row_can_hold_is_noticed() -> None:
    class Odd(Timeline):
        pass

    Odd.__annotations__["files"] = dict[str, str]
    with pytest.raises(TypeError, match=r"no row can hold Odd\.files"):
        shapes_of(Odd)


# The same, with and without


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpora, and what the commands ask for beside them."""
    made = tmp_path_factory.mktemp("corpora")
    texts = {"hostile": hostile.corpus(), "faulty": FAULTY, "withheld": DATA, "empty": "records: []"}
    for name, text in texts.items():
        (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    (made / "gazette-42.txt").write_text("A paragraph about Velez.\n\nOn 10 March 2019.", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("warm")


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cache is, empty, and in use."""
    return used(tmp_path / "home", monkeypatch)


def used(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.delenv("TIMELINE_NO_CACHE")
    return home / folder.NAME


def entries(where: Path) -> list[Path]:
    return sorted(where.iterdir()) if where.exists() else []


def arguments_for(name: str, given: list[str], corpus: str) -> list[str]:
    given = [NAMED[corpus].get(word, word) for word in given]
    data = [] if name == "diff" else ["--data", f"{corpus}.yaml"] if corpus != "bundled" else []
    return [name, *([f"{corpus}.yaml"] if name == "diff" and corpus != "bundled" else []), *given, *data]


RUNS = [
    pytest.param(corpus, name, given, id=" ".join((corpus, name, *given)))
    for corpus in NAMED
    for name, all_given in ARGUMENTS.items()
    for given in all_given
    if not (given == ["out.docx"] and corpus in {"bundled", "hostile"})  # a minute, for what the others show as well
]


@pytest.mark.parametrize(("corpus", "name", "given"), RUNS)
def test_every_output_is_the_same_to_the_byte(
    corpus: str,
    name: str,
    given: list[str],
    corpora: Path,
    warm: Path,
    run_here: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used(warm, monkeypatch)
    monkeypatch.chdir(corpora)
    for form, of in FORMATS.items():
        if of.extra[0] and (form in given or f"out{of.suffixes[0]}" in given):
            needed_module(of.extra[0])
    arguments = arguments_for(name, given, corpus)

    def ran(*more: str) -> tuple[Ran, list[bytes]]:
        done = run_here(*arguments, *more)
        written = sorted(corpora.glob("out.*"))
        held = [file.read_bytes() for file in written]
        for file in written:
            file.unlink()
        return done, held

    first, again, anew = ran(), ran(), ran("--no-cache") if name != "diff" else ran()
    assert first == again == anew
    assert first[0].code in {0, 1}, first[0].err


def test_a_second_run_neither_reads_nor_validates(where: Path, run_here: Run) -> None:
    first = run_here("show")
    [one] = entries(where)
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert stat.S_IMODE(where.stat().st_mode) == 0o700
    code = (
        "import sys; from timeline.cli import run; run(['show']); found = set(sys.modules);"
        "unneeded = {'yaml', 'pydantic', 'timeline.load', 'timeline.records', 'click', 'pathlib'};"
        "sys.exit(', '.join(found & unneeded) or None)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.decode("utf-8") == first.out


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "events.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    return file


def test_what_changed_is_read_anew(where: Path, data: Path, run_here: Run) -> None:
    before = run_here("show", "--data", str(data))
    data.write_text(FAULTY.replace("Ana marches", "Ana walks"), encoding="utf-8")
    assert "Ana walks" in run_here("show", "--data", str(data)).out
    data.write_text(FAULTY, encoding="utf-8")
    assert run_here("show", "--data", str(data)) == before
    assert len(entries(where)) == 2


def test_another_version_of_the_program_reads_anew(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_here("show", "--data", str(data))
    monkeypatch.setattr(key, "__version__", "9.9")
    run_here("show", "--data", str(data))
    module = Path(key.__file__)
    monkeypatch.setattr(key, "_program", lambda: [f"{module} changed"])
    run_here("show", "--data", str(data))
    assert len(entries(where)) == 3


@pytest.mark.parametrize("option", ["--no-cache", "--include-withheld"])
def test_an_option_goes_without(option: str, where: Path, data: Path, run_here: Run) -> None:
    run_here("show", "--data", str(data), option)
    assert not where.exists()


def test_the_environment_can_switch_it_off(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_NO_CACHE", "1")
    run_here("show", "--data", str(data))
    assert not where.exists()


def test_a_pipe_is_read_once_and_not_kept(where: Path, tmp_path: Path, run_here: Run) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('records: []')"
    with subprocess.Popen([sys.executable, "-c", code, str(pipe)]):
        assert run_here("show", "--data", str(pipe)).code == 0
    assert not where.exists()


def test_what_takes_long_is_kept_by_a_process_of_its_own(where: Path, data: Path, run_here: Run) -> None:
    if sys.platform != "linux":
        pytest.skip("elsewhere it is kept before the command ends")
    code = "import timeline.cache; timeline.cache._FEW = 0; import timeline.__main__; timeline.__main__.main()"
    command = [sys.executable, "-c", code, "show", "--data", str(data)]
    # Who reads to the end of the output does not wait for what is kept.
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    for _ in range(600):
        if [one for one in entries(where) if one.suffix == ".sqlite"]:
            break
        time.sleep(0.05)
    [one] = entries(where)
    kept_at = one.stat().st_mtime_ns
    again = run_here("show", "--data", str(data))
    assert (again.code, again.out, again.err) == (done.returncode, done.stdout, done.stderr)
    assert one.stat().st_mtime_ns == kept_at


# What is withheld


def test_nothing_withheld_is_kept(
    where: Path, corpora: Path, run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpora)
    named = tmp_path / "velez.yaml"
    named.write_text(DATA + "  - {event: release, source: diary, nmae: kranz}\n", encoding="utf-8")
    for words in (["show"], ["check"], ["verify", "--sources", "."], ["export", "--include-withheld"]):
        run_here(*words, "--data", str(named))
    [one] = entries(where)
    held = one.read_bytes().decode("utf-8", "replace").casefold()
    assert "[name withheld" in held
    for protected in PROTECTED:
        assert protected not in held
        assert json.dumps(protected).strip('"') not in held


def test_a_document_is_veiled_from_the_cache_too(
    where: Path, corpora: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpora)
    for _ in range(2):
        told = run_here("read", "gazette-42.txt", "--source", "gazette", "--data", "withheld.yaml")
        assert "elez" not in told.out
        assert "withheld" in told.out
    assert entries(where)


def test_a_shell_is_offered_the_same_from_the_cache(
    where: Path, corpora: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpora)
    monkeypatch.setenv("_TIMELINE_COMPLETE", "bash_complete")

    def offered() -> list[set[str]]:
        found = []
        for option in ("--person", "--source", "--theme", "--kind", "--place", ""):
            line = f"timeline {'show' if option else 'why'} --data withheld.yaml {option} "
            monkeypatch.setenv("COMP_WORDS", line)
            monkeypatch.setenv("COMP_CWORD", str(len(line.split())))
            code = "import sys; from timeline.__main__ import main; sys.argv = ['timeline']; main()"
            ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
            assert not ran.stderr
            found.append(set(ran.stdout.split()))
        return found

    before = offered()
    assert all(before)
    assert not entries(where)
    monkeypatch.delenv("_TIMELINE_COMPLETE")
    run_here("show", "--data", "withheld.yaml")
    assert entries(where)
    monkeypatch.setenv("_TIMELINE_COMPLETE", "bash_complete")
    assert offered() == before


# What is wrong with the cache itself


def truncated(one: Path) -> None:
    one.write_bytes(one.read_bytes()[:5000])


def with_a_word_changed(one: Path) -> None:
    held = one.read_bytes()
    assert b"Ana marches" in held
    one.write_bytes(held.replace(b"Ana marches", b"Ana MARCHED"))


def of_another(one: Path) -> None:
    held = Path(one).read_bytes()
    one.unlink()
    one.touch(mode=0o600)
    content = compiled.content(Timeline(), "x", veiled=False)
    store.write(one, "0" * 64, content)
    assert one.read_bytes() != held


def in_another_form(one: Path) -> None:
    one.unlink()
    one.touch(mode=0o600)
    content = compiled.content(Timeline(), "x", veiled=False)
    store.write(one, one.stem, content._replace(parts={"head": {"corpus": 3}}))


def without_a_line(one: Path) -> None:
    with closing(sqlite3.connect(one)) as database:
        database.execute("DELETE FROM entry WHERE place = 0")
        database.commit()


def with_a_line_of_another_kind(one: Path) -> None:
    with closing(sqlite3.connect(one)) as database:
        database.execute("UPDATE entry SET (sum, held) = (SELECT sum, held FROM people WHERE place = 0)")
        database.commit()


def linked(one: Path) -> None:
    one.rename(one.parent.parent / "elsewhere")
    one.symlink_to(one.parent.parent / "elsewhere")


def a_folder(one: Path) -> None:
    one.unlink()
    one.mkdir()


def a_pipe(one: Path) -> None:
    one.unlink()
    os.mkfifo(one, 0o600)


def in_a_linked_folder(one: Path) -> None:
    one.parent.rename(one.parent.parent / "elsewhere")
    one.parent.symlink_to(one.parent.parent / "elsewhere")


def in_no_folder(one: Path) -> None:
    one.unlink()
    one.parent.rmdir()
    one.parent.write_text("a file")


DAMAGE: list[Callable[[Path], object]] = [
    *(
        truncated,
        with_a_word_changed,
        of_another,
        in_another_form,
        without_a_line,
        with_a_line_of_another_kind,
        linked,
        a_folder,
        a_pipe,
        in_a_linked_folder,
    ),
    *(in_no_folder, lambda one: one.write_bytes(b""), lambda one: one.write_bytes(b"not a database" * 999)),
    *(lambda one: one.chmod(0o666), lambda one: one.parent.chmod(0o777)),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_spoilt_cache_is_noticed_and_the_run_goes_on(
    damage: Callable[[Path], object], where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run_here("show", "--data", str(data))
    [one] = entries(where)
    damage(one)
    monkeypatch.setenv("TIMELINE_TRACEBACK", "1")
    told = run_here("show", "--data", str(data))
    assert told.err.startswith("without the cache: ")
    assert told.out == before.out
    monkeypatch.delenv("TIMELINE_TRACEBACK")
    assert run_here("show", "--data", str(data)) == before


def test_a_damaged_entry_is_replaced(where: Path, data: Path, run_here: Run) -> None:
    run_here("show", "--data", str(data))
    [one] = entries(where)
    sound = Kept(store.Store(one.read_bytes(), one.stem)).whole()
    truncated(one)
    run_here("show", "--data", str(data))
    assert entries(where) == [one]
    assert Kept(store.Store(one.read_bytes(), one.stem)).whole() == sound


def test_what_belongs_to_someone_else_is_not_read(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run_here("show", "--data", str(data))
    [one] = entries(where)
    then = one.stat().st_mtime_ns
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert run_here("show", "--data", str(data)) == before
    assert one.stat().st_mtime_ns == then
    assert "someone else" in run_here("cache", "clear").err
    assert one.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_where_nothing_can_be_written_nothing_is_kept(
    number: int, where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = run_here("show", "--data", str(data), "--no-cache")

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as while_full:
        while_full.setattr(Path, "replace", refuse)
        assert run_here("show", "--data", str(data)) == anew
    assert entries(where) == []
    with monkeypatch.context() as while_full:
        while_full.setattr(Path, "mkdir", refuse)
        assert run_here("show", "--data", str(data)) == anew


def test_without_a_home_there_is_no_cache(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = run_here("show", "--data", str(data), "--no-cache")

    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # what it returns where none is known
    assert run_here("show", "--data", str(data)) == anew
    assert run_here("cache", "path").code == 2
    assert not where.exists()


def test_runs_at_once_do_not_spoil_it(where: Path, data: Path, run_here: Run) -> None:
    command = [sys.executable, "-m", "timeline", "show", "--data", str(data)]
    at_once = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(3)]
    outputs = {running.communicate()[0] for running in at_once}
    [one] = entries(where)
    assert len(outputs) == 1
    assert Kept(store.Store(one.read_bytes(), one.stem)).whole().events
    assert outputs == {run_here("show", "--data", str(data), "--no-cache").out.encode("utf-8")}


def test_the_oldest_go_when_it_is_full(where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ages: list[Path] = []
    for number in range(3):
        data.write_text(FAULTY.replace("Ana marches", f"Ana marches {number}"), encoding="utf-8")
        run_here("show", "--data", str(data))
        [new] = set(entries(where)) - set(ages)
        os.utime(new, (number, number))
        ages.append(new)
    monkeypatch.setattr(folder, "MOST_BYTES", 2 * ages[0].stat().st_size + 100)
    (where / "of-somebody.txt").write_text("kept")
    data.write_text(FAULTY, encoding="utf-8")
    run_here("show", "--data", str(data))
    left = set(entries(where))
    assert left & set(ages) == {ages[2]}
    assert len(left) == 3


def test_what_a_killed_run_left_behind_goes(where: Path, data: Path, run_here: Run) -> None:
    where.mkdir(mode=0o700, parents=True)
    long_ago, now_written = (where / f".timeline-{name}.part" for name in ("abcdefgh", "ijklmnop"))
    for part in (long_ago, now_written):
        part.write_bytes(b"half of a timeline")
    then = time.time() - 7 * 3600
    os.utime(long_ago, (then, then))
    run_here("show", "--data", str(data))
    assert now_written in entries(where)
    assert long_ago not in entries(where)


def test_it_can_be_found_and_cleared(where: Path, data: Path, run_here: Run) -> None:
    assert run_here("cache", "path").out == f"{where}\n"
    assert run_here("cache", "clear").out == f"Removed 0 files from {where}.\n"
    run_here("show", "--data", str(data))
    (where / "of-somebody.txt").write_text("kept")
    assert run_here("cache", "clear").out == f"Removed 1 file from {where}.\n"
    assert [one.name for one in entries(where)] == ["of-somebody.txt"]


def test_what_cannot_be_cleared_is_named_and_the_rest_goes(where: Path, data: Path, run_here: Run) -> None:
    run_here("show", "--data", str(data))
    folders = [where / f"{letter * 64}.sqlite" for letter in "0f"]
    for one in folders:
        one.mkdir()
    done = run_here("cache", "clear")
    assert (done.code, done.out) == (2, f"Removed 1 file from {where}.\n")
    told = [line.split(": ") for line in done.err.splitlines()]
    assert [(error, what) for error, what, _ in told] == [
        ("Error", f"{one} is left, for it cannot be removed") for one in folders
    ]
    assert entries(where) == folders


# The digest of a large file


def counted_digests(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the files read as a whole for a digest; each counts as a large one that nobody touched lately."""
    made: list[str] = []
    whole = hashlib.file_digest

    def counting(file: Any, name: str) -> Any:
        made.append(file.name)
        return whole(file, name)

    monkeypatch.setattr(key, "_LARGE", 0)
    monkeypatch.setattr(large, "_A_MOMENT", 0)
    monkeypatch.setattr(hashlib, "file_digest", counting)
    return made


@pytest.mark.usefixtures("where")
def test_a_large_file_that_nobody_touched_is_not_read_again(
    data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = counted_digests(monkeypatch)
    first = run_here("show", "--data", str(data))
    before = len(made)
    assert before
    assert run_here("show", "--data", str(data)) == first
    assert len(made) == before
    then = data.stat()
    data.write_text(FAULTY.replace("Ana marches", "Ana marched"), encoding="utf-8")
    os.utime(data, ns=(then.st_atime_ns, then.st_mtime_ns))  # as long as before, and as old
    assert data.stat().st_size == then.st_size
    assert "Ana marched" in run_here("show", "--data", str(data)).out
    assert len(made) > before
    assert "Removed 3 files" in run_here("cache", "clear").out


def test_a_timeline_stays_when_the_digest_of_a_file_is_remembered(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted_digests(monkeypatch)
    monkeypatch.setattr(folder, "MOST_BYTES", 1)
    run_here("show", "--data", str(data))
    [entry] = where.glob("*.sqlite")
    [memory] = where.glob("*.digest")
    memory.unlink()
    run_here("show", "--data", str(data))
    assert set(entries(where)) == {entry, memory}


def test_what_was_touched_a_moment_ago_is_read_again(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = counted_digests(monkeypatch)
    monkeypatch.setattr(large, "_A_MOMENT", 10**12)
    run_here("show", "--data", str(data))
    before = len(made)
    run_here("show", "--data", str(data))
    assert len(made) > before
    assert not list(where.glob("*.digest"))


def test_a_digest_that_cannot_be_is_made_anew(
    where: Path, data: Path, run_here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = counted_digests(monkeypatch)
    first = run_here("show", "--data", str(data))
    [memory] = where.glob("*.digest")
    for spoilt in (b"", b"\xff\xfe", memory.read_bytes()[:-3], b"0 0 0 0 0\n" + b"0" * 64):
        memory.write_bytes(spoilt)
        before = len(made)
        assert run_here("show", "--data", str(data)) == first
        assert len(made) > before
    memory.unlink()
    memory.mkdir()
    assert run_here("show", "--data", str(data)) == first
