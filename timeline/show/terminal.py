"""Lines to a terminal by rich, which knows what it can show; as text where there is none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from timeline.show.lines import Line

_AT_ONCE = 500
"""So many lines are laid out before they are printed, and then as many again."""


def print_styled(lines: Iterable[Line], file: IO[str] | None = None) -> None:
    """Print lines with their styles on `file` (standard output if None), as far as the terminal and NO_COLOR allow.

    The lines are laid out already: nothing in them is markup, and rich neither wraps nor highlights them.
    """
    console = Console(file=file, force_terminal=True)
    around = _Around(console)
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        if console.legacy_windows:  # which has no codes for styles: rich calls the system
            console.print(Segments([segment for line in some for segment in _segments(line)]), soft_wrap=True, end="")
            continue
        texts: list[str] = []
        for line in some:
            for style, text in line:
                if style and text:
                    before, after = around[style]
                    texts += (before, text, after)
                else:
                    texts.append(text)
            texts.append("\n")
        console.file.write("".join(texts))
        console.file.flush()


class _Around(dict[str, tuple[str, str]]):
    """What rich writes before and after a text of a style: the same for any text, so it is asked once."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def __missing__(self, style: str) -> tuple[str, str]:
        with self._console.capture() as drawn:
            self._console.print(Segments([Segment("-", Style.parse(style))]), soft_wrap=True, end="")
        before, _, after = drawn.get().partition("-")
        self[style] = before, after
        return before, after


def _segments(line: Line) -> Iterator[Segment]:
    for style, text in line:
        yield Segment(text, Style.parse(style) if style else None)
    yield Segment.line()
