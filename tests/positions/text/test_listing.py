"""What is said over a listing: how many were found, and which part of them stands here."""

from __future__ import annotations

import pytest

from positions.text.listing import Counted, hits_words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "No statement found"), (1, "1 statement found: show"), (12, "12 statements found: show")],
)
def test_the_link_to_what_was_found_says_how_many_there_are(count: int, words: str) -> None:
    """A reader sees before following the link whether there is anything to read."""
    assert hits_words(count) == words


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
