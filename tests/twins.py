"""Corpora with planted twins: some happenings told as two events, in other words, among many that only look alike."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

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


class Told(NamedTuple):
    """A happening as one paper tells it: a record, and an event of its own."""

    event: str
    title: str
    kind: str
    who: str
    source: int
    number: int
    when: str


def told(number: int, twins: float = 0.1, seed: int = 0) -> Iterator[Told]:
    """Yield so many happenings, `e1` and so on, and after some of them the same told again, as `t1`."""
    rng = random.Random(seed)  # noqa: S311
    people = names(number, rng)
    ids = list(people)
    for n in range(number):
        kind, one, other = rng.choice(TOLD)
        who = rng.choice(ids)
        words = {"who": people[who], "last": people[who].split()[1], "town": rng.choice(TOWNS)}
        day = date(2010, 1, 1) + timedelta(rng.randrange(4000))
        yield Told(f"e{n}", one.format(**words), kind, who, n % 10, n, str(day))
        if rng.random() < twins:
            when = rng.choice([str(day), f"{day:%Y-%m}", str(day + timedelta(1))])
            yield Told(f"t{n}", other.format(**words), kind, who, 10 + n % 10, n, when)


def names(number: int, rng: random.Random) -> dict[str, str]:
    """Return the names of those whom so many happenings are about."""
    return {f"p{n}": f"{rng.choice(FIRST)} {rng.choice(LAST)}{'' if n < 60 else n}" for n in range(max(5, number // 5))}


def corpus(number: int, twins: float = 0.1, seed: int = 0) -> tuple[str, set[frozenset[str]]]:
    """Return a corpus of so many happenings as YAML, and the pairs of events that are one."""
    people = names(number, random.Random(seed))  # noqa: S311
    lines = ["sources:"]
    lines += [f"  s{n}: {{publisher: Paper {n}, title: T, published: 2022-01-01}}" for n in range(20)]
    lines += ["people:", *(f"  {one}: {{name: {json.dumps(name)}}}" for one, name in people.items()), "kinds:"]
    lines += [f"  {kind}: {{title: {kind}, theme: t}}" for kind, *_ in TOLD]
    every = list(told(number, twins, seed))
    lines += ["events:", *(f"  {one.event}: {{title: {json.dumps(one.title)}, kind: {one.kind}}}" for one in every)]
    lines += ["records:", *(_record(one.event, one.source, one.number, one.when, one.who) for one in every)]
    return "\n".join(lines) + "\n", {
        frozenset((f"e{one.event[1:]}", one.event)) for one in every if one.event[0] == "t"
    }


GIVEN = [
    "Aigul",
    "Aiman",
    "Aknur",
    "Aliya",
    "Ana",
    "Arman",
    "Askar",
    "Assel",
    "Bakyt",
    "Bolat",
    "Dariya",
    "Daniyar",
    "Dinara",
    "Erlan",
    "Fatima",
    "Gulnar",
    "Gulzira",
    "Ilyas",
    "Kairat",
    "Kaisha",
    "Kamila",
    "Leyla",
    "Madina",
    "Mehmet",
    "Mihrigul",
    "Murat",
    "Nurlan",
    "Omir",
    "Patigul",
    "Qurban",
    "Rahima",
    "Rustam",
    "Sabit",
    "Samal",
    "Saule",
    "Serikzhan",
    "Sholpan",
    "Tahir",
    "Temir",
    "Tursun",
    "Ulan",
    "Yerkin",
    "Yusuf",
    "Zhanar",
    "Zhazira",
    "Zulfiya",
    "Marat",
    "Olzhas",
    "Raushan",
    "Botagoz",
]
STEMS = [
    "Abai",
    "Akhmet",
    "Alimu",
    "Asyl",
    "Auel",
    "Bai",
    "Baizhan",
    "Beket",
    "Bekmukh",
    "Berdi",
    "Bilal",
    "Daulet",
    "Dos",
    "Dzhaks",
    "Ergali",
    "Esen",
    "Ibrag",
    "Iskak",
    "Kadyr",
    "Kali",
    "Karim",
    "Kasym",
    "Kenes",
    "Khasan",
    "Kozhak",
    "Kuan",
    "Kusman",
    "Mukhamet",
    "Mukan",
    "Nazar",
    "Nurgali",
    "Omar",
    "Orazal",
    "Osman",
    "Rakhim",
    "Sadyk",
    "Sagyn",
    "Satybal",
    "Sauyt",
    "Seit",
    "Shakir",
    "Sultan",
    "Suley",
    "Tulegen",
    "Turgun",
    "Umar",
    "Ustem",
    "Yesen",
    "Zhaken",
    "Zhunus",
]
ENDINGS = ["ov", "ev", "bayev", "bekov", "uly", "kyzy", "imov", "anov", "aliyev", "zhanov", "akhunov", "dinov"]
SPELLED = (  # as one newspaper and another would write it
    *(("zh", "j"), ("kh", "h"), ("ay", "ai"), ("ai", "ay"), ("iy", "y"), ("ye", "e"), ("k", "q"), ("uly", "ulı")),
    *(("gul", "gül"), ("sh", "ş"), ("ev", "yev"), ("u", "ou"), ("y", "i")),
)


def named(number: int, twins: float = 0.1, seed: int = 0) -> tuple[str, set[frozenset[str]]]:
    """Return a corpus of so many people, each told of twice, and the pairs that are one under two spellings.

    Names are drawn from so few given names and surnames that some bear the same name by chance, as people do.
    """
    rng = random.Random(seed)  # noqa: S311
    surnames = [stem + ending for stem in STEMS for ending in ENDINGS]
    lines, records, pairs = ["people:"], ["records:"], set()
    for n in range(number):
        # Some names are much more common than others, as they are.
        name = f"{GIVEN[int(len(GIVEN) * rng.random() ** 1.5)]} {surnames[int(len(surnames) * rng.random() ** 1.5)]}"
        told = [f"p{n}"]
        lines.append(f"  p{n}: {{name: {name}}}")
        if rng.random() < twins:
            lines.append(f"  t{n}: {{name: {spelled_otherwise(name, rng)}}}")
            pairs.add(frozenset((f"p{n}", f"t{n}")))
            told.append(f"t{n}")
        for who in told:
            beside = f"p{n // 7 * 7}" if n % 7 and rng.random() < 0.5 else who  # of a case that others are of
            where = f"event: e, source: s, paragraph: {len(records)}, says: a"
            records.append(f"  - {{{where}, people: [{', '.join(dict.fromkeys((who, beside)))}]}}")
    head = [
        "sources: {s: {publisher: P, title: T}}",
        "kinds: {k: {title: K, theme: t}}",
        "events: {e: {title: E, kind: k}}",
    ]
    return "\n".join((*head, *lines, *records)) + "\n", pairs


def spelled_otherwise(name: str, rng: random.Random) -> str:
    """Return a name as another newspaper spells it."""
    ways = [(one, other) for one, other in SPELLED if one in name]
    for one, other in rng.sample(ways, min(len(ways), 2)):
        name = name.replace(one, other, 1)
    return " ".join(reversed(name.split())) if rng.random() < 0.2 else name


def _record(event: str, source: int, paragraph: int, day: str, who: str) -> str:
    where = f"event: {event}, source: s{source}, paragraph: {paragraph % 90 + 1}"
    return f"  - {{{where}, date: '{day}', people: [{who}], says: Told by paper {source}.}}"
