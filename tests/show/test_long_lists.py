"""Long lists begin at once: their first rows say how wide the columns are, and no more are waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.show.columns import MEASURED, Column, aligned, tabled
from timeline.show.lines import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Taken:
    """Rows, and how many of them were asked for."""

    def __init__(self, number: int) -> None:
        self.number, self.asked = number, 0

    def rows(self) -> Iterator[tuple[str, ...]]:
        for number in range(self.number):
            self.asked += 1
            yield "x" * (3 if number < MEASURED else 9), str(number)


def test_columns_begin_before_the_last_row_is_there() -> None:
    taken = Taken(10 * MEASURED)
    lines = aligned(taken.rows())
    assert next(lines) == "xxx  0"
    assert taken.asked == MEASURED
    rest = list(lines)
    assert rest[-1] == f"xxxxxxxxx  {10 * MEASURED - 1}"
    assert len(rest) == 10 * MEASURED - 1


def test_tables_do_too_and_break_no_number() -> None:
    taken = Taken(10 * MEASURED)
    rows = ((row, ()) for row in taken.rows())
    lines = tabled((Column("What"), Column("N", is_number=True)), rows, 80)
    assert text_of(next(lines)).split() == ["What", "N"]
    assert taken.asked == MEASURED
    assert f"xxxx  {10 * MEASURED - 1}" in [text_of(line) for line in lines][-4:]
