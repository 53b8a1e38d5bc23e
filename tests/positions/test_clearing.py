"""Cleared by two persons: what is left out is counted and never told as silence."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.address import address_of, selection_at
from positions.clearing import cleared_dossier
from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.fields import first_day
from positions.reading.dossier import STATEMENTS, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.headline import source_line
from positions.view import View
from tests.conftest import Changed
from tests.positions.factories import FEW

OTHER_BLANKS = ("not_stated", "not_researched")


def marked(dossier: Dossier, cleared: set[int]) -> Dossier:
    """The dossier with the statements at these places cleared, the others proposed."""
    statements = tuple(
        one.model_copy(update={"status": "cleared" if place in cleared else "proposed"})
        for place, one in enumerate(dossier.statements)
    )
    return dossier.model_copy(update={"statements": statements, "clearing": True})


def shown(dossier: Dossier, *, cleared: bool) -> View:
    """The landing view, of all statements or of the cleared ones."""
    return View(Tables(dossier, Path()), replace(default_selection(dossier), cleared=cleared))


@given(st.sets(st.integers(0, 33)))
@FEW
def test_cleared_only_is_the_dossier_of_the_cleared_statements(cleared: set[int]) -> None:
    """Cells and gaps are those of the record without the others; blanks alone may have another reason."""
    dossier = marked(load_dossier("training-strait"), cleared)
    view = shown(dossier, cleared=True)
    alone = shown(cleared_dossier(dossier)[0], cleared=False)

    assert {one for cell in view.cells for one in cell.statements} <= {
        dossier.statements[place].id for place in cleared
    }
    assert view.gaps == alone.gaps
    for cell, other in zip(view.cells, alone.cells, strict=True):
        assert replace(cell, state=other.state) == other
        assert cell.state == other.state or (cell.state == "left_out" and other.state in OTHER_BLANKS)


def test_what_is_not_cleared_is_left_out_and_not_silence(small: Dossier) -> None:
    """With nothing cleared every cell that had words says so; what had none is blank as before."""
    dossier = marked(small, set())
    for cell, all_of_it in zip(
        shown(dossier, cleared=True).cells, shown(dossier, cleared=False).cells, strict=True
    ):
        assert (cell.state == "left_out") == (all_of_it.state not in (*OTHER_BLANKS, "not_applicable"))
    view = shown(dossier, cleared=True)

    assert cell_words(view.cell("northland", "access"), view.tables).title == "Only words that you left out"


def test_words_said_later_are_no_reason_for_a_blank(small: Dossier) -> None:
    """On a day before the first uncleared words nothing was left out."""
    dossier = marked(small, set())
    first = min(one.said_on for one in dossier.statements)
    early = replace(default_selection(dossier), cleared=True, day=first_day(dossier.period.first))

    assert first > "2031-03-01"
    assert "left_out" not in {cell.state for cell in View(Tables(dossier, Path()), early).cells}


def test_the_line_below_counts(small: Dossier) -> None:
    """With all statements and without the others; nothing where the dossier does not ask for clearing."""
    dossier = marked(small, {0, 1, 2})

    assert "3 of 34 statements cleared" in source_line(shown(dossier, cleared=False))
    assert "cleared statements only: 3 of 34 statements" in source_line(shown(dossier, cleared=True))
    assert "cleared" not in source_line(shown(small, cleared=False))


def test_the_address_carries_it_where_it_is_offered(small: Dossier) -> None:
    """A link shows the same; a dossier that asks for nothing does not know the word."""
    dossier = marked(small, {0})
    selection = replace(default_selection(dossier), cleared=True)

    assert selection_at(address_of(selection, dossier), dossier) == (selection, None)
    assert "cleared" not in address_of(default_selection(dossier), dossier)
    assert selection_at({"cleared": "1"}, small) == (
        default_selection(small),
        "Part of this link could not be read (cleared); the rest of it is shown.",
    )


def cleared_by_one(folder: Path) -> Path:
    """The folder, in which one person has proposed and cleared the first statement."""
    path = folder / STATEMENTS
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "status", "by", "checked_by"], lineterminator="\n")
        writer.writeheader()
        writer.writerows([{**rows[0], "status": "cleared", "by": "AB", "checked_by": "AB"}, *rows[1:]])
    return folder


def test_one_line_asks_for_it(changed: Changed) -> None:
    """Without the line nobody is asked who proposed; with it who proposed cannot clear."""
    plain = cleared_by_one(changed())
    asked = cleared_by_one(changed(dossier=[("window: 20", "window: 20\nclearing: true")]))

    assert load_dossier(plain).statements[0].status == "cleared"
    with pytest.raises(DossierError, match="checked_by: 'AB' is not another person than AB"):
        load_dossier(asked)
