"""CSV files: one row per cell, pair and statement, opened again by the csv module."""

from __future__ import annotations

import csv
import io

from positions.cell import PLACED_STATES
from positions.export.cell_text import unmarked
from positions.export.table import ENCODING, changes_csv, gaps_csv, matrix_csv, statements_csv
from positions.model.dossier import Dossier, KeptColumn
from positions.model.statements import STATEMENT_COLUMNS
from positions.reading.dossier import load_dossier
from positions.text.movement import change_rows
from tests.positions.export.hostile import HOSTILE, hostile_view, view_of

ISTANBUL = load_dossier("istanbul-2022")


def rows_in(written: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file by their heads."""
    return list(csv.DictReader(io.StringIO(written.decode(ENCODING), newline="")))


def test_the_matrix_has_one_row_per_cell() -> None:
    """Five issues by three parties, each with step, range, words, condition, statement and source."""
    rows = rows_in(matrix_csv(view_of(ISTANBUL)))
    crimea = next(row for row in rows if (row["issue"], row["holder"]) == ("crimea", "ukraine"))

    assert len(rows) == 15
    assert crimea["state"] == "stated"
    assert crimea["words"] == "Deferred; no force"
    assert crimea["conditions"] == "only once there is a complete ceasefire"
    assert (crimea["point_low"], crimea["point_high"], crimea["last_step"]) == ("2", "2", "4")
    assert crimea["said_on"] == "2022-03-29"
    assert set(crimea["statements"].split(";")) <= {one.id for one in ISTANBUL.statements}


def test_a_blank_is_empty_and_named_and_never_zero(small: Dossier) -> None:
    """A cell without a position has no point, nobody who said it, and a word for why."""
    cells = rows_in(matrix_csv(view_of(small)))
    blanks = [row for row in cells if row["state"] not in PLACED_STATES]

    assert blanks
    assert {(row["point_low"], row["point_high"]) for row in blanks} == {("", "")}
    assert all(row["words"] for row in blanks)


def test_gaps_have_their_interval_and_words() -> None:
    """Gap, shortest and longest distance in steps, the relation, what it rests on, and the steps in words."""
    rows = rows_in(gaps_csv(view_of(ISTANBUL)))
    ceasefire = next(row for row in rows if row["issue"] == "ceasefire")

    assert (ceasefire["first"], ceasefire["second"]) == ("russia", "ukraine")
    assert (ceasefire["gap"], ceasefire["least"], ceasefire["most"]) == ("2", "2", "2")
    assert (ceasefire["relation"], ceasefire["basis"]) == ("apart", "firm")
    assert ceasefire["words"] == "2 of 4 steps: from Reduced in places to General ceasefire first"


def test_changes_have_both_days_and_both_positions(small: Dossier) -> None:
    """Each actor has the position before and after, each with its own day, and the change in words."""
    view = view_of(small)
    rows = rows_in(changes_csv(view))

    assert view.since is not None
    assert len(rows) == len(change_rows(view)) > 0
    assert {(row["earlier_day"], row["later_day"]) for row in rows} == {
        (view.since.isoformat(), view.day.isoformat())
    }
    assert all(row["before"] and row["after"] and row["words"] for row in rows)


def test_statements_keep_every_coded_column(small: Dossier) -> None:
    """The columns of statements.csv come first, in their order, with their values."""
    rows = rows_in(statements_csv(view_of(small)))
    coded = {one.id: one for one in small.statements}

    assert tuple(rows[0])[: len(STATEMENT_COLUMNS)] == STATEMENT_COLUMNS
    assert {row["issue"] for row in rows} == {issue.id for issue in small.issues if issue.core}
    for row in rows:
        assert unmarked(row["summary"]) == coded[row["id"]].summary
        assert unmarked(row["condition"]) == (coded[row["id"]].condition or "")
        assert row["about"] == ";".join(coded[row["id"]].about)


def test_no_cell_would_run_in_a_spreadsheet() -> None:
    """Formulas in texts arrive as text in all four files and can be read back."""
    view = hostile_view()
    files = [rows_in(made(view)) for made in (matrix_csv, gaps_csv, changes_csv, statements_csv)]
    cells = [value for rows in files for row in rows for value in row.values()]

    assert not [value for value in cells if value[:1] in tuple("=+-@\t\r\n＝＋－＠")]
    assert {unmarked(row["summary"]) for row in files[3]} == set(HOSTILE)


def test_columns_of_ones_own_are_written_back(small: Dossier) -> None:
    """What is not known here leaves as it came; what this program once wrote is not written twice."""
    first = small.statements[0].id
    own = (
        KeptColumn(name="=mine", cells={first: "=1+1"}),
        KeptColumn(name="office", cells={first: "Clerk"}),
    )
    rows = rows_in(statements_csv(view_of(small.model_copy(update={"kept": own}))))
    plain = rows_in(statements_csv(view_of(small)))

    assert {row["id"]: unmarked(row["'=mine"]) for row in rows if row["'=mine"]} == {first: "=1+1"}
    assert [{name: cell for name, cell in row.items() if name != "'=mine"} for row in rows] == plain
