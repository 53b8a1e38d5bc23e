"""Why a cell says what it says: the reasons are complete, and they are true."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from positions.analysis.behind import leading_statements, statements_behind
from positions.analysis.why import COUNTS, LEADS, RULES, SILENT, THROUGH, WEAK, Why, why
from positions.cell import Cell, cell_of
from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from positions.tables import Tables
from tests.conftest import SMALL
from tests.positions.factories import AS_OF, FEW, MODEST, days, dossier_of, dossiers, parties_with, said

SIDES = ("north", "east", "council", "league")


def cell_and_why(
    dossier: Dossier, holder: str, as_of: dt.date = AS_OF, issue: str = "dam", oldest: int | None = None
) -> tuple[Cell, Why]:
    """A cell with the reasons for it."""
    tables = Tables(dossier, Path())
    cell = cell_of(tables, holder, issue, as_of, oldest)
    return cell, why(cell, tables, oldest)


def rules(
    *statements: Statement, holder: str = "north", issue: str = "dam", **more: object
) -> dict[str, str]:
    """The rule of each statement behind the cell, by its id."""
    _, found = cell_and_why(dossier_of(statements, **more), holder, issue=issue)
    return {one.statement: one.rule for one in found.reasons}


def what_leads(dossier: Dossier, holder: str, issue: str, as_of: dt.date) -> object:
    """What a reader reads first in a cell, whatever stands below it."""
    cell = cell_of(Tables(dossier, Path()), holder, issue, as_of)
    both = cell.grouped
    steps = (both.clusters or both.weak, both.common) if both else cell.position.point
    return cell.state, steps, leading_statements(cell)


def without(dossier: Dossier, *gone: str) -> Dossier:
    """The dossier without some statements."""
    left = tuple(one for one in dossier.statements if one.id not in gone)
    return dossier.model_copy(update={"statements": left})


@given(dossiers(), days)
@MODEST
def test_the_reasons_are_complete(dossier: Dossier, as_of: dt.date) -> None:
    """Every statement behind a cell is there once: as one that leads, or with one rule to which it lost."""
    tables = Tables(dossier, Path())
    for holder in SIDES:
        for issue in ("dam", "toll", "fish"):
            for oldest in (None, 20):
                cell = cell_of(tables, holder, issue, as_of, oldest)
                found = why(cell, tables, oldest)
                behind = [one.id for rows in statements_behind(cell, tables).values() for one in rows]
                told = [one.statement for one in found.reasons]
                leads = {one.statement for one in found.reasons if one.rule == LEADS}

                assert sorted(told) == sorted(behind)
                assert {one.id for one in dossier.statements if _by(one, holder, issue, as_of)} <= set(told)
                assert leads == set(leading_statements(cell))
                assert {one.rule for one in found.reasons} <= {LEADS, *RULES}
                assert {one.statement for one in found.reasons if one.shown} == set(cell.statements)
                assert [one for rows in found.by_rule().values() for one in rows] == list(found.reasons)


def _by(one: Statement, holder: str, issue: str, as_of: dt.date) -> bool:
    """Whether a side said something on an issue by a day, commentary aside."""
    said_by = holder in (one.member, one.party)
    return said_by and one.issue == issue and one.mode != "commentary" and last_day(one.said_on) <= as_of


@given(dossiers(), days)
@FEW
def test_the_reasons_are_true(dossier: Dossier, as_of: dt.date) -> None:
    """Without any one that lost, and without all of them, the same words lead.

    What took the place of other words is no mere loser: without it those would come back. What is told
    beside the first line of an issue without a scale stands in the cell with it.
    """
    for holder in SIDES:
        for issue in ("dam", "fish"):
            _, found = cell_and_why(dossier, holder, as_of, issue)
            leads = what_leads(dossier, holder, issue, as_of)
            lost = [one for one in found.reasons if one.rule not in (LEADS, "beside")]
            displaced = {name for one in lost for name in one.to}
            if len(lost) == len(found.reasons):
                continue

            mere = [(one.statement,) for one in lost if one.statement not in displaced]
            for gone in (tuple(one.statement for one in lost), *mere):
                assert what_leads(without(dossier, *gone), holder, issue, as_of) == leads


@given(dossiers(), days)
@FEW
def test_what_was_displaced_names_newer_words(dossier: Dossier, as_of: dt.date) -> None:
    """Replaced words lost to words of the same speaker, and words without a step to words on one."""
    by_id = {one.id: one for one in dossier.statements}
    for holder in SIDES:
        _, found = cell_and_why(dossier, holder, as_of)
        for one in found.reasons:
            assert bool(one.to) == (one.rule in ("superseded", "unplaced"))
            if one.rule == "superseded":
                assert {by_id[name].speaker for name in one.to} == {by_id[one.statement].speaker}
            if one.rule == "unplaced":
                assert by_id[one.statement].step_low is None
                assert all(by_id[name].step_low is not None for name in one.to)


def test_every_rule_by_hand() -> None:
    """A statement for each rule of an actor's words on an issue with a scale."""
    day = {"said_on": "2030-05-10"}
    assert rules(
        said("leads", "north_envoy", 2, **day),
        said("window", "north_envoy", 3, said_on="2030-04-01"),
        said("superseded", "north_envoy", 3, said_on="2030-05-03"),
        said("newer", "north_head", 0, said_on="2030-05-04"),
        said("mode", "north_envoy", 4, mode="action", **day),
        said("unplaced", "north_head", said_on="2030-05-12"),
        said("individual", "north_rebel", 4, said_on="2030-05-11"),
        said("draft", "north_plan", 1, said_on="2030-05-09"),
        said("lapsed", "north_envoy", 4, until="2030-05-12", **day),
        said("bounded", "north_envoy", 4, until="2030-07-12", **day),
        said("adviser", "north_aide", 2, said_on="2030-05-11"),
        said("of_others", "north_head", mode="attributed", about=("south",)),
        said("by_others", "south_head", mode="attributed", about=("north",)),
        said("commentary", "pundit", mode="commentary", about=("north",)),
    ) == {
        name: name
        for name in (
            *("leads", "window", "superseded", "newer", "mode", "unplaced", "individual", "draft"),
            *("lapsed", "bounded", "adviser", "of_others", "by_others", "commentary"),
        )
    }


def test_ties_and_confidence_by_hand() -> None:
    """Of one day the higher office leads; a sure step says more than a doubt; low confidence stands back."""
    assert rules(
        said("leads", "north_head", 2),
        said("authority", "north_envoy", 1),
        said("doubt", "north_head", (2, 3), spread="doubt", source="wire"),
        said("low", "north_envoy", 3, said_on="2030-05-12", confidence="low"),
    ) == {"leads": "leads", "authority": "superseded", "doubt": "doubt", "low": "low"}
    assert rules(said("leads", "north_head", 2), said("authority", "north_envoy", 1)) == {
        "leads": "leads",
        "authority": "authority",
    }


def test_newer_words_without_a_step_overtake_by_hand() -> None:
    """More than the window of 20 days later they lead, and what was placed lost to them."""
    assert rules(
        said("placed", "north_head", 1, said_on="2030-05-01"),
        said("loose", "north_head", said_on="2030-05-22"),
    ) == {"placed": "overtaken", "loose": LEADS}


def test_without_a_scale_the_first_line_leads_by_hand() -> None:
    """The newest of the highest office comes first; another of that day is told beside it."""
    assert rules(
        said("head", "north_head", issue="fish"),
        said("envoy", "north_envoy", issue="fish"),
        said("old", "north_aide", issue="fish", said_on="2030-05-01"),
        issue="fish",
    ) == {"head": LEADS, "envoy": "beside", "old": "adviser"}


def test_a_government_and_a_chosen_age_by_hand() -> None:
    """What the government before said, and what the reader finds too old, is named as that."""
    since = [{"since": "2029-01-01", "name": "Old"}, {"since": "2030-05-05", "name": "New"}]
    statements = [said("a", "north_head", 0, said_on="2030-05-04"), said("b", "north_envoy", 2)]
    governed = dossier_of(statements, parties=parties_with("north", governments=since))

    assert [one.rule for one in cell_and_why(governed, "north")[1].reasons] == [LEADS, "government"]
    aged = cell_and_why(dossier_of(statements), "north", oldest=52)[1]
    assert [(one.statement, one.rule) for one in aged.reasons] == [("b", LEADS), ("a", "left_out")]


def test_the_members_of_a_grouping_by_hand() -> None:
    """Who counts, who was left out and why, and for whom a body stands."""
    _, found = cell_and_why(
        dossier_of(
            [
                said("e", "east_head", 1),
                said("w", "west_head", 3, confidence="low"),
                said("c", "council_head", 1),
                said("o", "league_office", 2),
            ]
        ),
        "league",
    )

    assert [(one.member, one.part, one.body) for one in found.members] == [
        ("east", COUNTS, ""),
        ("council", COUNTS, ""),
        ("west", WEAK, ""),
        ("isle", THROUGH, "council"),
        ("cape", THROUGH, "council"),
    ]
    assert {one.statement: (one.actor, one.rule) for one in found.reasons} == {
        "e": ("east", LEADS),
        "c": ("council", LEADS),
        "w": ("west", "weak_member"),
        "o": ("", "unnamed"),
    }


def test_members_without_a_step_are_told_by_hand() -> None:
    """One whose words fit no step is left out and says so; one without words is silent."""
    _, found = cell_and_why(dossier_of([said("e", "east_head", 1), said("w", "west_head")]), "league")

    assert {one.member: one.part for one in found.members} == {
        "east": COUNTS,
        "west": "ambiguous",
        "isle": SILENT,
        "cape": SILENT,
        "council": SILENT,
    }
    assert {one.statement: one.rule for one in found.reasons} == {"e": LEADS, "w": "unplaced_member"}


def test_where_the_question_does_not_arise_nothing_is_weighed() -> None:
    """The words are there, each with that as its reason."""
    dossier = dossier_of([said("a", "north_head", 1)])
    issues = tuple(one.model_copy(update={"not_applicable": ("north",)}) for one in dossier.issues)
    cell, found = cell_and_why(dossier.model_copy(update={"issues": issues}), "north")

    assert cell.state == "not_applicable"
    assert [one.rule for one in found.reasons] == ["not_applicable"]


@pytest.mark.parametrize(
    ("holder", "issue", "expected"),
    [
        (
            "northland",
            "access",
            {
                "gazette-2": LEADS,  # Haldane, 12 May, is newer than Norrin, 9 May
                "gazette-1": "newer",
                "gazette-3": "individual",  # Quill speaks for herself
                "gazette-5": "of_others",  # what Northland says of Southland
                "wire-2": "by_others",  # what Pell says of Northland
                "courier-7": "commentary",  # Finch
            },
        ),
        ("northland", "patrols", {"register-2": LEADS, "register-1": "lapsed"}),  # the truce ended on 12 June
        ("southland", "quota", {"ledger-2": "draft"}),
        ("southland", "patrols", {"register-3": "individual"}),
        ("northland", "inspection", {"gazette-4": LEADS, "courier-5": "by_others"}),
    ],
)
def test_the_case_for_training_by_hand(holder: str, issue: str, expected: dict[str, str]) -> None:
    """Worked out from statements.csv alone, as of the last day."""
    dossier = load_dossier(SMALL)
    tables = Tables(dossier, SMALL)
    cell = cell_of(tables, holder, issue, dt.date(2031, 6, 30))

    assert {one.statement: one.rule for one in why(cell, tables).reasons} == expected


def test_neither_ids_nor_rows_matter() -> None:
    """The rule of each statement stays its own under other ids and in another order."""
    statements = [said("a", "north_head", 1), said("b", "north_envoy", 3), said("c", "north_rebel", 4)]
    renamed = [one.model_copy(update={"id": f"x{one.id}"}) for one in reversed(statements)]

    assert rules(*renamed) == {f"x{name}": rule for name, rule in rules(*statements).items()}
