"""Statements of a year, a range, about a day, or without one: counted by rule and printed as given."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from positions.reading.dossier import load_dossier
from positions.selection import default_selection, years_of
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.view import View, cell_at, view_of
from tests.conftest import Changed

# The statement that sets Southland's position on access, the last words of the side on it.
ROW = "southland,,sudby,access,{},explicit,official_text"
SAID = "2031-05-14"
KEY = ("southland", "access")


def view(changed: Changed, said_on: str, day: dt.date | None = None) -> View:
    """The training case as of a day, with that statement said on another date."""
    folder = changed(
        statements=[(ROW.format(SAID), ROW.format(said_on))],
        sources=[('"date-parts": [[2031, 5, 14]]', '"date-parts": [[2031]]')],
    )
    tables = Tables(load_dossier(folder), folder)
    return view_of(tables, default_selection(tables.dossier, day))


def words(shown: View) -> str:
    """Everything that the cell says."""
    said = cell_words(shown.cell(*KEY), shown.tables)
    return "\n".join((said.title, *said.body, said.evidence, *said.others, *said.notes))


@pytest.mark.parametrize(
    ("said_on", "printed", "counts_from"),
    [
        ("2031-05-12/2031-05-14", "12–14 May 2031", dt.date(2031, 5, 14)),
        ("2031-05-12/14", "12–14 May 2031", dt.date(2031, 5, 14)),
        ("2031-05~", "about May 2031", dt.date(2031, 5, 31)),
        ("2031-05", "May 2031", dt.date(2031, 5, 31)),
        ("2031-06-02~", "about 2 Jun 2031", dt.date(2031, 6, 2)),
    ],
)
def test_a_date_counts_from_its_last_day(
    changed: Changed, said_on: str, printed: str, counts_from: dt.date
) -> None:
    """The day before, nobody had said it; on the day, the cell names the date as it was given."""
    shown, before = (view(changed, said_on, counts_from - dt.timedelta(days=days)) for days in (0, 1))
    statement = next(one for one in shown.tables.dossier.statements if one.id == "courier-1")

    assert printed in words(shown)
    assert statement.id in shown.cell(*KEY).statements
    assert statement.id not in before.cell(*KEY).statements


def test_undated_words_count_over_the_whole_period_and_have_no_age(changed: Changed) -> None:
    """From the first day on they hold until dated words follow; no day is printed for them."""
    first = view(changed, "undated", dt.date(2031, 3, 1))
    cell = first.cell(*KEY)

    assert cell.statements == ("courier-1",)
    assert "undated" in words(first)
    assert not re.search(r"\d{4}|old", words(first))
    assert not first.tables.old(cell.stances[0][1].day, dt.date(2999, 1, 1))
    assert cell_at(first.tables, *KEY, first.day, 1).statements == cell.statements
    assert years_of(first.tables.dossier) == ["2031", "undated"]
