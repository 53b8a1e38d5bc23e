"""The view as JSON says what the screen says: the same lines, the same columns, the same numbers."""

from __future__ import annotations

import json

from hypothesis import given

from positions.export.view_json import view_json
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from tests.positions.export.hostile import view_of
from tests.positions.factories import FEW, dossiers


def test_the_three_lines_and_the_coverage_are_those_of_the_view() -> None:
    """Finding, measure and source line arrive word for word."""
    view = view_of(load_dossier("istanbul-2022"))
    written = json.loads(view_json(view))

    assert (written["finding"], written["measure"]) == (view.finding, view.measure)
    assert written["source_line"] == view.source_line
    assert tuple(written["coverage"].values()) == view.coverage
    assert [one["id"] for one in written["columns"]] == list(view.columns)


@FEW
@given(dossiers())
def test_cells_and_gaps_are_those_of_the_view(dossier: Dossier) -> None:
    """Every cell and gap is there once, in order, with the view's own numbers; nothing else is."""
    view = view_of(dossier)
    written = json.loads(view_json(view))

    assert [(one["holder"], one["issue"], one["state"]) for one in written["cells"]] == [
        (cell.holder, cell.issue, cell.state) for cell in view.cells
    ]
    assert [
        (one["first"], one["second"], one["gap"], one["least"], one["most"]) for one in written["gaps"]
    ] == [(gap.first, gap.second, gap.gap, gap.least, gap.most) for gap in view.gaps]


@FEW
@given(dossiers())
def test_every_cell_comes_with_its_reasons(dossier: Dossier) -> None:
    """Those that lead are the statements of the cell, and the others have a rule."""
    view = view_of(dossier)
    written = json.loads(view_json(view))

    for cell in written["cells"]:
        rows = [one for one in written["reasons"] if _place(one) == _place(cell)]
        assert {one["statement"] for one in rows if one["leads"]} == set(cell["statements"])
        assert all((one["rule"] == "leads") == one["leads"] for one in rows)


def _place(row: dict[str, str]) -> tuple[str, str]:
    return row["holder"], row["issue"]
