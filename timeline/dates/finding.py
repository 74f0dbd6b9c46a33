"""Find the dates in running text: every expression that the grammar reads, and that is a date where it stands.

Text is cut into tokens once. Stretches of words that dates are made of are matched against the grammar, a window at
a time, and of what it reads the longest from each start is taken that the language does not refuse where it stands
(`timeline.dates.running`). Time grows with the length of the text: a window is bounded, and each moves on.
"""

from __future__ import annotations

import re
import unicodedata
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.matching import TooAmbiguousError
from timeline.dates.plain import ISO_TIME
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.running import Candidate, Running, running, set_of
from timeline.dates.stated import resolve_expression, resolve_stated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timeline.dates.language import Expression
    from timeline.dates.matching import Token

_WINDOW, _LEAST_WINDOW = 16, 4
"""The most words of an expression; longer ones are found in part. Where words are very ambiguous it is less."""

_QUIET = set_of("NUM TWODIGITS DAYNO HEDGE DOUBT EDGE PART COUNT ZONE FEW MANY PAIR")
"""Symbols of words that alone make no date; where a stretch has no others, it is not tried."""

_ADDRESS = re.compile(r"@|://|\bwww\.|\.(?:html?|txt|pdf|jpe?g|png)\b")
"""What stands in the addresses of pages, files and people, whose numbers and words are no dates."""
_ISO = re.compile(
    rf"(?<![\w/.+-])(?:(?=[12]){ISO_TIME.pattern}|[12]\d{{3}}-[01]\d-[0-3]\d)(?![\w/+-]|[.:]\d)",
    re.ASCII | re.IGNORECASE,
)
_NOTHING = "§"
_SPACE = re.compile(r"\s")
_BETWEEN = re.compile(r"[\s()\[\]{}*\u200b\u200e\u200f\ufeff\xad\u0301]*")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BEFORE = re.compile(r"[^\W_][-/&]$|[\w$€£¥₸₽#@+&%=<>~^|\\]$|\d[.,:]$|№\s?$")
_AFTER = re.compile(r"[-/&@][^\W_]|[\w%€$£¥₸₽°]|[.,:]\d|['’][^\W\d_]{2}|['’](?!s\b)[^\W\d_]\b")


class Found(NamedTuple):
    """A date in a text: where it stands, its words as written, and what they mean."""

    start: int
    end: int
    text: str
    resolution: Resolution | Unread


def find(text: str, anchor: Resolution | None, *, language: str = "en") -> tuple[Found, ...]:
    """Return the dates in a text, in order, none within another, resolved against the day of writing.

    `anchor` is that day (None where it is not known: what needs it is then Unread) and `language` an ISO 639-1 code.
    Raises KeyError for a language that is not known.
    """
    rules = running(language)
    evened, places = _evened(text, rules.even)
    tokens = rules.tokens_in(_without_addresses(_ISO.sub(_masked, evened)))
    if places is not None:
        tokens = [token._replace(start=places[token.start], end=places[token.end - 1] + 1) for token in tokens]
    in_words = (found for run in _runs(tokens, text, rules) for found in _found_in(run, text, anchor, rules))
    return tuple(merge(in_words, _in_digits(text), key=_start))


def _masked(match: re.Match[str]) -> str:
    return _NOTHING * len(match[0])


def _without_addresses(text: str) -> str:
    """Return a text with every word that is an address masked, character by character."""
    parts: list[str] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        if match.start() < done:
            continue
        begin = max((text.rfind(space, done, match.start()) for space in " \n"), default=-1) + 1
        space = _SPACE.search(text, match.end())
        end = space.start() if space else len(text)
        begin = max(begin, done)
        parts += text[done:begin], _NOTHING * (end - begin)
        done = end
    return "".join((*parts, text[done:]))


def _in_digits(text: str) -> Iterator[Found]:
    """Yield the days that are written as ISO 8601 has them."""
    for match in _ISO.finditer(text):
        resolution = resolve_stated(match[0], None)
        if isinstance(resolution, Resolution):
            yield Found(*match.span(), match[0], resolution)


def _start(found: Found) -> int:
    return found.start


def _evened(text: str, even: Callable[[str], str]) -> tuple[str, Sequence[int] | None]:
    """Return the text evened out, and where each of its characters was (None: just there)."""
    evened = even(text)
    if text.isascii() or (len(evened) == len(text) and all(map(_is_plain, set(text)))):
        return evened, None
    parts: list[str] = []
    places: list[int] = []
    for cluster in _CLUSTERS.finditer(text):
        part = even(cluster[0])
        parts.append(part)
        places += (cluster.start() + min(at, len(cluster[0]) - 1) for at in range(len(part)))
    return "".join(parts), places


_CLUSTERS = re.compile(r" - |.[\u0300-\u036f\u200b-\u200f\u2060\ufeff\xad]*", re.DOTALL)


def _is_plain(character: str) -> bool:
    """Whether evening out leaves a character where it is."""
    return not unicodedata.combining(character) and unicodedata.category(character) != "Cf" and character != "İ"


def _runs(tokens: Sequence[Token], text: str, rules: Running) -> Iterator[list[Token]]:
    """Yield the stretches of words that dates are made of, where one of them tells of a date."""
    known: dict[str, tuple[bool, bool]] = {}
    run: list[Token] = []
    is_told = False
    for token in tokens:
        if token.text not in known:
            known[token.text] = rules.grammar.knows(token), _tells(token, rules)
        is_known, tells = known[token.text]
        if run and not (is_known and _joins(run[-1], token, text, rules)):
            if is_told:
                yield run
            run, is_told = [], False
        if is_known:
            run.append(token)
            is_told |= tells
    if is_told:
        yield run


def _tells(token: Token, rules: Running) -> bool:
    return any(symbol in rules.telling or (symbol.isupper() and symbol not in _QUIET) for symbol, _ in token.symbols)


def _joins(one: Token, other: Token, text: str, rules: Running) -> bool:
    """Whether two tokens may be of one date, by what stands between them."""
    between = text[one.end : other.start]
    if not between:
        return not (one.text[-1].isdigit() and other.text[0].isalpha() and other.text[0].isascii()) or _is_marked(other)
    if between in (" ", "-"):
        return True
    if between == ".":
        return text[one.end - 1].isdigit() and text[other.start].isdigit()
    if between[0] == "." and one.text in rules.shortened:
        return _BETWEEN.fullmatch(between, 1) is not None and not _is_new_sentence(other, text)
    return _BETWEEN.fullmatch(between) is not None


def _is_marked(token: Token) -> bool:
    return any(symbol in ("AMPM", "q", "h") for symbol, _ in token.symbols)


_NAMED = frozenset(("MONTH", "WEEKDAY", "HOLIDAY", "ZONE", "AMPM", "YEAR", "NUM"))


def _is_new_sentence(token: Token, text: str) -> bool:
    return text[token.start].isupper() and not any(symbol in _NAMED for symbol, _ in token.symbols)


def _found_in(run: Sequence[Token], text: str, anchor: Resolution | None, rules: Running) -> Iterator[Found]:
    at = first = read_to = 0
    window = _WINDOW
    read: Mapping[int, Sequence[tuple[int, Expression]]] = {}
    while at < len(run):
        if at >= read_to:
            read, window = _read(run[at : at + window], rules)
            first = at
            # What begins late in a window may go on beyond it, and is to be read in the next.
            read_to = at + (window if at + window >= len(run) else max(window // 2, 1))
            window = min(2 * window, _WINDOW)
        for end, expression in read.get(at - first, ()):
            found = _taken(run[at : first + end], expression, text, anchor, rules)
            if found:
                yield found
                at = first + end
                break
        else:
            at += 1


def _read(tokens: Sequence[Token], rules: Running) -> tuple[Mapping[int, Sequence[tuple[int, Expression]]], int]:
    """Return what the grammar reads by where it begins, the longest first, and of how many tokens."""
    try:
        read = rules.grammar.read_all(tokens)
    except TooAmbiguousError:
        if len(tokens) <= _LEAST_WINDOW:
            return {}, len(tokens)
        return _read(tokens[: len(tokens) // 2], rules)
    by_start: dict[int, list[tuple[int, Expression]]] = {}
    for (start, end), expression in read.items():
        by_start.setdefault(start, []).append((end, expression))
    for ends in by_start.values():
        ends.sort(key=_length, reverse=True)
    return by_start, len(tokens)


def _length(found: tuple[int, Expression]) -> int:
    return found[0]


def _taken(
    tokens: Sequence[Token], expression: Expression, text: str, anchor: Resolution | None, rules: Running
) -> Found | None:
    """Return a candidate that is a date where it stands, or None."""
    start, end = tokens[0].start, _closed(text, tokens[0].start, tokens[-1].end)
    if end is None or _BEFORE.search(text, max(start - 3, 0), start) or _AFTER.match(text, end):
        return None
    if rules.refuses(Candidate(tokens, expression, text, start, end)):
        return None
    resolution = resolve_expression(expression, anchor)
    if isinstance(resolution, Unread) and anchor is not None:
        return None
    return Found(start, end, text[start:end], resolution)


def _closed(text: str, start: int, end: int) -> int | None:
    """Return the end of a stretch, with the brackets that close those within; None where they do not match."""
    waiting = []
    for character in text[start:end]:
        if character in _PAIRS:
            waiting.append(_PAIRS[character])
        elif character in _PAIRS.values() and (not waiting or waiting.pop() != character):
            return None
    for closing in reversed(waiting):
        if text[end : end + 1] != closing:
            return None
        end += 1
    return end
