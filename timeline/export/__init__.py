"""The export formats: a module each, with one pure function `render(selection, …) -> Iterator[str]`; bytes if binary.

A new format is a new module and a line in `FORMATS`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from timeline.model import Selection


class Format(NamedTuple):
    """A format: the module that renders it, the suffixes of files that hold it, and what it is for, in a line.

    `extra` is what must be installed for it, beside the program: the name of a Python module, and of the extra that
    brings it. A `binary` format is rendered to bytes.
    """

    module: str
    suffixes: tuple[str, ...]
    about: str
    extra: tuple[str, str] = ("", "")
    binary: bool = False


FORMATS = {
    "csv": Format("timeline.export.csv_rows", (".csv",), "Spreadsheets: a row an event, or a row a claim."),
    "docx": Format("timeline.export.docx", (".docx",), "A Word document, for a report.", ("docx", "docx"), binary=True),
    "ftm": Format(
        "timeline.export.ftm",
        (".ftm.json", ".ftm.jsonl", ".ftm"),
        "FollowTheMoney entities, for Aleph, OpenAleph and the ftm tools.",
    ),
    "html": Format(
        "timeline.export.page", (".html", ".htm"), "One page to publish: chart, chronology, evidence, filters, sources."
    ),
    "ics": Format("timeline.export.ics", (".ics",), "iCalendar, for calendar programs.", ("icalendar", "ics")),
    "json": Format("timeline.export.json_document", (".json",), "All of it, for scripts."),
    "jsonl": Format("timeline.export.json_lines", (".jsonl", ".ndjson"), "An event a line, for scripts."),
    "jsonld": Format(
        "timeline.export.jsonld",
        (".jsonld",),
        "Linked data: schema.org events, and each citation as a W3C Web Annotation.",
    ),
    "markdown": Format("timeline.export.markdown", (".md", ".markdown"), "For a report."),
    "markwhen": Format("timeline.export.markwhen", (".mw",), "Plain text for the markwhen timeline editor."),
    "parquet": Format(
        "timeline.export.parquet",
        (".parquet",),
        "Columns for DuckDB, pandas, Polars and Spark: a row a claim, or another by --rows.",
        ("pyarrow", "parquet"),
        binary=True,
    ),
    "sqlite": Format(
        "timeline.export.sqlite",
        (".sqlite", ".db"),
        "An SQLite database, for queries, Datasette and sqlite-utils.",
        binary=True,
    ),
    "timelinejs": Format("timeline.export.timelinejs", (".timelinejs.json",), "Slides for Knight Lab's TimelineJS."),
    "timelinejs-csv": Format(
        "timeline.export.timelinejs_csv", (".timelinejs.csv",), "The same, in the columns of its spreadsheet."
    ),
    "timesketch": Format("timeline.export.timesketch_csv", (".timesketch.csv",), "CSV that Timesketch imports."),
    "timesketch-jsonl": Format("timeline.export.timesketch_jsonl", (".timesketch.jsonl",), "The same as JSON lines."),
}
"""The formats by name. Modules are imported when they are asked for."""


def format_for(path: Path) -> str | None:
    """Return the name of the format that a file's suffix stands for, or None; the longest suffix counts."""
    file = path.name.lower().lstrip(".")
    fitting = [
        (len(suffix), name) for name, form in FORMATS.items() for suffix in form.suffixes if file.endswith(suffix)
    ]
    return max(fitting)[1] if fitting else None


def missing_extra(name: str) -> str:
    """Return the extra that must be installed before a format can be rendered, "" if none is missing."""
    module, extra = FORMATS[name].extra
    return extra if module and find_spec(module) is None else ""


def renderer(name: str) -> Callable[..., Iterator[str]]:
    """Return the function that renders a selection in a format of text."""
    return cast("Callable[..., Iterator[str]]", import_module(FORMATS[name].module).render)


def render(name: str, selection: Selection, **options: object) -> Iterator[str]:
    """Render a selection in the format of text `name`, piece by piece."""
    return renderer(name)(selection, **options)


def pieces(name: str, selection: Selection, **options: object) -> Iterator[str] | Iterator[bytes]:
    """Render a selection in any format, piece by piece: text, or the bytes of a binary format."""
    render_pieces: Callable[..., Iterator[str] | Iterator[bytes]] = import_module(FORMATS[name].module).render
    return render_pieces(selection, **options)


def caution(name: str, selection: Selection, **options: object) -> str:
    """Return what whoever opens this in a format must know of what it cannot express, "" if nothing."""
    say: Callable[..., str] | None = getattr(import_module(FORMATS[name].module), "caution", None)
    return say(selection, **options) if say else ""
