"""CSV text in, its rows of cells out, whatever sign separates the cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from positions.model.errors import Finding, Repair
from positions.reading.heads import LOOKED_THROUGH
from positions.reading.located import NumberedRow

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_LONGEST_HEAD = 100_000
_SHORT = 30  # characters of a cell that others are likely to say too: kept once, for a table is mostly names
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def csv_rows(
    text: str, file: str, is_head: Callable[[str], bool]
) -> tuple[Iterator[NumberedRow], list[Repair], list[Finding]]:
    """The rows that are not empty, each with its number as a spreadsheet counts, the heads first.

    They are read one by one, and the findings are complete when the last of them is.

    A cell with line breaks in it is of one row. Cells are separated by the sign that makes most heads of
    one of the first rows, if none makes any by that which makes most texts of the first; any but commas is
    a repair. A row that is no CSV ends the rows with a finding: a quotation mark left open, a cell longer
    than `csv.field_size_limit()`.
    """
    repairs: list[Repair] = []
    findings: list[Finding] = []
    told = _SEPARATOR.match(text)  # a line that spreadsheets write for each other and do not show
    content = text[told.end() :] if told else text
    delimiter = _delimiter(content, is_head)
    if delimiter != ",":
        words = f"cells are separated by {_DELIMITERS[delimiter]}"
        repairs.append(Repair(file, None, "", _DELIMITERS[delimiter], "commas", sentence=words))
    return _numbered(content, delimiter, file, findings), repairs, findings


def _delimiter(text: str, is_head: Callable[[str], bool]) -> str:
    """The sign that makes most heads in one of the first rows; if none makes any, most texts in the first."""
    start = text.lstrip()[:_LONGEST_HEAD]
    first = {sign: _first(start, sign) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: (_most_heads(first[sign], is_head), _texts(first[sign])))


def _most_heads(rows: Sequence[Sequence[str]], is_head: Callable[[str], bool]) -> int:
    return max((sum(map(is_head, cells)) for cells in rows), default=0)


def _texts(rows: Sequence[Sequence[str]]) -> int:
    """How many texts a sign makes of the first row; 0 where it separates nothing."""
    filled = sum(bool(cell.strip()) for cell in rows[0]) if rows else 0
    return filled if filled > 1 else 0


def _first(text: str, delimiter: str) -> list[list[str]]:
    """The first rows that are not empty, of which one may hold the heads; those before what is no CSV."""
    found: list[list[str]] = []
    with suppress(csv.Error):
        for cells in csv.reader(_lines(text), delimiter=delimiter):
            if any(cell.strip() for cell in cells):
                found.append(cells)
            if len(found) == LOOKED_THROUGH:
                break
    return found


def _numbered(text: str, delimiter: str, file: str, findings: list[Finding]) -> Iterator[NumberedRow]:
    number, known = 0, dict[str, str]()
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if any(map(str.strip, cells)):
                yield (
                    number,
                    [known.setdefault(one, one) if one and len(one) < _SHORT else one for one in cells],
                )
    except csv.Error as error:
        findings.append(_broken(error, number + 1, file))


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, one by one: `io.StringIO` takes four bytes for each letter."""
    return (found.group() for found in _LINE.finditer(text))


def _broken(error: csv.Error, row: int, file: str) -> Finding:
    if "field larger" in str(error):
        longest = csv.field_size_limit()
        expected = f"at most {longest:,} characters in a cell"
        return Finding(file, row, "", "a longer cell", expected, row=True)
    return Finding(file, row, "", str(error), "valid CSV; look for an open quotation mark", row=True)
