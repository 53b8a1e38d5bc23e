"""What counts as current when texts, governments and references are among the statements."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from positions.analysis.current import current_of, current_statements
from positions.frames import statement_frame
from positions.known import known_at, known_by
from positions.models import Dossier
from positions.tables import Tables, counted_for, standing, standings
from tests.positions.factories import (
    AS_OF,
    DESCRIPTION,
    FEW,
    ISSUES,
    WINDOW,
    cell_of,
    days,
    dossiers,
    said,
    tables_of,
)

PAPER = {"office": "a text", "authority": "principal", "party": "north", "document": "draft"}
TREATY = {"id": "treaty", "name": "Old treaty", "kind": "reference"}
SPEAKERS = [
    *DESCRIPTION["speakers"],
    {"id": "north_paper", "name": "Northland's paper", **PAPER},
    {
        "id": "treaty_text",
        "name": "Text of the treaty",
        "office": "a text",
        "authority": "principal",
        "party": "treaty",
    },
]


def with_texts(*statements: Any, **described: Any) -> Tables:
    """The dam talks with a draft of Northland's and a treaty to measure against."""
    parties = [*DESCRIPTION["parties"], TREATY]
    return tables_of(*statements, **({"speakers": SPEAKERS, "parties": parties} | described))


def test_a_draft_alone_sets_no_position() -> None:
    """A side that is known from a draft only has a blank that says so, and its words stay readable."""
    cell = cell_of(with_texts(said("a", "north_paper", 1)), "north")

    assert (cell.state, cell.statement, cell.placed) == ("text_only", "a", False)
    assert cell.point != cell.point


def test_a_draft_widens_what_a_side_said_itself_and_never_gives_the_point() -> None:
    """Said 3, drafted 1 later: the point stays 3, the stated range reaches from 1 to 3."""
    cell = cell_of(
        with_texts(said("a", "north_envoy", 3), said("b", "north_paper", 1, said_on="2030-06-20")), "north"
    )

    assert (cell.state, cell.point, cell.low, cell.high, cell.statement) == ("stated", 3, 1, 3, "a")
    assert cell.age == (AS_OF - dt.date(2030, 5, 10)).days


def test_a_draft_older_than_the_window_is_left_behind() -> None:
    """A draft from before the window of the newest own words plays no part."""
    tables = with_texts(said("a", "north_paper", 0, said_on="2030-04-01"), said("b", "north_head", 3))

    assert (cell_of(tables, "north").low, cell_of(tables, "north").high) == (3, 3)


def test_a_fresh_draft_is_shown_before_an_old_position() -> None:
    """When the side's own words are too old to count, the newer draft is what the cell tells."""
    tables = with_texts(said("a", "north_head", 3, said_on="2030-01-01"), said("b", "north_paper", 1))

    assert (cell_of(tables, "north").state, cell_of(tables, "north").statement) == ("text_only", "b")


def test_newer_words_without_a_step_are_shown_before_an_old_position() -> None:
    """An old step does not hide what the side has said since."""
    tables = tables_of(said("a", "north_head", 3, said_on="2030-01-01"), said("b", "north_head"))

    assert (cell_of(tables, "north").state, cell_of(tables, "north").statement) == ("ambiguous", "b")


def test_on_an_issue_without_a_scale_a_draft_sets_no_cell_either() -> None:
    """Words of a draft on fish are told as a draft's."""
    assert cell_of(with_texts(said("a", "north_paper", issue="fish")), "north", "fish").state == "text_only"


def test_a_reference_text_does_not_grow_old() -> None:
    """A treaty of last year is still there to measure against; a side's words of then are not current."""
    spoken = {"party": "treaty", "said_on": "2029-02-01"}
    tables = with_texts(
        said("a", "treaty_text", 2, **spoken), said("b", "north_head", 2, said_on="2029-02-01")
    )

    assert cell_of(tables, "treaty").state == "stated"
    assert cell_of(tables, "north").state == "stale"


GOVERNMENTS = [{"since": "2030-06-01", "name": "Second"}]


def governed(*statements: Any) -> Tables:
    """The dam talks in which Northland has a new government from 1 June 2030."""
    north = DESCRIPTION["parties"][0] | {"governments": GOVERNMENTS}
    return tables_of(*statements, parties=[north, *DESCRIPTION["parties"][1:]])


@pytest.mark.parametrize(("day", "state"), [("2030-05-31", "stated"), ("2030-06-01", "stale")])
def test_a_former_governments_words_are_not_current(day: str, state: str) -> None:
    """On the day on which another government takes office the words of the one before stop counting."""
    cell = cell_of(governed(said("a", "north_head", 1)), "north", as_of=dt.date.fromisoformat(day))

    assert (cell.state, cell.former, cell.point) == (state, state == "stale", 1)


def test_two_governments_do_not_share_a_range() -> None:
    """The new government's range holds its own words only, though the old ones lie in the window."""
    cell = cell_of(
        governed(
            said("a", "north_head", 0, said_on="2030-05-31"),
            said("b", "north_envoy", 3, said_on="2030-06-02"),
        ),
        "north",
    )

    assert (cell.low, cell.high, cell.statements) == (3, 3, 1)


def test_a_reader_can_choose_how_long_a_position_counts() -> None:
    """With a longer span the same old words count again, and the dossier itself stays as it was."""
    tables = tables_of(said("a", "north_head", 1, said_on="2030-01-01"))

    assert cell_of(tables, "north").state == "stale"
    assert cell_of(counted_for(tables, 365), "north").state == "stated"
    assert counted_for(tables, None) is tables


@given(dossiers(), days, days)
@FEW
def test_many_days_at_once_are_each_as_one_day(dossier: Dossier, one: dt.date, other: dt.date) -> None:
    """The table of two days says of each what the table of that day says."""
    tables = Tables(dossier, Path())
    wanted = sorted({one, other})
    moments = pd.DataFrame(
        [(issue, pd.Timestamp(day)) for day in wanted for issue in ISSUES], columns=["issue", "as_of"]
    )
    many = standings(tables, moments)

    for day in wanted:
        rows = (
            many[many["as_of"] == pd.Timestamp(day)].drop(columns=["as_of", "place"]).reset_index(drop=True)
        )
        assert rows.equals(standing(tables, day))


@given(dossiers(), days)
@FEW
def test_known_by_a_day_is_known_at_that_moment(dossier: Dossier, day: dt.date) -> None:
    """Asking for one day or for a list of one gives the same current statements."""
    frame = statement_frame(dossier)
    moments = pd.DataFrame(
        {"issue": ISSUES, "as_of": pd.Series([pd.Timestamp(day)] * 3, dtype=frame["day"].dtype)}
    )

    assert list(known_by(frame, day)["id"]) == list(known_at(frame, moments)["id"])
    assert list(current_statements(frame, day, WINDOW)["id"]) == list(
        current_of(known_at(frame, moments), WINDOW)["id"]
    )
