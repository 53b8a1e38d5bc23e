"""The table of every position says of each actor and issue what the matrix says of that cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Dossier
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.rows import row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.positions import COLUMNS, position_rows
from positions.selection import default_selection, offered_columns
from positions.tables import Tables
from positions.view import View
from tests.numeric_case import numeric_folder
from tests.positions.factories import FEW, days, dossiers, rows_of, said, tables_of, view_at


def position_frame(view: View) -> pd.DataFrame:
    """The rows as a table."""
    return pd.DataFrame(position_rows(view), columns=list(COLUMNS), dtype="object")


def as_matrix(view: View) -> pd.DataFrame:
    """The same table from the cells of the matrix of all actors and issues."""
    tables = view.tables
    actors = tuple(one for one in offered_columns(tables.dossier) if one not in tables.memberships)
    issues = tuple(one.id for one in tables.dossier.issues)
    whole = View(tables, replace(view.selection, parties=actors, issues=issues, unfolded=()))
    return row_frame(cell_rows(whole), CellRow)[list(COLUMNS)]


@given(dossiers(), days, st.none() | st.integers(0, 60), st.booleans())
@FEW
def test_every_row_is_the_cell_of_the_matrix(
    dossier: Dossier, day: dt.date, span: int | None, cleared: bool
) -> None:
    """Column by column, whatever was said, however old words may be, and if only cleared ones count."""
    view = view_at(Tables(dossier, Path()), day, span=span, cleared=cleared)

    pd.testing.assert_frame_equal(position_frame(view), as_matrix(view))


@pytest.mark.parametrize("name", bundled_dossiers())
def test_every_row_of_the_bundled_dossiers_is_the_cell_of_the_matrix(name: str) -> None:
    """On the last day of the period and a year before, with every kind of blank."""
    tables = Tables(load_dossier(name), dossier_folder(name))
    last = default_selection(tables.dossier).day
    for day in (last, last - dt.timedelta(days=365)):
        view = view_at(tables, day)

        pd.testing.assert_frame_equal(position_frame(view), as_matrix(view))


def test_values_of_numeric_scales_are_those_of_the_matrix(tmp_path: Path) -> None:
    """In the unit of the scale, the lesser first, on a reversed one too."""
    tables = Tables(load_dossier(numeric_folder(tmp_path / "numeric")), tmp_path)
    view = view_at(tables, default_selection(tables.dossier).day)

    pd.testing.assert_frame_equal(position_frame(view), as_matrix(view))


def test_worked_by_hand() -> None:
    """North's head stands at 1 to 2 on one condition; the others are blank, each for its reason."""
    tables = tables_of(
        said("a", "north_head", (1, 2), said_on="2030-05", spread="said", condition="only in May"),
        said("b", "south_rebel", 3),
    )
    rows = {(row.holder, row.issue): row for row in rows_of(position_frame(view_at(tables)))}
    north, south = rows["north", "dam"], rows["south", "dam"]

    assert (north.state, north.point_low, north.point_high, north.doubt) == ("stated", 1, 2, "no")
    assert (north.said_on, north.speakers, north.conditions) == ("2030-05", "North head", "only in May")
    assert (north.statements, north.sources, north.looked_in) == ("a", 1, 0)
    assert (south.state, south.point_low, south.statements) == ("individuals", None, None)
    assert rows["north", "fish"].state == "not_researched"
    assert not [holder for holder, _ in rows if holder == "league"]
