"""Draw the picture in the README: `python docs/picture.py` writes docs/show.svg, what a terminal shows of 2019."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from timeline.entries import listing_of
from timeline.load import bundled_corpus
from timeline.pipeline import build
from timeline.select import Query, parse_period, select
from timeline.show import table

WIDTH = 110
OUT = Path(__file__).with_name("show.svg")


def main() -> None:
    """Write the picture."""
    query = Query(themes=("arrests",), periods=(parse_period("2019"),), certain=True)
    selection, _ = select(build([bundled_corpus()]), query)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    segments: list[Segment] = []
    for line in table.render(listing_of(selection), "the bundled corpus", WIDTH):
        segments += (Segment(text, Style.parse(style) if style else None) for style, text in line)
        segments.append(Segment.line())
    console.print(Segments(segments), soft_wrap=True, end="")
    # The picture asks nothing of the network: rich's own form fetches a font.
    form = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    form = form.replace("Fira Code, monospace", "DejaVu Sans Mono, Menlo, Consolas, monospace")
    title = "timeline show --theme arrests --year 2019 --certain"
    OUT.write_text(console.export_svg(title=title, code_format=form, unique_id="timeline"), encoding="utf-8")


if __name__ == "__main__":
    main()
