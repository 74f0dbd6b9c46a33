"""Rows of claims, in the columns that `timeline export claims.csv --rows claims` writes, or some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.dates import edtf
from timeline.dates.language import LANGUAGES
from timeline.intake.beyond import NotReadError, take_more
from timeline.intake.cells import contradictions_of, facts_of, parted, relations_of
from timeline.intake.declared import UNSORTED, Cells
from timeline.intake.rewritten import rewritten
from timeline.intake.taken import Fields, given
from timeline.problems import did_you_mean
from timeline.records import RELATIONS

if TYPE_CHECKING:
    from timeline.intake.declared import Declared
    from timeline.intake.sheet import Sheet
    from timeline.intake.table import Row
    from timeline.intake.taken import Options

COLUMNS = (
    *("id", "event", "event_title", "kind", "theme", "date", "edtf"),
    *("earliest", "latest", "start_earliest", "start_latest", "end_earliest", "end_latest", "qualifier"),
    *("stated", "stated_end", "anchor", "unread", "publisher", "source_title", "source", "paragraph"),
    *("according_to", "according_to_id", "origin", "stance", "certainty", "says", "quote"),
    *("people", "people_ids", "place", "place_id", "facts", "lasts", "relations", "contradicts"),
    *("rank", "rank_reason", "upcoming", "note", "tensions", "more", "withhold", "language"),
)
"""The columns that mean something. What the program works out anew (`earliest`, `origin`, …) is not taken in.
An export has `withhold` and `language` in `more`, who has it from elsewhere may have a column for it."""

FIELDS = {name: name for name in ("id", "event", "source", "paragraph", "upcoming", "lasts", "stance", "certainty")}
FIELDS |= {name: name for name in ("quote", "says", "facts", "contradicts", "rank", "rank_reason", "note", "withhold")}
FIELDS |= {"date": "stated", "end": "stated_end", "according_to": "according_to_id", "place": "place_id"}
FIELDS |= {"people": "people_ids", "relations": "relations"} | dict.fromkeys(RELATIONS, "relations")
"""The column that each field of a record comes from."""

_YES = {"yes": "true", "true": "true", "1": "true", "no": "", "false": "", "0": "", "": ""}


class ClaimRows:
    """Reads rows of claims."""

    fields = FIELDS

    def __init__(self, sheet: Sheet, declared: Declared, options: Options) -> None:
        self._sheet = sheet
        self._cell = sheet.cell
        self._declared = declared
        self._options = options
        self._documents: dict[tuple[str, str], str] = {}
        self.comment: list[str] = []

    def ready(self) -> bool:
        """Whether the columns are there without which no row can be a record; what is missing is a problem."""
        needed = ["paragraph", "says"]
        needed += [] if "event_title" in self._sheet else ["event"]
        has_source = {"publisher", "source_title"} & {one for one in COLUMNS if one in self._sheet}
        needed += [] if has_source or self._options.source or self._options.publisher else ["source"]
        return self._sheet.needs(*needed)

    def name(self, row: Row) -> str:
        """Return what the row calls its claim."""
        return self._sheet.cell(row, "id")

    def read(self, row: Row) -> Fields | None:
        """Return a row as a record."""
        cell = self._cell
        people = self._named(row, "people", "people_ids", "people")
        place = self._named(row, "place", "place_id", "places", several=False)
        voice = self._named(row, "according_to", "according_to_id", "people", several=False)
        note = "; ".join(filter(None, (cell(row, "note"), *self._sheet.kept(row))))
        stance, rank = cell(row, "stance").lower(), cell(row, "rank").lower()
        record = given(
            {
                "event": self._event(row),
                "source": self._source(row),
                "paragraph": self._paragraph(row),
                **self._dates(row),
                "upcoming": self._truth(row, "upcoming"),
                "lasts": cell(row, "lasts"),
                **self._relations(row),
                "according_to": voice[0] if voice else "",
                "stance": "" if stance == "asserts" else stance,
                "certainty": cell(row, "certainty"),
                "people": people,
                "place": place[0] if place else "",
                "quote": cell(row, "quote"),
                "says": cell(row, "says"),
                "facts": self._facts(row),
                "contradicts": self._contradictions(row),
                "rank": "" if rank == "normal" else rank,
                "rank_reason": cell(row, "rank_reason"),
                "note": note,
                "withhold": self._truth(row, "withhold"),
            }
        )
        if more := cell(row, "more"):
            try:
                take_more(more, record, self._declared, row)
            except NotReadError as error:
                message = f"not as `timeline export` wrote it ({error}); restore it, or empty the cell"
                self._sheet.fault("bad-more", message, row, "more")
        return record

    def _event(self, row: Row) -> str:
        title, identifier = self._cell(row, "event_title"), self._cell(row, "event")
        column = "event" if identifier or "event" in self._sheet else "event_title"
        if not identifier and not title:
            self._sheet.fault("no-event", "the row names no event; give its id, or its title", row, column)
            return ""
        cells = Cells(row, column, {"title": "event_title", "kind": "kind"})
        if identifier:
            known = ("events", identifier) in self._declared
            kind = self._kind(row, known=known)
            return self._declared.declare("events", identifier, {"title": title, "kind": kind}, cells)
        found = self._declared.named("events", title, cells)
        kind = self._kind(row, known=bool(found) and not self._is_new(found))
        return self._declared.declare("events", found, {"kind": kind}, cells) if found else ""

    def _is_new(self, event: str) -> bool:
        return "kind" not in self._declared.new["events"].get(event, {"kind": ""})

    def _kind(self, row: Row, *, known: bool) -> str:
        kind, theme = self._cell(row, "kind"), self._cell(row, "theme")
        cells = Cells(row, "kind" if "kind" in self._sheet else "theme", {"theme": "theme", "title": "kind"})
        if not kind and known:
            return ""
        if not kind:
            message = f"the row gives no kind of event; it is put under `{UNSORTED}` until you sort it"
            self._sheet.warn("no-kind", message, row, "kind" if "kind" in self._sheet else "")
            return self._declared.declare("kinds", UNSORTED, {"theme": theme}, cells)
        if " " in kind:
            return self._declared.named("kinds", kind, cells, theme=theme)
        return self._declared.declare("kinds", kind, {"theme": theme}, cells)

    def _source(self, row: Row) -> str:
        options = self._options
        identifier = self._cell(row, "source")
        publisher, title = self._cell(row, "publisher"), self._cell(row, "source_title")
        published = self._published(row)
        columns = {name: name for name in ("publisher", "language")} | {"title": "source_title", "published": "anchor"}
        cells = Cells(row, "source" if "source" in self._sheet else "publisher", columns)
        if not identifier and not publisher and not title:
            identifier = options.source
            publisher, title, published = options.publisher, options.title, published or options.published
            if not identifier and not publisher:
                message = "the row names no document; give its id, or its publisher and title"
                self._sheet.fault("no-source", message, row, cells.id if cells.id in self._sheet else "")
                return ""
        if not identifier:
            key = (publisher, title)
            made = self._declared.fresh("sources", f"{publisher} {title}")
            identifier = self._documents.setdefault(key, made)
        fields = {"publisher": publisher, "title": title, "published": published, "language": self._language(row)}
        return self._declared.declare("sources", identifier, fields, cells)

    def _language(self, row: Row) -> str:
        text = self._cell(row, "language").lower()
        if text and text not in LANGUAGES:
            message = f"dates cannot be read in `{clean(text)}`; the languages are {', '.join(LANGUAGES)}"
            self._sheet.fault("bad-language", message, row, "language")
            return ""
        return text

    def _published(self, row: Row) -> str:
        text = self._cell(row, "anchor")
        if text:
            try:
                edtf.parse(text)
            except ValueError as error:
                why = rewritten(text) or str(error)
                message = f"`{clean(text)}` is not an EDTF date, as a day of publication must be (2019-03-14): {why}"
                self._sheet.fault("bad-date", message, row, "anchor")
                return ""
        return text

    def _paragraph(self, row: Row) -> str:
        text = self._cell(row, "paragraph")
        whole, _, rest = text.partition(".")
        if whole.isascii() and whole.isdigit() and not rest.strip("0"):
            text = whole.lstrip("0") or "0"
        if not text:
            self._sheet.fault("missing-field", "the row cites no paragraph; count from 1", row, "paragraph")
            return "1"
        return text

    def _dates(self, row: Row) -> Fields:
        stated, end = self._cell(row, "stated"), self._cell(row, "stated_end")
        columns = ["stated", "stated_end"]
        if not stated and not end:
            columns = ["edtf"] if self._cell(row, "edtf") else ["date"]
            stated = self._cell(row, columns[0])
            stated = "" if stated == "undated" else stated
        for column, text in zip(columns, (stated, end), strict=False):
            why = rewritten(text)
            if why:
                message = f"`{clean(text)}`: {why}; it is kept as it stands: hold it against the document"
                self._sheet.warn("rewritten-date", message, row, column)
        return {"date": stated, "end": end}

    def _truth(self, row: Row, column: str) -> str:
        text = self._cell(row, column).lower()
        if text not in _YES:
            self._sheet.fault("not-yes", f"`{clean(text)}` is neither `yes` nor empty", row, column)
        return _YES.get(text, "")

    def _named(self, row: Row, names: str, ids: str, section: str, *, several: bool = True) -> list[str]:
        """Return the ids of what a row names, by ids, by names, or by both side by side."""
        name_cell, id_cell = self._cell(row, names), self._cell(row, ids)
        called = parted(name_cell) if several else [name_cell]
        found = parted(id_cell) if several else [id_cell]
        cells = Cells(row, ids if ids in self._sheet else names, {"name": names})
        if not any(found):
            return [self._declared.named(section, name, Cells(row, names)) for name in called if name]
        if any(called) and len(called) != len(found):
            message = f"{len(found)} ids, and {len(called)} names in `{names}`: they must stand side by side"
            self._sheet.fault("uneven-list", message, row, ids)
            called = []
        called = called if any(called) else [""] * len(found)
        pairs = zip(found, called, strict=True)
        return [self._declared.declare(section, one, {"name": name}, cells) for one, name in pairs if one or name]

    def _facts(self, row: Row) -> dict[str, str | list[str]]:
        facts, faults = facts_of(self._cell(row, "facts"))
        for part in faults:
            self._sheet.fault("bad-fact", f"`{clean(part)}` is no fact; write NAME=VALUE", row, "facts")
        return {name: texts[0] if len(texts) == 1 else texts for name, texts in facts.items()}

    def _relations(self, row: Row) -> Fields:
        relations, faults = relations_of(self._cell(row, "relations"))
        for part in faults:
            message = f"`{clean(part)}` is no relation; write `after EVENT`, `before EVENT within 2 days`"
            self._sheet.fault("bad-relation", message, row, "relations")
        fields: Fields = {}
        for one in relations:
            if one.kind not in RELATIONS:
                near = did_you_mean(one.kind, RELATIONS) or f"; there are {', '.join(RELATIONS)}"
                self._sheet.fault("bad-relation", f"no relation `{clean(one.kind)}`{near}", row, "relations")
                continue
            bounds = given({"within": one.within, "by": one.by})
            fields.setdefault(one.kind, []).append({"event": one.event, **bounds} if bounds else one.event)
        return {kind: named[0] if len(named) == 1 else named for kind, named in fields.items()}

    def _contradictions(self, row: Row) -> list[Fields]:
        found, faults, unmet = contradictions_of(self._cell(row, "contradicts"), self._cell(row, "tensions"))
        for part in faults:
            self._sheet.fault("bad-contradiction", f"`{clean(part)}`: write `CLAIM: reason`", row, "contradicts")
        for part in unmet:
            message = f"`{clean(part)}` is not in `contradicts`, where the reason stands"
            self._sheet.fault("bad-contradiction", message, row, "tensions")
        return [given({"claim": c.claim, "reason": c.reason, "tension": "true" if c.tension else ""}) for c in found]
