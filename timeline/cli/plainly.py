"""Command lines that are plain: flags as they are declared, each with its value as the next word.

To import click takes longer than to show a corpus from the cache, and a command line like `show --year 2019` leaves it
nothing to decide. So such a one is read here, and any other, with whatever may be wrong, unusual or asked for in it, is
left to click: nothing is refused here, and nothing guessed. A test holds that what is read is what click reads.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.cli.declared import Option

_DIGITS = 9


def plainly(words: Sequence[str], options: Iterable[Option]) -> dict[str, Any] | None:
    """Return the values of all options by their names, None where the words are not for this to read."""
    declared = {option.flag: option for option in options}
    values: dict[str, Any] = {
        option.name: () if option.repeatable else option.default if option.takes_value else False
        for option in declared.values()
    }
    rest = iter(words)
    for word in rest:
        option = declared.get(word)
        if option is None:
            return None
        value = _value(option, next(rest, "")) if option.takes_value else True
        if value is None:
            return None
        values[option.name] = (*values[option.name], value) if option.repeatable else value
    return values


def _value(option: Option, word: str) -> Any:
    """Return the value of an option, None where there may be something about it to tell or to decide."""
    if not word or word.startswith("-"):
        return None
    if option.choices:
        return word if word in option.choices else None
    if option.kind == "number":
        return int(word) or None if word.isdecimal() and len(word) <= _DIGITS else None
    if option.kind == "path":
        from pathlib import Path

        return Path(word) if os.access(word, os.R_OK) else None
    return word
