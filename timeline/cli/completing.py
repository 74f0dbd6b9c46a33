"""What a shell offers for a word begun: the ids of a corpus, with what they stand for where the shell shows it.

They are taken from the cache, or else the data files are read, and no date is worked out. A corpus that cannot be
read offers nothing: a shell that waits for a completion is no place for messages.
"""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import click
    from click.shell_completion import CompletionItem

    from timeline.cache.kept import Kept

    Titled = list[tuple[str, str]]
    Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

_NOT_MORE = 500


def ids_of(*sections: str) -> Offer:
    """Return what offers the ids of these sections of a corpus; "themes" are no section, but the themes of kinds."""

    def offer(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:  # noqa: ARG001
        from click.shell_completion import CompletionItem

        from timeline.clean import clean

        found = _names(ctx, sections, lambda name: name.startswith(begun) and _is_plain(name))
        # What a shell shows beside an id stands on a line of its own format, so it is one line without colons.
        return [CompletionItem(name, help=clean(said).replace(":", " ")) for name, said in found[:_NOT_MORE]]

    return offer


def _names(ctx: click.Context, sections: Sequence[str], is_wanted: Callable[[str], bool]) -> Titled:
    """Return the ids of these sections, each with what it stands for; none where the corpus cannot be read."""
    from timeline.cache import ask
    from timeline.cli.options import may_cache
    from timeline.files import corpus_files, described

    try:
        files, where = corpus_files([Path(path) for path in ctx.params.get("data") or ()], os.environ, Path())
        told = described(files, where)
        held = ask(files, told, lambda kept: _kept(kept, sections, is_wanted)) if may_cache() else None
        if held is not None:
            return held
        from timeline.load import load
        from timeline.withhold import withhold

        corpus = withhold(load(files)[0])[0]
    except OSError:
        return []
    named = dict.fromkeys(record.event for record in corpus.records)  # of others there is nothing to show
    titled = [(event, corpus.events[event].title) for event in named if event in corpus.events]
    found = _named(sections, titled, lambda section: corpus.section(section).items())
    return [(name, said) for name, said in found if is_wanted(name)]


def _kept(kept: Kept, sections: Sequence[str], is_wanted: Callable[[str], bool]) -> Titled:
    places = (place for place, name in enumerate(kept.titles.ids if "events" in sections else ()) if is_wanted(name))
    titled = kept.titled(list(islice(places, _NOT_MORE)))
    found = _named(sections, titled, lambda section: [(one.id, one) for one in kept.declared(section)])
    return [(name, said) for name, said in found if is_wanted(name)]


def _named(sections: Sequence[str], titled: Titled, declared: Callable[[str], Iterable[tuple[str, Any]]]) -> Titled:
    """Return the ids of these sections, each with what it stands for, as they are declared; `titled` are the events."""
    found: Titled = []
    for section in sections:
        if section == "events":
            found += titled
        elif section == "themes":
            found += [(theme, "") for theme in dict.fromkeys(kind.theme for _, kind in declared("kinds"))]
        else:
            named = declared(section)
            found += [(identifier, getattr(one, "title", "") or getattr(one, "name", "")) for identifier, one in named]
    return found


def _is_plain(word: str) -> bool:
    """Whether a shell takes a word as it is."""
    return all(character.isalnum() or character in "-_." for character in word)
