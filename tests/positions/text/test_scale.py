"""The places on a scale that have words, and how a scale is explained."""

from __future__ import annotations

import pytest

from positions.text.scale import ScaleMark


@pytest.mark.parametrize(
    ("short", "label", "explained"),
    [
        ("Free choice", "Membership, freely chosen", "Free choice (Membership, freely chosen)"),
        ("Rest for a time", "Patrols rest for a time", "Patrols rest for a time"),
        ("Full return", "Full return", "Full return"),
    ],
)
def test_a_short_label_is_found_again_where_the_scale_is_explained(
    short: str, label: str, explained: str
) -> None:
    """Cells and charts have the short label; the list of the steps has it too, once."""
    assert ScaleMark(0, "0", label, short, short).explained == explained
