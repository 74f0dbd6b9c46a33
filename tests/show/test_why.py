"""An event in full: what is said of its date beside its EDTF."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model import Timeline
from timeline.show.lines import text_of
from timeline.show.why import render

ROWS = (
    ("date: in February 2019", "Feb 2019 (EDTF 2019-02)"),
    ("date: 2019-03-10", "10 Mar 2019 (EDTF 2019-03-10)"),
    ("date: earlier this week", "within 10–14 Mar 2019 (usual reading: EDTF [2019-03-11..2019-03-14])"),
    ("date: in spring 2018", "Spring 2018 (EDTF 2018-21)"),
    ("date: in March 2019", "within Mar 2019 (in EDTF no finer than 2019-03/2019-03)"),  # it had begun by 14 March
    ("date: about 2010", "c. 2010 (EDTF 2010~)"),
    ("date: last Tuesday", "5 or 12 Mar 2019 (usual reading: EDTF 2019-03-12)"),
    (
        "date: two weeks ago, end: last week",
        "from 24 Feb – 3 Mar 2019 to 3–10 Mar 2019 (in EDTF no finer than 2019/2019-03)",
    ),
)


@pytest.mark.parametrize(("fields", "told"), ROWS)
def test_the_edtf_of_a_date_says_how_it_stands_to_it(corpus: Callable[..., Timeline], fields: str, told: str) -> None:
    """So that nobody takes the usual reading, where it is tighter, for what is known."""
    timeline = corpus(f"records:\n- {{event: arrest, source: gazette, paragraph: 1, says: X, {fields}}}")
    [line] = [line for line in map(text_of, render(timeline, timeline.events[0])) if line.startswith("When")]
    assert line.removeprefix("When").strip().startswith(told + ": claim 1")
