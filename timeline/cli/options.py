"""The options that commands share, as click has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from timeline.cli import asked
from timeline.cli.declared import CHOICES, DATA, FILTERS, WITHHELD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from click.shell_completion import CompletionItem

    from timeline.cli.declared import Option
    from timeline.query import Query

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


def _remember(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    ctx.meta[f"timeline.{param.name}"] = value


def _was_told(name: str) -> bool:
    """Return whether the command that runs was given a flag that is remembered, by the name of its parameter."""
    ctx = click.get_current_context(silent=True)
    return bool(ctx and ctx.meta.get(f"timeline.{name}"))


def _as_click(option: Option) -> Callable[[_Function], _Function]:
    """Return click's form of an option."""
    kinds = {"path": _NamedPath(path_type=Path), "number": click.IntRange(min=1)}
    settings: dict[str, Any] = {"help": option.help, "metavar": option.metavar, "multiple": option.repeatable}
    if not option.takes_value:
        settings = {"help": option.help, "is_flag": True}
    elif option.choices:
        settings |= {"type": click.Choice(option.choices), "default": option.default, "show_default": True}
    else:
        settings["type"] = kinds.get(option.kind)
    if option.kind == "asked":
        settings |= {"expose_value": False, "callback": _remember}
    if option.ids:
        settings["shell_complete"] = offers(option.ids)
    return click.option(option.flag, option.name, **settings)


def with_options(options: Iterable[Option]) -> Callable[[_Function], _Function]:
    """Return what adds options to a command, in this order."""

    def add(function: _Function) -> _Function:
        for option in reversed(tuple(options)):
            function = _as_click(option)(function)
        return function

    return add


withheld_option = with_options([WITHHELD])
data_option = with_options(DATA)
filter_options = with_options(FILTERS)
choice_options = with_options(CHOICES)


def asked_of_click() -> asked.Asked:
    """Return how the command that runs was told to read the data files."""
    return asked.asked(no_cache=_was_told("no_cache"), include_withheld=_was_told("include_withheld"))


def may_cache() -> bool:
    """Return whether the command that runs may use the cache."""
    return asked_of_click().may_cache


def include_withheld() -> bool:
    """Return whether the command that runs was told to show what is marked to be withheld."""
    return asked_of_click().include_withheld


def query(filters: Mapping[str, Any]) -> Query:
    """Return the query that the filters' values make; what is no period is a usage error."""
    try:
        return asked.query(filters)
    except asked.PeriodError as error:
        raise refusal(error) from None


def refusal(error: asked.PeriodError) -> click.BadParameter:
    """Return the usage error that a value which is no period is."""
    return click.BadParameter(str(error), param_hint=error.option)
