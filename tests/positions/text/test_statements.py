"""How a list of statements is headed, and what a search found."""

from __future__ import annotations

import pytest

from positions.text.statements import hits_words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "No statement found"), (1, "1 statement found: show"), (12, "12 statements found: show")],
)
def test_the_link_to_what_was_found_says_how_many_there_are(count: int, words: str) -> None:
    """A reader sees before following the link whether there is anything to read."""
    assert hits_words(count) == words
