"""What order gives, as readers see it: arguments, comparisons, gaps and charts of a small made-up corpus."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path

import harbour
import pytest
from goldens import assert_golden
from hypothesis import given
from hypothesis import strategies as st

from timeline import export
from timeline.axis import Axis
from timeline.dates.span import Span, certainly_shares_a_day, overlaps, span
from timeline.entries import listing_of
from timeline.model import Event, Selection, Timeline, Window
from timeline.pipeline import build
from timeline.select import Query, select
from timeline.show import chart, ordering, stretches, table, why, why_json, why_source
from timeline.show.lines import Line, text_of, width_of

ISLAND = """
sources:
  gazette: {publisher: Harbour Gazette, title: Dockers walk out, published: 2019-03-14}
  mirror: {publisher: The Mirror, title: A year at the docks, published: 2020~}
  bulletin: {publisher: 港 Bulletin, title: The strike remembered}
people:
  olga: {name: Olga Brandt}
  li: {name: 李明}
places: {port: {name: Port Sable}}
kinds:
  strike: {title: Strike, theme: labour}
  court: {title: Court, theme: courts, instant: true}
events:
  fine: {title: Brandt is fined for a gathering, kind: court}
  walkout: {title: The dockers of Port Sable walk out over pay, kind: strike}
  arrest: {title: Brandt is arrested, kind: court}
  search: {title: The union's rooms are searched, kind: court}
  trial: {title: 'Brandt is tried in the town hall, with the doors closed to everyone', kind: court}
  leaving: {title: Brandt leaves the island, kind: court}
  exile: {title: Brandt lives on the mainland, kind: strike}
  reunion: {title: Brandt and Li meet again, kind: strike}
records:
- {event: fine, source: gazette, paragraph: 7, date: 2014-05, says: Fined., people: [olga]}
- {event: fine, source: mirror, paragraph: 2, date: 2015-01-20, says: Fined later., people: [olga]}
- {event: walkout, source: gazette, paragraph: 2, date: 2019-03-11, end: 2019-03-13, says: They walked out.}
- {event: arrest, source: mirror, paragraph: 4, after: walkout, before: trial, says: Arrested., people: [olga]}
- {event: search, source: bulletin, paragraph: 5, after: arrest, says: Searched., according_to: li}
- {event: trial, source: mirror, paragraph: 9, date: 2019-09, says: Tried., people: [olga]}
- {event: leaving, source: bulletin, paragraph: 8, after: trial, says: She left., people: [olga]}
- {event: exile, source: bulletin, paragraph: 9, date: 2021/.., after: leaving, says: There since., people: [olga]}
- {event: reunion, source: bulletin, paragraph: 10, says: They met., people: [olga, li]}
"""


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    file: Path = tmp_path_factory.mktemp("island") / "island.yaml"
    file.write_text(ISLAND, encoding="utf-8")
    timeline = build([file])
    assert not timeline.problems
    return timeline


def page(lines: Iterable[Line]) -> str:
    return "".join(text_of(line) + "\n" for line in lines)


def event(timeline: Timeline, name: str) -> Event:
    return next(each for each in timeline.events if each.id == name)


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("name", ["arrest", "leaving"])
def test_why_argues(island: Timeline, name: str, width: int) -> None:
    assert_golden(f"argued-{name}-{width}.txt", page(why.render(island, event(island, name), width)))


@pytest.mark.parametrize("width", [80, 200])
def test_why_a_source(island: Timeline, width: int) -> None:
    told = "\n".join(page(why_source.render(island, source, width)) for source in island.sources)
    assert_golden(f"argued-sources-{width}.txt", told)


def test_scripts_are_given_the_steps(island: Timeline) -> None:
    told = json.loads(why_json.render(island, event(island, "arrest")))
    assert told["inferred"] is True
    assert {bound["which"] for bound in told["bounds"]} >= {"start.earliest", "end.latest"}
    for bound in told["bounds"]:
        assert bound["steps"][-1]["day"] == bound["day"]
    (bulletin,) = (source for source in island.sources if source.id == "bulletin")
    told = json.loads(why_source.render_json(island, bulletin))
    assert told["source"]["id"] == "bulletin"
    assert [bound["which"] for bound in told["bounds"]] == [bound.which for bound in bulletin.bounds]


PAIRS = [("walkout", "arrest"), ("trial", "walkout"), ("search", "trial"), ("exile", "reunion"), ("arrest", "leaving")]


@pytest.mark.parametrize("width", [80, 200])
def test_order(island: Timeline, width: int) -> None:
    told = [page(ordering.render(island, event(island, one), event(island, other), width)) for one, other in PAIRS]
    assert_golden(f"order-{width}.txt", "\n".join(told))


def test_order_for_scripts(island: Timeline) -> None:
    told = [json.loads(ordering.render_json(island, event(island, one), event(island, other))) for one, other in PAIRS]
    assert [(each["verdict"], each["same_day_possible"]) for each in told] == [
        ("before", True), ("after", False), ("either", True), ("either", True), ("before", True),
    ]  # fmt: skip
    assert [bool(each["steps"]) for each in told] == [True, True, False, False, True]


@pytest.mark.parametrize(
    ("known", "told", "possible"),
    [
        (
            "after: arrest, same_day: arrest",
            "After: `search` did not begin before `arrest` was over; both may have been on one day.\nBecause:\n"
            "1. 李明 in 港 Bulletin, paragraph 5: `search` was after `arrest`\n",
            True,
        ),
        (
            "after: {event: arrest, by: 3 days}",
            "After: `search` did not begin before `arrest` was over; the two were not on one day.\nBecause:\n"
            "1. 李明 in 港 Bulletin, paragraph 5: `search` was after `arrest`, by “3 days”\n",
            False,
        ),
        ("same_day: arrest", "Either: nothing establishes which of `search` and `arrest` came first.\n", True),
    ],
)
def test_order_on_one_day(tmp_path: Path, known: str, told: str, possible: bool) -> None:
    (tmp_path / "a.yaml").write_text(
        ISLAND.replace("after: arrest, says: Searched", f"{known}, says: Searched"), "utf-8"
    )
    timeline = build([tmp_path / "a.yaml"])
    one, other = event(timeline, "search"), event(timeline, "arrest")
    assert told in page(ordering.render(timeline, one, other))
    assert json.loads(ordering.render_json(timeline, one, other))["same_day_possible"] == possible


@pytest.mark.parametrize("width", [80, 200])
def test_gaps(island: Timeline, width: int) -> None:
    everything, _ = select(island, Query())
    courts, _ = select(island, Query(search=("fined", "tried", "walked")))
    told = [page(stretches.render(some, (), 10, width, "island.yaml")) for some in (everything, courts)]
    told.append(stretches.render_json(courts, (), None) + "\n")
    assert_golden(f"gaps-{width}.txt", "\n".join(told))


@pytest.mark.parametrize("width", [80, 200])
def test_chart(island: Timeline, width: int) -> None:
    everything, _ = select(island, Query())
    spring = ((737120, 737200),)
    told = [page(chart.render(everything, (), glyphs, width, "island.yaml")) for glyphs in (chart.BLOCKS, chart.ASCII)]
    told.append(page(chart.render(everything, spring, chart.BLOCKS, width, "island.yaml")))
    assert_golden(f"chart-{width}.txt", "\n".join(told))
    assert all(width_of(line) <= width for each in told for line in each.splitlines())
    assert re.sub("[–明李港]|\u200e", "", told[1]).isascii()


def test_hostile_text_is_only_text() -> None:
    hostile = harbour.hostile()
    (one,) = hostile.timeline.events
    dated = one._replace(windows=(Window("2019", span((1, 2), (3, 4)), span((1, 2), (3, 4)), (), 0),))
    for some in (one, dated):
        selection = hostile._replace(timeline=hostile.timeline._replace(events=(some, some._replace(id="f"))))
        shown = page(chart.render(selection, (), chart.BLOCKS, 80, harbour.HOSTILE))
        shown += page(stretches.render(selection, (), 10, 80, harbour.HOSTILE))
        shown += page(why_source.render(hostile.timeline, hostile.timeline.sources[0], 80))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066-\u2069]", shown)
        assert "evil" in shown


def test_hostile_titles_and_publishers_are_only_text_in_arguments(tmp_path: Path) -> None:
    evil = r'"\e[31mev\u202eil\x07"'
    text = ISLAND.replace("The dockers of Port Sable walk out over pay", evil).replace("Harbour Gazette", evil)
    (tmp_path / "evil.yaml").write_text(text, encoding="utf-8")
    timeline = build([tmp_path / "evil.yaml"])
    one, other = event(timeline, "walkout"), event(timeline, "arrest")
    outputs = [
        page(ordering.render(timeline, one, other, 80)),
        ordering.render_json(timeline, one, other),
        page(why.render(timeline, other, 80)),
        why_json.render(timeline, other),
        page(chart.render(Selection(timeline), (), chart.BLOCKS, 80, "")),
        page(stretches.render(Selection(timeline), (), 10, 80, "")),
        *(page(why_source.render(timeline, source, 80)) for source in timeline.sources[1:2]),
    ]
    for shown in outputs:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
        assert "ev" in shown


def test_inferred_dates_and_open_orders_are_marked(island: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(export.render("csv", Selection(island))), newline="")))
    assert {row["id"] for row in rows if row["inferred"]} == {"arrest", "search", "leaving"}
    shown = page(table.render(listing_of(Selection(island)), "", 120))
    assert re.search(r"^┆ +Sep 2019", shown, flags=re.MULTILINE)
    assert re.search(r"^∴ +within 13 Mar – 30 Sep", shown, flags=re.MULTILINE)
    assert "from order and publication" in "".join(export.render("markdown", Selection(island)))


DAY = st.integers(-400, 400)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    days = sorted(draw(st.lists(DAY, min_size=4, max_size=4)))
    hidden = draw(st.sampled_from([0, 0, 0, 1, 8, 9]))
    bounds = [None if hidden >> bit & 1 else day for bit, day in enumerate(days)]
    return span((bounds[0], bounds[2]), (bounds[1], bounds[3]))


@given(spans(), DAY, st.integers(0, 500), st.integers(20, 120))
def test_a_cell_is_solid_for_what_is_certain_and_blank_for_what_cannot_be(
    sound: Span, first: int, more: int, cells: int
) -> None:
    axis = Axis(first, first + more, cells)
    one = Event("e", "", "", "", (), (Window("", sound, sound, (), 0),))
    bar = chart.bar_of(one, axis, chart.BLOCKS)
    assert len(bar) == cells
    for cell, shown in enumerate(bar):
        low = first + cell * axis.days // cells
        high = max(low, first + (cell + 1) * axis.days // cells - 1)
        days = span((low, low), (high, high))
        if shown == chart.BLOCKS.certain:
            assert certainly_shares_a_day(sound, days)
        assert (shown == " ") == (not overlaps(sound, days))
        if shown == chart.BLOCKS.possible:
            assert not certainly_shares_a_day(sound, days)


@given(DAY, st.integers(0, 300_000), st.integers(20, 200))
def test_ticks_lie_on_the_axis_in_order(first: int, more: int, cells: int) -> None:
    ticks = Axis(700_000 + first, 700_000 + first + more, cells).ticks()
    assert ticks
    assert all(0 <= tick.cell < cells for tick in ticks)
    assert [tick.cell for tick in ticks] == sorted(tick.cell for tick in ticks)
