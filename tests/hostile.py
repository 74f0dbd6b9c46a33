"""A corpus of a stranger's making: valid data whose every text is out to break what reads the outputs."""

from __future__ import annotations

import yaml

TEXTS = {
    "script": "<script>window.evil = 1</script>",
    "closing": "</script></style></title></textarea>--> ]]> <img src=x onerror='window.evil=1'>",
    "attribute": '" onmouseover="window.evil=1" \' x=\'',
    "link": "[evil](javascript:window.evil=1) https://evil.example/beacon.png",
    "formula": '=HYPERLINK("https://evil.example";"evil")',
    "plus": "+1; -2, @SUM(1) | =1+1",
    "template": "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "escape": "evil \x1b[31m\x1b]8;;https://evil.example\x07red\x1b]8;;\x07\x07\x08",
    "markup": "[bold]b[/bold] :bomb: **evil** _b_ `c` # d\n# e\n- f\n1. g",
    "lines": "evil\r\nBEGIN:VEVENT\r\nSUMMARY:evil\nEND:VEVENT\\n;,",
    "rtl": "\u202eevil \u05e9\u05d1\u05d9\u05ea\u05d4 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 12 March\u202c",
    "emoji": "\U0001f469\u200d\U0001f680 \u1112\u1161\u11ab a\u0301\u0302\u0303 \ufeff evil",
    "long": "evil " + "x" * 10_000,
    "spaces": "evil   \t  a\u00a0b\u2028c\u2029d",
    "quotes": "\"evil\" 'b' «c» `d`; a,b|c\t=1",
    "path": "../../etc/evil",
    "backslashes": 'evil C:\\News\\now\\\\Name \\; \\, \\" \\',
}
"""What is put into every field that takes text, by a word for it."""

DATES = (
    *("-0004-03-01", "Y-170000002", "Y17000002", "-9999", "Y12000", "2019-02-29", "9999-12-31", "0001"),
    *("../2019-03-01", "2019-03-01/..", "2019-03/", "/2019-03", "2019-03-01/2019-08-31", "2019-1X", "201X~", "2019?"),
    *(
        "[2010,2015]",
        "{2019-03-01,2019-05-01}",
        "2019-21",
        "2019-03-10T10:00:00Z",
        "no date at all",
        "",
        "0000",
        "0001",
    ),
)
"""Dates of every kind, two of which nobody can read: those events stay in the timeline, undated."""


def corpus() -> str:
    """Return the corpus as YAML: an event for each text, and one for each date."""
    texts = list(TEXTS.items())
    data: dict[str, object] = {
        "sources": {
            f"s-{word}": {"publisher": text, "title": text, "published": "2019-03-14", "file": text, "note": text}
            for word, text in texts
        },
        "people": {
            f"p-{word}": {"name": text, "also": [f"{text} 2"], "role": text, "note": text} for word, text in texts
        },
        "places": {f"l-{word}": {"name": text, "also": [f"{text} 2"], "note": text} for word, text in texts},
        "kinds": {f"k-{word}": {"title": text, "theme": text} for word, text in texts},
        "events": {f"e-{word}": {"title": text, "kind": f"k-{word}", "note": text} for word, text in texts}
        | {f"d-{number}": {"title": f"Dated {date}", "kind": "k-script"} for number, date in enumerate(DATES)},
        "records": [_record(word, text) for word, text in texts]
        + [_rival(word, text) for word, text in texts]
        + [_dated(number, date) for number, date in enumerate(DATES)],
    }
    return yaml.safe_dump(data, allow_unicode=False, sort_keys=False)


def _record(word: str, text: str) -> dict[str, object]:
    return {
        "event": f"e-{word}",
        "source": f"s-{word}",
        "paragraph": 1,
        "says": text,
        "date": "2019-03-10",
        "people": [f"p-{word}"],
        "place": f"l-{word}",
        "according_to": f"p-{word}",
        "certainty": text,
        "quote": text,
        "facts": {"what": text, text: "5"},
        "note": text,
    }


def _rival(word: str, text: str) -> dict[str, object]:
    contradicted = {"claim": f"e-{word}/s-{word}/1", "reason": text}
    rival = {"event": f"e-{word}", "source": "s-script", "paragraph": 7, "says": text, "date": "2019-03-12"}
    return rival | {"facts": {"what": f"{text} not"}, "contradicts": [contradicted]}


def _dated(number: int, date: str) -> dict[str, object]:
    record = {"event": f"d-{number}", "source": "s-script", "paragraph": number + 10, "says": f"It was {date}"}
    return record | ({"date": date} if date else {})
