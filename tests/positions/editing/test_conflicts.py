"""Two persons' changes made one: nothing of either is lost unseen, and the log has what was chosen."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.editing.conflicts import Settled, Versions, all_clashes, united
from positions.editing.rebasing import WHOLE, Clash, clashes, rebased
from positions.editing.statements import Row, statement_rows, with_changes, with_rows
from positions.editing.tables import with_table
from positions.model.errors import DossierError
from positions.reading.dossier import STATEMENTS, dossier_folder, folder_files, read_files
from positions.reading.files import Files
from positions.workbook.rows import rows_of
from tests.positions.factories import FEW

BASE: Files = folder_files(dossier_folder("training-strait"))
FIRST, SECOND = (one["id"] for one in statement_rows(BASE)[1][:2])


def _id(row: Row) -> str:
    return row["id"]


def _renamed(files: Files, name: str) -> Files:
    """The files with another name of the first party."""
    rows = rows_of(read_files(files).dossier)["Parties"]
    rows[0][1] = name
    return with_table(files, "Parties", rows)


def _cell(files: Files, statement: str, column: str) -> str:
    return next(row[column] for row in statement_rows(files)[1] if row["id"] == statement)


def test_what_only_one_has_changed_is_of_both() -> None:
    """A party renamed here, notes changed by both: only the cell that both changed is asked about."""
    mine = with_changes(_renamed(BASE, "Northern Land"), FIRST, {"note": "mine"})
    theirs = with_changes(with_changes(BASE, FIRST, {"note": "theirs"}), SECOND, {"note": "other"})
    versions = Versions(BASE, mine, theirs)
    (clash,) = all_clashes(versions)

    assert clash == Clash(FIRST, "note", _cell(BASE, FIRST, "note"), "mine", "theirs")
    for kept, note in ((set(), "mine"), ({clash.place}, "theirs")):
        made = united(versions, kept)
        assert _cell(made, FIRST, "note") == note
        assert _cell(made, SECOND, "note") == "other"
        assert read_files(made).dossier.parties[0].name == "Northern Land"


def test_what_nobody_changed_here_stays_letter_by_letter() -> None:
    """The file of another is not written anew where nothing of it was changed here."""
    theirs: Files = {**BASE, STATEMENTS: partial(bytes, BASE[STATEMENTS]().replace(b"\n", b"\r\n"))}
    made = united(Versions(BASE, _renamed(BASE, "Northern Land"), theirs), set())

    assert made[STATEMENTS]() == theirs[STATEMENTS]()


def test_a_row_that_one_took_away_and_the_other_changed_is_one_clash() -> None:
    """It is kept or taken away as is chosen, whoever did which."""
    rows = statement_rows(BASE)[1]
    without = with_rows(BASE, rows[1:])
    changed = with_changes(BASE, FIRST, {"note": "changed"})
    for mine, theirs, there in ((without, changed, False), (changed, without, True)):
        versions = Versions(BASE, mine, theirs)
        (clash,) = all_clashes(versions)
        assert clash.place == (FIRST, WHOLE)
        for kept in (False, True):
            ids = [row["id"] for row in statement_rows(united(versions, {clash.place} if kept else set()))[1]]
            assert (FIRST in ids) is (there is not kept)


def test_two_that_do_not_fit_together_are_told() -> None:
    """A statement here of a source that another has taken away is a fault, and nothing is made."""
    sources = rows_of(read_files(BASE).dossier)["Sources"]
    spare = [["spare-source", *sources[0][1:]], *sources]
    base = with_table(BASE, "Sources", spare)
    mine = with_changes(base, FIRST, {"source": "spare-source"})

    with pytest.raises(DossierError, match="spare-source"):
        united(Versions(base, mine, with_table(base, "Sources", sources)), set())


def test_the_log_tells_each_choice() -> None:
    """Mine over theirs in the reason of its line; theirs in a line of its own that changes nothing."""
    found = (Clash("s-1", "note", "", "mine", "theirs"), Clash("s-2", "note", "", "", "theirs"))
    lines = [("s-1", "note", "theirs", "mine", "why"), ("s-3", "note", "", "new", "why")]

    assert Settled(found, frozenset({("s-2", "note")})).told(lines, "why") == [
        ("s-1", "note", "theirs", "mine", "kept over what another had saved meanwhile; why"),
        ("s-3", "note", "", "new", "why"),
        ("s-2", "note", "theirs", "theirs", "kept what another had saved meanwhile instead of: nothing; why"),
    ]


CELLS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz"), max_size=4)


def _rows(cells: dict[str, str]) -> list[Row]:
    return [{"id": name, "note": note} for name, note in cells.items()]


@given(CELLS, CELLS, CELLS)
@FEW
def test_with_every_choice_of_one_side_nothing_of_it_is_lost(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    """All cells that a side has changed are as it made them where every clash is decided for it."""
    tables = (_rows(base), _rows(mine), _rows(theirs))
    found = {clash.place for clash in clashes(*tables, _id)}
    for side, kept in ((mine, set()), (theirs, found)):
        made = {row["id"]: row["note"] for row in rebased(*tables, _id, kept)}
        for name in {*base, *side}:
            if side.get(name) != base.get(name):
                assert made.get(name) == side.get(name)
