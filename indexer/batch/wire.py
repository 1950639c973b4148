"""A Reading as bytes and back.

MessagePack, not pickle: the bytes come from a process that has just read a file nobody vouches for. Every value is held
against the type that its noun declares, so that what is unpacked is a Reading and nothing else.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from kb.nouns import Reading

_DECODER = msgspec.msgpack.Decoder(Reading)
_ENCODER = msgspec.msgpack.Encoder()
_LONE = re.compile("[\ud800-\udfff]")
REPLACED = "its text holds halves of characters (surrogates), which are shown as \ufffd: compare it with the original"


def pack(reading: Reading) -> bytes:
    """The reading as MessagePack. Lone surrogates, which are no text, become U+FFFD, and a warning says so."""
    try:
        return _ENCODER.encode(reading)
    except UnicodeEncodeError:
        plain = _mended(msgspec.to_builtins(reading, builtin_types=(bytes,)))
        plain["warnings"] = [*plain["warnings"], REPLACED]
        return _ENCODER.encode(plain)


def _mended(value: Any) -> Any:
    """A value of built-in types with each lone surrogate replaced by one character, so that spans stay right."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [_mended(each) for each in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(each) for key, each in value.items()}
    return value


def unpack(data: bytes) -> Reading:
    """The reading that was packed; ValueError if the bytes are anything else."""
    try:
        return _DECODER.decode(data)
    except msgspec.MsgspecError as error:
        raise ValueError(f"not a reading: {error}") from error
