"""Heights in groups that fit slides or columns: as few as can be, of these as even as can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def fitting_groups(heights: Sequence[int], room: int, columns: int = 1) -> list[range]:
    """The places in groups that fit the room, in order; a height beyond it stands alone.

    There are as few groups as fill whole slides of so many columns, and their heights are as even as they
    can be: of all such ways the sum of their squares is the least.
    """
    fewest = _even(heights, room)
    wanted = min(-(-len(fewest) // columns) * columns, len(heights))
    low, high = max(heights, default=0), room
    while len(fewest) < wanted and low <= high:
        cap = (low + high) // 2
        groups = _even(heights, cap)
        if len(groups) > wanted:
            low = cap + 1
        else:
            fewest = max(fewest, groups, key=len)
            high = cap - 1
    return fewest


def full_groups(heights: Sequence[int], room: int) -> list[range]:
    """The places in groups that fit the room, each as full as it can be; a height beyond it stands alone."""
    groups: list[range] = []
    first, used = 0, 0
    for place, height in enumerate(heights):
        if place > first and used + height > room:
            groups.append(range(first, place))
            first, used = place, 0
        used += height
    return [*groups, range(first, len(heights))] if heights else []


def _even(heights: Sequence[int], room: int) -> list[range]:
    """The fewest groups that fit the room, of these those with the least sum of squares."""
    best: list[tuple[int, int, int]] = [(0, 0, 0)]  # by end: groups, squares, where the last one begins
    for end in range(1, len(heights) + 1):
        ways, used = [], 0
        for start in range(end - 1, -1, -1):
            used += heights[start]
            if used > room and start < end - 1:
                break
            groups, squares, _ = best[start]
            ways.append((groups + 1, squares + used * used, start))
        best.append(min(ways))
    edges = [len(heights)]
    while edges[-1]:
        edges.append(best[edges[-1]][2])
    return [range(first, last) for first, last in pairwise(reversed(edges))]
