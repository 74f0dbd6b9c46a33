"""What a fault in the data may have kept from being marked: doubt counts for the person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.load import Corpus

_NEAR = 0.75
"""So alike must a key be to `withhold` to be taken for it: `witheld` is, `within` is not."""

_FALSE = frozenset(("false", "no", "off", "n", "f", "0"))
_NO_NAMES = frozenset(
    ("type", "role", "note", "kind", "within", "instant", "published", "publisher", "language", "sha256")
)
_MARK = re.compile(rb"wit?h{1,2}[-_ ]?h?[eo]+l?d", re.IGNORECASE)


class Doubtful(NamedTuple):
    """A value that cannot be used and asks to be withheld: in which section, by which id, and the value."""

    section: str
    id: str
    value: Mapping[str, object]

    @property
    def is_record(self) -> bool:
        """Whether it was to be a record."""
        return self.section == "records" or {"event", "source"} <= self.value.keys()

    def names(self) -> tuple[str, ...]:
        """Return what may be its names: every text that is not something else."""
        told = (value for key, value in self.value.items() if key not in _NO_NAMES and not _is_mark(key))
        return tuple(one for value in told for one in texts(value))


def doubtful(corpus: Corpus) -> list[Doubtful]:
    """Return the values that cannot be used and ask to be withheld."""
    found = [one for section, key, value in corpus.unusable for one in _asking(section, key, value)]
    return [*found, *(Doubtful("records", "", value) for value, _ in corpus.faulty if asks_for_it(value))]


def is_blind(corpus: Corpus) -> bool:
    """Whether a file that could not be read has marks: nobody knows then who is to be protected."""
    return any(_MARK.search(content.replace(b"\0", b"")) for content in corpus.unread)


def asks_for_it(value: object) -> bool:
    """Whether a value that is not valid may be one that was to be withheld, by a key anywhere in it."""
    if isinstance(value, dict):
        return any(
            (_is_mark(key) and not (isinstance(said, str) and said.lower() in _FALSE)) or asks_for_it(said)
            for key, said in value.items()
        )
    return isinstance(value, list) and any(map(asks_for_it, value))


def texts(value: object) -> Iterator[str]:
    """Yield every text in a value, of lists and mappings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


def _asking(section: str, identifier: str, value: object) -> Iterator[Doubtful]:
    if isinstance(value, list):
        for one in value:
            yield from _asking(section, identifier, one)
    elif isinstance(value, dict):
        if identifier or any(_is_mark(key) for key in value):
            if asks_for_it(value):
                yield Doubtful(section, identifier, value)
        else:
            for key, one in value.items():
                yield from _asking(section, key, one)


def _is_mark(key: str) -> bool:
    import difflib

    return len(key) < 20 and difflib.SequenceMatcher(None, key.lower(), "withhold").ratio() >= _NEAR  # noqa: PLR2004
