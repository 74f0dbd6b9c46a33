"""English date expressions: the lexicon, the rule tables, and the one function that reads an expression."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.english.rules_days import DAYS
from timeline.dates.english.rules_parts import PARTS
from timeline.dates.english.rules_styles import STYLES
from timeline.dates.english.rules_times import TIMES
from timeline.dates.english.rules_units import UNITS
from timeline.dates.english.rules_vague import VAGUE
from timeline.dates.english.rules_wholes import WHOLES
from timeline.dates.english.rules_years import YEARS
from timeline.dates.english.tokens import tokens_of
from timeline.dates.language import Grammar

RULES = (*STYLES, *UNITS, *YEARS, *DAYS, *TIMES, *PARTS, *WHOLES, *VAGUE)
"""Every rule, in order: of two that make the same of the same words, the earlier is taken."""

GRAMMAR = Grammar(tokens_of, RULES)
read = lru_cache(maxsize=4096)(GRAMMAR.read)
