"""The view as one JSON file: finding, measure, coverage, columns, cells and why, gaps, changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from positions.model.base import Record
from positions.rows.cells import cell_rows
from positions.rows.changes import movement_rows
from positions.rows.gaps import gap_rows
from positions.rows.reasons import reason_rows
from positions.rows.variants import variant_rows
from positions.text.gaps import widest_words
from positions.view import View


def view_json(view: View) -> bytes:
    """What the view shows as UTF-8 JSON ending in a line break; null where nothing is known.

    Rows have the columns of the CSV tables, which the workbook and the codebook describe. Shares and
    steps are numbers, days text, lists lists.
    """
    tables, dossier = view.tables, view.tables.dossier
    held, applies = view.coverage
    written = {
        "dossier": dossier.id,
        "title": dossier.title,
        "data_version": dossier.data_version,
        "licence": dossier.licence,
        "as_of": view.day.isoformat(),
        "since": view.since.isoformat() if view.since else None,
        "finding": view.finding,
        "measure": view.measure,
        "source_line": view.source_line,
        "movement_finding": view.movement_finding,
        "movement_measure": view.movement_measure,
        "coverage": {"cells_with_words": held, "cells": applies},
        "columns": [{"id": one, "name": tables.names[one]} for one in view.columns],
        "issues": [
            {"id": one.id, "name": one.name, "widest": asdict(widest_words(view, one.id))}
            for one in view.issues
        ],
        "weights": view.weights,
        "weights_of_parties": [
            {"party": party, "issue": issue, "weight": weight}
            for (party, issue), weight in view.weights_of_parties.items()
        ],
        "cells": _rows(cell_rows(view)),
        "reasons": _rows(reason_rows(view)),
        "gaps": _rows(gap_rows(view)),
        "variants": _rows(variant_rows(view)),
        "distances": [asdict(one) for one in view.distances],
        "changes": _rows(movement_rows(view)),
        "sources": list(view.sources),
    }
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def _rows(rows: Sequence[Record]) -> list[dict[str, Any]]:
    return [row.model_dump(mode="json") for row in rows]
