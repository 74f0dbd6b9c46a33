"""What the page says of each event, in the words of every other output, as values that the templates lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.account import claim_told, dates_told
from timeline.chronology import (
    DENIED,
    INFERRED,
    LEGEND,
    OPEN,
    PLANNED,
    POSSIBLE,
    SETTLED,
    TENSION,
    UNORDERED,
    Row,
    open_first,
    rows,
    sign,
    state,
)
from timeline.clean import clean
from timeline.dates.span import date_of
from timeline.entries import listing_of
from timeline.export.page.choices import safe
from timeline.export.page.reasons import Argued, Reasons
from timeline.names import Names, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.export.page.choices import Choices
    from timeline.model import Claim, Conflict, Event, Selection

_FEW = 3
_KINDS = {
    OPEN: "open",
    TENSION: "tension",
    SETTLED: "settled",
    POSSIBLE: "possible",
    DENIED: "denied",
    PLANNED: "planned",
    INFERRED: "inferred",
}
_STYLED = {"open", "tension", "possible", "denied"}
_APART = {"Says", "Quote", "Document", "Claim", "Note"}
"""What a claim says that stands in a place of its own."""


class Cited(NamedTuple):
    """A document by its number, and the paragraphs that tell of an event."""

    number: int
    paragraphs: str


class Sign(NamedTuple):
    """A mark of an event: its sign with its word, and the kind that styles it."""

    kind: str
    sign: str
    words: str

    @property
    def is_styled(self) -> bool:
        """Whether it looks other than the rest of the line."""
        return self.kind in _STYLED


class Telling(NamedTuple):
    """A claim: where it stands, and all that it says as labels, each with its texts."""

    source: int
    citation: str
    denies: bool
    says: str
    quote: str
    note: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


class Differing(NamedTuple):
    """A conflict: how it stands, and its sentence without the title of its event, or the event that it is told at."""

    kind: str
    sign: str
    state: str
    message: str
    elsewhere: tuple[str, str] = ("", "")


Years: TypeAlias = list[int | list[int | None] | None]
"""The years of the four bounds of each date of which one holds; just the year where it is the same in all four."""


class Filters(NamedTuple):
    """What the page finds an event by: numbers of choices or of names, years, and words that are not in its text."""

    who: list[int]
    voices: list[int]
    where: list[int]
    theme: int
    years: Years
    words: str


class Entry(NamedTuple):
    """An event as the page has it."""

    anchor: str
    id: str
    title: str
    when: str
    unordered: bool
    signs: tuple[Sign, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    voices: str
    denied: str
    cited: tuple[Cited, ...]
    summary: str
    kind: str
    note: str
    dates: tuple[tuple[str, tuple[str, ...]], ...]
    argued: tuple[Argued, ...]
    claims: tuple[Telling, ...]
    conflicts: tuple[Differing, ...]
    filters: Filters


class Views:
    """Makes the entries of a selection."""

    def __init__(self, selection: Selection, choices: Choices) -> None:
        timeline = selection.timeline
        self._choices = choices
        self.names = Names(timeline)
        listing = listing_of(selection)
        self._rows = dict(zip((one.id for one in listing.entries), rows(listing), strict=True))
        self._titles = {event.id: event.title for event in timeline.events}
        self._conflicts = {conflict.id: conflict for conflict in timeline.conflicts}
        self._kinds = {kind.id: kind.title for kind in timeline.kinds}
        self._numbers = {source.id: number for number, source in enumerate(timeline.sources, 1)}
        self.reasons = Reasons(timeline, self.names, self._numbers)

    def entry(self, event: Event) -> Entry:
        """Return all that the page says of an event."""
        row = self._rows[event.id]
        conflicts = open_first(self._touching(event))
        kind = self._kinds.get(event.kind, event.kind)
        return Entry(
            anchor=safe(event.id),
            id=event.id,
            title=event.title,
            when=row.when,
            unordered=UNORDERED in row.signs,
            signs=tuple(_signs(row)),
            people=tuple(row.people),
            places=tuple(self.names.places(event.places)),
            voices=self._voices(event),
            denied=self._voiced([claim for claim in event.claims if claim.denies]),
            cited=tuple(self._cited(event)),
            summary=f"{counted(len(event.claims), 'claim')} in {counted(event.sources, 'document')}, "
            f"{counted(event.origins, 'independent origin')}",
            kind=f"{kind} (theme: {event.theme})" if event.theme else kind,
            note=event.note,
            dates=() if event.is_inferred else tuple(_gathered(dates_told(event, self.names))),
            argued=tuple(self.reasons.argued(event.bounds, event.id)),
            claims=tuple(self._telling(claim, event) for claim in event.claims),
            conflicts=tuple(self._differing(one, event) for one in conflicts),
            filters=self._filters(event),
        )

    def state(self, event: Event) -> tuple[str, str]:
        """Return the kind and the sign of the gravest conflict of an event, or nothing."""
        conflicts = open_first(self._touching(event))
        return (_KINDS[sign(conflicts[0])], sign(conflicts[0])) if conflicts else ("", "")

    def _touching(self, event: Event) -> list[Conflict]:
        return [self._conflicts[one] for one in event.conflicts if one in self._conflicts]

    def _differing(self, conflict: Conflict, event: Event) -> Differing:
        """Return a conflict as it is told at an event; one of two that belong side by side, in full at the first."""
        told = Differing(_KINDS[sign(conflict)], sign(conflict), state(conflict), _without(event.title, conflict))
        if not conflict.is_tension:
            return told
        first = next((one for one in self._titles if one in conflict.events), event.id)
        return told if first == event.id else told._replace(elsewhere=(safe(first), self._titles[first]))

    def _voices(self, event: Event) -> str:
        """Return who asserts an event: by name where it is one or a few, and one voice alone with its hedges."""
        asserting = [claim for claim in event.claims if not claim.denies]
        origins = list(dict.fromkeys(claim.origin for claim in asserting))
        if not origins:
            return "Asserted by no account."
        if len(origins) == 1:
            return f"According to {self._voiced(asserting)} alone."
        if len(origins) <= _FEW:
            return f"According to {_listed([self.names.origin(origin) for origin in origins])}."
        return f"According to {len(origins)} independent origins."

    def _voiced(self, claims: Iterable[Claim]) -> str:
        """Return the origins of claims by name, each with its hedges."""
        hedges: dict[str, dict[str, None]] = {}
        for claim in claims:
            hedges.setdefault(claim.origin, {}).update({claim.certainty: None} if claim.certainty else {})
        return _listed(
            [
                self.names.origin(origin) + (f" ({', '.join(f'“{hedge}”' for hedge in said)})" if said else "")
                for origin, said in hedges.items()
            ]
        )

    def _cited(self, event: Event) -> Iterator[Cited]:
        paragraphs: dict[str, set[int]] = {}
        for claim in event.claims:
            paragraphs.setdefault(claim.source, set()).add(claim.paragraph)
        for source, numbers in paragraphs.items():
            told = ", ".join(map(str, sorted(numbers)))
            yield Cited(self._numbers.get(source, 0), told)

    def _telling(self, claim: Claim, event: Event) -> Telling:
        messages = " ".join(conflict.message for conflict in self._touching(event))
        reasons = {f"{one.claim}: {one.reason}" for one in claim.contradicts if one.reason.rstrip(".") in messages}
        told = [line for line in claim_told(claim, self.names, self._titles) if line[1] not in reasons]
        apart = _APART | ({"People"} if claim.people == event.people else set())
        return Telling(
            source=self._numbers.get(claim.source, 0),
            citation=self.names.citation(claim),
            denies=claim.denies,
            says=claim.says,
            quote=claim.quote,
            note=claim.note,
            lines=tuple(_gathered((label, text) for label, text in told if text and label not in apart)),
        )

    def _filters(self, event: Event) -> Filters:
        choices = self._choices
        return Filters(
            who=_numbers(choices.people, event.people),
            voices=_numbers(choices.people, (claim.according_to or "" for claim in event.claims)),
            where=_numbers(choices.places, event.places),
            theme=choices.themes.get(event.theme, -1),
            years=_years(event),
            words=clean(" | ".join(dict.fromkeys(_words(event)))),
        )


def _years(event: Event) -> Years:
    found: Years = []
    for piece in event.date.sound.pieces:
        years = [None if day is None else date_of(day)[0] for day in piece]
        found.append(years[0] if len(set(years)) == 1 else years)
    return found


def _numbers(numbers: Mapping[str, int], identifiers: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(numbers[one] for one in identifiers if one in numbers))


def _words(event: Event) -> Iterator[str]:
    """Yield the texts that a search looks into beside those that stand on the page by themselves, and names."""
    for claim in event.claims:
        told = (claim.certainty, claim.date.stated, claim.lasts)
        yield from (text for text in (*told, *(fact.text for fact in claim.facts)) if text)


def _without(title: str, conflict: Conflict) -> str:
    """Return the sentence of a conflict without the title of an event, above which it would stand once more."""
    for joint in (": ", "; "):
        if conflict.message.startswith(title + joint):
            return conflict.message.removeprefix(title + joint)
    others, own, rest = conflict.message.partition(f"; {title}: ")
    return f"{others}: {rest}" if own else conflict.message


def _signs(row: Row) -> Iterator[Sign]:
    """Yield the signs of a row with their words; what its order is, is shown apart."""
    for one, kind in _KINDS.items():
        if one in row.signs:
            yield Sign(kind, one, LEGEND[one].partition(", see ")[0])


def _gathered(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each label with the texts that stand under it: those without a label of their own go with the last."""
    label, texts = "", list[str]()
    for own, text in lines:
        if own and own != label and texts:
            yield label, tuple(texts)
            texts = []
        label, texts = own or label, [*texts, text]
    if texts:
        yield label, tuple(texts)


def _listed(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + f" and {texts[-1]}" if texts else ""
