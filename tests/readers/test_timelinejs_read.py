"""Knight Lab's TimelineJS shows every event, in headless Chromium, and runs nothing of what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from needed import needed_package

from timeline.clean import clean
from timeline.dates.span import day_of, days_in_month
from timeline.export import render
from timeline.export.wording import Wording
from timeline.model import Selection

ORIGIN = "http://timeline.test"
PAGE = """<!doctype html><meta charset=utf-8><title>test</title><link rel=icon href=data:,>
<link rel=stylesheet href=/css/timeline.css><script src=/js/timeline.js></script>
<div id=shown style="width: 1000px; height: 700px"></div>
<script>window.shown = new TL.Timeline("shown", "/%s", {script_path: location.origin + "/js/", font: ""})</script>"""
SEEN = """() => [...document.querySelectorAll('.tl-slide')].map(slide => ({
    id: slide.id,
    headline: slide.querySelector('h2').textContent,
    date: slide.querySelector('h3').textContent,
    text: slide.querySelector('.tl-text-content').textContent,
    foreign: slide.querySelectorAll('a, img, script, style, iframe, input, textarea').length,
}))"""
CONFIG = """() => shown.config.events.map(one => {
    const parts = date => ['year', 'month', 'day'].map(part => date ? date.data[part] : '');
    const slide = document.createElement('p');
    slide.innerHTML = one.text.text;
    const numbers = date => parts(date).filter(part => part !== undefined && part !== '').map(Number);
    return {id: slide.textContent.split('Id: ').pop(), start: numbers(one.start_date), end: numbers(one.end_date)};
})"""
GROUPS = "() => [...document.querySelectorAll('.tl-timegroup-message')].map(group => group.textContent)"
MARKERS = "() => [...document.querySelectorAll('.tl-timemarker .tl-headline')].map(one => one.textContent)"


class Shown(NamedTuple):
    """What TimelineJS made of a file, and what went wrong."""

    slides: list[dict[str, Any]]
    events: list[dict[str, Any]]
    markers: list[str]
    groups: list[str]
    evil: object
    complaints: list[str]


PATIENCE = 180_000
"""Milliseconds: a busy machine may take a minute for the hundreds of slides."""


def shown(browser: Any, name: str, written: str) -> Shown:
    """Have TimelineJS load a file, and return what it shows."""
    dist = needed_package("@knight-lab/timelinejs") / "dist"
    complaints: list[str] = []
    types = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".csv": "text/csv"}

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(ORIGIN).split("?")[0]
        file = dist / path.lstrip("/")
        if path == "/":
            route.fulfill(body=PAGE % name, content_type="text/html")
        elif path == f"/{name}":
            route.fulfill(body=written, content_type=types[Path(name).suffix])
        elif route.request.url.startswith(ORIGIN) and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=types.get(file.suffix, "application/octet-stream"))
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/*", answer)
    page.goto(f"{ORIGIN}/")
    page.wait_for_function("window.shown && shown.config && (shown.ready || !shown.config.isValid())")
    complaints += page.evaluate("shown.config.getErrors().map(String)")
    slides, events, markers, groups, evil = map(page.evaluate, (SEEN, CONFIG, MARKERS, GROUPS, "window.evil"))
    found = Shown(slides, events, markers, groups, evil, complaints)
    page.close()
    return found


@pytest.fixture(scope="session", params=["timelinejs", "timelinejs-csv"])
def found(request: pytest.FixtureRequest, browser: Any, selection: Selection) -> Shown:
    """What TimelineJS shows of a corpus, from either format."""
    name = "data.csv" if request.param.endswith("csv") else "data.json"
    return shown(browser, name, "".join(render(request.param, selection)))


def test_every_event_is_a_slide_and_nothing_is_complained_of(found: Shown, selection: Selection) -> None:
    assert found.complaints == []
    events = selection.timeline.events
    assert len(found.events) == len(events)
    assert len(found.slides) == len(events) + 1
    words = Wording(selection)
    assert sorted(slide["headline"] for slide in found.slides[1:]) == sorted(map(words.headline, events))
    assert sorted(found.markers) == sorted(map(words.headline, events))


def test_a_slide_says_everything_and_none_of_it_is_markup(found: Shown, selection: Selection) -> None:
    assert found.evil is None
    assert [slide for slide in found.slides if slide["foreign"]] == []
    words = Wording(selection)
    by_id = {slide["text"].rpartition("Id: ")[2]: slide for slide in found.slides[1:]}
    for event in selection.timeline.events:
        slide = by_id[event.id]
        assert slide["date"] == words.date(event)
        for label, text in words.told(event):
            assert f"{label}: {text}" in slide["text"]


def test_a_slide_stands_where_its_event_may_have_been(found: Shown, selection: Selection) -> None:
    stands = {event["id"]: event for event in found.events}
    for event in selection.timeline.events:
        start, end = stands[event.id]["start"], stands[event.id]["end"]
        bounds = event.date.sound.bounds
        first, last = bounds[0], bounds[3]
        if first is not None and last is not None:
            assert days_of(start)[0] == first
            assert days_of(end or start)[1] == last
        elif not event.date.sound.is_unknown:
            assert days_of(start)[0] in bounds
            assert end == []
    starts = [event["start"] for event in found.events]
    assert [start[0] for start in starts] == sorted(start[0] for start in starts)


def days_of(parts: list[int]) -> tuple[int, int]:
    """The first and the last day of a year, a month or a day."""
    year, month, day = [*parts, None, None][:3]
    first = day_of(year or 0, month or 1, day or 1)
    return first, day_of(year or 0, month or 12, day or days_in_month(year or 0, month or 12))


def test_the_themes_are_the_groups(found: Shown, selection: Selection) -> None:
    themes = {clean(event.theme) for event in selection.timeline.events}
    assert {label for label in found.groups if label} == themes
