"""Parting claims that do not agree: what is kept from one window to the next changes nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import parting
from timeline.dates.span import Span, span, within
from timeline.model import Claim, ClaimDate
from timeline.parting import partition
from timeline.problems import Pointer


def claim(number: int, date: Span, origin: int = 0, rank: str = "normal") -> Claim:
    """A claim that is dated so."""
    return Claim(
        f"e/s{number}/1",
        "e",
        f"s{number}",
        1,
        f"source:s{origin}",
        "X",
        Pointer("x.yaml"),
        ClaimDate(reading=date, sound=date),
        rank=rank,
    )


@st.composite
def dates(draw: st.DrawFn) -> Span:
    """Mostly one window, sometimes an open one or one for the start and one for the end."""
    first, length = draw(st.integers(0, 40)), draw(st.sampled_from([0, 1, 2, 3, 8, 30]))
    form = draw(st.sampled_from(["once"] * 8 + ["before", "after", "lasting"]))
    if form == "lasting":
        return span((first, first + length), (first + length + 2, first + length + 5))
    return within(None if form == "before" else first, None if form == "after" else first + length)


CLAIMS = st.lists(
    st.tuples(dates(), st.integers(0, 6), st.sampled_from(["normal"] * 6 + ["preferred", "deprecated"])), max_size=14
).map(lambda drawn: [claim(number, *one) for number, one in enumerate(drawn)])


def looked_for_anew(
    cluster: list[Claim], _reach: object, _corners: object
) -> tuple[list[Claim], tuple[int, bool, int, int], None]:
    """The best of a cluster, as it is where nothing is known of it."""
    best = parting._best_supported(cluster)
    return best, parting._support(best), None


@settings(deadline=None)
@given(CLAIMS)
def test_what_is_kept_changes_nothing(claims: list[Claim]) -> None:
    found = partition(claims)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parting, "_best", looked_for_anew)
        assert found == partition(claims)


def test_a_chain_is_parted_into_pairs() -> None:
    claims = [claim(n, within(10 * n, 10 * n + 12), origin=n) for n in range(100)]
    assert partition(claims) == [list(pair) for pair in list(pairwise(claims))[::2]]
