"""The texts that a data file may hold, by what they must be, in pydantic's own protocol.

To import pydantic takes longer than all else that a small corpus needs, so it is imported only when it asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


MOST_PARAGRAPHS = 999_999_999
"""The largest number of a paragraph: more than any document has, and no more than a table's column of numbers holds."""


class _NotEmpty:
    """Of text: at least one character."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.str_schema(min_length=1)


class _Digest:
    """Of text: a SHA-256 in hexadecimal digits."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.str_schema(pattern=r"^[0-9a-f]{64}$")


class _Counted:
    """Of a number: a whole one, from 1 to the largest that a paragraph may have."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.int_schema(ge=1, le=MOST_PARAGRAPHS)


class OneOrMore:
    """Of a list: one value may stand without brackets. `key` is the field that a lone text gives of a mapping."""

    def __init__(self, key: str = "") -> None:
        self.key = key

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.listed, handler(source))

    def listed(self, value: object) -> object:
        """Return the value as a list."""
        values = value if isinstance(value, list | tuple) else [value]
        return [{self.key: one} if isinstance(one, str) else one for one in values] if self.key else values


Text = Annotated[str, _NotEmpty()]
Texts = Annotated[tuple[Text, ...], OneOrMore()]
Digest = Annotated[str, _Digest()]
Paragraph = Annotated[int, _Counted()]
