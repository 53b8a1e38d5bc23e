"""Blocks fill as few sheets as they can, in order, each about as full as the others."""

from __future__ import annotations

import json
from pathlib import Path

import typst
from hypothesis import given
from hypothesis import strategies as st

from components.report.typst import typesetting
from tests.positions.factories import FEW

_PACKING = (Path(typesetting.__file__).parent / "templates" / "packing.typ").read_text(encoding="utf-8")
_GAP = 2


def packed(heights: list[int], room: int, across: int = 1) -> tuple[list[int], list[int], list[list[int]]]:
    """How many blocks stand on each full sheet, on each even one, and in each column of each sheet."""
    points = f"({''.join(f'{one}pt,' for one in heights)})"
    asked = f"packed({points}, {_GAP}pt, {room}pt), balanced({points}, {_GAP}pt, {room}pt)"
    asked += f", in-columns({points}, {_GAP}pt, {room}pt, {across})"
    page = f"{_PACKING}\n#metadata(({asked})) <found>"
    found = json.loads(typst.query(page.encode(), "<found>", field="value", one=True))
    return found[0], found[1], found[2]


def high(heights: list[int], counts: list[int]) -> list[int]:
    """How high each sheet is filled."""
    found = []
    for count in counts:
        found.append(sum(heights[:count]) + _GAP * (count - 1))
        heights = heights[count:]
    return found


def test_a_last_sheet_is_about_as_full_as_the_others() -> None:
    """Seven rows, three to a sheet: full sheets would be 3, 3 and 1, even ones are 2, 3 and 2 or the like."""
    full, even, columns = packed([10] * 7, 34, across=2)

    assert full == [3, 3, 1]
    assert sorted(even) == [2, 2, 3]
    assert columns == [[2, 2], [2, 1]]


@FEW
@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(20, 90), st.integers(1, 3))
def test_even_sheets_are_as_few_and_none_is_too_full(heights: list[int], room: int, across: int) -> None:
    """Every block stands once and in order; only one that is higher than a sheet stands beyond it, alone."""
    full, even, columns = packed(heights, room, across)
    each = [count for sheet in columns for count in sheet]

    assert len(even) == len(full)
    assert len(columns) == -(-len(full) // across)
    for counts in (full, even, each):
        assert sum(counts) == len(heights)
        assert all(
            one <= room or count == 1 for one, count in zip(high(heights, counts), counts, strict=True)
        )
    assert all(0 < len(sheet) <= across for sheet in columns)
