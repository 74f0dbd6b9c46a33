"""The export formats: a module each, with one pure function `render(selection, …) -> Iterator[str]`.

A new format is a new module and a line in `FORMATS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from timeline.model import Selection


class Format(NamedTuple):
    """A format: the module that renders it, and the suffixes of files that hold it."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {
    "csv": Format("timeline.export.csv_rows", (".csv",)),
    "json": Format("timeline.export.json_document", (".json",)),
    "jsonl": Format("timeline.export.json_lines", (".jsonl", ".ndjson")),
    "markdown": Format("timeline.export.markdown", (".md", ".markdown")),
}
"""The formats by name. Modules are imported when they are asked for."""


def format_for(path: Path) -> str | None:
    """Return the name of the format that a file's suffix stands for, or None."""
    suffix = path.suffix.lower()
    return next((name for name, form in FORMATS.items() if suffix in form.suffixes), None)


def renderer(name: str) -> Callable[..., Iterator[str]]:
    """Return the function that renders a selection in a format."""
    return cast("Callable[..., Iterator[str]]", import_module(FORMATS[name].module).render)


def render(name: str, selection: Selection, **options: object) -> Iterator[str]:
    """Render a selection in the format `name`, piece by piece."""
    return renderer(name)(selection, **options)
