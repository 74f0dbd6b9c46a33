"""`timeline completion SHELL`."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what makes a shell complete commands, options and ids.

    Put it where the shell reads it when it starts; `timeline` must be on the PATH.

    \b
    eval "$(timeline completion bash)"                                        # in ~/.bashrc
    eval "$(timeline completion zsh)"                                         # in ~/.zshrc
    timeline completion fish > ~/.config/fish/completions/timeline.fish
    """  # noqa: D301 - click reads the backspace
    from click.shell_completion import get_completion_class

    from timeline.cli import COMPLETING, PROGRAM
    from timeline.cli.group import cli

    found = get_completion_class(shell)
    assert found is not None  # noqa: S101 - the choice above is of those that click knows
    click.echo(found(cli, {}, PROGRAM, COMPLETING).source(), nl=False)
