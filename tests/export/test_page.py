"""The page: whole, alike each time, small, and with nothing in it that the data could make run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import harbour
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import clean
from timeline.dates.boxes import Bounds
from timeline.dates.span import UNKNOWN, Span, day_of, one_of, within
from timeline.export import render
from timeline.export.page.chart import Drawn, Mark, chart_of
from timeline.export.page.choices import safe
from timeline.export.page.scale import scale_for
from timeline.model import Event, Selection, Timeline, Window


class Read(HTMLParser):
    """The elements of a page, with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.inlined: dict[str, str] = {}
        self._open = ""
        self.feed(html)
        self.text = " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._open = tag if not dict(attrs).get("type") else "data"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature is HTMLParser's
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in {"style", "script"}:
            self.inlined[self._open] = data
        elif self._open != "data":
            self.texts.append(data)

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


def html(selection: Selection) -> str:
    return "".join(render("html", selection))


def shown(text: str) -> str:
    """A text as it is found among the texts of a page."""
    return " ".join(clean(text).split())


def test_every_event_and_every_claim_is_on_it(selection: Selection) -> None:
    page = Read(html(selection))
    events = selection.timeline.events
    ids = set(page.ids())
    assert {safe(event.id) for event in events} <= ids
    assert page.text.count("independent origin") >= len(events)
    for event in events:
        assert shown(event.title) in page.text
        for claim in event.claims:
            assert shown(claim.says) in page.text
            assert shown(claim.quote) in page.text
            assert shown(claim.note) in page.text
    told = [above for (above, _), (tag, _) in pairwise(page.elements) if (above, tag) == ("h5", "a")]
    assert len(told) == sum(len(event.claims) for event in events)


def test_every_event_is_drawn_or_told_to_be_undated(selection: Selection) -> None:
    page = html(selection)
    chart, _, below = page.partition("</figure>")
    drawn = re.findall(r"<a href=#(\S+) tabindex=-1", chart)
    undated = [event for event in selection.timeline.events if event.date.sound.is_unknown]
    assert sorted(drawn) == sorted(safe(event.id) for event in selection.timeline.events if event not in undated)
    listed = below.partition("<form")[0]
    assert all(f'href="#{safe(event.id)}"' in listed for event in undated)


def test_every_conflict_and_every_remark_is_on_it(selection: Selection) -> None:
    page = Read(html(selection._replace(filters=("person Ana",), left_out=3)))
    assert "Only: person Ana (3 events left out)." in page.text
    titles = {event.id: event.title for event in selection.timeline.events}
    for conflict in selection.timeline.conflicts:
        first = next(one for one in titles if one in conflict.events)
        others = "; ".join(titles[one] for one in conflict.events if one != first)
        heads = "; ".join(titles[one] for one in conflict.events)
        told = conflict.message.removeprefix(f"{heads}: ")
        assert told != conflict.message
        assert shown(f"{others}: {told}" if others else told) in page.text


def test_what_belongs_side_by_side_is_told_once_and_led_to(bundled: Selection) -> None:
    page = html(bundled)
    both = [one for one in bundled.timeline.conflicts if one.is_tension and len(one.events) > 1]
    assert both
    for conflict in both:
        first, last = (one.id for one in bundled.timeline.events if one.id in conflict.events)
        [later] = re.findall(rf"<li id={last}>.*?</details>", page, re.DOTALL)
        assert f"side by side:</b> see <a href=#{first}>" in later


def test_a_contradiction_is_told_in_full_at_each_of_its_events(corpus: Callable[..., Timeline]) -> None:
    named = "contradicts: [{claim: march/herald/2, reason: Not both.}]"
    whole = corpus(
        f"records:\n- {{event: arrest, source: gazette, paragraph: 4, says: Taken., {named}}}\n"
        "- {event: march, source: herald, paragraph: 2, says: Marched.}"
    )
    titles = [event.title for event in whole.events]
    text = Read(html(Selection(whole))).text
    assert all(f"{title}: Not both (" in text for title in titles)


def test_its_links_lead_somewhere_and_no_id_comes_twice(selection: Selection) -> None:
    page = Read(html(selection))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for _, attributes in page.elements if "href" in attributes]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_it_asks_for_nothing_and_allows_only_its_own_style_and_script(selection: Selection) -> None:
    page = Read(html(selection))
    assert {tag for tag, _ in page.elements} & {"img", "link", "iframe", "object", "embed", "base", "image"} == set()
    assert not [
        name for _, attributes in page.elements for name in attributes if name.startswith("on") or name == "src"
    ]
    assert not [attributes for _, attributes in page.elements if "style" in attributes]
    (policy,) = [attributes["content"] for _, attributes in page.elements if "http-equiv" in attributes]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    for text in page.inlined.values():
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_hostile_text_is_text(strange: Selection) -> None:
    for selection in (strange, harbour.hostile()):
        text = html(selection)
        page = Read(text)
        assert sum(tag == "script" for tag, _ in page.elements) == 2
        assert set(page.inlined) == {"style", "script"}
        assert "evil" not in page.inlined["script"] + page.inlined["style"]
        assert text.count("</script") == 2
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_it_is_the_same_each_time_and_small(bundled: Selection) -> None:
    page = html(bundled)
    assert page == html(bundled)
    assert len(page.encode()) < 300_000


def test_an_empty_timeline_is_a_page_too() -> None:
    assert "No event matches." in html(Selection(Timeline(), left_out=3))


def test_text_from_right_to_left_finds_its_own_direction() -> None:
    assert '<cite dir="auto">שביתה בנמל</cite>' in html(harbour.ALL)


def test_what_only_may_lie_in_the_period_is_marked() -> None:
    page = html(harbour.SELECTION)
    assert page.count("<li class=possible><b>?</b> may lie outside the period") == 1


@given(st.text(), st.text())
def test_two_ids_never_become_one(one: str, other: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_.-]*", safe(one))
    assert (safe(one) == safe(other)) == (one == other)


@pytest.mark.parametrize(
    ("years", "first", "last"),
    [
        ([2019], (2019, 1, 1), (2019, 1, 31)),
        ([2015, 2017, 2021], (2015, 1, 1), (2021, 1, 31)),
        ([*range(2001, 2020), -5000], (2001, 1, 1), (2019, 1, 31)),
        ([*range(2001, 2020), 170_000_000], (2001, 1, 1), (2019, 1, 31)),
        ([2018, 2019, 2020, 2018, 2019, 2020, 2019, -5000, 12_000, 170_000_000], (2018, 1, 1), (2020, 1, 31)),
    ],
)
def test_the_axis_is_over_the_bulk(years: list[int], first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    scale = scale_for([day_of(year) for year in years])
    assert scale == (day_of(*first), day_of(*last))


def dated_event(name: str, *dates: Span) -> Event:
    """An event of the first of these dates; the others are its rivals."""
    return Event(name, "Title", "k", "theme", (), tuple(Window("", one, one, (), 0) for one in dates))


def marked(*dates: Span) -> list[tuple[str, int, int]]:
    """The bars of an event of these dates, as (kind, from, to) in percents of the days from 2010 to 2019."""
    others = [within(day_of(year), day_of(year)) for year in range(2010, 2020)]
    events = [dated_event("e", *dates), *(dated_event("other", one) for one in others)]
    chart = chart_of([Drawn(event, "when", "", "") for event in events])
    assert chart is not None
    (mark,) = [mark for lane in chart.lanes for row in lane.rows for mark in row.marks if mark.event == "e"]
    return [(bar.kind, round(bar.x), round(bar.x + bar.width)) for bar in mark.bars]


def once(first: int, last: int) -> Bounds:
    """The box of what happened once, from the one year to the other."""
    return (day_of(first), day_of(last, 12, 31)) * 2


def test_of_a_few_dates_each_is_drawn_and_nothing_between() -> None:
    dated = one_of([once(2011, 2011), once(2016, 2016)])
    assert marked(dated) == [("possible", 12, 23), ("between", 23, 66), ("possible", 66, 76)]
    assert marked(within(day_of(2013), day_of(2013)), dated)[:3] == [
        ("rival", 12, 23),
        ("between", 23, 66),
        ("rival", 66, 76),
    ]


def test_dates_of_which_one_lies_off_the_axis_reach_to_its_border() -> None:
    dated = one_of([once(1, 1), once(2016, 2016)])
    assert marked(dated) == [("between", 0, 66), ("possible", 66, 76)]


def test_certain_is_only_what_is_certain_by_each_date() -> None:
    began = (day_of(2011), day_of(2011))
    dated = one_of([(*began, *once(2013, 2013)[:2]), (*began, *once(2016, 2016)[:2])])
    assert marked(dated)[-1] == ("certain", 12, 34)
    assert {kind for kind, _, _ in marked(dated)} == {"possible", "certain"}


def test_a_line_between_dates_is_explained_where_there_is_one(bundled: Selection) -> None:
    dated = one_of([once(2011, 2011), once(2016, 2016)])
    event = dated_event("e", dated)
    assert "on one of these dates, and not between" in html(Selection(Timeline(events=(event,))))
    assert "and not between" not in html(bundled)


_DAYS = st.none() | st.integers(600_000, 760_000) | st.integers(-(10**12), 10**12)


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    bounds = [draw(_DAYS), draw(_DAYS)]
    known = [day for day in bounds if day is not None]
    sound = within(*sorted(known)) if len(known) == 2 else within(*bounds)
    if len(known) == 2 and draw(st.booleans()):
        sound = one_of([(day, day, day, day) for day in known])
    window = Window("", sound, sound, (), 0)
    event = Event(f"e{draw(st.integers())}", "Title", "k", draw(st.sampled_from("abc")), (), (window,))
    return Drawn(event, draw(st.text(max_size=30)), "open", draw(st.sampled_from(["", "!"])))


@given(st.lists(drawn(), max_size=40))
def test_every_dated_event_has_a_mark_and_no_two_overlap(events: list[Drawn]) -> None:
    chart = chart_of(events)
    dated = [one for one in events if one.event.date.sound != UNKNOWN]
    rows = [row for lane in chart.lanes for row in lane.rows] if chart else []
    assert sum(len(row.marks) for row in rows) == len(dated)
    assert [row.y for row in rows] == sorted({row.y for row in rows})
    for row in rows:
        marks = sorted(row.marks, key=lambda mark: mark.x)
        assert all(one.until <= other.x for one, other in pairwise(marks))
        assert all(_tells(mark) for mark in marks)


def _tells(mark: Mark) -> bool:
    """Whether a mark shows something, within the width of the chart."""
    within_width = all(bar.x >= 0 and bar.x + bar.width <= 100.001 for bar in mark.bars)
    return within_width and bool(mark.bars or mark.left or mark.right)
