"""The resolution of a PNG, so that office programs place it at its own size and not at their guess."""

from __future__ import annotations

import struct
import zlib

_HEAD_END = 8 + 25  # the signature, and the chunk IHDR that every PNG begins with
_INCH = 0.0254  # metres; PNG counts pixels per metre (PNG specification, third edition, 11.3.4.3)


def with_resolution(picture: bytes, ppi: int) -> bytes:
    """The PNG with a pHYs chunk of so many pixels per inch; one that has such a chunk is left alone."""
    if b"pHYs" in picture[: picture.find(b"IDAT")]:
        return picture
    each = round(ppi / _INCH)
    content = b"pHYs" + struct.pack(">IIB", each, each, 1)
    chunk = struct.pack(">I", 9) + content + struct.pack(">I", zlib.crc32(content))
    return picture[:_HEAD_END] + chunk + picture[_HEAD_END:]
