"""The parser of markwhen reads every event with its days, and nothing in the data as syntax."""

from __future__ import annotations

import json
import random
import re
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import harbour
import pytest
from needed import needed_command, needed_package

from timeline.clean import clean
from timeline.dates.span import day_of
from timeline.export import render
from timeline.export.standing import standings
from timeline.export.wording import Wording
from timeline.model import Selection
from timeline.years import by_year

SCRIPT = Path(__file__).parent / "read_markwhen.mjs"


SYNTAX = (
    *("#", "!", ".start", ".end", "@", "[", "]", "(", ")", "x", "50%", "//", "---", "- ", ":", " : ", "/", "`", "<b>"),
    *(
        "2019",
        "2019-03-10",
        "10 March",
        "now",
        "5 days",
        "by ",
        "after ",
        " to ",
        "every day",
        "id: b",
        "\n",
        "\\",
        " ",
    ),
)


@pytest.fixture(scope="session")
def read(selection: Selection) -> dict[str, Any]:
    """What the parser makes of a corpus."""
    return parsed(selection)


def parsed(selection: Selection) -> dict[str, Any]:
    """What the parser makes of a selection."""
    node = needed_command("node")
    needed_package("@markwhen/parser")
    written = "".join(render("markwhen", selection))
    done = subprocess.run([node, str(SCRIPT)], input=written, check=True, capture_output=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_event_is_there_in_its_section(read: dict[str, Any], selection: Selection) -> None:
    assert read["messages"] == []
    assert [event["id"] for event in read["events"]] == [event.id for event in selection.timeline.events]
    assert read["sections"] == ["", *(heading for heading, _ in by_year(selection.timeline.events))]
    for sentence in Wording(selection).preamble():
        assert sentence in read["header"]["description"]


def test_nothing_in_the_data_is_syntax(read: dict[str, Any], selection: Selection) -> None:
    words = Wording(selection)
    assert read["comments"] == 0
    for event, found in zip(selection.timeline.events, read["events"], strict=True):
        tag = re.sub(r"\W+", "_", clean(event.theme), flags=re.ASCII).strip("_")
        assert found["tags"] == [tag]
        assert found["properties"] == {"id": event.id}
        assert found["kinds"] == ["text"]
        assert [one for one in found["other"] if one is not None] == []
        assert folded(found["title"]).endswith(folded(words.headline(event)))
        shown = [folded(line) for line in found["lines"]]
        told = [folded(f"• {line}") for line in words.lines(event)]
        assert shown[-len(told) :] == told


def test_no_mix_of_signs_is_syntax_either() -> None:
    chance = random.Random(1)  # noqa: S311 - of signs, not of secrets
    event = harbour.EVENTS[0]
    events = []
    for number in range(500):
        texts = ["".join(chance.choices(SYNTAX, k=chance.randint(1, 8))) for _ in range(2)]
        claims = (event.claims[0]._replace(says=texts[1], certainty=texts[0], quote=texts[1]),)
        events.append(event._replace(id=f"e{number}", title=texts[0], claims=claims, conflicts=()))
    source = harbour.SOURCES[0]._replace(publisher="every 2019 to 2020", title="- 2019:")
    selection = Selection(harbour.TIMELINE._replace(events=tuple(events), sources=(source,)))
    read = parsed(selection)
    test_every_event_is_there_in_its_section(read, selection)
    test_nothing_in_the_data_is_syntax(read, selection)


def folded(text: str) -> str:
    """Text with the fullwidth twins of signs, and runs of space, folded."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def test_its_days_are_those_on_which_it_may_have_been(read: dict[str, Any], selection: Selection) -> None:
    remarks = [standing.remark for standing in standings(selection.timeline, lambda year: abs(year) < 99_999)]
    for event, found, remark in zip(selection.timeline.events, read["events"], remarks, strict=True):
        span = event.date.sound
        first, beyond = day(found["from"]), day(found["to"])
        if remark:
            assert f"• {remark}" in found["lines"]
            assert beyond > first
        elif span.start_earliest is not None and span.start_earliest >= day_of(0):
            assert (first, beyond - 1) == (span.start_earliest, span.end_latest)
        else:  # to the year only
            assert span.start_earliest is not None
            assert span.end_latest is not None
            assert span.start_earliest - 366 < first <= span.start_earliest
            assert span.end_latest < beyond < span.end_latest + 368


def day(text: str) -> int:
    """The day of an ISO timestamp, whatever its year."""
    found = re.match(r"([+-]?\d+)-(\d\d)-(\d\d)T00:00", text)
    assert found
    return day_of(*map(int, found.groups()))
