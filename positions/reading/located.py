"""Plain values together with the line on which each stands."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from positions.model.errors import DossierError, Finding

Path_ = tuple[str | int, ...]
BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_UTF_8 = "UTF-8; save the file as UTF-8"
_MB = 1_000_000
# What a file may weigh, in MB: forty times the largest that is known. It bounds time and memory, too: a
# megabyte of YAML takes 0.4 s to read, one of JSON 1.5 s, one of rows 0.3 s.
LARGEST = {".yaml": 5, ".json": 20, ".csv": 1_000, ".txt": 80}


@dataclass(frozen=True)
class Located:
    """A value read from `file`, and the lines of the places inside it.

    `lines` maps a path such as ("parties", 0, "name") to a line number counted from 1.
    """

    file: str
    value: Any
    lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, path: Path_) -> int | None:
        """The line of the place, or of the nearest place around it that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def decoded(path: Path) -> str:
    """The text of a UTF-8 file without its byte-order mark, line ends untouched.

    Raises DossierError when the file is missing, unreadable, too large, empty or not UTF-8.
    """
    return text_of(raw_bytes(path), path)


def text_of(raw: bytes, path: Path) -> str:
    """The same for bytes that were read from the file already."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        found = BYTE_ORDER_MARKS.get(raw[:2], f"byte 0x{raw[error.start]:02x}")
        raise _fault(path, line, found, _UTF_8) from None
    if not text.strip():
        raise _fault(path, 1, None, "a file with text in it; it is empty")
    if "\0" in text:  # as in UTF-16 without its mark; no text has it
        raise _fault(path, text[: text.index("\0")].count("\n") + 1, "a NUL character", _UTF_8)
    return text


def raw_bytes(path: Path) -> bytes:
    """What the file holds. Raises DossierError when it is missing, unreadable or too large for its kind."""
    most = LARGEST[path.suffix]
    try:
        if not path.is_file():
            raise _fault(path, None, None, "a file beside the others of its dossier")
        with path.open("rb") as file:
            raw = file.read(most * _MB + 1)
            weight = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise _fault(path, None, error.strerror or "this file", "a file that may be read") from None
    if len(raw) > most * _MB:
        raise _fault(path, None, f"{weight / _MB:,.1f} MB", f"a file of at most {most:,} MB")
    return raw


def _fault(path: Path, line: int | None, found: str | None, expected: str) -> DossierError:
    return DossierError([Finding(path.name, line, "", found, expected)])
