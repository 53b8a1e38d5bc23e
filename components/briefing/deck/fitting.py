"""Heights put on slides: as few as they need, and none with much less on it than the others."""

from __future__ import annotations

from collections.abc import Sequence


def fitting_groups(heights: Sequence[int], room: int) -> list[range]:
    """The places in groups that fit the room, as even as they can be; a height beyond it stands alone."""
    fewest = _greedy(heights, room)
    if len(fewest) < 2:
        return fewest
    least = max(sum(heights) // len(fewest), *heights)
    for cap in range(least, room, max(1, room // 50)):
        groups = _greedy(heights, cap)
        if len(groups) == len(fewest):
            return groups
    return fewest


def _greedy(heights: Sequence[int], room: int) -> list[range]:
    groups: list[range] = []
    first, used = 0, 0
    for place, height in enumerate(heights):
        if place > first and used + height > room:
            groups.append(range(first, place))
            first, used = place, 0
        used += height
    return [*groups, range(first, len(heights))] if heights else []
