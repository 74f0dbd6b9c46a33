"""Russian stated dates, a row a promise; what only repeats the example of a rule stands beside the rule itself.

Sound days are written as in `test_stated`.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from test_stated import WINDOW, written

from timeline.dates import edtf
from timeline.dates.resolution import Resolution, Unread
from timeline.dates.stated import NEEDS_ANCHOR, resolve_stated

DAY = "2019-03-14"
PROMISES = [
    ("поздно вечером в среду", WINDOW, "2019-03-13", "2019-03-13..2019-03-13", "part of a day"),
    ("в конце прошлого года", DAY, "[2018-09..2018-12]", "2018-07-01..2018-12-31", "part of a period"),
    ("в начале марта", DAY, "[2019-03-01..2019-03-10]", "2019-03-01..2019-03-15", "part of a period"),
    ("в начале века", DAY, "[2000..2033]", "2000-01-01..2050-12-31", "part of a period"),
    ("в девяностые", DAY, "199X", "1990-01-01..1999-12-31", "decade of two digits"),
    ("в 2000-х", DAY, "200X", "2000-01-01..2009-12-31", "decade"),
    ("в ХХ веке", DAY, "19XX", "1900-01-01..2000-12-31", "century"),
    ("10.03.2019", DAY, "2019-03-10", "2019-03-10..2019-03-10", "date in numbers"),
    ("01/02/2019", DAY, "2019-02-01", "2019-02-01..2019-02-01", "date in numbers"),
    ("10.03.19", DAY, "2019-03-10", "2019-03-10..2019-03-10", "date in numbers"),
    ("10 марта с. г.", DAY, "2019-03-10", "2019-03-10..2019-03-10", "calendar unit"),
    ("десятого числа", DAY, "2019-03-10", "2019-03-10..2019-03-10", "day by its number"),
    ("в 97-м году", DAY, "1997", "1997-01-01..1997-12-31", "year of two digits"),
    ("до мая 2019 года", DAY, "[..2019-04]", "-..2019-05-31", "before or until"),
    ("до 10 марта 2019 года", DAY, "[..2019-03-09]", "-..2019-03-10", "before or until"),
    ("вплоть до 10 марта 2019 года", DAY, "../2019-03-10", "-..2019-03-10/2019-03-09..2019-03-10", "until"),
    ("до 10 марта 2019 года включительно", DAY, "../2019-03-10", "-..2019-03-10/2019-03-09..2019-03-10", "until"),
    (
        "с марта до августа 2019 года",
        DAY,
        "2019-03/2019-08",
        "2019-03-01..2019-03-31/2019-07-31..2019-08-31",
        "from one to another",
    ),
    ("с 2014 года по настоящее время", DAY, "2014/..", "2014-01-01..2014-12-31/2014-01-01..-", "since"),
    (
        "в период с 1 января по 10 марта 2019 года",
        DAY,
        "2019-01-01/2019-03-10",
        "2019-01-01..2019-01-01/2019-03-10..2019-03-10",
        "from one to another",
    ),
    (
        "с 28 февраля по 3 марта 2019 года",
        DAY,
        "2019-02-28/2019-03-03",
        "2019-02-28..2019-02-28/2019-03-03..2019-03-03",
        "from one to another",
    ),
    ("в 1990–2000-е годы", DAY, "199X/200X", "1990-01-01..1999-12-31/2000-01-01..2009-12-31", "from one to another"),
    (
        "10, 11 и 12 марта",
        DAY,
        "2019-03-10/2019-03-12",
        "2019-03-10..2019-03-10/2019-03-12..2019-03-12",
        "from one to another",
    ),
    ("ночью 10 марта", DAY, "2019-03-10", "2019-03-10..2019-03-11", "part of a day"),
    ("в ночь на среду", DAY, "2019-03-12", "2019-03-12..2019-03-13", "night between two days"),
    ("в ночь с 9 на 10 марта 2019 года", DAY, "2019-03-09", "2019-03-09..2019-03-10", "night between two days"),
    ("прошлой ночью", DAY, "2019-03-13", "2019-03-13..2019-03-14", "day from writing"),
    ("сегодня ночью", DAY, "2019-03-14", "2019-03-13..2019-03-15", "night of today"),
    ("на днях", DAY, "[2019-02-28..2019-03-14]", "2019-02-28..2019-03-28", "the other day"),
    ("года два назад", DAY, "2017~", "2015-09-12..2018-12-31", "units counted"),
    ("несколько дней назад", DAY, "[2019-03-02..2019-03-12]", "2019-03-02..2019-03-12", "units counted"),
    ("два с половиной года назад", DAY, "2016-41", "2016-06-15..2016-12-31", "units counted"),
    ("полтора года назад", DAY, "2017-41", "2017-06-15..2017-12-31", "units counted"),
    ("полвека назад", DAY, "1969", "1944-02-24..1994-04-02", "units counted"),
    ("через неделю", DAY, "[2019-03-18..2019-03-24]", "2019-03-17..2019-03-24", "units counted"),
    ("за последние полгода", DAY, "[2018-09-01..2019-03-14]", "2018-06-16..2019-03-14", "units up to writing"),
    ("за последние сутки", DAY, "[2019-03-13..2019-03-14]", "2019-03-13..2019-03-14", "day from writing"),
    ("в первых числах марта 2019 года", DAY, "[2019-03-01..2019-03-05]", "2019-03-01..2019-03-10", "edge of a period"),
    ("в двадцатых числах марта 2019 года", DAY, "[2019-03-20..2019-03-31]", "2019-03-20..2019-03-31", "tens of days"),
    (
        "в конце марта – начале апреля 2019 года",
        DAY,
        "2019-03/2019-04",
        "2019-03-16..2019-03-31/2019-04-01..2019-04-15",
        "from one to another",
    ),
    ("к концу 2019 года", DAY, "[..2019]", "-..2019-12-31", "by"),
    ("с начала 2019 года", DAY, "2019/..", "2019-01-01..2019-04-30/2019-01-01..-", "since"),
    ("накануне 10 марта 2019 года", DAY, "2019-03-09", "2019-03-09..2019-03-09", "counted from a date"),
    ("на православное Рождество 2019 года", DAY, "2019-01-07", "2019-01-07..2019-01-07", ""),
    ("10.03", DAY, "2019-03-10", "2019-03-10..2019-03-10", "nearest of its kind"),
    ("12 марта ближе к вечеру", DAY, "2019-03-12", "2019-03-12..2019-03-12", "part of a day"),
    ("10 марта 2019 г., в 17 ч. 30 мин.", DAY, "2019-03-10", "2019-03-10..2019-03-10", "time of a day"),
    ("на прошлой неделе, во вторник", DAY, "2019-03-05", "2019-03-05..2019-03-05", "weekday of a week"),
    ("вчера", WINDOW, "[2019-03-13..2019-03-16]", "2019-03-13..2019-03-16", "day from writing"),
    ("в субботу", WINDOW, "[2019-03-09,2019-03-16]", "2019-03-09..2019-03-16", "nearest weekday"),
    (
        "ранее на этой неделе",
        WINDOW,
        "[2019-03-11..2019-03-17]",
        "2019-03-10..2019-03-17",
        "what had passed of a period",
    ),
    ("в прошлом месяце", "2020-12~", "2020-11~", "2020-10-01..2020-12-31", "calendar unit"),
    ("с 10 сентября", "2021-01-06?", "2020-09-10?/..", "2020-09-10..2020-09-10/2020-09-10..-", "since"),
]
TYPED = [
    ("в\u00a0марте 2019\u202fг.", DAY, "2019-03", "2019-03-01..2019-03-31", ""),
    ("В МАРТЕ 2019 ГОДА", DAY, "2019-03", "2019-03-01..2019-03-31", ""),
    ("четвёртого марта 2019 года", DAY, "2019-03-04", "2019-03-04..2019-03-04", ""),
    ("четве\u0308ртого марта 2019 года", DAY, "2019-03-04", "2019-03-04..2019-03-04", ""),
    ("c 2016 года", DAY, "2016/..", "2016-01-01..2016-12-31/2016-01-01..-", "since"),
    ("в мaртe 2019 года", DAY, "2019-03", "2019-03-01..2019-03-31", ""),
    ("во ІІ квартале 2019 года", DAY, "2019-34", "2019-04-01..2019-06-30", ""),
    ("в ХІХ веке", DAY, "18XX", "1800-01-01..1900-12-31", "century"),
    ("«10 марта» [2019 года]", DAY, "2019-03-10", "2019-03-10..2019-03-10", ""),
    (
        "10\u201112 марта 2019 года",
        DAY,
        "2019-03-10/2019-03-12",
        "2019-03-10..2019-03-10/2019-03-12..2019-03-12",
        "from one to another",
    ),
    (
        "10 — 12 марта 2019 года",
        DAY,
        "2019-03-10/2019-03-12",
        "2019-03-10..2019-03-10/2019-03-12..2019-03-12",
        "from one to another",
    ),
    ("третьего ма\u0301рта 2019 года", DAY, "2019-03-03", "2019-03-03..2019-03-03", ""),
    ("в ноябре\u00ad 2019 года", DAY, "2019-11", "2019-11-01..2019-11-30", ""),
    (
        "март\u2011апрель 2019 года",
        DAY,
        "2019-03/2019-04",
        "2019-03-01..2019-03-31/2019-04-01..2019-04-30",
        "from one to another",
    ),
    ("10-ГО МАРТА 2019-ГО", DAY, "2019-03-10", "2019-03-10..2019-03-10", ""),
]


def anchored(expression: str, anchor: str) -> Resolution:
    found = resolve_stated(expression, edtf.resolve(anchor), language="ru")
    assert isinstance(found, Resolution), found
    return found


@pytest.mark.parametrize(("expression", "anchor", "text", "days", "rule"), [*PROMISES, *TYPED])
def test_promises(expression: str, anchor: str, text: str, days: str, rule: str) -> None:
    found = anchored(expression, anchor)
    assert (found.edtf, written(found.sound)) == (text, days)
    assert found.rule.startswith(rule)


@pytest.mark.parametrize(
    "expression",
    [
        *("накануне", "тогда же", "позже", "годом ранее", "спустя два года", "в предыдущем году", "тем же летом"),
        *("в этот день", "на следующее утро", "за день до этого", "в течение пяти месяцев", "вечером", "в 10.30"),
        *("к тому времени", "через несколько часов", "в течение года", "за год"),
    ],
)
def test_what_leans_on_another_event_dates_nothing(expression: str) -> None:
    assert anchored(expression, "2019-03-14").relative


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("в прошлом месяце", NEEDS_ANCHOR),
        ("в среду", NEEDS_ANCHOR),
        ("в день суда", "“суда” is not a word of dates"),
        ("по понедельникам", "“понедельникам” is not a word of dates"),
        ("в год", "no rule reads these words together"),
        ("март март", "no rule reads these words together"),
        ("31 апреля 2019 года", "day 31 does not exist in April 2019"),
        ("03/14/2019", "no rule reads these words together"),
        ("29 февраля 2019 года", "day 29 does not exist in February 2019"),
        ("с 2019 по 2018 год", "it would end before it starts"),
        ("в начале 10 марта 2019 года", "a part of a period is not of a day"),
        ("в ночь с 8 на 10 марта 2019 года", "a night is of two days that follow each other"),
        ("в ночь с 8 марта 2019 года на 10 марта 2019 года", "a night is of two days that follow each other"),
        ("on Wednesday", "“on” is not a word of dates"),
        ("", "nothing is said"),
        ("март " * 61, "longer than 300 characters"),
    ],
)
def test_what_cannot_be_read_says_why(expression: str, reason: str) -> None:
    found = resolve_stated(expression, None, language="ru")
    assert isinstance(found, Unread)
    assert reason in found.reason


def test_timex_values() -> None:
    rows = {
        "в пятницу ночью": "2019-03-08TNI",
        "сегодня в полдень": "2019-03-12T12:00",
        "вчера в 2 часа ночи": "2019-03-11T02:00",
        "вчера в 11 ночи": "2019-03-11T23:00",
        "вчера в 12 ночи": "2019-03-11T24:00",
        "вчера в 5 вечера": "2019-03-11T17:00",
        "вчера во второй половине дня": "2019-03-11TAF",
        "девяностые": "199",
        "на прошлой неделе": "2019-W10",
        "в прошлые выходные": "2019-W10-WE",
        "в третьем квартале": "2018-Q3",
        "за последние три месяца": "P3M",
    }
    assert {expression: anchored(expression, "2019-03-12").value for expression in rows} == rows


def test_a_corpus_in_english_does_not_load_the_russian_rules() -> None:
    code = (
        "import sys; from timeline.load import bundled_corpus; from timeline.pipeline import build;"
        "assert build([bundled_corpus()]); print([name for name in sys.modules if 'russian' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
