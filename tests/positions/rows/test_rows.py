"""Rows that leave the screen: every column is described, every cell plain."""

from __future__ import annotations

import pytest
from hypothesis import given

from positions.model.base import Record
from positions.model.dossier import Dossier
from positions.rows import columns, row_frame
from positions.rows.cells import CellRow, cell_rows
from positions.rows.changes import MovementRow, movement_rows
from positions.rows.codebook import CodebookRow
from positions.rows.pairs import GapRow, gap_rows
from positions.rows.sources import SourceRow, source_rows
from positions.rows.statements import StatementRow, shown_statements, statement_rows
from positions.text.movement import change_rows
from positions.text.tables import gap_table
from tests.positions.export.hostile import view_of
from tests.positions.factories import FEW, dossier_of, dossiers, said


@pytest.mark.parametrize("row", [CellRow, GapRow, MovementRow, StatementRow, SourceRow, CodebookRow])
def test_every_column_says_what_it_is(row: type[Record]) -> None:
    """A reader of a file never has to guess."""
    assert all(columns(row).values())


def test_cells_of_a_frame_are_plain(small: Dossier) -> None:
    """Text, numbers, yes and no, or nothing: no lists, no NaN, no "2.0" for a whole step."""
    frame = row_frame(cell_rows(view_of(small)), CellRow)
    values = {type(value) for column in frame for value in frame[column]}

    assert values <= {str, int, float, type(None)}
    assert set(frame["by_name"]) <= {"yes", "no"}
    assert not [value for value in frame["last_step"] if isinstance(value, float)]


def test_a_groupings_cell_names_the_member_whose_condition_it_prints(small: Dossier) -> None:
    """A condition is never ascribed to the whole grouping, and every member stands under its own steps."""
    view = view_of(small)
    grouped = [row for row in cell_rows(view) if row.kind == "grouping" and row.members]

    assert grouped
    for row in grouped:
        cell = view.cell(row.holder, row.issue)
        names = {view.tables.names[member] for member, _ in cell.stances}
        assert all(name in (row.members or "") for name in names)
        assert all(line.split(":")[0] in names for line in (row.conditions or "").splitlines())


def test_a_split_grouping_has_no_point() -> None:
    """Members on unlike steps give the cell no step of its own, neither a middle nor a range."""
    view = view_of(dossier_of([said("a", "east_head", 0), said("b", "west_head", 4)]))
    (row,) = [row for row in cell_rows(view) if row.holder == "league"]

    assert row.state == "split"
    assert (row.point_low, row.point_high, row.doubt) == (None, None, False)
    assert row.members == "step 0: East\nstep 4: West"


def test_the_day_speaker_and_sources_of_a_row_are_those_of_its_own_words() -> None:
    """An older word of another speaker stands below and lends the point neither day nor source."""
    view = view_of(
        dossier_of(
            [
                said("old", "north_head", 0, said_on="2030-12-20", source="wire"),
                said("new", "north_envoy", 2, said_on="2030-12-24", condition="if the fish return"),
            ]
        )
    )
    (row,) = [row for row in cell_rows(view) if row.holder == "north"]

    assert (row.point_low, row.said_on, row.age, row.sources) == (2, "2030-12-24", 7, 1)
    assert row.speakers == ("North envoy",)
    assert (row.statements, row.other_statements) == (("new",), ("old",))
    assert row.conditions == "if the fish return"


@given(dossiers())
@FEW
def test_cell_rows_agree_with_the_cells(dossier: Dossier) -> None:
    """The statements of a row are all that the cell shows, each once."""
    view = view_of(dossier)

    for row, cell in zip(cell_rows(view), view.cells, strict=True):
        shown = [*row.statements, *row.other_statements]
        assert len(set(shown)) == len(shown)
        assert set(shown) == set(cell.statements)
        assert (row.sources == 0) == (not row.statements)


def test_gap_rows_are_those_of_the_screen(small: Dossier) -> None:
    """The same pairs in the same order as the table that is shown."""
    view = view_of(small)
    shown = gap_table(view)

    assert [(one.issue_name, one.first_name, one.second_name) for one in gap_rows(view)] == list(
        shown[["Issue", "First", "Second"]].itertuples(index=False, name=None)
    )


def test_a_gap_to_a_split_grouping_is_an_interval_only() -> None:
    """Nearest and farthest member are named, and no single number stands for both."""
    view = view_of(
        dossier_of([said("a", "east_head", 0), said("b", "west_head", 4), said("c", "north_head", 1)])
    )
    (row,) = gap_rows(view)

    assert (row.gap, row.share, row.relation, row.basis) == (None, None, None, "split")
    assert (row.least, row.most) == (1, 3)
    assert "East" in row.nearest
    assert "West" in row.farthest


def test_change_rows_are_those_of_the_screen(small: Dossier) -> None:
    """The same actors, kinds and words as on the page of movement."""
    view = view_of(small)

    assert [(one.actor, one.kind, one.words) for one in movement_rows(view)] == [
        (one.actor, one.kind, one.words) for one in change_rows(view)
    ]


def test_statements_of_a_view_are_by_or_about_its_columns(small: Dossier) -> None:
    """Members speak for themselves, claims about a shown party belong to it; later words do not."""
    view = view_of(small)
    shown = {one.id for one in shown_statements(view)}

    assert {"wire-1", "gazette-5", "courier-7"} <= shown
    assert "wire-7" not in shown
    assert set(view.statements) <= shown


def test_statements_carry_the_number_of_their_note(small: Dossier) -> None:
    """Whoever reads a numbered output finds its statements again; the others have no number."""
    view = view_of(small)

    assert {one.id: one.number for one in statement_rows(view) if one.number} == view.numbers


def test_sources_say_how_much_rests_on_them(small: Dossier) -> None:
    """The counts add up to the statements of the view; a source without any is still listed."""
    view = view_of(small)
    rows = source_rows(view)

    assert [row.id for row in rows] == [one.id for one in small.sources]
    assert sum(row.statements for row in rows) == len(shown_statements(view))
    assert sum(row.shown for row in rows) == len(view.statements)
    assert all(row.shown <= row.statements for row in rows)
