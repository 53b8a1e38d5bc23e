"""The landing view, and what orders and limits every view."""

from __future__ import annotations

import datetime as dt

from positions.address import selection_at
from positions.model.dossier import Dossier, Event
from positions.selection import alphabetical, default_parties, default_selection, key_days
from tests.positions.factories import BODIES, DESCRIPTION, ISSUES, MEMBERS, dossier_of, said

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
