"""The coverage map says what the counts say, and only cells with statements can be clicked."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from typing import Any

import pytest

from components.charts.coverage_map import CoverageMap, describe, draw, table
from components.pages.evidence import coverage_maps
from positions.analysis.coverage import Count
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
SMALL = CoverageMap(
    "Issue",
    {"dam": "Dam", "toll": "Toll"},
    {"north": "Northland", "": "No side"},
    {("dam", "north"): Count(4, 3), ("dam", ""): Count(1, 0)},
)
EMPTY = CoverageMap("Issue", {"dam": "Dam"}, {"north": "Northland"}, {})


def bundled() -> dict[str, CoverageMap]:
    """Both maps of the bundled dossier on its last day."""
    return coverage_maps(TABLES, default_selection(TABLES.dossier))


def marks(coverage: CoverageMap) -> Any:
    """The unseen marks that answer a click."""
    return draw(coverage, "light").data[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("coverage", [SMALL, EMPTY, *bundled().values()])
def test_any_map_can_be_drawn(coverage: CoverageMap, scheme: Any) -> None:
    """Every map has its figure, words and table, also one without a single statement."""
    assert draw(coverage, scheme).to_plotly_json()
    assert describe(coverage).startswith(coverage.heading)
    assert len(table(coverage)) == len(coverage.rows)


def test_own_statements_come_first_and_all_in_brackets() -> None:
    """A cell reads "3 (4)"; one without statements is a plain 0."""
    assert table(SMALL).to_numpy().tolist() == [["Dam", "3 (4)", "0 (1)"], ["Toll", "0", "0"]]
    assert [note.text for note in draw(SMALL, "light").layout.annotations][:4] == ["3 (4)", "0 (1)", "0", "0"]


def test_zero_has_no_shade_and_an_outline() -> None:
    """What was not found is paper with a thin line, never the faintest shade."""
    figure: Any = draw(SMALL, "light")

    shades = [[None if math.isnan(one) else one for one in row] for row in figure.data[0].z]
    assert shades == [[1.0, 0.5], [None, None]]
    assert len(figure.layout.shapes) == 2


def test_only_cells_with_statements_answer_a_click() -> None:
    """The answer names row and side, and nothing for the side of commentary."""
    assert list(marks(SMALL).customdata) == ["dam.north", "dam."]
    assert list(zip(marks(SMALL).x, marks(SMALL).y, strict=True)) == [(0, 0), (1, 0)]


def test_the_words_say_where_the_evidence_is_and_is_not() -> None:
    """The thickest cell and, side by side, the number of empty ones."""
    assert describe(SMALL) == (
        "Issue by side: the fullest cell is Dam, Northland, with 4 statements, 3 can set a cell. "
        "No statement: Northland in 1 of 2 and No side in 1 of 2."
    )
    assert describe(EMPTY) == "Issue by side: no statement yet."


def test_the_maps_count_every_statement_once() -> None:
    """Per issue and per source, all 277 statements of the dossier are in some cell."""
    for coverage in bundled().values():
        assert sum(count.statements for row in coverage.grid() for count in row) == 277
        assert sum(count.own for row in coverage.grid() for count in row) == 168


def test_nothing_said_later_is_counted() -> None:
    """On an earlier day there is less evidence, and the map shows it."""
    earlier = replace(default_selection(TABLES.dossier), day=dt.date(2022, 2, 24))

    assert all(coverage.most == 0 for coverage in coverage_maps(TABLES, earlier).values())


def test_names_are_text_in_the_map() -> None:
    """A name that looks like a tag is printed, not obeyed."""
    sly = CoverageMap("Issue", {"x": "<b>Dam"}, {"y": "<i>N"}, {("x", "y"): Count(1, 1)})
    figure = draw(sly, "light")

    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;Dam",)
    assert figure.layout.annotations[-1].text == "&lt;i&gt;N"
