"""A briefing says what the view says, rests every cell on notes, and leaves no blank unexplained."""

from __future__ import annotations

from components.report.captions import caption, card_caption
from components.report.content import briefing
from components.report.sections import VIEWS
from positions.cell import BLANK_STATES
from positions.reading.dossier import load_dossier
from positions.text.cell import cell_words
from positions.text.gaps import widest_words
from positions.text.labels import BLANK_WORDS
from tests.components.report.blanks import every_blank
from tests.components.report.handed_out import (
    compared,
    istanbul_briefing,
    silent_briefing,
    view_on,
    wide_briefing,
)
from tests.conftest import SMALL


def test_cells_and_gaps_are_those_of_the_view() -> None:
    """Words and widest gaps are the view's own, row by row."""
    view = compared(view_on(load_dossier("istanbul-2022")))
    shown = [[cell_words(cell, view.tables) for cell in view.row(issue.id)] for issue in view.issues]
    gaps = [widest_words(view, issue.id) for issue in view.issues]

    assert [[cell.words for cell in row.cells] for row in istanbul_briefing().matrix.rows] == shown
    assert [row.gap for row in istanbul_briefing().matrix.rows] == gaps


def test_the_three_lines_are_those_of_the_view() -> None:
    """Finding, measure line and source line stand on every sheet as the view has them."""
    view = compared(view_on(load_dossier("istanbul-2022")))
    made = istanbul_briefing()

    assert (made.head.title, made.head.measure, made.head.footer) == (
        view.finding,
        view.measure,
        view.source_line,
    )
    for shown in ("matrix", "ranges", "pairs"):
        words = caption(made, shown)
        assert (words.title, words.subtitle) == (view.finding, view.measure)
    assert (caption(made, "movement").title, caption(made, "movement").subtitle) == (
        view.movement_finding,
        view.movement_measure,
    )


def test_every_card_has_the_finding_of_its_own_issue() -> None:
    """The title of a card is the view's finding with this issue alone, and the question stands above."""
    made = wide_briefing()
    for card in made.cards:
        words = card_caption(made, card)

        assert (words.title, words.subtitle) == (card.title, card.measure)
        assert card.issue.question in words.above


def test_every_position_leads_to_numbered_statements() -> None:
    """Notes count from 1 without a hole; a cell with words has notes, a silent one has none."""
    made = wide_briefing()
    used = {number for row in made.matrix.rows for cell in row.cells for number in cell.notes}

    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    assert used == {note.number for note in made.notes}
    for row in made.matrix.rows:
        for cell in row.cells:
            silent = cell.state in (
                "does_not_know",
                "not_stated",
                "not_researched",
                "not_applicable",
                "left_out",
            )
            assert bool(cell.notes) != silent


def test_a_condition_goes_with_its_statement() -> None:
    """No note loses what its statement depends on."""
    for note in wide_briefing().notes:
        assert note.condition == (note.statement.condition or "")
        assert note.statement.id in note.citation


def test_each_kind_of_blank_keeps_its_words() -> None:
    """All nine stand in the sample under their own titles, and the legend tells each that is shown."""
    matrix = every_blank().matrix
    blank = {(cell.state, cell.words.title) for row in matrix.rows for cell in row.cells if cell.blank}

    assert blank == {(state, BLANK_WORDS[state]) for state in BLANK_STATES}
    assert set(BLANK_STATES) <= {name for name, _ in matrix.legend.looks}


def test_a_pair_without_a_gap_says_who_is_blank() -> None:
    """Each cell of the pair map has a size with its relation or basis, or names who stands on no step."""
    for row in wide_briefing().gaps.pair_rows:
        for cell in row.cells:
            assert ("no step" in cell.words) == (not cell.relation and not cell.basis)
            assert (cell.share is not None) == bool(cell.relation)


def test_ranges_run_from_the_widest_gap_down() -> None:
    """The first row of the range plot is the one to read first."""
    rows = istanbul_briefing().gaps.ranges
    shares = [row.gap.filled / row.gap.segments if row.gap.segments else -1.0 for row in rows]

    assert shares == sorted(shares, reverse=True)


def test_every_view_is_described() -> None:
    """Who cannot see a sheet is told its sides, for each view and card."""
    made = istanbul_briefing()
    for view in ("matrix", "ranges", "pairs"):
        assert all(column.name in caption(made, view).description for column in made.matrix.columns)
    told = caption(made, "robustness").description
    assert all(words in told for words in (*made.robustness.sentences, *made.robustness.removals))
    assert all(row.words in caption(made, "movement").description for row in made.moves.changes)
    for card in made.cards:
        assert card.issue.question in card_caption(made, card).description
        assert card.words in card_caption(made, card).description
    assert set(VIEWS) == {"matrix", "ranges", "pairs", "robustness", "movement", "issue"}


def test_arrows_are_drawn_only_from_a_chosen_day() -> None:
    """A reader who has chosen no earlier day sees no small marks on the scales."""
    dossier = load_dossier(SMALL)
    plain, chosen = view_on(dossier), compared(view_on(dossier))

    assert not [one for row in briefing(plain).gaps.ranges for one in row.earlier]
    assert chosen.selection.since == plain.since


def test_nothing_said_is_a_briefing_too() -> None:
    """Before anybody has spoken every cell is a blank, and there are no notes."""
    made = silent_briefing()

    assert not made.notes
    assert all(cell.blank for row in made.matrix.rows for cell in row.cells)
    assert made.head.title == f"No two firm positions to compare by {made.head.as_of_words}"


def test_an_empty_choice_is_a_briefing_too() -> None:
    """No issue, or no party, is not an error."""
    dossier = load_dossier(SMALL)

    assert not briefing(view_on(dossier, issues=())).matrix.rows
    assert not briefing(view_on(dossier, parties=())).matrix.columns


def test_a_legend_says_nothing_twice() -> None:
    """A strip and a look of one meaning stand there once."""
    legend = briefing(compared(view_on(load_dossier("ukraine-2014-2026")))).matrix.legend
    words = [*(told for _, told in legend.strips), *(look.words for _, look in legend.looks)]

    assert "old words" in words
    assert len(words) == len(set(words))
