"""Where a text mentions the people and places of a corpus, by any of their spellings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Timeline

_WORD = re.compile(r"[^\W_]+")
_EVENED = str.maketrans("’ʼ‐‑\xa0", "''-- ")
"""Apostrophes, hyphens and spaces are written in many ways, a character each."""


class Mention(NamedTuple):
    """A name in a text: where it stands, "person" or "place", and the ids of all whose it may be."""

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]


class Gazetteer:
    """The names of a corpus, to be found in texts."""

    def __init__(self, timeline: Timeline) -> None:
        named: dict[tuple[str, str], list[str]] = {}
        for kind, ones in (("person", timeline.people), ("place", timeline.places)):
            for one in ones:
                for name in dict.fromkeys((one.name, *one.also)):
                    spelled = " ".join(name.translate(_EVENED).split())
                    if _WORD.search(spelled):
                        ids = named.setdefault((spelled, kind), [])
                        ids += [one.id] if one.id not in ids else []
        self._by_word: dict[str, list[tuple[str, int, str, tuple[str, ...]]]] = {}
        for (name, kind), ids in sorted(named.items(), key=lambda entry: (-len(entry[0][0]), entry[0])):
            first = _WORD.search(name)
            if first:
                self._by_word.setdefault(first[0], []).append((name, first.start(), kind, tuple(ids)))

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the names in a text, in order, the longest from each place, none within another.

        A name stands as a word, in the case that it is written in; a possessive ending may follow it.
        """
        evened = text.translate(_EVENED)
        over = 0
        for word in _WORD.finditer(evened):
            for name, before, kind, ids in self._by_word.get(word[0], ()):
                start = word.start() - before
                end = start + len(name)
                if start >= over and evened.startswith(name, start) and _is_whole(evened, start, end):
                    yield Mention(start, end, kind, ids)
                    over = end
                    break


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is words, not the inside of others."""
    begins, ends = text[start].isalnum(), text[end - 1].isalnum()
    return not (begins and start and text[start - 1].isalnum()) and not (ends and text[end : end + 1].isalnum())
