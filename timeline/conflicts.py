"""Claims that cannot all be true: found by dates, times of day, places, facts and denials, or named by a curator.

A finder is a plain function from an event to conflicts; `FINDERS` lists them. None smooths anything over: a
conflict that a curator settled, by ranking a claim and giving the reason, is found all the same and marked so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.ancestry import ancestry
from timeline.clocks import day_told, told_of
from timeline.dates.clock import clock_text
from timeline.dates.text import date_text
from timeline.facts import agree, folded_name
from timeline.model import Conflict
from timeline.problems import Problem, did_you_mean
from timeline.rivals import may_date, own, undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.model import Claim, Event, Fact
    from timeline.names import Names

_Sides = list[tuple[str, list["Claim"]]]
"""Rival values, each with the claims that give it."""


def find(events: Sequence[Event], names: Names) -> tuple[tuple[Conflict, ...], list[Problem]]:
    """Return every conflict, event by event, and the problems met in curated contradictions."""
    rivalled = [event for event in events if len(event.claims) > 1]  # one claim has nothing to contradict
    found = [conflict for event in rivalled for finder in FINDERS for conflict in finder(event, names)]
    curated, problems = _curated(events, names)
    return (*found, *curated), problems


def date_conflicts(event: Event, names: Names) -> Sequence[Conflict]:
    """Claims whose spans do not meet."""
    if len(event.windows) == 1:
        return ()
    claims = {claim.id: claim for claim in event.claims}
    sides = [
        (date_text(window.edtf, window.reading, window.sound), [claims[one] for one in own(window)])
        for window in event.windows
    ]
    fits = undecided(event)
    fitting = [claims[one] for one in fits]
    which = "either" if len(sides) == 2 else "several of these"  # noqa: PLR2004 - two to choose from
    either = f"; fits {which}: {cite(fitting, names)}" if fitting else ""

    def agree_now(standing: Sequence[Claim]) -> bool:
        decided = [claim for claim in standing if claim.id not in fits]
        return any(all(claim in side for claim in decided) for _, side in sides)

    message = f"{_differ(event, 'when', sides, names).removesuffix('.')}{either}."
    return (_conflict(f"date/{event.id}", message, [*sides, ("", fitting)], agree_now),)


def time_conflicts(event: Event, names: Names) -> Sequence[Conflict]:
    """Claims that put an event at different times of one day, by more than whoever tells a time rounds it."""
    day = day_told(event)
    if day is None:
        return ()
    told = {one.claim.id: one for one in told_of(may_date(event.claims), day)}

    def meet(one: Claim, other: Claim) -> bool:
        return told[one.id].clock.meets(told[other.id].clock)

    def value(claim: Claim) -> str:
        return clock_text(claim.date.start.clock) if claim.date.start else ""

    sides = _sides([claim for claim in event.claims if claim.id in told], meet, value)
    if not sides:
        return ()
    message = _differ(event, "the time of day", sides, names)
    return (_conflict(f"time/{event.id}", message, sides, lambda standing: not _sides(standing, meet, value)),)


def place_conflicts(event: Event, names: Names) -> Sequence[Conflict]:
    """Claims that put one event in two places, neither of which lies in the other."""
    if len({claim.place for claim in event.claims}) == 1:
        return ()
    placed = [claim for claim in event.claims if claim.place and not claim.denies]
    places = {claim.place or "" for claim in placed}
    if len(places) < 2:  # noqa: PLR2004 - two to differ
        return ()
    above = _above(places, names)
    around = {place: ancestry(place, above) for place in places}

    def meet(one: Claim, other: Claim) -> bool:
        place, rival = one.place or "", other.place or ""
        return place in around[rival] or rival in around[place]

    def name(claim: Claim) -> str:
        return names.place(claim.place or "")

    sides = _sides(placed, meet, name)
    if not sides:
        return ()
    message = _differ(event, "where", sides, names)
    return (_conflict(f"place/{event.id}", message, sides, lambda standing: not _sides(standing, meet, name)),)


def _above(places: Iterable[str], names: Names) -> dict[str, str | None]:
    """Return what these places lie in, what those lie in, and so on."""
    above: dict[str, str | None] = {}
    for place in places:
        here: str | None = place
        while here is not None and here not in above:
            above[here] = names.within(here)
            here = above[here]
    return above


def fact_conflicts(event: Event, names: Names) -> Sequence[Conflict]:
    """Claims that give facts of one name which cannot both hold, however the name is spelt."""
    telling = [claim for claim in event.claims if claim.facts and not claim.denies]
    if len(telling) < 2:  # noqa: PLR2004 - two to differ
        return ()
    apart = {name for claim in telling for name in _spelt_twice(claim)}
    by_name: dict[str, dict[str, Fact]] = {}
    for claim in telling:
        for fact in claim.facts:
            folded = folded_name(fact.name)
            by_name.setdefault(fact.name if folded in apart else folded, {})[claim.id] = fact
    return [
        conflict
        for facts in by_name.values()
        if len(set(facts.values())) > 1
        for conflict in _fact_conflict(event, next(iter(facts.values())).name, facts, names)
    ]


def _spelt_twice(claim: Claim) -> Iterator[str]:
    """Yield the names that a claim spells in two ways: it then tells two facts by them, and neither may be lost."""
    told = [folded_name(fact.name) for fact in claim.facts]
    return (name for name in set(told) if told.count(name) > 1)


def _fact_conflict(event: Event, name: str, facts: dict[str, Fact], names: Names) -> Iterator[Conflict]:
    def meet(one: Claim, other: Claim) -> bool:
        return agree(facts[one.id], facts[other.id])

    def value(claim: Claim) -> str:
        return facts[claim.id].text

    sides = _sides([claim for claim in event.claims if claim.id in facts], meet, value)
    if sides:
        message = _differ(event, name.replace("-", " ").replace("_", " "), sides, names)
        yield _conflict(f"fact/{event.id}/{name}", message, sides, lambda standing: not _sides(standing, meet, value))


def denials(event: Event, names: Names) -> Sequence[Conflict]:
    """Claims that an event happened, and claims that it did not."""
    if len({claim.stance for claim in event.claims}) == 1:
        return ()
    denied = [claim for claim in event.claims if claim.denies]
    sides = [("asserted", [claim for claim in event.claims if not claim.denies]), ("denied", denied)]
    message = f"{event.title}: denied by some of the accounts: {_told(sides, names)}."

    def agree_now(standing: Sequence[Claim]) -> bool:
        return len({claim.denies for claim in standing}) == 1

    return (_conflict(f"denial/{event.id}", message, sides, agree_now),)


FINDERS: tuple[Callable[[Event, Names], Sequence[Conflict]], ...] = (
    date_conflicts,
    time_conflicts,
    place_conflicts,
    fact_conflicts,
    denials,
)


def _curated(events: Sequence[Event], names: Names) -> tuple[list[Conflict], list[Problem]]:
    """The contradictions that curators named, each pair once, however often it is named."""
    if not any(claim.contradicts for event in events for claim in event.claims):
        return [], []
    claims = {claim.id: claim for event in events for claim in event.claims}
    titles = {event.id: event.title for event in events}
    conflicts: dict[frozenset[str], Conflict] = {}
    problems = []
    for claim in claims.values():
        for index, named in enumerate(claim.contradicts):
            other = claims.get(named.claim)
            pair = frozenset((claim.id, named.claim))
            if other is None or other is claim:
                near = did_you_mean(named.claim, claims)
                what = f"no claim `{named.claim}`{near or '; a claim is event/source/paragraph'}"
                message = "a claim cannot contradict itself" if other else what
                problems.append(Problem("unknown-claim", message, claim.pointer.down("contradicts", index, "claim")))
            elif pair not in conflicts:
                settled = _settled((claim, other), lambda rest: len(rest) == 1)
                about = tuple(dict.fromkeys((claim.event, other.event)))
                heads = "; ".join(titles[event] for event in about)
                reason = named.reason.rstrip(".")
                message = f"{heads}: {reason} ({cite((claim, other), names)}).{settled}"
                kind = "tension" if named.tension else "contradiction"
                identifier = f"{kind}/{claim.id}+{other.id}"
                conflicts[pair] = Conflict(identifier, kind, about, (claim.id, other.id), message, bool(settled))
    return list(conflicts.values()), problems


def cite(claims: Sequence[Claim], names: Names) -> str:
    """Return who says so, where, and with what hedge: "Ana Vélez in Herald (“perhaps”), paragraphs 4 and 7"."""
    places: dict[str, list[int]] = {}
    for claim in claims:
        voice = f"{names.voice(claim)} in " if claim.according_to else ""
        hedge = f" (“{claim.certainty}”)" if claim.certainty else ""
        places.setdefault(f"{voice}{names.document(claim.source)}{hedge}", []).append(claim.paragraph)
    return "; ".join(f"{where}, {_paragraphs(numbers)}" for where, numbers in places.items())


def _paragraphs(numbers: Iterable[int]) -> str:
    *others, last = (str(number) for number in sorted(set(numbers)))
    return f"paragraphs {', '.join(others)} and {last}" if others else f"paragraph {last}"


def _differ(event: Event, about: str, sides: _Sides, names: Names) -> str:
    """Return the sentence that says how accounts of an event differ, each side with its citations."""
    return f"{event.title}: accounts differ on {about}: {_told(sides, names)}."


def _told(sides: _Sides, names: Names) -> str:
    return "; ".join(f"{value} ({cite(claims, names)})" for value, claims in sides)


def _conflict(identifier: str, message: str, sides: _Sides, agree_now: Callable[[Sequence[Claim]], bool]) -> Conflict:
    claims = [claim for _, side in sides for claim in side]
    settled = _settled(claims, agree_now)
    kind = identifier.partition("/")[0]
    joined = tuple(claim.id for claim in claims)
    return Conflict(identifier, kind, (claims[0].event,), joined, message + settled, bool(settled))


def _sides(
    claims: Sequence[Claim], meet: Callable[[Claim, Claim], bool], value: Callable[[Claim], str]
) -> list[tuple[str, list[Claim]]]:
    """Group claims by the value they give, and return the groups that oppose another; none when all agree.

    Whether two claims meet must depend on their values alone.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(" ".join(value(claim).casefold().split()), []).append(claim)
    if len(groups) < 2:  # noqa: PLR2004 - all of one value
        return []
    firsts = [group[0] for group in groups.values()]
    return [
        (value(first), group)
        for first, group in zip(firsts, groups.values(), strict=True)
        if not all(meet(first, one) for one in firsts if one is not first)
    ]


def _settled(claims: Sequence[Claim], agree_now: Callable[[Sequence[Claim]], bool]) -> str:
    """Return how the ranks settle a conflict among these claims, in a sentence; "" while it is open.

    As with Wikidata's statements: preferred claims stand alone where there are any, else deprecated ones fall.
    """
    preferred = [claim for claim in claims if claim.rank == "preferred"]
    standing = preferred or [claim for claim in claims if claim.rank == "normal"]
    if not standing or len(standing) == len(claims) or not agree_now(standing):
        return ""
    ranked = preferred or [claim for claim in claims if claim.rank == "deprecated"]
    reasons = dict.fromkeys(claim.rank_reason.rstrip(".") for claim in ranked)
    return f" Settled by the curator: {'; '.join(reasons)}."
