"""A Parquet file in, the columns of its table as text out; nothing is unpacked before its footer is read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from positions.model.errors import DossierError, Finding
from positions.reading.located import NumberedRow
from positions.reading.spreadsheet import cell_text

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

SUFFIX = ".parquet"
MAGIC, LOCKED = b"PAR1", b"PARE"  # the last four bytes; a file with its footer in the clear begins so, too
_MB = 1_000_000
# As much as a table in plain text may weigh; a row of nulls takes next to nothing in the file.
MOST_UNPACKED_MB = 1_000
MOST_ROWS = 2_000_000
MOST_CELLS = 60_000_000
_EXPECTED = "a Parquet file that pandas or DuckDB opens"
_TEXT = "a column of texts, whole or broken numbers, or days"
_PLAIN = "plain or dictionary pages, as pandas, DuckDB and R write"
# Of pages in which a few bytes may stand for a long text no dictionary is made, and nothing would bound them.
_UNREAD = "Not yet implemented"


@dataclass(frozen=True)
class ParquetTable:
    """The names of the columns, their cells as text, "" where nothing is known, and which hold numbers."""

    heads: tuple[str, ...]
    cells: tuple[list[str], ...]
    numbers: tuple[bool, ...]

    def rows(self) -> Iterator[NumberedRow]:
        """The rows that are not empty, heads first, numbered as a spreadsheet would: the heads are row 1."""
        yield 1, [*self.heads]
        for number, cells in enumerate(zip(*self.cells, strict=True), start=2):
            if any(map(str.strip, cells)):
                yield number, [*cells]


def is_parquet(raw: bytes, file: str) -> bool:
    """Whether the bytes are a Parquet file, or one is meant by the name."""
    whole = any(raw.startswith(one) and raw.endswith(one) for one in (MAGIC, LOCKED))
    return whole or file.casefold().endswith(SUFFIX)


def parquet_table(raw: bytes, file: str) -> ParquetTable:
    """The table of the file, each cell as it would be typed: a day as 2017-06-29, a whole number as digits.

    Raises DossierError for what is no Parquet file, is damaged, encrypted or too large, with one finding;
    and for columns that hold anything but texts, numbers, truths and days, with one finding for each.
    """
    if raw.startswith(LOCKED) or raw.endswith(LOCKED):
        raise _fault(file, "an encrypted Parquet file", "one without encryption")
    if not raw.startswith(MAGIC):
        raise _fault(file, "this content", _EXPECTED)
    try:
        return _read(raw, file)
    except DossierError:
        raise
    except Exception as error:  # whatever else the reader stumbles on, the file is damaged
        if _UNREAD in str(error):
            raise _fault(file, "pages of the kind delta", _PLAIN) from None
        raise _fault(file, "a damaged Parquet file", _EXPECTED) from None


def _read(raw: bytes, file: str) -> ParquetTable:
    from pyarrow.parquet import ParquetFile

    from positions.arrow import pa

    source = pa.BufferReader(raw)
    footer = ParquetFile(source)
    heads = tuple(footer.schema_arrow.names)
    if findings := [*_too_large(footer, file), *_other_kinds(footer.schema_arrow, file)]:
        raise DossierError(findings)
    # Each text of a dictionary is in memory once, however many rows say it.
    opened = ParquetFile(source, read_dictionary=[*heads], page_checksum_verification=True)
    columns = opened.read().columns
    weight = sum(map(_weight, columns))
    if weight > MOST_UNPACKED_MB * _MB:
        raise _unpacked(weight, file)
    columns.reverse()
    numbers = tuple(map(_is_number, footer.schema_arrow.types))
    return ParquetTable(
        heads, tuple(_texts(columns.pop()) for _ in heads), numbers
    )  # each is let go when read


def _is_number(kind: pa.DataType) -> bool:
    from pyarrow import types

    kind = kind.value_type if types.is_dictionary(kind) else kind
    return any(fits(kind) for fits in (types.is_integer, types.is_floating, types.is_decimal))


def _too_large(footer: ParquetFile, file: str) -> Iterator[Finding]:
    """What the footer says that is more than may be unpacked.

    Nothing is asked of its columns: of a damaged one that would end the whole program.
    """
    found = footer.metadata
    unpacked = sum(found.row_group(place).total_byte_size for place in range(found.num_row_groups))
    cells = found.num_rows * found.num_columns
    if found.num_rows > MOST_ROWS or cells > MOST_CELLS:
        shape = f"{found.num_rows:,} rows of {found.num_columns:,} columns"
        yield Finding(file, None, "", shape, f"at most {MOST_ROWS:,} rows and {MOST_CELLS:,} cells")
    elif unpacked > MOST_UNPACKED_MB * _MB:
        yield from _unpacked(unpacked, file).findings


def _other_kinds(schema: pa.Schema, file: str) -> Iterator[Finding]:
    """A finding for each column of which the cells are no texts, numbers, truths or days."""
    for column in schema:
        if kind := _other_kind(column.type):
            yield Finding(file, None, column.name, kind, _TEXT)


def _other_kind(kind: pa.DataType) -> str | None:
    """What the cells of a column are called that have no text; None for those that have one."""
    from pyarrow import types

    if types.is_dictionary(kind):
        return _other_kind(kind.value_type)
    texts = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
    numbers = (types.is_integer, types.is_floating, types.is_decimal, types.is_boolean)
    if any(fits(kind) for fits in (*texts, *numbers, types.is_date, types.is_timestamp)):
        return None
    if types.is_nested(kind):
        return "lists or records inside its cells"
    return "times without a day" if types.is_time(kind) else f"cells of the kind {kind!s:.50}"


def _weight(column: pa.ChunkedArray) -> int:
    """How many bytes the texts of a column have when each row has its own."""
    from pyarrow import compute

    from positions.arrow import pa

    total = 0
    for chunk in column.chunks:
        if isinstance(chunk, pa.DictionaryArray):
            lengths = compute.binary_length(chunk.dictionary.cast(pa.large_string()))
            total += compute.sum(lengths.take(chunk.indices)).as_py() or 0
    return total


def _texts(column: pa.ChunkedArray) -> list[str]:
    from positions.arrow import pa

    cells: list[str] = []
    for chunk in column.chunks:
        coded = chunk if isinstance(chunk, pa.DictionaryArray) else chunk.dictionary_encode()
        words = coded.dictionary
        if pa.types.is_date(words.type):
            words = words.cast(pa.string())  # also of days that no calendar here has
        texts = [*map(_text, _values(words)), ""]  # the last one is that of cells without a value
        cells += [texts[place] for place in coded.indices.fill_null(-1).to_pylist()]
    return cells


def _values(words: pa.Array) -> list[object]:
    """The values; numbers that are kept in few bits with no more digits than those hold."""
    from positions.arrow import pa

    found: list[object] = words.to_pylist()
    if not (pa.types.is_float32(words.type) or pa.types.is_float16(words.type)):
        return found
    kind = words.type.to_pandas_dtype()  # whose text has as many digits as tell it from its neighbours
    return [None if one is None else float(str(kind(one))) for one in found]


def _text(value: object) -> str:
    """A value as it would be typed; "" for what is no number."""
    if isinstance(value, float) and math.isnan(value):
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}" if value % 1 else f"{value:.0f}"
    return cell_text(value)


def _unpacked(weight: int, file: str) -> DossierError:
    return _fault(file, f"{weight / _MB:,.0f} MB when unpacked", f"at most {MOST_UNPACKED_MB:,} MB")


def _fault(file: str, found: str, expected: str) -> DossierError:
    return DossierError([Finding(file, None, "", found, expected)])
