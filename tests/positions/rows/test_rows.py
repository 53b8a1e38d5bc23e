"""Rows that leave the screen: every column is described, every cell plain."""

from __future__ import annotations

import pytest

from positions.models import Dossier
from positions.record import Record
from positions.rows import columns, row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.codebook import CodebookRow
from positions.rows.gaps import GapRow, gap_rows
from positions.rows.sources import SourceRow, source_rows
from positions.rows.statements import StatementRow, shown_statements
from positions.text.tables import gap_table
from tests.positions.export.hostile import view_of


@pytest.mark.parametrize("row", [CellRow, GapRow, StatementRow, SourceRow, CodebookRow])
def test_every_column_says_what_it_is(row: type[Record]) -> None:
    """A reader of a file never has to guess."""
    assert all(columns(row).values())


def test_cells_of_a_frame_are_plain(small: Dossier) -> None:
    """Text, numbers, yes and no, or nothing: no lists, no NaN, no "2.0" for a whole step."""
    frame = row_frame(cell_rows(*view_of(small)), CellRow)
    values = {type(value) for column in frame for value in frame[column]}

    assert values <= {str, int, float, type(None)}
    assert set(frame["thin"]) <= {"yes", "no"}
    assert not [value for value in frame["last_step"] if isinstance(value, float)]


def test_a_groupings_cell_names_the_member_whose_condition_it_prints(small: Dossier) -> None:
    """A condition is never ascribed to the whole grouping."""
    grouped = [row for row in cell_rows(*view_of(small)) if row.members and row.statement]

    assert grouped
    for row in grouped:
        assert row.member in row.named
        assert row.speaker


def test_gap_rows_are_those_of_the_screen(small: Dossier) -> None:
    """The same pairs in the same order as the table that is shown."""
    tables, selection = view_of(small)
    shown = gap_table(tables, selection)

    assert [(one.issue_name, one.first_name, one.second_name) for one in gap_rows(tables, selection)] == list(
        shown[["Issue", "First", "Second"]].itertuples(index=False, name=None)
    )


def test_statements_of_a_view_are_by_or_about_its_parties(small: Dossier) -> None:
    """Members speak for themselves, claims about a shown party belong to it; later words do not."""
    tables, selection = view_of(small)
    shown = {one.id for one in shown_statements(tables, selection)}

    assert {"wire-1", "gazette-5", "courier-7"} <= shown
    assert "wire-7" not in shown


def test_sources_say_how_much_rests_on_them(small: Dossier) -> None:
    """The counts add up to the statements of the view; a source without any is still listed."""
    tables, selection = view_of(small)
    rows = source_rows(tables, selection)

    assert [row.id for row in rows] == [one.id for one in small.sources]
    assert sum(row.statements for row in rows) == len(shown_statements(tables, selection))
