"""An event in words: every claim with its citation, and nothing that a terminal or a page would obey."""

from __future__ import annotations

import re

import harbour
import pytest

from timeline.clean import UNSAFE
from timeline.export.wording import Wording
from timeline.model import Selection

FINE, WALKOUT, REUNION = harbour.EVENTS


def test_a_fine_in_words() -> None:
    assert list(Wording(harbour.SELECTION).lines(FINE)) == [
        "When: 2018; may lie outside the period asked for",
        "Rival date: c. 2014 (港 Bulletin, paragraph 3)",
        "Who: Olga Brandt",
        "Told by: 2 independent origins, in 2 documents",
        "Harbour Gazette, paragraph 7: Fined 300 crowns. Dated 2018. fine: 300 SBC. "
        "Ranked as preferred by the curator: read in court.",
        "港 Bulletin, paragraph 3: She was fined years before. Dated 2014~.",
        "Settled: Brandt is fined for a gathering: accounts differ on when: 2018 (Harbour Gazette, paragraph 7); "
        "c. 2014 (港 Bulletin, paragraph 3). Settled by the curator: read in court.",
        "Source: Harbour Gazette, “Dockers walk out”, 14 Mar 2019",
        "Source: 港 Bulletin, “שביתה בנמל”, undated",
    ]


def test_who_says_so_with_what_hedge_and_who_denies_it() -> None:
    words = Wording(harbour.ALL)
    told = list(words.lines(WALKOUT))
    assert (
        "Harbour Gazette, paragraph 2: The dockers walked out. Verbatim: “We are done waiting”. Dated “earlier this "
        "week”. It lasted “two days”. After: Brandt is fined for a gathering (fine). dockers: about 300; demands: pay, "
        "safety."
    ) in told
    assert "The Mirror (“reportedly”), paragraph 4: Dockers stopped work. Dated 2019-03." in told
    assert "李明 in 港 Bulletin, paragraph 1: Denied. Nobody walked out. dockers: 5." in told
    assert [label for label, _ in words.conflicts(WALKOUT)] == ["Accounts differ"] * 2


def test_what_cannot_be_dated_says_so() -> None:
    told = list(Wording(harbour.ALL).lines(REUNION))
    assert told[0] == "When: undated"
    assert any("Dated “in the days of the fog”, which could not be read." in line for line in told)


def test_a_title_says_that_accounts_differ_and_that_nobody_asserts_it() -> None:
    words = Wording(harbour.ALL)
    denied = WALKOUT._replace(claims=WALKOUT.claims[2:])
    planned = FINE._replace(claims=tuple(claim._replace(upcoming=True) for claim in FINE.claims))
    assert words.title(denied).endswith(" night shift (only denied)")
    assert words.headline(denied).endswith(" night shift (only denied) (accounts differ)")
    assert words.headline(FINE) == "Brandt is fined for a gathering"  # its conflict is settled
    assert words.title(planned) == "Brandt is fined for a gathering (only planned)"


@pytest.mark.parametrize("made_up", [harbour.ALL, harbour.hostile()], ids=["harbour", "hostile"])
def test_every_claim_is_cited_in_safe_words(made_up: Selection) -> None:
    words = Wording(made_up)
    for event in made_up.timeline.events:
        told = list(words.told(event))
        for claim in event.claims:
            assert (words.cited(claim), words.says(claim)) in told
        assert not any(re.search(UNSAFE, text) or "\n" in text for pair in told for text in pair)
    assert not any(re.search(UNSAFE, said) for said in words.preamble())
