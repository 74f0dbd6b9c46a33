"""How a claim's date was got, step by step: words, anchor, reading, sound span, rule and convention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.text import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.dates.resolution import Resolution
    from timeline.model import Claim, Relation


def dating(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the steps as labels and texts; nothing for a claim that states no date."""
    date = claim.date
    if date.stated:
        yield from _stated("Date", date.stated, date.start, date.anchor, date.unread)
    if date.stated_end:
        yield from _stated("End", date.stated_end, date.end, date.anchor, date.unread)
    if date.start and date.end:
        yield "So", date_text(date.edtf, date.reading, date.sound)
    if claim.upcoming:
        yield "", "said of what was still to come"


def _stated(label: str, words: str, found: Resolution | None, anchor: str, unread: str) -> Iterator[tuple[str, str]]:
    if found is None:
        yield label, f"“{words}”, which could not be read: {unread}"
        return
    is_edtf = found.rule == "EDTF"
    against = "" if is_edtf or not anchor or not found.rule else f", read against the publication date {anchor}"
    yield label, f"{words} (EDTF, as curated)" if is_edtf else f"“{words}”{against}"
    if found.relative:
        is_time = "a time without its day: it is compared with the times of other accounts of the event"
        yield "", is_time if found.clock else "leans on another event and dates nothing on its own"
        return
    reading = date_text(found.edtf, found.reading, found.reading)
    widest = found.sound._replace(approximate=False, uncertain=False)
    if found.reading.bounds == found.sound.bounds:
        yield "", f"→ {reading}{'' if is_edtf else _in_edtf(found)}"
    else:
        yield "", f"→ usually: {reading}{_in_edtf(found)}"
        yield "", f"→ at the widest: {date_text('', widest, widest)}"
    how = [f"the rule “{found.rule}”" if found.rule and not is_edtf else "", found.convention]
    if any(how):
        yield "", f"by {': '.join(part for part in how if part)}" if how[0] else f"since {found.convention}"


def _in_edtf(found: Resolution) -> str:
    return f" (EDTF {found.edtf})" if found.edtf else ""


def related_text(relation: Relation, titles: Mapping[str, str]) -> str:
    """Return the event that a relation is to, and the lengths it states."""
    by = f", by “{relation.by}”" if relation.by else ""
    within = f", within “{relation.within}”" if relation.within else ""
    return f"{titles.get(relation.event, '')} ({relation.event})".strip() + by + within
