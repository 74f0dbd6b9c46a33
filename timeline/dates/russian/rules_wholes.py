"""Rules for whole expressions: once, from one to another, since, until, by, before, after."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import ranges, say, years
from timeline.dates.semantics.frames import (
    after,
    before,
    between,
    by,
    from_to,
    not_before,
    once,
    since,
    since_at_least,
    until,
    until_at_least,
)

_ONCE = rules(
    "",
    "",
    Needs.NOTHING,
    ("DATE", "PERIOD", once, "март 2019 @ 2021-02-22 = 2019-03"),
    (
        "DATE",
        "в|во|на|за|от|о|об PERIOD ; в течение|ходе|период дня|вечера|ночи|суток? PERIOD ; по состоянию на PERIOD"
        " ; весь день PERIOD",
        once,
        "в марте 2019 года @ 2021-02-22 = 2019-03 ; от 10 марта 2019 года @ 2021-02-22 = 2019-03-10",
    ),
    (
        "DATE",
        "RANGE ; в|во|на|за|от RANGE ; в течение|ходе|период RANGE ; в? период? RANGE включительно",
        years.same,
        "в 2018 и 2019 годах @ 2021-02-22 = 2018/2019",
    ),
    (
        "DATE",
        f"в? {lexicon.WEEKEND} ,? RANGE",
        years.same,
        "в выходные 9–10 марта 2019 года @ 2021-02-22 = 2019-03-09/2019-03-10",
    ),
    (
        "DATE",
        "WINDOW ; в|во|на|за WINDOW ; в течение|период|промежутке|промежуток WINDOW",
        years.same,
        "в 2018 или 2019 году @ 2021-02-22 = [2018..2019]",
    ),
)

_TO = "–|по|и"
"""What stands between the ends of a range."""

_RANGES = (
    *rules(
        "from one to another",
        say.THROUGHOUT,
        Needs.NOTHING,
        (
            "DATE",
            "на протяжении PERIOD",
            lambda whole: from_to(whole, whole),
            "на протяжении 2019 года @ 2021-02-22 = 2019/2019",
        ),
        (
            "DATE",
            "ALL PERIOD ; за ALL PERIOD ; в течение ALL PERIOD ; на протяжении ALL PERIOD",
            lambda _, whole: from_to(whole, whole),
            "весь 2019 год @ 2021-02-22 = 2019/2019 ; в течение всего марта 2019 года @ 2021-02-22 = 2019-03/2019-03",
        ),
        ("RANGE", f"YEAR – TWODIGITS {lexicon.YEAR}?", ranges.short_years, "1939–45 гг. @ 2021-02-22 = 1939/1945"),
        (
            "RANGE",
            f"YEAR – DECADE {lexicon.YEAR}?",
            builders.decades,
            "в 1990–2000-е годы @ 2021-02-22 = 199X/200X",
        ),
        (
            "RANGE",
            f"DAYNO|ORD {_TO} DATED ; с|со|от DAYNO|ORD {lexicon.NUMBERED}? по|до DATED",
            ranges.days_to_date,
            "10–12 марта 2019 года @ 2021-02-22 = 2019-03-10/2019-03-12"
            " ; с 10 по 12 марта 2019 года @ 2021-02-22 = 2019-03-10/2019-03-12",
        ),
        (
            "RANGE",
            "DAYNO , DAYNO и DATED",
            lambda first, _, last: ranges.days_to_date(first, last),
            "10, 11 и 12 марта 2019 года @ 2021-02-22 = 2019-03-10/2019-03-12",
        ),
        (
            "RANGE",
            "PERIOD , в|во|на? PERIOD и в|во|на? PERIOD",
            lambda first, _, last: from_to(first, last),
            "в понедельник, вторник и среду @ 2013-03-29 = 2013-03-25/2013-03-27",
        ),
        (
            "RANGE",
            "с|со|от PERIOD и? по PERIOD ; PERIOD – PERIOD ; PERIOD и в|во|на|за? PERIOD",
            from_to,
            "с марта по август 2019 года @ 2021-02-22 = 2019-03/2019-08 ; в 2018–2019 годах @ 2021-02-22 = 2018/2019",
        ),
        (
            "RANGE",
            "с|со|от PERIOD и? вплоть? до PERIOD",
            builders.from_up_to,
            "с марта до августа 2019 года @ 2021-02-22 = 2019-03/2019-08",
        ),
    ),
    *rules(
        "between",
        "",
        Needs.NOTHING,
        (
            "WINDOW",
            "между PERIOD и PERIOD ; или|либо? PERIOD или|либо в|во|на? PERIOD",
            between,
            "между мартом и маем 2019 года @ 2021-02-22 = [2019-03..2019-05]",
        ),
        (
            "WINDOW",
            "между DAYNO|ORD и DATED ; DAYNO|ORD или|либо DATED",
            ranges.between_days,
            "между 10 и 12 марта 2019 года @ 2021-02-22 = [2019-03-10..2019-03-12]",
        ),
    ),
)

_OPEN = (
    *rules(
        "since",
        say.SINCE,
        Needs.NOTHING,
        (
            "DATE",
            "с|со PERIOD ; начиная|еще|уже с|со PERIOD ; с|со PERIOD и позднее|позже|далее",
            since,
            "с 2016 года @ 2021-02-22 = 2016/.. ; с 10 сентября @ 2021-02-22 = 2020-09-10/..",
        ),
        (
            "DATE",
            "с|со PERIOD и? по|до настоящее|настоящего|нынешнее|нынешнего время|времени ; с|со PERIOD и? по сей день"
            " ; с|со PERIOD и? до сих пор",
            since,
            "с 2016 года по настоящее время @ 2021-02-22 = 2016/..",
        ),
    ),
    *rules(
        "until",
        say.UNTIL,
        Needs.NOTHING,
        (
            "DATE",
            "вплоть до|по PERIOD ; по PERIOD ; по|до PERIOD включительно",
            until,
            "вплоть до мая 2019 года @ 2021-02-22 = ../2019-05",
        ),
    ),
    *rules(
        "before or until",
        own.UP_TO,
        Needs.NOTHING,
        ("DATE", "до PERIOD ; еще|уже до PERIOD", builders.up_to, "до мая 2019 года @ 2021-02-22 = [..2019-04]"),
    ),
    *rules(
        "by",
        say.BY,
        Needs.NOTHING,
        (
            "DATE",
            "к|ко PERIOD ; не позднее|позже PERIOD ; в|во? PERIOD или|и ранее|раньше",
            by,
            "к марту 2019 года @ 2021-02-22 = [..2019-03]",
        ),
    ),
    *rules(
        "before",
        say.BEFORE,
        Needs.NOTHING,
        (
            "DATE",
            "ранее|раньше|перед|прежде PERIOD ; незадолго|задолго|непосредственно до|перед PERIOD",
            before,
            "незадолго до марта 2019 года @ 2021-02-22 = [..2019-02]",
        ),
    ),
    *rules(
        "after",
        say.AFTER,
        Needs.NOTHING,
        (
            "DATE",
            "после|позднее|позже PERIOD ; вскоре|сразу|уже|спустя после PERIOD",
            after,
            "после марта 2019 года @ 2021-02-22 = [2019-04..]",
        ),
    ),
    *rules(
        "not before",
        say.NOT_BEFORE,
        Needs.NOTHING,
        ("DATE", "не ранее|раньше PERIOD", not_before, "не ранее 10 марта 2019 года @ 2021-02-22 = [2019-03-10..]"),
    ),
    *rules(
        "at least",
        say.AT_LEAST,
        Needs.NOTHING,
        (
            "DATE",
            "как минимум до|по PERIOD ; по меньшей мере до|по PERIOD",
            until_at_least,
            "как минимум до 2015 года @ 2013-03-25 = ",
        ),
        (
            "DATE",
            "как минимум с|со PERIOD ; по меньшей мере с|со PERIOD",
            since_at_least,
            "как минимум с 2016 года @ 2021-02-22 = ",
        ),
    ),
)

WHOLES = (*_ONCE, *_RANGES, *_OPEN)
