"""The commands as click has them: one group, whose commands are imported when they run."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import click

from timeline import __version__
from timeline.cli import ABOUT, COMMANDS, HELP, MOST_WIDE, PROGRAM, PipeClosedError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _LazyGroup(click.Group):
    """A group that imports a command only to run it, or to print its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        gc.enable()  # which start-up does without
        lazy = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(lazy.module), lazy.function or cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        from click.shell_completion import CompletionItem

        named = ((name, command.help) for name, command in COMMANDS.items() if name.startswith(incomplete))
        return [CompletionItem(name, help=said) for name, said in named]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from timeline.problems import did_you_mean

            near = did_you_mean(args[0], COMMANDS) or f"; there are {', '.join(COMMANDS)}"
            ctx.fail(f"no command `{args[0]}`{near}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # click would exit with 1 here, which says that there are problems in the data.
            raise PipeClosedError from error


@click.group(
    cls=_LazyGroup,
    help=ABOUT,
    context_settings={"help_option_names": list(HELP), "max_content_width": MOST_WIDE},
)
@click.version_option(__version__, prog_name=PROGRAM)
def cli() -> None:
    """The group; what it says of itself is `ABOUT`."""
