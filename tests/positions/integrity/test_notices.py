"""What loads and may not be meant is told: words that count nowhere, addresses that lead to no page."""

from __future__ import annotations

import pytest

from positions.reading.dossier import read_dossier, read_files
from positions.workbook.reading import files_of_sheets
from tests.positions.workbook.test_all_at_once import Cells, changed


def notices(cells: Cells) -> list[str]:
    """What is told of the case with these cells, which loads."""
    opened = files_of_sheets(changed(cells))
    return [str(one) for one in opened.places.reading(read_files(opened.files, before=opened.before)).notices]


def test_the_example_has_nothing_to_tell() -> None:
    """Every member is named, every address leads to a page."""
    assert notices({}) == []


def test_words_of_a_grouping_without_a_member_are_told_once() -> None:
    """They set no cell; the statement that is met first is named with the others."""
    cells = {("Speakers", 4, "member"): "", ("Statements", 4, "member"): ""}

    assert notices(cells) == [
        "Statements: row 4 (example-3): member: empty, so these words of River Group set no cell and count "
        "for no member: a grouping has positions through its members alone; name the member that spoke, if "
        "one did"
    ]


def test_ranges_of_which_no_row_says_how_they_were_meant_are_told_once() -> None:
    """Empty counts as doubt; who wrote said or doubt anywhere knows that."""
    ranged = {("Statements", 2, "step_high"): "2", ("Statements", 3, "step_low"): "0"}

    assert notices(ranged) == [
        "Statements: row 2 (example-1): spread: empty, so the coder counts as unsure between the ends; write "
        "said where the words name both, and doubt where you were unsure; so in example-2"
    ]
    assert notices({**ranged, ("Statements", 2, "spread"): "said"}) == []


def test_claims_of_a_grouping_are_not_told() -> None:
    """What a grouping says of another side never sets a cell, with a member or without."""
    told = [str(one) for one in read_dossier("istanbul-2022").notices]

    assert [one for one in told if "000-059" in one and "; so in 004-039" in one and "004-038" not in one]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("example.org/river", "; is https://example.org/river meant?"),
        ("www.example.org", "; is https://www.example.org meant?"),
        ("example,org", ""),
        ("page 3", ""),
        ("javascript:alert(1)", ""),
        ("ftp://example.org/a", ""),
    ],
)
def test_an_address_that_no_browser_opens_is_told(written: str, meant: str) -> None:
    """It is kept as it is written, and what is most likely meant is named."""
    assert notices({("Sources", 2, "URL"): written}) == [
        f"Sources: row 2 (example-gazette): URL: {written!r} does not begin with https:// or http://, so it "
        f"is shown without a link{meant}"
    ]


def test_a_kind_of_source_is_read_in_other_words() -> None:
    """A newspaper article is an article-newspaper, as reference managers call it."""
    opened = files_of_sheets(changed({("Sources", 2, "type"): "Newspaper article"}))
    reading = read_files(opened.files, before=opened.before)

    assert reading.dossier.sources[0].type == "article-newspaper"
    assert [one.read_as for one in reading.repairs] == ["article-newspaper"]
