"""From files to a corpus: find the data files, parse them, validate every record; say where each fault is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from timeline import plain_yaml
from timeline.files import SUFFIXES, bundled_corpus, corpus_files
from timeline.plainly_valid import plainly
from timeline.problems import Location, Pointer, Problem, did_you_mean
from timeline.records import (
    SECTIONS,
    DeclaredEvent,
    DeclaredKind,
    DeclaredPerson,
    DeclaredPlace,
    DeclaredSource,
    Record,
)
from timeline.validation import all_valid, validated

__all__ = ["SUFFIXES", "Corpus", "bundled_corpus", "corpus_files", "load", "located"]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that the data files declare, validated one by one. `pointers[i]` is where `records[i]` stands.

    `faulty` are the records that are not valid, as they were parsed: what else is wrong with them can still be told.
    `unusable` are the declarations that are left out, with their section and id: one may be marked to be withheld.
    `unread` are the contents of files that could not be parsed.
    """

    files: tuple[str, ...] = ()
    sources: dict[str, DeclaredSource] = field(default_factory=dict)
    people: dict[str, DeclaredPerson] = field(default_factory=dict)
    places: dict[str, DeclaredPlace] = field(default_factory=dict)
    kinds: dict[str, DeclaredKind] = field(default_factory=dict)
    events: dict[str, DeclaredEvent] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)
    faulty: list[tuple[dict[str, object], Pointer]] = field(default_factory=list)
    unusable: list[tuple[str, str, object]] = field(default_factory=list)
    unread: list[bytes] = field(default_factory=list)
    declared: dict[tuple[str, str], Pointer] = field(default_factory=dict)

    def section(self, name: str) -> dict[str, Any]:
        """Return the declarations of a section by id."""
        section: dict[str, Any] = getattr(self, name)
        return section

    def without_records(self) -> Corpus:
        """Return the corpus with its declarations alone."""
        return replace(self, records=[], pointers=[], faulty=[])

    def without_events(self) -> Corpus:
        """Return the corpus with nothing declared of events."""
        return replace(self, events={}, declared={one: at for one, at in self.declared.items() if one[0] != "events"})

    def claim_ids(self) -> Iterator[str | None]:
        """Yield the id of the claim that each record makes; None for one whose event or source is not declared."""
        events, sources = self.events, self.sources
        counts: dict[str, int] = {}
        for record in self.records:
            event, source = record.event, record.source
            if event not in events or source not in sources:
                yield None
                continue
            identifier = f"{event}/{source}/{record.paragraph}"
            if identifier in counts:
                counts[identifier] += 1
                yield f"{identifier}/{counts[identifier]}"
            else:
                counts[identifier] = 1
                yield identifier


def load(files: Sequence[Path], *, thoroughly: bool = False) -> tuple[Corpus, list[Problem]]:
    """Read and validate data files together. What is invalid is left out of the corpus and named in a problem.

    `thoroughly` as in `timeline.validation.validated`. Raises OSError when a file cannot be read.
    """
    corpus = Corpus(tuple(str(file) for file in files))
    problems: list[Problem] = []
    for file in files:
        content = file.read_bytes()
        value, found, dropped = plain_yaml.parse(content, str(file))
        content = content if value is None else b""  # it need not be held while the records are made
        problems.extend(found)
        corpus.unusable.extend(("", key, twice) for key, twice in dropped)
        if value is not None:
            problems.extend(_take_in(corpus, value, Pointer(str(file)), thoroughly=thoroughly))
        elif found:
            corpus.unread.append(content)
        else:
            message = "the file is empty; a data file has `sources`, `events` and `records`"
            problems.append(Problem("empty-file", message, Pointer(str(file))))
    return corpus, problems


def located(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with their lines and columns looked up, in the order of the files and their lines."""
    known: dict[str, plain_yaml.Positions] = {}
    done = []
    for problem in problems:
        pointer = problem.pointer
        if problem.location is None and pointer is not None:
            if pointer.file not in known:
                file = Path(pointer.file)  # a name that is veiled is of no file
                content = file.read_bytes() if file.is_file() else b""
                known[pointer.file] = plain_yaml.positions(content, pointer.file)
            problem = problem._replace(location=_location(pointer, known[pointer.file]))  # noqa: PLW2901
        done.append(problem)
    return tuple(sorted(done, key=_reading_order))


def _reading_order(problem: Problem) -> tuple[str, int, int]:
    where = problem.location
    return (where.file, where.line, where.column) if where else ("", 0, 0)


def _location(pointer: Pointer, found: plain_yaml.Positions) -> Location:
    if pointer.at_key and pointer.keys in found.keys:
        return Location(pointer.file, *found.keys[pointer.keys])
    keys = pointer.keys
    while keys and keys not in found.values:  # a single value read as a list of one has no index of its own
        keys = keys[:-1]
    if not keys:
        return Location(pointer.file)
    return Location(pointer.file, *found.values[keys])


def _take_in(corpus: Corpus, value: object, here: Pointer, *, thoroughly: bool) -> list[Problem]:
    """Add what one file holds to the corpus."""
    if not isinstance(value, dict):
        message = "a data file is a mapping with `sources`, `people`, `places`, `kinds`, `events` and `records`"
        corpus.unusable.append(("", "", value))
        return [Problem("not-a-mapping", message, here)]
    problems: list[Problem] = []
    for name, section in value.items():
        at = here.down(name)
        if name == "records":
            problems.extend(_take_in_records(corpus, section, at, thoroughly=thoroughly))
        elif name in SECTIONS:
            problems.extend(_take_in_section(corpus, name, section, at, thoroughly=thoroughly))
        else:
            corpus.unusable.append((name, "", section))
            message = f"`{name}` is not a section of a data file{did_you_mean(name, [*SECTIONS, 'records'])}"
            problems.append(Problem("unknown-section", message, Pointer(at.file, at.keys, at_key=True)))
    return problems


def _take_in_section(corpus: Corpus, name: str, section: object, here: Pointer, *, thoroughly: bool) -> list[Problem]:
    if section == "":
        return []
    if not isinstance(section, dict):
        corpus.unusable.append((name, "", section))
        message = f"`{name}` must be a mapping from an id to what it stands for"
        return [Problem("not-a-mapping", message, here)]
    problems: list[Problem] = []
    declared = corpus.section(name)
    every = all_valid(SECTIONS[name], list(section.values())) if thoroughly else None
    for number, (identifier, value) in enumerate(section.items()):
        at = Pointer(here.file, (*here.keys, identifier))
        if not _is_id(identifier):
            message = f"`{identifier}` cannot be an id; use letters, digits, `-`, `_` and `.`"
            problems.append(Problem("bad-id", message, at._replace(at_key=True)))
        elif identifier in declared:
            first = corpus.declared[name, identifier].file
            message = f"`{identifier}` is declared in {first} already; keep one of the two"
            problems.append(Problem("duplicate-id", message, at._replace(at_key=True)))
        else:
            valid = every[number] if every else None
            if not thoroughly:
                valid = plainly(SECTIONS[name], value, owned=True)
            if valid is None:
                valid, faults = validated(SECTIONS[name], value, at, thoroughly=True)
                problems.extend(faults)
            corpus.declared[name, identifier] = at
            if valid is not None:
                declared[identifier] = valid
                continue
        corpus.unusable.append((name, identifier, value))
    return problems


def _take_in_records(corpus: Corpus, section: object, here: Pointer, *, thoroughly: bool) -> list[Problem]:
    if section == "":
        return []
    if not isinstance(section, list):
        corpus.unusable.append(("records", "", section))
        return [Problem("not-a-list", "`records` must be a list: each record begins with `- event: …`", here)]
    if thoroughly and (every := all_valid(Record, section)) is not None:
        corpus.records.extend(every)
        corpus.pointers.extend(here.down(index) for index in range(len(section)))
        return []
    problems: list[Problem] = []
    file, keys = here.file, here.keys
    add, add_pointer = corpus.records.append, corpus.pointers.append
    for index, value in enumerate(section):
        at = Pointer(file, (*keys, index))
        valid = None if thoroughly else plainly(Record, value, owned=True)
        if valid is None:
            valid, faults = validated(Record, value, at, thoroughly=True)
            problems.extend(faults)
        if valid is not None:
            add(valid)
            add_pointer(at)
        elif isinstance(value, dict):
            corpus.faulty.append((value, at))
        else:
            corpus.unusable.append(("records", "", value))
    return problems


def _is_id(text: str) -> bool:
    rest = text.translate(_JOINING)
    return 0 < len(text) <= 200 and (not rest or rest.isalnum())  # noqa: PLR2004


_JOINING = str.maketrans("", "", "-_.")
"""What may stand in an id beside letters and digits."""
