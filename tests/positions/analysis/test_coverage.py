"""How much evidence there is, and where."""

from __future__ import annotations

from hypothesis import given

from positions.analysis.coverage import Count, counts_by_side, statement_counts
from positions.frames import statement_frame
from positions.model.dossier import Dossier
from tests.positions.factories import AS_OF, MODEST, dossier_of, dossiers, said


@given(dossiers())
@MODEST
def test_every_statement_is_counted_once(dossier: Dossier) -> None:
    """Counts per issue and party add up to all statements, own ones to all that can set a cell."""
    frame = statement_frame(dossier)
    counts = statement_counts(frame, "issue")

    assert counts["statements"].sum() == len(dossier.statements)
    assert counts["own"].sum() == frame["own"].sum()
    assert (counts["own"] <= counts["statements"]).all()
    assert not counts.duplicated(["issue", "party"]).any()


def test_counts_worked_by_hand() -> None:
    """North has an own statement and a claim in the gazette; the pundit's comment stands under no party."""
    frame = statement_frame(
        dossier_of(
            [
                said("a", "north_head", 1),
                said("b", "north_head", mode="attributed", about=("south",)),
                said("c", "pundit", mode="commentary", about=("south",)),
                said("d", "east_head", 1, source="wire"),
            ]
        )
    )

    assert statement_counts(frame, "source").to_numpy().tolist() == [
        ["gazette", "", 1, 0],
        ["gazette", "north", 2, 1],
        ["wire", "league", 1, 1],
    ]


def test_no_statements_no_counts() -> None:
    """An empty dossier has an empty table of counts."""
    counts = statement_counts(statement_frame(dossier_of()), "issue")

    assert counts.empty
    assert list(counts.columns) == ["issue", "party", "statements", "own"]


def test_counts_by_side_know_nothing_of_later_days() -> None:
    """Own and all statements per issue and side up to and on a day; commentary stands under no party."""
    frame = statement_frame(
        dossier_of(
            [
                said("a", "north_head", 1),
                said("b", "north_head", mode="attributed", about=("south",)),
                said("c", "pundit", mode="commentary", about=("south",)),
                said("d", "south_head", 1, said_on="2030-07-01"),
                said("e", "south_head", 1, said_on="2030-06-30"),
            ]
        )
    )

    assert counts_by_side(frame, "issue", AS_OF) == {
        ("dam", ""): Count(1, 0),
        ("dam", "north"): Count(2, 1),
        ("dam", "south"): Count(1, 1),
    }
