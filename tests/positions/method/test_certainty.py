"""A reader can see how many placements of each side rest on little."""

from __future__ import annotations

from positions.method.certainty import certainty_table
from tests.positions.factories import coded_view, said


def test_doubt_disputes_inference_sources_and_age_are_counted_by_column() -> None:
    """Each kind of weakness is counted by itself; a grouping by the words of its members."""
    kept = (
        said("a", "north_head", (1, 2), date_basis="inferred"),
        said("b", "south_head", 1, confidence="low", said_on="2030-01-01"),
        said("c", "east_head", 1),
        said("d", "east_head", 1, source="wire"),
        said("e", "west_head", 1),
    )
    rows = certainty_table(coded_view(kept, {"b": (said("e", "west_head", 2), *kept[:1])}))

    assert rows.to_numpy().tolist() == [
        ["League", 2, 0, 1, 1, 0, 0, 1, 0],
        ["Northland", 1, 1, 1, 0, 0, 1, 1, 0],
        ["Southland", 1, 0, 0, 0, 1, 0, 1, 1],
    ]
