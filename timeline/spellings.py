"""The forms in which a name may stand in a text, as plain letters: alphabets, initials, the order of its words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from timeline.letters import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _words(text: str) -> list[str]:
    return text.split()


ORDINARY = frozenset(
    _words("""
    able account april art august baker banks bell bill bishop black bloom book boy brook brown burn bush butler case
    chance charity child church clay clerk cliff coin cook court cross daisy dale daughter dawn day dean dear doctor doe
    duke earl east eve event faith farmer father field file fish fisher ford forest fox frank friend gay girl glass glen
    gold good grace grant green guard hand harbour hazel heath herb hill holly home honour hope house hunter iris ivy
    jack jade jasmine jewel joy judge june justice key king knight kind lady lake lance lane law lawyer lee lily lord
    love major man march mark mason may mayor melody mercy mill miller miner moon moore mother name nick noble north
    note officer olive page park pat patience pearl penny person piper place police pool poor pope poppy porter potter
    power price prince prosecutor pure ray record reed release report rich ring rob robin rock rose ruby rusty sage
    sandy savage season sharp shepherd silver singer sister skip small smart smith snow someone son source south speaker
    star steel stone street sue summer sunny swift tailor tanner taylor teacher temple terry the tiger torture tree
    trial van victim victor victory village violet walker ward waters weaver week west white wild will wind winter
    winner wise withheld witness wolf wood woods worker year young
""")
)
"""Words that are names too: in small letters they are covered where ids stand, and not in a sentence."""

DATE_WORDS = frozenset(
    _words("""
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn winter day week month year christmas easter ramadan января
    марта апреля мая май июня июля августа август
""")
)
"""Words that are dates before they are names."""

_PARTICLES = frozenset(
    _words("""
    abd abu al ap as ben bin bint d da dal de del della den der di dos du el ibn la le los ter ul van von zu
""")
)
_JOINING = frozenset(
    _words("""
    a an and at by des du e for in la las le les near of on sous sur the to und upon y в во и из на под при у
""")
)
"""Words in small letters that names of places and groups have within."""
_NOT_INITIALS = frozenset(
    _words("""
    ad am bc bce ce dc eg eu ie la ng no nr pm ps st uk un us ussr
""")
)
_FEMININE = re.compile(r"(?:ov|ev|in|sk|skay)a$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_ENDING = 3
_LONGER_ENDING = 6
"""So many letters may follow a word as its ending; Russian, and above all Kazakh, have longer ones than English."""
LONG = 4


class Form(NamedTuple):
    """Letters to look for, and where they count.

    `sort` is "whole" (a whole spelling), "word" (a word of a name), "initials", "id", which is covered where ids
    stand, or "kept", which is not covered; `inner` says before which letters another word begins, `parted` that it
    must; `ending` is how many letters may follow.
    """

    sort: str
    inner: frozenset[int] = frozenset()
    parted: bool = False
    ending: int = _ENDING


def words(spelling: str) -> list[str]:
    """Return the words of a name; what an apostrophe or a soft hyphen parts is one."""
    decomposed = unicodedata.normalize("NFKC", spelling)
    bare = "".join(one for one in decomposed if one not in "'’ʼ`´" and unicodedata.category(one) not in {"Cf", "Mn"})
    return re.findall(r"[^\W_]+", bare) if bare.isascii() else _of_marked(spelling)


def _of_marked(spelling: str) -> list[str]:
    kept = "".join(one for one in spelling if one not in "'’ʼ`´" and unicodedata.category(one) != "Cf")
    return [one for one in re.split(r"[\s_\-‐‑‒–—./,;:·•|]+", kept) if plain(one)]


def forms(spelling: str, *, someone: bool) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a spelling: as a whole and, of `someone`'s name, by its words and initials too."""
    for variant in dict.fromkeys(
        (spelling, spelling.lower().translate(_UMLAUTS) if not spelling.isascii() else spelling)
    ):
        given = words(variant)
        named = words(spelling)
        yield from _joined(given, "whole")
        if not someone or not given or len(given) != len(named):
            continue
        if len(given) > 1:
            yield from _of_several(given)
        for word, as_written in zip(given, named, strict=True):
            yield from _of_word(word, as_written, alone=len(given) == 1)


def ids(identifier: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of an id."""
    yield from _joined(words(identifier), "id")


def standing(name: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a name that is not covered."""
    yield from ((key, form._replace(ending=0)) for key, form in _joined(words(name), "kept"))


def describes(name: str, shared: Iterable[tuple[int, int]]) -> bool:
    """Whether a name only tells of someone by the words of theirs that stand from one place to another in it.

    "Vélez's sister", "сестра Велеса" and "the Vélez house" do, which is plain to see where such a word can go without
    making nonsense of the rest. "Ana Ruiz", "Isle of Man" and "Rio de la Plata" are names of their own.
    """
    rest, done = [], 0
    for start, end in sorted(shared):
        rest.append(name[done:start])
        if end < len(name) and name[end] in "'’ʼ`´":
            return True
        done = max(done, end)
    left = re.findall(r"[^\W\d_]+", " ".join((*rest, name[done:])))
    return any(word.islower() and word not in _PARTICLES and word not in _JOINING for word in left)


def _joined(given: list[str], sort: str, *, parted: bool = False) -> Iterator[tuple[str, Form]]:
    for way in range(1 if all(map(str.isascii, given)) else 3):
        spelled = [plain(word, way) for word in given]
        at, inner = 0, set()
        for word in spelled[:-1]:
            at += len(word)
            inner.add(at)
        if at or "".join(spelled):
            yield "".join(spelled), Form(sort, frozenset(inner), parted, 0 if parted else _ENDING)


def _of_several(given: list[str]) -> Iterator[tuple[str, Form]]:
    """Yield what stands for a name of several words: another order, initials, what begins with a particle."""
    *first, last = given
    yield from _joined([last, *first], "whole")
    for number, word in enumerate(given):
        if number and plain(word) in _PARTICLES:
            yield from _joined(given[number:], "whole")
            break
    else:
        if plain(given[0]) in _PARTICLES:
            return
    begun = [one[0] for one in first if plain(one) not in _PARTICLES]
    for some in dict.fromkeys((tuple(begun), tuple(begun[:1]))):
        yield from _joined([*some, last], "whole", parted=True)
        yield from _joined([last, *some], "whole", parted=True)
    yield from _joined([given[0], last[0]], "whole", parted=True)
    yield from _joined([last[0], given[0]], "whole", parted=True)
    initials = [*begun, last[0]]
    for order in (initials, [initials[-1], *initials[:-1]]):
        if plain("".join(order)) not in _NOT_INITIALS:
            yield from _joined(order, "initials", parted=True)


def _of_word(word: str, as_written: str, *, alone: bool) -> Iterator[tuple[str, Form]]:
    """Yield a word of a name, if it is written as names are ("van" and "bin" are not), and the stem of its cases."""
    folded = plain(word)
    if not alone and (as_written[0].islower() or folded in _PARTICLES):
        return
    if as_written.isdigit() or len(folded) < 2:  # noqa: PLR2004
        return
    cyrillic = any("\u0400" <= one <= "\u052f" for one in word)
    ending = _LONGER_ENDING if cyrillic else _ENDING if len(folded) > LONG else _ENDING - 1
    for way in range(1 if word.isascii() else 3):
        key = plain(word, way)
        yield key, Form("word", ending=ending if len(key) >= LONG else 0)
    latin = plain(word, 1) if cyrillic else folded
    if len(folded) > LONG and ((cyrillic and folded[-1] in "аеиоуыэюяйьъё") or _FEMININE.search(latin)):
        for key in {folded, latin}:
            yield key[:-1], Form("word", ending=_LONGER_ENDING)
