"""The statements behind a cell, each by the part that it plays there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.behind import PARTS, leading_statements, statements_behind
from positions.cell import Cell
from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.statements import Statement
from positions.tables import Tables
from positions.view import cell_at
from tests.positions.factories import AS_OF, MODEST, days, days_before, dossier_of, dossiers, said


def placed(dossier: Dossier, holder: str, as_of: dt.date = AS_OF) -> tuple[Cell, Tables]:
    """The holder's cell on the dam, with its tables."""
    tables = Tables(dossier, Path())
    return cell_at(tables, holder, "dam", as_of, None), tables


def parts(dossier: Dossier, holder: str, as_of: dt.date = AS_OF) -> list[tuple[str, str]]:
    """Part and id of each statement behind the holder's cell on the dam, in the order shown."""
    behind = statements_behind(*placed(dossier, holder, as_of))
    return [(part, one.id) for part, rows in behind.items() for one in rows]


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        (said("a", "north_head", 1), "point"),
        (said("a", "north_head"), "point"),
        (said("a", "north_rebel", 1), "dissent"),
        (said("a", "south_head", mode="attributed", about=("north",)), "by_others"),
        (said("a", "north_head", mode="attributed", about=("south",)), "of_others"),
        (said("a", "pundit", mode="commentary", about=("north",)), "commentary"),
        (said("a", "south_head", 1), None),
        (said("a", "north_head", 1, issue="toll"), None),
        (said("a", "pundit", mode="commentary", about=("south",)), None),
        (said("a", "south_head", mode="attributed", about=("harbour",)), None),
        (said("a", "north_head", 1, said_on="2030-07-01"), None),
    ],
)
def test_the_part_of_each_statement(statement: Statement, part: str | None) -> None:
    """Each kind of statement stands under its own heading, and what is no business of the cell is absent."""
    expected = [(part, "a")] if part else []

    assert parts(dossier_of([statement]), "north") == expected


def test_older_words_are_not_what_the_position_rests_on() -> None:
    """What fell out of the window or was replaced is shown, and not among what is current."""
    dossier = dossier_of(
        [
            said("old", "north_head", 0, said_on="2030-01-01"),
            said("replaced", "north_head", 1, said_on="2030-05-09"),
            said("new", "north_head", 2),
        ]
    )

    assert parts(dossier, "north") == [("point", "new"), ("earlier", "replaced"), ("earlier", "old")]


def test_other_current_words_stand_apart_from_the_point() -> None:
    """Another step that still counts, and a draft, are current without setting the cell."""
    dossier = dossier_of(
        [
            said("before", "north_head", 0, said_on="2030-05-04"),
            said("point", "north_envoy", 2),
            said("low", "north_head", 3, said_on="2030-05-12", confidence="low"),
        ]
    )

    assert parts(dossier, "north") == [("point", "point"), ("current", "low"), ("earlier", "before")]


def test_words_last_placed_are_earlier_words() -> None:
    """Where newer words fit no step they set the cell, and the last placed ones do not."""
    dossier = dossier_of(
        [
            said("placed", "north_head", 1, said_on="2030-01-01"),
            said("newer", "north_head", said_on="2030-06-01"),
        ]
    )

    assert parts(dossier, "north") == [("point", "newer"), ("earlier", "placed")]


def test_the_newest_comes_first_within_its_part() -> None:
    """Parts follow the reader's order; within a part the newest leads, and of one day the higher office."""
    dossier = dossier_of(
        [
            said("a", "north_rebel", 1, said_on="2030-06-01"),
            said("b", "north_envoy", 1, said_on="2030-05-20"),
            said("c", "north_head", 1, said_on="2030-05-20"),
            said("d", "pundit", mode="commentary", about=("north",), said_on="2030-06-02"),
            said("e", "north_envoy", 1, said_on="2030-05-01"),
        ]
    )

    assert parts(dossier, "north") == [
        ("point", "c"),
        ("earlier", "b"),
        ("earlier", "e"),
        ("dissent", "a"),
        ("commentary", "d"),
    ]


def test_a_grouping_shows_its_members_and_its_own_communiques() -> None:
    """The League's cell leads to its members' words; the communiqué is there but sets nothing."""
    dossier = dossier_of(
        [said("a", "east_head", 1), said("b", "league_office", 3), said("c", "south_head", 1)]
    )

    assert parts(dossier, "league") == [("point", "a"), ("earlier", "b")]


def test_a_member_does_not_show_its_grouping() -> None:
    """The communiqué of the League is nobody's in particular, and East's words are not West's."""
    dossier = dossier_of([said("a", "east_head", 1), said("b", "league_office", 3)])

    assert parts(dossier, "east") == [("point", "a")]
    assert parts(dossier, "west") == []


@given(dossiers(), days)
@MODEST
def test_everything_a_side_said_plays_one_part(dossier: Dossier, as_of: dt.date) -> None:
    """No own word, dissent or claim of a side by the day is missing, shown twice or from later."""
    shown = [one for _, one in parts(dossier, "league", as_of)]
    known = {
        one.id: one for one in dossier.statements if one.issue == "dam" and last_day(one.said_on) <= as_of
    }
    expected = {one.id for one in known.values() if one.party == "league" and one.mode != "commentary"}

    assert len(set(shown)) == len(shown)
    assert set(shown) <= set(known)
    assert {
        one for one in shown if known[one].party == "league" and known[one].mode != "commentary"
    } == expected


@given(dossiers(), days)
@MODEST
def test_the_parts_are_those_of_the_cell(dossier: Dossier, as_of: dt.date) -> None:
    """What is said to set the cell is what it shows first; everything else that it shows is there too."""
    cell, _ = placed(dossier, "north", as_of)
    behind = parts(dossier, "north", as_of)
    point = {one for part, one in behind if part == "point"}

    assert {part for part, _ in behind} <= set(PARTS)
    assert point == set(leading_statements(cell))
    assert set(cell.statements) <= {one for _, one in behind}
    if cell.position.point:
        assert point == set(cell.position.point.statements)


@given(dossiers(), st.randoms(use_true_random=False))
@MODEST
def test_neither_ids_nor_the_order_of_rows_matter(dossier: Dossier, random: Random) -> None:
    """The same statements under other ids and in another order stand in the same parts."""
    names = [one.id for one in dossier.statements]
    random.shuffle(names)
    renamed = {one.id: name for one, name in zip(dossier.statements, names, strict=True)}
    shuffled = [one.model_copy(update={"id": renamed[one.id]}) for one in dossier.statements]
    random.shuffle(shuffled)
    refusals = tuple(renamed[one] for one in dossier.refusals)
    other = dossier.model_copy(update={"statements": tuple(shuffled), "refusals": refusals})

    def told(one: Dossier) -> list[tuple[str, str, str]]:
        cell, tables = placed(one, "league")
        found = statements_behind(cell, tables)
        return sorted((part, row.speaker, row.said_on) for part, rows in found.items() for row in rows)

    assert told(dossier) == told(other)


def test_words_of_the_day_itself_and_claims_about_a_member_stand_behind_the_cell() -> None:
    """What was said on the as-of day counts, and what others say of a member stands under its grouping."""
    dossier = dossier_of(
        [
            said("a", "east_head", 1, said_on=AS_OF.isoformat()),
            said("b", "south_head", mode="attributed", about=("east",)),
        ]
    )

    assert parts(dossier, "league") == [("point", "a"), ("by_others", "b")]


def test_of_one_day_the_higher_authority_stands_first() -> None:
    """The head's older words stand before the envoy's of the same day, whatever they are called."""
    day = {"said_on": days_before(40)}
    dossier = dossier_of(
        [
            said("a", "north_envoy", 1, summary="A says it.", **day),
            said("b", "north_head", 1, summary="B says it.", **day),
            said("c", "north_head", 3, said_on=AS_OF.isoformat()),
        ]
    )

    assert parts(dossier, "north")[1:] == [("earlier", "b"), ("earlier", "a")]
