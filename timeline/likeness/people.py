"""People who look like one under two spellings, across alphabets and ways to transliterate."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import chain, combinations
from math import log2, prod
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.likeness.blocking import candidates
from timeline.likeness.suggestion import Suggestion
from timeline.likeness.words import figures, numbered_apart
from timeline.lookup import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from timeline.model import Person, Timeline

ENOUGH = 0.86
_EACH = 0.75
_NO_COMPANY = 0.05
"""So much is taken from the score where nobody is known to be named with both."""
_ENOUGH_IN_ALL = 0.78
_SKELETON = 3
_SLIPS = 2
_COMMON = 0.04
"""So much is taken from the score for each doubling of those who may bear a common name by chance."""

_LIKE = (
    ("kh|gh|q|x|ck", "k"),
    ("zh|dzh|dj|j", "z"),
    ("sch|sh|ch|ts|tz|c", "s"),
    ("ph|w|f", "v"),
    ("y|i|e", "i"),
    ("oo|ou|u", "o"),
    ("^h|(?<=[aio])h(?=.)", "k"),
    ("h", ""),
)
"""Letters that ways to write a name in Latin script put for one another (Qaisha, Kaisha; Serikzhan, Serikjan)."""
_PATTERNS = tuple((re.compile(letters), letter) for letters, letter in _LIKE)
_VOWELS = re.compile("[aio]")
_DOUBLED = re.compile(r"(.)\1+")
_NAMED = 3


class Name(NamedTuple):
    """A name as spelled, its words in plain letters, these in one (how some scripts write them), and its numbers."""

    shown: str
    words: tuple[str, ...]
    joined: str
    numbers: frozenset[str]


class Alike(NamedTuple):
    """How alike two people's names are, from 0 to 1, and the spellings that are."""

    score: float
    one: Name
    other: Name


def alike_people(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield people that may be one, unless one record names both.

    A name that many may bear by chance says less, unless whoever bears it is named with the same people.
    """
    people = timeline.people
    names = names_of(timeline)
    together = named_together(timeline)
    common = Commonness(names)
    keys = [
        {(person.type, key) for key in name_keys(spellings)} for person, spellings in zip(people, names, strict=True)
    ]
    for pair in candidates(keys, [spellings[0].words for spellings in names]):
        first, second = sorted(pair)
        one, other = people[first], people[second]
        alike = likeness_of_names(names[first], names[second], 0.05 if one.type == "person" else 0.1)
        if alike.score < ENOUGH:
            continue
        ours, theirs = together.get(one.id, set()), together.get(other.id, set())
        if other.id in ours:
            continue
        shared = sorted(ours & theirs)
        bearers = 0.0 if shared else common.bearers(alike.one, alike.other)
        score = alike.score - (0.0 if shared else _NO_COMPANY) - (_COMMON * log2(bearers) if bearers > 1 else 0.0)
        if score >= _ENOUGH_IN_ALL:
            yield suggestion_of(one, other, alike._replace(score=score), shared, bearers)


def names_of(timeline: Timeline) -> list[tuple[Name, ...]]:
    """Return every spelling of each person."""
    return [tuple(map(_name, (person.name, *person.also))) for person in timeline.people]


def named_together(timeline: Timeline) -> dict[str, set[str]]:
    """Return, by the id of each person, the ids of those that a record names beside."""
    found: dict[str, set[str]] = {}
    for event in timeline.events:
        for claim in event.claims:
            named = {*claim.people, claim.according_to} - {None} if claim.according_to else {*claim.people}
            for one in named if len(named) > 1 else ():
                found.setdefault(one, set()).update(other for other in named if other != one)
    return found


class Commonness:
    """How common the words of names are."""

    def __init__(self, names: Sequence[tuple[Name, ...]]) -> None:
        self._people = len(names)
        self._counts = Counter(chain.from_iterable({word for one in each for word in one.words} for each in names))

    def bearers(self, one: Name, other: Name) -> float:
        """Return how many others may be expected to bear such a name by chance, were its words drawn one by one."""
        fewer = min(one.words, other.words, key=len)
        # The two themselves prove nothing of how common their words are.
        return self._people * prod(max(0, self._counts[word] - 2) / self._people for word in fewer)


def _name(spelling: str) -> Name:
    from anyascii import anyascii

    plain = anyascii(spelling)
    words = [_plain(word) for word in fold(plain).split()]
    return Name(spelling, tuple(sorted(words)), "".join(words), figures(plain))


@cache
def _plain(word: str) -> str:
    """Return a word in letters that stand for all that are put for one another, none of them doubled."""
    if word.isdecimal():
        return word.lstrip("0") or "0"
    for pattern, letter in _PATTERNS:
        word = pattern.sub(letter, word)
    return _DOUBLED.sub(r"\1", word)


def name_keys(spellings: Iterable[Name]) -> Iterator[Hashable]:
    """Yield what names must share to be compared: the whole, or the first consonants of a word, or of each two words.

    These are what most slips and ways to transliterate leave as it is.
    """
    for name in spellings:
        skeletons = [skeleton(word) for word in name.words if len(word) > 1]
        yield name.joined
        yield from skeletons
        yield from combinations(sorted(skeletons), 2)


def consonants(name: Name) -> str:
    """Return what slips in vowels leave of a name."""
    return " ".join(sorted(_VOWELS.sub("", word) or word for word in name.words))


def skeleton(word: str) -> str:
    """Return the first consonants of a word in plain letters, or the word if it has none."""
    return _VOWELS.sub("", word)[:_SKELETON] or word


def likeness_of_names(ours: Sequence[Name], theirs: Sequence[Name], extra: float) -> Alike:
    """Return the likest of the spellings of two people."""
    best = Alike(0.0, ours[0], theirs[0])
    for mine in ours:
        for yours in theirs:
            score = _likeness(mine, yours, extra)
            if score > best.score:
                best = Alike(score, mine, yours)
    return best


def _likeness(one: Name, other: Name, extra: float) -> float:
    """Return from 0 to 1 how alike two names are, word by word; each word that only the longer has takes `extra`.

    Each word of the shorter must have one that is like it: a foreign ministry is not an interior ministry. Numbers
    are no words: court no. 2 is not court no. 3.
    """
    if numbered_apart(one.numbers, other.numbers):
        return 0.0
    if one.joined == other.joined:
        return 1.0
    few, many = sorted((one.words, other.words), key=len)
    if not few or (len(few) == 1 and len(many) > 1):
        return 0.0  # one word out of a name is anyone's who bears it
    left, scores = list(many), []
    for word in few:
        found = [_of_words(word, each) for each in left]
        best = max(found)
        if best < _EACH:
            return 0.0
        scores.append(best)
        del left[found.index(best)]
    return sum(scores) / len(scores) - extra * len(left)


@lru_cache(1 << 18)
def _of_words(one: str, other: str) -> float:
    """Return from 0 to 1 how alike two words in plain letters are: by one slip, or by several in vowels alone."""
    from rapidfuzz.distance import OSA

    if 1 in (len(one), len(other)):  # an initial
        return 0.8 if one[:1] == other[:1] else 0.0
    slips = OSA.distance(one, other, score_cutoff=_SLIPS)
    if slips > 1 and (slips > _SLIPS or _VOWELS.sub("", one) != _VOWELS.sub("", other)):
        return 0.0
    return 1 - slips / max(len(one), len(other))


def suggestion_of(one: Person, other: Person, alike: Alike, shared: Sequence[str], bearers: float) -> Suggestion:
    """Return that two people may be one, and the edit to make."""
    spellings = ", ".join(dict.fromkeys(clean(name) for name in (other.name, *other.also)))
    reasons = [f"“{clean(alike.one.shown)}” is like “{clean(alike.other.shown)}”"]
    if shared:
        reasons.append(f"both are named with {', '.join(f'`{who}`' for who in shared[:_NAMED])}")
    if bearers > 1:
        reasons.append(f"but the name is common here: some {bearers:,.0f} may bear it by chance")
    if one.role and fold(one.role) == fold(other.role):
        reasons.append(f"both have the role {clean(one.role)}")
    return Suggestion(
        "person",
        (one.id, other.id),
        (clean(one.name), clean(other.name)),
        min(alike.score, 1.0),
        tuple(reasons),
        f"add `also: [{spellings}]` to `{one.id}`; in records write `{one.id}` for `{other.id}`; remove `{other.id}`",
        "if they are two, a note with each helps the next curator",
    )
