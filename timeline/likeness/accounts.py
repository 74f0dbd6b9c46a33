"""Accounts that look like one, filed under two events: of one document and paragraph, in nearly the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.likeness.suggestion import Suggestion, said_to_be_two

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Claim, Timeline

ENOUGH = 0.8
_MOST_OF_A_PARAGRAPH = 40


def alike_accounts(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield claims of one paragraph that say nearly the same of two events."""
    from rapidfuzz import fuzz

    apart = said_to_be_two(timeline)
    of_paragraph: dict[tuple[str, int], list[Claim]] = {}
    for event in timeline.events:
        for claim in event.claims:
            of_paragraph.setdefault((claim.source, claim.paragraph), []).append(claim)
    for claims in of_paragraph.values():
        for at, one in enumerate(claims[:_MOST_OF_A_PARAGRAPH]):
            for other in claims[at + 1 : _MOST_OF_A_PARAGRAPH]:
                alike = one.according_to == other.according_to and one.denies == other.denies
                if one.event == other.event or not alike or frozenset((one.event, other.event)) in apart:
                    continue
                score = fuzz.token_sort_ratio(one.says, other.says, score_cutoff=100 * ENOUGH) / 100
                if score >= ENOUGH:
                    yield _suggestion(one, other, score)


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
