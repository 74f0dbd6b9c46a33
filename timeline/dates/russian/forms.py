"""How Russian words are declined: every form of a word from its stem and its pattern. «ё» is read as «е»."""

from __future__ import annotations

_ADJECTIVES = {
    "hard": ("ый ой ого ому ым ом ая ую ое", "ые ых ым ыми"),
    "soft": ("ий его ему им ем яя ей юю ее", "ие их им ими"),
    "mixed": ("ий его ему им ем ая ей ую ее", "ие их им ими"),
    "третий": ("ий ьего ьему ьим ьем ья ьей ью ье", "ьи ьих ьим ьими"),
}
_NOUNS = {
    # The singular, its nominative, genitive and accusative first; then the plural. A hyphen is the bare stem.
    "год": ("- а - у ом е", "ы ов ам ами ах"),
    "месяц": ("- а - у ем е", "ы ев ам ами ах"),
    "век": ("- а - у ом е", "а ов ам ами ах"),
    "день": ("ень ня ень ню нем не", "ни ней ням нями нях"),
    "июнь": ("ь я ь ю ем е", ""),
    "май": ("й я й ю ем е", ""),
    "неделя": ("я и ю е ей", "и ь ям ями ях"),
    "пятница": ("а ы у е ей", ""),
    "среда": ("а ы у е ой", ""),
    "осень": ("ь и ь ью", ""),
    "лето": ("о а о у ом е", ""),
    "столетие": ("ие ия ие ию ием ии", "ия ий иям иями иях"),
    "воскресенье": ("ье ья ье ью ьем", ""),
}


def adjective(stem: str, pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return every form of an adjective: those of the singular, then those of the plural (some are of both)."""
    singular, plural = _ADJECTIVES[pattern]
    return tuple(stem + ending for ending in singular.split()), tuple(stem + ending for ending in plural.split())


def noun(stem: str, pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return every form of a noun: the singular (nominative, genitive and accusative first), then the plural."""
    singular, plural = _NOUNS[pattern]
    return _forms(stem, singular), _forms(stem, plural)


def _forms(stem: str, endings: str) -> tuple[str, ...]:
    return tuple(stem + ending.replace("-", "") for ending in endings.split())
