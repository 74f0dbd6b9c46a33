"""Timesketch's own import client reads every row, and every event with it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from needed import needed_module

from timeline.clean import clean
from timeline.dates.span import iso
from timeline.export import FORMATS, render
from timeline.export.wording import Wording
from timeline.intake.cells import unguarded
from timeline.model import Selection


class Server:
    """What stands for a Timesketch server: it keeps what the client sends."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def post(self, url: str, *, data: dict[str, Any], files: dict[str, Any]) -> Any:
        """Take an upload."""
        assert (url, data["sketch_id"]) == ("http://timesketch.test/upload/", 1)
        self.rows += [json.loads(line) for line in files["events"][1].splitlines() if line]
        return SimpleNamespace(status_code=200, json=dict)


@pytest.fixture(scope="session", params=["timesketch", "timesketch-jsonl"])
def imported(
    request: pytest.FixtureRequest, selection: Selection, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """The rows that the client would send to Timesketch."""
    importer = needed_module("timesketch_import_client.importer")
    file: Path = tmp_path_factory.mktemp("timesketch") / f"events{FORMATS[request.param].suffixes[0]}"
    written = "".join(render(request.param, selection))
    file.write_text(written, encoding="utf-8", newline="")
    server = Server()
    api = SimpleNamespace(api_root="http://timesketch.test", session=server)
    with importer.ImportStreamer() as streamer:
        streamer.set_sketch(SimpleNamespace(id=1, api=api))
        streamer.add_file(str(file))
    assert len(server.rows) == len(written.splitlines()) - (request.param == "timesketch")
    return server.rows


def test_every_event_has_its_rows(imported: list[dict[str, Any]], selection: Selection) -> None:
    words = Wording(selection)
    assert list(dict.fromkeys(row["event_id"] for row in imported)) == [event.id for event in selection.timeline.events]
    told = {row["event_id"]: row for row in imported}
    for event in selection.timeline.events:
        row = told[event.id]
        assert unguarded(row["message"]) == f"{words.date(event)}: {words.headline(event)}"
        assert unguarded(row["told"]) == " | ".join(words.lines(event))
        tags = row["tag"] if isinstance(row["tag"], list) else json.loads(unguarded(row["tag"]))
        assert tags == [clean(event.theme)]


def test_a_time_is_a_bound_of_the_date_and_says_which(imported: list[dict[str, Any]], selection: Selection) -> None:
    spans = {event.id: event.date.sound for event in selection.timeline.events}
    for row in imported:
        bounds, description = spans[row["event_id"]].bounds, row["timestamp_desc"]
        day = row["datetime"][:10]
        assert row["datetime"][10:19] == "T00:00:00"
        if description.startswith("Not a time"):
            assert day == "1970-01-01"
            known = [bound for bound in bounds if bound is not None]
            assert ("undated" in description) == (not known)
        else:
            expected = {"Earliest": bounds[0] or bounds[2], "Latest": bounds[3] or bounds[1], "Day": bounds[0]}
            bound = expected[description.split()[0]]
            assert bound is not None
            assert day == iso(bound)
