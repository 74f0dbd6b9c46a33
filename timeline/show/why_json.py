"""An event in full, for scripts: the event as exports give it, its rival dates, origins and conflicts, all dating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.objects import (
    SCHEMA,
    alternatives_object,
    bounds_object,
    claim_object,
    conflict_object,
    dumped,
    event_object,
    window_object,
)
from timeline.names import Names
from timeline.rivals import own
from timeline.show.arguments import bound_object

if TYPE_CHECKING:
    from timeline.dates.resolution import Resolution
    from timeline.model import Claim, Event, Timeline, Window


def render(timeline: Timeline, event: Event) -> str:
    """Return the event as JSON."""
    names = Names(timeline)
    origins: dict[str, list[str]] = {}
    for claim in event.claims:
        origins.setdefault(claim.origin, []).append(claim.id)
    return dumped(
        {
            "schema": SCHEMA,
            "event": {**event_object(event), "claims": [_claim(claim, names) for claim in event.claims]},
            "note": event.note,
            "dates": [
                {**window_object(window), "claims": list(window.claims), "origins": window.origins, **_either(window)}
                for window in event.windows
            ],
            "inferred": event.is_inferred,
            "bounds": [bound_object(bound) for bound in event.bounds],
            "origins": [
                {"id": origin, "name": names.origin(origin), "claims": claims} for origin, claims in origins.items()
            ],
            "conflicts": [conflict_object(each) for each in timeline.conflicts if each.id in event.conflicts],
        }
    )


def _either(window: Window) -> dict[str, object]:
    """Return which of its claims fit a rival date as well, where others stand for it without them."""
    return {"either": list(window.either)} if own(window) != window.claims else {}


def _claim(claim: Claim, names: Names) -> dict[str, object]:
    """Return everything that a claim has: what exports give of it, and the rest after that."""
    date = claim.date
    return {
        **claim_object(claim),
        "publisher": names.publisher(claim.source),
        "title": names.title(claim.source),
        "origin": claim.origin,
        "certainty": claim.certainty,
        "quote": claim.quote,
        "lasts": claim.lasts,
        "relations": [relation._asdict() for relation in claim.relations],
        "contradicts": [{"claim": other.claim, "reason": other.reason} for other in claim.contradicts],
        "rank": claim.rank,
        "rank_reason": claim.rank_reason,
        "upcoming": claim.upcoming,
        "note": claim.note,
        "file": claim.pointer.file,
        "dating": {
            "anchor": date.anchor or None,
            "start": _step(date.stated, date.start),
            "end": _step(date.stated_end, date.end),
            "unread": date.unread or None,
        },
    }


def _step(stated: str, found: Resolution | None) -> dict[str, object] | None:
    if not stated:
        return None
    if found is None:
        return {"stated": stated, "edtf": None}
    return {
        "stated": stated,
        "edtf": found.edtf or None,
        "reading": {**bounds_object(found.reading), **alternatives_object(found.reading)},
        "sound": {**bounds_object(found.sound), **alternatives_object(found.sound)},
        "rule": found.rule,
        "convention": found.convention,
        "timex": found.value,
        "relative": found.relative,
    }
