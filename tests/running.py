"""What a run of a command line in this process left behind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple


class Ran(NamedTuple):
    """The exit code, and what stood on standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def as_text(output: bytes) -> str:
    """What was written, as text; of an archive, such as a Word document, the text of all that is in it."""
    if not output.startswith(b"PK"):
        return output.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml"))
