"""Markwhen: its dates, and text that is only text. What its own parser reads is held in tests/readers."""

from __future__ import annotations

import harbour
import pytest
from goldens import assert_golden

from timeline.export import render
from timeline.model import Event, Selection

FINE, _, REUNION = harbour.EVENTS


def lines(*events: Event) -> list[str]:
    selection = Selection(harbour.TIMELINE._replace(events=events))
    return "".join(render("markwhen", selection)).splitlines()


def test_golden() -> None:
    assert_golden("export.mw", "".join(render("markwhen", harbour.SELECTION)))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2019-03-11", "2019-03-11: "),
        ("2019-02", "2019-02: "),
        ("2019", "2019: "),
        ("2019~", "2018-01-01/2020-12-31: c. 2019: "),
        ("[2019-03-10..2019-03-13]", "2019-03-10/2019-03-13: within 10–13 Mar 2019: "),
        ("[2019-03-05,2019-03-12]", "2019-03-05/2019-03-12: 5 or 12 Mar 2019: "),
        ("2019-03/2019-08", "2019-03-01/2019-08-31: Mar–Aug 2019: "),
        ("[..2019]", "2019-12-31: 2019 or earlier: "),
        ("2019-03-10/..", "2019-03-10: from 10 Mar 2019: "),
        ("0000", "0000: "),
        ("-0043", "44 BC: "),
        ("-0043/0014", "44 BC - 15 AD: 44 BC – 14 AD: "),
        ("-0001/0000", "2 BC - 1 AD: 2–1 BC: "),
        ("Y12000", "12000 AD: "),
        ("Y170000", "2019-03-14: 170,000: "),
        ("", "2019-03-14: undated: "),
    ],
)
def test_how_dates_are_written(date: str, written: str) -> None:
    event = REUNION._replace(windows=(harbour.window(date),) if date else REUNION.windows)
    assert f"{written}Brandt and Levi meet again, Brandt says #labour" in lines(event)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a #tag", "a ＃tag"),
        ("say !id", "say ！id"),
        ("from .start on", "from ．start on"),
        ("www.startup.example", "www.startup.example"),
        ("[a](b)", "［a］(b)"),
        ("[x] done", "［x] done"),
        ("ask @ana", "ask ＠ana"),
        ("by 50%", "by 50％"),
        ("No. 5, of 3 [sic] # 4!", "No. 5, of 3 [sic] # 4!"),
    ],
)
def test_text_is_never_syntax(text: str, shown: str) -> None:
    assert f"2018: {shown} #courts" in lines(FINE._replace(title=text, conflicts=()))


@pytest.mark.parametrize(("theme", "tag"), [("Law & order", " #Law_order"), ("2019", ""), ("суд", ""), ("", "")])
def test_a_theme_is_a_tag_where_it_can_be_and_always_told(theme: str, tag: str) -> None:
    made = lines(FINE._replace(theme=theme))
    assert f"2018: Brandt is fined for a gathering{tag}" in made
    assert f"• Theme: {theme}".rstrip() in [line.rstrip() for line in made]
