"""Rules for old style and new style: days of the Julian calendar, and days told in both."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import say, styles

_STYLE = "стиля|стилю|календаря|календарю|ст"

STYLE_RULES = (
    *rules(
        "both styles",
        say.BOTH_STYLES,
        Needs.NOTHING,
        (
            "ANNUAL",
            "DAYNO / DAYNO MONTH ; DAYNO DAYNO MONTH",
            styles.both_styles_of_month,
            "12/25 декабря 1917 г. @ 1936-01-10 = 1917-12-25 ; 12 (25) декабря 1917 года @ 1936-01-10 = 1917-12-25",
        ),
        (
            "ANNUAL",
            "DAYNO MONTH /? DAYNO MONTH",
            styles.both_styles,
            "28 февраля (12 марта) 1893 г. @ 1936-01-10 = 1893-03-12",
        ),
    ),
    *rules(
        "old style",
        say.OLD_STYLE,
        Needs.NOTHING,
        *(
            (
                symbol,
                "DAYNO MONTH YEAR г|года? ,? OLDSTYLE",
                styles.old_day,
                "29 февраля 1900 г. (ст. ст.) @ 1936-01-10 = 1900-03-13",
            )
            for symbol in ("PERIOD", "DATED")
        ),
        (
            "PERIOD",
            "DATED ,? OLDSTYLE",
            styles.old_style,
            "28 февраля ст. ст. @ 1893-03-30 = 1893-03-12",
        ),
        (
            "PERIOD",
            "ANNUAL ,? OLDSTYLE ,? YEARISH",
            styles.old_style_of_year,
            "28 февраля ст. ст. 1893 года @ 1936-01-10 = 1893-03-12",
        ),
    ),
    *rules(
        "",
        "",
        Needs.NOTHING,
        (
            "PERIOD",
            "DATED ,? NEWSTYLE",
            styles.new_style,
            "12 марта 1893 г. н. ст. @ 1936-01-10 = 1893-03-12",
        ),
        (
            "OLDSTYLE",
            f"по? старому|старого|юлианскому|юлианского|ст|с {_STYLE}",
            lambda: "o",
            "28 февраля 1893 г. по старому стилю @ 1936-01-10 = 1893-03-12",
        ),
        (
            "NEWSTYLE",
            f"по? новому|нового|григорианскому|григорианского|н {_STYLE}",
            lambda: "n",
            "12 марта 1893 г. по новому стилю @ 1936-01-10 = 1893-03-12",
        ),
    ),
)
