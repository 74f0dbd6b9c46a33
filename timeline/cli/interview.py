"""The questions of `timeline add`, in the order in which a curator reads: the document, the event, the details."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.clean import clean
from timeline.cli.asking import ALL, NEW, BackError, agreed, ask, choose, edtf_fault, numbered
from timeline.cli.at_hand import AtHand
from timeline.cli.date import as_text
from timeline.curate.draft import Draft, alike, tried_alone
from timeline.intake.ids import is_id, slug, unused
from timeline.records import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline.load import Corpus

_NAMES = {
    "sources": ("publisher", "title"),
    "people": ("name",),
    "places": ("name",),
    "kinds": ("title", "theme"),
    "events": ("title",),
}
_MORE = {
    "certainty": "The document's own hedge, as reportedly",
    "stance": "asserts or denies",
    "quote": "A few words that stand verbatim in the paragraph",
    "end": "When it ended",
    "lasts": "How long it lasted, as three days",
    "after": "It began after which event",
    "before": "It was over before which event",
    "during": "It happened while which event lasted",
    "upcoming": "",
    "withhold": "",
    "note": "Whatever the next curator should know",
}
"""The fields that few records have, and how each is asked for."""
_SKELETON = {"event": "e", "source": "s", "paragraph": "1", "says": "-"}


class Interview:
    """The questions on one record, each put again when asked to go back.

    `last` is the record before it in one sitting. An answer is judged by what the models and the checks say of the
    draft with it.
    """

    def __init__(self, corpus: Corpus, draft: Draft, last: Mapping[str, Any]) -> None:
        self._corpus = corpus
        self._draft = draft
        self._last = last
        self._hand = AtHand(corpus, draft)
        self._dates: list[str] = []
        self._answers = 0
        asked: dict[str, Callable[[], None]] = {
            "source": self._source,
            "paragraph": self._paragraph,
            "event": lambda: self._keep("event", self._one_of("events", "Event", needed=True)),
            "date": lambda: self._date("date", "Date"),
            "people": self._people,
            "place": lambda: self._keep("place", self._one_of("places", "Place", field="place")),
            "according_to": lambda: self._keep(
                "according_to", self._one_of("people", "According to, if not the document itself", field="according_to")
            ),
            "says": lambda: self._words("says", "What it says, in your words", needed=True),
            "facts": self._facts,
            "": self._more,
        }
        self._steps = [step for field, step in asked.items() if not draft.record.get(field)]
        self._before: list[Draft] = []

    def judge_given(self) -> list[str]:
        """Return what is wrong with what was given before anything is asked."""
        given = self._draft.record
        faults = [self._fault(field, given[field]) for field in given if given[field]]
        source, paragraph = str(given.get("source", "")), str(given.get("paragraph", ""))
        if not any(faults) and source and paragraph:
            faults.append(self._hand.beyond(source, paragraph))
            if not faults[-1]:
                self._dates = self._hand.show(source, paragraph)
        return [fault for fault in dict.fromkeys(faults) if fault]

    def run(self) -> None:
        """Ask all that is left to ask; after the last question, the last one again."""
        if len(self._before) == len(self._steps):
            self._draft.become(self._before.pop())
        while len(self._before) < len(self._steps):
            self._before.append(self._draft.copy())
            answers = self._answers
            try:
                self._steps[len(self._before) - 1]()
            except BackError:
                self._draft.become(self._before.pop())
                if answers == self._answers and self._before:  # else the question is put anew from its beginning
                    self._draft.become(self._before.pop())

    def _ask(self, question: str, judge: Callable[[str], str] | None = None, *, needed: bool = False) -> str:
        answer = ask(question, judge, needed=needed)
        self._answers += 1
        return answer

    def _keep(self, field: str, answer: str) -> None:
        if answer:
            self._draft.record[field] = answer

    def _fault(self, field: str, words: Any) -> str:
        """Return what is wrong with one field of the record, "" if nothing is."""
        trial = tried_alone(self._corpus, Draft({**self._draft.record, field: words}, self._draft.declared))
        return next((one.message for one in trial.problems if one.pointer and field in one.pointer.keys), "")

    def _words(self, field: str, question: str, *, needed: bool = False) -> None:
        self._keep(field, self._ask(question, lambda words: self._fault(field, words), needed=needed))

    def _source(self) -> None:
        self._draft.record["source"] = self._one_of("sources", "Source", needed=True, field="source")

    def _paragraph(self) -> None:
        last = str(self._last.get("paragraph", ""))
        source = self._draft.record["source"]

        def judged(words: str) -> str:
            return self._fault("paragraph", words) or self._hand.beyond(source, words)

        last = last if source == self._last.get("source") else ""
        found = self._ask(f"Paragraph [{last}]" if last else "Paragraph", judged, needed=not last) or last
        self._draft.record["paragraph"] = found
        self._dates = self._hand.show(source, found)

    def _one_of(self, section: str, question: str, field: str = "", *, needed: bool = False) -> str:
        """Ask for something declared, by words like its names, or declare it."""
        if needed and not self._corpus.section(section) and not any(one == section for one, _ in self._draft.declared):
            click.echo(f"{question}: none is declared yet, so this is a new one.")
            return self._new(section)
        held = self._last.get(field, "")
        same = held if isinstance(held, str) else " ".join(held)
        chosen = choose(question, lambda words: self._offered(section, words), needed=needed, same=same)
        self._answers += 1
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
        return {one: shown[one] for one in (names if words == ALL else alike(words, names))}

    def _new(self, section: str) -> str:
        fields: dict[str, Any] = {}
        if section == "sources":
            fields = self._new_source()
        elif section == "events":
            fields["title"] = self._ask("  Title: what happened, in a sentence without its date", needed=True)
            fields["kind"] = self._one_of("kinds", "  Kind", needed=True)
        elif section == "kinds":
            fields["title"] = self._ask("    Title: what such events are called", needed=True)
            fields["theme"] = self._ask("    Theme: the word under which kinds are grouped", needed=True)
        else:
            fields["name"] = self._ask("  Name", needed=True)
        fields = {field: value for field, value in fields.items() if value}
        taken = {one for where, one in (*self._corpus.declared, *self._draft.declared) if where == section}
        words = fields.get("title") or fields.get("name", "")
        if section == "sources":  # a title is long, and an id is typed often
            words = f"{fields['publisher']} {str(fields.get('published', ''))[:4]}"
        proposed = unused(slug(words) or section[:-1], taken)
        identifier = self._ask(f"  Id [{proposed}]", lambda words: _id_fault(words, taken)) or proposed
        self._draft.declared[section, identifier] = fields
        return identifier

    def _new_source(self) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        copies = self._hand.copies()
        if copies:
            chosen = self._copy(copies)
            fields |= self._hand.declared(numbered(chosen, copies)) if chosen else {}
        fields["publisher"] = self._ask("  Publisher", needed=True)
        fields["title"] = self._ask("  Title", needed=True)
        fields["published"] = self._ask("  Published (EDTF: 2019-03-14, 2019-03, 2019-03~)", edtf_fault)
        if not fields["published"]:
            click.echo("  (without it, dates such as “on Tuesday” cannot be read)")
        return fields

    def _copy(self, copies: Sequence[str]) -> str:
        for number, name in enumerate(copies, 1):
            click.echo("  " + clean(f"{number}. {name}"))

        def judged(words: str) -> str:
            return "" if numbered(words, copies) in copies else "give its number or its name, or nothing"

        return self._ask("  Your copy of it in sources/ (number)", judged)

    def _date(self, field: str, question: str) -> None:
        """Ask for a date as stated, and show what it means; one that cannot be read may be kept all the same."""
        count = len(self._dates)
        number = f", a number from 1 to {count}" if count > 1 else ", 1" if count else ""
        while True:
            words = self._ask(f"{question}, as the document states it{number}, or EDTF")
            if not words:
                return
            words = numbered(words, self._dates)
            draft = Draft({**_SKELETON, **self._draft.record, "date": words}, self._draft.declared)
            told = tried_alone(self._corpus, draft).date
            if told is not None and told.start is not None:
                for line in as_text(told.start).splitlines():
                    click.echo(f"  {line}")
                self._draft.record[field] = words
                return
            click.echo("  " + clean(f"cannot be read: {told.unread if told else 'it is empty'}"))
            if agreed("  Keep it as it stands, undated?", default=False):
                self._draft.record[field] = words
                return

    def _people(self) -> None:
        """Ask for people until there is no other; SAME stands for those of the last record."""
        found: list[str] = []
        same = " ".join(self._last.get("people", ()))
        while person := self._one_of(
            "people", "Another person" if found else "Person", field="" if found else "people"
        ):
            found += person.split() if same and person == same else [person]
        if found:
            self._draft.record["people"] = list(dict.fromkeys(found))

    def _facts(self) -> None:
        """Ask for facts until there is no other; a name given again adds a value."""
        facts: dict[str, Any] = {}
        while answer := self._ask("Fact (name=value, as officers=about 5)", _fact_fault):
            name, _, value = (part.strip() for part in answer.partition("="))
            held = facts.get(name)
            facts[name] = value if held is None else [*(held if isinstance(held, list) else [held]), value]
        if facts:
            self._draft.record["facts"] = facts

    def _more(self) -> None:
        """Ask which of the rarer fields to fill in, until there is no other."""
        click.echo(f"May be added: {', '.join(_MORE)}.")
        while name := self._ask("Anything more? (a name of these)", _more_fault):
            field = _field(name)
            self._answers += 1
            if field in RELATIONS:
                other = self._one_of("events", f"  {_MORE[field]}", needed=True)
                fault = self._fault(field, [*self._draft.record.get(field, ()), other])
                if fault:
                    click.echo("  " + clean(f"{fault}"))
                else:
                    self._draft.record.setdefault(field, []).append(other)
            elif field in ("upcoming", "withhold"):
                self._draft.record[field] = "true"
            elif field == "end":
                self._date("end", f"  {_MORE[field]}")
            elif field == "quote":
                self._keep(field, self._ask(f"  {_MORE[field]}", self._quote_fault))
            else:
                self._words(field, f"  {_MORE[field]}")

    def _quote_fault(self, words: str) -> str:
        record = self._draft.record
        return self._hand.unquoted(record["source"], record["paragraph"], words) or self._fault("quote", words)


def _field(words: str) -> str:
    """Return the field that begins so; "" if none does, or several do."""
    begun = [field for field in _MORE if field.startswith(words.casefold())]
    return begun[0] if len(begun) == 1 else words if words in _MORE else ""


def _more_fault(words: str) -> str:
    return "" if _field(words) else f"one of {', '.join(_MORE)}; an empty answer ends"


def _fact_fault(words: str) -> str:
    name, _, value = words.partition("=")
    return "" if name.strip() and value.strip() else "write it as name=value; an empty answer ends"


def _id_fault(words: str, taken: set[str]) -> str:
    if words in taken:
        return "there already; choose another"
    return "" if is_id(words) else "an id has letters, digits, `-`, `_` and `.`"
