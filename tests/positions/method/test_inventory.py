"""What a dossier holds: every statement, source, name and kind of cell is counted once."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from positions.analysis.coverage import statement_counts
from positions.method.inventory import (
    authority_table,
    blank_table,
    effort_table,
    grouping_table,
    mode_table,
    name_table,
    source_table,
)
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.labels import BLANK_WORDS
from positions.view import View, view_of
from tests.positions.factories import AS_OF, FEW, dossier_of, dossiers, said, tables_of

BUNDLED = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
VIEW = view_of(BUNDLED, default_selection(BUNDLED.dossier, dt.date(2022, 4, 5)))


@given(dossiers())
@FEW
def test_every_statement_is_in_each_table_once(dossier: Dossier) -> None:
    """Modes, authorities, and the table of effort each add up to all statements."""
    tables = tables_of(*dossier.statements)
    effort = effort_table(tables)

    assert mode_table(tables.dossier)["Statements"].sum() == len(dossier.statements)
    assert authority_table(tables)["Statements"].sum() == len(dossier.statements)
    assert effort["All"].sum() == len(dossier.statements)
    assert effort.iloc[:, 2:-1].to_numpy().sum() == len(dossier.statements)


def test_effort_worked_by_hand() -> None:
    """Own words, dissent, claims and commentary stand apart; a silent side has its row of zeros."""
    tables = tables_of(
        said("a", "north_head", 1),
        said("b", "north_rebel"),
        said("c", "north_head", mode="attributed", about=("south",), source="wire"),
        said("d", "pundit", mode="commentary", about=("south",)),
    )

    assert effort_table(tables).to_numpy().tolist() == [
        ["Harbour", "own words", 0, 0, 0, 0],
        ["League", "own words", 0, 0, 0, 0],
        ["Northland", "own words", 1, 0, 0, 1],
        ["Northland", "dissent within", 1, 0, 0, 1],
        ["Northland", "claims about others", 0, 0, 1, 1],
        ["Southland", "own words", 0, 0, 0, 0],
        ["Nobody's", "commentary", 1, 0, 0, 1],
    ]


def test_own_statements_are_those_that_the_measure_counts() -> None:
    """The table of effort and the coverage map count the same statements as own."""
    counts = statement_counts(BUNDLED.statements, "source")
    effort = effort_table(BUNDLED)
    own = effort[effort["Statements"] == "own words"]

    assert dict(zip(own["Side"], own["All"], strict=True)) == {
        BUNDLED.names[str(party)]: rows["own"].sum() for party, rows in counts.groupby("party") if party
    }


def test_sources_say_what_is_not_known() -> None:
    """A publisher that is not printed, an estimated day and a translation are said to be so."""
    rows = source_table(BUNDLED).set_index("Source")

    assert rows.loc["Second-round report", "Publisher"] == "not printed"
    assert rows.loc["Second-round report", "Day"] == "about 4 Mar 2022"
    assert rows.loc["Opinion article", "Read"] == "translated, original language not known"
    assert rows.loc["China News Service", "Read"] == "machine-translated from Chinese"
    assert rows.loc["Xinhua", "Read"] == "as it was written"
    assert (
        rows.loc["Xinhua", "Publisher"]
        == "People's Daily Online, Xinhua (state-owned or public outlet of China)"
    )
    assert set(rows["Searched for"]) == {"every side, every issue"}


def test_what_was_searched_is_named() -> None:
    """A source that was read for one side and issue says which; one never searched says so."""
    searched = [{"source": "gazette", "parties": ("north",), "issues": ("dam", "toll")}]
    rows = source_table(Tables(dossier_of(searched=searched), BUNDLED.folder))

    assert list(rows["Searched for"]) == ["Northland, Dam and Toll", "not searched", "not searched"]


def test_names_as_printed() -> None:
    """Whoever is printed otherwise somewhere is listed once, with all spellings."""
    rows = name_table(BUNDLED.dossier).set_index("Written here")["As printed"]

    assert rows["Vladimir Medinsky"] == "Mejinsky, Mekinsky"
    assert rows.index.is_unique
    assert name_table(dossier_of()).empty


def landing(*statements: Statement) -> View:
    """The landing view of the fictional dossier with these statements, on AS_OF."""
    tables = tables_of(*statements)
    return view_of(tables, default_selection(tables.dossier, AS_OF))


def test_groupings_name_the_members_they_rest_on() -> None:
    """A grouping's position is listed with how it is told, how many states spoke, and each member's words."""
    one, two = said("a", "east_head", 1), said("b", "west_head", 1, said_on="2030-05-11")
    apart = said("c", "isle_head", 4)

    assert grouping_table(landing(one)).to_numpy().tolist() == [
        [
            "League",
            "Dam",
            "by name",
            "1 of 4 states",
            "East: Dam half open (10 May 2030 · East head · 1 source)",
        ]
    ]
    assert list(grouping_table(landing(one, two))["Told as"]) == ["agreed"]
    assert list(grouping_table(landing(one, two, apart))["Told as"]) == ["split"]
    assert grouping_table(landing()).empty


def test_every_grouping_with_a_position_is_listed() -> None:
    """The table has one row for each placed cell of a grouping on screen, and no other."""
    rows = grouping_table(VIEW)

    assert list(zip(rows["Grouping"], rows["Issue"], strict=True)) == [
        (cell.name, cell.issue_name) for cell in VIEW.cells if cell.grouped and cell.placed
    ]


def test_each_kind_of_blank_is_counted() -> None:
    """The counts are those of the cells of the view."""
    view = landing(said("a", "north_head"))
    rows = blank_table(view, {"ambiguous": "a look", "not_researched": "another"})

    assert list(rows["Cell says"]) == [BLANK_WORDS["ambiguous"], BLANK_WORDS["not_researched"]]
    assert list(rows["Cells"]) == [1, len(view.cells) - 1]


def test_a_state_with_a_position_has_a_name_too() -> None:
    """Weak and split cells can be listed beside the blanks."""
    rows = blank_table(landing(), {"weak": "pale", "split": "in two"})

    assert list(rows["Cell says"]) == ["low confidence", "members on different steps"]
