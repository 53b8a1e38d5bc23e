"""What a PNG says of itself: its resolution, so that office programs place it at its size, and remarks."""

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
    return _with_chunk(picture, b"pHYs", struct.pack(">IIB", each, each, 1))


def with_remark(picture: bytes, words: str) -> bytes:
    """The PNG with a remark in a chunk iTXt (11.3.3.4), as it is where there are no words."""
    if not words:
        return picture
    return _with_chunk(picture, b"iTXt", b"Comment\0\0\0\0\0" + words.encode())


def _with_chunk(picture: bytes, kind: bytes, content: bytes) -> bytes:
    """The PNG with one chunk more, after its head."""
    said = kind + content
    chunk = struct.pack(">I", len(content)) + said + struct.pack(">I", zlib.crc32(said))
    return picture[:_HEAD_END] + chunk + picture[_HEAD_END:]
