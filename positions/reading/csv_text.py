"""CSV text in, one row of strings per statement out, each with the line it begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from positions.model.errors import DossierError, Finding
from positions.reading.located import Located, Path_


def located_rows(text: str, file: str, columns: tuple[str, ...], optional: tuple[str, ...] = ()) -> Located:
    """The rows of `text` as dicts without their empty cells, `value` in order of the file.

    Empty lines are passed over; the first other line is the header. Raises DossierError when a
    column that is not among the `optional` is missing, when one is unknown or repeated, when a row
    has too many or too few cells, a cell is
    longer than `csv.field_size_limit()`, or a quotation mark is left open.
    """
    findings: list[Finding] = []
    numbered = list(_numbered(text, file, findings))
    first, header = numbered[0] if numbered else (1, [])
    if len(header) == 1 and ";" in header[0]:
        raise DossierError([Finding(file, first, "", "separated by semicolons", "cells separated by commas")])
    if numbered or not findings:
        findings.extend(_header_faults(header, columns, optional, file, first))
    rows: list[dict[str, str]] = []
    lines: dict[Path_, int] = {(): first}
    for line, cells in numbered[1:]:
        if len(cells) != len(header):
            findings.append(_miscounted(cells, header, file, line))
            continue
        lines[(len(rows),)] = line
        rows.append({name: cell for name, cell in zip(header, cells, strict=True) if cell and cell.strip()})
    if findings:
        raise DossierError(findings)
    return Located(file, rows, lines)


def _numbered(text: str, file: str, findings: list[Finding]) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty with its first line; ends, with a finding, where CSV does."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        findings.append(_broken(error, begins, file))


def _broken(error: csv.Error, line: int, file: str) -> Finding:
    if "field larger" in str(error):
        longest = csv.field_size_limit()
        return Finding(file, line, "", "a longer cell", f"at most {longest:,} characters in a cell")
    return Finding(file, line, "", str(error), "valid CSV; look for an open quotation mark")


def _header_faults(
    header: list[str], columns: tuple[str, ...], optional: tuple[str, ...], file: str, line: int
) -> Iterator[Finding]:
    for name in columns:
        if name not in header and name not in optional:
            yield Finding(file, line, name, None, f"a column named {name}")
    for name in sorted(set(header)):
        if name not in columns:
            yield Finding(file, line, "", name, f"one of the columns {', '.join(columns)}")
        elif header.count(name) > 1:
            found = f"{header.count(name)} columns of that name"
            yield Finding(file, line, name, found, "a column named once")


def _miscounted(cells: list[str], header: list[str], file: str, line: int) -> Finding:
    return Finding(file, line, "", f"{len(cells)} cells", f"{len(header)} cells, one per column")
