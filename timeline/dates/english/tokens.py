"""English text to typed tokens, once: spelling and punctuation evened out, numbers in words put together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from timeline.dates.english.lexicon import (
    HOLIDAY_NAMES,
    LEXICON,
    SAME_KIND_KEPT,
)
from timeline.dates.english.number_words import NUMBER_WORDS, number_in_words
from timeline.dates.matching import Token
from timeline.dates.semantics.holidays import HOLIDAYS
from timeline.dates.spelling import EVENED, IGNORED, SHIFT, Piece, number_symbols

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PIECES = re.compile(
    r"(?P<clock>\d{1,2}:\d\d:\d\d(?:\.\d+)?(?![\d.:])|\d{1,2}[:.]\d\d(?![\d.]))"
    rf"|(?P<shift>{SHIFT})"
    r"|(?P<style>\b[on]\.? ?s\b\.?)|(?P<decade>'?(?:\d\d)?\d0'?s\b)|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<short>'\d\d\b)|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+)|(?P<half>[ap]\.? ?m\b\.?)|(?P<quarter>q[1-4]\b)"
    r"|(?P<possessive>'s\b)|(?P<word>[^\W\d_]+(?:'[^\W\d_]{2,})?)|(?P<mark>\S)"
)
_HOLIDAY_STARTS = frozenset(name.split()[0].removesuffix("'s") for name in HOLIDAY_NAMES)
_LONGEST_HOLIDAY, _LONGEST_NUMBER = 5, 16
_FIRST_YEAR = 1000


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of an expression; words that English dates do not use have no symbol but themselves."""
    pieces = _pieces_of(even(_without_dateline(text.translate(EVENED))))
    while pieces and pieces[-1].text in {",", "-", "\u2013", ":"}:
        pieces.pop()
    return _tokens(pieces)


def even(text: str) -> str:
    """Return a text in the one spelling in which tokens are told apart."""
    return text.translate(EVENED).lower()


def tokens_in(evened: str) -> list[Token]:
    """Return the tokens of a running text that was evened out, each with the place where it stands in it."""
    return _tokens(_pieces_of(evened))


def _tokens(pieces: list[Piece]) -> list[Token]:
    pieces = _hyphens_settled(pieces)
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind == "word" and piece.text in _HOLIDAY_STARTS and (holiday := _holiday_at(pieces, at)):
            token, used = holiday
        elif piece.kind == "word" and piece.text in NUMBER_WORDS:
            token, used = _number_token(pieces, at)
        else:
            found.append(Token(piece.text, _symbols(piece.kind, piece.text), piece.start, piece.end))
            at += 1
            continue
        found.append(Token(token.text, token.symbols, piece.start, pieces[at + used - 1].end))
        at += used
    return found


def _without_dateline(text: str) -> str:
    """Return what follows the place of a dateline ("NUR-SULTAN, Kazakhstan, March 14 (AP) -"), if there is one.

    The place stands in capitals, its country and the agency beside it.
    """
    head, comma, rest = text.partition(",")
    if not comma or not head.strip().isupper() or not any(len(word) > 3 for word in head.replace("-", " ").split()):  # noqa: PLR2004
        return text
    while "," in rest and not any(piece in LEXICON or piece.isdigit() for piece in rest.split(",")[0].lower().split()):
        rest = rest.partition(",")[2]
    words = rest.rstrip(" -\u2013").split()
    while words and words[-1].isalpha() and words[-1].lower() not in LEXICON:
        words.pop()
    return " ".join(words)


def _pieces_of(evened: str) -> list[Piece]:
    pieces: list[Piece] = []
    for match in _PIECES.finditer(evened):
        text = match[0]
        if text.startswith("mid") and text[3:] in LEXICON and text not in ("midday", "midnight"):
            # "midsummer" and "midweek" are two words
            start, end = match.span()
            pieces += Piece("word", "mid", start, start + 3), Piece("word", text[3:], start + 3, end)
        elif text not in IGNORED:
            pieces.append(Piece(match.lastgroup or "", text, match.start(), match.end()))
    return pieces


def _hyphens_settled(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the hyphens that only join words; those of ranges become dashes."""
    if all(piece.text != "-" for piece in pieces):
        return pieces
    kept = []
    for at, piece in enumerate(pieces):
        if piece.text != "-":
            kept.append(piece)
            continue
        before, after = pieces[at - 1 if at else 0], pieces[min(at + 1, len(pieces) - 1)]
        if before.kind == after.kind in ("number", "clock") or _are_of_one_kind(before.text, after.text):
            kept.append(piece._replace(text="\u2013"))
    return kept


def _are_of_one_kind(one: str, other: str) -> bool:
    kinds = {symbol for symbol, _ in LEXICON.get(one, ())} & {symbol for symbol, _ in LEXICON.get(other, ())}
    return not kinds.isdisjoint(SAME_KIND_KEPT)


@lru_cache(maxsize=4096)
def _symbols(kind: str, piece: str) -> tuple[tuple[str, Any], ...]:
    """Return every (symbol, value) that a piece of some kind can stand for."""
    if kind == "number":
        return number_symbols(piece.replace(",", ""))
    if kind == "word":
        return ((piece, None), *LEXICON.get(piece, ()))
    if kind == "mark":
        return ((piece, None), ("UNSURE", None)) if piece == "?" else ((piece, None),)
    return (_SYMBOLS[kind](piece),) if kind in _SYMBOLS else ((piece, None),)


def _clock_symbol(piece: str) -> tuple[str, tuple[int, int]]:
    hours, minutes = re.split("[:.]", piece)[:2]
    return "CLOCK", (int(hours), int(minutes))


def _decade_symbol(piece: str) -> tuple[str, int]:
    number = int("".join(character for character in piece if character.isdigit()))
    return ("DECADE", number) if number >= _FIRST_YEAR else ("ERA", number)


_SYMBOLS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "ordinal": lambda piece: ("ORD", int(piece[:-2])),
    "clock": _clock_symbol,
    "shift": lambda piece: ("ZONE", piece),
    "style": lambda piece: ("OLDSTYLE" if piece[0] == "o" else "NEWSTYLE", piece),
    "decade": _decade_symbol,
    "short": lambda piece: ("SHORTYEAR", int(piece[1:])),
    "half": lambda piece: ("AMPM", piece[0]),
    "quarter": lambda piece: ("QUARTERNO", int(piece[1])),
}


def _holiday_at(pieces: Sequence[Piece], at: int) -> tuple[Token, int] | None:
    """Return the holiday whose name starts here, the longest, and how many pieces its name takes."""
    for used in range(min(_LONGEST_HOLIDAY, len(pieces) - at), 0, -1):
        name = " ".join(piece.text for piece in pieces[at : at + used]).replace(" 's", "'s")
        if name in HOLIDAY_NAMES:
            own = LEXICON.get(name, ()) if used == 1 else ()
            return Token(name, ((name, None), ("HOLIDAY", HOLIDAYS[HOLIDAY_NAMES[name]]), *own)), used
    return None if pieces[at].text not in NUMBER_WORDS else _number_token(pieces, at)


def _number_token(pieces: Sequence[Piece], at: int) -> tuple[Token, int]:
    """Return the token of a number in words, and how many pieces it takes."""
    total, is_ordinal, used = number_in_words([piece.text for piece in pieces[at : at + _LONGEST_NUMBER]])
    text = " ".join(piece.text for piece in pieces[at : at + max(used, 1)])
    own = LEXICON.get(text, ())
    if not used:
        return Token(text, ((text, None), *own)), 1
    if is_ordinal:
        return Token(text, ((text, None), ("ORD", total), *own)), used
    symbols = tuple(one for one in number_symbols(str(total)) if one[0] != "TWODIGITS")
    return Token(text, ((text, None), *symbols)), used
