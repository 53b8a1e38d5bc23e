"""An issue side by side: a lane for each side, for each member that spoke, and for each claim."""

from __future__ import annotations

from components.figures.lanes import Lane, issue_lanes
from positions.view import View
from tests.positions.factories import said, view


def lanes_of(shown: View) -> tuple[Lane, ...]:
    """The lanes on the dam."""
    return issue_lanes(shown, shown.tables.scales["dam"])


def test_members_that_spoke_stand_in_their_groupings_place() -> None:
    """A grouping has no line of its own: its members have one each, silent ones none."""
    lanes = lanes_of(
        view(said("a", "east_head", 0), said("b", "council_head", 3), said("c", "north_head", 1))
    )

    assert [(lane.name, lane.inside, bool(lane.spot)) for lane in lanes] == [
        ("East", "League", True),
        ("Council", "League", True),
        ("Northland", "", True),
        ("Southland", "", False),
    ]
    assert lanes[-1].words == "not researched"


def test_a_grouping_of_which_nobody_spoke_has_one_lane() -> None:
    """It is named once, with the reason why nothing stands there."""
    league = lanes_of(view(said("a", "north_head", 1)))[0]

    assert (league.name, league.spot, league.words) == ("League", None, "not researched")


def test_members_with_columns_of_their_own_are_not_told_twice() -> None:
    """An unfolded grouping is a heading in words above the lanes of its members."""
    shown = view(said("a", "east_head", 0), said("b", "west_head", 3), unfolded=("league",))
    league, *rest = lanes_of(shown)

    assert (league.name, league.spot) == ("League", None)
    assert league.words.startswith("Split")
    assert [lane.name for lane in rest][:2] == ["East", "West"]
    assert not any(lane.inside for lane in rest)


def test_claims_have_lanes_of_their_own_below_whom_they_are_about() -> None:
    """Who says so is named, and the lane of the side itself stays as it was."""
    claim = said("x", "north_head", 0, mode="attributed", about=("south",))
    lanes = lanes_of(view(said("a", "north_head", 1), said("b", "south_head", 3), claim))

    south, claimed = lanes[2:]
    assert (south.name, south.spot and south.spot.point) == ("Southland", 3.0)
    assert claimed.claim
    assert (claimed.name, claimed.about) == ("as Northland says, 10 May 2030", "Southland")
    assert claimed.spot
    assert claimed.spot.point == 0.0
