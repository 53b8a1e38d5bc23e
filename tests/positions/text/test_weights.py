"""Weights in a sentence that can be read, and all of them in a table."""

from __future__ import annotations

from positions.text.weights import MOST_TOLD, weight_rows, weights_words
from positions.view import View
from tests.positions.factories import DESCRIPTION, PARTIES, parties_with, tables_of, view_at

(DAM,) = (one for one in DESCRIPTION["issues"] if one["id"] == "dam")
MANY = [DAM | {"id": f"dam-{place}", "name": f"Dam {place}", "in_sentence": None} for place in range(8)]


def shown(*, of_north: int = 0, of_issues: int = 0) -> View:
    """The view of two parties on eight issues, so many of which weigh 10, 20, 30 … for North or for all."""
    own = [
        {"issue": issue["id"], "weight": 10 * place, "source": "wire"}
        for place, issue in enumerate(MANY[:of_north], 1)
    ]
    issues = [
        issue | ({"weight": 10 * place, "weight_source": "wire"} if place <= of_issues else {})
        for place, issue in enumerate(MANY, 1)
    ]
    parties = parties_with("north", weights=own)
    tables = tables_of(issues=issues, parties=parties, left_out=[], refusals=[])
    return view_at(tables, issues=tuple(one["id"] for one in MANY), parties=PARTIES)


def test_a_few_weights_are_told_one_by_one() -> None:
    """The number stands first, so that it cannot run into a name; what weighs 1 comes last."""
    assert weights_words(shown(of_north=2)) == (
        "weights of parties, of which a pair has the mean: 10 for Northland on Dam 0 (Wire), "
        "20 for Northland on Dam 1 (Wire), 1 for others"
    )
    assert weights_words(shown(of_issues=1)) == "weights: 10 for Dam 0 (Wire), 1 for others"


def test_many_weights_are_told_by_range_count_and_source() -> None:
    """Seven are too many for a sentence; the table has each of them."""
    view = shown(of_north=MOST_TOLD + 1, of_issues=8)

    assert weights_words(view) == (
        "weights: from 10 to 80 for 8 issues (Wire); of parties, of which a pair has the mean: "
        "from 10 to 70 for 7 pairs of party and issue (Wire)"
    )
    assert weight_rows(view) == [
        *((f"Dam {place}", "all", str(10 * (place + 1)), "Wire") for place in range(8)),
        *((f"Dam {place}", "Northland", str(10 * (place + 1)), "Wire") for place in range(7)),
    ]
    assert weight_rows(shown()) == []
