"""A grouping is told by its members: who of them share a step, who do not, and who said nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.grouping import Grouped, Membership, grouped
from positions.analysis.position import Position
from positions.analysis.words import Stance
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from tests.positions.factories import (
    AS_OF,
    BODIES,
    DESCRIPTION,
    MANY,
    MEMBERS,
    cell,
    cell_at,
    days,
    dossier_of,
    dossiers,
    said,
)

LEAGUE = Membership(states=MEMBERS, bodies=BODIES, speaks_for={"council": ("isle", "cape")})


def at(low: int, high: int | None = None, *, doubt: bool = False, weak: bool = False) -> Position:
    """A position on these steps."""
    high = low if high is None else high
    stance = Stance(low, high, doubt and low < high, weak, AS_OF, ("x",), ("s",), 1, ())
    return Position(point=stance, weak=weak)


stances = st.builds(
    lambda low, width, doubt, weak: at(low, min(3, low + width), doubt=doubt, weak=weak),
    st.integers(0, 3),
    st.integers(0, 2),
    st.booleans(),
    st.integers(1, 5).map(lambda number: number == 1),
)
positions = st.dictionaries(st.sampled_from([*MEMBERS, *BODIES]), stances)


def league(*statements: Statement) -> Grouped:
    """The League on the dam over these statements."""
    found = cell(*statements, holder="league").grouped
    assert found is not None
    return found


@given(positions)
@MANY
def test_agreed_needs_a_step_that_all_share(members: dict[str, Position]) -> None:
    """A common step lies in the range of every member that counts; where there is none, nobody agrees."""
    found = grouped(members, LEAGUE)
    points = [stance for one in (found.clusters or found.weak) for stance in one.stances]

    if found.common is not None:
        low, high = found.common
        assert points
        assert all(one.low <= low and high <= one.high for one in points if not one.doubt)
        assert all(low <= one.low and one.high <= high for one in points if one.doubt)
    elif points and not any(one.doubt for one in points):
        assert max(one.low for one in points) > min(one.high for one in points)


@given(positions)
@MANY
def test_every_member_stands_under_its_own_steps_and_nowhere_else(members: dict[str, Position]) -> None:
    """Clusters part the members: each once, with its own words, firm ones apart from weak ones."""
    found = grouped(members, LEAGUE)
    listed = [
        (member, stance)
        for one in (*found.clusters, *found.weak)
        for member, stance in zip(one.members, one.stances, strict=True)
    ]

    assert sorted(member for member, _ in listed) == sorted(members)
    assert all(members[member].point == stance for member, stance in listed)
    for one in (*found.clusters, *found.weak):
        assert {(stance.low, stance.high, stance.doubt) for stance in one.stances} == {
            (one.low, one.high, one.doubt)
        }
    assert all(not stance.weak for one in found.clusters for stance in one.stances)
    assert all(stance.weak for one in found.weak for stance in one.stances)


@given(positions)
@MANY
def test_only_states_are_counted(members: dict[str, Position]) -> None:
    """n of N counts states with firm words (weak ones where nothing is firm), never a body, none twice."""
    found = grouped(members, LEAGUE)
    firm = {name for name, one in members.items() if not one.weak} or set(members)

    assert found.states == len(MEMBERS)
    assert set(found.spoke_states) == firm & set(MEMBERS)
    assert set(found.spoke_bodies) == firm & set(BODIES)
    assert found.by_name == (2 * len(found.spoke_states) < found.states or not found.spoke_states)


@given(positions)
@MANY
def test_through_names_states_without_words_and_counts_them_nowhere(members: dict[str, Position]) -> None:
    """A body that spoke speaks for the states on its list that said nothing, each once."""
    found = grouped(members, LEAGUE)
    silent = [state for _, states in found.through for state in states]

    assert len(silent) == len(set(silent))
    assert not set(silent) & set(members)
    assert not set(silent) & set(found.members)
    assert all(body in found.spoke_bodies for body, _ in found.through)
    assert set(silent) == ({"isle", "cape"} - set(members) if "council" in found.spoke_bodies else set())


@given(dossiers(), days)
@MANY
def test_a_grouping_has_no_voice_of_its_own(dossier: Dossier, as_of: dt.date) -> None:
    """Words of the League without a member set no cell; its members stand where they stand alone."""
    tables = Tables(dossier, Path())

    for issue in tables.scales:
        found = cell_at(tables, "league", issue, as_of)
        assert found.position == Position()
        assert ("league", issue) not in tables.words
        for member in (*MEMBERS, *BODIES):
            alone = cell_at(tables, member, issue, as_of).position
            assert found.members.get(member, Position()) == alone


def test_opposed_members_have_no_point() -> None:
    """Members at 0 and 3 of 3 are split: two parts, nothing in the middle, no common step."""
    found = grouped({"east": at(0), "west": at(3)}, LEAGUE)

    assert found.common is None
    assert [(one.low, one.high, one.members) for one in found.clusters] == [
        (0, 0, ("east",)),
        (3, 3, ("west",)),
    ]


def test_ranges_that_were_said_agree_where_they_meet() -> None:
    """Steps 1 to 2, 2 to 3 and 2 share step 2."""
    found = grouped({"east": at(1, 2), "west": at(2, 3), "isle": at(2)}, LEAGUE)

    assert found.common == (2, 2)
    assert found.agreed


@pytest.mark.parametrize(
    ("unsure", "common"), [(at(1, 2, doubt=True), None), (at(2, 3, doubt=True), None), (at(2), (2, 2))]
)
def test_a_doubt_agrees_with_nobody(unsure: Position, common: tuple[int, int] | None) -> None:
    """A member whom the coder placed at one step or another shares none for certain."""
    assert grouped({"east": at(2), "west": unsure}, LEAGUE).common == common


def test_a_doubt_inside_what_the_others_said_is_agreed() -> None:
    """Whichever of the steps was meant, the others named both of them."""
    assert grouped({"east": at(1, 3), "west": at(1, 2, doubt=True)}, LEAGUE).common == (1, 3)


def test_weak_words_stand_apart_from_firm_ones() -> None:
    """One firm member makes the grouping; a weak one is told beside it and neither splits nor counts."""
    found = grouped({"east": at(0), "west": at(3, weak=True)}, LEAGUE)

    assert (found.common, found.spoke_states) == ((0, 0), ("east",))
    assert [one.members for one in found.weak] == [("west",)]


def test_half_of_the_states_are_enough_for_the_name() -> None:
    """Two of four states speak for the League; one of four, or a council alone, are told by name."""
    two = league(said("a", "east_head", 2), said("b", "west_head", 2))
    one = league(said("a", "east_head", 2), said("c", "council_head", 2))
    body = league(said("c", "council_head", 2))

    assert (two.by_name, one.by_name, body.by_name) == (False, True, True)
    assert (one.spoke_states, one.spoke_bodies) == (("east",), ("council",))
    assert (body.spoke_states, body.through) == ((), (("council", ("isle", "cape")),))


def test_a_state_with_words_of_its_own_is_not_named_through_a_body() -> None:
    """Isle spoke, if only off the scale: Cape alone is named through the Council."""
    found = league(said("a", "isle_head"), said("c", "council_head", 2))

    assert found.through == (("council", ("cape",)),)
    assert (found.worded, found.worded_states) == (("isle",), ("isle",))


def test_a_member_counts_in_every_grouping_that_it_belongs_to() -> None:
    """East, included in a smaller grouping, counts there as well, and a body never counts as a state."""
    inner = {"id": "inner", "name": "Inner League", "kind": "grouping", "includes": ["east", "council"]}
    tables = Tables(_with(inner, said("a", "east_head", 2)), Path())
    whole, part = cell_at(tables, "league").grouped, cell_at(tables, "inner").grouped

    assert whole is not None
    assert part is not None
    assert (len(whole.spoke_states), whole.states) == (1, 4)
    assert (len(part.spoke_states), part.states, part.by_name) == (1, 1, False)


def _with(party: Mapping[str, object], *statements: Statement) -> Dossier:
    """The dossier with one more party."""
    return dossier_of(statements, parties=[*DESCRIPTION["parties"], party])
