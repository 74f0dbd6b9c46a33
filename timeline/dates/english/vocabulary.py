"""The words by which English dates are told in running text from what only looks like them."""

from __future__ import annotations

from timeline.dates.running import set_of

TELLING = set_of(
    "now nowadays currently presently today yesterday tomorrow tonight overnight recently lately soon shortly "
    "then thereafter afterward afterwards later earlier previously beforehand time moment point present past date "
    "far future that this before after ago h q"
)
SHORTENED = set_of(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun hr hrs min "
    "mins yr yrs wk wks approx ca c st jr a.m p.m a p am pm a.m. p.m."
)
NAMES = set_of("april may june august march")
"""Months that are first names, surnames or verbs too."""
WORDS = NAMES | set_of("mar jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur fri sat sun")
"""Names of months and weekdays that are none where they are not written as names."""
SHORT_DAYS = set_of("mon tue tues wed weds thu thur thurs fri sat sun")
IDIOMS = set_of("bloody super man girl ruby cyber fat sheer casual stormy freaky")
LEADS = set_of(
    "in on at by since until till til from after before during over throughout through around about to up of for "
    "ever as post pre between both either starting beginning circa near nearly almost approximately roughly some "
    "just only even right shortly soon immediately long well prior than no not"
)
FRONT = LEADS | {"the"}
INSIDE = set_of("in since until till during throughout")
HEDGES = set_of("over about around nearly almost some approximately roughly to up than near")
ADJECTIVES = set_of("current present recent period quarter meanwhile simultaneously long")
OWNERS = set_of("a an the his her its their our my your any some no many earlier later other")
PRONOUNS = set_of("he she it they we i you there the a an his her their and but")
GOES_ON = PRONOUNS | set_of("who which when where while as or its was were had has is are in on at")
COUNTED = set_of(
    "people persons men women children prisoners detainees soldiers troops students workers families votes copies "
    "dollars euros tenge rubles roubles pounds yuan renminbi usd eur kzt km kilometers kilometres miles meters "
    "metres kg tons tonnes feet hours minutes seconds times percent words pages mph hp bc"
)
NUMBERED = set_of(
    "page pages p pp no number numbers room section article paragraph chapter resolution flight line case part "
    "version figure table route highway extension box order act law decree channel bus block unit model"
)
NOONS = set_of("noon midday noontime midnight")
TIME_WORDS = set_of("time moment point period day date")
