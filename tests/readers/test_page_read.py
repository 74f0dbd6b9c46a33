"""The page in headless Chromium: its filters, its links, its policy, without scripts, on paper, and for everyone."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from needed import needed_module, needed_package

from timeline.clean import clean
from timeline.dates.span import day_of
from timeline.export import render
from timeline.export.page.choices import safe
from timeline.model import Conflict, Event, Selection, Timeline
from timeline.select import Period, Query, select

PATIENCE = 120_000
"""Milliseconds that a busy machine may take for one thing."""

HOME = "http://timeline.test/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVENTS = "[...document.querySelectorAll('.year > ol > li')]"
SHOWN = f"() => {EVENTS}.filter(one => one.checkVisibility()).map(one => one.id)"
OPEN = f"() => {EVENTS}.filter(one => one.querySelector('details').open).map(one => one.id)"
MAYBE = "() => [...document.querySelectorAll('.maybe')].map(one => one.closest('li').id)"
CHOOSE = """(asked) => {
    const form = document.getElementById(':filters');
    for (const field of form.elements) if (field.name) field.value = asked[field.name] ?? '';
    form.elements.person.dispatchEvent(new Event('change', {bubbles: true}));
}"""
FILTERED = f"(asked) => {{ ({CHOOSE})(asked); return [({SHOWN})(), ({MAYBE})()]; }}"
FIELDS = "() => Object.fromEntries(new FormData(document.getElementById(':filters')))"
UNFOLD = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"


class Opened(NamedTuple):
    """A page in the browser, and what was wrong with it: messages, errors, requests for anything but itself."""

    page: Any
    complaints: list[str]

    def shown(self) -> list[str]:
        return list(self.page.evaluate(SHOWN))

    def choose(self, **asked: str) -> None:
        self.page.evaluate(CHOOSE, asked)


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Any) -> Any:
    """Open the page of a selection, as `options` of the browser's context have it."""
    contexts = []

    def open_page(selection: Selection, fragment: str = "", **options: Any) -> Opened:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        complaints: list[str] = []
        written = "".join(render("html", selection))

        def answer(route: Any) -> None:
            if route.request.url == HOME:
                route.fulfill(body=written, content_type="text/html; charset=utf-8")
            else:
                complaints.append(f"asked for {route.request.url}")
                route.abort()

        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.route("**/*", answer)
        page.goto(HOME + fragment)
        return Opened(page, complaints)

    yield open_page
    for context in contexts:
        context.close()


def anchors(events: Any) -> list[str]:
    return [safe(event.id) for event in events]


def test_every_event_is_shown_and_nothing_is_complained_of(opened: Open, selection: Selection) -> None:
    found = opened(selection)
    assert found.shown() == anchors(selection.timeline.events)
    found.page.evaluate(UNFOLD)
    found.page.mouse.move(200, 300)
    number = len(selection.timeline.events)
    assert found.page.inner_text("output") == f"{number} of {number} events shown."
    assert found.page.evaluate("window.evil") is None
    assert found.complaints == []


class Asked(NamedTuple):
    """Values of the filters; "" is any."""

    person: str = ""
    theme: str = ""
    year: str = ""
    source: str = ""
    conflict: str = ""
    words: str = ""


def _states(event: Event, conflicts: dict[str, Conflict]) -> set[str]:
    met = [conflicts[one] for one in event.conflicts]
    return {"settled" if one.settled else "beside" if one.is_tension else "open" for one in met}


def expected(whole: Selection, asked: Asked) -> tuple[list[str], set[str]]:
    """The anchors of the events that match, and of those that only may lie in the year, by `timeline.select`."""
    periods: tuple[Period, ...] = ()
    if asked.year:
        year = int(asked.year)
        periods = (Period(day_of(year), day_of(year, 12, 31), asked.year),)
    query = Query(periods=periods, search=(asked.words,) if asked.words else ())
    selection, _ = select(whole.timeline, query)
    conflicts = {conflict.id: conflict for conflict in whole.timeline.conflicts}
    events = [
        event
        for event in selection.timeline.events
        if (not asked.person or asked.person in map(safe, event.people))
        and (not asked.theme or asked.theme == safe(event.theme))
        and (not asked.source or asked.source in {safe(claim.source) for claim in event.claims})
        and (not asked.conflict or asked.conflict in _states(event, conflicts))
    ]
    return anchors(events), {safe(event.id) for event in events if event.id in selection.possible}


WORDS = (
    "Almaty",
    "TOKAYEV",
    "Qaisha Aqan",
    "accents évíl",
    "evil",
    "hatred",
    "about 300",
    "no such words",
    "x' y",
    "Ġ",
)


def test_filters_find_what_select_finds(opened: Open, selection: Selection) -> None:
    found = opened(selection)
    offered = {
        name: found.page.eval_on_selector_all(f"[name={name}] option", "all => all.map(one => one.value).slice(1)")
        for name in Asked._fields
        if name != "words"
    }
    offered["words"] = list(WORDS)
    cases = [Asked(**{name: value}) for name, values in offered.items() for value in values]
    choice = random.Random(1)  # noqa: S311 - the same each time, which is what is wanted
    for _ in range(60):
        names = choice.sample(list(offered), choice.randint(2, 3))
        cases.append(Asked(**{name: choice.choice(offered[name]) for name in names if offered[name]}))
    matched = 0
    for asked in cases:
        events, possible = expected(selection, asked)
        shown, maybe = found.page.evaluate(FILTERED, asked._asdict())
        assert shown == events, asked
        assert set(maybe) == possible, asked
        matched += bool(events)
    assert matched > len(cases) / 4
    assert found.complaints == []


OR = """
records:
  - {event: arrest, source: gazette, paragraph: 4, date: "[2010,2015]", says: Taken.}
  - {event: march, source: herald, paragraph: 2, date: "2017", end: "[2018,2020]", says: Marched.}
"""


def test_a_year_between_two_dates_finds_neither(opened: Open, corpus: Callable[..., Timeline]) -> None:
    whole = Selection(corpus(OR))
    found = opened(whole)
    offered = found.page.eval_on_selector_all("[name=year] option", "all => all.map(one => one.value).slice(1)")
    assert offered == [str(year) for year in range(2010, 2021)]
    told = {}
    for year in offered:
        events, possible = expected(whole, Asked(year=year))
        assert found.page.evaluate(FILTERED, {"year": year}) == [events, sorted(possible)]
        told[year] = events
    assert told["2010"] == told["2015"] == ["arrest"]
    assert told["2012"] == []


def test_a_mark_of_the_chart_says_what_it_is(opened: Open, bundled: Selection) -> None:
    said = opened(bundled).page.text_content(".chart a[href='#arrest-2019'] title")
    assert said == "within 10–13 Mar 2019: Bilash is arrested, accused of inciting ethnic hatred"


def test_it_tells_how_many_are_left_out(opened: Open, bundled: Selection) -> None:
    found = opened(bundled)
    found.choose(theme="camps")
    assert found.page.inner_text("output") == "6 of 137 events shown, 131 left out."
    assert found.page.get_attribute("output", "role") == "status"
    assert found.page.eval_on_selector_all(".chart a:not(.out)", "all => all.length") == 6
    found.page.click("button[type=reset]")
    found.page.wait_for_function("document.querySelector('output').textContent === '137 of 137 events shown.'")


def test_a_link_keeps_the_filter_and_back_works(opened: Open, bundled: Selection) -> None:
    found = opened(bundled)
    found.page.select_option("[name=person]", "akan")
    only_akan = found.shown()
    found.page.select_option("[name=year]", "2021")
    found.page.fill("[name=words]", "Алматы & <b>=é#%")
    assert found.shown() == []
    found.page.fill("[name=words]", "políce")
    both = found.shown()
    assert 0 < len(both) < len(only_akan)
    fragment = found.page.url.removeprefix(HOME)
    assert fragment == "#words=pol%C3%ADce&person=akan&year=2021"
    again = opened(bundled, fragment)
    assert again.shown() == both
    assert again.page.evaluate(FIELDS)["words"] == "políce"
    found.page.go_back()
    assert found.shown() == only_akan
    found.page.go_back()
    assert found.shown() == anchors(bundled.timeline.events)
    found.page.go_forward()
    assert found.shown() == only_akan
    assert found.complaints == again.complaints == []


def test_a_fragment_of_nonsense_filters_nothing(opened: Open, bundled: Selection) -> None:
    found = opened(bundled, "#person=nobody&year=12&<script>=1&%")
    assert len(found.shown()) == 137
    assert found.complaints == []


def test_the_link_is_copied(opened: Open, bundled: Selection) -> None:
    found = opened(bundled)
    found.page.select_option("[name=theme]", "exile")
    found.page.click("text=Copy link")
    found.page.wait_for_function("document.querySelector('output').textContent.includes('ink')")
    said = found.page.inner_text("output")
    assert said in {"Link copied.", f"Copy this link: {HOME}#theme=exile"}


def test_an_event_has_an_anchor_that_opens_it(opened: Open, selection: Selection) -> None:
    ids = anchors(selection.timeline.events)[::9]
    found = opened(selection, f"#{ids[0]}")
    assert found.page.evaluate(OPEN) == [ids[0]]
    for identifier in ids:
        found.page.evaluate(f"location.hash = {json.dumps(identifier)}")
        found.page.wait_for_selector(f"li[id={json.dumps(identifier)}] details[open]")
    assert found.page.evaluate(OPEN) == ids
    assert found.complaints == []


def test_a_mark_of_the_chart_leads_to_its_event_even_if_it_was_left_out(opened: Open, bundled: Selection) -> None:
    found = opened(bundled)
    found.choose(theme="exile")
    found.page.evaluate("location.hash = 'arrest-2019'")
    found.page.wait_for_selector("li[id=arrest-2019] details[open]")
    assert len(found.shown()) == 137


def test_the_policy_is_in_force(opened: Open, bundled: Selection) -> None:
    found = opened(bundled)
    found.page.evaluate("""() => {
        const add = (name, sets) => document.body.append(Object.assign(document.createElement(name), sets));
        add('script', {textContent: 'window.evil = 1'});
        add('img', {src: 'https://evil.example/beacon.png'});
        add('style', {textContent: 'body { display: none }'});
    }""")
    found.page.wait_for_timeout(200)
    assert found.page.evaluate("window.evil") is None
    assert found.page.is_visible("h1")
    assert len([said for said in found.complaints if "Content Security Policy" in said]) == 3
    assert not [said for said in found.complaints if said.startswith("asked for")]


def test_it_reads_without_scripts(opened: Open, selection: Selection) -> None:
    found = opened(selection, java_script_enabled=False)
    page = found.page
    assert page.locator(".year > ol > li").count() == len(selection.timeline.events)
    assert page.locator("form:visible").count() == 0
    first = page.locator(".year > ol > li").first
    assert first.locator("h5 + p").first.is_hidden()
    first.locator("summary").click()
    assert first.locator("h5 + p").first.is_visible()
    assert found.complaints == []


def test_keys_alone_lead_through_it(opened: Open, bundled: Selection) -> None:
    page = opened(bundled).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the chronology"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "How to read it"
    names = []
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        names.append(page.evaluate("document.activeElement.tagName"))
    assert {"A", "SUMMARY"} <= set(names)
    summary = page.locator(".year summary").first
    summary.focus()
    page.keyboard.press("Space")
    assert page.locator(".year details").first.evaluate("one => one.open")


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper(opened: Open, bundled: Selection, scripts: bool) -> None:
    pdfium = needed_module("pypdfium2")
    fragment = "#person=akan" if scripts else ""
    document = pdfium.PdfDocument(opened(bundled, fragment, java_script_enabled=scripts).page.pdf())
    assert len(document) > 2
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    events = [event for event in bundled.timeline.events if not scripts or "akan" in event.people]
    for event in events:
        assert event.title in text
        assert all(claim.says in text for claim in event.claims)
    for source in bundled.timeline.sources:
        assert source.title in text
    assert ("Only, on this page: person Kaisha Akan (129 left out)." in text) == scripts
    assert "Copy link" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("filtered", [False, True])
def test_everyone_can_use_it(opened: Open, bundled: Selection, scheme: str, width: int, filtered: bool) -> None:
    axe = (needed_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    viewport = {"width": width, "height": 900}
    fragment = "#year=2020&conflict=open" if filtered else ""
    found = opened(bundled, fragment, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    if filtered:
        found.page.evaluate(UNFOLD)
    assert found.page.evaluate("document.documentElement.scrollWidth") == width
    found.page.evaluate(axe)
    run = f"axe.run(document, {{runOnly: {json.dumps(TAGS)}}})"
    faults = found.page.evaluate(
        f"{run}.then(done => done.violations.map(one => [one.id, one.nodes.map(n => n.html)]))"
    )
    assert faults == []


def test_a_hostile_page_stays_within_the_screen(opened: Open, strange: Selection) -> None:
    found = opened(strange, viewport={"width": 390, "height": 900})
    found.page.evaluate(UNFOLD)
    assert found.page.evaluate("document.documentElement.scrollWidth") == 390
    assert clean("<script>window.evil = 1</script>") in found.page.inner_text("main")
