"""Names, steps and events have their room: nothing covers another, on a desk and on a phone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.figure_text import text_width
from components.figures.ranges import PHONE, SCREEN
from components.sheet.axis import Flag, flags, named_ticks
from components.sheet.geometry import NAME, WORDS, PanelPlace, Room, stacked
from components.sheet.layout import Movement
from components.sheet.record import Record
from components.sheet.view import movement_of
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import view_of
from tests.positions.factories import MODEST


def record(dossier: str, day: str, **chosen: object) -> Movement:
    """The record of a bundled dossier."""
    tables = Tables(load_dossier(dossier), dossier_folder(dossier))
    selection = default_selection(tables.dossier, dt.date.fromisoformat(day))
    return movement_of(view_of(tables, replace(selection, **chosen)))  # type: ignore[arg-type]


RECORDS = (
    record("istanbul-2022", "2022-04-05"),
    record("ukraine-2014-2026", "2026-06-24"),
    record("ukraine-2014-2026", "2026-06-24", parties=("russia", "ukraine", "west")),
)
WIDE, NARROW = (Record(RECORDS[0], width).room for width in (SCREEN, PHONE))
ROOMS = pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
MOVEMENTS = pytest.mark.parametrize("movement", RECORDS, ids=["spring", "long", "west"])


@ROOMS
@MOVEMENTS
def test_names_stand_apart_and_inside_their_panel(movement: Movement, room: Room) -> None:
    """Names at the ends of lines neither overlap nor leave the panel."""
    for place in (PanelPlace(panel, room) for panel in movement.panels):
        boxes = sorted(
            (one.middle - half, one.middle + half)
            for one in place.labels
            for half in [len(one.lines) * room.leading * NAME / 2]
        )

        assert all(upper[1] <= lower[0] + 1e-6 for upper, lower in pairwise(boxes))
        assert all(top >= 0 and bottom <= place.floor + 1e-6 for top, bottom in boxes)


@ROOMS
@MOVEMENTS
def test_every_step_has_its_words_left_of_the_lines(movement: Movement, room: Room) -> None:
    """None is cut, none covers the next, and none reaches into the lines."""
    for place in (PanelPlace(panel, room) for panel in movement.panels):
        for step, lines in zip(place.panel.issue.scale, place.steps, strict=True):
            assert " ".join(lines) == step.short
            assert all(text_width(line, WORDS) <= room.left - 11 for line in lines)
        pairs = zip(pairwise(place.panel.ladder.rungs), pairwise(map(len, place.steps)), strict=True)
        for (one, other), lines_of in pairs:
            needed = sum(lines_of) / 2 * room.leading * WORDS
            assert needed <= (other.step - one.step) * place.step


@ROOMS
@MOVEMENTS
def test_higher_steps_stand_higher(movement: Movement, room: Room) -> None:
    """Step 0 is at the foot of every panel."""
    for place in (PanelPlace(panel, room) for panel in movement.panels):
        heights = [place.y(step.step) for step in place.panel.issue.scale]
        assert heights == sorted(heights, reverse=True)


@ROOMS
@MOVEMENTS
def test_no_name_of_an_event_covers_another_or_its_pole(movement: Movement, room: Room) -> None:
    """Flags stay on the page, and no pole runs through the words of another."""
    found = flags(movement, room)

    assert found
    assert all(-room.left <= one.left and one.right <= room.plot + room.right for one in found)
    for one, other in combinations(found, 2):
        lower, higher = sorted((one, other), key=lambda flag: flag.level)
        assert not (one.level == other.level and _overlap(one, other))
        if lower.level < higher.level:
            start, end = lower.text
            assert not start < higher.event.at * room.plot < end


def _overlap(one: Flag, other: Flag) -> bool:
    return one.left < other.right and other.left < one.right


@ROOMS
@MOVEMENTS
def test_named_days_do_not_touch_and_both_ends_are_among_them(movement: Movement, room: Room) -> None:
    """The first and the last day of the axis always have a name."""
    ticks = sorted(named_ticks(movement, room), key=lambda tick: tick.at)

    assert ticks[-1].at == 1
    assert ticks[0].at == 0
    for one, other in pairwise(ticks):
        room_between = (other.at - one.at) * room.plot
        assert room_between > (text_width(one.words, WORDS) + text_width(other.words, WORDS)) / 2


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(5, 30)), min_size=1, max_size=8),
    st.floats(0, 50),
)
@MODEST
def test_stacked_boxes_keep_order_and_stand_inside(boxes: list[tuple[float, float]], spare: float) -> None:
    """Whatever is wanted, no box covers another, and all lie between the ends."""
    places, heights = zip(*boxes, strict=True)
    low, high = 0.0, sum(heights) + spare
    found = stacked(places, heights, low, high)
    order = sorted(range(len(boxes)), key=lambda one: places[one])

    assert all(low - 1e-6 <= middle - height / 2 for middle, height in zip(found, heights, strict=True))
    assert all(middle + height / 2 <= high + 1e-6 for middle, height in zip(found, heights, strict=True))
    for one, other in pairwise(order):
        assert found[other] - found[one] >= (heights[one] + heights[other]) / 2 - 1e-6


def test_boxes_that_do_not_touch_stay_where_they_are() -> None:
    """Nothing is moved without need; two on one spot move by half each."""
    assert stacked([20, 40], [10, 10], 0, 60) == [20, 40]
    assert stacked([20, 20], [10, 10], 0, 60) == [15, 25]
    assert stacked([], [], 0, 60) == []
