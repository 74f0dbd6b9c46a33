"""People who look like one under two spellings, across alphabets and ways to transliterate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.clean import clean
from timeline.likeness.blocking import candidates
from timeline.likeness.suggestion import Suggestion
from timeline.lookup import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Person, Timeline

ENOUGH = 0.86
_EACH = 0.75
_SKELETON = 3

_LIKE = (
    ("kh|gh|q|x|ck", "k"),
    ("zh|dzh|j", "z"),
    ("sch|sh|ch|ts|tz|c", "s"),
    ("ph|w|f", "v"),
    ("y|i|e", "i"),
    ("oo|ou|u", "o"),
    ("h", ""),
)
"""Letters that ways to write a name in Latin script put for one another (Qaisha, Kaisha; Serikzhan, Serikjan)."""
_PATTERNS = tuple((re.compile(letters), letter) for letters, letter in _LIKE)


class _Name(NamedTuple):
    """A name as spelled, its words in plain letters, and these in one: how some scripts write them."""

    shown: str
    words: tuple[str, ...]
    joined: str


def alike_people(timeline: Timeline) -> Iterator[Suggestion]:
    """Yield people that may be one, unless one record names both."""
    people = timeline.people
    names = [[_name(spelling) for spelling in (person.name, *person.also)] for person in people]
    together = {
        frozenset((one, other))
        for event in timeline.events
        for claim in event.claims
        for one in claim.people
        for other in (*claim.people, claim.according_to)
        if one != other and other is not None
    }
    keys = [{key for name in spellings for key in _keys(name)} for spellings in names]
    for first, second in candidates(keys):
        one, other = people[first], people[second]
        if one.type != other.type or frozenset((one.id, other.id)) in together:
            continue
        extra = 0.05 if one.type == "person" else 0.1
        score, ours, theirs = max(
            (_likeness(mine, yours, extra), mine.shown, yours.shown) for mine in names[first] for yours in names[second]
        )
        if score >= ENOUGH:
            yield _suggestion(one, other, score, ours, theirs)


def _name(spelling: str) -> _Name:
    from anyascii import anyascii

    words = [_plain(word) for word in fold(anyascii(spelling)).split()]
    return _Name(spelling, tuple(sorted(words)), "".join(words))


def _plain(word: str) -> str:
    """Return a word in letters that stand for all that are put for one another, none of them doubled."""
    for pattern, letter in _PATTERNS:
        word = pattern.sub(letter, word)
    return re.sub(r"(.)\1+", r"\1", word)


def _keys(name: _Name) -> Iterator[str]:
    """Yield the first consonants of each word: what most slips and ways to transliterate leave as it is."""
    yield name.joined
    for word in name.words:
        skeleton = re.sub(r"[aio]", "", word)[:_SKELETON] or word
        if len(word) > 1:
            yield skeleton


def _likeness(one: _Name, other: _Name, extra: float) -> float:
    """Return from 0 to 1 how alike two names are, word by word; each word that only the longer has takes `extra`.

    Each word of the shorter must have one that is like it: a foreign ministry is not an interior ministry.
    """
    from rapidfuzz.distance import JaroWinkler

    if one.joined == other.joined:
        return 1.0
    few, many = sorted((one.words, other.words), key=len)
    if not few or (len(few) == 1 and len(many) > 1):
        return 0.0  # one word out of a name is anyone's who bears it
    left, scores = list(many), []
    for word in few:
        best = max(left, key=lambda each: _of_words(word, each, JaroWinkler.similarity))
        scores.append(_of_words(word, best, JaroWinkler.similarity))
        left.remove(best)
    return sum(scores) / len(scores) - extra * len(left) if min(scores) >= _EACH else 0.0


def _of_words(one: str, other: str, similarity: object) -> float:
    if 1 in (len(one), len(other)):  # an initial
        return 0.8 if one[:1] == other[:1] else 0.0
    return similarity(one, other)  # type: ignore[operator, no-any-return]


def _suggestion(one: Person, other: Person, score: float, ours: str, theirs: str) -> Suggestion:
    spellings = ", ".join(dict.fromkeys(clean(name) for name in (other.name, *other.also)))
    reasons = [f"“{clean(ours)}” is like “{clean(theirs)}”"]
    if one.role and fold(one.role) == fold(other.role):
        reasons.append(f"both have the role {clean(one.role)}")
    return Suggestion(
        "person",
        (one.id, other.id),
        (clean(one.name), clean(other.name)),
        min(score, 1.0),
        tuple(reasons),
        f"add `also: [{spellings}]` to `{one.id}`; in records write `{one.id}` for `{other.id}`; remove `{other.id}`",
        "if they are two, a note with each helps the next curator",
    )
