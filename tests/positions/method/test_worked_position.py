"""The worked position: by hand on a fictional dossier, and always what the view says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from positions.method.worked_position import PositionExample, position_example, position_steps, position_table
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.why import reason_words
from positions.view import View, view_of
from tests.positions.factories import AS_OF, FEW, dossier_of, dossiers, said, tables_of

BUNDLED = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
DRAFT = {
    "id": "paper",
    "name": "The paper",
    "office": "Draft",
    "authority": "delegated",
    "party": "north",
    "document": "draft",
}
AIDE = {"id": "aide", "name": "The aide", "office": "Adviser", "authority": "adviser", "party": "north"}


def on_screen(tables: Tables, **chosen: Any) -> View:
    """The landing view of the tables on AS_OF."""
    return view_of(tables, replace(default_selection(tables.dossier, AS_OF), **chosen))


def example_of(*statements: Statement, **described: Any) -> tuple[PositionExample, Tables]:
    """The example that the statements make, with their tables; there must be one."""
    speakers = [*(one.model_dump() for one in dossier_of().speakers), DRAFT, AIDE]
    tables = tables_of(*statements, speakers=speakers, **described)
    example = position_example(on_screen(tables))
    assert example is not None
    return example, tables


def test_every_rule_has_its_part() -> None:
    """One statement of each kind, by hand: which leads, which stands below, which is set aside and why."""
    example, tables = example_of(
        said("gone", "north_head", 3, said_on="2030-04-01"),
        said("replaced", "north_envoy", 3, said_on="2030-05-03"),
        said("older", "north_head", 0, said_on="2030-05-04"),
        said("point", "north_envoy", 2, said_on="2030-05-10"),
        said("low", "north_head", 2, said_on="2030-05-04", confidence="low"),
        said("rebel", "north_rebel", 4, said_on="2030-05-11"),
        said("draft", "paper", 1, party="north", said_on="2030-05-09"),
        said("truce", "north_envoy", 4, until="2030-05-12", said_on="2030-05-10"),
        said("aide", "aide", 2, party="north", said_on="2030-05-11"),
    )
    rules = {one.statement: one.rule for one in example.weighed}

    assert rules == {
        "gone": "window",
        "replaced": "superseded",
        "older": "newer",
        "low": "low",
        "point": "leads",
        "rebel": "individual",
        "draft": "draft",
        "truce": "lapsed",
        "aide": "adviser",
    }
    assert (example.weighing.newest, example.weighing.opens) == (dt.date(2030, 5, 10), dt.date(2030, 4, 20))
    table = position_table(example, tables)
    assert list(table["What becomes of it"]) == [reason_words(one) for one in example.weighed]
    assert table.loc[0, "Step"] == "3"


def test_the_example_in_sentences() -> None:
    """Every step of the rule is told with its numbers, and the last is the cell as it is read."""
    example, tables = example_of(
        said("a", "north_head", 0, said_on="2030-05-04"),
        said("b", "north_envoy", 2, condition="if the fish return"),
        said("c", "north_rebel", 4),
    )
    steps = position_steps(example, tables)

    assert steps[0].startswith("3 statements of Northland on Dam up to 30 Jun 2030")
    assert steps[1] == "Some cannot lead, whatever their day: 1 of individuals."
    assert "The window of 20 days before it opens on 20 Apr 2030." in steps[2]
    assert steps[3] == "Of what remains the newest day leads: North envoy, 10 May 2030."
    assert steps[4].endswith("each with its own day: Dam closed (4 May 2030, North head).")
    assert steps[5].startswith("So the cell reads: Dam shared; condition: if the fish return; 10 May 2030")


def test_a_tie_keeps_every_step_and_says_so() -> None:
    """Two rows of one speaker and day lead together."""
    example, tables = example_of(said("a", "north_head", 1), said("b", "north_head", 2))

    assert (example.point.low, example.point.high) == (1, 2)
    assert any(
        "2 statements stand together as this point" in step for step in position_steps(example, tables)
    )


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (said("a", "north_head", 1, confidence="low"), "so the position is weak"),
        (said("a", "north_head", (1, 2)), "The coder was unsure between these steps"),
        (said("a", "north_head", (1, 2), spread="said"), "The words themselves cover steps 1–2"),
    ],
)
def test_weakness_doubt_and_a_said_range_are_told_apart(statement: Statement, told: str) -> None:
    """Three reasons for caution have three sentences."""
    example, tables = example_of(statement)

    assert told in " ".join(position_steps(example, tables))


def test_a_former_government_does_not_lead() -> None:
    """What the government before said is in the list, and set aside."""
    parties = [one.model_dump() for one in dossier_of().parties]
    parties[0]["governments"] = [
        {"since": "2029-01-01", "name": "First"},
        {"since": "2030-05-05", "name": "Second"},
    ]
    example, _ = example_of(
        said("a", "north_head", 0, said_on="2030-05-04"), said("b", "north_envoy", 2), parties=parties
    )

    assert [one.rule for one in example.weighed] == ["government", "leads"]


def test_words_that_the_reader_leaves_out_are_told() -> None:
    """A chosen age sets older words aside in the example as it does in the cell."""
    tables = tables_of(
        said("a", "north_head", 0, said_on="2030-05-04"), said("b", "north_envoy", 2, said_on="2030-06-10")
    )
    example = position_example(on_screen(tables, span=30))
    assert example is not None

    assert [one.rule for one in example.weighed] == ["left_out", "leads"]


@given(dossiers())
@FEW
def test_the_example_is_what_the_view_says(dossier: Dossier) -> None:
    """The statements of the point lead, those below it stand below, and nothing is missing or twice."""
    tables = tables_of(*dossier.statements)
    view = on_screen(tables, parties=tuple(tables.actors), issues=("dam", "toll"))
    example = position_example(view)
    points = [cell for cell in view.cells if cell.position.point]

    assert (example is None) == (not points)
    if example is None:
        return
    cell = view.cell(example.cell.holder, example.cell.issue)
    rules = {one.statement: one.rule for one in example.weighed}
    shown = {name for one in cell.position.others for name in one.statements} | set(example.point.statements)
    assert example.cell == cell
    assert example.point == cell.position.point
    assert {name for name, rule in rules.items() if rule == "leads"} == set(example.point.statements)
    assert {one.statement for one in example.weighed if one.shown} == shown
    assert len(rules) == len(example.weighed) == len(position_table(example, tables))
    assert position_steps(example, tables)


def test_the_bundled_dossier_has_an_example_on_its_last_day() -> None:
    """The Method page has something to show, and its last sentence is the cell."""
    view = view_of(BUNDLED, default_selection(BUNDLED.dossier))
    example = position_example(view)
    assert example is not None

    assert example.cell in view.cells
    assert position_steps(example, BUNDLED)[-1].startswith("So the cell reads: ")


def test_without_a_point_there_is_no_example() -> None:
    """An issue without a scale, a grouping alone and silence make no example."""
    assert position_example(on_screen(tables_of(said("a", "north_head", issue="fish")))) is None
    assert position_example(on_screen(tables_of(said("a", "east_head", 1)))) is None
    assert position_example(on_screen(tables_of())) is None
