"""What a shell offers for a word begun: the ids of a corpus, with what they stand for where the shell shows it.

Only the data files are read, no date is worked out. A corpus that cannot be read offers nothing: a shell that waits
for a completion is no place for messages.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import click
    from click.shell_completion import CompletionItem

    from timeline.load import Corpus

    Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_NOT_MORE = 500


def ids_of(*sections: str) -> Offer:
    """Return what offers the ids of these sections of a corpus; "themes" are no section, but the themes of kinds."""

    def offer(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:  # noqa: ARG001
        from click.shell_completion import CompletionItem

        from timeline.clean import clean

        corpus = _corpus(ctx)
        if corpus is None:
            return []
        found = (one for section in sections for one in _named(corpus, section) if one[0].startswith(begun))
        # What a shell shows beside an id stands on a line of its own format, so it is one line without colons.
        items = [CompletionItem(name, help=clean(said).replace(":", " ")) for name, said in found if _is_plain(name)]
        return items[:_NOT_MORE]

    return offer


def _named(corpus: Corpus, section: str) -> Iterator[tuple[str, str]]:
    if section == "themes":
        yield from dict.fromkeys((kind.theme, "") for kind in corpus.kinds.values())
        return
    for identifier, declared in corpus.section(section).items():
        yield identifier, getattr(declared, "title", "") or getattr(declared, "name", "")


def _is_plain(word: str) -> bool:
    """Whether a shell takes a word as it is."""
    return all(character.isalnum() or character in "-_." for character in word)


def _corpus(ctx: click.Context) -> Corpus | None:
    from timeline.load import corpus_files, load
    from timeline.withhold import withhold

    try:
        files, _ = corpus_files([Path(path) for path in ctx.params.get("data") or ()], os.environ, Path())
        return withhold(load(files)[0])[0]
    except OSError:
        return None
