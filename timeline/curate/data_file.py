"""What was taken in as the text of a data file, in the layout that all who write data files share."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from timeline.clean import clean
from timeline.curate import emit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.intake.taken import Fields

_IN_BLOCKS = frozenset(("sources", "events"))


def record_text(fields: Fields) -> str:
    """Return a record as lines of a data file."""
    return "\n".join(emit.record(fields)) + "\n"


def data_file(
    declarations: Mapping[str, Mapping[str, Fields]], records: Iterable[str], comment: Iterable[str] = ()
) -> Iterator[str]:
    """Yield a data file: comments, the sections that hold something, the records as `record_text` gives them."""
    lines = [line for text in comment for line in _wrapped(text)]
    if lines:
        yield "\n".join(lines) + "\n\n"
    for section, declared in declarations.items():
        if declared:
            yield f"{section}:\n"
            for identifier, fields in declared.items():
                yield "\n".join(emit.declaration(identifier, fields, flow=section not in _IN_BLOCKS)) + "\n"
            yield "\n"
    first = True
    for record in records:
        yield f"records:\n{record}" if first else record
        first = False
    if first:
        yield "records: []\n"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(clean(text), emit.WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False)
