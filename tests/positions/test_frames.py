"""Records become tables in which nothing is lost, mixed up or filled in."""

from __future__ import annotations

import pandas as pd
from hypothesis import given

from positions.frames import DERIVED_COLUMNS, statement_frame
from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.statements import STATEMENT_COLUMNS
from tests.positions.factories import MODEST, dossier_of, dossiers, rows_of, said


@given(dossiers())
@MODEST
def test_every_statement_is_one_row(dossier: Dossier) -> None:
    """The table holds each statement once, with every field as written and nothing where nothing was."""
    frame = statement_frame(dossier)
    written = {one.id: one for one in dossier.statements}

    assert list(frame.columns) == [*STATEMENT_COLUMNS, *DERIVED_COLUMNS]
    assert sorted(frame["id"]) == sorted(written)
    for row in frame.to_dict("records"):
        for name in STATEMENT_COLUMNS:
            found = None if row[name] != row[name] else row[name]
            assert found == getattr(written[row["id"]], name)


@given(dossiers())
@MODEST
def test_rows_stand_by_day_then_rank(dossier: Dossier) -> None:
    """Later days come later, and within a day what wins comes last; ranks are all different."""
    frame = statement_frame(dossier)
    order = list(zip(frame["day"], frame["rank"], strict=True))

    assert order == sorted(order)
    assert frame["rank"].is_unique


@given(dossiers())
@MODEST
def test_what_is_derived_means_what_it_says(dossier: Dossier) -> None:
    """Day, holder, own, placed and point follow from the record alone; missing steps stay missing."""
    written = {one.id: one for one in dossier.statements}

    for row in rows_of(statement_frame(dossier)):
        one = written[row.id]
        named = one.member or (one.party if one.party != "league" else None)
        assert row.day == pd.Timestamp(last_day(one.said_on))
        assert (row.holder if isinstance(row.holder, str) else None) == named
        assert row.placed == (row.own and one.step_low is not None and named is not None)
        assert (row.point != row.point) == (one.step_low is None)


def test_a_row_worked_by_hand() -> None:
    """East's head on steps 1 to 2 in May: holder East, day 31 May, own, placed, point 1.5."""
    row = statement_frame(dossier_of([said("a", "east_head", (1, 2), said_on="2030-05")])).iloc[0]

    assert (row["holder"], row["authority"], row["point"]) == ("east", "principal", 1.5)
    assert row["day"] == pd.Timestamp("2030-05-31")
    assert (bool(row["own"]), bool(row["placed"])) == (True, True)


def test_rank_worked_by_hand() -> None:
    """Authority outranks mode, mode what is said, an id is nothing; who binds nobody stands lowest."""
    frame = statement_frame(
        dossier_of(
            [
                said("a", "north_head", mode="action", summary="North waits."),
                said("b", "north_head", mode="action", summary="North asks."),
                said("z", "north_envoy", mode="official_text"),
                said("x", "north_aide", mode="official_text"),
                said("y", "north_rebel", mode="official_text"),
                said("c", "north_head", mode="direct_quote"),
            ]
        )
    )

    assert frame["id"].tolist() == ["y", "x", "z", "b", "a", "c"]


def test_an_empty_dossier_has_typed_columns() -> None:
    """Without statements the table has all its columns, and days and steps keep their types."""
    frame = statement_frame(dossier_of())

    assert list(frame.columns) == [*STATEMENT_COLUMNS, *DERIVED_COLUMNS]
    assert pd.api.types.is_datetime64_any_dtype(frame["day"])
    assert pd.api.types.is_float_dtype(frame["step_low"])
