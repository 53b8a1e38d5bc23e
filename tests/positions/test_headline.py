"""The sentence above a view and the line under it say what the tables say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from positions.analysis.gap import pair_gaps
from positions.headline import footer, headline, lede
from positions.models import Statement
from positions.selection import Selection
from positions.tables import comparable, standing
from tests.positions.factories import AS_OF, said, tables_of

VIEW = Selection("dam-talks", AS_OF, ("league", "north", "south"), ("dam", "toll"))


def sentence(*statements: Statement, view: Selection = VIEW) -> str:
    """The headline of the view over these statements."""
    tables = tables_of(*statements)
    gaps = pair_gaps(comparable(standing(tables, view.day), view.columns(tables.dossier), view.issues))
    return headline(gaps, tables.dossier, view)


def on(issue: str, north: int, south: int) -> list[Statement]:
    """North and South on one step each."""
    return [
        said(f"{issue}-n", "north_head", north, issue=issue),
        said(f"{issue}-s", "south_head", south, issue=issue),
    ]


@pytest.mark.parametrize(
    "statements", [[], [said("a", "north_head", 1)], [said("a", "north_head", issue="fish")]]
)
def test_no_gap(statements: list[Statement]) -> None:
    """Where no two parties can be compared the sentence says that, and claims no agreement."""
    assert sentence(*statements) == (
        "No two of the shown parties have stated comparable positions by 30 Jun 2030."
    )


def test_all_on_the_same_step() -> None:
    """Equal positions are said to stand on the same step, issue by issue."""
    assert sentence(*on("dam", 2, 2), *on("toll", 1, 1)) == (
        "Stated positions on the dam and Toll stand on the same step, as of 30 Jun 2030."
    )


def test_the_widest_gap() -> None:
    """The widest gap is named with its steps, and where ranges touch."""
    assert sentence(*on("dam", 0, 3), *on("toll", 1, 1)) == (
        "Widest stated gap by 30 Jun 2030: the dam, 3 of 4 steps (Northland\u00a0–\u2060\u00a0Southland). "
        "Stated ranges touch on Toll."
    )


def test_ties_are_all_named() -> None:
    """Half of one scale and half of the other are one gap on two issues."""
    assert sentence(*on("dam", 0, 2), *on("toll", 0, 1)) == (
        "Widest stated gap by 30 Jun 2030: the dam and Toll, 1 of 2 steps or 2 of 4 steps."
    )


def test_the_widest_is_measured_by_its_scale() -> None:
    """Two of two steps are wider than three of four: a gap is a share of its scale (codebook, section 7)."""
    assert sentence(*on("dam", 0, 3), *on("toll", 0, 2)) == (
        "Widest stated gap by 30 Jun 2030: Toll, 2 of 2 steps (Northland\u00a0–\u2060\u00a0Southland)."
    )


def test_an_issue_where_one_pair_is_apart_does_not_touch() -> None:
    """Ranges touch on an issue only when those of all shown parties do."""
    league = said("l", "east_head", 2, issue="toll")

    assert "touch" not in sentence(*on("dam", 0, 4), *on("toll", 1, 1), league)


def test_old_positions_make_no_headline() -> None:
    """A gap between positions that no longer count is not the widest; it is none."""
    assert sentence(*on("dam", 0, 4), view=replace(VIEW, day=dt.date(2030, 12, 31))).startswith("No two")


def test_the_lede_counts_the_evidence() -> None:
    """Statements, sources and span of days known by the day, and the cells that are filled."""
    tables = tables_of(
        said("a", "north_head", 1),
        said("b", "south_head", 2, said_on="2030-06-20", source="wire"),
        said("c", "pundit", mode="commentary", about=("south",)),
        said("d", "south_head", 2, said_on="2030-07-20"),
    )
    words = lede(tables.statements, standing(tables, AS_OF), VIEW, VIEW.parties)

    assert words == ("3 statements in 2 sources, 10 May 2030 to 20 Jun 2030 · 2 of 6 cells stated")


def test_the_lede_before_anything_was_said() -> None:
    """On a day before the first statement the lede says so."""
    tables, early = tables_of(said("a", "north_head", 1)), replace(VIEW, day=dt.date(2030, 1, 1))
    words = lede(tables.statements, standing(tables, early.day), early, early.parties)

    assert words == "No statement by 1 Jan 2030 · 0 of 6 cells stated"


def test_the_footer_carries_what_every_output_must() -> None:
    """As-of day, sources, order rule, coverage, data version, and that equal steps are an assumption."""
    tables = tables_of(*on("dam", 0, 3))
    words = footer(standing(tables, AS_OF), tables.dossier, VIEW, VIEW.parties)

    assert words == (
        "As of 30 Jun 2030 · sources: Gazette; Courier; Wire · parties in alphabetical order · "
        "2 of 6 cells stated · positions count for 60 days · data 0a1b2c3d · equal steps are an assumption"
    )


def test_another_order_is_printed_as_such() -> None:
    """A view in another order does not claim to be alphabetical."""
    tables, view = tables_of(), replace(VIEW, parties=("south", "north"))
    words = footer(standing(tables, AS_OF), tables.dossier, view, view.parties)

    assert "parties in the reader's order" in words
    assert "alphabetical" not in words
