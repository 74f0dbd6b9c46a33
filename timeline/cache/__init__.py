"""The timeline of a corpus, kept from one run to the next, so that a second run need not read the data files.

An entry is an SQLite database in the user's cache folder, found by a digest of all that the timeline follows from:
the content of the data files and their paths as given, and the program itself. Whatever is wrong with the cache, the
run goes on without it, and says why only where TIMELINE_TRACEBACK is set.

What is marked to be withheld is never kept: a timeline that includes it has no entry, and of another one the veil,
which names what it covers, is left out and made anew from the data files when something asks for it.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from timeline.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from timeline.model import Timeline

_Result = TypeVar("_Result")

MOST_BYTES = 32 * 2**20
"""A larger timeline is not kept."""


class Kept(NamedTuple):
    """A timeline, and the corpus that it was read from, in words that name nothing withheld."""

    timeline: Timeline
    corpus: str


def timeline_of(files: Sequence[Path], corpus: str, build: Callable[[], Timeline]) -> Kept:
    """Return the timeline that the data files tell, from the cache, or else built and then kept.

    `corpus` is what the output calls them; `build` makes the timeline of them, without what is to be withheld.
    """
    from timeline.cache.key import key_of

    key = _attempt(lambda: key_of(files, corpus))
    kept = _attempt(lambda: _found(key, files))
    if kept is not None:
        return kept
    timeline = build()
    kept = Kept(timeline, timeline.veil.text(corpus))
    if key is not None:
        _attempt(lambda: _keep(key, files, corpus, kept))
    return kept


class _VeilOfFiles(Veil):
    """The veil over what the data files mark to be withheld, read from them when it is first asked for."""

    def __init__(self, files: Sequence[Path]) -> None:
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
            from timeline.load import load
            from timeline.withhold import withhold

            *_, self._read = withhold(load(self._files)[0])
        return self._read


def _found(key: str | None, files: Sequence[Path]) -> Kept | None:
    """Return what is kept under a key, None where nothing is."""
    if key is None:
        return None
    from timeline.cache.columns import decode
    from timeline.cache.entry import unpacked
    from timeline.cache.folder import folder, read_file

    try:
        held = read_file(folder() / f"{key}.sqlite")
    except FileNotFoundError:
        return None
    was_on = gc.isenabled()
    gc.disable()
    try:
        corpus, tables, is_veiled = unpacked(held, key)
        timeline = decode(tables)
    finally:
        if was_on:
            gc.enable()
    return Kept(timeline._replace(veil=_VeilOfFiles(files)) if is_veiled else timeline, corpus)


def _keep(key: str, files: Sequence[Path], corpus: str, kept: Kept) -> None:
    from timeline.cache.columns import encode
    from timeline.cache.entry import packed
    from timeline.cache.folder import folder, write_file
    from timeline.cache.key import key_of

    timeline = kept.timeline
    if timeline.veil.blind:  # nothing of such a corpus is known
        return
    if timeline.veil:  # a pointer names keys of the data file, ids of people among them
        timeline = timeline._replace(problems=tuple(one._replace(pointer=None) for one in timeline.problems))
    held = packed(key, kept.corpus, encode(timeline), veiled=bool(timeline.veil))
    if len(held) <= MOST_BYTES and key_of(files, corpus) == key:  # nobody wrote the data files meanwhile
        write_file(folder() / f"{key}.sqlite", held)


def _attempt(do: Callable[[], _Result]) -> _Result | None:
    """Return what a function returns, None where it fails: nothing about a cache is worth a run."""
    try:
        return do()
    except Exception as error:  # noqa: BLE001 - whatever it is
        if os.environ.get("TIMELINE_TRACEBACK") and sys.stderr is not None:
            from timeline.clean import clean

            sys.stderr.write(clean(f"without the cache: {type(error).__name__}: {error}") + "\n")
        return None
