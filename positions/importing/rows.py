"""The rows of a table file, whatever its format, as text with their numbers."""

from __future__ import annotations

from dataclasses import dataclass

from positions.importing.annotations import annotation_rows
from positions.importing.database import MAGIC, database_rows
from positions.importing.headings import JOINED, plain_headings
from positions.importing.mapping import TableMapping
from positions.importing.title_rows import below_titles
from positions.model.errors import DossierError, Finding, Repair
from positions.reading.csv_text import csv_rows
from positions.reading.encoding import decoded_text
from positions.reading.formulas import formulas, without_formulas
from positions.reading.located import Rows, without_text
from positions.reading.merged_cells import merged_cells, with_merged
from positions.reading.parquet import is_parquet, parquet_table
from positions.reading.spreadsheet import is_workbook, sheets


@dataclass(frozen=True)
class TableRows:
    """The rows that have text in them, headings first, and what was mended to read them.

    `typed` says that the file tells numbers from texts.
    """

    rows: Rows
    repairs: tuple[Repair, ...] = ()
    typed: bool = True


def table_rows(raw: bytes, mapping: TableMapping, file: str) -> TableRows:
    """The rows of a workbook, a database, Parquet, annotations or CSV, by what the bytes are, not by a name.

    Raises DossierError for what cannot be read as a table.
    """
    if is_workbook(raw):
        return _sheet(raw, mapping, file)
    if raw.startswith(MAGIC):
        return TableRows(database_rows(raw, _sql(mapping, file), file))
    if is_parquet(raw, file):
        return TableRows([*parquet_table(raw, file).rows()])
    decoded = decoded_text(raw, file)
    if decoded.findings:
        raise DossierError(list(decoded.findings), decoded.repairs)
    if not decoded.text.strip():
        raise without_text(file)
    if decoded.text.lstrip()[0] in "{[":
        return TableRows(annotation_rows(decoded.text, file), decoded.repairs)
    named = {part for text in plain_headings(mapping) for part in text.split(JOINED)}
    found, repairs, findings = csv_rows(decoded.text, file, lambda head: head.strip() in named)
    rows = list(found)
    if findings:
        raise DossierError(findings, (*decoded.repairs, *repairs))
    rows, above = below_titles(rows, mapping, file)
    return TableRows(rows, (*decoded.repairs, *repairs, *above), typed=False)


def _sheet(raw: bytes, mapping: TableMapping, file: str) -> TableRows:
    found = sheets(raw, file)
    named = mapping.sheet or (next(iter(found)) if len(found) == 1 else None)
    if named in found:
        rows, above = below_titles(found[named], mapping, file)
        rows, merged = with_merged(rows, merged_cells(raw).get(named, ()), file, mapping.header_lines)
        rows, findings = without_formulas(rows, formulas(raw).get(named, ()), file, mapping.header_lines)
        if findings:
            raise DossierError(findings)
        return TableRows(rows, (*above, *merged))
    expected = f"one of {', '.join(found)}, named in the mapping"
    raise DossierError([Finding(file, None, "sheet", named, expected)])


def _sql(mapping: TableMapping, file: str) -> str:
    if mapping.sql is None:
        expected = "a SELECT in the mapping, for the file is a database"
        raise DossierError([Finding(file, None, "sql", None, expected)])
    return mapping.sql
