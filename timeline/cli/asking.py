"""Questions at a terminal, each answered on one line, each answer judged at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NEW, BACK, ALL, SAME = "+", "<", "?", "="
_MOST_OFFERED, _MOST_LISTED = 9, 99
_LONGEST_NUMBER = 4


class BackError(Exception):
    """Whoever answers wants to answer the question before this one again."""


def ask(question: str, judge: Callable[[str], str] | None = None, *, needed: bool = False) -> str:
    """Ask for a line until it is fit; `judge` returns what is wrong with an answer, "" if nothing is.

    An empty answer is taken where nothing is `needed`. Raises BackError when the answer is BACK.
    """
    while True:
        # click's own prompt would take a default for an empty answer, and print a fault in its own words.
        answer = click.prompt(question, default="", show_default=False, prompt_suffix=": ").strip()
        if answer == BACK:
            raise BackError
        fault = unwritable(answer)
        if not answer and needed:
            fault = f"this is needed; {BACK} goes back, Ctrl-C ends without writing anything"
        elif answer and not fault and judge is not None:
            fault = judge(answer)
        if not fault:
            return str(answer)
        click.echo("  " + clean(f"{fault}"))


def unwritable(answer: str) -> str:
    """Return why an answer cannot be written as UTF-8, "" if it can."""
    try:
        answer.encode("utf-8")
    except UnicodeEncodeError:
        return "this is not text in UTF-8; set your terminal to UTF-8"
    return ""


def agreed(question: str, *, default: bool) -> bool:
    """Ask for yes or no; an empty answer is the default. Raises BackError when the answer is BACK."""
    answer = ask(f"{question} [{'Y/n' if default else 'y/N'}]", _undecided).casefold()
    return answer.startswith("y") if answer else default


def _undecided(answer: str) -> str:
    return "" if answer.casefold() in {"y", "yes", "n", "no"} else "answer y or n"


def choose(
    question: str,
    offered: Callable[[str], Mapping[str, str]],
    *,
    needed: bool,
    same: str = "",
) -> str:
    """Ask for one of many: words bring what is like them, a number chooses. Returns an id, NEW, or "" for none.

    `offered` gives the ids for words, the likest first, with what to show of each, and all of them for ALL; one alone
    is taken if it is meant. `same` is what SAME stands for, and an empty answer too where one is needed.
    """
    shown: list[str] = []
    known = f"{question} [{same}]" if needed and same else question
    while True:
        hint = f"words, or {NEW} for a new one" if not shown else f"number, words or {NEW}"
        answer = ask(f"{known} ({hint})", needed=needed and not same)
        if same and (answer == SAME or (needed and not answer)):
            return same
        if not answer or answer == NEW:
            return answer
        if answer.isdecimal() and shown:
            if 0 < int(answer) <= len(shown):
                return shown[int(answer) - 1]
            click.echo(f"  there are {len(shown)}")
            continue
        found = offered(answer)
        if answer in found:
            click.echo("  " + clean(f"= {answer}: {found[answer]}"))
            return answer
        shown = _listed(found, _MOST_LISTED if answer == ALL else _MOST_OFFERED)


def _listed(found: Mapping[str, str], most: int) -> list[str]:
    """Show what was found, numbered, and return the ids that were shown."""
    shown = list(found)[:most]
    for number, one in enumerate(shown, 1):
        click.echo("  " + clean(f"{number}. {found[one]} [{one}]"))
    if len(found) > len(shown):
        click.echo(f"  … and {len(found) - len(shown)} more: more words find fewer")
    if not shown:
        click.echo(f"  nothing like that; {NEW} makes a new one, {ALL} lists what there is")
    return shown


def numbered(words: str, those: Sequence[str]) -> str:
    """Return what a number stands for among those, else the words themselves."""
    if words.isdecimal() and len(words) < _LONGEST_NUMBER and 0 < int(words) <= len(those):
        return those[int(words) - 1]
    return words


def edtf_fault(words: str) -> str:
    """Return why words are no EDTF date, "" if they are one."""
    from timeline.dates.edtf import EdtfError, parse

    try:
        parse(words)
    except EdtfError as error:
        return f"not an EDTF date: {error}"
    return ""
