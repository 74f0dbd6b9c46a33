"""Timesketch as JSON lines: the rows of `timeline.export.timesketch_rows`, an object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.objects import dumped
from timeline.export.timesketch_rows import caution, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Selection

__all__ = ["caution", "render"]


def render(selection: Selection) -> Iterator[str]:
    """Yield the lines."""
    return (dumped(row) + "\n" for row in rows(selection))
