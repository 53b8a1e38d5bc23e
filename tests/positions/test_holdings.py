"""What a dossier holds: every statement, source, name and kind of cell is counted once."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from positions.analysis.coverage import statement_counts
from positions.frames import typed_rows
from positions.holdings import (
    authority_table,
    blank_table,
    effort_table,
    grouping_table,
    mode_table,
    name_table,
    source_table,
)
from positions.loading import dossier_folder, load_dossier
from positions.models import Dossier
from positions.tables import Cell, Tables, standing
from tests.positions.factories import AS_OF, FEW, dossier_of, dossiers, said, tables_of

BUNDLED = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
CELLS = typed_rows(standing(BUNDLED, dt.date(2022, 4, 5)), Cell)


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
        ["Harbour", "its own", 0, 0, 0, 0],
        ["League", "its own", 0, 0, 0, 0],
        ["Northland", "its own", 1, 0, 0, 1],
        ["Northland", "dissent within", 1, 0, 0, 1],
        ["Northland", "claims about others", 0, 0, 1, 1],
        ["Southland", "its own", 0, 0, 0, 0],
        ["Nobody's", "commentary", 1, 0, 0, 1],
    ]


def test_own_statements_are_those_that_the_measure_counts() -> None:
    """The table of effort and the coverage map count the same statements as own."""
    counts = statement_counts(BUNDLED.statements, "source")
    effort = effort_table(BUNDLED)
    own = effort[effort["Statements"] == "its own"]

    assert dict(zip(own["Side"], own["All"], strict=True)) == {
        BUNDLED.names[str(party)]: rows["own"].sum() for party, rows in counts.groupby("party") if party
    }


def test_sources_say_what_is_not_known() -> None:
    """A publisher that is not printed, an estimated day and a translation are said to be so."""
    rows = source_table(BUNDLED).set_index("Source")

    assert rows.loc["Second-round report", "Publisher"] == "not printed"
    assert rows.loc["Second-round report", "Day"] == "about 4 Mar 2022"
    assert rows.loc["Opinion article", "Original language"] == "not known"
    assert (rows.loc["Xinhua", "Original language"], rows.loc["Xinhua", "Translated"]) == ("as read", "no")
    assert rows.loc["Xinhua", "Publisher"] == "People's Daily Online, Xinhua (Chinese state news agency)"
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


def test_groupings_name_the_members_they_rest_on() -> None:
    """A grouping's position is listed with its members and marked when they are few."""
    assert grouping_table(CELLS, BUNDLED).to_numpy().tolist() == [
        ["West", "Security guarantees", "1 of 8 members: France", "Assurances; the form still open", "thin"],
        [
            "West",
            "Ceasefire",
            "2 of 8 members: France and Germany",
            "General ceasefire first, terms later",
            "thin",
        ],
    ]


def test_each_kind_of_blank_is_counted() -> None:
    """The counts are those of the cells that are given."""
    cells = typed_rows(standing(tables_of(said("a", "north_head")), AS_OF), Cell)
    rows = blank_table(cells, {"ambiguous": "a look", "not_stated": "another"})

    assert list(rows["Cell says"]) == ["Said, but not placeable", "Not stated"]
    assert list(rows["Cells"]) == [1, len(cells) - 1]
