"""Data formats: what a view or a dossier looks like in other programs; no drawing.

EXPORTS is what the pages and the command line offer, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from positions.export import citations, records, schema, table, web_annotations, workbook
from positions.selection import Selection
from positions.standing import Tables

_CSV, _JSON = "text/csv", "application/json"


@dataclass(frozen=True)
class Export:
    """A format: its id (also the view in file names), title, suffix and media type, and what makes it.

    The same dossier and selection make the same bytes.
    """

    id: str
    title: str
    suffix: str
    mime: str
    made: Callable[[Tables, Selection], bytes]


EXPORTS: tuple[Export, ...] = (
    Export(
        "workbook",
        "Workbook: matrix, gaps, statements, sources, codebook (Excel)",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.workbook,
    ),
    Export("matrix", "Matrix, one row per cell (CSV)", "csv", _CSV, table.matrix_csv),
    Export("gaps", "Gaps, one row per issue and pair (CSV)", "csv", _CSV, table.gaps_csv),
    Export("statements", "Statements behind the view (CSV)", "csv", _CSV, table.statements_csv),
    Export("dossier", "The whole dossier (JSON)", "json", _JSON, records.dossier_json),
    Export(
        "csl",
        "Sources for reference managers (CSL-JSON)",
        "csl.json",
        "application/vnd.citationstyles.csl+json",
        citations.csl_json,
    ),
    Export(
        "bibtex", "Sources for reference managers (BibTeX)", "bib", "application/x-bibtex", citations.bibtex
    ),
    Export(
        "annotations",
        "Statements as W3C Web Annotations (JSON-LD)",
        "jsonld",
        "application/ld+json",
        web_annotations.annotations_json,
    ),
    Export(
        "schema",
        "What a dossier may hold (JSON Schema)",
        "schema.json",
        "application/schema+json",
        schema.schema_json,
    ),
)
