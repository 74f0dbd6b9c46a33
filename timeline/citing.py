"""What tells the documents of one publisher apart where they are cited: decided once, of all that a corpus has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.dates.text import date_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Source


def told_apart(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources, those that share a publisher with what tells each from the others; linear.

    That is its day of publication, as stated, or the id of one whose day is unknown or that of another of them too.
    Publishers that differ in case or spacing alone are one.
    """
    sources = tuple(sources)
    published = [(_folded(source.publisher), _stated(source)) for source in sources]
    of_publisher, of_day = Counter(publisher for publisher, _ in published), Counter(published)
    ids = {(publisher, source.id) for source, (publisher, _) in zip(sources, published, strict=True)}

    def which(source: Source, here: tuple[str, str]) -> str:
        if of_publisher[here[0]] == 1:
            return ""
        return here[1] if here[1] and of_day[here] == 1 and here not in ids else source.id

    return tuple(
        source._replace(told_apart=apart) if (apart := which(source, here)) else source
        for source, here in zip(sources, published, strict=True)
    )


def _folded(publisher: str) -> str:
    return " ".join(publisher.casefold().split())


def _stated(source: Source) -> str:
    """Return when a source was published, in words, "" where that is unknown."""
    found = source.published
    return "" if found is None or found.sound.is_unknown else date_text(found.edtf, found.reading, found.sound)
