"""Positions worked out over columns are those of `position_of`, cell by cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis import bulk
from positions.analysis.bulk import positions_at
from positions.analysis.position import Position, position_of
from positions.model.dossier import Dossier
from positions.model.fields import UNDATED
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.selection import key_days
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    MANY,
    WINDOW,
    days,
    days_before,
    dossier_of,
    dossiers,
    parties_with,
    said,
    tables_of,
    with_charter,
)


def kind_of(position: Position) -> int:
    """What a position is, by its parts."""
    if position.point:
        return bulk.POINT
    if position.lines:
        return bulk.REFUSED if position.refused else bulk.LINES
    if position.texts:
        return bulk.TEXTS
    if position.individuals:
        return bulk.INDIVIDUALS
    return bulk.LEFT_OUT if position.left_out else bulk.SILENT


def expected(position: Position) -> tuple[object, ...]:
    """What columns have of a position: kind, steps, doubt, weak, day, and its statement if that is one."""
    kind = kind_of(position)
    if position.point:
        point = position.point
        alone = point.statements[0] if len(point.statements) == 1 else None
        return kind, point.low, point.high, point.doubt, point.weak, point.day, alone
    newest = [one for one in position.lines if one.day == position.lines[0].day]
    alone = newest[0].statement if len(newest) == 1 else None
    return kind, None, None, False, False, newest[0].day if newest else None, alone


def agree(tables: Tables, as_of: dt.date, window: int, oldest: int | None = None) -> None:
    """Every cell is the same by either way."""
    columns = tables.word_columns
    found = positions_at(columns, as_of, window=window, oldest=oldest)

    assert set(columns.cells) == set(tables.words)
    for (actor, issue), cell in columns.cells.items():
        limit = None if actor in tables.lasting else oldest
        position = position_of(tables.words[actor, issue], as_of, window=window, oldest=limit)
        leads = found.kind[cell] in (bulk.POINT, bulk.LINES, bulk.REFUSED)
        placed = found.kind[cell] == bulk.POINT
        assert expected(position) == (
            found.kind[cell],
            found.low[cell] if placed else None,
            found.high[cell] if placed else None,
            found.doubt[cell],
            found.weak[cell],
            dt.date.fromordinal(found.day[cell]) if leads else None,
            columns.ids[found.row[cell]] if leads and found.alone[cell] else None,
        )


@given(dossiers(), st.integers(2, 20), days, st.integers(0, 2 * WINDOW), st.none() | st.integers(0, 60))
@MANY
def test_every_cell_is_what_the_rules_make_of_it(
    dossier: Dossier, seldom: int, as_of: dt.date, window: int, oldest: int | None
) -> None:
    """Steps, doubt, weakness, day and kind of blank of every cell, whatever was said by whom and when."""
    dossier = dossier_of(
        one.model_copy(update={} if place % seldom else {"said_on": UNDATED})
        for place, one in enumerate(dossier.statements)
    ).model_copy(update={"refusals": dossier.refusals, "parties": dossier.parties})
    agree(Tables(dossier, Path()), as_of, window, oldest)


@given(dossiers(), days, st.integers(0, 2 * WINDOW), st.none() | st.integers(0, 60))
@MANY
def test_a_crowded_cell_is_what_the_rules_make_of_it(
    dossier: Dossier, as_of: dt.date, window: int, oldest: int | None
) -> None:
    """The same where all words were said by one actor on one issue, so that every rule meets every other."""
    tables, key = Tables(dossier, Path()), ("north", "dam")
    words = {one.order: one for cell in tables.words.values() for one in cell}.values()
    crowded = Tables(dossier, Path())
    crowded.__dict__["words"] = {key: tuple(words)} if words else {}
    crowded.__dict__["word_columns"] = bulk.word_columns((key, one) for one in words)
    agree(crowded, as_of, window, oldest)


@pytest.mark.parametrize("name", bundled_dossiers())
def test_every_cell_of_the_bundled_dossiers(name: str) -> None:
    """Twelve days of the period of each, with and without a limit of age."""
    tables = Tables(load_dossier(name), dossier_folder(name))
    every = key_days(tables.dossier)

    for day in every[:: max(1, len(every) // 12)]:
        for oldest in (None, 120):
            agree(tables, day, tables.dossier.window, oldest)


def test_words_of_a_reference_text_never_grow_old() -> None:
    """What the charter says holds whatever age the reader leaves out; a head's words do not."""
    spoken = [
        said("a", "charter_head", 1, party="charter", said_on=days_before(90)),
        said("b", "north_head", 2, said_on=days_before(90)),
    ]
    columns = Tables(dossier_of(spoken, **with_charter()), Path()).word_columns
    found = positions_at(columns, AS_OF, window=WINDOW, oldest=30)

    assert found.kind[columns.cells["charter", "dam"]] == bulk.POINT
    assert found.kind[columns.cells["north", "dam"]] == bulk.LEFT_OUT


def test_without_words_there_are_no_cells() -> None:
    """Nothing said, nothing computed."""
    found = positions_at(tables_of().word_columns, AS_OF, window=WINDOW)

    assert len(found.kind) == 0


def test_worked_by_hand() -> None:
    """The envoy's newer words lead; the head's of the same day on the same steps support them.

    North: the envoy said 1 to 2 thirty days ago, the head 2 that day, and 4 within the window before.
    South: only an aide, in doubt, with low confidence.
    """
    found = tables_of(
        said("a", "north_envoy", (1, 2), said_on=days_before(30), mode="official_text", spread="said"),
        said("b", "north_envoy", 2, said_on=days_before(30), mode="reported_speech"),
        said("c", "north_head", 4, said_on=days_before(45)),
        said("d", "south_aide", (0, 1), said_on=days_before(3), spread="doubt", confidence="low"),
    ).word_columns
    made = positions_at(found, AS_OF, window=WINDOW)
    north, south = found.cells["north", "dam"], found.cells["south", "dam"]

    assert (made.low[north], made.high[north], made.doubt[north], made.weak[north]) == (1, 2, False, False)
    assert (found.ids[made.row[north]], made.alone[north]) == ("a", False)
    assert (made.low[south], made.high[south], made.doubt[south], made.weak[south]) == (0, 1, True, True)
    assert (found.ids[made.row[south]], made.alone[south]) == ("d", True)
    assert dt.date.fromordinal(made.day[south]) == AS_OF - dt.timedelta(days=3)


def test_limits_are_those_of_the_rules() -> None:
    """Newer words as far off as the window leave the point; on the day of a new government none holds."""
    governments = [{"since": "2029-01-01", "name": "Old"}, {"since": AS_OF.isoformat(), "name": "New"}]
    tables = tables_of(
        said("a", "north_head", 1, said_on=days_before(WINDOW)),
        said("b", "north_head", said_on=days_before(0)),
        said("c", "south_head", 1, said_on=days_before(WINDOW + 1)),
        said("d", "south_head", said_on=days_before(0)),
        said("e", "east_head", 1, said_on=days_before(1)),
        parties=parties_with("east", governments=governments),
    )
    agree(tables, AS_OF, WINDOW)
    cells, kind = tables.word_columns.cells, positions_at(tables.word_columns, AS_OF, window=WINDOW).kind

    found = {side: kind[cells[side, "dam"]] for side in ("north", "south", "east")}
    assert found == {"north": bulk.POINT, "south": bulk.LINES, "east": bulk.SILENT}
