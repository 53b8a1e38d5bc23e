"""A side that names different steps on one day: they stand together, and the cell says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import permutations

import pytest

from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.cell_sentences import cell_sentences
from positions.text.stance import CONTRADICTS
from positions.view import view_of
from tests.conftest import Changed

DAY = dt.date(2031, 6, 12)
ROW = (
    "x-{n},{source},,,northland,,norrin,access,2031-06-12,explicit,direct_quote,,"
    "{low},{high},{spread},,{words},,,high,a,\n"
)
LAST = "courier-1,courier,46"


def said(changed: Changed, rows: Sequence[tuple[str, int, int, str]]) -> Tables:
    """The training case with words of Norrin on one day: source, lowest and highest step, spread."""
    added = "".join(
        ROW.format(n=n, source=source, low=low, high=high, spread=spread, words=f"Norrin {low}.")
        for n, (source, low, high, spread) in enumerate(rows)
    )
    folder = changed(
        statements=[(LAST, added + LAST)],
        sources=[
            ('"date-parts": [[2031, 5, 12]]', '"date-parts": [[2031]]'),
            ('"date-parts": [[2031, 5, 14]]', '"date-parts": [[2031]]'),
        ],
    )
    return Tables(load_dossier(folder), folder)


@pytest.mark.parametrize("rows", list(permutations([("gazette", 1, 1, ""), ("courier", 3, 3, "")])))
def test_steps_apart_in_two_documents_are_a_range_that_contradicts_itself(
    changed: Changed, rows: Sequence[tuple[str, int, int, str]]
) -> None:
    """Nobody's middle is chosen, whatever the order of rows; every text says why there is a range."""
    tables = said(changed, rows)
    view = view_of(tables, default_selection(tables.dossier, DAY))
    cell = view.cell("northland", "access")
    point = cell.position.point
    assert point is not None

    assert (point.low, point.high, point.doubt, point.contradicts) == (1, 3, False, True)
    assert any(note.startswith(CONTRADICTS) for note in cell_words(cell, tables).notes)
    assert CONTRADICTS in " ".join(one.words for one in cell_sentences(cell, tables))


@pytest.mark.parametrize(
    "rows",
    [
        [("gazette", 1, 1, ""), ("gazette", 3, 3, "")],
        [("gazette", 1, 2, "said"), ("courier", 2, 3, "said")],
        [("gazette", 1, 1, ""), ("courier", 1, 1, "")],
        [("gazette", 1, 2, "doubt"), ("courier", 3, 4, "doubt")],
    ],
)
def test_one_document_a_shared_step_and_a_doubt_are_no_contradiction(
    changed: Changed, rows: Sequence[tuple[str, int, int, str]]
) -> None:
    """Rows of one document are one position, and a coder's doubt is not the side's."""
    tables = said(changed, rows)
    cell = view_of(tables, default_selection(tables.dossier, DAY)).cell("northland", "access")
    point = cell.position.point
    assert point is not None

    assert not point.contradicts
    assert CONTRADICTS not in "\n".join(cell_words(cell, tables).notes)
