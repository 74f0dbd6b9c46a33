"""Outputs kept in tests/golden, to be read as well as compared. TIMELINE_UPDATE=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Compare a text with the one kept, byte by byte."""
    path = FOLDER / name
    if os.environ.get("TIMELINE_UPDATE"):
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")
