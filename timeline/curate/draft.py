"""A record that is not in its file yet, with what it needs declared: what it would mean, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from timeline.checks import check
from timeline.curate.inserting import Addition
from timeline.intake.ids import is_id
from timeline.lookup import fold
from timeline.problems import Pointer, Problem
from timeline.records import SECTIONS, Record
from timeline.resolve import resolve
from timeline.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.load import Corpus
    from timeline.model import ClaimDate

_HERE = Pointer("the new record", ("records", 0))
_ONE_OF = {"sources": "source", "people": "person", "places": "place", "kinds": "kind", "events": "event"}


@dataclass(slots=True)
class Draft:
    """The fields of a record, and of what is to be declared with it, by section and id."""

    record: dict[str, Any] = field(default_factory=dict)
    declared: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def copy(self) -> Draft:
        """Return a draft of its own that holds the same."""
        return deepcopy(self)

    def become(self, other: Draft) -> None:
        """Hold what another draft holds."""
        self.record, self.declared = deepcopy((other.record, other.declared))

    def additions(self) -> list[Addition]:
        """Return what is to be put into the file, declarations first."""
        new = [Addition(section, fields, identifier) for (section, identifier), fields in self.declared.items()]
        return [*new, Addition("records", self.record)]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a draft would mean: its date, if all it needs is there, and every problem that it would bring."""

    date: ClaimDate | None
    problems: tuple[Problem, ...]


def tried_alone(corpus: Corpus, draft: Draft) -> Trial:
    """Say what comes of a draft among all that is declared, but beside no other record: at once in any corpus."""
    return tried(corpus.without_records(), draft)


def tried(corpus: Corpus, draft: Draft) -> Trial:
    """Take a draft into a corpus, which stays as it is, and say what comes of it."""
    problems: list[Problem] = []
    sections: dict[str, dict[str, Any]] = {name: dict(corpus.section(name)) for name in SECTIONS}
    places = dict(corpus.declared)
    for (section, identifier), fields in draft.declared.items():
        at = Pointer(f"the new {_ONE_OF[section]} {identifier}", (section, identifier))
        if (section, identifier) in corpus.declared:
            message = f"the {_ONE_OF[section]} `{identifier}` is there already; choose another id"
            problems.append(Problem("duplicate-id", message, at))
            continue
        if not is_id(identifier):
            message = f"`{identifier}` cannot be an id; use letters, digits, `-`, `_` and `.`"
            problems.append(Problem("bad-id", message, at))
        declared, faults = validated(SECTIONS[section], fields, at, thoroughly=True)
        problems += faults
        places[section, identifier] = at
        if declared is not None:
            sections[section][identifier] = declared
    record, faults = validated(Record, draft.record, _HERE, thoroughly=True)
    problems += faults
    before = _all_problems(corpus)
    records = [*corpus.records, record] if record else corpus.records
    pointers = [*corpus.pointers, _HERE] if record else corpus.pointers
    taken: Any = sections
    faulty = corpus.faulty if record else [*corpus.faulty, (dict(draft.record), _HERE)]
    new = replace(corpus, **taken, records=records, pointers=pointers, declared=places, faulty=faulty)
    resolved, after = resolve(new)
    known = Counter(_key(problem) for problem in before)
    for problem in [*check(new), *after]:
        known[_key(problem)] -= 1
        if known[_key(problem)] < 0:
            problems.append(problem)
    told = next((claim.date for claim in reversed(resolved.claims) if record and claim.pointer == _HERE), None)
    return Trial(told, tuple(problems))


def _all_problems(corpus: Corpus) -> list[Problem]:
    return [*check(corpus), *resolve(corpus)[1]]


def _key(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def alike(words: str, named: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the ids whose names hold words like these, the likest first; an exact id or name stands alone.

    `named` gives the names of each id. A word counts when a name's word begins with it, or is nearly it.
    """
    wanted = fold(words).split()
    exact = [one for one, names in named.items() if fold(words) in {fold(name) for name in (one, *names)}]
    if exact or not wanted:
        return exact
    held = {one: {word for name in (one, *names) for word in fold(name).split()} for one, names in named.items()}
    vocabulary = sorted(set().union(*held.values())) if held else []
    near = [_near(word, vocabulary) for word in wanted]
    scores = {
        one: sum(max((weights.get(word, 0.0) for word in own), default=0.0) for weights in near)
        for one, own in held.items()
    }
    return [one for one, score in sorted(scores.items(), key=lambda item: -item[1]) if score > 0]


def _near(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    found = dict.fromkeys(get_close_matches(word, vocabulary, n=8, cutoff=0.75), 0.6)
    found |= {other: 0.8 for other in vocabulary if other.startswith(word)}
    return found | {other: 1.0 for other in vocabulary if other == word}


def file_for(draft: Draft, corpus: Corpus) -> str | None:
    """Return the data file that a record belongs in: where its event's last record stands, else its neighbours.

    That is where its event is declared, else where its source's last record or the source stands; None where nothing
    tells, and there are several.
    """
    for name in ("event", "source"):
        wanted = draft.record.get(name)
        for one, at in zip(reversed(corpus.records), reversed(corpus.pointers), strict=True):
            if getattr(one, name) == wanted:
                return at.file
        declared = corpus.declared.get((f"{name}s", str(wanted)))
        if declared:
            return declared.file
    return corpus.files[0] if len(corpus.files) == 1 else None
