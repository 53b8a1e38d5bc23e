"""A cell in marks: its point and day, and a mark for all that stands elsewhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.lines import CellWords
from positions.text.marked import CONDITION, DIFFER, DOUBT, marked_words
from positions.text.tight import tight_lines
from tests.positions.factories import AS_OF, FEW, SINGLES, cell_at, days, dossiers, said, tables_of


def marked(*statements: Statement, holder: str = "north") -> CellWords:
    """The dam cell of a side in marks."""
    tables = tables_of(*statements)
    cell = cell_at(tables, holder, "dam", AS_OF)
    return marked_words(cell, cell_words(cell, tables), tables)


@given(dossiers(), days)
@FEW
def test_no_condition_doubt_or_age_lacks_its_mark(dossier: Dossier, day: dt.date) -> None:
    """Whatever a position rests on, its marks say so, under the title that a tight cell has."""
    tables = Tables(dossier, Path())

    for holder in (*SINGLES, "league"):
        for issue in tables.scales:
            cell = cell_at(tables, holder, issue, day)
            words = cell_words(cell, tables)
            found = marked_words(cell, words, tables)
            stances = [stance for _, stance in cell.stances]
            assert found.title == tight_lines(cell, words, tables).title
            if cell.blank or not tables.scales[issue].measured:
                continue
            assert (CONDITION in found.evidence) == any(one.conditions for one in stances)
            assert (DOUBT in found.evidence) == any(one.doubt for one in stances)
            assert (DIFFER in found.evidence) == cell.disputed
            assert ("old words" in found.evidence) == cell.old
            assert ("low confidence" in found.evidence) == (cell.state == "weak")


def test_a_condition_is_marked_and_its_words_stand_elsewhere() -> None:
    """The point, the day, and that a condition is on record."""
    one = said("a", "north_head", 2, condition="only in May", said_on="2030-06-20")

    assert marked(one) == CellWords("Dam shared", (), "20 Jun 2030 · condition", (), ())


def test_words_of_several_days_have_the_months_and_as_many_conditions() -> None:
    """Of members that agree the months from the first to the last, and that there are conditions."""
    found = marked(
        said("a", "east_head", 2, condition="only in May", said_on="2030-05-20"),
        said("b", "west_head", 2, condition="only in June", said_on="2030-06-20"),
        said("c", "isle_head", 2, said_on="2030-06-21"),
        holder="league",
    )

    assert found.evidence == "May to Jun 2030 · conditions"


def test_a_blank_says_its_kind_alone() -> None:
    """What was said in its place stands in the notes."""
    assert marked(holder="south").lines == ("Not researched",)
