"""What `timeline check` found, for people, for scripts, and as annotations of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.names import counted
from timeline.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.model import Conflict, Timeline
    from timeline.problems import Problem


def fails(timeline: Timeline, *, strict: bool) -> bool:
    """Whether the check fails: on an error; if strict, on any problem and on an open conflict."""
    return timeline.has_errors or (strict and bool(timeline.problems or _open(timeline)))


def text(timeline: Timeline, corpus: str, strict: bool) -> Iterator[str]:  # noqa: FBT001 - one of three alike
    """Yield a line a problem, in the form that editors jump from; if strict, the open conflicts; and a summary."""
    for problem in timeline.problems:
        yield clean(str(problem))
    open_conflicts = _open(timeline)
    for conflict in open_conflicts if strict else ():
        yield f"open conflict: {clean(conflict.message)} [{conflict.id}]"
    errors, warnings = _counts(timeline.problems)
    claims = sum(len(event.claims) for event in timeline.events)
    settled = sum(conflict.settled for conflict in timeline.conflicts)
    yield (
        f"{counted(len(timeline.events), 'event')}, {counted(claims, 'claim')}, "
        f"{counted(len(timeline.sources), 'source')}: {counted(errors, 'error')}, {counted(warnings, 'warning')}, "
        f"{counted(len(open_conflicts), 'open conflict')}, {settled} settled."
    )
    yield f"Corpus: {clean(corpus)}."


def as_json(timeline: Timeline, corpus: str, strict: bool) -> Iterator[str]:  # noqa: FBT001
    """Yield one object: the problems, the open conflicts, and whether the check passes."""
    from timeline.export.objects import SCHEMA, conflict_object, dumped

    yield dumped(
        {
            "schema": SCHEMA,
            "corpus": corpus,
            "passes": not fails(timeline, strict=strict),
            "problems": [problem_object(problem) for problem in timeline.problems],
            "open_conflicts": [conflict_object(conflict) for conflict in _open(timeline)],
        }
    )


def github(timeline: Timeline, corpus: str, strict: bool) -> Iterator[str]:  # noqa: ARG001, FBT001
    """Yield the workflow commands that annotate a pull request."""
    yield from workflow_commands(timeline.problems)
    for conflict in _open(timeline) if strict else ():
        yield f"::error title=open conflict::{_message(conflict.message)}"


FORMATS: dict[str, Callable[[Timeline, str, bool], Iterator[str]]] = {"text": text, "json": as_json, "github": github}


def workflow_commands(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a problem as a GitHub workflow command: `::error file=…,line=…,col=…,title=…::message`."""
    for problem in problems:
        where = problem.location
        place = f"file={_property(where.file)}," if where else ""
        if where and where.line:
            place += f"line={where.line},col={where.column},"
        yield f"::{problem.severity} {place}title={_property(problem.code)}::{_message(problem.message)}"


def problem_object(problem: Problem) -> dict[str, object]:
    """Return a problem for scripts. Line and column count from 1; null is the file as a whole."""
    where = problem.location
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "file": where.file if where else None,
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
    }


def _open(timeline: Timeline) -> list[Conflict]:
    return [conflict for conflict in timeline.conflicts if conflict.is_open]


def _counts(problems: Iterable[Problem]) -> tuple[int, int]:
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def _message(value: str) -> str:
    return clean(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _message(value).replace(":", "%3A").replace(",", "%2C")
