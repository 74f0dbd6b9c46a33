"""Rules for what is vague about the day of writing («сейчас», «недавно»), and for what leans on another event."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.russian import builders, lexicon
from timeline.dates.russian import say as own
from timeline.dates.semantics import say, times
from timeline.dates.semantics.frames import Frame, from_now_on, leans_on_another_event, now, up_to_now

_VAGUE = (
    *rules(
        "now",
        say.NOW,
        Needs.DAY,
        (
            "DATE",
            "сейчас|теперь|ныне|нынче|пока ; в|на настоящее|данное время ; в|на настоящий|данный момент"
            " ; на сегодняшний день ; на сегодня ; в наши дни ; до сих пор ; по сей день"
            " ; до|по настоящего|настоящее времени|время",
            now,
            "сейчас @ 2021-02-22 = ",
        ),
    ),
    *rules(
        "before writing",
        say.VAGUE_PAST,
        Needs.DAY,
        (
            "DATE",
            "совсем|относительно|сравнительно|не? недавно|давно ; давно|когда то? ; в|за последнее время ; в прошлом"
            " ; только что ; в недавнем прошлом ; одно время"
            " ; до недавнего времени ; с недавних пор",
            up_to_now,
            "недавно @ 2021-02-22 = [..2021-02-22] ; в последнее время @ 2021-02-22 = [..2021-02-22]",
        ),
    ),
    *rules(
        "the other day",
        own.THE_OTHER_DAY,
        Needs.DAY,
        ("PERIOD", "на днях", builders.the_other_day, "на днях @ 2021-02-22 = [2021-02-08..2021-02-22]"),
    ),
    *rules(
        "after writing",
        say.VAGUE_FUTURE,
        Needs.DAY,
        (
            "DATE",
            "скоро ; в|во скором|ближайшее|ближайшем времени|время|будущем ; в будущем",
            from_now_on,
            "скоро @ 2021-02-22 = [2021-02-22..] ; в ближайшее время @ 2021-02-22 = [2021-02-22..]",
        ),
    ),
)


def _leaning(*_parts: object) -> Frame:
    """Whatever was counted or named, it dates nothing on its own."""
    return leans_on_another_event


_AFTERWARDS = "спустя|ранее|раньше|позже|позднее"

_LEANING = rules(
    "leans on another event",
    say.RELATIVE,
    Needs.NOTHING,
    (
        "DATE",
        "тогда же? ; затем|потом|впоследствии|вскоре|ранее|раньше|позже|позднее|накануне|прежде|одновременно"
        " ; тотчас|сразу ; тем временем ; немного|чуть|гораздо|намного|несколько ранее|раньше|позже|позднее"
        " ; накануне PARTDAY",
        _leaning,
        "накануне @ 2021-02-22 = ; чуть позже @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "вскоре|сразу|незадолго|задолго|непосредственно|немедленно? после|до|перед|вслед этого|того|этим|тем|за",
        _leaning,
        "вскоре после этого @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "в|на|к|до|с|во THAT|THIS же? самое|самый|самого|самому? время|времени|момент|момента|моменту|период|периода"
        " ; с|до тех|этих пор ; при этом",
        _leaning,
        "в то время @ 2021-02-22 = ; с тех пор @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "в|во|на|к|ко|с|со|до|после? THAT же? самый|самую|самое? UNIT|PARTDAY|WEEKDAY|MONTH|SEASON",
        _leaning,
        "в тот же вечер @ 2021-02-22 = ; в том же году @ 2021-02-22 = ",
    ),
    (
        "DATE",
        f"PARTDAY THAT|NEXT|OTHER же? {lexicon.DAY_IN_CASES} ; в THAT|THIS же? день PARTDAY",
        _leaning,
        "вечером того же дня @ 2021-02-22 = ; утром следующего дня @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "через|спустя некоторое время ; некоторое время спустя ; через|спустя время",
        _leaning,
        "некоторое время спустя @ 2021-02-22 = ",
    ),
    (
        "DATE",
        f"в|на THIS же? {lexicon.DAY_IN_CASES} ; в|на THIS же? утро|вечер|ночь ; в THIS же? PLURAL"
        " ; этой|этим же UNIT|PARTDAY|SEASON",
        _leaning,
        "в этот день @ 2021-02-22 = ; в эти дни @ 2021-02-22 = ; этим же вечером @ 2021-02-22 = ",
    ),
    (
        "DATE",
        f"на|в NEXT|другой|другое {lexicon.DAY_IN_CASES}|сутки|утро|вечер|ночь ; NEXT PARTDAY ; назавтра"
        " ; на? утро следующего дня ; наутро",
        _leaning,
        "на следующий день @ 2021-02-22 = ; следующим утром @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "в|на|за|до|с|к? OTHER COUNT? UNIT|PARTDAY|WEEKDAY|MONTH|SEASON",
        _leaning,
        "в предыдущем году @ 2021-02-22 = ",
    ),
    (
        "DATE",
        f"LENGTH|UNIT {_AFTERWARDS} ; спустя LENGTH ; COUNT SMALL {_AFTERWARDS} ; SMALL {_AFTERWARDS}"
        " ; спустя|через COUNT? SMALL",
        _leaning,
        "два дня спустя @ 2021-02-22 = ; годом ранее @ 2021-02-22 = ; через несколько часов @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "через|спустя LENGTH|SMALL после этого|того ; за LENGTH|SMALL до этого|того",
        _leaning,
        "через два дня после этого @ 2021-02-22 = ; за день до этого @ 2021-02-22 = ",
    ),
    (
        "DATE",
        "с|под TIME ; в|во|на|к|до|под|с? PARTDAY",
        _leaning,
        "с 10:30 @ 2021-02-22 = ; вечером @ 2021-02-22 = ",
    ),
    ("DATE", "в|во|ровно ровно|в? TIME", times.at_that_time, "в 10:30 @ 2021-02-22 = ; в полночь @ 2021-02-22 = "),
)

VAGUE = (*_VAGUE, *_LEANING)

LATE = rules(
    "leans on another event",
    say.RELATIVE,
    Needs.NOTHING,
    (
        "DATE",
        "за LENGTH ; в течение|продолжение LENGTHOF ; на протяжении LENGTHOF ; в течение COUNT? SMALL",
        _leaning,
        "в течение пяти месяцев @ 2021-02-22 = ; за два года @ 2021-02-22 = ",
    ),
    ("DATE", "TIME", times.at_that_time, "10:30 @ 2021-02-22 = ; около 5 утра @ 2021-02-22 = "),
)
"""What leans so only where the same words are no date: «10.03» may be a day of March, «за 2019 год» is no length."""
