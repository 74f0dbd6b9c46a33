"""Curating: what writes data files, so that they can be read back to exactly what was meant."""
