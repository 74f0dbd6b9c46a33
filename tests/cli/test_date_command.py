"""`timeline date`: what it prints, and how it fails."""

from __future__ import annotations

import json
from functools import partial

import pytest
from running import Run


@pytest.fixture
def run(run_here: Run) -> Run:
    """Run `timeline date` with these arguments and this standard input."""
    return partial(run_here, "date")


def asked(*rows: tuple[str, str | None]) -> bytes:
    return "\n".join(json.dumps({"expression": text, "anchor": anchor}) for text, anchor in rows).encode()


def test_it_explains_a_date(run: Run) -> None:
    assert run("last fall", "--on", "2021-02-22") == (
        0,
        "reading     2020-23\n"
        "days        once, 2020-09-01..2020-11-30\n"
        "sound span  once, 2020-09-01..2020-12-21\n"
        "rule        last of its kind\n"
        "convention  'last' is the most recent one that is over, or soundly that of last year\n",
        "",
    )


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["2019-03-14"], ["reading     2019-03-14", "rule        EDTF"]),
        (["since 2016"], ["days        from 2016-01-01..2016-12-31, to 2016-01-01 or later"]),
        (["by March 2019"], ["sound span  once, 2019-03-31 or earlier"]),
        (["until May 2019"], ["days        from 2019-05-31 or earlier, to 2019-05-01..2019-05-31"]),
        (["now", "--on", "2019-03-14"], ["reading     open on both sides"]),
        (["Friday", "--on", "2019-03-12"], ["reading     2019-03-08"]),
        (["Friday", "--on", "2019-03-12", "--upcoming"], ["reading     2019-03-15"]),
        (["two days later"], ["no date of its own: it leans on another event and dates nothing on its own"]),
    ],
)
def test_what_it_shows(run: Run, arguments: list[str], lines: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 0
    assert set(lines) <= set(ran.out.splitlines())


def test_it_explains_as_json(run: Run) -> None:
    ran = run("late 2018", "--on", "2021-02-22", "--format", "json")
    assert json.loads(ran.out) == {
        "value": "2018",
        "edtf": "[2018-09..2018-12]",
        "earliest": "2018-01-01",
        "latest": "2018-12-31",
        "sound": {"earliest": "2018-07-01", "latest": "2018-12-31"},
        "rule": "part of a period",
    }


def test_what_cannot_be_read_exits_with_1(run: Run) -> None:
    assert run("the day of the trial") == (1, "not read: “trial” is not a word of dates\n", "")
    assert run("last month").out == "not read: it depends on the day of writing, which is not known\n"


def test_lines_of_json_are_answered_in_order(run: Run) -> None:
    ran = run("--jsonl", given=asked(("last month", "2019-03-14"), ("a trial", "2019-03-14"), ("March 2019", None)))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [answer["value"] for answer in answers] == ["2019-02", None, "2019-03"]
    assert answers[0]["sound"] == {"earliest": "2019-02-01", "latest": "2019-02-28"}
    assert answers[1] == {
        "value": None,
        "edtf": None,
        "earliest": None,
        "latest": None,
        "sound": {"earliest": None, "latest": None},
        "rule": None,
        "reason": "“trial” is not a word of dates",
    }


def test_odd_text_is_answered_too(run: Run) -> None:
    given = b'\n{"expression": "\\ud800\\u001b[31m", "anchor": "2019-03-14"}\n\n{"expression": "", "anchor": null}\n'
    ran = run("--jsonl", given=given)
    assert (ran.code, len(ran.out.splitlines()), ran.err) == (0, 2, "")
    assert "\x1b" not in run("\x1b[31m").out


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (b"nonsense", "line 1: not JSON"),
        (b'{"expression": "now", "anchor": "2019"}\n{"expression"', "line 2: not JSON"),
        (b"[" * 100_000, "line 1: not JSON"),
        (b"\xff\xfe\xff", "line 1: not JSON"),
        (b"[]", 'line 1: must be {"expression": text, "anchor": date}'),
        (b'{"anchor": "2019-03-14"}', "line 1: must be"),
        (b'{"expression": 3, "anchor": "2019-03-14"}', "line 1: must be"),
        (b'{"expression": "now", "anchor": 2019}', "line 1: must be"),
        (b'{"expression": "now", "anchor": "yesterday"}', "line 1: the anchor 'yesterday' is not a date"),
    ],
)
def test_bad_lines_are_named(run: Run, given: bytes, complaint: str) -> None:
    ran = run("--jsonl", given=given)
    assert ran.code == 2
    assert complaint in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "say which EXPRESSION"),
        (["last month", "--on", "yesterday"], "Invalid value for --on"),
        (["last month", "--jsonl"], "with --jsonl"),
        (["last month", "--language", "xx"], "Invalid value for '--language'"),
    ],
)
def test_bad_arguments_exit_with_2(run: Run, arguments: list[str], complaint: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert complaint in ran.err
