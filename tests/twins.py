"""Corpora with planted twins: some happenings told as two events, in other words, among many that only look alike."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

FIRST = ["Aigul", "Bolat", "Erlan", "Gulnar", "Kairat", "Madina", "Nurlan", "Saule", "Temir", "Zhanar"]
LAST = ["Akhmetov", "Baizhanov", "Dosov", "Iskakov", "Kusmanov", "Omarov", "Seitov", "Tulegenov", "Yesenov", "Zhakenov"]
TOWNS = ["Almaty", "Astana", "Karaganda", "Shymkent", "Taraz", "Oskemen", "Zharkent", "Khorgos", "Aktau", "Semey"]
TOLD = [  # the kind, and two ways to tell it
    ("arrest", "{who} is arrested in {town}", "Police detain {last} in {town}"),
    ("fine", "A court in {town} fines {who}", "{last} has to pay a fine, a {town} court rules"),
    ("protest", "{who} holds a picket in {town}", "{last} pickets a building in {town}"),
    ("search", "Police search the home of {who}", "{last}'s home is searched by police"),
    ("release", "{who} is released from prison", "{last} walks out of prison"),
    ("assault", "{who} is assaulted near the market of {town}", "Unknown men assault {last} at the {town} market"),
    ("video", "{who} posts a video about a missing brother", "A video of {last} about the missing brother appears"),
    ("border", "{who} is stopped at the border", "Guards stop {last} at the border"),
]


def corpus(number: int, twins: float = 0.1, seed: int = 0) -> tuple[str, set[frozenset[str]]]:
    """Return a corpus of so many happenings as YAML, and the pairs of events that are one."""
    rng = random.Random(seed)  # noqa: S311
    people = {
        f"p{n}": {"name": f"{rng.choice(FIRST)} {rng.choice(LAST)}{'' if n < 60 else n}"}
        for n in range(max(5, number // 5))
    }
    lines = ["sources:"]
    lines += [f"  s{n}: {{publisher: Paper {n}, title: T, published: 2022-01-01}}" for n in range(20)]
    lines += ["people:", *(f"  {one}: {json.dumps(person)}" for one, person in people.items()), "kinds:"]
    lines += [f"  {kind}: {{title: {kind}, theme: t}}" for kind, *_ in TOLD]
    events, records, pairs = ["events:"], ["records:"], set()
    for n in range(number):
        kind, one, other = rng.choice(TOLD)
        who = rng.choice(list(people))
        name = people[who]["name"]
        words = {"who": name, "last": name.split()[1], "town": rng.choice(TOWNS)}
        day = date(2010, 1, 1) + timedelta(rng.randrange(4000))
        events.append(f"  e{n}: {{title: {json.dumps(one.format(**words))}, kind: {kind}}}")
        records.append(_record(f"e{n}", n % 10, n, str(day), who))
        if rng.random() < twins:
            pairs.add(frozenset((f"e{n}", f"t{n}")))
            events.append(f"  t{n}: {{title: {json.dumps(other.format(**words))}, kind: {kind}}}")
            when = rng.choice([str(day), f"{day:%Y-%m}", str(day + timedelta(1))])
            records.append(_record(f"t{n}", 10 + n % 10, n, when, who))
    return "\n".join((*lines, *events, *records)) + "\n", pairs


def _record(event: str, source: int, paragraph: int, day: str, who: str) -> str:
    where = f"event: {event}, source: s{source}, paragraph: {paragraph % 90 + 1}"
    return f"  - {{{where}, date: '{day}', people: [{who}], says: Told by paper {source}.}}"
