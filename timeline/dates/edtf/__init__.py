"""EDTF, the Extended Date/Time Format: text to values, to spans, and back.

The whole of levels 0, 1 and 2 of the Library of Congress's specification, a profile of ISO 8601-2:2019
(https://www.loc.gov/standards/datetime/). `parse` reads a text, `str` of what it gives is the canonical text,
`resolve` gives its spans, and `for_span` writes a span.
"""

from timeline.dates.edtf.parsing import parse
from timeline.dates.edtf.printing import for_span
from timeline.dates.edtf.resolving import resolve
from timeline.dates.edtf.value import Date, DateSet, EdtfError, EdtfValue, Interval, Range

__all__ = [
    "Date",
    "DateSet",
    "EdtfError",
    "EdtfValue",
    "Interval",
    "Range",
    "for_span",
    "parse",
    "resolve",
]
