"""The options that commands share, as they are declared: click's are made of these (`timeline.cli.options`).

What is declared so can be read without click too, where a command line is plain (`timeline.cli.plainly`).
"""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """An option: its flag, the name of its value, and what its help says.

    `kind` is what it takes: a "text", a "path", a "number" from 1 on, one of its `choices`, or nothing if it is a
    "flag"; one that is "asked" is a flag too, and goes to no command: `timeline.cli.asked.Asked` has it. What is
    `repeatable` has a tuple of values. `ids` is the section whose ids complete a value.
    """

    flag: str
    name: str
    help: str
    metavar: str | None = None
    kind: str = "text"
    repeatable: bool = False
    choices: tuple[str, ...] = ()
    default: str | None = None
    ids: str = ""

    @property
    def takes_value(self) -> bool:
        """Whether a value follows the flag."""
        return self.kind not in {"flag", "asked"}


PATHS = Option("--data", "data", "A data file, or a folder of them. Repeatable.", "PATH", "path", repeatable=True)
WITHHELD = Option("--include-withheld", "include_withheld", "Show what is marked `withhold: true` too.", kind="asked")
NO_CACHE = Option("--no-cache", "no_cache", "Read the data files anew, and keep nothing of them.", kind="asked")
DATA = (PATHS, WITHHELD, NO_CACHE)
"""What is read: the data files, anew or not, and whether what is to be withheld is."""


def _named(flag: str, name: str, metavar: str, help_: str) -> Option:
    """Return an option whose values name what is declared under `name`."""
    return Option(flag, name, help_, metavar, repeatable=True, ids=name)


CHOICES = (
    _named("--person", "people", "WHO", "An id, a name, or any spelling of it."),
    Option("--year", "years", "A year, or a stretch of them: 2018..2020.", "YEAR", repeatable=True),
    Option("--from", "first", "Not over before this year, month or day (2019-03).", "DATE"),
    Option("--to", "last", "Begun by the end of this year, month or day.", "DATE"),
    _named("--kind", "kinds", "KIND", "A kind of event."),
    _named("--theme", "themes", "THEME", "A theme, which holds several kinds."),
    _named("--place", "places", "PLACE", "A place, with the places in it."),
    _named("--source", "sources", "SOURCE", "A document that tells of the event."),
    Option("--search", "search", "Words anywhere in the event.", "TEXT", repeatable=True),
    Option("--conflicts", "conflicts", "Only events on which accounts differ and nobody settled it.", kind="flag"),
)
"""The filters that choose events by what they are, and none that shortens or turns the list."""

FILTERS = (
    *CHOICES,
    Option("--certain", "certain", "Leave out what only may lie in the period.", kind="flag"),
    Option("--reverse", "reverse", "The latest first.", kind="flag"),
    Option("--limit", "limit", "At most this many events.", "N", "number"),
)
"""The filters. Values of one are alternatives; all must match."""

LISTED = (
    *DATA,
    *FILTERS,
    Option(
        "--format",
        "form",
        "How to print it; if not told, as a table, or over 500 events to no terminal in plain columns.",
        choices=("table", "plain", "json", "csv", "markdown"),
    ),
    Option("--pager", "pager", "Page through the output.", kind="flag"),
)
"""The options of `timeline show`."""
