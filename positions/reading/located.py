"""Plain values together with the line on which each stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from positions.model.errors import DossierError, Finding, Repair

Path_ = tuple[str | int, ...]
NumberedRow = tuple[int, list[str]]  # its number as a spreadsheet counts, and its cells
Rows = list[NumberedRow]
_MB = 1_000_000
# What a file may weigh, in MB: forty times the largest that is known, and a million rows. It bounds time
# and memory, too: a megabyte of YAML takes 0.4 s at most (faulty 4 s), of JSON 0.3 s, of rows 0.04 s.
LARGEST = {".yaml": 5, ".yml": 5, ".json": 20, ".csv": 1_000, ".parquet": 1_000, ".xlsx": 50, ".txt": 80}


@dataclass(frozen=True)
class Located:
    """A value read from `file`, and the lines of the places inside it.

    `lines` maps a path such as ("parties", 0, "name") to a line number counted from 1; of a `table`
    to a row as a spreadsheet counts. A table that is not `complete` has lost rows that could not be read.
    `repairs` are what was mended to read the value. Of a table or a list of `entries` a finding names the id.
    """

    file: str
    value: Any
    lines: Mapping[Path_, int] = field(default_factory=dict)
    table: bool = False
    complete: bool = True
    repairs: tuple[Repair, ...] = ()
    entries: bool = False

    def line(self, path: Path_) -> int | None:
        """The line of the place, or of the nearest place around it that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None

    def finding(self, path: Path_, name: str, found: str | None, expected: str) -> Finding:
        """A finding at that place, with the id of the row or entry that it is in."""
        at = Finding(self.file, self.line(path), name, found, expected)
        return replace(at, row=self.table and bool(path), statement=self._entry(path))

    def _entry(self, path: Path_) -> str | None:
        """The id of the row or entry that a place is in, if it has one."""
        if not (self.entries or self.table) or not path or not isinstance(path[0], int):
            return None
        entry = self.value[path[0]]
        found = entry.get("id") if isinstance(entry, dict) else None
        return found.strip() or None if isinstance(found, str) else None


def largest(name: str) -> int:
    """How many MB a file of that name may weigh; one of no kind that is known as much as a text."""
    return LARGEST.get(PurePath(name).suffix.lower(), LARGEST[".txt"])


def without_text(file: str) -> DossierError:
    """The fault of a file that is empty."""
    return DossierError([Finding(file, 1, "", None, "a file with text in it; it is empty")])


def raw_bytes(path: Path, name: str = "") -> bytes:
    """What the file holds, called by its own or another `name` in a fault.

    Raises DossierError when it is missing, unreadable or too large for its kind.
    """
    name = name or path.name
    most = largest(path.name)
    try:
        if not path.is_file():
            raise _fault(name, None, None, "a file beside the others of its dossier")
        with path.open("rb") as file:
            weight = os.fstat(file.fileno()).st_size
            raw = file.read(min(weight, most * _MB) + 1)  # what is asked for is reserved
    except OSError as error:
        raise _fault(name, None, error.strerror or "this file", "a file that may be read") from None
    if weight > most * _MB:
        raise _fault(name, None, f"{weight / _MB:,.1f} MB", f"a file of at most {most:,} MB")
    return raw


def _fault(name: str, line: int | None, found: str | None, expected: str) -> DossierError:
    return DossierError([Finding(name, line, "", found, expected)])
