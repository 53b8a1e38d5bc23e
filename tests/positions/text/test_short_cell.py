"""What a tight cell says of a cell, and that it says how much it leaves out."""

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
from positions.text.cell_lines import CellWords
from positions.text.coder_differences import stances_coders
from positions.text.gaps import WidestWords
from positions.text.short_cell import (
    CONDITION,
    DOUBT,
    LeftOut,
    TightWords,
    marked_words,
    months_words,
    tight_lines,
    tight_pairs,
    tight_words,
)
from tests.positions.factories import AS_OF, FEW, SINGLES, cell_at, days, dossiers, said, tables_of


def tight(*statements: Statement, holder: str = "north", issue: str = "dam") -> TightWords:
    """The tight words of one cell over these statements."""
    tables = tables_of(*statements)
    cell = cell_at(tables, holder, issue, AS_OF)
    return tight_words(cell, cell_words(cell, tables), tables)


@given(dossiers(), days)
@FEW
def test_a_tight_cell_is_never_longer_and_never_empty(dossier: Dossier, day: dt.date) -> None:
    """Each has a title and whole lines, at most as many as the cell, and says when there are more."""
    tables = Tables(dossier, Path())

    for holder in (*SINGLES, "league"):
        for issue in tables.scales:
            cell = cell_at(tables, holder, issue, day)
            words = cell_words(cell, tables)
            found = tight_words(cell, words, tables)
            assert all(line and line == line.strip() for line in (found.title, *found.lines))
            assert found.others == words.others
            assert bool(found.left_out.short) <= bool(found.without_others.short)
            assert found.left_out.short or len((*found.lines, *found.others)) >= len(words.lines) - 2
            if cell.blank and words.lines[1:]:
                assert found.lines[0] in words.lines


def test_a_position_keeps_its_condition_day_speaker_and_sources() -> None:
    """What is left out is what else is current, and it is counted."""
    found = tight(
        said("a", "north_head", 2, condition="only in May", said_on="2030-06-20"),
        said("b", "north_envoy", 4, said_on="2030-06-15"),
    )

    assert found == TightWords(
        title="Dam shared",
        lines=("condition: only in May", "20 Jun 2030 · North head · 1 source"),
        asides=(),
        others=("before that, 15 Jun 2030 · North envoy: Dam open",),
        left_out=LeftOut(),
        without_others=LeftOut("+1 line", "1 more line in the evidence"),
        alone=LeftOut("+1 line", "1 more line in the evidence"),
    )


def test_medium_confidence_is_not_lost() -> None:
    """It stands in the evidence, and counts as a line that is left out."""
    found = tight(said("a", "north_head", 2, said_on="2030-06-20", confidence="medium"))

    assert found.lines == ("20 Jun 2030 · North head · 1 source",)
    assert found.left_out.short == "+1 line"


def test_a_split_grouping_says_how_many_members_stand_where() -> None:
    """One member is named, of several the names are in the evidence; how many states spoke stays."""
    found = tight(
        said("a", "east_head", 0, said_on="2030-06-20"),
        said("b", "west_head", 0, said_on="2030-06-20"),
        said("c", "isle_head", 3, said_on="2030-06-21"),
        holder="league",
    )

    assert found.title == "Split, 3 steps apart"
    assert found.lines == (
        "Dam closed: 2 members",
        "Dam mostly open: Isle",
        "Jun 2030 · 3 of 4 states",
    )


def test_a_grouping_told_by_name_keeps_the_name() -> None:
    """Nobody reads one member's words as those of all."""
    found = tight(said("a", "east_head", 1, said_on="2030-06-20"), holder="league")

    assert found.title == "East only: Dam half open"
    assert found.lines == ("20 Jun 2030 · East head · 1 source · 1 of 4 states",)


def test_of_many_pairs_one_is_named_and_the_rest_counted() -> None:
    """Two pairs are both named; reasons why there is no gap are all kept."""
    assert tight_pairs(WidestWords("4 of 4 steps", ("a", "b"), 4, 4)) == ("a", "b")
    assert tight_pairs(WidestWords("4 of 4 steps", ("a", "b", "c"), 4, 4)) == ("a", "2 more pairs")
    assert tight_pairs(WidestWords("not compared", ("a", "b", "c"))) == ("a", "b", "c")


def test_only_the_steps_with_the_most_members_are_told() -> None:
    """Of a split on three steps the two with the most members stand; the third is named as another step."""
    rows = (
        said("a", "east_head", 0),
        said("b", "west_head", 0),
        said("c", "isle_head", 2),
        said("d", "cape_head", 4),
        said("e", "council_head", 4),
    )
    shown = tight(*rows, holder="league")

    assert shown.lines[:-1] == ("Dam closed: 2 members", "Dam open: 2 members")
    assert shown.asides == ("other steps: Isle",)
    assert int(shown.alone.short[1]) == int(shown.left_out.short[1]) + 1


def test_a_speaker_is_named_once_in_words_that_fit_no_step() -> None:
    """The name before the words is not repeated as their subject."""
    plain = tight(said("a", "north_head", summary="North head speaks of the dam."))
    joined = tight(said("a", "north_head", summary="North head, in a letter, speaks of the dam."))

    assert plain.lines == ("10 May 2030 · North head speaks of the dam.",)
    assert joined.lines == ("10 May 2030 · North head, in a letter, speaks of the dam.",)


def test_members_of_one_day_keep_it_and_those_of_several_months_or_years_do_not() -> None:
    """Exact days stand in the evidence; the cell has the day, the months or the years."""

    def days(*written: str) -> str:
        names = ("east_head", "west_head", "isle_head")
        rows = [said(name, name, 0, said_on=day) for name, day in zip(names, written, strict=True)]
        return tight(*rows, holder="league").lines[-1].partition(" · ")[0]

    assert days("2030-06-20", "2030-06-20", "2030-06-20") == "20 Jun 2030"
    assert days("2030-05-20", "2030-06-20", "2030-06-21") == "May to Jun 2030"
    assert days("2029-12-31", "2030-06-20", "2030-06-21") == "2029 to 2030"


def test_a_page_that_stands_alone_counts_the_members_on_other_steps() -> None:
    """There is no evidence to open on paper, so the members of the steps left out are told."""
    rows = [
        said(name, f"{name}_head", step)
        for name, step in {"east": 0, "west": 0, "isle": 2, "cape": 4, "council": 4}.items()
    ]
    tables = tables_of(*rows)
    cell = cell_at(tables, "league")
    shown = tight_lines(cell, cell_words(cell, tables), tables)

    assert shown.body == ("Dam closed: 2 members", "Dam open: 2 members", "other steps: Isle")


@given(dossiers(), days)
@FEW
def test_screen_and_page_tell_the_same_of_a_cell(dossier: Dossier, day: dt.date) -> None:
    """What the page says of doubt, low confidence, age and other steps stands in the cell on screen too."""
    tables = Tables(dossier, Path())

    for holder in (*SINGLES, "league"):
        for issue in tables.scales:
            cell = cell_at(tables, holder, issue, day)
            words = cell_words(cell, tables)
            screen, page = tight_words(cell, words, tables), tight_lines(cell, words, tables)
            assert page.title == screen.title
            assert set(page.body) <= {*screen.lines, *screen.asides}
            last = " · ".join((*screen.lines[-1:], *screen.asides))
            assert all(part in last for part in page.evidence.split(" · ")), (page.evidence, last)
            for one in ("coder unsure", "contradicting words", "low confidence", "old words"):
                assert (one in page.evidence) == (one in last)


def test_a_doubt_stands_in_the_cell_whatever_room_there_is() -> None:
    """The hatched blocks of its strip are not all that tells it."""
    found = tight(said("a", "north_head", (1, 2), said_on="2030-06-20"))

    assert found.title == "Dam half open / Dam shared"
    assert found.lines == ("20 Jun 2030 · North head · 1 source · coder unsure",)
    assert (found.asides, found.alone.short) == ((), "")


def test_a_doubt_stands_beside_the_step_of_a_split_grouping_that_it_is_about() -> None:
    """Nobody reads it as that of all members, nor a range in doubt as one that was said."""
    found = tight(
        said("a", "east_head", 0, said_on="2030-06-20"),
        said("b", "west_head", (2, 3), said_on="2030-06-20"),
        said("c", "isle_head", 4, said_on="2030-06-20"),
        holder="league",
    )

    assert "Dam shared / Dam mostly open (in doubt): West" in "\n".join(found.lines + found.asides)
    assert "coder unsure" not in found.lines[-1]


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
