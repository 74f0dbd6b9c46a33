"""Taking in: tables that other programs wrote, made into what a data file holds.

`timeline.intake.reading.read` is the way in. Nothing here writes a file; what could not be understood comes back as
problems, each at a row and a column of the table.
"""
