"""`timeline date`: explain one stated date, or resolve many as lines of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from timeline.dates.edtf import EdtfError, resolve
from timeline.dates.language import LANGUAGES
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.span import Day, Span, iso
from timeline.dates.stated import resolve_stated
from timeline.dates.timex import days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@click.command()
@click.argument("expression", required=False)
@click.option("--on", "anchor", metavar="DATE", help="The day it was written, as EDTF (may be uncertain).")
@click.option("--upcoming", is_flag=True, help="What it dates was still to come.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The language it is in."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--jsonl", is_flag=True, help='Read {"expression", "anchor"} lines on standard input instead.')
def date(*, expression: str | None, anchor: str | None, upcoming: bool, language: str, form: str, jsonl: bool) -> None:
    """Explain a stated date: what EXPRESSION means, written on a day.

    \b
    timeline date "last fall" --on 2021-02-22
    timeline date --jsonl < expressions.jsonl
    """  # noqa: D301

    def resolved(text: str, on: str | None) -> Resolution | Unread:
        written = None if on is None else resolve(on)
        return resolve_stated(text, written, upcoming=upcoming, language=language)

    if jsonl:
        for line in _answers(click.get_text_stream("stdin"), resolved):
            click.echo(line)
        return
    if expression is None:
        raise click.UsageError("Say which EXPRESSION, or give --jsonl.")
    try:
        found = resolved(expression, anchor)
    except EdtfError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    click.echo(json.dumps(as_json(found), ensure_ascii=False) if form == "json" else as_text(expression, found))
    if isinstance(found, Unread):
        raise click.exceptions.Exit(1)


def _answers(lines: Iterator[str], resolved: Callable[[str, str | None], Resolution | Unread]) -> Iterator[str]:
    """Return a line of JSON for each line of JSON; an empty line is passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        expression, anchor = _asked(line, number)
        try:
            found = resolved(expression, anchor)
        except EdtfError as error:
            raise click.UsageError(f"line {number}: the anchor {anchor!r} is not a date: {error}") from error
        yield json.dumps(as_json(found), ensure_ascii=False)


def _asked(line: str, number: int) -> tuple[str, str | None]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"line {number}: not JSON: {error}") from error
    expression = asked.get("expression") if isinstance(asked, dict) else None
    anchor = asked.get("anchor") if isinstance(asked, dict) else None
    if not isinstance(expression, str) or not isinstance(anchor, str | None):
        raise click.UsageError(f'line {number}: must be {{"expression": text, "anchor": date}}')
    return expression, anchor


def as_json(found: Resolution | Unread) -> dict[str, Any]:
    """Return a resolution as scripts read it: `earliest` and `latest` are the days of `value`, else of the reading."""
    if isinstance(found, Unread) or found.relative:
        answer: dict[str, Any] = dict.fromkeys(("value", "edtf", "earliest", "latest"))
        reason = found.reason if isinstance(found, Unread) else found.convention
        return {**answer, "sound": _days(None, None), "rule": None, "reason": reason}
    days = days_of(found.value) if found.value else None
    first, last = days or (found.reading.start_earliest, found.reading.end_latest)
    sound = _days(found.sound.start_earliest, found.sound.end_latest)
    named = {"value": found.value, "edtf": found.edtf or None}
    return {**named, **_days(first, last), "sound": sound, "rule": found.rule}


def _days(first: Day | None, last: Day | None) -> dict[str, str | None]:
    return {
        "earliest": None if first is None else iso(first),
        "latest": None if last is None else iso(last),
    }


def as_text(expression: str, found: Resolution | Unread) -> str:
    """Return a resolution as people read it."""
    if isinstance(found, Unread):
        return f"{expression}: not read: {found.reason}"
    if found.relative:
        return f"{expression}: dates nothing on its own\nrule     {found.rule}: {found.convention}"
    lines = [
        f"reading  {found.edtf or '(no bounds)'}",
        f"days     {_shown(found.reading)}",
        f"sound    {_shown(found.sound)}",
        f"rule     {found.rule or 'the date as it stands'}",
    ]
    if found.convention:
        lines.append(f"taking   {found.convention}")
    return "\n".join(lines)


def _shown(days: Span) -> str:
    if days.is_day and days.start_earliest is not None:
        return iso(days.start_earliest)
    if days.is_once:
        return f"once, {_window(days.start_earliest, days.end_latest)}"
    start, end = _window(*days.bounds[:2]), _window(*days.bounds[2:])
    return f"starting {start}; ending {end}"


def _window(first: Day | None, last: Day | None) -> str:
    if first == last:
        return "at a time not known" if first is None else f"on {iso(first)}"
    return f"from {'?' if first is None else iso(first)} to {'?' if last is None else iso(last)}"
