"""Ids for what a table names without one: made of its words, so that they can be read, and each but once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_LONGEST = 60
_ID = re.compile(r"[\w.-]{1,200}")


def slug(text: str) -> str:
    """Return the words of a text as an id, or "" if it has none: "Ana Vélez is freed!" gives `ana-velez-is-freed`."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    composed = unicodedata.normalize("NFC", plain).casefold()
    words = "".join(one if one.isalnum() else " " for one in composed).split()
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > _LONGEST:
            break
        made = f"{made}-{word}" if made else word[:_LONGEST]
    return made


def unused(identifier: str, used: Container[str]) -> str:
    """Return an id that is not used yet: the one given, or it with the next number."""
    if identifier not in used:
        return identifier
    number = 2
    while f"{identifier}-{number}" in used:
        number += 1
    return f"{identifier}-{number}"


def is_id(text: str) -> bool:
    """Whether a text can stand as an id: letters, digits, `-`, `_` and `.`, at most 200."""
    return _ID.fullmatch(text) is not None
