"""How fast dates are read: EDTF, stated dates, and the slowest texts that could be found; all on one core.

    python benchmarks/dates.py [ROWS.jsonl]

EDTF: the examples of the specification, level by level, beside the packages `edtf` and `undate` where they are
installed. A package reads an example where it raises nothing, whatever it makes of it; times are of what it reads.
Stated dates: each row of the file holds {"expression", "anchor"}, as for `timeline date --jsonl`; every row is resolved
warm, beside dateparser where it is installed. Slowest: what hostile texts cost at worst, each read for the first time.
"""

from __future__ import annotations

import datetime
import json
import logging
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from timeline.dates import edtf, english, russian, stated
from timeline.dates.length import parse_length
from timeline.dates.resolution import MOST_CHARACTERS, Resolution
from timeline.dates.stated import resolve_stated

ROUNDS, FILLED = 7, 0.03
Parse: TypeAlias = Callable[[str], object]

LEVELS = {
    "0": (
        *("1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04"),
        *("1985-04-12T23:20:30+04:30", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02"),
        *("2004-02-01/2005", "2005/2006-02"),
    ),
    "1": (
        *("Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX", "2004-XX"),
        *(
            "1985-04-XX",
            "1985-XX-XX",
            "1985-04-12/..",
            "1985-04/..",
            "1985/..",
            "../1985-04-12",
            "../1985-04",
            "../1985",
        ),
        *("1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985", "-1985"),
    ),
    "2": (
        *("Y-17E7", "1950S2", "Y171010000S3", "Y3388E2S3", "2001-34", "[1667,1668,1670..1672]", "[..1760-12-03]"),
        *("[1760-12..]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]", "{1667,1668,1670..1672}"),
        *("{1960,1961-12}", "{..1984}", "2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11", "156X-12-25"),
        *("15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "1984-1X", "2004-06-~01/2004-06-~20"),
        "2004-06-XX/2004-07-03",
    ),
}
"""The examples of https://www.loc.gov/standards/datetime/, by level."""


def best_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least processor time that some work takes in a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def reads(parse: Parse, text: str) -> bool:
    try:
        parse(text)
    except Exception:  # noqa: BLE001 - other packages raise what they like
        return False
    return True


def microseconds(parse: Parse, texts: list[str]) -> float:
    """Return the mean time that a package takes to read one of these, in microseconds."""

    def work(times: int = 1) -> None:
        for _ in range(times):
            for text in texts:
                parse(text)

    # As often in a round as fills some hundredths of a second.
    times = max(1, int(FILLED / best_seconds(work, 2)))
    return best_seconds(lambda: work(times)) / times / len(texts) * 1e6


def other_parsers() -> dict[str, Parse]:
    """Return how the other packages read EDTF, for those that are installed."""
    logging.disable()
    found: dict[str, Parse] = {}
    try:
        found["edtf"] = import_module("edtf").parse_edtf
    except ImportError:
        print("edtf        not installed")
    try:
        undate = import_module("undate").Undate
        found["undate"] = lambda text: undate.parse(text, "EDTF")
    except ImportError:
        print("undate      not installed")
    return found


def edtf_levels() -> None:
    parsers = {"timeline": edtf.parse, "resolved": edtf.resolve, **other_parsers()}
    for level, examples in LEVELS.items():
        print(f"EDTF level {level}: {len(examples)} examples")
        for name, parse in parsers.items():
            texts = [text for text in examples if reads(parse, text)]
            if not texts:
                print(f"  {name:10}   0 read")
                continue
            own, taken = microseconds(edtf.parse, texts), microseconds(parse, texts)
            beside = "" if name == "timeline" else f", {taken / own:,.0f} times timeline's parse of the same"
            print(f"  {name:10} {len(texts):3} read, {taken:9,.1f} microseconds each{beside}")
        slowest = max(examples, key=lambda text: microseconds(edtf.parse, [text]))
        print(f"  the slowest of them to parse: {slowest}, {microseconds(edtf.parse, [slowest]):.1f} microseconds")


def filled(part: str, length: int = MOST_CHARACTERS) -> str:
    return (part * (length // len(part) + 1))[:length]


def as_set(member: str, brackets: str = "{}") -> str:
    return brackets[0] + ",".join([member] * ((MOST_CHARACTERS - 2) // (len(member) + 1))) + brackets[1]


EDTF_TEXTS = (
    *(as_set("1", "[]"), as_set("XXX1-0X-3X..XXX1-0X-3X"), as_set("-X0X0-02-29~"), as_set("%1XXX-%1X-%XX")),
    *(as_set("Y1E17S18%"), as_set("XXXX-12-XX"), as_set("1984-02-31"), "[" + " " * 299, "Y1E999999999"),
    *("1950S999999999", "XXXX-02-30", "-XXXX-02-29/XXXX-02-29", filled("X"), filled("-"), filled("9"), "9" * 10**6),
)
ENGLISH_TEXTS = (
    *("and " * 75, "the " * 75, filled("twenty one "), filled("two thousand and "), filled("about early late ")),
    *(filled("nearly almost around "), filled("sun march "), filled("10-"), filled("dinnertime palm sunday dawn ")),
    *(filled("nov thanksgiving thru "), filled("\u0301"), filled("A, "), "9" * 10**6),
)
RUSSIAN_TEXTS = (
    *(filled("пятидесятых "), filled("двадцать первого "), filled("десятых второму "), filled("в начале ")),
    *(filled("двадцатипятитысячедевятьсотлетие"), filled("iv-"), filled("1.1."), filled("х"), "и " * 150),
)
LENGTHS = (
    filled("and "),
    filled("two to "),
    filled("a year and "),
    filled("tens of "),
    filled("nearly about "),
    "9" * 10**6,
)


def slowest(most: int = 8) -> None:
    """Print the hostile texts that take longest, read with nothing remembered, and written on an uncertain day."""
    anchor = edtf.resolve("2019-03~")
    works: list[tuple[str, str, Callable[[str], object]]] = [
        *(("EDTF", text, lambda text: reads(edtf.resolve, text)) for text in EDTF_TEXTS),
        *(("en", text, lambda text: resolve_stated(text, anchor)) for text in ENGLISH_TEXTS),
        *(("ru", text, lambda text: resolve_stated(text, anchor, language="ru")) for text in RUSSIAN_TEXTS),
        *(("length", text, parse_length) for text in LENGTHS),
    ]

    def taken(text: str, work: Callable[[str], object]) -> float:
        def afresh() -> None:
            for cached in (english.read, russian.read, stated.as_edtf):
                cached.cache_clear()
            work(text)

        return best_seconds(afresh)

    timed = sorted(((taken(text, work), kind, text) for kind, text, work in works), reverse=True)
    print(f"The slowest of {len(timed)} hostile texts")
    for seconds, kind, text in timed[:most]:
        print(f"  {seconds * 1e3:6.2f} ms  {kind:6}  {len(text):,} characters: {text[:48]!r}")


def per_second(rows: int, work: Callable[[], None], rounds: int = ROUNDS) -> float:
    """Return the best rate of a few rounds, in rows a second."""
    work()
    return rows / best_seconds(work, rounds)


def ours(rows: list[tuple[str, str]]) -> float:
    anchors: dict[str, Resolution] = {anchor: edtf.resolve(anchor) for _, anchor in rows}
    asked = [(expression, anchors[anchor]) for expression, anchor in rows]

    def work() -> None:
        for expression, anchor in asked:
            resolve_stated(expression, anchor)

    return per_second(len(rows), work)


def dateparsers(rows: list[tuple[str, str]]) -> float | None:
    """Return dateparser's rate, None where it is not installed."""
    try:
        dateparser = import_module("dateparser")
    except ImportError:
        return None
    asked = [(expression, datetime.datetime.fromisoformat(anchor)) for expression, anchor in rows]

    def work() -> None:
        for expression, anchor in asked:
            settings = {"RELATIVE_BASE": anchor, "PREFER_DATES_FROM": "past"}
            dateparser.parse(expression, languages=["en"], settings=settings)

    return per_second(len(rows), work, rounds=1)


def stated_dates(file: Path) -> None:
    """Print both rates and their ratio."""
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = [(row["expression"], row["anchor"]) for row in map(json.loads, lines)]
    own, other = ours(rows), dateparsers(rows)
    print(f"Stated dates: {len(rows):,} expressions")
    print(f"  timeline   {own:10,.0f} a second")
    if other is None:
        print("  dateparser not installed")
    else:
        print(f"  dateparser {other:10,.0f} a second; timeline is {own / other:,.0f} times as fast")


def main() -> None:
    edtf_levels()
    slowest()
    if len(sys.argv) > 1:
        stated_dates(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
