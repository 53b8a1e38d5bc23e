"""A scale from the bottom up: rungs that have room, and places between them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.figures.figure_text import text_width
from components.figures.ladder import ladder
from components.figures.step_labels import SPACE, step_labels, with_room
from components.figures.strip import EMPTY, PARTS, POINT, labelled_blocks, strip_of
from positions.model.issues import Issue
from positions.text.scale import scale_marks
from tests.positions.factories import DESCRIPTION, MANY, cell_at, said, tables_of
from tests.positions.model.test_issues import issue

anchors = st.lists(st.integers(1, 99), max_size=8, unique=True)


def anchored(values: list[int]) -> Issue:
    """A scale from 0 to 100 with words at some values."""
    return issue(low=0, high=100, anchors=[{"value": one, "label": f"mark {one}"} for one in values])


@given(anchors)
@MANY
def test_rungs_of_a_scale_of_values_have_room(values: list[int]) -> None:
    """Both ends have a rung, every other is a mark, and two are a step or more apart."""
    made = ladder(anchored(values))
    heights = [rung.step for rung in made.rungs]

    assert (heights[0], heights[-1]) == (0, made.last)
    assert {rung.at for rung in made.rungs} <= {0, *values, 100}
    assert all(higher - lower >= 0.99 for lower, higher in pairwise(heights))
    assert all(abs(made.step(rung.at) - rung.step) < 1e-9 for rung in made.rungs)


def test_a_ladder_of_steps_has_a_rung_for_each() -> None:
    """Steps stand where their numbers are."""
    dam = Issue.model_validate(DESCRIPTION["issues"][0])

    assert [(rung.step, rung.at) for rung in ladder(dam).rungs] == [(place, place) for place in range(5)]


@given(anchors, st.integers(150, 700))
@MANY
def test_numbers_under_a_scale_do_not_touch(values: list[int], width: int) -> None:
    """However near anchors are to each other, a number stands clear of its neighbours."""
    kept = with_room(scale_marks(anchored(values)), width)

    assert (kept[0].at, kept[-1].at) == (0, 100)
    for one, other in pairwise(kept):
        halves = (text_width(one.number, 12) + text_width(other.number, 12)) / 2
        assert (other.at - one.at) * width / 100 >= halves + SPACE or {one.at, other.at} == {0, 100}
    assert all(0 <= label.share <= 1 for label in step_labels(anchored(values), width))


def test_a_strip_of_values_is_a_bar_with_a_mark() -> None:
    """The part of the value is filled; its words stand between those of ends and anchors."""
    fee = anchored([50])
    spoken = said("a", "north_head", issue="fee", value="12.5")
    tables = tables_of(spoken, issues=[*DESCRIPTION["issues"], fee.model_dump()])
    cell = cell_at(tables, "north", "fee")

    assert strip_of(cell) == (*(EMPTY,) * 3, POINT, *(EMPTY,) * (PARTS - 3))
    assert labelled_blocks(cell, fee) == [
        (EMPTY, "0 per cent", ""),
        (POINT, "12.5 per cent", ""),
        (EMPTY, "50 per cent: mark 50", ""),
        (EMPTY, "100 per cent", ""),
    ]
