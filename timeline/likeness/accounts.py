"""Accounts that look like one, filed under two events: of one document and paragraph, in nearly the same words."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.likeness.suggestion import Suggestion, said_to_be_two
from timeline.likeness.words import figures, numbered_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Claim, Timeline

ENOUGH = 0.8
_MOST_OF_A_PARAGRAPH = 40


def alike_accounts(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield claims of one paragraph that say nearly the same of two events.

    Claims that name different people, or give different numbers, tell of two.
    """
    from rapidfuzz import fuzz

    apart = said_to_be_two(timeline)
    of_paragraph: dict[tuple[object, ...], list[Claim]] = {}
    for event in timeline.events:
        for claim in event.claims:
            alike = (claim.source, claim.paragraph, claim.according_to, claim.denies)
            of_paragraph.setdefault(alike, []).append(claim)
    for claims in of_paragraph.values():
        told = [(claim, figures(claim.says)) for claim in claims[:_MOST_OF_A_PARAGRAPH] if len(claims) > 1]
        for (one, numbers), (other, others) in combinations(told, 2):
            if one.event == other.event or _of_others(one, other) or numbered_apart(numbers, others):
                continue
            score = fuzz.token_sort_ratio(one.says, other.says, score_cutoff=100 * ENOUGH) / 100
            if score >= ENOUGH and frozenset((one.event, other.event)) not in apart:
                yield _suggestion(one, other, score)


def _of_others(one: Claim, other: Claim) -> bool:
    """Whether two claims name people, and nobody in common."""
    return bool(one.people and other.people) and set(one.people).isdisjoint(other.people)


def _suggestion(one: Claim, other: Claim, score: float) -> Suggestion:
    return Suggestion(
        "account",
        (one.id, other.id),
        (clean(one.says), clean(other.says)),
        score,
        (f"the same paragraph of `{one.source}`", f"{score:.0%} of the words are the same"),
        f"if the paragraph tells of one happening, keep the record of `{one.event}` or that of `{other.event}`",
        places=(one.pointer, other.pointer),
    )
