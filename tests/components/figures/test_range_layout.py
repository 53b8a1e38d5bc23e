"""Words of the range plot never touch and never leave the page, on the narrowest page either."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from components.figure_text import text_width
from components.figures.alike import alike
from components.figures.name_blocks import NAME
from components.figures.range_layout import RowLayout, row_layout
from components.figures.scale import scale_rows
from components.figures.step_labels import EDGE, NARROW, WORDS, WORDS_LINE, StepLabel, step_labels
from components.theme import party_marks
from positions.model.issues import Issue
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View, view_of
from tests.positions.factories import DESCRIPTION, scale, view

TABLES = {
    name: Tables(load_dossier(name), dossier_folder(name)) for name in ("istanbul-2022", "ukraine-2014-2026")
}
LINE = NARROW / (1 + 2 * EDGE)


def bundled(name: str, **chosen: object) -> View:
    """The landing view of a bundled dossier with other choices."""
    return view_of(TABLES[name], replace(default_selection(TABLES[name].dossier), **chosen))  # type: ignore[arg-type]


VIEWS = [
    bundled("istanbul-2022"),
    bundled("ukraine-2014-2026"),
    bundled("ukraine-2014-2026", parties=("minsk-ii", "russia", "ukraine", "us")),
    bundled("ukraine-2014-2026", parties=("russia", "ukraine", "west"), unfolded=("west",)),
]


def layouts(shown: View) -> list[RowLayout]:
    """The layouts of all rows of a view."""
    marks = party_marks(shown.tables.dossier)
    return [row_layout(row, marks) for row in scale_rows(shown)]


def box(label: StepLabel, width: float) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of the words of a step, in pixels."""
    half = max(text_width(line, WORDS) for line in label.lines) / 2
    middle = (label.share + EDGE) * width + label.shift
    return middle - half, middle + half, label.down, label.down + WORDS_LINE * len(label.lines)


def issue_with(*words: str) -> Issue:
    """An issue whose steps have these words."""
    return Issue.model_validate({**DESCRIPTION["issues"][0], "scale": scale(*words)})


@pytest.mark.parametrize("shown", VIEWS)
def test_names_of_neighbouring_marks_never_touch(shown: View) -> None:
    """Each block of names keeps to its part of the narrowest page."""
    for layout in layouts(shown):
        blocks = []
        for names in layout.names:
            left = (names.share + EDGE) / (1 + 2 * EDGE) * NARROW + names.left
            blocks.append((left, left + names.width))
        for (_, right), (left, _) in pairwise(blocks):
            assert right <= left + 1
        assert all(left >= -1 for left, _ in blocks)
        assert not blocks or blocks[-1][1] <= NARROW + 1


@pytest.mark.parametrize("shown", VIEWS)
def test_every_mark_is_named_and_every_step_has_its_words(shown: View) -> None:
    """No column that stands on a step is without its name, and no step without its words."""
    for layout in layouts(shown):
        drawn = [one for ones in layout.places for one in ones]
        assert {entry.drawn for names in layout.names for entry in names.entries} == set(drawn)
        assert {spot for one in drawn for spot in one.spots} == set(layout.row.spots)
        told = [" ".join(label.lines) for label in layout.steps]
        assert told == [step.short for step in layout.row.issue.scale]


def test_long_words_of_steps_stand_in_two_rows_in_turn() -> None:
    """Where neighbours would touch, every second step stands lower, and all words are there."""
    labels = step_labels(issue_with(*["Unconstitutionally"] * 5), LINE)

    assert [bool(label.down) for label in labels] == [False, True, False, True, False]


def test_where_nothing_fits_steps_have_numbers_and_the_ends_their_words() -> None:
    """On a long scale of long words no word is cut; the table has them all."""
    labels = step_labels(issue_with(*["Unconstitutionally"] * 9), LINE)

    assert [label.lines[0] for label in labels] == [str(step) for step in range(9)]
    assert [len(label.lines) > 1 for label in labels] == [True, *[False] * 7, True]


@pytest.mark.parametrize(
    "words", [["Neutral and demilitarised"] * 5, ["Open"] * 7, ["Unconstitutionally"] * 6]
)
def test_words_of_steps_never_touch(words: list[str]) -> None:
    """Boxes of the words of any two steps lie apart and inside the page."""
    boxes = [box(label, LINE) for label in step_labels(issue_with(*words), LINE)]

    for one, other in combinations(boxes, 2):
        beside = one[1] <= other[0] + 1 or other[1] <= one[0] + 1
        assert beside or one[3] <= other[2] or other[3] <= one[2]
    assert all(left >= -1 and right <= NARROW + 1 for left, right, _, _ in boxes)


def test_marks_that_look_alike_at_one_place_are_drawn_once() -> None:
    """Nine members on one step are one mark with nine names, and an old one beside it is another."""
    shown = VIEWS[-1]
    marks = party_marks(shown.tables.dossier)
    row = next(one for one in scale_rows(shown) if one.issue.id == "neutrality")
    drawn = alike([spot for spot in row.spots if spot.point == 4], marks)

    assert [one.spot.old for one in drawn] == [False, True]
    assert "Finland" in drawn[0].label
    assert "Poland" in drawn[0].label
    assert drawn[1].label == "NATO, Jul 2024"


def test_a_view_without_words_has_a_layout() -> None:
    """Nobody spoke: the scale with its words, no names, and the blanks below."""
    dam, toll = layouts(view(issues=("dam", "toll", "fish")))

    assert dam.names == ()
    assert dam.height > 0
    assert [len(one.steps) for one in (dam, toll)] == [5, 3]
    assert text_width(dam.blanks[0], NAME) > 0
