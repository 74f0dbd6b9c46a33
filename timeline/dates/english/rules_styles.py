"""Rules for old style and new style: days of the Julian calendar, and days told in both."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
from timeline.dates.semantics import say, styles

STYLES = (
    *rules(
        "both styles",
        say.BOTH_STYLES,
        Needs.NOTHING,
        (
            "ANNUAL",
            "DAYNO / DAYNO MONTH ; DAYNO DAYNO MONTH",
            styles.both_styles_of_month,
            "5/18 January 1931 @ 1936-01-10 = 1931-01-18 ; 18 (5) January 1931 @ 1936-01-10 = 1931-01-18",
        ),
        (
            "ANNUAL",
            "DAYNO MONTH /? DAYNO MONTH",
            styles.both_styles,
            "28 February/12 March 1893 @ 1936-01-10 = 1893-03-12"
            " ; 7 November (25 October) 1917 @ 1936-01-10 = 1917-11-07",
        ),
        (
            "ANNUAL",
            "MONTH DAYNO /? DAYNO",
            styles.both_styles_month_first,
            "January 5/18, 1931 @ 1936-01-10 = 1931-01-18",
        ),
        (
            "ANNUAL",
            "MONTH DAYNO /? MONTH DAYNO",
            styles.both_styles_months_first,
            "February 28/March 12, 1893 @ 1936-01-10 = 1893-03-12",
        ),
    ),
    *rules(
        "old style",
        say.OLD_STYLE,
        Needs.NOTHING,
        *(
            (
                symbol,
                "the? DAYNO MONTH ,? YEAR ,? OLDSTYLE",
                styles.old_day,
                "29 February 1900 (O.S.) @ 1936-01-10 = 1900-03-13",
            )
            for symbol in ("PERIOD", "DATED")
        ),
        (
            "DATED",
            "MONTH DAYNO ,? YEAR ,? OLDSTYLE",
            styles.old_day_month_first,
            "February 28, 1893 (O.S.) @ 1936-01-10 = 1893-03-12",
        ),
        (
            "PERIOD",
            "DATED ,? OLDSTYLE",
            styles.old_style,
            "28 February (O.S.) @ 1893-03-30 = 1893-03-12",
        ),
        (
            "PERIOD",
            "ANNUAL ,? OLDSTYLE ,? YEARISH",
            styles.old_style_of_year,
            "28 February O.S. 1893 @ 1936-01-10 = 1893-03-12",
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
            "12 March 1893 (N.S.) @ 1936-01-10 = 1893-03-12",
        ),
        (
            "OLDSTYLE",
            "by|of|in? the? old style|calendar ; by|of|in? the? julian style|calendar?",
            lambda: "o",
            "28 February 1893 (Old Style) @ 1936-01-10 = 1893-03-12",
        ),
        (
            "NEWSTYLE",
            "by|of|in? the? new style|calendar ; by|of|in? the? gregorian style|calendar?",
            lambda: "n",
            "12 March 1893, new style @ 1936-01-10 = 1893-03-12",
        ),
    ),
)
