"""The landing view, and what orders and limits every view."""

from __future__ import annotations

import datetime as dt

from positions.address import selection_at
from positions.models import Dossier, Event
from positions.selection import alphabetical, default_selection, key_days
from tests.positions.factories import ISSUES, MEMBERS, dossier_of, said

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
    assert unfolded.columns(DOSSIER) == ("league", *MEMBERS, "north", "south")
    assert without.columns(DOSSIER) == ("north",)


def test_key_days_are_those_on_which_something_can_change() -> None:
    """Days of statements and events, a month by its end, and the last day, in order, each once."""
    assert key_days(DOSSIER) == (
        dt.date(2030, 2, 3),
        dt.date(2030, 5, 10),
        dt.date(2030, 6, 30),
        dt.date(2030, 12, 31),
    )
