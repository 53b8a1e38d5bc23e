"""The names of marks as flags: each over its mark or joined to it by a line that crosses no other name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.figures.figure_text import filled_lines, text_width
from components.figures.mark_groups import Alike
from components.figures.name_blocks import Ground, kept
from components.figures.scene import LEADING, Anchor
from components.sheet.geometry import stacked

MOST = 12  # marks of a scale; the names of more stand in blocks
_WIDEST = 22.0  # of a line of a name
_BESIDE, _HALF, _SPACE = 1.25, 0.52, 0.6  # mark to mark, half a mark, name to name: in sizes of type


@dataclass(frozen=True)
class Flag:
    """A drawn mark with its name: `x` is the mark's middle, `pin` its place on the scale.

    The name stands between `left` and `right`, from `base` to `top` over the marks.
    """

    drawn: Alike
    label: str
    x: float
    pin: float
    left: float
    right: float
    lines: tuple[str, ...]
    anchor: Anchor
    base: float = 0.0
    top: float = 0.0

    @property
    def at(self) -> float:
        """Where its lines are anchored."""
        return {"start": self.left, "middle": self.x, "end": self.right}[self.anchor]

    def covers(self, other: Flag, space: float) -> bool:
        """Whether the two names would stand on each other if both were equally high."""
        return self.left < other.right + space and other.left < self.right + space


@dataclass(frozen=True)
class _Mark:
    drawn: Alike
    x: float
    pin: float
    label: str


def flags_over(places: Sequence[Sequence[Alike]], ground: Ground, *, short: bool) -> tuple[Flag, ...]:
    """A flag for every drawn mark from low to high; none where they have no room beside each other.

    The names of the first marks run right, those of the others left; of all borders between the two, and
    of either side standing over the other, the lowest drawing is taken. With `short`, members are counted.
    """
    marks = _marks(places, ground, short=short)
    if not marks:
        return ()
    ways = ((border, left_over) for border in range(len(marks), -1, -1) for left_over in (True, False))
    best = min((_flags(marks, border, ground, left_over) for border, left_over in ways), key=_cost)
    for place, flag in enumerate(best):
        best[place] = _centred(flag, best, ground)
    return tuple(best)


def _marks(places: Sequence[Sequence[Alike]], ground: Ground, *, short: bool) -> list[_Mark]:
    """The marks in their order, moved as little as need be until none touches another."""
    drawn = [one for ones in places for one in ones]
    wide = _BESIDE * ground.size
    if len(drawn) > MOST or len(drawn) * wide > ground.right - ground.left:
        return []
    pins = [ground.at(one.spot.point) for one in drawn]
    middles = stacked(pins, [wide] * len(drawn), ground.left, ground.right)
    labels = [one.short if short else one.label for one in drawn]
    return [_Mark(*one) for one in zip(drawn, middles, pins, map(kept, labels), strict=True)]


def _flags(marks: Sequence[_Mark], border: int, ground: Ground, left_over: bool) -> list[Flag]:
    """The flags of marks, names before the border to the right; `left_over`: those to the left are higher.

    The lower side ends before the first line of the higher one, and each name is as high as those that it
    would cover need: so no line runs through a name.
    """
    half, space = _HALF * ground.size, _SPACE * ground.size
    first, others = marks[:border], marks[border:]
    end = others[0].x - half - space if left_over and others else ground.right
    start = first[-1].x + half + space if not left_over and first else ground.left
    rightward = [_flag(one, "start", end - one.x + half, ground.size) for one in reversed(first)]
    leftward = [_flag(one, "end", one.x + half - start, ground.size) for one in others]
    placed: list[Flag] = []
    for flag in rightward + leftward if left_over else leftward + rightward:
        base = max((one.top for one in placed if flag.covers(one, space)), default=0.0)
        placed.append(replace(flag, base=base, top=base + flag.top))
    return sorted(placed, key=lambda one: (one.pin, one.x))


def _flag(mark: _Mark, anchor: Anchor, room: float, size: float) -> Flag:
    """A name right over its mark, from the mark's edge to the right or up to it, in lines within a room."""
    lines = tuple(filled_lines(mark.label, size, min(room, _WIDEST * size)))
    width = max(text_width(line, size) for line in lines)
    left = mark.x - _HALF * size if anchor == "start" else mark.x + _HALF * size - width
    top = LEADING * size * len(lines)
    return Flag(mark.drawn, mark.label, mark.x, mark.pin, left, left + width, lines, anchor, top=top)


def _cost(flags: Sequence[Flag]) -> tuple[int, float, int, float]:
    """Words that are broken, the height of the whole, how many lines there are, and how high they stand."""
    broken = sum(" ".join(one.lines) != one.label for one in flags)
    height, lines = max(one.top for one in flags), sum(len(one.lines) for one in flags)
    return broken, round(height, 1), lines, sum(one.top for one in flags)


def _centred(flag: Flag, flags: Sequence[Flag], ground: Ground) -> Flag:
    """A name right over its mark in the middle of it, where that leaves all others alone."""
    half = (flag.right - flag.left) / 2
    moved = replace(flag, left=flag.x - half, right=flag.x + half, anchor="middle")
    space = _SPACE * ground.size
    others = [one for one in flags if one is not flag]
    free = not any(moved.covers(one, space) and one.base < flag.top for one in others)
    free = free and not any(one.base and moved.left - space < one.x < moved.right + space for one in others)
    inside = ground.left <= moved.left and moved.right <= ground.right
    return moved if free and inside and not flag.base else flag
