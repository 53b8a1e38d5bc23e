"""Data formats: what a view or a dossier looks like in other programs; no drawing.

EXPORTS is what the pages and the command line offer, in this order; every one is a function of a View.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from positions.view import View

Made = Callable[[View], bytes]
_OFFICE = "application/vnd.openxmlformats-officedocument"
# Media types by suffix, of briefings too.
MEDIA_TYPES: dict[str, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "md": "text/markdown",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "csl.json": "application/vnd.citationstyles.csl+json",
    "bib": "application/x-bibtex",
    "jsonld": "application/ld+json",
    "schema.json": "application/schema+json",
}


@dataclass(frozen=True)
class Export:
    """A format: its id (also the view in file names), title and suffix, and what makes it.

    `needs` names the libraries without which it cannot be made, as an installer knows them. The
    same dossier and selection make the same bytes.
    """

    id: str
    title: str
    suffix: str
    made: Made
    needs: tuple[str, ...] = ()

    @property
    def mime(self) -> str:
        """Its media type."""
        return MEDIA_TYPES[self.suffix]


def _late(maker: str) -> Made:
    """The "module.function" here that makes a format, imported when it is first called.

    A library that is missing then stops its own format only, and the first page does not wait for it.
    """
    module, _, name = maker.rpartition(".")

    def made(view: View) -> bytes:
        make: Made = getattr(import_module(f"{__name__}.{module}"), name)
        return make(view)

    made.__module__ = f"{__name__}.{module}"  # where it is really made
    return made


_READ = "Workbook: matrix, gaps, changes, statements, sources, codebook (Excel)"
_APART = "Same side, other words, one row per pair of statements (CSV)"
_EVERY = "Every actor on every issue of the dossier, one row each (CSV)"
_WHOLE = "All statements of the dossier, for a folder's statements.parquet (Parquet)"
_MANAGERS = "Sources for reference managers"
EXPORTS: tuple[Export, ...] = (
    Export("workbook", _READ, "xlsx", _late("workbook.workbook"), ("xlsxwriter",)),
    Export("matrix", "Matrix, one row per cell (CSV)", "csv", _late("table.matrix_csv")),
    Export("gaps", "Gaps, one row per issue and pair (CSV)", "csv", _late("table.gaps_csv")),
    Export("moves", "Shortest moves, one row per issue and pair (CSV)", "csv", _late("table.moves_csv")),
    Export("changes", "Changes, one row per actor and issue (CSV)", "csv", _late("table.changes_csv")),
    Export("divergences", _APART, "csv", _late("table.divergences_csv")),
    Export("statements", "Statements behind the view (CSV)", "csv", _late("table.statements_csv")),
    Export("all-statements", _WHOLE, "parquet", _late("parquet.statements_parquet"), ("pyarrow",)),
    Export("positions", _EVERY, "csv", _late("table.positions_csv")),
    Export("view", "The view and all behind it (JSON)", "json", _late("view_json.view_json")),
    Export("dossier", "The whole dossier (JSON)", "json", _late("records.dossier_json")),
    Export("csl", f"{_MANAGERS} (CSL-JSON)", "csl.json", _late("citations.csl_json")),
    Export("bibtex", f"{_MANAGERS} (BibTeX)", "bib", _late("citations.bibtex"), ("bibtexparser",)),
    Export(
        "annotations",
        "Statements as W3C Web Annotations (JSON-LD)",
        "jsonld",
        _late("web_annotations.annotations_json"),
    ),
    Export(
        "view-schema",
        "What the JSON of a view holds (JSON Schema)",
        "schema.json",
        _late("view_json.view_schema_json"),
    ),
    Export("schema", "What a dossier may hold (JSON Schema)", "schema.json", _late("schema.schema_json")),
)

# What an export is chosen by: its id, or a suffix that several may share.
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(name for one in EXPORTS for name in (one.suffix, one.id)))
