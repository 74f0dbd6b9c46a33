"""The documents beside the data files, at hand while their records are asked for."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from timeline.clean import clean
from timeline.cli.printing import width
from timeline.dates.edtf import EdtfError, resolve
from timeline.dates.finding import find
from timeline.dates.language import LANGUAGES
from timeline.dates.resolution import Unread
from timeline.documents import Document, checksum, climbs, composed, file_in, loosened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.curate.draft import Draft
    from timeline.load import Corpus

_OPENING = 200
_PLAIN = (".txt", ".text", ".md")


class AtHand:
    """The copies in the folder `sources` beside the data files, or in theirs."""

    def __init__(self, corpus: Corpus, draft: Draft) -> None:
        self._corpus = corpus
        self._draft = draft
        beside = dict.fromkeys(Path(file).parent for file in corpus.files)
        self._folders = [folder for one in beside for folder in (one / "sources", one)]
        self._read: dict[str, Document | None] = {}

    def copies(self) -> list[str]:
        """Return the names of the plain texts in the folders `sources` that no source names yet."""
        named = {composed(Path(source.file).name) for source in self._corpus.sources.values() if source.file}
        named |= {composed(str(fields.get("file"))) for fields in self._draft.declared.values()}
        found = [
            path.name
            for folder in self._folders[::2]
            if folder.is_dir()
            for path in sorted(folder.iterdir())
            if path.suffix.lower() in _PLAIN and path.is_file()
        ]
        return [name for name in dict.fromkeys(found) if composed(name) not in named and not name.startswith(".")]

    def declared(self, name: str) -> dict[str, str]:
        """Return the fields that name a copy: its file and its SHA-256; none if it is gone. Shows how it begins."""
        content = self._content(name)
        if content is None:
            return {}
        document = _document(content)
        for number, text in enumerate(document.paragraphs[:4] if document else (), 1):
            _show(number, text if len(text) <= _OPENING else f"{text[:_OPENING]}…")
        return {"file": name, "sha256": checksum(content)}

    def named_as(self, source: str) -> dict[str, str]:
        """Return the fields that name the one copy whose name is a source's id, but for its ending; none if none is."""
        named = [name for name in self.copies() if Path(name).stem.casefold() == source.casefold()]
        content = self._content(named[0]) if len(named) == 1 else None
        return {} if content is None else {"file": named[0], "sha256": checksum(content)}

    def document(self, source: str) -> Document | None:
        """Return the document of a source, None where it is not at hand."""
        name = str(self._source(source).get("file") or "")
        if name not in self._read:
            content = self._content(name) if name else None
            self._read[name] = _document(content) if content is not None else None
        return self._read[name]

    def beyond(self, source: str, paragraph: str) -> str:
        """Return what is wrong with the number of a paragraph, "" if nothing is or the document is not at hand."""
        document = self.document(source)
        if document is None or not paragraph.isdecimal() or int(paragraph) <= len(document):
            return ""
        return f"the document ends with paragraph {len(document)}"

    def show(self, source: str, paragraph: str) -> list[str]:
        """Print a paragraph and the dates in it, numbered; return these, as written."""
        document = self.document(source)
        if document is None:
            click.echo("  (Its text is not at hand: `timeline snapshot` names your copy of it.)")
            return []
        number = int(paragraph)
        text = document.exact(number)
        _show(number, text)
        fields = self._source(source)
        language = str(fields.get("language") or "en")
        try:
            published = resolve(str(fields["published"])) if fields.get("published") else None
        except EdtfError:
            published = None
        found = find(text, published, language=language if language in LANGUAGES else "en")
        for at, date in enumerate(found, 1):
            told = date.resolution
            means = told.reason if isinstance(told, Unread) else told.edtf or "open on both sides"
            click.echo("  " + clean(f"{at}. “{date.text}”: {means}"))
        return [date.text for date in found]

    def unquoted(self, source: str, paragraph: str, words: str) -> str:
        """Return why words are no quotation from a paragraph, "" if they are or it is not at hand."""
        document = self.document(source)
        if document is None or " ".join(words.split()) in document.exact(int(paragraph)):
            return ""
        like = loosened(words) in document.loose(int(paragraph))
        return (
            "it stands there with other capitals, quotes or dashes" if like else "this does not stand in the paragraph"
        )

    def _source(self, source: str) -> Mapping[str, Any]:
        if ("sources", source) in self._draft.declared:
            return self._draft.declared["sources", source]
        declared = self._corpus.sources.get(source)
        return {name: getattr(declared, name) for name in ("file", "published", "language")} if declared else {}

    def _content(self, name: str) -> bytes | None:
        for folder in self._folders:
            if not climbs(name, folder) and (path := file_in(folder, name)).is_file():
                try:
                    return path.read_bytes()
                except OSError:
                    return None
        return None


def _document(content: bytes) -> Document | None:
    try:
        return Document.of(content)
    except UnicodeDecodeError:
        return None


def _show(number: int, text: str) -> None:
    margin = f"{number:>4} │ "
    for line in wrap(clean(text), max(20, min(width(), 100) - len(margin))):
        click.echo(f"{margin}{line}")
        margin = "     │ "
