"""A small made-up timeline, by hand: what the tests of `show` and `export` print. None of it happened."""

from __future__ import annotations

from timeline.dates import edtf
from timeline.dates.resolution import Resolution
from timeline.dates.span import UNKNOWN
from timeline.model import (
    Claim,
    ClaimDate,
    Conflict,
    Contradiction,
    Event,
    Fact,
    Kind,
    Person,
    Place,
    Relation,
    Selection,
    Source,
    Timeline,
    Window,
)
from timeline.problems import Pointer

FILE = "harbour.yaml"


def dated(text: str, stated: str = "", anchor: str = "") -> ClaimDate:
    """A claim's date that reads as an EDTF text."""
    found = edtf.resolve(text)
    rule = "this week" if stated else "EDTF"
    how = Resolution(found.edtf, found.reading, found.sound, rule, found.convention)
    return ClaimDate(stated or text, "", anchor, found.edtf, found.reading, found.sound, how)


def window(text: str, *claims: str, origins: int = 1) -> Window:
    """An event's date that reads as an EDTF text."""
    found = edtf.resolve(text)
    return Window(found.edtf, found.reading, found.sound, claims, origins)


def at(index: int) -> Pointer:
    """Where the record stands."""
    return Pointer(FILE, ("records", index))


SOURCES = (
    Source(
        "gazette",
        "Harbour Gazette",
        "Dockers walk out",
        edtf.resolve("2019-03-14"),
        "1.txt",
        "ab" * 32,
        None,
        "gazette",
    ),
    Source("mirror", "The Mirror", "Strike at the docks", edtf.resolve("2019-03~"), None, None, "gazette", "gazette"),
    Source("bulletin", "港 Bulletin", "שביתה בנמל", None, None, None, None, "bulletin"),
)
PEOPLE = (
    Person("olga", "Olga Brandt", ("O. Brandt", "Ольга Брандт"), "person", "leader of the dockers"),
    Person("union", "Union of Dockers", (), "group", ""),
    Person("li", "李明", ("Li Ming",), "person", "harbour master"),
    Person("noa", "נועה לוי", (), "person", ""),
)
PLACES = (
    Place("port", "Port Sable", (), "island"),
    Place("island", "Sable Island", ("Isle of Sable",), None),
)
KINDS = (Kind("strike", "Strike", "labour"), Kind("fine", "Fine", "courts"))

_WALKOUT = (
    Claim(
        "walkout/gazette/2",
        "walkout",
        "gazette",
        2,
        "source:gazette",
        "The dockers walked out.",
        at(0),
        dated("2019-03-11/2019-03-13", "earlier this week", "2019-03-14"),
        people=("olga", "union"),
        place="port",
        facts=(Fact("dockers", "count", ("about 300",)), Fact("demands", "text", ("pay", "safety"))),
        quote="We are done waiting",
        lasts="two days",
        relations=(Relation("after", "fine"),),
    ),
    Claim(
        "walkout/mirror/4",
        "walkout",
        "mirror",
        4,
        "source:gazette",
        "Dockers stopped work.",
        at(1),
        dated("2019-03"),
        people=("union",),
        certainty="reportedly",
    ),
    Claim(
        "walkout/bulletin/1",
        "walkout",
        "bulletin",
        1,
        "person:li",
        "Nobody walked out.",
        at(2),
        stance="denies",
        according_to="li",
        people=("li", "noa"),
        contradicts=(Contradiction("walkout/gazette/2", "both cannot be"),),
        facts=(Fact("dockers", "count", ("5",)),),
    ),
)
_FINE = (
    Claim(
        "fine/gazette/7",
        "fine",
        "gazette",
        7,
        "source:gazette",
        "Fined 300 crowns.",
        at(3),
        dated("2018"),
        people=("olga",),
        facts=(Fact("fine", "money", ("300 SBC",)),),
        rank="preferred",
        rank_reason="read in court",
    ),
    Claim(
        "fine/bulletin/3",
        "fine",
        "bulletin",
        3,
        "source:bulletin",
        "She was fined years before.",
        at(4),
        dated("2014~"),
        people=("olga",),
    ),
)
_REUNION = (
    Claim(
        "reunion/bulletin/9",
        "reunion",
        "bulletin",
        9,
        "person:olga",
        "They met again, she says.",
        at(5),
        ClaimDate("in the days of the fog", anchor="", unread="no rule reads it"),
        according_to="olga",
        people=("olga", "noa", "li", "union"),
    ),
)

EVENTS = (
    Event(
        "fine",
        "Brandt is fined for a gathering",
        "fine",
        "courts",
        _FINE,
        (window("2018", "fine/gazette/7"), window("2014~", "fine/bulletin/3")),
        ("olga",),
        (),
        ("date/fine",),
    ),
    Event(
        "walkout",
        "The dockers of Port Sable walk out over pay and over the safety of the night shift",
        "strike",
        "labour",
        _WALKOUT,
        (window("2019-03-11/2019-03-13", "walkout/gazette/2", "walkout/mirror/4"),),
        ("olga", "union", "li", "noa"),
        ("port",),
        ("denial/walkout", "fact/walkout/dockers"),
    ),
    Event(
        "reunion",
        "Brandt and Levi meet again, Brandt says",
        "strike",
        "labour",
        _REUNION,
        (Window("", UNKNOWN, UNKNOWN, (), 0),),
        ("olga", "noa", "li", "union"),
    ),
)
CONFLICTS = (
    Conflict(
        "date/fine",
        "date",
        ("fine",),
        ("fine/gazette/7", "fine/bulletin/3"),
        "Brandt is fined for a gathering: accounts differ on when: 2018 (Harbour Gazette, paragraph 7); "
        "c. 2014 (港 Bulletin, paragraph 3). Settled by the curator: read in court.",
        settled=True,
    ),
    Conflict(
        "denial/walkout",
        "denial",
        ("walkout",),
        ("walkout/gazette/2", "walkout/bulletin/1"),
        "The dockers of Port Sable walk out over pay and over the safety of the night shift: accounts differ on "
        "whether it happened: asserted (Harbour Gazette, paragraph 2); denied (李明 in 港 Bulletin, paragraph 1).",
    ),
    Conflict(
        "fact/walkout/dockers",
        "fact",
        ("walkout",),
        ("walkout/gazette/2", "walkout/bulletin/1"),
        "The dockers of Port Sable walk out over pay and over the safety of the night shift: accounts differ on "
        "dockers: about 300 (Harbour Gazette, paragraph 2); 5 (李明 in 港 Bulletin, paragraph 1).",
    ),
)

TIMELINE = Timeline((FILE,), SOURCES, PEOPLE, PLACES, KINDS, EVENTS, CONFLICTS)
SELECTION = Selection(TIMELINE, frozenset({"fine"}), ("in 2018",), 2)
ALL = Selection(TIMELINE)

HOSTILE = "\x1b[31m\u202eevil\u2069\x07[bold]b[/bold] :bomb: |<script>`x`![a](http://e.example)\nnext\r\x9b2J\x00"
"""Text that would drive a terminal, turn the line around, or be markup, were it printed as it is."""


def hostile() -> Selection:
    """A timeline in which every text is hostile."""
    claim = Claim(
        "e/s/1",
        "e",
        "s",
        1,
        "person:p",
        HOSTILE,
        at(0),
        ClaimDate(HOSTILE, HOSTILE, HOSTILE, unread=HOSTILE),
        "p",
        certainty=HOSTILE,
        quote=HOSTILE,
        people=("p",),
        place="pl",
        facts=(Fact(HOSTILE, "text", (HOSTILE,)),),
        lasts=HOSTILE,
        contradicts=(Contradiction("e/s/2", HOSTILE),),
        rank="preferred",
        rank_reason=HOSTILE,
        note=HOSTILE,
    )
    event = Event(
        "e", HOSTILE, "k", HOSTILE, (claim,), (Window("", UNKNOWN, UNKNOWN, (), 0),), ("p",), ("pl",), ("c",), HOSTILE
    )
    return Selection(
        Timeline(
            (HOSTILE,),
            (Source("s", HOSTILE, HOSTILE, None, HOSTILE, None, None, "s", HOSTILE),),
            (Person("p", HOSTILE, (HOSTILE,), "person", HOSTILE, HOSTILE),),
            (Place("pl", HOSTILE, (HOSTILE,), None, HOSTILE),),
            (Kind("k", HOSTILE, HOSTILE),),
            (event,),
            (Conflict("c", "fact", ("e",), ("e/s/1",), HOSTILE),),
        ),
        frozenset({"e"}),
        (HOSTILE,),
        1,
    )
