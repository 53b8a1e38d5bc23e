"""Data formats: what a view or a dossier looks like in other programs; no drawing.

EXPORTS is what the pages and the command line offer, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from positions.selection import Selection
from positions.tables import Tables

Made = Callable[[Tables, Selection], bytes]
_CSV, _JSON = "text/csv", "application/json"


@dataclass(frozen=True)
class Export:
    """A format: its id (also the view in file names), title, suffix and media type, and what makes it.

    `needs` names the libraries without which it cannot be made, as an installer knows them. The
    same dossier and selection make the same bytes.
    """

    id: str
    title: str
    suffix: str
    mime: str
    made: Made
    needs: tuple[str, ...] = ()


def _late(module: str, maker: str) -> Made:
    """A function of a module here, imported when it is first called.

    A library that is missing then stops its own format only, and the first page does not wait for it.
    """

    def made(tables: Tables, selection: Selection) -> bytes:
        make = cast("Made", getattr(import_module(f"{__name__}.{module}"), maker))
        return make(tables, selection)

    made.__module__ = f"{__name__}.{module}"  # where it is really made
    return made


EXPORTS: tuple[Export, ...] = (
    Export(
        "workbook",
        "Workbook: matrix, gaps, statements, sources, codebook (Excel)",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _late("workbook", "workbook"),
        needs=("xlsxwriter",),
    ),
    Export("matrix", "Matrix, one row per cell (CSV)", "csv", _CSV, _late("table", "matrix_csv")),
    Export("gaps", "Gaps, one row per issue and pair (CSV)", "csv", _CSV, _late("table", "gaps_csv")),
    Export("statements", "Statements behind the view (CSV)", "csv", _CSV, _late("table", "statements_csv")),
    Export("dossier", "The whole dossier (JSON)", "json", _JSON, _late("records", "dossier_json")),
    Export(
        "csl",
        "Sources for reference managers (CSL-JSON)",
        "csl.json",
        "application/vnd.citationstyles.csl+json",
        _late("citations", "csl_json"),
        needs=("bibtexparser",),
    ),
    Export(
        "bibtex",
        "Sources for reference managers (BibTeX)",
        "bib",
        "application/x-bibtex",
        _late("citations", "bibtex"),
        needs=("bibtexparser",),
    ),
    Export(
        "annotations",
        "Statements as W3C Web Annotations (JSON-LD)",
        "jsonld",
        "application/ld+json",
        _late("web_annotations", "annotations_json"),
    ),
    Export(
        "schema",
        "What a dossier may hold (JSON Schema)",
        "schema.json",
        "application/schema+json",
        _late("schema", "schema_json"),
    ),
)
