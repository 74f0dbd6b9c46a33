"""What is marked to be withheld leaves the corpus before anything is worked out from it.

A record that is withheld takes no part: no date rests on what nobody can check. A person who is withheld stays as
someone without a name: every spelling, and what else would lead to them (an id, a quotation that a search engine
finds, the name and the checksum of a file), is covered or left out wherever it stands. Whoever or whatever only
withheld records tell of goes with them. Doubt counts for the person: a declaration that has a fault, or misspells
`withhold`, is protected all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.problems import Pointer, Problem, Severity
from timeline.veil import NO_VEIL, NOTHING_WITHHELD, Veil, Withheld
from timeline.withhold.doubt import asks_for_it, is_blind, texts
from timeline.withhold.marked import marked, to_be_marked, veil_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.load import Corpus
    from timeline.model import Event
    from timeline.withhold.marked import Marked

__all__ = ["names_that_stand", "to_be_marked", "veiled", "with_files_veiled", "withhold"]


def withhold(corpus: Corpus, beside: Corpus | None = None) -> tuple[Corpus, Withheld, Veil]:
    """Return the corpus without what is to be withheld, how much that is, and the veil that covers it in other texts.

    What is to be withheld in `beside`, another state of the corpus, is so in it too. A corpus with nothing to withhold
    is returned as it is; of one with a file that has marks and cannot be read, nothing is left.
    """
    if is_blind(corpus) or (beside is not None and is_blind(beside)):
        return type(corpus)(files=corpus.files), NOTHING_WITHHELD, Veil(blind=True)
    found = marked(corpus, beside)
    if not found:
        return corpus, NOTHING_WITHHELD, NO_VEIL
    from timeline.withhold.covering import covered

    veil, leading = veil_over(corpus, found)
    hidden = {(at.file, at.keys) for index, at in enumerate(corpus.pointers) if index in found.records}
    hidden |= {(at.file, at.keys) for value, at in corpus.faulty if _is_out(value, found)}
    declared = {"people": found.people, "sources": found.sources, "events": found.events}
    hidden |= {("", (section, one)) for section, ids in declared.items() for one in ids}
    quoted = {(corpus.pointers[index].file, (*corpus.pointers[index].keys, "quote")) for index in leading.records}
    quoted |= {("", ("sources", one, field)) for one in leading.sources for field in ("file", "sha256")}
    veil.records = frozenset(hidden | quoted)
    return covered(corpus, found, veil, leading), found.counted(), veil


def _is_out(value: dict[str, object], found: Marked) -> bool:
    """Whether a record that cannot be used was to be withheld, or its source is."""
    return asks_for_it(value) or not set(found.sources).isdisjoint(texts(value.get("source")))


def names_that_stand(corpus: Corpus, veil: Veil) -> Iterator[Problem]:
    """Yield a warning for each declaration with a name that is shown although it shares a word with one withheld.

    Passes: `sister: {name: Ana's sister}`, which is covered; `withhold: false`, which says that someone thought of it.
    Fails: `sister: {name: Ilya Vélez}`, where Ana Vélez is withheld. Which word it is, the message does not tell.
    """
    if not (shared := veil.shared):
        return
    people = [("people", one, person.names()) for one, person in corpus.people.items() if person.withhold is None]
    places = [("places", one, (place.name, *place.also)) for one, place in corpus.places.items()]
    for section, one, names in (*people, *places):
        if not shared.isdisjoint(names):
            at = corpus.declared[section, one]
            message = _STANDS + (_OF_SOMEONE if section == "people" else "")
            yield Problem("name-stands", message, Pointer(at.file, at.keys, at_key=True), Severity.WARNING)


_STANDS = (
    "a name given here has a word of a name that is withheld, and is shown with it; if that can lead to someone, give "
    "a name without the word"
)
_OF_SOMEONE = ", or `withhold: true` here too; `withhold: false` says that it may stand"


def veiled(problems: Iterable[Problem], veil: Veil) -> tuple[Problem, ...]:
    """Return problems whose messages and places name nothing that is withheld."""
    if veil.blind:
        return tuple(problem._replace(message=_BLIND) for problem in problems if problem.code in _OF_THE_FILE)
    if not veil:
        return tuple(problems)
    return tuple(
        problem._replace(
            message=_message(problem, veil),
            location=problem.location and problem.location._replace(file=veil.text(problem.location.file)),
        )
        for problem in problems
    )


_OF_THE_FILE = frozenset(("not-utf8", "yaml-syntax", "yaml-documents", "yaml-depth", "yaml-key", "yaml-alias"))
_BLIND = (
    "the file cannot be read from here on, and has marks to withhold: until it is mended, nothing is shown at all, so "
    "that nobody is; `--include-withheld` tells what is wrong"
)
_FIELDS = frozenset(("unknown-field", "missing-field", "empty-value", "duplicate-id", "bad-id"))
"""The problems whose messages hold no value, but keys only."""


def _message(problem: Problem, veil: Veil) -> str:
    """Return what is wrong; of a record that is withheld, only that something is."""
    at = problem.pointer
    if at and any((file, at.keys[:depth]) in veil.records for file in (at.file, "") for depth in (2, 3)):
        what = "record" if at.keys[0] == "records" else "declaration"
        if what == "record" or problem.code not in _FIELDS:
            return f"something is wrong with this {what}, which is withheld; `--include-withheld` tells"
    return veil.text(problem.message)


def with_files_veiled(events: Iterable[Event], veil: Veil) -> tuple[Event, ...]:
    """Return events whose claims stand in data files whose names tell nothing that is withheld."""
    if not veil:
        return tuple(events)
    return tuple(
        event._replace(
            claims=tuple(
                claim._replace(pointer=claim.pointer._replace(file=veil.text(claim.pointer.file)))
                for claim in event.claims
            )
        )
        for event in events
    )
