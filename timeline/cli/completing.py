"""What a shell offers for a word begun: the ids of a corpus, with what they stand for where the shell shows it.

They are taken from the cache, or else the data files are read, and no date is worked out. A corpus that cannot be
read offers nothing: a shell that waits for a completion is no place for messages.
"""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import click
    from click.shell_completion import CompletionItem

    from timeline.cache.kept import Kept
    from timeline.load import Corpus
    from timeline.model import Timeline

    Titled = list[tuple[str, str]]
    Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_NOT_MORE = 500


def ids_of(*sections: str) -> Offer:
    """Return what offers the ids of these sections of a corpus; "themes" are no section, but the themes of kinds."""

    def offer(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:  # noqa: ARG001
        from click.shell_completion import CompletionItem

        from timeline.clean import clean

        named = _names(ctx, sections)
        found = ((name, said) for name, said in named if name.startswith(begun) and _is_plain(name))
        # What a shell shows beside an id stands on a line of its own format, so it is one line without colons.
        return [CompletionItem(name, help=clean(said).replace(":", " ")) for name, said in islice(found, _NOT_MORE)]

    return offer


def _names(ctx: click.Context, sections: Sequence[str]) -> list[tuple[str, str]]:
    """Return the ids of these sections, each with what it stands for; none where the corpus cannot be read."""
    from timeline.cache import ask
    from timeline.cli.options import may_cache
    from timeline.files import corpus_files, described

    try:
        files, where = corpus_files([Path(path) for path in ctx.params.get("data") or ()], os.environ, Path())
        kept = ask(files, described(files, where), lambda kept: _kept(kept, sections)) if may_cache() else None
        if kept is not None:
            return kept
        from timeline.load import load
        from timeline.withhold import withhold

        corpus = withhold(load(files)[0])[0]
    except OSError:
        return []
    told = dict.fromkeys(record.event for record in corpus.records)  # of others there is nothing to show
    titled = [(event, corpus.events[event].title) for event in told if event in corpus.events]
    return [one for name in sections for one in _declared(corpus, titled, name)]


def _kept(kept: Kept, sections: Sequence[str]) -> Titled:
    titled = kept.titled() if "events" in sections else []
    return [one for name in sections for one in _named(kept.declared(), titled, name)]


def _named(timeline: Timeline, titled: Titled, section: str) -> Titled:
    if section == "events":
        return titled
    if section == "themes":
        return [(theme, "") for theme in dict.fromkeys(kind.theme for kind in timeline.kinds)]
    if section in {"sources", "kinds"}:
        return [(one.id, one.title) for one in (timeline.sources if section == "sources" else timeline.kinds)]
    return [(one.id, one.name) for one in (timeline.people if section == "people" else timeline.places)]


def _declared(corpus: Corpus, titled: Titled, section: str) -> Titled:
    if section == "events":
        return titled
    if section == "themes":
        return [(theme, "") for theme in dict.fromkeys(kind.theme for kind in corpus.kinds.values())]
    declared = corpus.section(section).items()
    return [(identifier, getattr(one, "title", "") or getattr(one, "name", "")) for identifier, one in declared]


def _is_plain(word: str) -> bool:
    """Whether a shell takes a word as it is."""
    return all(character.isalnum() or character in "-_." for character in word)
