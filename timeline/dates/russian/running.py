"""Russian dates in running text: which stretches that the grammar reads are no dates where they stand.

Each check is a function from a candidate to whether it is refused, and its docstring says why; all stand in
`_CHECKS`. Names of months and weekdays are written small in Russian, so that less can be told by the case of a letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.running import Candidate, Running, numbers_side_by_side, set_of
from timeline.dates.russian import GRAMMAR
from timeline.dates.russian.lexicon import YEAR
from timeline.dates.russian.tokens import even, tokens_in

if TYPE_CHECKING:
    from timeline.dates.matching import Token

_TELLING = set_of(
    "сейчас теперь ныне нынче сегодня сегодняшний вчера завтра позавчера послезавтра недавно давно скоро тогда"
    " затем потом впоследствии вскоре ранее раньше позже позднее накануне время времени момент момента прошлом"
    " будущем пор спустя назад после до назавтра наутро днях нового новый канун год года году"
)
_SHORTENED = set_of(
    "ст н г гг в вв кв мин ч ок янв фев февр апр авг сен сент окт ноя нояб дек пн вт ср чт пт сб вс мар"
)
_LEADS = set_of(
    "в во на с со к ко до от по за после перед около примерно через спустя накануне начиная между из под еще уже лишь"
    " только именно и"
)
_NO_ADVERB = set_of("пока сразу тотчас одновременно прежде ныне время минута")
_AMBIGUOUS = set_of("среда среды среде средой ср мар сен дек ноя пн вт чт пт сб вс вторник лета лето лету мая")
"""Forms that are other words too («среда» is surroundings) or short for them: no dates alone."""
_SURROUNDINGS = set_of("среда среды среде средой")
_YEARS = range(1800, 2100)
_YEAR_WORDS = frozenset(YEAR.split("|"))
_FUNCTIONS = set_of("и а но или что когда где он она они его ее их по на за из от был была были в с к до не также")


def _core(candidate: Candidate) -> list[Token]:
    """Return the tokens after prepositions and hedges."""
    tokens = list(candidate.tokens)
    while tokens and tokens[0].text in _LEADS:
        tokens.pop(0)
    return tokens


def _can_be(token: Token, *symbols: str) -> bool:
    return any(symbol in symbols for symbol, _ in token.symbols)


def _begins_wrong(candidate: Candidate) -> bool:
    """Refuse what begins with a word that belongs to what stands before it."""
    return candidate.words[0] in {"и", ",", "–", "из"}


def _is_length(candidate: Candidate) -> bool:
    """Refuse lengths, «за два года», «в течение пяти месяцев»: they say how long, not when."""
    words = candidate.words
    is_counted = words[0] == "за" and candidate.expression.rule == "leans on another event" and words[-1] != "до"
    return words[:2] in {("в", "течение"), ("в", "продолжение"), ("на", "протяжении")} or (
        is_counted and "до" not in words
    )


def _counts_from_an_event(candidate: Candidate) -> bool:
    """Refuse «через два месяца» before «после убийства»: it is counted from there, and not from the day of writing."""
    return candidate.words[0] in {"через", "спустя"} and candidate.after.lower() == "после"


def _lone_word(candidate: Candidate) -> bool:
    """Refuse «среда», «лето», «первого», «день», «пока»: words that are dates only with more beside them."""
    core = _core(candidate)
    words = candidate.words
    if core and core[-1].text in _SURROUNDINGS and all(_can_be(token, "THIS", "THAT", "ALL") for token in core[:-1]):
        return True
    if len(core) != 1:
        return False
    word = core[0].text
    if word in _NO_ADVERB:
        return True
    if word in _AMBIGUOUS:
        return word != "вторник" and not (word == "мая" and words[0] in {"с", "до", "после"})
    if _can_be(core[0], "ORD", "DAYORD", "DOTTED") and not _can_be(core[0], "YEAR"):
        return not (word[0].isdigit() and words[0] in {"с", "до", "после"} and "." not in word)
    if _can_be(core[0], "CLOCK"):
        return words[0] not in {"в", "к", "до", "после", "около"}
    if _can_be(core[0], "UNIT", "SMALL"):
        return word not in {"сутки"} or len(words) == 1
    if _can_be(core[0], "PARTDAY") and len(words) == 1:
        return word not in {"утром", "вечером", "ночью", "днем"}
    return _can_be(core[0], "ERA")


def _lone_number(candidate: Candidate) -> bool:
    """Refuse counts: «2000 человек», «в 2000 домов». A year has «год» beside it, or stands where no noun follows."""
    core = _core(candidate)
    if not core or any(token.text not in "–,и" and not _can_be(token, "YEAR", "TWODIGITS") for token in core):
        return False
    if any(token.text in _YEAR_WORDS for token in candidate.tokens):
        return False
    years = [value for token in core for symbol, value in token.symbols if symbol == "YEAR"]
    if not years or any(year not in _YEARS for year in years):
        return True
    after = candidate.after
    return bool(after) and after.islower() and after not in _FUNCTIONS


_CHECKS = (_begins_wrong, numbers_side_by_side, _counts_from_an_event, _is_length, _lone_word, _lone_number)


def refuses(candidate: Candidate) -> bool:
    """Whether a candidate is no date where it stands."""
    return any(check(candidate) for check in _CHECKS)


RUNNING = Running(GRAMMAR, even, tokens_in, _TELLING, _SHORTENED, refuses)
