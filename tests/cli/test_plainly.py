"""What is read without click is what click reads, or is left to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli import COMMANDS
from timeline.cli.declared import LISTED
from timeline.cli.plainly import plainly
from timeline.cli.show import show

if TYPE_CHECKING:
    from collections.abc import Mapping

FLAGS = [option.flag for option in LISTED]
WORDS = (
    st.sampled_from([*FLAGS, *(f"{flag}=2019" for flag in FLAGS), *(flag[:-1] for flag in FLAGS)])
    | st.sampled_from(
        ["", "-", "--", "-h", "--help", "1", "0", "007", "²", "٣", "+1", "1_0", "9" * 20, "2019", "plain"]
    )
    | st.sampled_from(["json", "Plain", "pla", "umarova", "tests", "no such file", "tests/harbour.py", "-5", "a b"])
    | st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=5)
)
# Half of them are plain: a flag, then mostly something that it may take.
LINES = st.lists(st.tuples(st.sampled_from(LISTED), WORDS), max_size=5).map(
    lambda pairs: [
        word for option, value in pairs for word in ([option.flag, value] if option.takes_value else [option.flag])
    ]
) | st.lists(WORDS, max_size=6)


def read_by_click(words: list[str]) -> Mapping[str, object]:
    with show.make_context("show", list(words)) as context:
        return context.params | {name: context.meta[f"timeline.{name}"] for name in ("no_cache", "include_withheld")}


@given(LINES)
def test_a_plain_line_is_read_as_click_reads_it(words: list[str]) -> None:
    read = plainly(words, LISTED)
    if read is not None:
        assert read == read_by_click(words)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--format plain",
        "--data tests/harbour.py --data tests --no-cache",
        "--year 2019 --person umarova --person brandt --certain --limit 20 --include-withheld --pager",
    ],
)
def test_plain_lines_are_read(line: str) -> None:
    read = plainly(line.split(), LISTED)
    assert read is not None
    assert read == read_by_click(line.split())


@pytest.mark.parametrize(
    "line",
    ["--help", "--year", "--year=2019", "--yea 2019", "--limit 0", "--limit -1", "--format table2", "umarova", "--"],
)
def test_the_rest_is_left_to_click(line: str) -> None:
    assert plainly(line.split(), LISTED) is None


def test_every_option_of_a_command_that_may_be_read_plainly_is_declared() -> None:
    assert [name for name, command in COMMANDS.items() if command.plain] == ["show"]
    flags = [flag for parameter in show.params for flag in parameter.opts if isinstance(parameter, click.Option)]
    assert flags == FLAGS
