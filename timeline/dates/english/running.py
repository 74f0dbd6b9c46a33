"""English dates in running text: which stretches that the grammar reads are no dates where they stand.

Each check is a function from a candidate to whether it is refused, and its docstring says why; all stand in
`_CHECKS`. What is refused may still hold a shorter date, or begin a word later: both are tried.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates.english import GRAMMAR, vocabulary
from timeline.dates.english.lexicon import LEXICON
from timeline.dates.english.tokens import even, tokens_in
from timeline.dates.running import Candidate, Running, numbers_side_by_side

if TYPE_CHECKING:
    from timeline.dates.matching import Token

_NOT_PLURAL = ("ss", "us", "is", "was", "has", "as", "its", "his", "this")
_DAY = re.compile(r"\d\d?(?:st|nd|rd|th)?")
_YEAR_FOLLOWS = re.compile(r",?\s+[12]\d{3}\b(?!\s+[a-z]+s\b)")
_DAY_FOLLOWS = re.compile(r",?\s+(?:[12]\d{3}|\d\d?(?:st|nd|rd|th)?)\b(?!\s+[a-z]+s\b|[:.]\d)")
_YEARS = range(1800, 2100)


def _core(candidate: Candidate) -> list[Token]:
    """Return the tokens after prepositions, hedges and articles, without a possessive ending."""
    tokens = list(candidate.tokens)
    while tokens and tokens[0].text in vocabulary.FRONT:
        tokens.pop(0)
    while tokens and tokens[-1].text == "'s":
        tokens.pop()
    return tokens


def _can_be(token: Token, *symbols: str) -> bool:
    return any(symbol in symbols for symbol, _ in token.symbols)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _begins_wrong(candidate: Candidate) -> bool:
    """Refuse what begins with a word that belongs to what stands before it: "of 2019", "for Friday", "over Friday"."""
    first, second = (*candidate.words, "")[:2]
    if first in {"of", "and", "or", "dated", "effective", "to", ",", "–"}:
        return not (first == "to" and second == "date")
    if candidate.words[-1] == "on" and first not in {"from", "since"}:
        return True
    if first == "for":
        return "now" not in candidate.expression.rule
    if first == "some":
        return second not in {"time", "years", "months", "weeks", "days"} and not _can_be(candidate.tokens[1], "NUM")
    if first in {"over", "about", "around"} and _can_be(candidate.tokens[1], "WEEKDAY"):
        return True
    return first == "all" and second not in {"year", "week", "month"}


def _owned(candidate: Candidate) -> bool:
    """Refuse the preposition of what a date owns: "after Friday's rally" tells of a rally on Friday, not after it."""
    owns = candidate.words[-1] == "'s" or candidate.text[candidate.end : candidate.end + 2] in {"'s", "’s"}
    return owns and candidate.words[0] in vocabulary.LEADS


def _written_small(candidate: Candidate) -> bool:
    """Refuse names that are not written as names: "may", "march", "sun"; with a year they are dates all the same."""
    for token in candidate.tokens:
        if _can_be(token, "HOLIDAY") and not _is_capital(candidate.written(token)):
            return True
        if token.text in vocabulary.WORDS and not _is_capital(candidate.written(token)) and not candidate.has("YEAR"):
            return True
    return False


def _lone_name(candidate: Candidate) -> bool:
    """Refuse "May", "August Wilson", "Theresa May", "The Sun", "the Sunday Times": names alone that are no dates."""
    core = _core(candidate)
    if len(core) != 1 or not _can_be(core[0], "MONTH", "WEEKDAY"):
        return False
    word, lead = core[0].text, candidate.words[0]
    is_led = lead in vocabulary.LEADS
    if _can_be(core[0], "WEEKDAY"):
        if is_led:
            return lead in {"in", "around"} or (
                word in vocabulary.SHORT_DAYS and lead not in {"on", "by", "until", "since"}
            )
        return (
            word in vocabulary.SHORT_DAYS
            or candidate.before.lower() in vocabulary.IDIOMS
            or _is_capital(candidate.after)
        )
    if word in vocabulary.WORDS - vocabulary.NAMES and not is_led:
        return True
    if word not in vocabulary.NAMES or lead in vocabulary.INSIDE:
        return False
    if _is_capital(candidate.after) or lead in {"on", "at", "about", "over"}:
        return True
    if is_led:
        return False
    if word in {"may", "march"} and (candidate.begins_sentence or candidate.before.lower() in vocabulary.OWNERS):
        return True
    return _is_capital(candidate.before) and not candidate.begins_sentence


def _lone_season(candidate: Candidate) -> bool:
    """Refuse "to fall", "the fall of", "a spring", "summer camps": a season alone needs a preposition."""
    core = _core(candidate)
    if len(core) != 1 or not _can_be(core[0], "SEASON"):
        return False
    if candidate.words[0] not in vocabulary.INSIDE | {"by", "before", "after", "from"}:
        return True
    if "the" not in candidate.words and candidate.after.islower() and candidate.after not in vocabulary.GOES_ON:
        return True
    return candidate.after.lower() == "of" or (candidate.words[0] not in vocabulary.INSIDE and "the" in candidate.words)


def _lone_unit(candidate: Candidate) -> bool:
    """Refuse "the day", "the year", "the quarter", "the night": units alone that point to nothing."""
    core = _core(candidate)
    if len(core) == 2 and core[0].text in {"full", "whole", "entire"}:  # noqa: PLR2004
        return True
    if len(core) != 1:
        return len(core) == 2 and core[0].text in {"early", "late"} and _can_be(core[-1], "SINGLE", "PARTDAY")  # noqa: PLR2004
    words = candidate.words
    if _can_be(core[0], "PARTDAY"):
        return words[0] not in {"in", "during", "by", "until", "before"} or "the" not in words
    if not _can_be(core[0], "UNIT"):
        return False
    if core[0].text == "weekend":
        return "the" not in words or candidate.after.lower() == "of"
    return not (words == ("on", "the", "day") and candidate.after.lower() != "to")


def _lone_number(candidate: Candidate) -> bool:
    """Refuse counts, sums and numbers of things: "2,000 people", "in 2019 dollars", "over 2000 men", "Article 2001"."""
    core = _core(candidate)
    if not core or any(not _can_be(token, "YEAR", "TWODIGITS", "NUM") and token.text not in "–,and" for token in core):
        return False
    if all(not _can_be(token, "YEAR") for token in core):
        return True
    after, lead = candidate.after.lower(), candidate.words[0]
    if any("," in candidate.written(token) or "," in token.text for token in core if _can_be(token, "YEAR")):
        return True
    if after in vocabulary.COUNTED or (
        lead not in vocabulary.LEADS and candidate.before.lower().rstrip(".") in vocabulary.NUMBERED
    ):
        return True
    year = next(value for token in core for symbol, value in token.symbols if symbol == "YEAR")
    is_counted = after.endswith("s") and not after.endswith(_NOT_PLURAL)
    if year not in _YEARS or lead in vocabulary.HEDGES:
        return is_counted or (lead not in vocabulary.LEADS and year not in _YEARS)
    return is_counted and year % 100 == 0 and lead not in vocabulary.INSIDE


def _lone_ordinal(candidate: Candidate) -> bool:
    """Refuse "the first", "the second half", "the 5th floor", "on 3/4": not every number names a day."""
    core = _core(candidate)
    words = [token.text for token in core]
    if len(core) == 1 and _can_be(core[0], "ORD"):
        is_digits = core[0].text[0].isdigit()
        led = candidate.words[0] in {"on", "by", "until", "since", "before", "after", "from"}
        return not (is_digits and led) or (bool(candidate.after) and candidate.after.lower() not in vocabulary.GOES_ON)
    if words[-1:] == ["half"]:
        return not candidate.has("YEAR")
    if len(core) == 3 and words[1] == "/" and not candidate.has("YEAR", "TWODIGITS"):  # noqa: PLR2004
        return candidate.words[0] not in {"on", "by", "since", "until"}
    if len(core) == 3 and candidate.has("YEAR") and all(_can_be(token, "NUM") for token in core):  # noqa: PLR2004
        return " " in candidate.text[core[0].start : core[-1].end]
    if words[:1] == ["h"] or (len(core) == 1 and _can_be(core[0], "QUARTERNO")):
        return not candidate.has("YEAR") and not (
            _is_capital(candidate.written(core[0])) and candidate.words[0] in vocabulary.LEADS
        )
    return len(core) == 1 and (
        _can_be(core[0], "SHORTYEAR") or (_can_be(core[0], "ERA") and "the" not in candidate.words)
    )


def _two_days(candidate: Candidate) -> bool:
    """Refuse "5/17" before "January": these are two days, which the styles do not make one."""
    core = [token.text for token in _core(candidate)]
    is_month = any(symbol == "MONTH" for symbol, _ in LEXICON.get(candidate.after.lower(), ()))
    return is_month and len(core) == 3 and core[1] == "/"  # noqa: PLR2004


def _lone_time(candidate: Candidate) -> bool:
    """Refuse "10:35", "3.50", "noon" without a preposition: scores, sums and verses look like times."""
    core = _core(candidate)
    if len(core) != 1 or not (_can_be(core[0], "CLOCK") or core[0].text in vocabulary.NOONS):
        return False
    lead = candidate.words[0]
    return lead not in {"at", "by", "until", "before", "after", "around"} or "." in core[0].text


def _no_adverb(candidate: Candidate) -> bool:
    """Refuse "current", "as soon as", "no later than", "the then president", "an earlier case": not said of when."""
    words, before, after = candidate.words, candidate.before.lower(), candidate.after.lower()
    core = [token.text for token in _core(candidate)]
    if core and core[-1] in vocabulary.ADJECTIVES and len(core) == 1:
        return True
    last = words[-1]
    if len(words) == 1:
        if last in {"soon", "shortly", "recently"}:
            return before in {"as", "so", "too", "how"} or after in {"as", "before", "after", "enough"}
        if last in {"later", "earlier"}:
            return after == "than" or before in vocabulary.OWNERS | {"sooner", "or", "much"}
        if last == "then":
            return before == "the"
    if last in {"past", "future"}:
        return words[0] != "in"
    if words == ("so", "far"):
        return after in {"as", "from", "away", "to", "back"} or before == "only"
    return words == ("to", "date") and before in {"up", "due"}


def _joins_clauses(candidate: Candidate) -> bool:
    """Refuse what begins a clause ("shortly before he left", "after that meeting"): the clause is the event."""
    words, after = candidate.words, candidate.after.lower()
    last, core = words[-1], [token.text for token in _core(candidate)]
    if not candidate.has("UNIT", "SMALL") and last in {"before", "after"}:
        return bool(after)
    if last in {"that", "this"}:
        return words[0] in {"by", "since"} or (bool(after) and after not in vocabulary.PRONOUNS)
    if last in vocabulary.TIME_WORDS and core and core[0] in {"that", "this", "same", last} and last != "day":
        return words[0] not in {"at", "by", "until", "around", "about", "since"} or len(words) == 2  # noqa: PLR2004
    if core and core[0] == "that" and words[0] == "that" and _can_be(candidate.tokens[1], "WEEKDAY", "MONTH"):
        return not candidate.begins_sentence
    return core[:1] == ["same"] and words[0] == "same"


def _counts_on(candidate: Candidate) -> bool:
    """Refuse "year after year", "the first time in 20 years", "by the end of the day"."""
    words = candidate.words
    if words[-1] in {"before", "after", "prior"} and _can_be(candidate.tokens[0], "SINGLE", "PARTDAY"):
        return True
    if (
        words[0] == "in"
        and "counted" in candidate.expression.rule
        and candidate.before.lower() in {"time", "once", "twice"}
    ):
        return True
    if words[-4:] == ("end", "of", "the", "day"):
        return True
    is_edge = len(words) > 1 and _can_be(candidate.tokens[-1], "EDGE") and words[-2] not in {"'s", "year"}
    return is_edge and not _can_be(candidate.tokens[-1], "SINGLE")


def _cut_short(candidate: Candidate) -> bool:
    """Refuse "this March 29" of "this March 29, 2018, photo", and what is left of "31 February 2019"."""
    if _can_be(candidate.tokens[0], "MONTH") and _DAY.fullmatch(candidate.before):
        return True
    if not candidate.has("MONTH") or candidate.has("YEAR"):
        return False
    is_name = _can_be(candidate.tokens[-1], "MONTH")
    return (_DAY_FOLLOWS if is_name else _YEAR_FOLLOWS).match(candidate.text, candidate.end) is not None


_CHECKS = (
    _begins_wrong,
    numbers_side_by_side,
    _cut_short,
    _owned,
    _written_small,
    _lone_name,
    _lone_season,
    _lone_unit,
    _lone_number,
    _lone_ordinal,
    _two_days,
    _lone_time,
    _no_adverb,
    _joins_clauses,
    _counts_on,
)


def refuses(candidate: Candidate) -> bool:
    """Whether a candidate is no date where it stands."""
    return any(check(candidate) for check in _CHECKS)


RUNNING = Running(GRAMMAR, even, tokens_in, vocabulary.TELLING, vocabulary.SHORTENED, refuses)
