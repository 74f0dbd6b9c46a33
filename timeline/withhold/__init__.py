"""What is marked to be withheld leaves the corpus before anything is worked out from it.

A record that is withheld takes no part: no date rests on what nobody can check. A person who is withheld stays as
someone without a name: every spelling, and what else would lead to them (an id, a quotation that a search engine
finds, the name and the checksum of a file), is covered or left out wherever it stands. Whoever or whatever only
withheld records tell of goes with them. Doubt counts for the person: a declaration that has a fault, or misspells
`withhold`, is protected all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.veil import NO_VEIL, NOTHING_WITHHELD, Veil, Withheld
from timeline.withhold.marked import marked, to_be_marked, veil_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.load import Corpus
    from timeline.model import Event
    from timeline.problems import Problem

__all__ = ["to_be_marked", "veiled", "with_files_veiled", "withhold"]


def withhold(corpus: Corpus) -> tuple[Corpus, Withheld, Veil]:
    """Return the corpus without what is to be withheld, how much that is, and the veil that covers it in other texts.

    A corpus with nothing to withhold is returned as it is.
    """
    found = marked(corpus)
    if not found:
        return corpus, NOTHING_WITHHELD, NO_VEIL
    from timeline.withhold.covering import covered

    veil, leading = veil_over(corpus, found)
    veil.records = frozenset((at.file, at.keys) for index, at in enumerate(corpus.pointers) if index in found.records)
    return covered(corpus, found, veil, leading), found.counted(), veil


def veiled(problems: Iterable[Problem], veil: Veil) -> tuple[Problem, ...]:
    """Return problems whose messages and places name nothing that is withheld."""
    if not veil:
        return tuple(problems)
    return tuple(
        problem._replace(
            message=_message(problem, veil),
            location=problem.location and problem.location._replace(file=veil.text(problem.location.file)),
        )
        for problem in problems
    )


def _message(problem: Problem, veil: Veil) -> str:
    """Return what is wrong; of a record that is withheld, only that something is."""
    at = problem.pointer
    if at and (at.file, at.keys[:2]) in veil.records:
        return "something is wrong with this record, which is withheld; `--include-withheld` tells"
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
