"""Questions at a terminal, each answered on one line, each answer judged at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NEW = "+"
_MOST_OFFERED = 9


def ask(question: str, judge: Callable[[str], str] | None = None, *, needed: bool = False) -> str:
    """Ask for a line until it is fit; `judge` returns what is wrong with an answer, "" if nothing is.

    An empty answer is taken where nothing is `needed`.
    """
    while True:
        # click's own prompt would take a default for an empty answer, and print a fault in its own words.
        answer = click.prompt(question, default="", show_default=False, prompt_suffix=": ").strip()
        fault = unwritable(answer)
        if not answer and needed:
            fault = "this is needed; Ctrl-C ends without writing anything"
        elif answer and not fault and judge is not None:
            fault = judge(answer)
        if not fault:
            return str(answer)
        click.echo(clean(f"  {fault}"))


def unwritable(answer: str) -> str:
    """Return why an answer cannot be written as UTF-8, "" if it can."""
    try:
        answer.encode("utf-8")
    except UnicodeEncodeError:
        return "this is not text in UTF-8; set your terminal to UTF-8"
    return ""


def choose(question: str, offered: Callable[[str], Mapping[str, str]], *, needed: bool, may_be_new: bool = True) -> str:
    """Ask for one of many: words bring what is like them, a number chooses. Returns an id, NEW, or "" for none.

    `offered` gives the ids for words, the likest first, with what to show of each; one alone is taken if it is meant.
    """
    shown: list[str] = []
    hint = f"words, or {NEW} for a new one" if may_be_new else "words"
    while True:
        answer = ask(f"{question} ({hint})" if not shown else f"{question} (number, words or {NEW})", needed=needed)
        if not answer or (answer == NEW and may_be_new):
            return answer
        if answer.isdecimal() and shown:
            if 0 < int(answer) <= len(shown):
                return shown[int(answer) - 1]
            click.echo(f"  there are {len(shown)}")
            continue
        found = offered(answer)
        if answer in found:
            click.echo(clean(f"  = {answer}: {found[answer]}"))
            return answer
        shown = list(found)[:_MOST_OFFERED]
        for number, one in enumerate(shown, 1):
            click.echo(clean(f"  {number}. {found[one]} [{one}]"))
        if len(found) > len(shown):
            click.echo(f"  … and {len(found) - len(shown)} more: more words find fewer")
        if not shown:
            click.echo(f"  nothing like that{f'; {NEW} makes a new one' if may_be_new else ''}")
