"""Two days as one drawing: both marks on the scale, the change in words, nothing lost or covered."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given

from components.figures.range_band import Room
from components.figures.ranges import PHONE, SCREEN
from components.figures.scene import Drawing, Label, Marker
from components.sheet.two_days import two_days
from components.sheet.view import movement_of
from positions.model.dossier import Dossier
from positions.tables import Tables
from positions.text.labels import MARK_WORDS
from positions.view import View
from tests.components.sheet.bundled import TABLES, shown
from tests.positions.factories import AS_OF, FEW, dossiers, view_at

ROOMS = {"wide": SCREEN, "narrow": PHONE, "square": Room(738, 14.8)}


def drawn(view: View, room: Room = SCREEN, *, whole: bool = True) -> Drawing:
    """The two days of a view."""
    return two_days(movement_of(view), room, whole=whole)


def labels(drawing: Drawing, *roles: str) -> list[Label]:
    """The words of some roles in all of a drawing."""
    return [one for one in drawing.whole.shapes if isinstance(one, Label) and one.role in roles]


def words(drawing: Drawing, *roles: str) -> list[str]:
    """Each of these words in one line."""
    return [" ".join(one.lines).replace("\u00a0", " ") for one in labels(drawing, *roles)]


@pytest.mark.parametrize("room", ROOMS.values(), ids=list(ROOMS))
def test_an_arrow_leads_from_the_earlier_step_to_the_later(room: Room) -> None:
    """Russia moved from step 0 to 1 on the ceasefire: a small mark, a large mark, the words and their day."""
    drawing = drawn(shown(parties=("russia",), issues=("ceasefire",)), room)
    (band,) = drawing.bands
    marks = {one.role: one for one in band.scene.shapes if isinstance(one, Marker) and one.pin is None}

    assert set(marks) == {"earlier", "own"}
    assert marks["earlier"].x < marks["own"].x
    assert marks["earlier"].size < marks["own"].size
    assert words(drawing, "moved") == [
        "moved 1 step: On until aims are met → Reduced in places (29 Mar 2022)"
    ]
    assert "Russia: moved 1 step" in band.words


def test_issues_on_which_somebody_moved_come_first() -> None:
    """The arrow of the finding stands at the top; all other issues keep their order."""
    view = shown()

    assert words(drawn(view), "issue") == [
        "Ceasefire",
        *(issue.name for issue in view.issues if issue.id != "ceasefire"),
    ]


def test_both_days_and_both_ends_stand_over_the_rows() -> None:
    """The days by name, and what left and right mean in the dossier's words."""
    drawing = drawn(shown())

    assert words(drawing, "days") == ["3 Mar 2022  →", "5 Apr 2022"]
    assert words(drawing, "end") == [TABLES.dossier.low_end, TABLES.dossier.high_end]


def test_only_the_looks_that_are_used_stand_in_the_legend() -> None:
    """In the words of the house; the small mark of the earlier day has its date instead."""
    told = words(drawn(shown()), "legend")

    assert "own words" in told
    assert told == [one for one in MARK_WORDS.values() if one in told]
    assert MARK_WORDS["earlier"] not in told


@pytest.mark.parametrize("room", ROOMS.values(), ids=list(ROOMS))
@pytest.mark.parametrize("whole", [True, False])
@FEW
@given(dossier=dossiers())
def test_no_words_cover_others_and_none_are_cut(room: Room, whole: bool, dossier: Dossier) -> None:
    """For any statements, on every width; row by row the same words stand there as in whole issues."""
    view = view_at(Tables(dossier, Path()), since=AS_OF - dt.timedelta(days=30))
    drawing = drawn(view, room, whole=whole)
    placed = [one for one in drawing.whole.shapes if isinstance(one, Label)]

    assert all(one.left >= -1 and one.left + one.width <= room.width + 1 for one in placed)
    for one, other in combinations(placed, 2):
        across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
        down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        assert across <= 1 or down <= 1, (one, other)
    assert sorted(words(drawing, "name")) == sorted(words(drawn(view, room), "name"))


def test_row_by_row_the_name_of_the_issue_opens_a_further_sheet() -> None:
    """A band for each row; all but the first have the name for a sheet that begins with them."""
    bands = drawn(shown(), ROOMS["square"], whole=False).bands
    ceasefire = [one for one in bands if one.name == "Ceasefire"]

    assert len(ceasefire) == 3
    assert ceasefire[0].opening is None
    for band in ceasefire[1:]:
        assert band.opening is not None
        assert [one.lines for one in band.opening.shapes if isinstance(one, Label)] == [("Ceasefire",)]


def test_without_an_earlier_day_nothing_is_drawn() -> None:
    """No head, no rows and no legend."""
    drawing = drawn(shown("2022-02-24", since=None))

    assert drawing.whole.height == 0
