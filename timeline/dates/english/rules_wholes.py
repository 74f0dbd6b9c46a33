"""Rules for whole expressions: once, from one to another, since, until, by, before, after."""

from __future__ import annotations

from timeline.dates.matching import Needs, rules
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
    ("DATE", "PERIOD", once, "March 2019 @ 2021-02-22 = 2019-03"),
    (
        "DATE",
        "in|on|at|during|over|of|dated|for|within|effective PERIOD ; as of|at PERIOD ; all day|night|week? PERIOD",
        once,
        "in March 2019 @ 2021-02-22 = 2019-03",
    ),
    (
        "DATE",
        "RANGE ; in|on|during|over|of|both|for|sometime RANGE",
        years.same,
        "during 2018 and 2019 @ 2021-02-22 = 2018/2019",
    ),
    (
        "DATE",
        "WINDOW ; in|on|during|of|sometime|some time? WINDOW",
        years.same,
        "in 2018 or 2019 @ 2021-02-22 = [2018..2019]",
    ),
)

_RANGES = (
    *rules(
        "from one to another",
        say.THROUGHOUT,
        Needs.NOTHING,
        (
            "DATE",
            "throughout PERIOD ; all|right through PERIOD ; all PERIOD",
            lambda whole: from_to(whole, whole),
            "throughout 2019 @ 2021-02-22 = 2019/2019",
        ),
        (
            "RANGE",
            "PERIOD , PERIOD ,? and PERIOD",
            lambda first, _, last: from_to(first, last),
            "Monday, Tuesday and Wednesday @ 2013-03-29 = 2013-03-25/2013-03-27",
        ),
        (
            "RANGE",
            "from? PERIOD to|through|until|till|thru|– on? PERIOD ; from PERIOD up to PERIOD ; both? PERIOD and PERIOD",
            from_to,
            "from March to August 2019 @ 2021-02-22 = 2019-03/2019-08 ; 2018 and 2019 @ 2021-02-22 = 2018/2019",
        ),
        ("RANGE", "from? YEAR –|to TWODIGITS", ranges.short_years, "1939-45 @ 2021-02-22 = 1939/1945"),
        (
            "RANGE",
            "from? the? DAYNO –|to|and|until|through DATED ; from? the? ORD –|to|and|until|through DATED",
            ranges.days_to_date,
            "10–12 March 2019 @ 2021-02-22 = 2019-03-10/2019-03-12",
        ),
        (
            "RANGE",
            "from? MONTH DAYNO –|to|and|through|until DAYNO ,? YEARISH",
            ranges.days_of_month,
            "March 10-12, 2019 @ 2021-02-22 = 2019-03-10/2019-03-12",
        ),
    ),
    *rules(
        "from one to another",
        say.THROUGHOUT,
        Needs.YEAR,
        (
            "RANGE",
            "from? MONTH DAYNO –|to|and|through|until DAYNO",
            ranges.days_of_month,
            "March 10-12 @ 2019-03-14 = 2019-03-10/2019-03-12",
        ),
    ),
    *rules(
        "between",
        "",
        Needs.NOTHING,
        (
            "WINDOW",
            "between PERIOD and PERIOD ; either? PERIOD or PERIOD ; PERIOD / PERIOD",
            between,
            "between March and May 2019 @ 2021-02-22 = [2019-03..2019-05]",
        ),
        (
            "WINDOW",
            "between the? DAYNO and DATED ; between the? ORD and DATED",
            ranges.between_days,
            "between 10 and 12 March 2019 @ 2021-02-22 = [2019-03-10..2019-03-12]",
        ),
        (
            "WINDOW",
            "between MONTH DAYNO and DAYNO ,? YEARISH",
            ranges.between_days_of_month,
            "between March 10 and 12, 2019 @ 2021-02-22 = [2019-03-10..2019-03-12]",
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
            "ever? since PERIOD ; from PERIOD ; from|since? PERIOD on|onward|onwards|forward ; as from PERIOD"
            " ; starting|beginning in|on|from? PERIOD ; PERIOD or|and later|after|beyond|thereafter",
            since,
            "since 2016 @ 2021-02-22 = 2016/.. ; since September 10 @ 2021-02-22 = 2020-09-10/..",
        ),
    ),
    *rules(
        "until",
        say.UNTIL,
        Needs.NOTHING,
        (
            "DATE",
            "until|till|til|through PERIOD ; up to|until PERIOD",
            until,
            "until May 2019 @ 2021-02-22 = ../2019-05",
        ),
    ),
    *rules(
        "by",
        say.BY,
        Needs.NOTHING,
        (
            "DATE",
            "by PERIOD ; no|not later than PERIOD ; PERIOD or|and earlier|before ; on or before|by PERIOD",
            by,
            "By March 2019 @ 2021-02-22 = [..2019-03]",
        ),
    ),
    *rules(
        "before",
        say.BEFORE,
        Needs.NOTHING,
        (
            "DATE",
            "before|pre PERIOD ; shortly|just|right|soon|immediately|long|even|well before PERIOD"
            " ; prior to PERIOD ; earlier than PERIOD ; some time before PERIOD ; not long before PERIOD",
            before,
            "before March 2019 @ 2021-02-22 = [..2019-02]",
        ),
    ),
    *rules(
        "after",
        say.AFTER,
        Needs.NOTHING,
        (
            "DATE",
            "after|post|following PERIOD ; shortly|just|right|soon|immediately|long|even|well|sometime after PERIOD"
            " ; later than PERIOD ; some time after PERIOD ; not long after PERIOD ; subsequent to PERIOD",
            after,
            "after March 2019 @ 2021-02-22 = [2019-04..]",
        ),
    ),
    *rules(
        "not before",
        say.NOT_BEFORE,
        Needs.NOTHING,
        (
            "DATE",
            "no|not earlier than PERIOD ; not before PERIOD ; on or after|since PERIOD",
            not_before,
            "on or after March 10, 2019 @ 2021-02-22 = [2019-03-10..]",
        ),
    ),
    *rules(
        "at least",
        say.AT_LEAST,
        Needs.NOTHING,
        (
            "DATE",
            "until|through at least PERIOD ; at least until|through PERIOD",
            until_at_least,
            "until at least 2015 @ 2013-03-25 = ",
        ),
        ("DATE", "since at least PERIOD", since_at_least, "since at least 2016 @ 2021-02-22 = "),
    ),
)

WHOLES = (*_ONCE, *_RANGES, *_OPEN)
