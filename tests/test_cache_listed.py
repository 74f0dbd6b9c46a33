"""What a list is printed from comes back as it was, whatever is in its texts."""

from __future__ import annotations

import marshal

from hypothesis import given
from hypothesis import strategies as st

from timeline.cache.listed import Rows, numbers_in, rows_of
from timeline.cache.store import loaded
from timeline.dates.span import UNKNOWN
from timeline.listing import Entry
from timeline.model import Claim, ClaimDate, Conflict, Event, Timeline, Window
from timeline.problems import Pointer

TEXTS = st.text(alphabet="ab Ж\0\x01\x02┆", max_size=6)
IDS = st.sampled_from(["a", "b", "c"])
BOUNDS = st.tuples(*[st.none() | st.integers(-(2**70), 2**70)] * 4)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, Event]:
    """An entry and its event, which need not tell the same: each column is from one of the two."""
    cited = draw(st.lists(st.tuples(IDS, IDS), min_size=1, max_size=4))
    claims = tuple(
        Claim(f"{n}", "e", source, 1, f"source:{origin}", "", Pointer("f"), ClaimDate("", "", ""))
        for n, (source, origin) in enumerate(cited)
    )
    touching = tuple(draw(st.sets(IDS)))
    event = Event("e", "", "", "", claims, (Window("", UNKNOWN, UNKNOWN, (), 0),), conflicts=touching)
    names = draw(st.lists(TEXTS.filter(bool), max_size=3))
    texts = [draw(TEXTS) for _ in range(5)]
    entry = Entry(
        texts[0], texts[1], names, texts[2], draw(BOUNDS), texts[3], texts[4], len(claims), event.sources, event.origins
    )
    return entry, event


@given(st.lists(entries(), max_size=5))
def test_entries_come_back(told: list[tuple[Entry, Event]]) -> None:
    conflicts = tuple(Conflict(one, "date", (), (), "") for one in "abc")
    events = [event._replace(id=str(number)) for number, (_, event) in enumerate(told)]
    timeline = Timeline(events=tuple(events), conflicts=conflicts)
    kept = loaded(marshal.dumps(list(rows_of(timeline, [entry for entry, _ in told], {"1": 7}))))
    rows = Rows.read(kept)
    assert [entry._replace(people=list(entry.people)) for entry in rows.entries()] == [entry for entry, _ in told]
    assert rows.titled() == [(entry.id, entry.title) for entry, _ in told]
    assert list(rows.steps) == [7 if number == 1 else -1 for number in range(len(told))]
    claims = [claim for event in events for claim in event.claims]
    assert len(numbers_in(rows.documents)) == len({claim.source for claim in claims})
    assert len(numbers_in(rows.origins)) == len({claim.origin for claim in claims})
    assert numbers_in(rows.conflicts) == {"abc".index(one) for event in events for one in event.conflicts}
