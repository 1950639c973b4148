"""A Reading as bytes and back.

MessagePack, not pickle: the bytes come from a process that has just read a file nobody vouches for. Every value is held
against the type that its noun declares, so that what is unpacked is a Reading and nothing else.
"""

from __future__ import annotations

import msgspec

from kb.nouns import Reading

_DECODER = msgspec.msgpack.Decoder(Reading)
_ENCODER = msgspec.msgpack.Encoder()


def pack(reading: Reading) -> bytes:
    """The reading as MessagePack; UnicodeEncodeError where its text is none (lone surrogates)."""
    return _ENCODER.encode(reading)


def unpack(data: bytes) -> Reading:
    """The reading that was packed; ValueError if the bytes are anything else."""
    try:
        return _DECODER.decode(data)
    except msgspec.MsgspecError as error:
        raise ValueError(f"not a reading: {error}") from error
