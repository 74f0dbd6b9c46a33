"""What `timeline add` does with its answers: a draft is made, tried, shown and written."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.clean import UNSAFE, clean
from timeline.cli.asking import BackError, agreed
from timeline.cli.reading import CouldNotRunError, say_all
from timeline.curate.draft import Draft, file_for, tried
from timeline.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from timeline.cli.interview import Interview
    from timeline.load import Corpus

_UNPARSED = ("not-utf8", "duplicate-key")
_PLAIN = ("source", "paragraph", "event", "says", "date", "end", "lasts", "stance", "certainty", "quote", "note")


def corpus_to_write(data: Sequence[Path]) -> Corpus:
    """Read the corpus that is to be written to; a file that cannot be parsed, and the bundled corpus, are refused."""
    from timeline.load import corpus_files, load, located

    try:
        files, where = corpus_files(data, os.environ, Path())
    except FileNotFoundError as error:
        raise CouldNotRunError(str(error)) from None
    if where == "the bundled corpus":
        raise CouldNotRunError("no data file here; `timeline init` begins one, --data names another")
    corpus, problems = load(files)
    broken = [one for one in problems if one.code in _UNPARSED or one.code.startswith("yaml")]
    if broken:
        say_all(located(broken))
        raise CouldNotRunError("mend this first; nothing was written")
    return corpus


def drafted(corpus: Corpus, given: Mapping[str, Any]) -> Draft:
    """Return a draft of what was given by options. What names nothing, or is no NAME=VALUE, is a usage error."""
    draft = Draft()
    faults: list[str] = []
    for section, option in (("people", "new_people"), ("places", "new_places")):
        for identifier, name in _pairs(given[option], "ID=NAME", faults):
            draft.declared[section, identifier] = {"name": name}
    draft.record = {name: given[name] for name in _PLAIN if given[name]}
    draft.record |= {"upcoming": "true"} if given["upcoming"] else {}
    for relation in ("after", "before", "during"):
        if given[relation]:
            draft.record[relation] = [_related(words, faults) for words in given[relation]]
    facts: dict[str, list[str]] = {}
    for name, value in _pairs(given["facts"], "NAME=VALUE", faults):
        facts.setdefault(name, []).append(value)
    draft.record["facts"] = {name: values[0] if len(values) == 1 else values for name, values in facts.items()}
    draft.record["people"] = [_named(corpus, draft, "people", one, faults) for one in given["people"]]
    for field, section in (("place", "places"), ("according_to", "people")):
        if given[field]:
            draft.record[field] = _named(corpus, draft, section, given[field], faults)
    _declare(corpus, draft, given, faults)
    _name_copies(corpus, draft)
    if faults:
        raise CouldNotRunError("\n".join(faults))
    return draft


def _related(words: str, faults: list[str]) -> str | dict[str, str]:
    """Return the event that an option names, with how long after or before: "hearing, by a week"."""
    event, *lengths = (part.strip() for part in words.split(","))
    found = {"event": event}
    for length in lengths:
        how, _, stated = length.partition(" ")
        if how not in ("within", "by") or not stated.strip():
            faults.append(f"`{length}` is neither `within LENGTH` nor `by LENGTH`")
        found[how] = stated.strip()
    return found if lengths else event


def _pairs(texts: Iterable[str], form: str, faults: list[str]) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in texts]
    faults += [f"`{name}{mark}{value}` is not {form}" for name, mark, value in pairs if not (name and mark and value)]
    return [(name.strip(), value.strip()) for name, mark, value in pairs if name and mark and value]


def _named(corpus: Corpus, draft: Draft, section: str, words: str, faults: list[str]) -> str:
    """Return the id that an option means: one just declared, else by id, name or spelling."""
    from timeline.lookup import look_up, spellings

    if (section, words) in draft.declared:
        return words
    named = {one: (held.name, *held.also) for one, held in corpus.section(section).items()}
    found, problems = look_up({"people": "person", "places": "place"}[section], [words], spellings(named))
    if len(found) == 1:
        return next(iter(found))
    faults += [problem.message for problem in problems]
    if not problems:
        faults.append(f"`{words}` may be any of {', '.join(sorted(found))}; name one by its id")
    if not found:
        faults.append(f"a new one is declared by --new-{'person' if section == 'people' else 'place'} ID=NAME")
    return words


def _declare(corpus: Corpus, draft: Draft, given: Mapping[str, Any], faults: list[str]) -> None:
    """Declare the event, the kind and the source that the options describe, if they are new."""
    new = (
        ("events", "event", {"title": "title", "kind": "kind"}),
        ("kinds", "kind", {"title": "kind_title", "theme": "theme"}),
        (
            "sources",
            "source",
            {"publisher": "publisher", "title": "source_title", "published": "published"}
            | {field: field for field in ("language", "derives_from")},
        ),
    )
    for section, one, fields in new:
        identifier = given[one]
        described = {field: given[option] for field, option in fields.items() if given[option]}
        if not identifier or not described:
            continue
        if identifier in corpus.section(section):
            options = ", ".join(f"--{fields[field].replace('_', '-')}" for field in described)
            faults.append(
                f"the {one} `{identifier}` is declared already, so that {options} would be lost; leave it out"
            )
        else:
            draft.declared[section, identifier] = described


def _name_copies(corpus: Corpus, draft: Draft) -> None:
    """Let a new source name your copy of it, if there is one that is called by its id."""
    from timeline.cli.at_hand import AtHand

    for (section, one), fields in draft.declared.items():
        if section == "sources":
            fields.update(AtHand(corpus, draft).named_as(one))


def sitting(data: Sequence[Path], corpus: Corpus, draft: Draft, into: Path | None, *, sure: bool) -> int:
    """Ask for a record and write it, and for another one if there is; `sure` writes without asking, and one only."""
    from timeline.cli.interview import Interview

    click.echo("Empty answers leave a field out, `<` goes back, `?` lists what there is.")
    click.echo("Ctrl-C ends without writing anything.")
    last: dict[str, Any] = {}
    while True:
        interview = Interview(corpus, draft, last)
        faults = interview.judge_given()
        if faults:
            raise CouldNotRunError("\n".join((*faults, "nothing was written")))
        code = _until_written(interview, corpus, draft, into, sure=sure)
        if sure or not _another():
            return code
        last = draft.record
        corpus, draft = corpus_to_write(data), Draft()
        click.echo("\n`=` answers as for the last record.")


def _until_written(interview: Interview, corpus: Corpus, draft: Draft, into: Path | None, *, sure: bool) -> int:
    """Ask, and write; ask the last question again when told to go back. What cannot be written is shown."""
    while True:
        interview.run()
        try:
            return write(corpus, draft, into, None if sure else confirmed)
        except BackError:
            continue
        except (CouldNotRunError, OSError):
            click.echo("So that it is not lost, this is what would have been written:\n", err=True)
            for line in shown(draft):
                click.echo(f"  {line}", err=True)
            raise


def _another() -> bool:
    try:
        return agreed("Another record?", default=False)
    except (BackError, click.Abort):
        return False


def write(corpus: Corpus, draft: Draft, into: Path | None, confirm: Callable[[Path, Draft], bool] | None) -> int:
    """Try a draft, show it, have it confirmed, and write it; return the exit code."""
    from timeline.curate.inserting import CannotInsertError, inserted
    from timeline.curate.replacing import rewrite
    from timeline.whole import NotWritableError

    problems = tried(corpus, draft).problems
    say(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        if any(problem.code == "unknown-event" for problem in problems):
            click.echo("A new event is declared by --title and --kind beside its id.", err=True)
        raise CouldNotRunError("nothing was written")
    _hold(corpus, draft)
    target = _target(corpus, draft, into)
    if confirm is not None and not confirm(target, draft):
        click.echo("Nothing was written.")
        return 0
    try:
        rewrite(target, lambda content: inserted(content, draft.additions(), str(target)))
    except (CannotInsertError, NotWritableError) as error:
        message = f"{error}; nothing was written"
        raise CouldNotRunError(message) from None
    record = draft.record
    click.echo(clean(f"Added to {target}: {record['event']}/{record['source']}/{record['paragraph']}"))
    for (section, one), fields in draft.declared.items():
        if section == "sources":
            click.echo(clean(_file_told(one, fields)))
    return 0


def _hold(corpus: Corpus, draft: Draft) -> None:
    """Hold a citation and its quotation against the document, if it is at hand."""
    from timeline.cli.at_hand import AtHand

    hand, record = AtHand(corpus, draft), draft.record
    source, paragraph = record["source"], record["paragraph"]
    fault = hand.beyond(source, paragraph)
    if fault:
        fault += f", and {paragraph} is cited"
    elif record.get("quote") and (why := hand.unquoted(source, paragraph, record["quote"])):
        fault = f"the quote “{record['quote']}”: {why}"
    if fault:
        message = f"{fault}; nothing was written"
        raise CouldNotRunError(message)


def _file_told(source: str, fields: Mapping[str, Any]) -> str:
    """Say which file a new source was read from, or that nothing tells."""
    if fields.get("file"):
        return f"Recorded: {source} was read from {fields['file']}, SHA-256 {fields['sha256']}"
    return (
        f"Not recorded: which file {source} was read from, for no text in sources/ is called `{source}` alone; "
        f"`timeline snapshot FILE --source {source}` records it"
    )


def say(problems: Iterable[Problem]) -> None:
    """Print what a draft would bring, without places in files that do not hold it yet."""
    for problem in problems:
        click.echo(clean(f"{problem.severity}: {problem.message} [{problem.code}]"), err=True)


def _target(corpus: Corpus, draft: Draft, into: Path | None) -> Path:
    if into is not None:
        known = {Path(file).resolve() for file in corpus.files}
        if into.resolve() not in known:
            message = f"{into} is not a file of this corpus; it has {', '.join(corpus.files)}"
            raise CouldNotRunError(message)
        return into
    found = file_for(draft, corpus)
    if found is None:
        message = f"no neighbour of this record tells where it belongs; give --into: {', '.join(corpus.files)}"
        raise CouldNotRunError(message)
    return Path(found)


def shown(draft: Draft) -> list[str]:
    """Return the lines that will be written, with nothing in them that drives a terminal."""
    from timeline.curate.emit import declaration, record

    lines: list[str] = []
    for (section, identifier), fields in draft.declared.items():
        lines += [f"{section}:", *declaration(identifier, fields, flow=section not in ("sources", "events"))]
    lines += ["records:", *record(draft.record)]
    return [re.sub(UNSAFE, lambda found: clean(found[0]), line) for line in lines]


def confirmed(target: Path, draft: Draft) -> bool:
    """Show what will be written, and ask."""
    click.echo("\nThis will be written:\n")
    for line in shown(draft):
        click.echo(f"  {line}")
    click.echo()
    return agreed(clean(f"Write it to {target}?"), default=True)
