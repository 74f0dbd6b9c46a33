"""Timesketch as CSV: the rows of `timeline.export.timesketch_rows`, no cell of which is a formula for a spreadsheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from timeline.export.csv_rows import writer
from timeline.export.timesketch_rows import COLUMNS, caution, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Selection

__all__ = ["caution", "render"]


def render(selection: Selection) -> Iterator[str]:
    """Yield the header and the rows."""
    line = writer()
    yield line(COLUMNS)
    for row in rows(selection):
        # Timesketch reads a list of tags from a cell as JSON.
        row["tag"] = json.dumps(row["tag"], ensure_ascii=False)
        yield line(row[column] for column in COLUMNS)
