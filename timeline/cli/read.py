"""`timeline read SOURCE.txt`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from timeline.cli.options import data_option, offers
from timeline.cli.printing import print_lines, width
from timeline.dates.language import LANGUAGES

if TYPE_CHECKING:
    from timeline.dates.resolution import Resolution
    from timeline.documents import Document
    from timeline.model import Source, Timeline

_PARAGRAPHS = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")


class _Anchor(NamedTuple):
    """What the dates of a document are read against: its source, its day of publication, and its language."""

    source: Source | None
    published: Resolution | None
    language: str
    remark: str = ""


@click.command()
@click.argument("document", type=click.Path(path_type=Path), metavar="SOURCE.txt")
@data_option
@click.option(
    "--source",
    metavar="ID",
    shell_complete=offers("sources"),
    help="Which source of the corpus it is, where its `file` does not say so.",
)
@click.option("--on", "published", metavar="DATE", help="When it was published, as EDTF, where no source says so.")
@click.option("--language", type=click.Choice(tuple(LANGUAGES)), help="What it is written in, where no source says so.")
@click.option("--paragraph", "only", metavar="N[-M]", help="Only this paragraph, or these.")
@click.option("--dates-only", is_flag=True, help="Only the dates and what they mean, not the text.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--pager", is_flag=True, help="Page through the output.")
def read(  # noqa: PLR0913, PLR0917 - one parameter an option
    document: Path,
    data: tuple[Path, ...],
    source: str | None,
    published: str | None,
    language: str | None,
    only: str | None,
    dates_only: bool,  # noqa: FBT001
    form: str,
    pager: bool,  # noqa: FBT001
) -> int:
    """Print a document with its paragraphs numbered, its dates read, and what cites it.

    The document is plain text in UTF-8; a paragraph is a run of text between blank lines. Each date in the text stands
    in {braces} and is resolved against the day of publication, each name that the corpus knows in ‹angle brackets›,
    and the records that cite a paragraph already are named beside it.

    \b
    timeline read sources/gazette.txt
    timeline read notes.txt --on 2019-03-14 --paragraph 4-9
    """  # noqa: D301 - click reads the backspace
    from timeline.cli.reading import read as read_corpus
    from timeline.cli.reading import report
    from timeline.cli.writing import write_out
    from timeline.markup import marked, veil_of
    from timeline.show.document import Heading, render, render_json

    first, last = _asked(only)
    content, text = _content(document)
    found = read_corpus(data)
    anchor = _anchor(found.timeline, document.name, content, (source, published, language))
    identifier = anchor.source.id if anchor.source else None
    marks = marked(text, found.timeline, identifier, anchor.published, anchor.language)
    paragraphs = [one for one in marks if first <= one.number and (last is None or one.number <= last)]
    if only is not None and not paragraphs:
        message = f"there is no paragraph {only}: the document has {len(text)}"
        raise click.BadParameter(message, param_hint="--paragraph")
    heading = Heading(
        veil_of(found.timeline).text(document.name),
        identifier or "",
        anchor.source.title if anchor.source else "",
        anchor.published.edtf if anchor.published else "",
        anchor.language,
        anchor.remark,
    )
    if form == "json":
        write_out([render_json(heading, paragraphs) + "\n"])
    else:
        print_lines(render(heading, paragraphs, width(), dates_only=dates_only), pager=pager)
    return report(found)


def _asked(only: str | None) -> tuple[int, int | None]:
    """Return the first and the last paragraph asked for; None is the end of the document."""
    if only is None:
        return 1, None
    asked = _PARAGRAPHS.fullmatch(only.strip())
    if not asked or int(asked[1]) < 1 or int(asked[2] or asked[1]) < int(asked[1]):
        message = f"`{only}` is not N or N-M, as in 4 or 4-9"
        raise click.BadParameter(message, param_hint="--paragraph")
    return int(asked[1]), int(asked[2] or asked[1])


def _content(file: Path) -> tuple[bytes, Document]:
    """Return the bytes of a file and the document that they are."""
    from timeline.cli.reading import CouldNotRunError
    from timeline.documents import Document

    if "\x00" in str(file) or not file.is_file():
        what = "it is no plain file" if file.exists() else "no such file"
        message = f"{file}: {what}; give the path of your copy of the document, as plain text"
        raise CouldNotRunError(message)
    content = file.read_bytes()
    try:
        return content, Document.of(content)
    except UnicodeDecodeError as error:
        message = f"{file} is not UTF-8 (byte {error.start + 1}): save it as plain text in UTF-8 and try again"
        raise CouldNotRunError(message) from None


def _anchor(timeline: Timeline, name: str, content: bytes, asked: tuple[str | None, str | None, str | None]) -> _Anchor:
    """Return what the document's dates are read against: what was asked for, else what its source says."""
    from timeline.documents import checksum, published_on

    identifier, published, language = asked
    source = _source(timeline, name, content, identifier)
    anchor = _day(published) if published is not None else published_on(timeline, source) if source else None
    remark = ""
    if source is None:
        remark = "No source of the corpus names this file, by name or checksum: --source says which it is"
        remark += "." if published else ", --on when it was published."
    elif source.sha256 is not None and source.sha256 != checksum(content):
        remark = f"This is not the file that was read for `{source.id}`: its SHA-256 is {checksum(content)}."
    spoken = language or (source.language if source and source.language in LANGUAGES else "en")
    return _Anchor(source, anchor, spoken, remark)


def _source(timeline: Timeline, name: str, content: bytes, identifier: str | None) -> Source | None:
    from timeline.cli.reading import CouldNotRunError
    from timeline.documents import sources_of
    from timeline.problems import did_you_mean

    by_id = {source.id: source for source in timeline.sources}
    if identifier is not None:
        if identifier not in by_id:
            message = f"no source `{identifier}` in this corpus{did_you_mean(identifier, by_id)}"
            raise CouldNotRunError(message)
        return by_id[identifier]
    found = sources_of(timeline, name, content)
    if len(found) > 1:
        named = ", ".join(f"`{source.id}`" for source in found)
        message = f"the sources {named} all name `{name}`; say which it is by --source ID"
        raise CouldNotRunError(message)
    return found[0] if found else None


def _day(text: str) -> Resolution:
    from timeline.dates.edtf import EdtfError, resolve

    try:
        return resolve(text)
    except EdtfError as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
