"""The worked position: by hand on the bundled and a fictional dossier, and always what `standing` says."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from positions.loading import dossier_folder, load_dossier
from positions.models import Dossier
from positions.tables import Tables
from positions.worked_position import PARTS, position_example, position_steps, position_table
from tests.positions.factories import AS_OF, FEW, cell_of, dossiers, said, tables_of

BUNDLED = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
LAST_DAY = dt.date(2022, 4, 5)


def test_the_bundled_example_worked_by_hand() -> None:
    """Of eight statements four are some speaker's last word; the principal's older one gives the point."""
    example = position_example(BUNDLED, LAST_DAY)

    assert example is not None
    assert (example.cell.holder, example.cell.issue) == ("russia", "ceasefire")
    assert (example.cell.point, example.cell.low, example.cell.high) == (0, 0, 1)
    assert (example.opens, example.newest) == (dt.date(2022, 2, 12), dt.date(2022, 3, 29))
    assert [(one.statement, one.part) for one in example.weighed] == [
        ("001-021", "superseded"),
        ("001-037", "point"),
        ("000-012", "superseded"),
        ("000-040", "superseded"),
        ("002-009", "superseded"),
        ("003-025", "range"),
        ("002-061", "range"),
        ("000-041", "range"),
    ]


def test_the_bundled_example_in_sentences() -> None:
    """Every step of the rule is told with its numbers, and the last is the cell as it is read."""
    example = position_example(BUNDLED, LAST_DAY)
    assert example is not None

    steps = position_steps(example, BUNDLED)

    assert steps[0].startswith("8 statements of Russia on Ceasefire")
    assert "45 days before it opens on 12 Feb 2022; 8 of 8 lie in it" in steps[1]
    assert "4 of 8 remain" in steps[2]
    assert steps[3].endswith("Kremlin, 3 Mar 2022 (principal), step 0.")
    assert "steps 0–1" in steps[4]
    assert steps[5].startswith("So the cell reads: It goes on until aims are met; also stated: ")


@given(dossiers())
@FEW
def test_the_example_is_what_standing_says(dossier: Dossier) -> None:
    """Point and range of the statements that remain are those of the cell, whatever was said."""
    tables = tables_of(*dossier.statements)
    example = position_example(tables, AS_OF)
    if example is None:
        return
    cell = cell_of(tables, example.cell.holder, example.cell.issue)
    remain = [tables.by_id[one.statement] for one in example.weighed if one.part in ("range", "point")]

    assert example.cell == cell
    assert [one.statement for one in example.weighed if one.part == "point"] == [cell.statement]
    assert len(remain) == cell.statements == len({one.speaker for one in remain})
    assert min(one.step_low for one in remain if one.step_low is not None) == cell.low
    assert max(one.step_high for one in remain if one.step_high is not None) == cell.high
    assert len(position_steps(example, tables)) == 6
    assert len(position_table(example, tables)) == len(example.weighed)


def test_statements_before_the_window_are_set_aside() -> None:
    """What was said more than twenty days before the newest statement is listed and does not count."""
    tables = tables_of(
        said("a", "north_head", 4, said_on="2030-04-01"),
        said("b", "north_envoy", 2, said_on="2030-05-01"),
        said("c", "north_head", 1, said_on="2030-05-10"),
    )
    example = position_example(tables, AS_OF)

    assert example is not None
    assert [one.part for one in example.weighed] == ["outside", "range", "point"]
    assert list(position_table(example, tables)["What becomes of it"]) == [
        PARTS["outside"],
        PARTS["range"],
        PARTS["point"],
    ]


def test_the_longest_evidence_is_chosen() -> None:
    """Of two positions with a range the one that rests on more statements is shown."""
    tables = tables_of(
        said("a", "north_head", 1),
        said("b", "north_envoy", 2),
        said("c", "south_head", (0, 1)),
        said("d", "harbour_head", (0, 4)),
    )
    example = position_example(tables, AS_OF)

    assert example is not None
    assert example.cell.holder == "north"


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ((("north_envoy", 1, "2030-05-01"), ("north_head", 3, "2030-05-02")), "The highest authority gives"),
        ((("north_envoy", 1, "2030-05-09"), ("north_second", 2, "2030-05-10")), "All 2 have the highest"),
        ((("north_envoy", 1, "2030-05-10"), ("north_second", 2, "2030-05-10")), "2 of them are of that day"),
    ],
)
def test_the_reason_for_the_point_is_told(spoken: tuple[tuple[str, int, str], ...], told: str) -> None:
    """Authority first, then the day; and a tie of one day is named as one."""
    second = {"id": "north_second", "name": "Second", "office": "envoy", "authority": "delegated"}
    speakers = [*(one.model_dump() for one in tables_of().dossier.speakers), {**second, "party": "north"}]
    statements = [said(f"s{step}", who, step, said_on=day) for who, step, day in spoken]
    tables = tables_of(*statements, speakers=speakers)
    example = position_example(tables, AS_OF)
    assert example is not None

    assert told in position_steps(example, tables)[3]


def test_without_a_range_there_is_no_example() -> None:
    """A single step, an issue without a scale and silence make no example."""
    assert position_example(tables_of(said("a", "north_head", 1)), AS_OF) is None
    assert position_example(tables_of(said("a", "north_head", issue="fish")), AS_OF) is None
    assert position_example(tables_of(), AS_OF) is None
