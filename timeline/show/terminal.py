"""Lines to a terminal by rich, which knows what it can show; as text where there is none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

    from timeline.show.columns import Line

_AT_ONCE = 500
"""So many lines are laid out before they are printed, and then as many again."""


def print_styled(lines: Iterable[Line], file: IO[str] | None = None) -> None:
    """Print lines with their styles on `file` (standard output if None), as far as the terminal and NO_COLOR allow.

    The lines are laid out already: nothing in them is markup, and rich neither wraps nor highlights them.
    """
    styles: dict[str, Style | None] = {"": None}
    console = Console(file=file, force_terminal=True)
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        segments = []
        for line in some:
            for style, text in line:
                if style not in styles:
                    styles[style] = Style.parse(style)
                segments.append(Segment(text, styles[style]))
            segments.append(Segment.line())
        console.print(Segments(segments), soft_wrap=True, end="")
