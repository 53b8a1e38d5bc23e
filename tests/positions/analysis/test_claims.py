"""What one side says of another is found under the side it speaks of."""

from __future__ import annotations

import datetime as dt
from typing import Any

from positions.analysis.claims import claims_about
from positions.frames import statement_frame
from positions.reading.dossier import load_dossier
from tests.positions.factories import AS_OF, dossier_of, said

STATEMENTS = statement_frame(load_dossier("istanbul-2022"))
LAST = dt.date(2022, 4, 5)


def test_a_claim_is_listed_under_the_side_described() -> None:
    """Lavrov's words about Ukraine and Crimea stand under Ukraine, not under Russia."""
    made = claims_about(STATEMENTS, ["russia", "ukraine"], "crimea", LAST)

    assert "lavrov" in set(made.loc[made["described"] == "ukraine", "speaker"])
    assert "lavrov" not in set(made.loc[made["described"] == "russia", "speaker"])


def test_only_claims_made_by_the_day_are_listed() -> None:
    """Nothing from after the day, and neither positions nor commentary among the claims."""
    made = claims_about(STATEMENTS, ["russia", "ukraine", "west"], "ceasefire", dt.date(2022, 3, 29))

    assert (made["day"].dt.date <= dt.date(2022, 3, 29)).all()
    assert set(made["mode"]) == {"attributed"}


def test_nobody_described_gives_an_empty_table() -> None:
    """An issue without claims has none."""
    assert claims_about(STATEMENTS, ["turkey"], "crimea", LAST).empty


def test_claims_stand_newest_first_up_to_the_day_and_on_the_issue_alone() -> None:
    """A claim of the day itself is known; one on another issue, or of the day after, is not listed."""
    described: dict[str, Any] = {"mode": "attributed", "about": ("north",)}
    claims = [
        said("old", "south_head", said_on="2030-05-01", **described),
        said("today", "south_head", said_on="2030-06-30", **described),
        said("other", "south_head", said_on="2030-06-01", issue="toll", **described),
        said("after", "south_head", said_on="2030-07-01", **described),
        said("between", "east_head", said_on="2030-06-01", mode="attributed", about=("north", "south")),
    ]

    made = claims_about(statement_frame(dossier_of(claims)), ["north"], "dam", AS_OF)

    assert list(made["id"]) == ["today", "between", "old"]
    assert list(made.index) == [0, 1, 2]
    assert set(made["described"]) == {"north"}
