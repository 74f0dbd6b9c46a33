"""Dates: spans of days, EDTF, and the English in which documents state them."""
