"""HTML: one page that stands alone, for publication: a chart, the chronology, its evidence, its sources.

The page asks nothing of any network, and its policy of content security allows nothing but its own style and script,
by their digests. All text of the data passes through `timeline.clean` and is escaped. It holds no clock: the same
selection gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from timeline.chronology import LEGEND, UNORDERED, conflicts_heading
from timeline.clean import anchored, clean
from timeline.dates.text import date_text
from timeline.export.page.chart import Drawn, chart_of
from timeline.export.page.choices import choices_of, safe
from timeline.export.page.views import Views
from timeline.names import counted, listed
from timeline.remarks import remarks
from timeline.years import by_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.export.page.choices import Choices
    from timeline.export.page.views import Entry
    from timeline.model import Selection, Timeline

_HERE = Path(__file__).parent
_PIECES = 64
_MOST_KEPT = 10_000
"""Names, dates and citations come again and again."""
_FOR_AUTHORS = re.compile(r"^ *(?:(?://|/\*).*\n *)*", re.MULTILINE)
"""Indentation, and comments on lines of their own: nothing to a browser."""
_AROUND_MARKS = re.compile(r"\s*([{};])\s*|(?<=:) ")
"""White space that a style has for its authors; no text in it holds such a mark."""


def render(selection: Selection) -> Iterator[str]:
    """Yield the page piece by piece."""
    stream = _environment().get_template("page.html").stream(_context(selection))
    stream.enable_buffering(_PIECES)
    yield from stream


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
    )
    environment.filters["percent"] = lambda number: f"{number:.1f}".rstrip("0").rstrip(".") + "%"
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "ensure_ascii": False}
    environment.filters["direction"] = _direction
    environment.globals.update(safe=safe)
    return environment


def _cleaned(value: object) -> object:
    """Return a text as it may be shown, clean and escaped; what is markup already is the page's own.

    A space at its border stays. An apostrophe is safe as it is: all attributes are in double quotation marks.
    """
    return value if not isinstance(value, str) or isinstance(value, Markup) else _escaped(value)


@lru_cache(_MOST_KEPT)
def _escaped(value: str) -> Markup:
    text = clean(value)
    before, after = " " * (value[:1] == " "), " " * (value[-1:] == " ")
    harmless = escape(f"{before}{text}{after}" if text else text)
    return Markup(str(harmless).replace("&#39;", "'"))  # noqa: S704 - it has been escaped


def _direction(text: str) -> Markup:
    """Return the attribute by which a browser finds the direction of a text; nothing where it runs left to right."""
    return _AS_ALL if anchored(text) == text else _BY_ITSELF


_AS_ALL, _BY_ITSELF = Markup(), Markup(' dir="auto"')


def _context(selection: Selection) -> dict[str, Any]:
    timeline = selection.timeline
    choices = choices_of(timeline)
    views = Views(selection, choices)
    entries = {event.id: views.entry(event) for event in timeline.events}
    drawn = [Drawn(event, entries[event.id].when, *views.state(event)) for event in timeline.events]
    claims = [claim for event in timeline.events for claim in event.claims]
    years = [(heading, [entries[event.id] for event in events]) for heading, events in by_year(timeline.events)]
    return {
        **_inlined(),
        "remarks": tuple(remarks(selection)),
        "counts": f"{counted(len(entries), 'event')} by {counted(len(claims), 'claim')} in "
        f"{counted(len({claim.source for claim in claims}), 'document')}, of "
        f"{counted(len({claim.origin for claim in claims}), 'independent origin')}",
        "conflicts": conflicts_heading(timeline.conflicts) if timeline.conflicts else "",
        "years": years,
        "entries": entries,
        "chart": chart_of(drawn),
        "undated": [entries[event.id] for event in timeline.events if event.date.sound.is_unknown],
        "legend": LEGEND,
        "unordered": UNORDERED,
        "choices": choices.offered,
        "index": _index(timeline, choices, [entry for _, of_year in years for entry in of_year]),
        "sources": list(_sources(timeline, views)),
    }


def _inlined() -> dict[str, object]:
    """Return style and script, with the digests by which the page's policy allows them and nothing else."""
    style, script = (_FOR_AUTHORS.sub("", _HERE.joinpath(name).read_text("utf-8")) for name in ("page.css", "page.js"))
    style = _AROUND_MARKS.sub(r"\1", style)
    return {"style": Markup(style), "script": Markup(script), "policy": Markup(_policy(style, script))}  # noqa: S704


def _policy(style: str, script: str) -> str:
    allowed = (("script-src", script), ("style-src", style))
    digests = "; ".join(f"{what} 'sha256-{_digest(text)}'" for what, text in allowed)
    return f"default-src 'none'; {digests}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _index(timeline: Timeline, choices: Choices, entries: Iterable[Entry]) -> dict[str, object]:
    """Return what the script finds events by: each in the page's order, people and places by all spellings."""
    names = {one.id: clean(" ".join((one.name, *one.also))) for one in timeline.people}
    places = {one.id: clean(" ".join((one.name, *one.also))) for one in timeline.places}
    return {
        "events": [entry.filters for entry in entries],
        "people": [names[one] for one in choices.people],
        "places": [places[one] for one in choices.places],
    }


def _sources(timeline: Timeline, views: Views) -> Iterator[dict[str, object]]:
    """Yield the documents by number, with when each was published and what it repeats."""
    numbers = {source.id: number for number, source in enumerate(timeline.sources, 1)}
    told = Counter(claim.source for event in timeline.events for claim in event.claims)
    for source in timeline.sources:
        published, claims = source.published, told[source.id]
        yield {
            "publisher": listed(source),
            "title": source.title,
            "published": date_text(published.edtf, published.reading, published.sound) if published else "undated",
            "from": numbers.get(source.derives_from or ""),
            "claims": counted(claims, "claim") if claims else "No claim of its own",
            "note": source.note,
            "argued": tuple(views.reasons.argued(source.bounds, source.id)),
        }
