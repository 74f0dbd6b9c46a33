"""`timeline date`: explain one stated date, or resolve many as lines of JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from timeline.clean import clean
from timeline.dates.edtf import EdtfError, resolve
from timeline.dates.language import LANGUAGES
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import Day, Span, iso
from timeline.dates.stated import resolve_stated
from timeline.dates.timex import days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SHOWN = 60
"""How many characters of a text at fault are shown."""
Resolver: TypeAlias = "Callable[[str, str | None], Resolution | Unread]"


@click.command()
@click.argument("expression", required=False)
@click.option("--on", "anchor", metavar="DATE", help="The day it was written, as EDTF; it may be uncertain.")
@click.option("--upcoming", is_flag=True, help="What it dates was still to come.")
@click.option(
    "--language", type=click.Choice(tuple(LANGUAGES)), default="en", show_default=True, help="What it is written in."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--jsonl", is_flag=True, help='Read {"expression", "anchor"} lines on standard input instead.')
def date(expression: str | None, anchor: str | None, **options: Any) -> int:
    """Explain a stated date: what EXPRESSION means, written on a day.

    Exits with 1 when the expression cannot be read. Lines of JSON in give lines of JSON out, null where there is
    nothing to say, with a reason.

    \b
    timeline date "last fall" --on 2021-02-22
    timeline date --jsonl < expressions.jsonl
    """  # noqa: D301
    resolver = _resolver(language=options["language"], upcoming=options["upcoming"])
    if options["jsonl"]:
        if expression is not None or anchor is not None:
            raise click.UsageError("with --jsonl, expressions and their days are read from standard input")
        for answer in _answers(sys.stdin.buffer, resolver):
            click.echo(answer)
        return 0
    if expression is None:
        raise click.UsageError("say which EXPRESSION, or give --jsonl")
    return _explain(expression, anchor, resolver, form=options["form"])


def _resolver(*, language: str, upcoming: bool) -> Resolver:
    def resolved(text: str, on: str | None) -> Resolution | Unread:
        written = None if on is None else resolve(on)
        return resolve_stated(text, written, upcoming=upcoming, language=language)

    return resolved


def _explain(expression: str, anchor: str | None, resolver: Resolver, *, form: str) -> int:
    """Print one resolution; return the exit code."""
    try:
        found = resolver(expression, anchor)
    except EdtfError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    click.echo(json.dumps(as_json(found)) if form == "json" else as_text(found))
    return 1 if isinstance(found, Unread) else 0


def _answers(lines: Iterable[bytes], resolver: Resolver) -> Iterator[str]:
    """Return a line of JSON for each line of JSON; an empty line is passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        expression, anchor = _asked(line, number)
        try:
            found = resolver(expression, anchor)
        except EdtfError as error:
            raise _fault(number, f"the anchor {str(anchor)[:_SHOWN]!r} is not a date: {error}") from error
        yield json.dumps(as_json(found))


def _asked(line: bytes, number: int) -> tuple[str, str | None]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _fault(number, f"not JSON: {error}") from error
    expression = asked.get("expression") if isinstance(asked, dict) else None
    anchor = asked.get("anchor") if isinstance(asked, dict) else None
    if not isinstance(expression, str) or not isinstance(anchor, str | None):
        raise _fault(number, 'must be {"expression": text, "anchor": date}')
    return expression, anchor


def _fault(number: int, what: str) -> click.UsageError:
    return click.UsageError(f"line {number}: {what}")


def as_json(found: Resolution | Unread) -> dict[str, Any]:
    """Return a resolution as scripts read it.

    `earliest` and `latest` are the days of `value`, or of the reading where TIMEX3 has no value for it. What cannot be
    read, or dates nothing on its own, is null throughout, with a `reason`.
    """
    if isinstance(found, Unread) or found.relative:
        reason = found.reason if isinstance(found, Unread) else found.convention
        nothing = {"value": None, "edtf": None, **_days(None, None)}
        return {**nothing, "sound": _days(None, None), "rule": None, "reason": reason}
    days = days_of(found.value) if found.value else None
    first, last = days or (found.reading.start_earliest, found.reading.end_latest)
    return {
        "value": found.value,
        "edtf": found.edtf or None,
        **_days(first, last),
        "sound": _days(found.sound.start_earliest, found.sound.end_latest),
        "rule": found.rule,
        **_alternatives(found.sound),
    }


def _alternatives(span: Span) -> dict[str, Any]:
    """Return the first and last day of each alternative, where there are any."""
    if not span.alternatives:
        return {}
    return {"alternatives": [_days(first, last) for first, _, _, last in span.alternatives]}


def _days(first: Day | None, last: Day | None) -> dict[str, str | None]:
    return {
        "earliest": None if first is None else iso(first),
        "latest": None if last is None else iso(last),
    }


def as_text(found: Resolution | Unread) -> str:
    """Return a resolution as people read it."""
    if isinstance(found, Unread):
        return f"not read: {clean(found.reason)}"
    if found.relative:
        return f"no date of its own: {found.convention}"
    lines = [
        f"reading     {found.edtf or 'open on both sides'}",
        f"days        {_shown(found.reading)}",
        f"sound span  {_shown(found.sound)}",
        f"rule        {found.rule or 'the date as it stands'}",
    ]
    if found.convention:
        lines.append(f"convention  {found.convention}")
    return "\n".join(lines)


def _shown(days: Span) -> str:
    if days.alternatives and days.is_once:
        told = [_window(first, last) for first, last, _, _ in days.alternatives]
        return f"once, {', '.join(told[:-1])} or {told[-1]}"
    if days.alternatives:
        return "; or ".join(_shown(Span(*box)) for box in days.alternatives)
    if days.is_day and days.start_earliest is not None:
        return iso(days.start_earliest)
    if days.is_once:
        return f"once, {_window(days.start_earliest, days.end_latest)}"
    return f"from {_window(*days.bounds[:2])}, to {_window(*days.bounds[2:])}"


def _window(first: Day | None, last: Day | None) -> str:
    if first is None:
        return "an unknown day" if last is None else f"{iso(last)} or earlier"
    if last is None:
        return f"{iso(first)} or later"
    return iso(first) if first == last else f"{iso(first)}..{iso(last)}"
