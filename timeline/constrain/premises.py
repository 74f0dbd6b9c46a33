"""Which claims on an event count, and whether its date may narrow others: what is undecided is no premise."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.dates.boxes import apart
from timeline.rivals import may_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from timeline.dates.span import Bounds
    from timeline.model import Claim, Event, Window

by_id = attrgetter("id")


def standing(event: Event) -> list[Claim]:
    """Return the claims that count, by their ids."""
    lost = lost_claims(event)
    found = [claim for claim in event.claims if counts(claim, lost)]
    return sorted(found, key=by_id) if len(found) > 1 else found


def counts(claim: Claim, lost: Collection[str]) -> bool:
    """Whether a claim counts: asserted, not deprecated, and not dated to a window that lost."""
    return not (claim.stance == "denies" or claim.rank == "deprecated" or claim.id in lost)


def is_overtaken(claim: Claim, event: Event) -> bool:
    """Whether a claim is a plan of what others tell as past: it came when it came, and lasted as long as it did.

    That it was still to come by then is true all the same.
    """
    return claim.upcoming and claim not in may_date(event.claims)


def lost_claims(event: Event) -> Collection[str]:
    """Return the ids of the claims that date an event to a window that is not the one shown."""
    return {claim for window in event.windows[1:] for claim in window.claims} if len(event.windows) > 1 else ()


def is_dated_for_others(event: Event) -> bool:
    """Whether the date shown may narrow other dates: it is no mere plan, and nobody's undecided word against another.

    A curator decides by ranks; that more origins support a date makes it the one to show, and no premise.
    """
    if len(event.windows) == 1 and True not in [claim.upcoming for claim in event.claims]:
        return True
    claims = {claim.id: claim for claim in event.claims}
    shown = [claims[claim] for claim in event.date.claims]
    rivals = [claims[claim] for window in event.windows[1:] for claim in window.claims]
    if shown and all(claim.upcoming for claim in shown):
        return False
    is_decided = any(claim.rank == "preferred" for claim in shown) and all(one.rank != "preferred" for one in rivals)
    return is_decided or all(claim.rank == "deprecated" for claim in rivals)


def contested_claims(event: Event) -> tuple[str, ...]:
    """Return the ids of the claims that give an event rival dates, which nobody decided; none of any other event."""
    if len(event.windows) == 1 or is_dated_for_others(event):
        return ()
    claims = {claim.id: claim for claim in event.claims}
    found = sorted({claim for window in _undecided(event, claims) for claim in window.claims})
    return () if all(claims[claim].upcoming for claim in found) else tuple(found)


def contested_boxes(event: Event) -> tuple[Bounds, ...]:
    """Return what the rival dates of an event allow, in order and apart."""
    claims = {claim.id: claim for claim in event.claims}
    return apart(box for window in _undecided(event, claims) for box in window.sound.pieces)


def _undecided(event: Event, claims: Mapping[str, Claim]) -> list[Window]:
    return [window for window in event.windows if any(claims[one].rank != "deprecated" for one in window.claims)]
