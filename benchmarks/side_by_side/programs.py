"""The programs set side by side: what each reads, how it is called, and how one sees that it did its work.

Each is asked for what it is made for, as near as it comes to what `timeline` does: to check all that is written, to
print one year of it in order, to take it into a database or write it out anew. None of them dates, merges, compares
or orders anything that is uncertain; this is what the same number of records costs elsewhere, not a race.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from side_by_side.formats import YEAR, Written

_MOST_SECONDS = 1800
"""So long what is kept is waited for."""

BARE = "python -c pass"
"""Nothing at all, by the interpreter that runs `timeline`."""

_JRNL = """version: '4.6'
journals: {{default: {{journal: '{journal}'}}}}
timeformat: '%Y-%m-%d %H:%M'
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
linewrap: 79
tagsymbols: '@'
template: false
colors: {{body: none, date: none, tags: none, title: none}}
"""
_KHAL = """[calendars]
[[records]]
path = {folder}/calendar
type = calendar
[sqlite]
path = {folder}/khal.sqlite
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[default]
default_calendar = records
"""
_SQL = f"SELECT * FROM {{}} WHERE date BETWEEN '{YEAR}-01-01' AND '{YEAR}-12-31' ORDER BY date, id"  # noqa: S608
_DUCKDB = """import duckdb, sys
duckdb.sql(f"COPY ({sys.argv[1]}) TO '/dev/stdout' (FORMAT csv, HEADER false)")"""


class Case(NamedTuple):
    """One size: the folder with the files, and what stands in them."""

    folder: Path
    written: Written

    def file(self, name: str) -> Path:
        return self.folder / name


Check = Callable[[Case, Path], str]
"""From a case and a file with a program's output to what is wrong with it, "" if it is right."""


def _lines(expected: Callable[[Written], int], begun: bytes = b"") -> Check:
    """Return a check that there are so many lines, of those that begin so."""

    def check(case: Case, output: Path) -> str:
        with output.open("rb") as file:
            found = sum(line.startswith(begun) for line in file)
        wanted = expected(case.written)
        return "" if found == wanted else f"printed {found:,} records, not {wanted:,}"

    return check


_OF_THE_YEAR = _lines(lambda written: written.in_year)
_OF_THE_YEAR_BY_DATE = _lines(lambda written: written.in_year, str(YEAR).encode())


def _nothing(_case: Case, output: Path) -> str:
    """Check that nothing was printed: bean-check complains, or says nothing."""
    return "complained" if output.stat().st_size else ""


def _taken_in(case: Case, _output: Path) -> str:
    with closing(sqlite3.connect(case.file("taken.sqlite"))) as database:
        [(found,)] = database.execute("SELECT count(*) FROM records")
    return "" if found == case.written.records else f"took {found:,} records, not {case.written.records:,}"


def _all_checked(case: Case, output: Path) -> str:
    counted = f"{case.written.events:,} events, {case.written.records:,} claims"
    return "" if f" {counted}" in f" {_end_of(output)}" else f"did not say {counted}"


def _all_shown_or_left_out(case: Case, output: Path) -> str:
    said = re.search(r"(?:([\d,]+) events? by|No event matches).*?\(([\d,]+) events? left out\)", _end_of(output))
    shown, left_out = (int((number or "0").replace(",", "")) for number in said.groups()) if said else (0, 0)
    is_right = shown + left_out == case.written.events and (shown > 0 or case.written.in_year == 0)
    return "" if is_right else f"showed {shown:,} events and left out {left_out:,}, of {case.written.events:,}"


def _told_in_full(_case: Case, output: Path) -> str:
    return (
        "" if output.read_text(encoding="utf-8").startswith("What happened in case 7\n") else "told of something else"
    )


def _end_of(output: Path) -> str:
    with output.open("rb") as file:
        file.seek(max(0, output.stat().st_size - 2000))
        return " ".join(file.read().decode("utf-8", "replace").split())


class Program(NamedTuple):
    """A program at one task: its name in the table, what it reads, how it is called, and how its work is checked.

    `finds` names the command, sought in the folders given and on PATH; `before` is done before each run, and what
    it does is not measured.
    """

    name: str
    finds: str
    reads: str
    arguments: Callable[[Case], list[str | Path]]
    check: Check
    before: Callable[[Case], object] = lambda _case: None
    module: str = ""
    """A Python module that the command, a Python, must have."""


def _show(*more: str) -> Callable[[Case], list[str | Path]]:
    return lambda case: ["show", "--data", case.file("records.yaml"), "--year", str(YEAR), *more]


def _without_our_cache(case: Case) -> None:
    shutil.rmtree(case.file("cache"), ignore_errors=True)


def _once_kept(case: Case) -> None:
    """Wait for what keeps a large timeline after the command that worked it out has ended."""
    ends = time.monotonic() + _MOST_SECONDS
    cache = case.file("cache")
    while cache.exists() and time.monotonic() < ends and not (list(cache.rglob("*.sqlite")) and _is_quiet(cache)):
        time.sleep(0.5)


def _is_quiet(cache: Path) -> bool:
    return not list(cache.rglob("*.part"))


def _about(*arguments: str) -> Callable[[Case], list[str | Path]]:
    return lambda case: [*arguments, "--data", case.file("records.yaml")]


def _jrnl(case: Case) -> list[str | Path]:
    config = case.file("jrnl.yaml")
    config.write_text(_JRNL.format(journal=case.file("records.jrnl")), encoding="utf-8")
    return ["--config-file", config, "-year", str(YEAR)]


def _khal(case: Case) -> list[str | Path]:
    config = case.file("khal.conf")
    config.write_text(_KHAL.format(folder=case.folder), encoding="utf-8")
    year = [f"{YEAR}-01-01", f"{YEAR + 1}-01-01"]
    return ["--config", config, "list", *year, "--day-format", "", "--format", "{start-date} {title}{location}"]


def _khal_anew(case: Case) -> None:
    case.file("khal.sqlite").unlink(missing_ok=True)


def _insert(case: Case) -> list[str | Path]:
    return ["insert", case.file("taken.sqlite"), "records", case.file("records.jsonl"), "--nl", "--pk", "id"]


def _duckdb(case: Case) -> list[str | Path]:
    table = f"read_json('{case.file('records.jsonl')}', format = 'newline_delimited')"
    return ["-c", _DUCKDB, _SQL.format(table)]


def _query(case: Case) -> list[str | Path]:
    return ["query", case.file("records.sqlite"), _SQL.format("records"), "--csv", "--no-headers"]


def _miller(case: Case) -> list[str | Path]:
    of_year = f'$date >= "{YEAR}-01-01" && $date <= "{YEAR}-12-31"'
    return ["--icsv", "--ojsonl", "filter", of_year, "then", "sort", "-f", "date", case.file("records.csv")]


OURS = (
    Program(BARE, "", "", lambda _case: ["-c", "pass"], _nothing),
    Program(
        "timeline check", "timeline", "yaml", lambda case: ["check", "--data", case.file("records.yaml")], _all_checked
    ),
    Program("timeline show --no-cache", "timeline", "yaml", _show("--no-cache"), _all_shown_or_left_out),
    Program(
        "timeline show (writing its cache)", "timeline", "yaml", _show(), _all_shown_or_left_out, _without_our_cache
    ),
    Program("timeline show (from its cache)", "timeline", "yaml", _show(), _all_shown_or_left_out, _once_kept),
    Program(
        "timeline show --person (from its cache)",
        "timeline",
        "yaml",
        _about("show", "--person", "p3"),
        _all_shown_or_left_out,
        _once_kept,
    ),
    Program(
        "timeline show --search (from its cache)",
        "timeline",
        "yaml",
        _about("show", "--search", "account 77 of"),
        _all_shown_or_left_out,
        _once_kept,
    ),
    Program("timeline why (from its cache)", "timeline", "yaml", _about("why", "e7"), _told_in_full, _once_kept),
    Program(
        "timeline export jsonl",
        "timeline",
        "yaml",
        lambda case: ["export", "--format", "jsonl", "--no-cache", "--data", case.file("records.yaml")],
        _lines(lambda written: written.events),
    ),
)
PEERS = (
    Program(
        "bean-check", "bean-check", "beancount", lambda case: ["--no-cache", case.file("records.beancount")], _nothing
    ),
    Program(
        "hledger register",
        "hledger",
        "hledger",
        lambda case: ["--file", case.file("records.journal"), "register", "place", f"date:{YEAR}"],
        _OF_THE_YEAR_BY_DATE,
    ),
    Program("jrnl -year", "jrnl", "jrnl", _jrnl, _OF_THE_YEAR_BY_DATE),
    Program("khal list (writing its cache)", "khal", "ics", _khal, _OF_THE_YEAR_BY_DATE, _khal_anew),
    Program("khal list (from its cache)", "khal", "ics", _khal, _OF_THE_YEAR_BY_DATE),
    Program(
        "csvsort",
        "csvsort",
        "csv",
        lambda case: ["-c", "date", case.file("records.csv")],
        _lines(lambda written: written.records + 1),
    ),
    Program("mlr filter then sort", "mlr", "csv", _miller, _OF_THE_YEAR),
    Program("duckdb read_json", "python", "jsonl", _duckdb, _OF_THE_YEAR, module="duckdb"),
    Program(
        "sqlite-utils insert",
        "sqlite-utils",
        "jsonl",
        _insert,
        _taken_in,
        lambda case: case.file("taken.sqlite").unlink(missing_ok=True),
    ),
    Program("sqlite-utils query", "sqlite-utils", "sqlite", _query, _OF_THE_YEAR),
)


def chosen(only: str) -> Iterator[Program]:
    """Yield the programs whose name, or its first word, is one of those named, parted by commas; all for ""."""
    names = {name.strip() for name in only.split(",") if name.strip()}
    known = {name for program in (*OURS, *PEERS) for name in (program.name, program.name.split()[0])}
    if names - known:
        message = f"no program {', '.join(sorted(names - known))}; there are {', '.join(sorted(known))}"
        raise SystemExit(message)
    for program in (*OURS, *PEERS):
        if not names or program.name == BARE or {program.name, program.name.split()[0]} & names:
            yield program
