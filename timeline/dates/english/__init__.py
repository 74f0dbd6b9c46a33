"""English date expressions: the lexicon, the rule tables, and the one function that reads an expression."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.english.days import DAYS
from timeline.dates.english.tokens import tokens_of
from timeline.dates.english.units import UNITS
from timeline.dates.english.wholes import WHOLES
from timeline.dates.language import Grammar

RULES = (*UNITS, *DAYS, *WHOLES)
"""Every rule, in order: of two that make the same of the same words, the earlier is taken."""

GRAMMAR = Grammar(tokens_of, RULES)
read = lru_cache(maxsize=4096)(GRAMMAR.read)
