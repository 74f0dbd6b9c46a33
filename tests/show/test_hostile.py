"""Text from a stranger's data file reaches no output as anything but text."""

from __future__ import annotations

import io
import json
import re
import unicodedata

import harbour
import pytest
from running import as_text

from timeline.entries import listing_of
from timeline.export import FORMATS, pieces, render
from timeline.export.citations import citations
from timeline.problems import Location, Problem
from timeline.show import checked, differences, lists, plain, table, why, why_json
from timeline.show.lines import text_of
from timeline.show.terminal import print_styled

HOSTILE = harbour.hostile()
EVENT = HOSTILE.timeline.events[0]
LINE_ENDS = {"\n", "\r"}


def encoded(piece: str | bytes) -> bytes:
    return piece.encode("utf-8") if isinstance(piece, str) else piece


def all_outputs() -> dict[str, str]:
    timeline = HOSTILE.timeline
    outputs = {name: as_text(b"".join(map(encoded, pieces(name, HOSTILE)))) for name in FORMATS}
    outputs["csv claims"] = "".join(render("csv", HOSTILE, rows="claims"))
    outputs["table"] = "\n".join(map(text_of, table.render(listing_of(HOSTILE), harbour.HOSTILE, 80)))
    outputs["plain"] = "\n".join(plain.render(listing_of(HOSTILE), harbour.HOSTILE))
    outputs["why"] = "\n".join(map(text_of, why.render(timeline, EVENT, 80)))
    outputs["why json"] = why_json.render(timeline, EVENT)
    outputs["conflicts"] = "\n".join(differences.render(HOSTILE, 80, harbour.HOSTILE))
    for listing in (lists.people(timeline), lists.places(timeline), lists.sources(timeline)):
        outputs[listing.name] = "\n".join(map(text_of, lists.table(listing, 80)))
        outputs[f"{listing.name} plain"] = "\n".join(lists.plain(listing))
        outputs[f"{listing.name} json"] = lists.as_json(listing)
    outputs["check"] = "\n".join(checked.text(timeline, harbour.HOSTILE, True))
    outputs["check github"] = "\n".join(checked.github(timeline, "", True))
    return outputs


@pytest.mark.parametrize(("name", "output"), all_outputs().items())
def test_no_output_holds_a_character_that_drives_a_terminal_or_turns_a_line(name: str, output: str) -> None:
    bad = [
        character
        for character in output
        if (unicodedata.category(character) == "Cc" and character not in LINE_ENDS)
        or character in "\u202e\u2066\u2067\u2068\u2069"
    ]
    assert not bad, name
    assert "evil" in output


def test_nothing_is_read_as_markup() -> None:
    drawn = io.StringIO()
    print_styled(table.render(listing_of(HOSTILE), "harbour.yaml", 200), drawn)
    assert "[bold]b[/bold] :bomb:" in drawn.getvalue()


def test_json_keeps_hostile_text_whole() -> None:
    document = json.loads("".join(render("json", HOSTILE)))
    assert document["events"][0]["title"] == harbour.HOSTILE


def test_a_conflict_stays_on_one_line_of_csv_and_a_problem_on_one_of_github() -> None:
    problem = Problem("code", "50% of a,b:c\n::error::fake", location=Location("a,b:c.yaml", 3, 7))
    (line,) = checked.workflow_commands([problem])
    assert line == ("::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=code::50%25 of a,b:c ::error::fake")


def test_markdown_is_all_escaped() -> None:
    text = "".join(render("markdown", HOSTILE))
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(|(?<!\\)!\[", text.replace("!\\[", ""))
    [told] = [line for line in text.splitlines() if line.startswith("- **")]
    assert told.endswith((".[^1]", ")*"))
    assert len(re.findall(r"(?<!\\)\[\^", told)) == len(citations(EVENT))
    assert len(re.findall(r"^\[\^\d+\]: ", text, flags=re.MULTILINE)) == len(citations(EVENT))
