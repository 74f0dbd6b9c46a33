"""Texts as YAML scalars that read back to exactly the same text, here and in any other reader of YAML.

A text stands plain where that is safe, else quoted. What another reader would take for a number, a truth value or
nothing (`no`, `12:30`, `2013`) is quoted, though it would be text to us. Days (`2019-03-10`) stand plain: readers that
know a type for them keep what they say.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache

import yaml

_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+")
_TRUTH = frozenset(("y", "Y", "n", "N"))
_AS_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
_UNSEEN = (
    "\\x00-\\x1f\\x7f-\\xa0\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ud800-\\udfff\\ufeff"
    "\\ufff9-\\ufffb\\ufffe\\uffff\\U000e0000-\\U000e007f"
)
_UNFIT = re.compile(f"[{_UNSEEN}]")
"""What stands in no scalar as it is: what YAML does not allow, and what a reader of the file could not see."""
_ESCAPED = re.compile(f'["\\\\{_UNSEEN}]')
_PLAINLY = re.compile(r"[^\W\d_](?:[\w !-\"$-9;-@\[-`{-~“”‘’–—…«»]|:(?=\w))*(?<! )")
"""A text that begins with a letter and in which nothing means anything to YAML, but in brackets or braces."""
_IN_FLOW = re.compile(r"[,:?\[\]{}]")
_NEVER_PLAIN = re.compile(r"[^\W\d_][^\n\r\x85\u2028\u2029]*?(?::(?: |$)| #)")
_SHORT_TEXT = 40  # characters: ids, names and dates, which come again and again
_MEANT = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null"))
_LONGEST_MEANT = max(map(len, _MEANT))
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_BREAK = re.compile(r"(?<=\S) (?=\S)")


def on_one_line(text: str, *, flow: bool = False, typed: bool = False) -> str:
    """Return a text as a scalar of one line.

    `flow`: it is to stand in brackets or braces, where commas end it. `typed`: a number or a truth value is meant,
    which stands plain.
    """
    return (_known if len(text) <= _SHORT_TEXT else _scalar)(text, flow, typed)


def _scalar(text: str, flow: bool, typed: bool) -> str:  # noqa: FBT001 - only ever called from above
    if typed and text.isalnum() and text.isascii():
        return text
    block_plain, flow_plain = _plain(text)
    if flow_plain if flow else block_plain:
        return text
    if '"' in text and "'" not in text and not _UNFIT.search(text):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


_known = lru_cache(maxsize=2**14)(_scalar)


def on_lines(text: str, width: int) -> list[str] | None:
    """Return a text as a block scalar: its header, then its lines, at most `width` wide if they can be, not indented.

    A text of one line is folded (`>-`), one of several stands as it is (`|-`). None where a block cannot hold it: it
    has characters that must be escaped, or white space that a block would lose.
    """
    if not text.strip() or text[0].isspace() or _UNFIT.search(text.replace("\n", "")):
        return None
    if "\n" in text:
        body = text[:-1] if text.endswith("\n") else text
        lines = body.split("\n")
        kept = not body.endswith("\n") and all(line == line.rstrip() for line in lines)
        return ["|" if body != text else "|-", *lines] if kept else None
    if text[-1].isspace():
        return None
    return [">-", *_folded(text, width)]


def _folded(text: str, width: int) -> list[str]:
    """Break a line at single spaces: any other white space would not come back as it was."""
    lines: list[str] = []
    for piece in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += " " + piece
        else:
            lines.append(piece)
    return lines


def _plain(text: str) -> tuple[bool, bool]:
    """Whether a text may stand plain: in a block, and in brackets."""
    return at_a_glance(text) or analysed(text)


def at_a_glance(text: str) -> tuple[bool, bool] | None:
    """The same of most texts, at once; None of those that PyYAML must be asked about, which takes it long."""
    if _PLAINLY.fullmatch(text) and (len(text) > _LONGEST_MEANT or text.casefold() not in _MEANT):
        return True, not _IN_FLOW.search(text)
    return (False, False) if _NEVER_PLAIN.match(text) else None


@lru_cache(maxsize=4096)
def analysed(text: str) -> tuple[bool, bool]:
    """Whether a text may stand plain, in a block and in brackets, as PyYAML sees it."""
    if not text or _UNFIT.search(text) or _NUMBER.fullmatch(text) or text in _TRUTH:
        return False, False
    tag = _resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    if tag not in _AS_TEXT:
        return False, False
    found = _analyzer().analyze_scalar(text)
    return bool(found.allow_block_plain and not found.multiline), bool(found.allow_flow_plain and not found.multiline)


@lru_cache(maxsize=1)
def _resolver() -> yaml.resolver.Resolver:
    return yaml.resolver.Resolver()


@lru_cache(maxsize=1)
def _analyzer() -> yaml.emitter.Emitter:
    analyzer = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True)
    analyzer.allow_unicode = True
    return analyzer


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in _SHORT:
        return _SHORT[match[0]]
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004
