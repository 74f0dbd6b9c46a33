"""Russian text to typed tokens, once: spelling and punctuation evened out, numbers in words put together."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from timeline.dates.matching import Token
from timeline.dates.russian.lexicon import LEXICON, SAME_KIND_KEPT
from timeline.dates.russian.number_words import CARDINALS, NUMBER_WORDS, Kind, number_in_words
from timeline.dates.spelling import EVENED, IGNORED, SHIFT, Piece, number_symbols

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECES = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d))|(?P<date>\d{1,2}(?P<by>[./-])\d{1,2}(?P=by)(?:\d{4}|\d\d)(?!\d))"
    rf"|(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?!\d))|(?P<shift>{SHIFT})"
    r"|(?P<dotted>\d{1,2}\.\d\d(?!\.?\d))"
    r"|(?P<ordinal>\d{1,4}-?(?:ого|его|ому|ему|ыми|ый|ий|ой|ым|ом|ая|ую|ое|ые|ых|го|му|ми|е|й|я|м|ю|х|x|e)(?![^\W_]))"
    r"|(?P<roman>[ivxхі]+(?:-(?:го|му|е|й|я|м|ю|х))?(?![^\W_]))"
    r"|(?P<number>\d+)|(?P<word>[^\W\d_]+)|(?P<mark>\S)"
)
_SPELLING = str.maketrans({"ё": "е", "\u0301": ""})
_LATIN_LOOKALIKES = str.maketrans("aceopxyktmhb", "асеорхуктмнв")
_ROMAN_LOOKALIKES = str.maketrans("хі", "xi")
_ROMAN_DIGITS = {"x": 10, "v": 5, "i": 1}
_GENITIVE = ("го", "ого", "его")
_PLURAL = ("е", "х", "ые", "ых", "ми", "ыми")
_FIRST_YEAR, _HUNDRED, _TEN, _LAST_DAY = 1000, 100, 10, 31
_LONGEST_NUMBER = 16


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of an expression; words that Russian dates do not use have no symbol but themselves."""
    pieces = _pieces_of(even(text))
    while pieces and pieces[-1].text in {",", "-", "\u2013", ":"}:
        pieces.pop()
    return _tokens(pieces)


def even(text: str) -> str:
    """Return a text in the one spelling in which tokens are told apart."""
    spaced = text.translate(EVENED).replace(" - ", " \u2013 ")
    return unicodedata.normalize("NFC", spaced).lower().translate(_SPELLING)


def tokens_in(evened: str) -> list[Token]:
    """Return the tokens of a running text that was evened out, each with the place where it stands in it."""
    return _tokens(_pieces_of(evened))


def _tokens(pieces: list[Piece]) -> list[Token]:
    pieces = _hyphens_settled(pieces)
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind == "word" and piece.text in NUMBER_WORDS:
            token, used = _number_token(pieces, at)
        else:
            token, used = _token(piece.kind, piece.text), 1
        found.append(Token(token.text, token.symbols, piece.start, pieces[at + used - 1].end))
        at += used
    return found


def _pieces_of(evened: str) -> list[Piece]:
    return [
        Piece(kind, _in_cyrillic(match.group()) if kind == "word" else match.group(), *match.span())
        for match in _PIECES.finditer(evened)
        if (kind := match.lastgroup or "") and match.group() not in IGNORED
    ]


def _in_cyrillic(word: str) -> str:
    """Return a word without the Latin letters that look like Russian ones, where it is Russian or a single letter."""
    return word if len(word) > 1 and word.isascii() else word.translate(_LATIN_LOOKALIKES)


def _hyphens_settled(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the hyphens that only join words; those of ranges become dashes."""
    kept = []
    for at, piece in enumerate(pieces):
        if piece.text != "-":
            kept.append(piece)
        elif 0 < at < len(pieces) - 1 and _makes_range(pieces[at - 1], pieces[at + 1]):
            kept.append(piece._replace(text="\u2013"))
    return kept


_IN_DIGITS = frozenset(("number", "ordinal", "date", "roman", "iso", "clock"))


def _makes_range(before: Piece, after: Piece) -> bool:
    if before.kind in _IN_DIGITS and after.kind in _IN_DIGITS:
        return True
    if before.text in CARDINALS and after.text in CARDINALS:
        return True
    one, other = ({symbol for symbol, _ in LEXICON.get(piece.text, ())} for piece in (before, after))
    return not one.isdisjoint(other & SAME_KIND_KEPT)


def _token(kind: str, piece: str) -> Token:
    if kind == "word":
        return Token(piece, ((piece, None), *LEXICON.get(piece, ())))
    if kind == "mark":
        return Token(piece, ((piece, None), ("UNSURE", None)) if piece == "?" else ((piece, None),))
    return Token(piece, _SYMBOLS[kind](piece))


def _iso(piece: str) -> tuple[tuple[str, Any], ...]:
    return (("DAYMONTHYEAR", (int(piece[8:]), int(piece[5:7]), int(piece[:4]))),)


def _date(piece: str) -> tuple[tuple[str, Any], ...]:
    day, month, year = (part for part in re.split(r"[./-]", piece))
    symbol = "DAYMONTHSHORT" if len(year) < len("2019") else "DAYMONTHYEAR"
    return ((symbol, (int(day), int(month), int(year))),)


def _clock(piece: str) -> tuple[tuple[str, Any], ...]:
    hours, minutes = piece.split(":")[:2]
    return (("CLOCK", (int(hours), int(minutes))),)


def _shift(piece: str) -> tuple[tuple[str, Any], ...]:
    return (("ZONE", piece),)


def _dotted(piece: str) -> tuple[tuple[str, Any], ...]:
    return (("DOTTED", (int(piece[:-3]), int(piece[-2:]))),)


def _ordinal(piece: str) -> tuple[tuple[str, Any], ...]:
    digits = re.split(r"\D", piece)[0]
    number, ending = int(digits), piece[len(digits) :].lstrip("-").translate(_LATIN_LOOKALIKES)
    kind = Kind.GENITIVE if ending in _GENITIVE else Kind.PLURAL if ending in _PLURAL else Kind.ORDINAL
    symbols = _ordinal_symbols(number, kind)
    # «10-е» is said of a day too.
    return (*symbols, ("ORD", number)) if ending == "е" else symbols


def _ordinal_symbols(number: int, kind: Kind) -> tuple[tuple[str, Any], ...]:
    if kind is Kind.PLURAL:
        if number % _TEN or _HUNDRED <= number < _FIRST_YEAR:
            return ()
        return (("DECADE" if number >= _FIRST_YEAR else "ERA", number),)
    symbols: list[tuple[str, Any]] = [("ORD", number)]
    if number >= _FIRST_YEAR:
        symbols.append(("YEAR", number))
    if kind is Kind.GENITIVE and 1 <= number <= _LAST_DAY:
        symbols.append(("DAYORD", number))
    return tuple(symbols)


def _roman(piece: str) -> tuple[tuple[str, Any], ...]:
    """Return what a Roman number stands for, written in Latin letters or in Russian ones that look like them."""
    numeral = piece.partition("-")[0].translate(_ROMAN_LOOKALIKES)
    total = 0
    for digit, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _ROMAN_DIGITS[digit]
        total += -value if value < _ROMAN_DIGITS.get(following, 0) else value
    return (("ORD", total),)


_SYMBOLS = {
    "iso": _iso,
    "date": _date,
    "clock": _clock,
    "shift": _shift,
    "dotted": _dotted,
    "ordinal": _ordinal,
    "roman": _roman,
    "number": number_symbols,
}


def _number_token(pieces: Sequence[Piece], at: int) -> tuple[Token, int]:
    """Return the token of a number in words, and how many pieces it takes."""
    total, kind, used = number_in_words([piece.text for piece in pieces[at : at + _LONGEST_NUMBER]])
    text = " ".join(piece.text for piece in pieces[at : at + used])
    if kind is Kind.CARDINAL:
        symbols = tuple(one for one in number_symbols(str(total)) if one[0] != "TWODIGITS")
    else:
        symbols = _ordinal_symbols(total, kind)
    return Token(text, ((text, None), *symbols)), used
