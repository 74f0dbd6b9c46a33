"""Finding what a reader means by a name: ids, names and spellings, accents and case aside."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_MOST_NAMED = 5
_UNDIVIDED = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode does not divide into a letter and a mark, but that are typed so for want of a key."""


def fold(text: str) -> str:
    """Fold a text for comparison: case, accents, and whatever is neither letter nor digit are set aside."""
    if text.isascii():
        return " ".join(re.findall("[a-z0-9]+", text.lower()))
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_UNDIVIDED)
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def look_up(
    what: str, asked: Iterable[str], named: Mapping[str, Iterable[str]]
) -> tuple[frozenset[str], list[Problem]]:
    """Return the ids that the asked words stand for, and a problem for each that stands for none or for several.

    `named` gives the names of each id. Words match an id or a name as a whole; else, if that leaves just one id,
    words out of a name ("Aqan" for "Qaisha Aqan"). `what` is the word for one of them ("person").
    """
    spellings: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for identifier, names in named.items():
        for name in (identifier, *names):
            spellings.setdefault(fold(name), set()).add(identifier)
            shown.setdefault(fold(name), name)
    found: set[str] = set()
    problems = []
    for words in asked:
        near = spellings.get(fold(words)) or _by_part(fold(words), spellings)
        if len(near) == 1 or fold(words) in spellings:
            found |= near
        elif near:
            message = f"`{words}` may be any of {', '.join(f'`{one}`' for one in sorted(near))}; name one"
            problems.append(Problem(f"ambiguous-{what}", message))
        else:
            hint = did_you_mean(fold(words), shown, shown=shown)
            if not hint and len(named) <= 12:  # noqa: PLR2004
                hint = f"; there are {', '.join(sorted(named))}"
            problems.append(Problem(f"unknown-{what}", f"no {what} `{words}` in this corpus{hint}"))
    return frozenset(found), problems


def _by_part(folded: str, spellings: Mapping[str, set[str]]) -> set[str]:
    words = set(folded.split())
    return {one for spelling, ids in spellings.items() if words and words <= set(spelling.split()) for one in ids}


def place_named(events: Sequence[tuple[str, str]], words: str) -> int | Problem:
    """Return where the event stands with this id, or whose title alone holds these words, among ids and titles.

    Case and accents are set aside. A problem says which are near.
    """
    folded = fold(words)
    for place, (identifier, _) in enumerate(events):
        if folded and fold(identifier) == folded:
            return place
    holding = [place for place, (_, title) in enumerate(events) if folded and folded in fold(title)]
    if len(holding) == 1:
        return holding[0]
    if holding:
        named = ", ".join(f"`{events[place][0]}`" for place in holding[:_MOST_NAMED])
        more = f" and {len(holding) - _MOST_NAMED} more" if len(holding) > _MOST_NAMED else ""
        message = f"{len(holding)} events have `{clean(words)}` in their titles: {named}{more}; name one by its id"
        return Problem("ambiguous-event", message)
    ids = [identifier for identifier, _ in events]
    inside = [f"`{identifier}`" for identifier in ids if folded and folded in fold(identifier)]
    near = did_you_mean(folded, ids) or (f"; is it one of {', '.join(inside[:_MOST_NAMED])}?" if inside else "")
    return Problem("unknown-event", f"no event `{clean(words)}`{near or '; `timeline show --format plain` lists ids'}")
