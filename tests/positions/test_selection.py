"""The landing view, and what orders and limits every view."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from positions.address import address_of, selection_at
from positions.model.dossier import Dossier, Event
from positions.selection import (
    MOST_ISSUES,
    MOST_PARTIES,
    Shown,
    alphabetical,
    default_parties,
    default_selection,
    everything,
    key_days,
    main_parties,
    shown_of,
)
from tests.positions.factories import BODIES, DESCRIPTION, ISSUES, MEMBERS, MODEST, dossier_of, said

DOSSIER: Dossier = dossier_of(
    [
        said("a", "north_head", 1),
        said("b", "south_head", 1, mode="action", said_on="2030-06"),
        said("c", "pundit", mode="commentary", about=("south",), said_on="2030-05-10"),
    ],
    events=[
        Event(id="round", name="First round", day="2030-02-03", sources=("gazette",)),
        Event(id="call", name="A call", sources=("gazette",)),
    ],
)
ORDER = ("harbour", "league", "north", "south")
DEFAULT = default_selection(DOSSIER)


def wide(parties: int, issues: int) -> Dossier:
    """The dossier with so many states and issues and no core issue; the first name is the last in order."""
    return dossier_of(
        parties=[{"id": f"p{one}", "name": f"State {99 - one}", "kind": "state"} for one in range(parties)],
        issues=[
            {"id": f"i{one}", "name": f"Issue {one}", "question": "What of it?", "rule": "its words"}
            for one in range(issues)
        ],
        speakers=[],
    )


@given(st.integers(1, 40), st.integers(1, 40))
@MODEST
def test_a_landing_view_has_at_most_six_parties_and_ten_issues(parties: int, issues: int) -> None:
    """It has the first by the order rule, says what it leaves out, and everything is one step away."""
    dossier = wide(parties, issues)
    default = default_selection(dossier)
    whole = everything(default, dossier)

    assert default.parties == alphabetical(dossier)[:MOST_PARTIES]
    assert default.issues == tuple(one.id for one in dossier.issues)[:MOST_ISSUES]
    assert whole.parties == main_parties(dossier, default.day) == alphabetical(dossier)
    assert whole.issues == tuple(one.id for one in dossier.issues)
    assert (shown_of(default, dossier) is None) == (parties <= MOST_PARTIES and issues <= MOST_ISSUES)
    assert selection_at(address_of(whole, dossier), dossier) == (whole, None)


def test_what_a_landing_view_leaves_out_is_counted() -> None:
    """Six of 38 parties and ten of 38 issues; an explicit selection is never cut."""
    dossier = wide(38, 38)
    default = default_selection(dossier)
    seven = default.parties + main_parties(dossier, default.day)[20:21]
    chosen, unread = selection_at({"parties": ",".join(seven)}, dossier)

    assert shown_of(default, dossier) == Shown(6, 38, 10, 38)
    assert shown_of(chosen, dossier) == Shown(7, 38, 10, 38)
    assert (chosen.parties, unread) == (seven, None)


def test_without_core_issues_all_are_shown() -> None:
    """A dossier that marks no issue as core lands on all of them."""
    issues = [one.model_dump() | {"core": False} for one in DOSSIER.issues]

    assert default_selection(dossier_of(issues=issues)).issues == ISSUES


def test_parties_stand_in_alphabetical_order_of_their_names() -> None:
    """The order that every page uses goes by name, not by the order of the file."""
    assert alphabetical(DOSSIER) == ORDER


def test_an_unfolded_grouping_shows_its_members() -> None:
    """Members stand right after their grouping, and only when it is unfolded and shown."""
    unfolded, _ = selection_at({"unfolded": "league"}, DOSSIER)
    without, _ = selection_at({"unfolded": "league", "parties": "north"}, DOSSIER)

    assert DEFAULT.columns(DOSSIER) == ("league", "north", "south")
    assert unfolded.columns(DOSSIER) == ("league", *MEMBERS, *BODIES, "north", "south")
    assert without.columns(DOSSIER) == ("north",)


def test_key_days_are_those_on_which_something_can_change() -> None:
    """Days of statements and events, a month by its end, and the last day, in order, each once."""
    assert key_days(DOSSIER) == (
        dt.date(2030, 2, 3),
        dt.date(2030, 5, 10),
        dt.date(2030, 6, 30),
        dt.date(2030, 12, 31),
    )


def test_a_grouping_stands_in_its_parts_from_a_day_on() -> None:
    """From `apart_since` on the landing view shows a part and a member in the League's place."""
    inner = {"id": "inner", "name": "Inner", "kind": "grouping", "part_of": "league", "includes": ["west"]}
    parties = [
        {**one, "apart": ["inner", "east"], "apart_since": "2030-06"} if one["id"] == "league" else one
        for one in DESCRIPTION["parties"]
    ]
    found = dossier_of(parties=[*parties, inner])

    assert default_parties(found, dt.date(2030, 5, 31)) == ("league", "north", "south")
    assert default_parties(found, dt.date(2030, 6, 1)) == ("east", "inner", "north", "south")
    assert default_selection(found).parties == ("east", "inner", "north", "south")


def test_a_grouping_without_a_day_stays_whole() -> None:
    """Columns that may stand apart do so only when a reader chooses them, or from a day on."""
    parties = [{**one, "apart": ["east"]} if one["id"] == "league" else one for one in DESCRIPTION["parties"]]

    assert default_selection(dossier_of(parties=parties)).parties == ("league", "north", "south")
