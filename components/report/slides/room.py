"""Room on slides: how wide a text is, on how many lines it stands, and heights in even groups that fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import combining, normalize

# Widths of Calibri's letters from the blank to the tilde, in hundredths of its size.
# fmt: off
_ASCII = (
    23, 33, 41, 50, 51, 72, 69, 23, 31, 31, 50, 50, 25, 31, 26, 39, 51, 51, 51, 51, 51, 51, 51,
    51, 51, 51, 27, 27, 50, 50, 50, 47, 90, 58, 55, 54, 62, 49, 46, 64, 63, 26, 32, 52, 43, 86,
    65, 67, 52, 68, 55, 46, 49, 65, 57, 89, 52, 49, 47, 31, 39, 31, 50, 50, 30, 48, 53, 43, 53,
    50, 31, 48, 53, 23, 24, 46, 23, 80, 53, 53, 53, 53, 35, 40, 34, 53, 46, 72, 44, 46, 40, 32,
    47, 32, 50,
)
# fmt: on
_WIDTHS = {chr(32 + place): width / 100 for place, width in enumerate(_ASCII)}
_WIDTHS |= {"\u00a0": 0.23, "·": 0.26, "–": 0.5, "“": 0.42, "”": 0.42, "‘": 0.25, "’": 0.25}
_WIDTHS |= {"—": 0.91, "→": 0.91, "…": 0.69, "№": 1.03}
_WIDTHS |= {"\u2068": 0.0, "\u2069": 0.0}  # isolates
# Signs and capitals; letters from U+2E80 on, of East Asia, are square; Cyrillic and Greek ones are half as
# wide as high in running text.
_OTHER, _WIDE, _SMALL = 0.65, 1.0, 0.52
_BOLD = 1.03


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line, in points."""
    return sum(map(_share, text)) * size * (_BOLD if bold else 1)


@cache
def _share(letter: str) -> float:
    """The width of a letter as a part of the size; one with marks is as wide as without them."""
    plain = letter if letter in _WIDTHS else normalize("NFD", letter)[0]
    if plain in _WIDTHS or combining(plain):
        return _WIDTHS.get(plain, 0.0)
    if letter >= "\u2e80":
        return _WIDE
    return _SMALL if "\u0370" <= letter <= "\u04ff" and letter.islower() else _OTHER


@lru_cache(maxsize=1 << 16)  # the same words are measured for one way to fill a slide after the other
def line_count(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines a text needs in so many points, broken at blanks, or inside a word that is too long."""
    lines, left, blank = 1, room, text_width(" ", size, bold=bold)
    for word in text.split(" "):
        width = text_width(word, size, bold=bold)
        if width > left and left < room:
            lines, left = lines + 1, room
        whole = int(width // room)
        lines += whole
        left -= width - whole * room + blank
    return lines


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
