"""How many of how many stand on a page of a listing."""

from __future__ import annotations

from positions.text.counted import Counted


def test_a_part_says_which_of_how_many() -> None:
    """From the first to the last of all; one alone; all of them without a part."""
    changes = Counted("change")

    assert changes.part(1, 8, 54) == "1 to 8 of 54 changes"
    assert changes.part(54, 54, 54) == "number 54 of 54 changes"
    assert changes.part(1, 54, 54) == "54 changes"
    assert changes.part(1, 1, 1) == "1 change"


def test_what_stands_elsewhere_is_counted_too() -> None:
    """A listing that goes on after seven rows on another page counts from the eighth."""
    assert Counted("row", before=7).part(1, 5, 5) == "8 to 12 of 12 rows"
