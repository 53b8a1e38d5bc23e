"""The marks of an issue stand where the cells say, with the look that says how sure they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from components.figures.scale import EARLIER, OWN, REPORTED, ScaleRow, scale_row, scale_rows
from positions.model.dossier import Dossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View, view_of
from tests.positions.factories import FEW, days_before, dossiers, said, view, view_at

UKRAINE = Tables(load_dossier("ukraine-2014-2026"), dossier_folder("ukraine-2014-2026"))


def row_of(shown: View, issue: str = "dam") -> ScaleRow:
    """The row of one issue."""
    return scale_row(shown, shown.tables.scales[issue])


def test_reported_speech_and_own_words_have_their_own_roles() -> None:
    """Words that merely reach us through a report are told from those that are quoted."""
    row = row_of(
        view(said("a", "north_head", 1), said("b", "south_head", 3, mode="reported_speech")),
    )

    assert [(spot.column, spot.point, spot.role) for spot in row.spots] == [
        ("north", 1.0, OWN),
        ("south", 3.0, REPORTED),
    ]


def test_other_current_words_reach_and_doubt_does_not() -> None:
    """What was said before widens the range; what a coder was unsure of never does."""
    row = row_of(
        view(
            said("a", "north_head", 0, said_on=days_before(10)),
            said("b", "north_envoy", 2, said_on=days_before(1)),
            said("c", "south_head", (2, 4), spread="doubt"),
        )
    )

    assert [(one.column, one.low, one.high) for one in row.reaches] == [("north", 0, 2)]
    south = next(spot for spot in row.spots if spot.column == "south")
    assert (south.low, south.high, south.doubt, south.point) == (2, 4, True, 3.0)
    assert "2 to 4?" in south.label


def test_the_gap_is_drawn_between_the_points_of_the_widest_firm_pair() -> None:
    """The dark line ends where the two marks stand, and weak words make no line."""
    firm = row_of(view(said("a", "north_head", 1), said("b", "south_head", 4)))
    weak = row_of(view(said("a", "north_head", 1), said("b", "south_head", 4, confidence="low")))

    assert firm.ends == (1.0, 4.0)
    assert firm.gap.size == "3 of 4 steps"
    assert weak.ends is None
    assert next(spot for spot in weak.spots if spot.column == "south").weak


def test_a_split_grouping_has_a_mark_per_part_and_names_its_members() -> None:
    """Nobody reads the middle of a split as its position."""
    row = row_of(
        view(said("a", "east_head", 0), said("b", "west_head", 0), said("c", "isle_head", 3)),
    )

    assert [(spot.label, spot.point, spot.split) for spot in row.spots] == [
        ("East and West (League)", 0.0, True),
        ("Isle (League)", 3.0, True),
    ]
    assert row.ends is None


def test_old_words_say_from_when_they_are() -> None:
    """The month stands with the name, and the mark is an old one."""
    (spot,) = row_of(view(said("a", "north_head", 1, said_on=days_before(120)))).spots

    assert spot.old
    assert spot.label == "Northland, Mar 2030"


def test_who_stands_on_no_step_is_told_in_words() -> None:
    """Each kind of blank once, with the names of those of whom it is true."""
    row = row_of(view(said("a", "north_head", 1), said("b", "south_head")))

    assert [(one.names, one.words) for one in row.blanks] == [
        ("League", "not researched"),
        ("Southland", "said, but does not fit the scale"),
    ]


def test_the_earlier_day_has_a_small_mark_only_where_somebody_stood_elsewhere() -> None:
    """Who stood on the same step has none, and without a chosen day nobody has."""
    words = [
        said("a", "north_head", 0, said_on=days_before(20)),
        said("b", "north_head", 2, said_on=days_before(1)),
        said("c", "south_head", 3, said_on=days_before(20)),
    ]
    since = dt.date.fromisoformat(days_before(10))

    assert [(one.column, one.point, one.role) for one in row_of(view(*words, since=since)).earlier] == [
        ("north", 0.0, EARLIER)
    ]
    assert row_of(view(*words)).earlier == ()


@FEW
@given(dossiers())
def test_every_column_has_marks_or_a_blank(dossier: Dossier) -> None:
    """Nobody is left out of a row, nobody stands off the scale, and the gap lies between marks."""
    for row in scale_rows(view_at(Tables(dossier, Path()))):
        columns = {spot.column for spot in row.spots} | {one for blank in row.blanks for one in blank.columns}
        assert columns == {"league", "north", "south"}
        assert all(0 <= spot.low <= spot.high <= row.last for spot in row.spots)
        assert row.ends is None or set(row.ends) <= {spot.point for spot in row.spots}


@pytest.mark.parametrize("unfolded", [(), ("west",)])
def test_rows_run_from_the_widest_gap_down(unfolded: tuple[str, ...]) -> None:
    """The reader meets the widest gap first, and what is not compared last."""
    selection = replace(
        default_selection(UKRAINE.dossier), parties=("russia", "ukraine", "west"), unfolded=unfolded
    )
    shares = [
        row.gap.filled / row.gap.segments if row.gap.segments else -1.0
        for row in scale_rows(view_of(UKRAINE, selection))
    ]

    assert shares == sorted(shares, reverse=True)
