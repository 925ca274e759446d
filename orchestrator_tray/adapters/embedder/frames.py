"""What parent and child say to each other: frames of a length, a kind and a body, on two pipes.

The parent sends TEXTS; the child sends READY once, then VECTORS or FAILED for each TEXTS.
"""

import struct
from typing import BinaryIO, Final

TEXTS: Final = b"T"
"""JSON: a list of texts."""
READY: Final = b"R"
"""JSON: {"dimension": int}."""
VECTORS: Final = b"V"
"""As many float32 as dimension times texts, little-endian, in the order of the texts."""
FAILED: Final = b"F"
"""JSON: {"problem", "mend"}; the child ends after it if it was not READY."""

_HEAD = struct.Struct(">Ic")


def write_frame(stream: BinaryIO, kind: bytes, body: bytes) -> None:
    stream.write(_HEAD.pack(len(body), kind) + body)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes]:
    """Return kind and body; EOFError when the other side has gone, also in the middle of a frame."""
    length, kind = _HEAD.unpack(_read_exactly(stream, _HEAD.size))
    return kind, _read_exactly(stream, length)


def _read_exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
