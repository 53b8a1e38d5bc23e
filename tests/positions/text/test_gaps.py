"""Gaps in words: how many steps, between whom, from where to where; whose words they are is never hidden."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from positions.analysis.gap import SPLIT, Gap
from positions.model.dossier import Dossier
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.gaps import (
    dated_pair,
    gap_sentence,
    gap_size,
    pair_words,
    points_words,
    side_words,
    touch_words,
    uncounted_words,
    why_not_compared,
    widest_words,
)
from positions.view import View
from tests.positions.factories import FEW, PARTIES, days, days_before, dossiers, said, view, view_at


def pair(*statements: Statement, parties: tuple[str, ...] = ("north", "south")) -> tuple[Gap, View]:
    """The only gap of a view, and the view."""
    shown = view(*statements, parties=parties)
    (gap,) = shown.gaps
    return gap, shown


@given(dossiers(), days)
@FEW
def test_a_grouping_of_which_few_spoke_is_told_by_its_members(dossier: Dossier, day: dt.date) -> None:
    """In every gap, whatever it rests on, fewer than half of the states are named; else the grouping is."""
    shown = view_at(Tables(dossier, Path()), day, parties=PARTIES, issues=("dam", "toll"))
    tables = shown.tables

    for gap in shown.gaps:
        for place, holder in enumerate(gap.pair):
            cell, name = shown.cell(holder, gap.issue), tables.names[holder]
            words = side_words(gap, place, tables)
            if cell.by_name:
                assert cell.grouped is not None
                assert words.endswith(f" ({name})")
                assert all(tables.names[one] in words for one in cell.grouped.members)
            else:
                assert words == name
        assert pair_words(gap, tables) == f"{side_words(gap, 0, tables)} – {side_words(gap, 1, tables)}"


@given(dossiers(), days)
@FEW
def test_every_gap_has_words(dossier: Dossier, day: dt.date) -> None:
    """A size with its scale, a sentence; a split one names its nearest and its farthest member."""
    shown = view_at(Tables(dossier, Path()), day, parties=PARTIES, issues=("dam", "toll"))

    for gap in shown.gaps:
        sentence = gap_sentence(gap, shown.tables)
        assert f" of {gap.last_step} steps" in gap_size(gap, shown.tables)
        assert (gap.gap is None) == sentence.startswith(f"{gap_size(gap, shown.tables)}: nearest ")
        if gap.gap is None:
            for points in (gap.nearest, gap.farthest):
                assert points_words(gap, points, shown.tables) in sentence
        assert ("the same step" in sentence) == (gap.relation == "same")


@pytest.mark.parametrize(
    ("statements", "size", "sentence"),
    [
        (
            [said("a", "north_head", 0), said("b", "south_head", 3)],
            "3 of 4 steps",
            "3 of 4 steps: from Dam closed to Dam mostly open",
        ),
        (
            [said("a", "north_head", 4), said("b", "south_head", (0, 1), spread="said")],
            "3.5 of 4 steps (3–4)",
            "3.5 of 4 steps (3–4): from Dam closed / Dam half open to Dam open",
        ),
        (
            [said("a", "north_head", 2), said("b", "south_head", 2)],
            "0 of 4 steps",
            "the same step: Dam shared",
        ),
        (
            [said("a", "north_head", (1, 3), spread="said"), said("b", "south_head", 2)],
            "0 of 4 steps (0–1)",
            "the same step: Dam half open to Dam mostly open and Dam shared",
        ),
        (
            [said("a", "north_head", 0), said("b", "south_head", 3, confidence="low")],
            "3 of 4 steps",
            "3 of 4 steps: from Dam closed to Dam mostly open; rests on low confidence",
        ),
    ],
)
def test_gaps_worked_by_hand(statements: list[Statement], size: str, sentence: str) -> None:
    """The size always has its scale, the lower end comes first, and weakness is said."""
    gap, shown = pair(*statements)

    assert (gap_size(gap, shown.tables), gap_sentence(gap, shown.tables)) == (size, sentence)


def test_a_split_grouping_is_an_interval_between_two_named_members() -> None:
    """From its nearest to its farthest member, both named, and no single number."""
    gap, shown = pair(
        said("a", "east_head", 0),
        said("b", "west_head", 3),
        said("c", "north_head", 4),
        parties=("league", "north"),
    )

    assert gap_sentence(gap, shown.tables) == (
        "1–4 of 4 steps: nearest West at Dam mostly open and Northland at Dam open; "
        "farthest East at Dam closed and Northland at Dam open"
    )
    assert side_words(gap, 0, shown.tables) == "League"


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        ([said("a", "east_head", 0)], "East (League)"),
        ([said("a", "east_head", 0), said("b", "council_head", 0)], "East and Council (League)"),
        ([said("a", "east_head", 0), said("b", "council_head", 3)], "East and Council (League)"),
        ([said("a", "council_head", 0)], "Council (League)"),
        ([said("a", "east_head", 0, confidence="low")], "East (League)"),
        ([said("a", "east_head", 0), said("b", "west_head", 0)], "League"),
    ],
)
def test_by_name_worked_by_hand(statements: list[Statement], name: str) -> None:
    """One state, a state and a body, agreed or split or weak: by name; two of four states are the League."""
    gap, shown = pair(*statements, said("c", "north_head", 4), parties=("league", "north"))

    assert pair_words(gap, shown.tables) == f"{name} – Northland"


def test_what_touches_is_told_with_its_two_statements() -> None:
    """Earlier words of Northland name the step where Southland stands: both sentences, both days."""
    gap, shown = pair(
        said("a", "north_head", 3, said_on="2030-05-01"),
        said("b", "north_envoy", 0),
        said("c", "south_head", 3, said_on="2030-05"),
    )

    assert gap.relation == "apart"
    assert touch_words(gap, shown.tables) == (
        "Other current words of the two name one step: north_head speaks (1 May 2030); "
        "south_head speaks (May 2030)"
    )
    assert touch_words(pair(said("a", "north_head", 3), said("c", "south_head", 3))[0], shown.tables) == ""


def test_the_widest_gap_of_an_issue() -> None:
    """Its size once, every pair by name, each with its own interval where they differ; else why not."""
    shown = view(
        said("a", "north_head", 0),
        said("b", "south_head", 3),
        said("c", "harbour_head", (2, 4), spread="said"),
        said("d", "east_head", 3),
        said("e", "north_head", issue="toll"),
        parties=("harbour", "league", "north", "south"),
        issues=("dam", "toll", "fish"),
    )
    dam, toll, fish = (widest_words(shown, issue) for issue in ("dam", "toll", "fish"))

    assert (dam.size, dam.segments, dam.filled) == ("3 of 4 steps", 4, 3)
    assert dam.pairs == ("Harbour – Northland (2–4)", "Northland – Southland")
    assert (toll.size, toll.segments) == ("not compared", 0)
    assert toll.pairs == (
        "Harbour, League and Southland: not researched",
        "Northland: said, but does not fit the scale",
    )
    assert (fish.size, fish.pairs) == ("no scale", ())


def test_a_wider_gap_that_does_not_count_is_told() -> None:
    """Members that stand farther than the widest firm gap are named, with why they do not count."""
    north, south = said("a", "north_head", 0), said("b", "south_head", 2)
    split = view(north, south, said("c", "east_head", 1), said("d", "west_head", 3))
    few = view(north, south, said("c", "east_head", 4))
    near = view(north, south, said("c", "east_head", 1), said("d", "west_head", 2))

    assert widest_words(split, "dam").lines == (
        "Northland – Southland",
        "wider, not counted: League – Northland (3)",
    )
    assert uncounted_words(split) == (
        "wider, not counted: the dam, West (League) – Northland, 3 of 4 steps (split)"
    )
    assert uncounted_words(few) == (
        "wider, not counted: the dam, East (League) – Northland, 4 of 4 steps (some members only)"
    )
    assert uncounted_words(few) in few.measure
    assert (uncounted_words(near), widest_words(near, "dam").wider) == ("", ())


def test_why_there_is_nothing_to_compare() -> None:
    """Low confidence, split and by name are said to be so, each kind once with its names."""
    shown = view(
        said("a", "north_head", 0, confidence="low"), said("b", "east_head", 0), said("c", "west_head", 4)
    )
    few = view(said("a", "north_head", 0), said("b", "east_head", 0))

    assert widest_words(shown, "dam").pairs == (
        "League: split",
        "Northland: low confidence",
        "Southland: not researched",
    )
    assert widest_words(few, "dam").pairs[0] == "League: told by name"
    assert why_not_compared(shown.cell("north", "dam"), shown.cell("south", "dam")) == "Southland: no step"


def test_old_words_carry_their_month() -> None:
    """A side whose words are old is told with the month that they are from; the other one is not."""
    gap, shown = pair(said("a", "north_head", 0, said_on=days_before(61)), said("b", "south_head", 3))

    assert dated_pair(gap, shown) == "Northland (Apr 2030) – Southland"


def test_a_split_gap_says_what_it_rests_on() -> None:
    """Its basis is split, also where the other side is weak."""
    gap, _ = pair(
        said("a", "east_head", 0),
        said("b", "west_head", 3),
        said("c", "north_head", 4, confidence="low"),
        parties=("league", "north"),
    )

    assert gap.basis == SPLIT
