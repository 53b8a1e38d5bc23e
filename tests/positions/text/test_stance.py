"""How many sources report some words, and at how many sites, stands beside their day and speaker."""

from __future__ import annotations

from typing import Any

import pytest

from positions.text.stance import stance_source
from tests.positions.factories import DESCRIPTION, cell_at, said, tables_of

ELSEWHERE = ("https://www.gazette.example/b", "https://paper.example/c", "https://wire.example/d")


@pytest.mark.parametrize(
    ("url", "custom", "words"),
    [
        (None, {}, "1 source"),
        ("https://gazette.example/a", {}, "1 source"),
        ("https://gazette.example/a", {"also_at": ELSEWHERE[:1]}, "1 source"),
        ("https://gazette.example/a", {"also_at": ELSEWHERE}, "1 source at 3 sites"),
        ("https://gazette.example/a", {"site": "press"}, "1 source"),
        ("https://gazette.example/a", {"site": "unedited", "also_at": ELSEWHERE}, "1 source, unedited"),
    ],
)
def test_sites_are_counted_and_an_unedited_one_is_named(
    url: str | None, custom: dict[str, Any], words: str
) -> None:
    """Pages of one site are one; words that rest on an unedited site alone say so."""
    sources = [
        source | {"URL": url, "custom": source["custom"] | custom} if source["id"] == "gazette" else source
        for source in DESCRIPTION["sources"]
    ]
    tables = tables_of(said("a", "north_head", 1), sources=sources)
    point = cell_at(tables, "north").position.point

    assert point is not None
    assert stance_source(point, tables) == f"10 May 2030 · North head · {words}"


def test_an_edited_source_beside_an_unedited_one_is_enough() -> None:
    """Only what rests on unedited sites alone is marked."""
    sources = [
        source | {"custom": source["custom"] | ({"site": "unedited"} if source["id"] == "gazette" else {})}
        for source in DESCRIPTION["sources"]
    ]
    tables = tables_of(said("a", "north_head", 1), said("b", "north_head", 1, source="wire"), sources=sources)
    point = cell_at(tables, "north").position.point

    assert point is not None
    assert stance_source(point, tables) == "10 May 2030 · North head · 2 sources"


def test_sites_are_not_counted_of_a_page_that_reports_more() -> None:
    """Which further site has which of a page's statements is not recorded, so none is claimed."""
    sources = [
        source | {"URL": "https://gazette.example/a", "custom": source["custom"] | {"also_at": ELSEWHERE}}
        if source["id"] == "gazette"
        else source
        for source in DESCRIPTION["sources"]
    ]
    tables = tables_of(said("a", "north_head", 1), said("b", "south_head", 1), sources=sources)
    point = cell_at(tables, "north").position.point

    assert point is not None
    assert stance_source(point, tables) == "10 May 2030 · North head · 1 source"
