"""A table whose columns are known by name: cells by column, and problems that say which column they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.problems import Severity, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from timeline.intake.table import Row, Table


def plain_name(column: str) -> str:
    """Return a column's name as it is compared: `Event Title` is `event_title`."""
    return "_".join(column.casefold().replace("_", " ").split())


class Sheet:
    """A table, of which `known` columns mean something; `shown` gives their usual names where those differ.

    What stands in any other column is kept: `kept` gives it back as text.
    """

    def __init__(
        self,
        table: Table,
        known: Collection[str],
        shown: Mapping[str, str] | None = None,
        text: Callable[[str], str] = str,
    ) -> None:
        self.table = table
        self._text = text
        self._shown = shown or {}
        self._places: dict[str, int] = {}
        self._others: list[tuple[int, str]] = []
        for place, name in enumerate(table.columns):
            self._place(place, name, known)

    def _place(self, place: int, name: str, known: Collection[str]) -> None:
        plain = plain_name(name)
        if plain in known and plain not in self._places:
            self._places[plain] = place
            return
        self._others.append((place, name or f"column {place + 1}"))
        if plain in self._places:
            message = f"a second column `{name}`; keep one of the two"
            self.table.fault("duplicate-column", message, 1, place + 1)
        elif did_you_mean(plain, ("withhold",)):
            message = f"the column `{name}` is not known; did you mean `withhold`, as claims have it? Mend or remove it"
            self.table.fault("unknown-column", message, 1, place + 1)
        elif name:
            near = did_you_mean(plain, known, [self._shown.get(one, one) for one in known])
            kept = f"{near} What" if near else "; what"
            message = f"the column `{name}` is not known{kept} stands in it is kept in the notes"
            self.table.fault("unknown-column", message, 1, place + 1, Severity.WARNING)

    def __contains__(self, column: str) -> bool:
        return column in self._places

    def cell(self, row: Row, column: str) -> str:
        """Return the text of a cell, without the space around it; "" where there is no such column."""
        place = self._places.get(column)
        cell = "" if place is None else row.cells[place]
        return self._text(cell).strip() if cell else ""

    def kept(self, row: Row) -> list[str]:
        """Return what stands in columns of other names: `column: value`."""
        found = ((name, self._text(row.cells[place]).strip()) for place, name in self._others)
        return [f"{name}: {text}" for name, text in found if text]

    def name(self, column: str) -> str:
        """Return a column's name as the table has it, else as it usually is."""
        place = self._places.get(column)
        return self._shown.get(column, column) if place is None else self.table.columns[place]

    def fault(self, code: str, message: str, row: Row, column: str = "", severity: Severity = Severity.ERROR) -> None:
        """Note a problem of a cell, or of a row."""
        place = self._places.get(column, 0)
        said = f"`{self.name(column)}`: {message}" if column else message
        self.table.fault(code, said, row.number, place + 1, severity)

    def warn(self, code: str, message: str, row: Row, column: str = "") -> None:
        """Note a problem that loses nothing."""
        self.fault(code, message, row, column, Severity.WARNING)

    def needs(self, *columns: str) -> bool:
        """Note each of these columns that is missing, and return whether none is."""
        missing = [column for column in columns if column not in self._places]
        for column in missing:
            near = did_you_mean(column, [plain_name(name) for _, name in self._others])
            message = f"no column `{self._shown.get(column, column)}`, which is needed{near}"
            self.table.fault("missing-column", message, 1, 1)
        return not missing
