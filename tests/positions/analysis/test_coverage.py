"""How much evidence there is, and how much of the view it fills."""

from __future__ import annotations

import pandas as pd
from hypothesis import given

from positions.analysis.coverage import Count, counts_by_side, stated_share, statement_counts
from positions.frames import statement_frame
from positions.models import Dossier
from positions.tables import standing
from tests.positions.factories import AS_OF, MODEST, dossier_of, dossiers, said, tables_of


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
    """Own and all statements per issue and side up to a day; commentary stands under no party."""
    frame = statement_frame(
        dossier_of(
            [
                said("a", "north_head", 1),
                said("b", "north_head", mode="attributed", about=("south",)),
                said("c", "pundit", mode="commentary", about=("south",)),
                said("d", "south_head", 1, said_on="2030-07-01"),
            ]
        )
    )

    assert counts_by_side(frame, "issue", AS_OF) == {("dam", ""): Count(1, 0), ("dam", "north"): Count(2, 1)}


def test_the_share_leaves_out_what_does_not_apply() -> None:
    """Of North's and South's cells on dam and toll one does not apply, one is old, one is stated."""
    issues = [one.model_dump() for one in dossier_of().issues]
    issues[1]["not_applicable"] = ("south",)
    tables = tables_of(
        said("a", "north_head", 1),
        said("b", "south_head", 1, said_on="2030-01-01"),
        said("c", "harbour_head", 1),
        issues=issues,
    )

    assert stated_share(standing(tables, AS_OF), ("north", "south"), ("dam", "toll")) == (1, 3)


def test_a_view_of_nothing_has_no_share() -> None:
    """Without cells nothing is stated and nothing applies."""
    cells = pd.DataFrame({"holder": ["north"], "issue": ["dam"], "state": ["stated"]})

    assert stated_share(cells, (), ()) == (0, 0)
