"""Russian date expressions: the lexicon, the rule tables, and the one function that reads an expression."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.language import Grammar
from timeline.dates.russian.rules_days import DAYS
from timeline.dates.russian.rules_holidays import HOLIDAY_RULES
from timeline.dates.russian.rules_parts import PARTS
from timeline.dates.russian.rules_styles import STYLE_RULES
from timeline.dates.russian.rules_times import TIMES
from timeline.dates.russian.rules_units import UNITS
from timeline.dates.russian.rules_vague import LATE, VAGUE
from timeline.dates.russian.rules_wholes import WHOLES
from timeline.dates.russian.rules_years import YEARS
from timeline.dates.russian.tokens import tokens_of

RULES = (*STYLE_RULES, *UNITS, *YEARS, *HOLIDAY_RULES, *DAYS, *TIMES, *PARTS, *VAGUE, *WHOLES, *LATE)
"""Every rule, in order: of two that make the same of the same words, the earlier is taken."""

GRAMMAR = Grammar(tokens_of, RULES)
read = lru_cache(maxsize=4096)(GRAMMAR.read)
