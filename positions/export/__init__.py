"""Data formats: what a view or a dossier looks like in other programs; no drawing.

EXPORTS is what the pages and the command line offer, in this order; every one is a function of a View.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from positions.view import View

Made = Callable[[View], bytes]
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

    def made(view: View) -> bytes:
        make = cast("Made", getattr(import_module(f"{__name__}.{module}"), maker))
        return make(view)

    made.__module__ = f"{__name__}.{module}"  # where it is really made
    return made


EXPORTS: tuple[Export, ...] = (
    Export(
        "workbook",
        "Workbook: matrix, gaps, changes, statements, sources, codebook (Excel)",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _late("workbook", "workbook"),
        needs=("xlsxwriter",),
    ),
    Export("matrix", "Matrix, one row per cell (CSV)", "csv", _CSV, _late("table", "matrix_csv")),
    Export("gaps", "Gaps, one row per issue and pair (CSV)", "csv", _CSV, _late("table", "gaps_csv")),
    Export(
        "changes", "Changes, one row per actor and issue (CSV)", "csv", _CSV, _late("table", "changes_csv")
    ),
    Export("statements", "Statements behind the view (CSV)", "csv", _CSV, _late("table", "statements_csv")),
    Export(
        "view",
        "The view and all behind it (JSON)",
        "json",
        _JSON,
        _late("view_json", "view_json"),
    ),
    Export("dossier", "The whole dossier (JSON)", "json", _JSON, _late("records", "dossier_json")),
    Export(
        "csl",
        "Sources for reference managers (CSL-JSON)",
        "csl.json",
        "application/vnd.citationstyles.csl+json",
        _late("citations", "csl_json"),
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
        "view-schema",
        "What the JSON of a view holds (JSON Schema)",
        "schema.json",
        "application/schema+json",
        _late("view_json", "view_schema_json"),
    ),
    Export(
        "schema",
        "What a dossier may hold (JSON Schema)",
        "schema.json",
        "application/schema+json",
        _late("schema", "schema_json"),
    ),
)

# What an export is chosen by: its id, or a suffix that several may share.
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(name for one in EXPORTS for name in (one.suffix, one.id)))
