"""A cell in marks: its point and day, and a mark for all that stands elsewhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given

from positions.analysis.words import Stance
from positions.model.dossier import Dossier
from positions.model.fields import UNDATED, last_day
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.disputed import stances_coders
from positions.text.lines import CellWords
from positions.text.marked import CONDITION, DOUBT, marked_words
from positions.text.tight import months_words, tight_lines
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
            assert bool(stances_coders(stances)) == cell.disputed
            assert stances_coders(stances) in found.evidence
            assert ("old words" in found.evidence) == cell.old
            assert ("low confidence" in found.evidence) == (cell.state == "weak")


def test_a_condition_is_marked_and_its_words_stand_elsewhere() -> None:
    """The point, the day, and that a condition is on record."""
    one = said("a", "north_head", 2, condition="only in May", said_on="2030-06-20")

    assert marked(one) == CellWords("Dam shared", (), "20 Jun 2030 · condition", (), ())


def test_the_months_are_never_more_than_is_known() -> None:
    """Words of a year alone have no month, and of words without a day it is said."""
    tables = tables_of(
        said("a", "north_head", 0, said_on="2030"),
        said("b", "north_head", 0, said_on="2030-03-02"),
        said("c", "north_head", 0, said_on="2030-05-02"),
        said("d", "north_head", 0, said_on="2031-01"),
        said("e", "north_head", 0, said_on=UNDATED),
    )
    told = {
        one: Stance(0, 0, False, False, last_day(tables.by_id[one].said_on), (), (one,), 1, ())
        for one in "abcde"
    }

    assert months_words(told["b"], told["c"], tables) == "Mar to May 2030"
    assert months_words(told["c"], told["a"], tables) == "2030"
    assert months_words(told["b"], told["d"], tables) == "2030 to 2031"
    assert months_words(told["e"], told["b"], tables) == "undated and Mar 2030"


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
