"""A workbook (XLSX) in, the rows of each of its sheets as text out; nothing in it is run or followed."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator

from positions.model.errors import DossierError, Finding
from positions.reading.located import Rows

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins .xls, and the wrapper of a workbook with a password
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_MB = 1_000_000
# A million cells take about 10 s to read; the bundled dossiers have 20,000 at most.
MOST_UNPACKED_MB = 200
MOST_CELLS = 2_000_000
MOST_ROWS = 1_048_576
_EXACT_FLOATS = 1e15


def is_workbook(raw: bytes) -> bool:
    """Whether the bytes are a spreadsheet's own format, whatever the name of their file says."""
    return raw.startswith(OLD) or (raw.startswith(ZIP) and "xl/workbook.xml" in _parts(raw))


def sheets(raw: bytes, file: str) -> dict[str, Rows]:
    """The rows of each sheet by its name, in the order of the workbook, hidden sheets too.

    A row is its number as the spreadsheet counts and its cells as text: days as 2017-06-29, whole
    numbers without ".0", a formula as it is written. Empty cells are "", those at the end of a row and
    rows of nothing else are left out. Raises DossierError, with one finding, for what is no workbook,
    is damaged or too large, needs a password, or holds macros.
    """
    _refuse(raw, file)
    try:
        return _read(raw, file)
    except DossierError:
        raise
    except Exception:  # whatever the reader of workbooks stumbles on, the workbook is damaged
        raise _fault(file, "a damaged workbook", "a workbook that a spreadsheet program opens") from None


def broken_numbers(raw: bytes, sheet: str) -> frozenset[tuple[int, int]]:
    """Row and column of each cell that is a number with a point and no text; `raw` was read before."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        found = load_workbook(io.BytesIO(raw), read_only=True)[sheet]
        found.reset_dimensions()
        return broken_in(found.iter_rows(values_only=True))


def broken_in(rows: Iterable[Iterable[object]], first: int = 1) -> frozenset[tuple[int, int]]:
    """Row, counted from `first`, and column of each value that is a number with a point."""
    return frozenset(
        (number, column)
        for number, values in enumerate(rows, start=first)
        for column, value in enumerate(values, start=1)
        if isinstance(value, float)
    )


def has_external_links(raw: bytes) -> bool:
    """Whether a workbook takes values from other files; they are not followed, their formulas are text."""
    return any(name.startswith("xl/externalLinks/") for name in _parts(raw))


def _parts(raw: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return []


def _refuse(raw: bytes, file: str) -> None:
    """Raise for what is no workbook or must not be opened, without unpacking any of it."""
    if raw.startswith(OLD):
        locked = _PASSWORD in raw
        found = "a workbook with a password" if locked else "a workbook of the old kind (.xls)"
        expected = "a workbook without one" if locked else "a workbook saved as .xlsx"
        raise _fault(file, found, expected)
    names = _parts(raw)
    if "xl/workbook.xml" not in names:
        raise _fault(file, "this content", "a workbook of the kind .xlsx")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _fault(file, "a workbook with macros", "one without; save it as .xlsx")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > MOST_UNPACKED_MB * _MB:
        found = f"{unpacked / _MB:,.0f} MB when unpacked"
        raise _fault(file, found, f"at most {MOST_UNPACKED_MB:,} MB")


def _read(raw: bytes, file: str) -> dict[str, Rows]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")  # of drop-downs and styles, which are not read
        workbook = load_workbook(io.BytesIO(raw), read_only=True)
        cells = [0]
        found: dict[str, Rows] = {}
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a sheet says of its own size may be wrong, or a trap
            found[sheet.title] = list(_rows(sheet.iter_rows(values_only=True), cells, file))
        return found


def _rows(
    values: Iterable[tuple[object, ...]], cells: list[int], file: str
) -> Iterator[tuple[int, list[str]]]:
    """The rows with text in them; `cells` counts over all sheets how many were gone through."""
    for number, row in enumerate(values, start=1):
        cells[0] += len(row)
        if cells[0] > MOST_CELLS or number > MOST_ROWS:
            limits = f"at most {MOST_CELLS:,} cells and {MOST_ROWS:,} rows, formatted empty ones counted"
            raise _fault(file, "a larger workbook", limits)
        text = [cell_text(value) for value in row]
        while text and not text[-1].strip():
            text.pop()
        if text:
            yield number, text


def cell_text(value: object) -> str:
    """A cell as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _unescaped(value) if "_x" in value else value
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT_FLOATS else repr(value)
    if isinstance(value, bool):
        return str(value).upper()
    return str(getattr(value, "text", value))  # a formula over several cells holds its words in `text`


def _unescaped(text: str) -> str:
    from openpyxl.utils.escape import unescape

    return unescape(text).encode("utf-8", "replace").decode()  # half a character is none


def _fault(file: str, found: str, expected: str) -> DossierError:
    return DossierError([Finding(file, None, "", found, expected)])
