"""Hypertext into plain text: tags go, what they stand around stays, references become characters."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_UNSHOWN = frozenset(("script", "style", "template", "noscript", "iframe", "object"))
_BREAKS = frozenset(("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption"))
_BREAKS |= frozenset(("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav"))
_BREAKS |= frozenset(("ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"))
_TAG = re.compile(r"<[!/?a-zA-Z]")


def plain_text(text: str) -> str:
    """Return what a page would show of a text, on one line: "<p>Caf&eacute; &amp; <b>bar</b></p>" gives "Café & bar".

    What is no tag stays: "2 < 3". Where a link leads is kept, in brackets, if the text does not say it.
    """
    if not _TAG.search(text):
        return _one_line(unescape(text))
    shown = _Shown()
    try:
        shown.feed(text)
        shown.close()
    except AssertionError:  # how the parser of the standard library refuses some declarations
        return _one_line(unescape(re.sub(r"<[^>]*>?", " ", text)))
    return _one_line("".join(shown.parts))


class _Shown(HTMLParser):
    """Gathers what a page would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSHOWN:
            self._hidden += 1
        if tag in _BREAKS:
            self.parts.append(" ")
        if tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSHOWN and self._hidden:
            self._hidden -= 1
        if tag in _BREAKS:
            self.parts.append(" ")
        if tag == "a" and self._links:
            target, start = self._links.pop()
            if target.lower().startswith(("http:", "https:")) and target not in "".join(self.parts[start:]):
                self.parts.append(f" ({target})")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _one_line(text: str) -> str:
    return " ".join(text.split())
