"""Weights in a sentence that can be read, and all of them in a table."""

from __future__ import annotations

from positions.text.weights import MOST_TOLD, weight_entries, weight_rows, weights_words
from tests.positions.weighed import weighed


def test_a_few_weights_are_told_one_by_one() -> None:
    """The number stands first, so that it cannot run into a name; what weighs 1 comes last."""
    assert weights_words(weighed(of_north=2)) == (
        "weights of parties, of which a pair has the mean: 10 for Northland on Dam 0 (Wire), "
        "20 for Northland on Dam 1 (Wire), 1 for others"
    )
    assert weights_words(weighed(of_issues=1)) == "weights: 10 for Dam 0 (Wire), 1 for others"


def test_many_weights_are_told_by_range_count_and_source() -> None:
    """Seven are too many for a sentence; the table has each of them."""
    view = weighed(of_north=MOST_TOLD + 1, of_issues=8)

    assert weights_words(view) == (
        "weights: from 10 to 80 for 8 issues (Wire); of parties, of which a pair has the mean: "
        "from 10 to 70 for 7 pairs of party and issue (Wire)"
    )
    assert weight_rows(view) == [
        *((f"Dam {place}", "all", str(10 * (place + 1)), "Wire") for place in range(8)),
        *((f"Dam {place}", "Northland", str(10 * (place + 1)), "Wire") for place in range(7)),
    ]
    assert weight_rows(weighed()) == []


def test_many_weights_are_told_issue_by_issue() -> None:
    """For all first, then for parties, each source once; nothing where the sentence names each."""
    found = weight_entries(weighed(of_north=MOST_TOLD + 1, of_issues=8))

    assert [one.lead for one in found] == [f"Dam {place}" for place in range(8)]
    assert found[0].words == "10 for all, 10 for Northland (Wire)."
    assert found[7].words == "80 for all (Wire)."
    assert weight_entries(weighed(of_north=MOST_TOLD, of_issues=MOST_TOLD)) == ()
