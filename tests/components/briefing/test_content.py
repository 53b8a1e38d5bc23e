"""A briefing says what the screen says, rests every cell on notes, and leaves no blank unexplained."""

from __future__ import annotations

from dataclasses import replace

from components.briefing.captions import VIEWS, caption, card_caption
from components.briefing.content import briefing
from components.matrix.view import matrix_view
from positions.loading import load_dossier
from positions.tables import standing
from positions.text.wording import STATE_WORDS
from tests.components.briefing.blanks import every_blank
from tests.components.briefing.handed_out import (
    istanbul_briefing,
    silent_briefing,
    wide_briefing,
)
from tests.conftest import SMALL
from tests.positions.export.hostile import view_of


def test_cells_are_those_of_the_screen() -> None:
    """Titles, conditions, evidence and tints are the matrix's own."""
    tables, selection = view_of(load_dossier("istanbul-2022"))
    screen = matrix_view(tables, standing(tables, selection.day), selection, "light")
    shown = [
        [(cell["title"], cell["detail"], cell["evidence"], cell.get("tint")) for cell in row["cells"]]
        for row in screen["rows"]
    ]
    handed = [
        [(cell.title, cell.detail, cell.evidence, cell.tint) for cell in row.cells]
        for row in istanbul_briefing().matrix.rows
    ]

    assert handed == shown


def test_every_position_leads_to_numbered_statements() -> None:
    """Notes count from 1 without a hole; a cell with words has notes, a silent one has none."""
    made = wide_briefing()
    used = {number for row in made.matrix.rows for cell in row.cells for number in cell.notes}

    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    assert used == {note.number for note in made.notes}
    for row in made.matrix.rows:
        for cell in row.cells:
            assert bool(cell.notes) == (cell.state not in ("not_stated", "not_researched", "not_applicable"))


def test_a_condition_goes_with_its_statement() -> None:
    """No note loses what its statement depends on."""
    for note in wide_briefing().notes:
        assert note.condition == (note.statement.condition or "")
        assert note.statement.id in note.citation


def test_each_kind_of_blank_keeps_its_words() -> None:
    """The view has all six and a stale position, and the legend tells each of those that are shown."""
    made = every_blank()
    blank = {(cell.state, cell.title) for row in made.matrix.rows for cell in row.cells if cell.blank}

    assert {state for state, _ in made.matrix.legend.blanks} == {state for state, _ in blank}
    assert all(title == STATE_WORDS[state] for state, title in blank)
    assert {state for state, _ in blank} == set(STATE_WORDS)
    assert made.matrix.legend.stale


def test_a_pair_without_a_gap_says_who_is_blank() -> None:
    """Each cell of the pair map has a number, or names the side of which nothing is placed."""
    for row in wide_briefing().gaps.pair_rows:
        for cell in row.cells:
            assert (cell.share is None) == bool(cell.blank)
            assert cell.words == "–" if cell.share is None else cell.words != "–"


def test_ranges_run_from_the_widest_gap_down() -> None:
    """The first row of the range plot is the one to read first."""
    rows = istanbul_briefing().gaps.ranges
    shares = [row.gap.filled / row.gap.segments if row.gap.segments else -1.0 for row in rows]

    assert shares == sorted(shares, reverse=True)


def test_every_view_is_described() -> None:
    """Who cannot see a sheet is told its sides, for each view and card."""
    made = istanbul_briefing()
    for view in set(VIEWS) - {"issue"}:
        assert all(column.name in caption(made, view).description for column in made.matrix.columns)
    for card in made.cards:
        assert card.issue.question in card_caption(made, card).description


def test_without_an_earlier_day_nothing_is_compared() -> None:
    """There are no changes, no arrows, and the title of the movement makes no comparison."""
    tables, selection = view_of(load_dossier(SMALL))
    made = briefing(tables, selection)

    assert not made.moves.changes.rows
    assert made.moves.movement.since is None
    assert not [one for row in made.gaps.ranges for one in row.placed if one.before is not None]


def test_nothing_said_is_a_briefing_too() -> None:
    """Before anybody has spoken every cell is a blank, and there are no notes."""
    made = silent_briefing()

    assert not made.notes
    assert all(cell.blank for row in made.matrix.rows for cell in row.cells)
    assert "No two of the shown parties" in made.head.title


def test_an_empty_choice_is_a_briefing_too() -> None:
    """No issue, or no party, is not an error."""
    tables, selection = view_of(load_dossier(SMALL))

    assert not briefing(tables, replace(selection, issues=())).matrix.rows
    assert not briefing(tables, replace(selection, parties=())).matrix.columns
