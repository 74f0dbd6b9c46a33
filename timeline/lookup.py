"""Finding what a reader means by a name: ids, names and spellings, accents and case aside."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

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


class Spellings(NamedTuple):
    """The names of some people, places or the like, folded, each once: as it was written, and the ids of who bears it.

    Ids are names, too. `ids` are all of them.
    """

    ids: Sequence[str]
    folded: Sequence[str]
    shown: Sequence[str]
    bearers: Sequence[Sequence[str]]


def spellings(named: Mapping[str, Iterable[str]]) -> Spellings:
    """Return the spellings of what has these names, by id."""
    shown: dict[str, str] = {}
    bearers: dict[str, dict[str, None]] = {}
    for identifier, names in named.items():
        for name in (identifier, *names):
            folded = fold(name)
            shown.setdefault(folded, name)
            bearers.setdefault(folded, {})[identifier] = None
    return Spellings(list(named), list(shown), list(shown.values()), list(map(list, bearers.values())))


def look_up(what: str, asked: Iterable[str], named: Spellings) -> tuple[frozenset[str], list[Problem]]:
    """Return the ids that the asked words stand for, and a problem for each that stands for none or for several.

    Words match an id or a name as a whole; else, if that leaves just one id, words out of a name ("Aqan" for "Qaisha
    Aqan"). `what` is the word for one of them ("person").
    """
    found: set[str] = set()
    problems = []
    for words in asked:
        folded = fold(words)
        is_whole = folded in named.folded
        near = set(named.bearers[named.folded.index(folded)]) if is_whole else _by_part(folded, named)
        if is_whole or len(near) == 1:
            found |= near
        elif near:
            message = f"`{words}` may be any of {_listed(sorted(near))}; name one"
            problems.append(Problem(f"ambiguous-{what}", message))
        else:
            hint = did_you_mean(folded, named.folded, named.shown)
            if not hint and len(named.ids) <= 12:  # noqa: PLR2004
                hint = f"; there are {', '.join(sorted(named.ids))}"
            problems.append(Problem(f"unknown-{what}", f"no {what} `{words}` in this corpus{hint}"))
    return frozenset(found), problems


def _by_part(folded: str, named: Spellings) -> set[str]:
    words = set(folded.split())
    # To look for one word in each spelling is quicker than to divide all of them.
    longest = max(words, key=len, default="")
    near = [at for at, spelling in enumerate(named.folded) if longest in spelling] if words else []
    return {one for at in near if words <= set(named.folded[at].split()) for one in named.bearers[at]}


class Titles:
    """The ids and titles of events, by their place in the chronology."""

    def __init__(self, titled: Iterable[tuple[str, str]]) -> None:
        self._titled = list(titled)

    @property
    def ids(self) -> Sequence[str]:
        """The ids, as they are."""
        return [identifier for identifier, _ in self._titled]

    def with_id(self, folded: str) -> list[int]:
        """Return where events stand whose ids, folded, are this."""
        return [place for place, (identifier, _) in enumerate(self._titled) if fold(identifier) == folded]

    def holding(self, folded: str) -> list[int]:
        """Return where events stand whose titles, folded, hold this."""
        return [place for place, (_, title) in enumerate(self._titled) if folded in fold(title)]


def places_named(events: Titles, words: str) -> list[int]:
    """Return where the event stands with this id, else where those stand whose titles hold these words.

    Case and accents are set aside. Only one place is a name; of others `not_one_event` says what is wrong.
    """
    folded = fold(words)
    return (events.with_id(folded)[:1] or events.holding(folded)) if folded else []


def not_one_event(events: Titles, words: str, places: Sequence[int]) -> Problem:
    """Return the problem that words name no event, or several, and which ones are near."""
    ids = events.ids
    if places:
        message = (
            f"{len(places)} events have `{clean(words)}` in their titles: "
            f"{_listed([ids[place] for place in places])}; name one by its id"
        )
        return Problem("ambiguous-event", message)
    folded = fold(words)
    inside = [one for one in ids if folded in fold(one)] if folded else []
    near = did_you_mean(folded, ids) or (f"; is it one of {_listed(inside)}?" if inside else "")
    return Problem("unknown-event", f"no event `{clean(words)}`{near or '; `timeline show --format plain` lists ids'}")


def id_named(ids: Iterable[str], words: str) -> str | None:
    """Return the id that the words are, case and accents set aside."""
    folded = fold(words)
    return next((one for one in ids if folded and fold(one) == folded), None)


def _listed(ids: Sequence[str]) -> str:
    """Return the first of some ids, and how many more there are."""
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return ", ".join(f"`{one}`" for one in ids[:_MOST_NAMED]) + more
