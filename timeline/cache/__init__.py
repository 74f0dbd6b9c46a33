"""The timeline of a corpus, kept from one run to the next, so that a second run need not read the data files.

An entry is an SQLite database in the user's cache folder, found by a digest of all that the timeline follows from:
the content of the data files and their paths as given, and the program itself. What a command asks for is read from
it, and nothing else, so that one year of a large corpus costs what one year does. Whatever is wrong with the cache,
the run goes on without it, and says why only where TIMELINE_TRACEBACK is set.

What is marked to be withheld is never kept: a timeline that includes it has no entry, and of another one the veil,
which names what it covers, is left out and made anew from the data files when something asks for it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

from timeline.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from timeline.cache.kept import Kept
    from timeline.listing import Listing
    from timeline.model import Event, Selection, Source, Timeline
    from timeline.problems import Problem
    from timeline.query import Query
    from timeline.remarks import Head

_Result = TypeVar("_Result")

_FEW = 2000
"""So many events are kept before the command ends."""

MOST_BYTES = 2 * 2**30
"""A larger entry is not kept."""


class Told:
    """What data files tell: from the cache, in the parts that are asked for, or else built as a whole.

    `corpus` is what the output calls them, in words that name nothing withheld.
    """

    def __init__(
        self,
        files: Sequence[str | Path],
        corpus: str,
        build: Callable[[], Timeline],
        *,
        may_keep: bool,
        is_open: bool = False,
    ) -> None:
        """Find the files in the cache where `may_keep`, which it may be where all that is withheld is left out.

        `build` makes the timeline of the files; `is_open` is whether all of it may be named.
        """
        from timeline.cache.key import key_of

        self._files, self._given, self._build = files, corpus, build
        self._key = _attempt(lambda: key_of(files, corpus)) if may_keep else None
        self._kept = _attempt(lambda: _opened(self._key))
        self._timeline: Timeline | None = None
        self.corpus = self._kept.corpus if self._kept else corpus if is_open else self.timeline.veil.text(corpus)

    @property
    def head(self) -> Timeline | Head:
        """The timeline as far as it need be known to say what is wrong with the data, and what is withheld."""
        return self._timeline or (self._kept.head if self._kept else self.timeline)

    @property
    def files(self) -> tuple[str | Path, ...]:
        """The data files."""
        return tuple(self._files)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents that are declared, but for those withheld."""
        told: tuple[Source, ...] | None = self._ask(lambda kept: kept.declared("sources"))
        return self.timeline.sources if told is None else told

    @property
    def timeline(self) -> Timeline:
        """The whole timeline."""
        if self._timeline is None:
            self._timeline = _attempt(self._read)
        if self._timeline is None:
            self._kept = None
            self._timeline = self._build()
        return self._timeline

    def listing(self, query: Query) -> tuple[Listing, tuple[Problem, ...]]:
        """Return what the list of the events that a query asks for is printed from; see `select`."""
        answer = self._ask(lambda kept: kept.listing(query))
        if answer is not None:
            return answer
        from timeline.entries import listing_of

        selection, problems = self.select(query)
        return listing_of(selection), problems

    def select(self, query: Query) -> tuple[Selection, tuple[Problem, ...]]:
        """Return the events that a query asks for, and what goes with them.

        The problems name values that stand for nothing in this corpus.
        """
        answer = self._ask(lambda kept: kept.select(query))
        if answer is not None:
            selection, problems = answer
            return selection._replace(timeline=self._with_veil(selection.timeline)), problems
        from timeline.select import select

        return select(self.timeline, query)

    def account(self, words: str) -> tuple[Timeline, Event | Source] | Problem:
        """Return the event or else the source that the words name, and a timeline of all that an account of it needs.

        Else the problem that they name none, or several.
        """
        from timeline.lookup import Titles, id_named, not_one_event, places_named

        told = self._ask(lambda kept: kept.account(words))
        if told is not None:
            return told
        titles = Titles((event.id, event.title) for event in self.timeline.events)
        places = places_named(titles, words)
        if len(places) == 1:
            return self.timeline, self.timeline.events[places[0]]
        sources = {source.id: source for source in self.timeline.sources}
        named = id_named(sources, words)
        return not_one_event(titles, words, places) if named is None else (self.timeline, sources[named])

    def amend(self, timeline: Timeline) -> None:
        """Tell this timeline from now on, which is not kept."""
        self._timeline, self._key = timeline, None

    @property
    def is_new(self) -> bool:
        """Whether it was built in this run and may be kept."""
        return self._key is not None and self._kept is None and self._timeline is not None

    def keep(self) -> None:
        """Keep what was built for the next run; a process of its own does that where it takes long."""
        if not self.is_new:
            return
        key = str(self._key)
        self._key = None

        def work() -> None:
            _attempt(lambda: _keep(key, self._files, self._given, self))

        from timeline.cache.aside import aside

        if len(self.timeline.events) < _FEW or not aside(work):
            work()

    def _ask(self, question: Callable[[Kept], _Result]) -> _Result | None:
        """Ask the cache; what it cannot answer it is not asked again."""
        kept = self._kept
        if kept is None or self._timeline is not None:
            return None
        answer = _attempt(lambda: question(kept))
        if answer is None:
            self._kept = None
        return answer

    def _read(self) -> Timeline | None:
        return self._with_veil(self._kept.whole()) if self._kept else None

    def _with_veil(self, timeline: Timeline) -> Timeline:
        return timeline._replace(veil=_VeilOfFiles(self._files)) if self._kept and self._kept.is_veiled else timeline


def ask(files: Sequence[str | Path], corpus: str, question: Callable[[Kept], _Result]) -> _Result | None:
    """Ask what is kept of data files, which the output calls `corpus`; return None where nothing is that answers."""
    from timeline.cache.key import key_of

    def answer() -> _Result | None:
        kept = _opened(key_of(files, corpus))
        return None if kept is None else question(kept)

    return _attempt(answer)


def _opened(key: str | None) -> Kept | None:
    if key is None:
        return None
    from timeline.cache.folder import entry, held_in
    from timeline.cache.kept import Kept
    from timeline.cache.store import Store, opens_bytes

    try:
        held = held_in(entry(key))
    except FileNotFoundError:
        return None
    if isinstance(held, bytes) and not opens_bytes():
        from pathlib import Path

        held = Path(entry(key))
    return Kept(Store(held, key))


class _VeilOfFiles(Veil):
    """The veil over what the data files mark to be withheld, read from them when it is first asked for."""

    def __init__(self, files: Sequence[str | Path]) -> None:
        super().__init__()
        self._files = tuple(files)
        self._read: Veil | None = None

    def __bool__(self) -> bool:
        return True

    def text(self, text: str) -> str:
        return self._veil().text(text)

    def date(self, text: str) -> str:
        return self._veil().date(text)

    def _veil(self) -> Veil:
        if self._read is None:
            from pathlib import Path

            from timeline.load import load
            from timeline.withhold import withhold

            *_, self._read = withhold(load([Path(file) for file in self._files])[0])
        return self._read


def _keep(key: str, files: Sequence[str | Path], given: str, told: Told) -> None:
    from pathlib import Path

    from timeline.cache.compiled import content
    from timeline.cache.folder import entry, write_file
    from timeline.cache.key import key_of
    from timeline.cache.store import write
    from timeline.collector import collector_off

    timeline = told.timeline
    if timeline.veil.blind:  # nothing of such a corpus is known
        return
    if timeline.veil:  # a pointer names keys of the data file, ids of people among them
        timeline = timeline._replace(problems=tuple(one._replace(pointer=None) for one in timeline.problems))
    with collector_off():
        held = content(timeline, told.corpus, veiled=bool(timeline.veil))
        if key_of(files, given) == key:  # nobody wrote the data files meanwhile
            write_file(Path(entry(key)), lambda path: write(path, key, held), MOST_BYTES)


def _attempt(do: Callable[[], _Result]) -> _Result | None:
    """Return what a function returns, None where it fails: nothing about a cache is worth a run."""
    try:
        return do()
    except Exception as error:  # noqa: BLE001 - whatever it is
        if os.environ.get("TIMELINE_TRACEBACK") and sys.stderr is not None:
            from timeline.clean import clean

            sys.stderr.write(clean(f"without the cache: {type(error).__name__}: {error}") + "\n")
        return None
