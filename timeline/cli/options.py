"""The options that commands share, and the query that they make."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from click.shell_completion import CompletionItem

    from timeline.query import Period, Query

_Function = TypeVar("_Function", bound="Callable[..., Any]")


def offers(*sections: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Return what completes a value with the ids of these sections of the corpus; nothing is imported before."""

    def offer(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
        from timeline.cli.completing import ids_of

        return ids_of(*sections)(ctx, param, begun)

    return offer


class _NamedPath(click.Path):
    """A path that is not empty: an empty one, as of an unset variable, would be the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("an empty path names no file; `.` is this folder", param, ctx)
        return super().convert(value, param, ctx)


_paths_option = click.option(
    "--data",
    type=_NamedPath(path_type=Path),
    multiple=True,
    metavar="PATH",
    help="A data file, or a folder of them. Repeatable.",
)


def _remember(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    ctx.meta[f"timeline.{param.name}"] = value


def _was_told(name: str) -> bool:
    """Return whether the command that runs was given a flag that is remembered, by the name of its parameter."""
    ctx = click.get_current_context(silent=True)
    return bool(ctx and ctx.meta.get(f"timeline.{name}"))


withheld_option = click.option(
    "--include-withheld",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="Show what is marked `withhold: true` too.",
)

cache_option = click.option(
    "--no-cache",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="Read the data files anew, and keep nothing of them.",
)


def data_option(function: _Function) -> _Function:
    """Add the options that say what is read: the data files, anew or not, and whether what is to be withheld is."""
    return _paths_option(withheld_option(cache_option(function)))


def may_cache() -> bool:
    """Return whether the command that runs may use the cache."""
    return not (os.environ.get("TIMELINE_NO_CACHE") or _was_told("no_cache"))


def include_withheld() -> bool:
    """Return whether the command that runs was told to show what is marked to be withheld."""
    return _was_told("include_withheld")


def _named(flag: str, name: str, metavar: str, help_: str) -> Callable[[_Function], _Function]:
    """Return an option whose values name what is declared under `name`."""
    return click.option(flag, name, multiple=True, metavar=metavar, help=help_, shell_complete=offers(name))


_CHOICES = (
    _named("--person", "people", "WHO", "An id, a name, or any spelling of it."),
    click.option("--year", "years", multiple=True, metavar="YEAR", help="A year, or a stretch of them: 2018..2020."),
    click.option("--from", "first", metavar="DATE", help="Not over before this year, month or day (2019-03)."),
    click.option("--to", "last", metavar="DATE", help="Begun by the end of this year, month or day."),
    _named("--kind", "kinds", "KIND", "A kind of event."),
    _named("--theme", "themes", "THEME", "A theme, which holds several kinds."),
    _named("--place", "places", "PLACE", "A place, with the places in it."),
    _named("--source", "sources", "SOURCE", "A document that tells of the event."),
    click.option("--search", "search", multiple=True, metavar="TEXT", help="Words anywhere in the event."),
    click.option("--conflicts", is_flag=True, help="Only events on which accounts differ and nobody settled it."),
)

_FILTERS = (
    *_CHOICES,
    click.option("--certain", is_flag=True, help="Leave out what only may lie in the period."),
    click.option("--reverse", is_flag=True, help="The latest first."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many events."),
)


def filter_options(function: _Function) -> _Function:
    """Add the filters to a command. Values of one filter are alternatives; all filters must match."""
    for option in reversed(_FILTERS):
        function = option(function)
    return function


def choice_options(function: _Function) -> _Function:
    """Add the filters that choose events by what they are, and none that shortens or turns the list."""
    for option in reversed(_CHOICES):
        function = option(function)
    return function


def query(filters: Mapping[str, Any]) -> Query:
    """Return the query that the filters' values make."""
    from timeline.query import Query

    periods = _periods(filters["years"], filters["first"], filters["last"])
    names = ("people", "kinds", "themes", "places", "sources", "search", "conflicts", "certain", "reverse", "limit")
    return Query(periods=periods, **{name: filters[name] for name in names if name in filters})


def _periods(years: Sequence[str], first: str | None, last: str | None) -> tuple[Period, ...]:
    """Return the periods asked for: each year, cut to what lies between `first` and `last`."""
    periods = tuple(_period(year, "--year") for year in years)
    if first is None and last is None:
        return periods
    for end, hint in ((first, "--from"), (last, "--to")):
        if end is not None and ".." in end:
            raise click.BadParameter("one date is needed here, not two", param_hint=hint)
    limits = _period(f"{first or ''}..{last or ''}", "--from/--to")
    return tuple(_shared(period, limits) for period in periods) or (limits,)


def _period(text: str, option: str) -> Period:
    from timeline.choosing import parse_period

    try:
        return parse_period(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from None


def _shared(one: Period, other: Period) -> Period:
    from timeline.query import Period

    firsts = [day for day in (one.first, other.first) if day is not None]
    lasts = [day for day in (one.last, other.last) if day is not None]
    shared = Period(max(firsts, default=None), min(lasts, default=None), f"{one.text} and {other.text}")
    if shared.first is not None and shared.last is not None and shared.first > shared.last:
        message = f"no day of {one.text} lies in {other.text}"
        raise click.BadParameter(message, param_hint="--year")
    return shared
