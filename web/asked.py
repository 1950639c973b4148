"""What a browser asks, as a plain value: read strictly once, so that no handler meets a raw byte."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl

from kb.wording import worded
from web.errors import BadRequest

MAX_QUERY_STRING = 8_192
MAX_FIELDS = 100
MAX_SENT = 500  # fields of a form: a page of the register, each with its tick
MAX_BODY = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request. ``args`` are the named parts of the path, ``fields`` the query string's, in order."""

    path: str = "/"
    args: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = ""
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)  # field → name and bytes of what was uploaded
    form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what stood beside the files
    cookies: Mapping[str, str] = field(default_factory=dict)  # those of MINE (web/mine.py) that can be read

    def sent(self) -> Asked:
        """What a form sent, to be read like an address; BadRequest where it is no form."""
        if self.content_type.startswith("multipart/form-data"):
            return replace(self, fields=self.form)
        if not self.content_type.startswith("application/x-www-form-urlencoded"):
            raise BadRequest(worded("That is no form."), advice=worded("Go back and try again."))
        try:
            text = self.body.decode("ascii")
        except UnicodeDecodeError:
            raise BadRequest(worded("That is no form."), advice=worded("Go back and try again.")) from None
        return replace(self, fields=read_fields(text, longest=MAX_BODY, most=MAX_SENT))

    def one(self, name: str, *, longest: int = 200) -> str:
        """The first value of a field without the blanks around it, "" when it is absent."""
        return self._checked(name, next(iter(self.fields.get(name, ())), "").strip(), longest)

    def many(self, name: str, *, longest: int = 200) -> tuple[str, ...]:
        """Every non-empty value of a field, in order, each once."""
        values = (self._checked(name, value.strip(), longest) for value in self.fields.get(name, ()))
        return tuple(dict.fromkeys(filter(None, values)))

    def whole(self, name: str, *, low: int, high: int) -> int | None:
        """A whole number between the bounds, None when the field is absent or empty."""
        text = self.one(name, longest=12)
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or not low <= int(text) <= high:
            raise BadRequest(
                worded("“%(name)s” is a whole number from %(low)s to %(high)s.", name=name, low=low, high=high),
                where=name,
            )
        return int(text)

    def flag(self, name: str) -> bool:
        """True for 1, true, yes, on."""
        return self.one(name).casefold() in ("1", "true", "yes", "on")

    @staticmethod
    def _checked(name: str, value: str, longest: int) -> str:
        if len(value) > longest:
            raise BadRequest(
                worded("“%(name)s” is longer than %(most)s characters.", name=name, most=longest),
                where=name,
                advice=worded("Shorten it."),
            )
        return value


def read_fields(
    query_string: str, *, longest: int = MAX_QUERY_STRING, most: int = MAX_FIELDS
) -> dict[str, tuple[str, ...]]:
    """The fields of a query string; raises BadRequest where it is too long, not UTF-8, or holds control characters."""
    if len(query_string) > longest:
        raise BadRequest(
            worded("The address is too long."), advice=worded("Shorten the question or use fewer filters.")
        )
    try:
        pairs = parse_qsl(query_string, keep_blank_values=True, errors="strict", max_num_fields=most)
    except ValueError:  # UnicodeDecodeError is one; so is “too many fields”
        raise BadRequest(worded("The address cannot be read."), advice=worded("Type the question anew.")) from None
    return checked_fields(pairs)


def checked_fields(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The values of each field, in order; BadRequest where one holds control characters."""
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        if not is_clean(name) or not is_clean(value):
            raise BadRequest(
                worded("The address holds characters that are no text."), advice=worded("Type the question anew.")
            )
        fields[name] = (*fields.get(name, ()), unicodedata.normalize("NFC", value))
    return fields


def is_clean(text: str) -> bool:
    """False where a text holds control characters (other than tab and line ends), surrogates or non-characters."""
    return not any(
        (unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r") or ord(c) & 0xFFFE == 0xFFFE for c in text
    )
