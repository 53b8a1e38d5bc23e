"""Matrix and gaps as tables of text hold what the view holds, cell by cell and gap by gap."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from positions.model.dossier import Dossier
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.gaps import widest_words
from positions.text.scale import row_sentence
from positions.text.tables import gap_table, matrix_table
from tests.positions.factories import FEW, ISSUES, PARTIES, days, dossiers, said, view, view_at


@given(dossiers(), days)
@FEW
def test_the_matrix_says_what_the_cells_say(dossier: Dossier, day: dt.date) -> None:
    """A row per issue, a column per party, in each cell its lines, last the widest gap of the issue."""
    shown = view_at(Tables(dossier, Path()), day, parties=PARTIES, issues=ISSUES)
    table = matrix_table(shown)

    assert list(table["Issue"]) == [issue.name for issue in shown.issues]
    for (_, row), issue in zip(table.iterrows(), shown.issues, strict=True):
        for cell in shown.row(issue.id):
            assert row[cell.name] == "\n".join(cell_words(cell, shown.tables).lines)
        assert row["Farthest apart"].split("\n")[0] == widest_words(shown, issue.id).size


@given(dossiers(), days)
@FEW
def test_a_sentence_tells_every_column(dossier: Dossier, day: dt.date) -> None:
    """Who does not see a figure hears of each column where it stands or why it does not."""
    shown = view_at(Tables(dossier, Path()), day, parties=PARTIES, issues=ISSUES)

    for issue in shown.scaled:
        sentence = row_sentence(shown, issue)
        assert all(cell.name in sentence for cell in shown.row(issue.id))
        assert widest_words(shown, issue.id).size in sentence


def test_gaps_worked_by_hand() -> None:
    """Firm, weak and split gaps with their size, interval, relation and what they rest on."""
    shown = view(
        said("a", "north_head", 0),
        said("b", "south_head", (0, 1), confidence="low"),
        said("c", "east_head", 0),
        said("d", "west_head", 4),
        parties=("league", "north", "south"),
    )

    assert gap_table(shown).to_numpy().tolist() == [
        ["Dam", "League", "Northland", "", "0–4", "4", "", "split: from its nearest to its farthest member"],
        ["Dam", "League", "Southland", "", "0–4", "4", "", "split: from its nearest to its farthest member"],
        ["Dam", "Northland", "Southland", "0.5", "0–1", "4", "near", "rests on low confidence"],
    ]


def test_a_row_in_one_sentence() -> None:
    """Steps with their labels, the coder's doubt, blanks, members by name, and the widest gap."""
    shown = view(
        said("a", "north_head", 0),
        said("b", "south_head", (3, 4)),
        said("c", "east_head", 2),
        parties=("league", "harbour", "north", "south"),
    )

    assert row_sentence(shown, shown.issues[0]) == (
        "Dam: East (League) at step 2, Dam shared; Harbour: not researched; Northland at step 0, Dam closed; "
        "Southland at steps 3 to 4, Dam mostly open / Dam open, the coder was unsure. "
        "Farthest apart: 3.5 of 4 steps (3–4) (Northland – Southland)."
    )
