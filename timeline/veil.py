"""A veil over texts: every spelling of what is to be protected is replaced by a word that says only that it was.

It errs to the side of covering too much. Case, accents, what stands between letters and takes no room, the alphabet
and letters that only look alike are set aside, as are the escapes of addresses and of HTML; a word that begins with a
part of a person's name is covered with its ending ("Vélez", "Velez's", "Велеса"); a longer word that holds a whole
spelling is covered as a whole. But an ordinary word ("rose", "case") in small letters stays in a sentence, and a month
stays where a day or a year is beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Protected(NamedTuple):
    """What is covered: its spellings as a whole, whether their single words are covered too, and its ids."""

    cover: str
    spellings: tuple[str, ...]
    by_parts: bool = False
    ids: tuple[str, ...] = ()


class Veil:
    """Covers what is protected in texts. `kept` are names that stand although they share a word with one covered.

    So do ids, given with the names of whoever bears them in `kept_ids`, where such a name does.
    `records` says where that stands which is covered as a whole: the keys that lead there, of a record with its file.
    A `blind` veil covers all, for it is not known what is to be covered.
    """

    records: frozenset[tuple[str, tuple[str | int, ...]]] = frozenset()

    def __init__(
        self,
        protected: Iterable[Protected] = (),
        kept: Iterable[str] = (),
        anonymous: str = "",
        kept_ids: Mapping[str, Iterable[str]] | None = None,
        *,
        blind: bool = False,
    ) -> None:
        self.blind = blind
        self._sightings = None
        if protected := [one for one in protected if any((*one.spellings, *one.ids))]:
            from timeline.sightings import Sightings

            self._sightings = Sightings(protected, kept, anonymous, kept_ids or {})

    def __bool__(self) -> bool:
        """Whether there is anything to protect."""
        return self.blind or self._sightings is not None

    @property
    def shared(self) -> frozenset[str]:
        """The names that stand although they share a word with one that is covered."""
        return self._sightings.shared if self._sightings else frozenset()

    def text(self, text: str) -> str:
        """Return a text with every spelling covered, and every part of a person's name."""
        return self._covered(text, in_date=False)

    def date(self, text: str) -> str:
        """Return a text that states a date, covered as others are, but that May is a month before it is a name."""
        return self._covered(text, in_date=True)

    def _covered(self, text: str, *, in_date: bool) -> str:
        if self.blind and text:
            return "[withheld]"
        if not text or self._sightings is None:
            return text
        pieces: list[str] = []
        done, last_cover = 0, ""
        for start, end, cover, _ in self._sightings.find(text, in_date=in_date):
            between = text[done:start]
            if cover != last_cover or between.strip():  # two words of one name need one cover
                pieces += (between, cover)
            done, last_cover = end, cover
        return "".join((*pieces, text[done:]))


NO_VEIL = Veil()
"""Covers nothing."""


class Withheld(NamedTuple):
    """How much is kept back to protect someone: of each section, how many declarations or records."""

    people: int = 0
    sources: int = 0
    events: int = 0
    records: int = 0


NOTHING_WITHHELD = Withheld()
