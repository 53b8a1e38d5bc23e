"""A table comes in by its mapping alone, and every number is the one that it holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.positions.importing.made_tables import (
    MadeTable,
    coded_statements,
    council_positions,
    expert_survey,
    imported,
    reference_distances,
    reference_shares,
    shares,
    turned,
    two_header_lines,
    voting_advice,
    whole_view,
)

SHAPES: dict[str, Callable[[], MadeTable]] = {
    "voting advice": voting_advice,
    "a row for each thesis": lambda: turned(voting_advice(12, 9)),
    "coded statements": coded_statements,
    "two lines of headings": two_header_lines,
    "expert survey": expert_survey,
    "council positions": council_positions,
}


@pytest.fixture(params=list(SHAPES))
def made(request: pytest.FixtureRequest) -> MadeTable:
    """A table of each shape."""
    return SHAPES[str(request.param)]()


def test_every_gap_is_that_of_the_table(made: MadeTable) -> None:
    """The gap of each pair on each issue is what brute force over the cells of the table gives."""
    found, expected = shares(imported(made).dossier), reference_shares(made.places)

    assert set(found) == set(expected)
    assert {key: found[key] for key in found} == {
        key: pytest.approx(share, abs=1e-9) for key, share in expected.items()
    }


def test_overall_distances_are_those_of_the_table(made: MadeTable) -> None:
    """With the table's weights and without them, the distance of each pair is that of brute force."""
    dossier = imported(made).dossier
    names = {party.id: party.name for party in dossier.parties}
    plain, weighed = (reference_distances(made, weighed=choice) for choice in (False, True))

    for one in whole_view(dossier).distances:
        pair = frozenset({names[one.first], names[one.second]})
        assert one.distance == pytest.approx(weighed.get(pair), abs=1e-9)
        assert one.unweighted == pytest.approx(plain.get(pair), abs=1e-9)


def test_the_order_of_rows_changes_nothing(made: MadeTable) -> None:
    """A table whose rows were shuffled gives the same gaps."""
    assert shares(imported(made.shuffled(7)).dossier) == shares(imported(made).dossier)


@pytest.mark.parametrize("shape", ["voting advice", "coded statements", "council positions"])
def test_the_order_of_columns_changes_nothing(shape: str) -> None:
    """A table whose columns were shuffled gives the same gaps."""
    made = SHAPES[shape]()

    assert shares(imported(made.columns_shuffled(7)).dossier) == shares(imported(made).dossier)


def test_every_cell_is_counted(made: MadeTable) -> None:
    """What was read and what was left out, by reason, add up to the cells of the table."""
    found = imported(made)
    rows = len(made.lines) - made.heads
    across = 1 if "shape: long" in made.mapping else len(whole_view(found.dossier).issues)
    turned_rows = 'value: "{party}"' in made.mapping

    assert found.read == len(found.dossier.statements)
    assert found.read + sum(found.left_out.values()) == rows * (
        len(found.dossier.parties) if turned_rows else across
    )
