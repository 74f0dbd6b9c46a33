"""Whatever byte of an entry changes, what is read from it is what was written, or is refused."""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from timeline.cache import store

PAGE = 8192
REFUSED = (ValueError, EOFError, LookupError, TypeError, sqlite3.Error)


def pointers(content: bytes) -> list[int]:
    """Where the numbers of pages stand that the inner pages of tables lead to, and the places of rows on the others."""
    found = []
    for page in range(0, len(content), PAGE):
        kind, cells = content[page], struct.unpack(">H", content[page + 3 : page + 5])[0]
        if kind == 5 and cells < PAGE // 8:
            places = struct.unpack(f">{cells}H", content[page + 12 : page + 12 + 2 * cells])
            found += [page + place + 3 for place in places] + [page + 13, page + 11]
        elif kind == 13 and cells < PAGE // 8:
            found += [page + 9, page + 11]
    return found


def test_a_page_that_is_read_in_place_of_another_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    rows = [(number, f"{number:0200}") for number in range(700)]
    store.write(file, "k", store.Content({}, {"row": store.Table(rows), "few": store.Table(rows[:40], 4)}))
    content = file.read_bytes()
    refused = told = 0
    for at in pointers(content):
        for change in (1, -1, 7):
            damaged = bytearray(content)
            damaged[at] = (damaged[at] + change) % 256
            file.write_bytes(damaged)
            try:
                held = store.Store(file, "k")
                for table, every in (("row", rows), ("few", rows[:40])):
                    assert list(held.all_rows(table)) == every
                    assert list(held.rows(table, range(len(every) - 1, -1, -1))) == every[::-1]
                told += 1
            except REFUSED:
                refused += 1
    assert refused > 20
    assert refused + told == 3 * len(pointers(content))
