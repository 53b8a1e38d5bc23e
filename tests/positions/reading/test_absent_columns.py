"""Columns that a file of statements leaves out: assumed and told, filled from what is known, or one fault."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from positions.editing.statements import statement_rows, with_changes
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.codings import read_codings
from positions.reading.dossier import STATEMENTS, folder_files, read_dossier, read_files
from positions.reading.files import Files
from tests.conftest import Changed
from tests.positions.faults import findings_of

ASSUMED = "there is no such column, so it is taken as"


def without(path: Path, *columns: str) -> None:
    """Take columns out of a table."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    with path.open("w", encoding="utf-8", newline="") as file:
        kept = [name for name in rows[0] if name not in columns]
        writer = csv.DictWriter(file, kept, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_what_a_column_would_say_is_assumed_and_told(changed: Changed, small: Dossier) -> None:
    """A day is not called named by the source, and no placement is called sure."""
    folder = changed()
    without(folder / STATEMENTS, "date_basis", "confidence", "coder")
    reading = read_dossier(folder)

    assumed = {"date_basis": "inferred", "confidence": "medium", "coder": "a"}
    assert [str(one) for one in reading.repairs] == [
        f"statements.csv: row 1: {name}: {ASSUMED} {text!r} in every row" for name, text in assumed.items()
    ]
    assert reading.dossier.statements == tuple(one.model_copy(update=assumed) for one in small.statements)


@pytest.mark.parametrize("head", ["coders", "CODERS", "Coder name"])
def test_a_head_that_may_be_meant_is_a_fault(changed: Changed, head: str) -> None:
    """Nothing is assumed where somebody wrote the column under another head, capitals or not."""
    folder = changed(statements=[(",coder,note", f",{head},note")])

    (fault,) = findings_of(lambda: read_dossier(folder))
    assert (
        str(fault)
        == f"statements.csv: row 1: coder: missing, expected a column named coder; nearest: {head!r}"
    )


def test_a_coding_is_taken_as_that_of_its_coder(changed: Changed, small: Dossier) -> None:
    """Its file is named after who coded it."""
    folder = changed()
    without(folder / "codings" / "b.csv", "coder")
    codings = read_codings(small, folder)

    assert {one.coder for one in codings.statements["b"]} == {"b"}
    assert [str(one) for one in codings.repairs] == [
        f"codings/b.csv: row 1: coder: {ASSUMED} 'b' in every row"
    ]


def test_a_cell_that_is_left_empty_is_a_fault(changed: Changed) -> None:
    """Who has the column has a word for each row."""
    folder = changed(statements=[("every foreign hull,high,", "every foreign hull,,")])

    assert [(one.field, one.line, one.found) for one in findings_of(lambda: read_dossier(folder))] == [
        ("confidence", 2, None)
    ]


def test_a_column_that_an_edit_adds_says_of_other_rows_what_its_absence_said(
    changed: Changed, small: Dossier
) -> None:
    """Nothing else is changed by it, and the file is read as before."""
    folder = changed()
    without(folder / STATEMENTS, "confidence", "coder")
    files: Files = folder_files(folder)
    first = small.statements[0].id
    after = with_changes(files, first, {"confidence": "low"})

    expected = ["low", *["medium"] * (len(small.statements) - 1)]
    assert [row["confidence"] for row in statement_rows(after)[1]] == expected
    assert [one.confidence for one in read_files(after).dossier.statements] == expected
    assert "coder" not in statement_rows(after)[0]


def test_the_member_is_that_of_the_speaker(changed: Changed, small: Dossier) -> None:
    """Who speaks for a member of a grouping need not be asked for which, and is told what was taken."""
    folder = changed()
    without(folder / STATEMENTS, "member")
    reading = read_dossier(folder)

    assert reading.dossier.statements == small.statements
    first = next(str(one) for one in reading.repairs)
    assert first == (
        "statements.csv: row 15 (wire-1): member: empty, so it is taken as 'brack' "
        "(for which the speaker speaks; 4 times)"
    )


def test_no_member_is_taken_on_a_day_that_is_none(changed: Changed) -> None:
    """Whom one who changes sides spoke for hangs on the day, which is the fault that is told."""
    side = "party: coast, member: brack"
    later = f"{side}, offices: [{{since: 2031-06-30, office: Envoy, party: coast, member: dune}}]"
    folder = changed(
        dossier=[(f"authority: principal, {side}", f"authority: principal, {later}")],
        statements=[
            (
                "wire-1,wire,32,134,coast,brack,pell,access,2031-06-08",
                "wire-1,wire,32,134,coast,,pell,access,2031-06-88",
            )
        ],
    )

    assert {one.field for one in findings_of(lambda: read_dossier(folder))} == {"said_on"}


def test_a_column_that_some_rows_need_is_one_fault(changed: Changed) -> None:
    """All rows that need it are counted, and marked where tables are marked."""
    folder = changed()
    without(folder / STATEMENTS, "about")
    (fault,) = findings_of(lambda: read_dossier(folder))

    assert str(fault) == (
        "statements.csv: row 6 (gazette-5): about: missing, "
        "expected the side that is described, in the column about; so in 5 more"
    )
    assert fault.further == (12, 13, 14, 16, 33)


def test_persons_who_clear_are_one_fault_where_no_row_names_one(changed: Changed) -> None:
    """As of any column that some rows need."""
    folder = changed(dossier=[("\nlimits:", "\nclearing: true\nlimits:")])
    rows = list(csv.DictReader(io.StringIO((folder / STATEMENTS).read_text(encoding="utf-8"))))
    with (folder / STATEMENTS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "status"], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "status": "checked"} for row in rows)

    found = findings_of(lambda: read_dossier(folder))
    assert [(one.field, len(one.further)) for one in found] == [("by", 33), ("checked_by", 33)]
    assert found[0].expected == "who proposed it, in the column by"


def test_the_model_needs_what_a_file_may_leave_out() -> None:
    """Where a statement is made by a program nothing is assumed."""
    assert all(Statement.model_fields[name].is_required() for name in ("date_basis", "confidence", "coder"))
