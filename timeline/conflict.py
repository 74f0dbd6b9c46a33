"""A conflict: what a list of events is printed with, even where nothing else of the model is at hand."""

from __future__ import annotations

from typing import NamedTuple


class Conflict(NamedTuple):
    """Claims that cannot all be true.

    `kind` is "date", "time", "place", "fact", "denial", "order", "contradiction" (which was curated) or "tension":
    accounts that a curator sets side by side although all may be true. `message` is a sentence with its sources.
    `settled` is true when a curator ranked the claims so that none opposes another any more; the reason given is then
    part of the message.
    """

    id: str
    kind: str
    events: tuple[str, ...]
    claims: tuple[str, ...]
    message: str
    settled: bool = False

    @property
    def is_tension(self) -> bool:
        """Whether all of the claims may be true."""
        return self.kind == "tension"

    @property
    def is_open(self) -> bool:
        """Whether the claims contradict each other and nobody settled it."""
        return not self.settled and not self.is_tension
