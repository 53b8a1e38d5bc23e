"""What one side says of another is found under the side it speaks of."""

from __future__ import annotations

import datetime as dt

from positions.analysis.claims import claims_about
from positions.frames import statement_frame
from positions.reading.dossier import load_dossier

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
