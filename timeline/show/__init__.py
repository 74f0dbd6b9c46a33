"""Rendering for people: the chronology as a table or in plain columns, an event in full, and the lists."""
