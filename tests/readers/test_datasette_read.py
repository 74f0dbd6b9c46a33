"""Datasette serves the database: every page that it links to is there, what is searched is found, ids are links."""

from __future__ import annotations

import asyncio
import collections
import html
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from needed import needed_module

from timeline.export import pieces
from timeline.model import Selection

pytestmark = pytest.mark.filterwarnings("ignore")  # of Datasette's own
_A_KIND = 3
"""So many pages of one kind are opened."""


@pytest.fixture(scope="module")
def served(selection: Selection, tmp_path_factory: pytest.TempPathFactory) -> Any:
    datasette = needed_module("datasette.app")
    file = tmp_path_factory.mktemp("served") / "corpus.sqlite"
    file.write_bytes(b"".join(piece for piece in pieces("sqlite", selection) if isinstance(piece, bytes)))
    return datasette.Datasette([str(file)])


def asked(served: Any, path: str) -> Any:
    """What Datasette answers, which must be a page or values and no error."""
    with ThreadPoolExecutor(1) as apart:  # a reader that was tried before this one may have left a loop that runs
        answer = apart.submit(lambda: asyncio.run(served.client.get(path, follow_redirects=True))).result()
    assert answer.status_code == 200, (path, answer.text)
    return answer


def test_every_link_leads_somewhere(served: Any) -> None:
    met: set[str] = set()
    kinds: collections.Counter[str] = collections.Counter()
    waiting = ["/", "/corpus"]
    while waiting:
        path = waiting.pop()
        if path in met:
            continue
        met.add(path)
        answer = asked(served, path)
        for link in re.findall(
            r'href="(?:http://localhost)?(/corpus[^"#]*)', answer.text if "<html" in answer.text else ""
        ):
            to = html.unescape(link)
            where, _, query = to.partition("?")
            kind = f"{where.rpartition('/')[0]} {query.partition('=')[0]}"
            if to not in met and kinds[kind] < _A_KIND:
                kinds[kind] += 1
                waiting.append(to)
    for table in ("events", "claims", "people", "sources", "places"):
        assert any(path.startswith(f"/corpus/{table}/") for path in met)


def test_what_a_claim_names_is_a_link(served: Any, selection: Selection) -> None:
    event = selection.timeline.events[0]
    page = asked(served, f"/corpus/claims?event={event.id}").text
    linked = re.findall(rf'href="(/corpus/(?:events/{event.id}|sources/{event.claims[0].source}))"', page)
    assert len(set(linked)) == 2
    for path in set(linked):
        assert asked(served, path).status_code == 200


def test_the_chronology_is_in_order_and_whole(served: Any, selection: Selection) -> None:
    rows = asked(served, "/corpus/chronology.json?_size=max&_shape=array").json()
    assert [row["id"] for row in rows] == [event.id for event in selection.timeline.events]


def test_words_are_searched_and_sources_are_a_facet(served: Any, bundled: Selection, selection: Selection) -> None:
    word = "assault" if selection is bundled else "evil"
    found = asked(served, f"/corpus/claims.json?_search={word}&_size=max&_shape=array").json()
    assert found
    assert all(word in f"{row['says']} {row['quote']} {row['certainty']} {row['note']}".casefold() for row in found)
    [facet] = asked(served, "/corpus/claims.json?_facet=source&_facet_size=max").json()["facet_results"].values()
    told = collections.Counter(claim.source for event in selection.timeline.events for claim in event.claims)
    assert {one["value"]: one["count"] for one in facet["results"]} == dict(told.most_common(len(facet["results"])))
