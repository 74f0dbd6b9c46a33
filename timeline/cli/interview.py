"""The questions of `timeline add`, in the order in which a curator reads: the document, the event, the details."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.asking import NEW, ask, choose
from timeline.cli.date import as_text
from timeline.curate.draft import Draft, alike, tried
from timeline.intake.ids import is_id, slug, unused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.load import Corpus

_NAMES = {
    "sources": ("publisher", "title"),
    "people": ("name",),
    "places": ("name",),
    "kinds": ("title", "theme"),
    "events": ("title",),
}


def interviewed(corpus: Corpus, draft: Draft, given: Mapping[str, Any]) -> None:
    """Ask for all that was not given, and put it into the draft."""
    click.echo("Empty answers leave a field out. Ctrl-C ends without writing anything.")
    asking = _Interview(corpus, draft)
    record = draft.record
    if not given["source"]:
        record["source"] = asking.one_of("sources", "Source", needed=True)
    if not given["paragraph"]:
        record["paragraph"] = ask("Paragraph", lambda words: asking.fault("paragraph", words), needed=True)
    if not given["event"]:
        record["event"] = asking.one_of("events", "Event", needed=True)
    if not given["date"]:
        asking.date()
    if not given["people"]:
        asking.people()
    if not given["place"]:
        asking.keep("place", asking.one_of("places", "Place"))
    if not given["according_to"]:
        asking.keep("according_to", asking.one_of("people", "According to, if not the document itself"))
    if not given["says"]:
        record["says"] = ask("What it says, in your words", lambda words: asking.fault("says", words), needed=True)
    if not given["facts"]:
        asking.facts()


class _Interview:
    """Asks, and judges each answer by what the models and the checks say of the draft with it."""

    def __init__(self, corpus: Corpus, draft: Draft) -> None:
        self._corpus = corpus
        self._draft = draft

    def keep(self, field: str, answer: str) -> None:
        if answer:
            self._draft.record[field] = answer

    def fault(self, field: str, words: str) -> str:
        """Return what is wrong with one field of the record, "" if nothing is."""
        trial = tried(self._corpus, Draft({**self._draft.record, field: words}, self._draft.declared))
        return next((one.message for one in trial.problems if one.pointer and field in one.pointer.keys), "")

    def one_of(self, section: str, question: str, *, needed: bool = False) -> str:
        """Ask for something declared, by words like its names, or declare it."""
        chosen = choose(question, lambda words: self._offered(section, words), needed=needed)
        return self._new(section) if chosen == NEW else chosen

    def _offered(self, section: str, words: str) -> dict[str, str]:
        names: dict[str, list[str]] = {}
        shown: dict[str, str] = {}
        for one, held in self._corpus.section(section).items():
            shown[one] = ": ".join(str(getattr(held, field)) for field in _NAMES[section])
            names[one] = [*(str(getattr(held, field)) for field in _NAMES[section]), *getattr(held, "also", ())]
        for (where, one), fields in self._draft.declared.items():
            if where == section:
                shown[one] = ": ".join(str(fields.get(field, "")) for field in _NAMES[section])
                names[one] = [str(fields.get(field, "")) for field in _NAMES[section]]
        return {one: shown[one] for one in alike(words, names)}

    def _new(self, section: str) -> str:
        fields: dict[str, Any] = {}
        if section == "sources":
            fields["publisher"] = ask("  Publisher", needed=True)
            fields["title"] = ask("  Title", needed=True)
            fields["published"] = ask("  Published (EDTF: 2019-03-14, 2019-03, 2019-03~)", _edtf_fault)
        elif section == "events":
            fields["title"] = ask("  Title: what happened, in a sentence without its date", needed=True)
            fields["kind"] = self.one_of("kinds", "  Kind", needed=True)
        elif section == "kinds":
            fields["title"] = ask("    Title: what such events are called", needed=True)
            fields["theme"] = ask("    Theme", needed=True)
        else:
            fields["name"] = ask("  Name", needed=True)
        fields = {field: value for field, value in fields.items() if value}
        taken = {one for where, one in (*self._corpus.declared, *self._draft.declared) if where == section}
        proposed = unused(slug(fields.get("title") or fields["name"]) or section[:-1], taken)
        identifier = ask(f"  Id [{proposed}]", lambda words: _id_fault(words, taken)) or proposed
        self._draft.declared[section, identifier] = fields
        return identifier

    def date(self) -> None:
        """Ask for the date as stated, and show what it means; one that cannot be read may be kept all the same."""
        while True:
            words = ask("Date, as the document states it, or EDTF")
            if not words:
                return
            record = {"event": "e", "source": "s", "paragraph": "1", "says": "-", **self._draft.record, "date": words}
            told = tried(self._corpus, Draft(record, self._draft.declared)).date
            if told is not None and told.start is not None:
                for line in as_text(told.start).splitlines():
                    click.echo(f"  {line}")
                self._draft.record["date"] = words
                return
            click.echo(f"  cannot be read: {told.unread if told else 'it is empty'}")
            if click.confirm("  Keep it as it stands, undated?", default=False):
                self._draft.record["date"] = words
                return

    def people(self) -> None:
        """Ask for people until there is no other."""
        found: list[str] = []
        while person := self.one_of("people", "Another person" if found else "Person"):
            if person not in found:
                found.append(person)
        if found:
            self._draft.record["people"] = found

    def facts(self) -> None:
        """Ask for facts until there is no other; a name given again adds a value."""
        facts: dict[str, Any] = {}
        while answer := ask("Fact (name=value, as officers=about 5)", _fact_fault):
            name, _, value = (part.strip() for part in answer.partition("="))
            held = facts.get(name)
            facts[name] = value if held is None else [*(held if isinstance(held, list) else [held]), value]
        if facts:
            self._draft.record["facts"] = facts


def _fact_fault(words: str) -> str:
    name, _, value = words.partition("=")
    return "" if name.strip() and value.strip() else "write it as name=value; an empty answer ends"


def _edtf_fault(words: str) -> str:
    from timeline.dates.edtf import EdtfError, parse

    try:
        parse(words)
    except EdtfError as error:
        return f"not an EDTF date: {error}"
    return ""


def _id_fault(words: str, taken: set[str]) -> str:
    if words in taken:
        return "there already; choose another"
    return "" if is_id(words) else "an id has letters, digits, `-`, `_` and `.`"
