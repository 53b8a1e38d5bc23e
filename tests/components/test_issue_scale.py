"""One issue on its scale: whose words, reported or own, claims apart, blanks below."""

from __future__ import annotations

import datetime as dt

import pytest

from components.charts.issue_scale import Claim, IssueScale, describe, draw, table
from components.theme import party_marks
from positions.frames import typed_rows
from positions.loading import dossier_folder, load_dossier
from positions.tables import Cell, Tables, standing
from tests.components.figures import marks_of, notes_of

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
MARKS = party_marks(TABLES.dossier)


def scale_of(
    issue: str, *holders: str, day: str = "2022-04-05", claims: tuple[Claim, ...] = ()
) -> IssueScale:
    """What the figure of an issue of the bundled dossier is drawn from."""
    cells = {
        cell.holder: cell
        for cell in typed_rows(standing(TABLES, dt.date.fromisoformat(day)), Cell)
        if cell.issue == issue
    }
    lanes = [cells[holder] for holder in holders]
    spoken = {cell.holder: TABLES.by_id[cell.statement] for cell in lanes if cell.placed}
    return IssueScale(TABLES.scales[issue], lanes, spoken, claims)


def test_reported_speech_is_a_ring_and_own_words_are_filled() -> None:
    """A reader sees from the mark whether the words are the side's own."""
    figure = draw(scale_of("crimea", "russia", "ukraine"), MARKS, "light")

    marks = marks_of(figure)
    assert marks["Russia"].marker.color == "#FFFFFF"
    assert marks["Ukraine"].marker.color == MARKS["ukraine"].colour


def test_a_claim_is_dashed_and_says_who_makes_it() -> None:
    """What one side says of another stands in that side's lane, dashed, and moves no mark."""
    claims = [one for one in TABLES.dossier.statements if one.mode == "attributed" and one.issue == "crimea"]
    claim = next(one for one in claims if one.step_low == 0)
    scale = scale_of(claim.issue, "russia", "ukraine", claims=(Claim("ukraine", "Russia", claim),))
    figure = draw(scale, MARKS, "light")

    assert figure.layout.shapes[0].line.dash == "2px,2px"
    assert "as Russia says" in notes_of(figure)
    assert "Russia places Ukraine at step 0" in describe(scale)
    assert marks_of(figure)["Ukraine"].y[0] == 2.0


def test_blanks_stand_below_the_scale() -> None:
    """Who stated nothing has words in the lane below step 0 and no mark on the scale."""
    figure = draw(scale_of("crimea", "west", "ukraine"), MARKS, "dark")

    assert notes_of(figure)["<i>not stated</i>"].y < 0
    assert "West" not in marks_of(figure)


def test_the_table_says_what_is_drawn() -> None:
    """Step, range and how it was reported, one row per lane."""
    rows = table(scale_of("ceasefire", "russia", "west")).to_dict("records")

    assert rows[0] == {"Party": "Russia", "Step": "0", "Stated range": "0–1", "Reported as": "official text"}
    assert rows[1]["Party"] == "West"


@pytest.mark.parametrize("day", ["2022-02-24", "2022-03-29"])
def test_every_scaled_issue_can_be_drawn_on_any_day(day: str) -> None:
    """Also before anybody spoke."""
    for issue in TABLES.dossier.issues:
        if issue.scale:
            scale = scale_of(issue.id, "russia", "ukraine", "west", "france", day=day)

            assert draw(scale, MARKS, "light").to_plotly_json()
            assert describe(scale).startswith(issue.name)
