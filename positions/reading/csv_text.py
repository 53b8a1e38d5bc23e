"""CSV text in, one row of strings per statement out, each with the line it begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from positions.errors import DossierError, Finding
from positions.reading.located import Located

# The longest cell that is read; a field type then says what its own limit is.
LONGEST_CELL = 100_000


def located_rows(text: str, file: str, columns: tuple[str, ...]) -> Located:
    """The rows of `text` as dicts without their empty cells, `value` in order of the file.

    Empty lines are passed over. Raises DossierError when a column is missing, unknown or
    repeated, when a row has too many or too few cells, or a quotation mark is left open.
    """
    rows: list[dict[str, str]] = []
    findings: list[Finding] = []
    lines = {(): 1}
    for line, cells in _numbered(text, file, findings):
        if line is None:
            findings.extend(_header_faults(cells, columns, file))
            header = cells
        elif len(cells) != len(header):
            findings.append(
                Finding(file, line, "", f"{len(cells)} cells", f"{len(header)} cells, one per column")
            )
        else:
            lines[(len(rows),)] = line  # type: ignore[index]
            rows.append({name: cell for name, cell in zip(header, cells, strict=True) if cell.strip()})
    if findings:
        raise DossierError(findings)
    return Located(file, rows, dict(lines))


def _numbered(text: str, file: str, findings: list[Finding]) -> Iterator[tuple[int | None, list[str]]]:
    """The header with line None, then each row that is not empty with its first line."""
    previous_limit = csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield (None if begins == 1 else begins), cells
            begins = reader.line_num + 1
    except csv.Error as error:
        findings.append(_broken(error, begins, file))
    finally:
        csv.field_size_limit(previous_limit)


def _broken(error: csv.Error, line: int, file: str) -> Finding:
    if "field larger" in str(error):
        return Finding(file, line, "", "a longer cell", f"at most {LONGEST_CELL:,} characters in a cell")
    return Finding(file, line, "", str(error), "valid CSV; look for an open quotation mark")


def _header_faults(header: list[str], columns: tuple[str, ...], file: str) -> Iterator[Finding]:
    for name in columns:
        if name not in header:
            yield Finding(file, 1, name, None, f"a column named {name}")
    for name in sorted(set(header)):
        if name not in columns:
            yield Finding(file, 1, "", name, f"one of the columns {', '.join(columns)}")
        elif header.count(name) > 1:
            yield Finding(file, 1, name, f"{header.count(name)} columns of that name", "a column named once")
