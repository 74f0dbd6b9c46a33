"""The same facts in the format of each program, written record by record in one pass: no corpus is held in memory.

A record becomes one transaction, entry, calendar event, line or row, dated by the day of its event, since no other
program has uncertain dates; what is said of the date comes along as text.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from corpora import PLACES, Corpus, Record, write

YEAR = 2010
"""The year that every program is asked for."""


class Written(NamedTuple):
    """What a program must come to: the number of records, of events, and of records in the year asked for."""

    records: int
    events: int
    in_year: int


class Format(NamedTuple):
    """A file of its own for each size: what stands at its head, for each record, and at its end.

    A `{}` in the name makes a file a record.
    """

    name: str
    piece: Callable[[Record], str]
    head: str = ""
    end: str = ""


def _source(record: Record) -> str:
    return f"Report {record.source}, paragraph {record.paragraph}"


def _people(record: Record) -> str:
    return " ".join(f"p{person}" for person in record.people)


def _place(record: Record) -> int:
    """Return a place also where the record has none: some formats do not do without."""
    return record.event % PLACES if record.place is None else record.place


def _transaction(record: Record) -> str:
    return (
        f'{record.day} * "{_source(record)}" "{record.says}"\n'
        f'  event: "e{record.event}"\n  people: "{_people(record)}"\n  stated: "{record.date}"\n'
        f"  Assets:T{_place(record)}  1 CLAIM\n  Equity:Claims\n\n"
    )


def _beancount(size: int) -> Format:
    opened = "".join(f"1990-01-01 open Assets:T{place}\n" for place in range(PLACES))
    # By which bean-check itself says whether it has seen every one.
    balance = f"2100-01-01 balance Equity:Claims  -{size} CLAIM\n"
    return Format("records.beancount", _transaction, f"1990-01-01 open Equity:Claims\n{opened}\n", balance)


def _posting(record: Record) -> str:
    return (
        f"{record.day} {_source(record)} | {record.says}\n"
        f"    ; event:e{record.event}, people:{_people(record)}, stated:{record.date.replace(',', '')}\n"
        f"    place:t{_place(record)}  1\n    claims\n\n"
    )


def _entry(record: Record) -> str:
    place = f"place t{_place(record)}; people {_people(record)}"
    return (
        f"[{record.day} 09:00] {record.says}\n"
        f"{_source(record)}; event e{record.event}; {place}; stated: {record.date.strip('[]')}\n\n"
    )


def _calendar_event(record: Record) -> str:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline//benchmark//EN",
        "BEGIN:VEVENT",
        f"UID:{record.number}",
        "DTSTAMP:20210101T000000Z",
        f"DTSTART;VALUE=DATE:{record.day:%Y%m%d}",
        f"SUMMARY:{_escaped(record.says)}",
        f"LOCATION:t{_place(record)}",
        f"DESCRIPTION:{_escaped(f'{_source(record)}; e{record.event}; {_people(record)}; {record.date}')}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(line + "\r\n" for line in lines)


def _escaped(text: str) -> str:
    return text.replace(",", "\\,").replace(";", "\\;")


COLUMNS = ("id", "date", "event", "source", "paragraph", "place", "people", "stated", "says")


def _row(record: Record) -> tuple[str | int, ...]:
    names = (f"e{record.event}", f"s{record.source}", record.paragraph, f"t{_place(record)}", _people(record))
    return (record.number, str(record.day), *names, record.date, record.says)


def _json_line(record: Record) -> str:
    return json.dumps(dict(zip(COLUMNS, _row(record), strict=True))) + "\n"


class _Line:
    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def _csv_row(record: Record) -> str:
    line = _Line()
    csv.writer(line, lineterminator="\n").writerow(_row(record))
    return line.text


def _formats(size: int) -> dict[str, Format]:
    return {
        "beancount": _beancount(size),
        "hledger": Format("records.journal", _posting),
        "jrnl": Format("records.jrnl", _entry),
        "ics": Format("calendar/{}.ics", _calendar_event),
        "jsonl": Format("records.jsonl", _json_line),
        "csv": Format("records.csv", _csv_row, ",".join(COLUMNS) + "\n"),
    }


def write_all(size: int, mix: str, folder: Path, wanted: Collection[str]) -> Written:
    """Write `records.yaml`, which is ours, and the same facts in the formats wanted."""
    corpus = Corpus(size, mix=mix)
    write(corpus, folder / "records.yaml")
    formats = [form for name, form in _formats(size).items() if name in wanted]
    in_year = 0
    with ExitStack() as stack:
        writers = [_writer(form, folder, stack) for form in formats]
        for record in corpus.records():
            in_year += record.day.year == YEAR
            for add in writers:
                add(record)
    if "sqlite" in wanted:
        _write_database(corpus, folder / "records.sqlite")
    return Written(size, corpus.events, in_year)


def _writer(form: Format, folder: Path, stack: ExitStack) -> Callable[[Record], object]:
    if "{}" in form.name:
        (folder / form.name).parent.mkdir()
        return lambda record: (folder / form.name.format(record.number)).write_text(form.piece(record), "utf-8")
    file = stack.enter_context((folder / form.name).open("w", encoding="utf-8"))
    file.write(form.head)
    stack.callback(file.write, form.end)  # called before the file is closed
    return lambda record: file.write(form.piece(record))


def _write_database(corpus: Corpus, path: Path) -> None:
    marks = ", ".join("?" * len(COLUMNS))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE TABLE records ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
        database.executemany(f"INSERT INTO records VALUES ({marks})", _rows(corpus))  # noqa: S608 - no text from outside
        database.execute("CREATE INDEX by_date ON records (date)")


def _rows(corpus: Corpus) -> Iterator[tuple[str | int, ...]]:
    return map(_row, corpus.records())
