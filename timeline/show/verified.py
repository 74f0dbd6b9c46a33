"""What `timeline verify` found, for people, for scripts, and as annotations of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.names import counted
from timeline.show.checked import problem_object, workflow_commands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.verify import Verification


def text(found: Verification) -> Iterator[str]:
    """Yield a line a problem, the sources that are not held, and a summary."""
    for problem in found.problems:
        yield clean(str(problem))
    if found.not_held:
        yield f"Not held, for no file is named: {', '.join(map(clean, found.not_held))}."
    if not (found.documents or found.problems):
        yield _nothing(found)
        return
    outcome = "all stand" if found.citations else "nothing is cited of what is here"
    if not found.is_whole:
        outcome += ", but faults in the data left out some"
    outcome = counted(len(found.problems), "problem") if found.problems else outcome
    yield (
        f"{counted(found.documents, 'document')}, {counted(found.citations, 'citation')}, "
        f"{counted(found.dates, 'date')} as stated, {counted(found.quotes, 'quote')}: {outcome}."
    )


def _nothing(found: Verification) -> str:
    """Return the sentence that tells that nothing was held, and what to do."""
    if not found.not_held:
        return "Nothing was held against a document: there is no source."
    return "Nothing was held against a document. `timeline snapshot FILE --source ID` records which file it is."


def as_json(found: Verification) -> Iterator[str]:
    """Yield one object: what was compared, and the problems; `passes` is null where nothing was."""
    from timeline.export.objects import SCHEMA, dumped

    yield dumped(
        {
            "schema": SCHEMA,
            "passes": found.passes,
            "documents": found.documents,
            "citations": found.citations,
            "dates": found.dates,
            "quotes": found.quotes,
            "not_held": list(found.not_held),
            "problems": [problem_object(problem) for problem in found.problems],
        }
    )


def github(found: Verification) -> Iterator[str]:
    """Yield the workflow commands that annotate a pull request."""
    yield from workflow_commands(found.problems)
    if found.passes is None:
        yield f"::error title=nothing-held::{_nothing(found)}"


FORMATS: dict[str, Callable[[Verification], Iterator[str]]] = {"text": text, "json": as_json, "github": github}
