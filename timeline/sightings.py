"""Where a text shows a form of what is protected, and whether it counts there as a name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from timeline.letters import has_case, view, ways_of
from timeline.spellings import DATE_WORDS, LONG, ORDINARY, Form, describes, forms, ids, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.letters import View
    from timeline.veil import Protected

_INSIDE = 6
"""A spelling of so many letters is covered inside longer words too."""

_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[\s.,]*(?:of\s+)?$")
_DAY_AFTER = re.compile(r"[\s.,]*\d")
_SPLIT = re.compile(r"[^\s]|\n")


_WEIGHTS = {"whole": 0, "initials": 1, "id": 2, "kept": 3, "word": 4}
"""Which sort of form comes first, of those with the same letters: a name that stands, before one word of another."""


class Sighting(NamedTuple):
    """What is to be covered: from where to where, by what, and which sort of form it is."""

    start: int
    end: int
    cover: str
    sort: str


class Sightings:
    """Finds forms of what is protected; `kept` names stand although they share a word with one that is.

    Not all of them do: what only describes someone by such a word ("Vélez's sister") is covered in it, as is an id none
    of whose names stands by a shared word. `shared` are the names that do.
    """

    def __init__(
        self, protected: Iterable[Protected], kept: Iterable[str], anonymous: str, kept_ids: Mapping[str, Iterable[str]]
    ) -> None:
        self._anonymous = anonymous
        self._forms: dict[str, dict[Form, str | None]] = {}
        for one in protected:
            for spelling in one.spellings:
                self._add(forms(spelling, someone=one.by_parts), one.cover)
            for identifier in one.ids:
                self._add(ids(identifier), one.cover)
        self._lengths = self._by_beginning()
        found = {name: self._found(name, in_date=False) for name in kept}
        stands = [name for name, those in found.items() if not _tells(name, those) and not _describes(name, those)]
        self.shared = frozenset(name for name in stands if found[name])
        stands += [
            one
            for one, names in kept_ids.items()
            if not self.shared.isdisjoint(names) and not _tells(one, self._found(one, in_date=False))
        ]
        for name in stands:
            for key, form in standing(name):
                self._forms.setdefault(key, {})[form] = None
        self._forms = {key: dict(sorted(covers.items(), key=_by_weight)) for key, covers in self._forms.items()}
        self._lengths = self._by_beginning()

    def find(self, text: str, *, in_date: bool) -> Iterator[Sighting]:
        """Yield what is to be covered in a text, in order, none of it overlapping."""
        return _merged(self._found(text, in_date=in_date), self._anonymous)

    def _add(self, found: Iterable[tuple[str, Form]], cover: str) -> None:
        for key, form in found:
            covers = self._forms.setdefault(key, {})
            covers[form] = cover if covers.get(form, cover) == cover else self._anonymous

    def _by_beginning(self) -> dict[str, tuple[int, ...]]:
        """Return how long what begins with some letters may be, the longest first."""
        lengths: dict[str, set[int]] = {}
        for key in self._forms:
            lengths.setdefault(key[:LONG], set()).add(len(key))
        return {begun: tuple(sorted(found, reverse=True)) for begun, found in lengths.items()}

    def _found(self, text: str, *, in_date: bool) -> list[Sighting]:
        found = []
        for way in ways_of(text):
            seen = view(text, way)
            at, last = 0, len(seen.letters)
            while at < last:
                match = self._match(seen, at, in_date=in_date)
                if match is None:
                    at += 1
                    continue
                first, stop, cover, sort = match
                if cover is not None:
                    end = _with_marks(text, seen.ends[stop - 1])
                    found.append(Sighting(seen.starts[first], end, cover, sort))
                at = max(stop, at + 1)
        return sorted(found)

    def _match(self, seen: View, at: int, *, in_date: bool) -> tuple[int, int, str | None, str] | None:
        # What is shorter counts only where a word begins.
        for begun in range(LONG, 0, -1) if seen.breaks[at] else (LONG,):
            for length in self._lengths.get(seen.letters[at : at + begun], ()):
                for form, cover in self._forms.get(seen.letters[at : at + length], {}).items():
                    if at + length > len(seen.letters):
                        break
                    bounds = _bounds(seen, at, at + length, form, in_date=in_date)
                    if bounds:
                        return (*bounds, cover, form.sort)
        return None


def _tells(name: str, found: Iterable[Sighting]) -> bool:
    """Whether a name holds a whole spelling of what is covered."""
    return any(one.sort != "word" or one.end - one.start >= len(name) for one in found)


def _describes(name: str, found: Sequence[Sighting]) -> bool:
    return bool(found) and describes(name, [(one.start, one.end) for one in found])


def _by_weight(entry: tuple[Form, str | None]) -> int:
    return _WEIGHTS[entry[0].sort]


def _merged(found: Iterable[Sighting], anonymous: str) -> Iterator[Sighting]:
    """Yield what is to be covered, none of it overlapping; what two overlap in is covered without saying by which."""
    held: Sighting | None = None
    for one in found:
        if held is None or one[0] >= held[1]:
            if held:
                yield held
            held = one
        else:
            wider = one if one[1] - one[0] > held[1] - held[0] else held
            cover = wider[2] if one[3] == held[3] == "word" or wider[3] != "word" else anonymous
            held = Sighting(held[0], max(held[1], one[1]), cover, wider[3])
    if held:
        yield held


def _bounds(seen: View, at: int, stop: int, form: Form, *, in_date: bool) -> tuple[int, int] | None:
    """Return from which letter to which a form is to be covered, None where it does not count."""
    if not _is_one(seen, at, stop, form):
        return None
    last = len(seen.letters)
    begins = at == 0 or seen.breaks[at]
    end = stop
    while end < last and end - stop < form.ending and not seen.breaks[end]:
        end += 1
    ends = end == last or seen.breaks[end]
    if form.sort == "kept":
        return (at, end) if begins and ends else None
    if not (begins and ends):
        if (
            form.parted
            or stop - at < LONG
            or ((form.sort == "word" or stop - at < _INSIDE) and not _joined(seen, at, stop))
        ):
            return None
        while at and not seen.breaks[at]:
            at -= 1
        while end < last and not seen.breaks[end]:
            end += 1
        return at, end
    if form.sort == "initials":
        return (at, stop) if stop == end and _are_initials(seen, at, stop) else None
    return (at, end) if _counts(seen, (at, stop), form, in_date=in_date) else None


def _counts(seen: View, where: tuple[int, int], form: Form, *, in_date: bool) -> bool:
    """Whether words as written are a name: with a capital, or where ids stand, or no ordinary word."""
    at, stop = where
    key = seen.letters[at:stop]
    capital = seen.text[seen.starts[at]]
    several = bool(form.inner) and form.sort == "whole"
    if several and not (form.parted and key in ORDINARY):
        return True
    if key in DATE_WORDS and (in_date or _is_date(seen, at, stop)):
        return False
    written_as_name = capital.isupper() or (capital.isalpha() and not has_case(capital))
    if written_as_name and not (form.sort == "id" and (key in ORDINARY or len(key) < LONG)):
        return True
    if form.sort != "id" and stop - at >= LONG and key not in ORDINARY:
        return True
    return _joined(seen, at, stop, strictly=key in ORDINARY)


def _is_one(seen: View, at: int, stop: int, form: Form) -> bool:
    """Whether letters stand together as those of a form do: no gap within a word, unless it is split on purpose."""
    for place in range(at + 1, stop):
        if seen.gaps[place]:
            gap = seen.text[seen.ends[place - 1] : seen.starts[place]]
            if len(gap.strip()) > 3 or (place - at not in form.inner and not _SPLIT.search(gap)):  # noqa: PLR2004
                return False
    if form.sort == "kept":
        return True
    if form.parted:
        begun = sorted({0, *form.inner})
        initials = [one for one, after in zip(begun, [*begun[1:], stop - at], strict=True) if after - one == 1]
        apart = all(seen.breaks[at + inner] for inner in form.inner)
        if not apart or any(seen.text[seen.starts[at + one]].islower() for one in initials):
            return stop - at > LONG and _joined(seen, at, stop, strictly=True)
    return True


def _are_initials(seen: View, at: int, stop: int) -> bool:
    written = seen.text[seen.starts[at] : seen.ends[stop - 1] + 1]
    return re.fullmatch(r"(?:[^\W\d_]\.\s?)+", written) is not None and written.upper() == written


def _is_date(seen: View, at: int, stop: int) -> bool:
    before, after = seen.text[max(0, seen.starts[at] - 12) : seen.starts[at]], seen.ends[stop - 1]
    return bool(_DAY_BEFORE.search(before) or _DAY_AFTER.match(seen.text, after))


def _joined(seen: View, at: int, stop: int, *, strictly: bool = False) -> bool:
    """Whether something stands where ids do: alone, or in one with other words, as in `arrest-ana.txt`.

    `strictly`: and not as words in a sentence may ("case-by-case").
    """
    text, start, end = seen.text, seen.starts[at], seen.ends[stop - 1]
    while start and not text[start - 1].isspace() and seen.starts[at] - start < 256:  # noqa: PLR2004
        start -= 1
    while end < len(text) and not text[end].isspace() and end - seen.ends[stop - 1] < 256:  # noqa: PLR2004
        end += 1
    if start == 0 and end == len(text):
        return True
    before, after = text[start : seen.starts[at]], text[seen.ends[stop - 1] : end]
    if "`" in before or "`" in after:
        return True
    before, after = before.lstrip("([{\"'«“‘<"), after.rstrip(")]}\"'».,;:!?”’…>")
    around = f"{before} {after}"
    return bool(re.search(r"[\d@_\\=#%&]|\w[./]|[./]\w" if strictly else r"[\d@_\\=#%&+|~]|\w[-./:]|[-./:]\w", around))


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
