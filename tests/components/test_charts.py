"""Figures say what their tables say, for the whole dossier, for one row and for none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from components.charts.pair_map import PairMap
from components.charts.pair_map import describe as describe_pairs
from components.charts.pair_map import draw as draw_pairs
from components.charts.pair_map import table as table_of_pairs
from components.charts.range_plot import RangePlot, describe, draw, table
from components.theme import party_marks
from positions.analysis.gap import Gap, pair_gaps
from positions.frames import typed_rows
from positions.loading import dossier_folder, load_dossier
from positions.tables import Cell, Tables, comparable, standing
from tests.components.figures import marks_of, notes_of

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
PARTIES = ("russia", "turkey", "ukraine", "west")
ISSUES = ("neutrality", "crimea", "donbas", "security_guarantees", "ceasefire", "sanctions")


def parts(
    day: str, holders: Sequence[str] = PARTIES, issues: Sequence[str] = ISSUES
) -> tuple[RangePlot, PairMap]:
    """Both charts of a view of the bundled dossier."""
    cells = standing(TABLES, dt.date.fromisoformat(day))
    gaps = typed_rows(pair_gaps(comparable(cells, holders, issues)), Gap)
    shown = [TABLES.scales[issue] for issue in issues]
    rows = [cell for cell in typed_rows(cells, Cell) if cell.holder in holders]
    return RangePlot(shown, rows, gaps), PairMap(shown, holders, TABLES.names, gaps)


@pytest.mark.parametrize(
    ("day", "holders", "issues"),
    [
        ("2022-04-05", PARTIES, ISSUES),
        ("2022-02-24", PARTIES, ISSUES),
        ("2022-04-05", ("russia", "ukraine"), ("crimea",)),
        ("2022-04-05", ("russia", "ukraine"), ("sanctions",)),
        ("2022-04-05", ("west", "france", "germany", "us"), ISSUES),
    ],
)
def test_charts_can_be_drawn_for_any_view(day: str, holders: Sequence[str], issues: Sequence[str]) -> None:
    """Every view has its figures, sentences and tables, also one without a single position."""
    plot, pairs = parts(day, holders, issues)

    assert draw(plot, party_marks(TABLES.dossier), "light").to_plotly_json()
    assert draw_pairs(pairs, "dark").to_plotly_json()
    assert len(table(plot)) == len(plot.rows()) * len(holders)
    assert len(table_of_pairs(pairs)) == len([issue for issue in issues if TABLES.scales[issue].scale])
    assert isinstance(describe(plot), str)
    assert isinstance(describe_pairs(pairs), str)


def test_a_mark_stands_at_the_step_of_the_position() -> None:
    """Where a party stands in the figure is where the table says it stands."""
    plot, _ = parts("2022-04-05", PARTIES, ("crimea",))
    figure = draw(plot, party_marks(TABLES.dossier), "light")

    assert {name: mark.x[0] for name, mark in marks_of(figure).items()} == {"Russia": 0.0, "Ukraine": 0.5}


def test_who_stated_nothing_is_never_on_the_scale() -> None:
    """A blank is named in words below the scale and has no mark at any step."""
    plot, _ = parts("2022-04-05", PARTIES, ("crimea",))
    figure = draw(plot, party_marks(TABLES.dossier), "light")

    assert "West" not in marks_of(figure)
    assert any("West and Turkey: not stated" in text for text in notes_of(figure))
    assert "nothing placed for" in describe(plot)


def test_rows_run_from_the_widest_gap_down() -> None:
    """The reader meets the widest gap first and issues without a pair last."""
    plot, _ = parts("2022-04-05")

    widest = [row[2][0].gap if row[2] else -1 for row in plot.rows()]
    assert widest == sorted(widest, reverse=True)


def test_the_map_prints_a_dash_where_there_is_no_gap() -> None:
    """A pair of which one stated nothing has a dash, not a zero."""
    _, pairs = parts("2022-04-05", ("russia", "west"), ("crimea", "ceasefire"))

    assert list(table_of_pairs(pairs)["Russia – West"]) == ["–", "3 (2–3)"]


def test_names_are_text_in_a_figure() -> None:
    """A name that looks like a tag is printed, not obeyed."""
    plot, _ = parts("2022-04-05", ("russia", "ukraine"), ("crimea",))
    issue = plot.issues[0].model_copy(update={"name": "<b>Crimea</b>"})
    figure = draw(RangePlot([issue], plot.cells, plot.gaps), party_marks(TABLES.dossier), "light")

    assert any("&lt;b&gt;Crimea" in text for text in notes_of(figure))


def test_arrows_lead_from_the_earlier_position_to_the_later() -> None:
    """Compared with an earlier day, who moved has an arrow, and who stood still has none."""
    plot, _ = parts("2022-04-05", PARTIES, ("leaders_meeting", "donbas"))
    before, _ = parts("2022-03-29", PARTIES, ("leaders_meeting", "donbas"))
    compared = RangePlot(plot.issues, plot.cells, plot.gaps, earlier=before.cells)
    arrows = [
        note for note in notes_of(draw(compared, party_marks(TABLES.dossier), "light")).values() if note.axref
    ]

    assert [(arrow.ax, arrow.x) for arrow in arrows] == [(0.25, 0.5)]


def test_overlapping_ranges_are_stacked() -> None:
    """Bars of two parties never lie on top of each other."""
    plot, _ = parts("2022-04-05", PARTIES, ("leaders_meeting",))
    marks = marks_of(draw(plot, party_marks(TABLES.dossier), "light"))

    heights = [marks[name].y[0] for name in ("Russia", "Turkey", "Ukraine")]
    assert len(set(heights)) == 3
