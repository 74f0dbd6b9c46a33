"""What dates an event, and its rival dates: which claims stand for one of them alone, and which fit several."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Claim, Event, Window


def may_date(claims: Iterable[Claim]) -> list[Claim]:
    """Return those of an event's claims that may date it: no denials, and plans only of what nobody tells as past."""
    told = [claim for claim in claims if claim.stance != "denies"]
    return [claim for claim in told if not claim.upcoming] or told


def own(window: Window) -> tuple[str, ...]:
    """Return the claims that give a date and no rival of it; all of its claims, where each fits a rival too."""
    either = frozenset(window.either)
    return tuple([claim for claim in window.claims if claim not in either]) or window.claims


def undecided(event: Event) -> tuple[str, ...]:
    """Return the claims that fit several of the rival dates, each of which others give without them."""
    return tuple(claim for window in event.windows if own(window) != window.claims for claim in window.either)
