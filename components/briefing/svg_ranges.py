"""Where the marks of one issue stand in its drawing: on the scale, or above it where labels would touch.

Widths are per cent of the drawing, heights pixels, so that it fits a phone and a page alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.briefing.colours import mixed, pale
from components.briefing.range_lanes import Placed, place_of, placed_marks
from components.figures.scale import ScaleRow, Spot
from components.theme import PALETTES, Mark, MarkLook, Scheme, mark_look
from positions.model.issues import Issue
from positions.text.gaps import WidestWords

LINE, MARK, AIR = 16, 15, 5  # pixels: a line of a label, a mark, over a label
LETTERS = 26  # a line of a label, at most
_LETTER = 7.2 / 330  # the width of a letter as a share of the drawing on a phone


@dataclass(frozen=True)
class DrawnMark:
    """A mark: its place, colours and size; `edge` is the width of its outline in pixels, 0 for none.

    `dash` is the pattern of the outline for SVG, "" for a whole one.
    """

    x: float
    size: float
    shape: str
    fill: str
    stroke: str
    edge: float
    dash: str


@dataclass(frozen=True)
class Track:
    """One mark with its label in lines over it, and the lines at its height; places are per cent.

    `reach` are the other current words of its column, `doubt` the steps between which the coder was
    unsure, `before` the small mark of the earlier day.
    """

    lines: tuple[str, ...]
    anchor: str
    top: float
    y: float
    mark: DrawnMark
    colour: str
    pale: str
    reach: tuple[float, float] | None
    doubt: tuple[float, float] | None
    before: DrawnMark | None


@dataclass(frozen=True)
class RangeDrawing:
    """One issue as a drawing; `gap_line` runs between the two points of the widest gap, None without one.

    `axis` is the height of the scale. `words` say all that is drawn, for whoever does not see it;
    `blanks` name who has no place and why.
    """

    issue: Issue
    tracks: tuple[Track, ...]
    ticks: tuple[float, ...]
    gap_line: tuple[float, float] | None
    axis: float
    height: float
    gap: WidestWords
    blanks: tuple[str, ...]
    words: str


def range_drawing(row: ScaleRow, words: str, marks: Mapping[str, Mark]) -> RangeDrawing:
    """The drawing of one row of the range plot; `words` are its sentence."""
    placed = placed_marks(row, marks, lambda line: len(line) * _LETTER, LETTERS)
    heights = _lane_heights(placed)
    axis = sum(heights) - MARK / 2
    split = row.ends is not None and row.ends[0] != row.ends[1]
    return RangeDrawing(
        issue=row.issue,
        tracks=tuple(_track(one, row, heights, marks[one.spot.column]) for one in placed),
        ticks=tuple(_percent(step.step, row) for step in row.issue.scale),
        gap_line=(_percent(row.ends[0], row), _percent(row.ends[1], row)) if row.ends and split else None,
        axis=axis,
        height=axis + MARK / 2 + 3,
        gap=row.gap,
        blanks=tuple(f"{blank.names}: {blank.words}" for blank in row.blanks),
        words=words,
    )


def drawn_mark(x: float, mark: Mark, look: MarkLook, scheme: Scheme = "light") -> DrawnMark:
    """A mark at a place, filled and edged as its look says."""
    size = MARK * look.size
    edge = max(1.2, look.edge * MARK) if look.edge else 0.0
    dash = {"solid": "", "dashed": "3 2", "dotted": "1.5 1.7"}[look.dash]
    fill = mixed(mark.colour, look.fill, PALETTES[scheme].paper)
    return DrawnMark(x, size - edge, mark.shape, fill, mark.colour, edge, dash)


def _lane_heights(placed: tuple[Placed, ...]) -> list[float]:
    """How much room each lane needs, the scale's own first."""
    count = max((one.lane for one in placed), default=0) + 1
    lines = [max((len(one.lines) for one in placed if one.lane == lane), default=0) for lane in range(count)]
    return [AIR + LINE * most + MARK for most in lines]


def _track(one: Placed, row: ScaleRow, heights: list[float], mark: Mark) -> Track:
    spot = one.spot
    y = sum(heights[one.lane :]) - MARK / 2
    wide = spot.low != spot.high
    reach = (one.reach.low, one.reach.high) if one.reach else (spot.low, spot.high) if wide else None
    return Track(
        lines=one.lines,
        anchor=one.anchor,
        top=y - MARK / 2 - LINE * len(one.lines) - 1,
        y=y,
        mark=_mark(spot, row, mark),
        colour=mark.colour,
        pale=pale(mark.colour),
        reach=_span(reach, row) if reach and (one.reach or not spot.doubt) else None,
        doubt=_span((spot.low, spot.high), row) if spot.doubt else None,
        before=_mark(one.before, row, mark) if one.before else None,
    )


def _mark(spot: Spot, row: ScaleRow, mark: Mark) -> DrawnMark:
    return drawn_mark(_percent(spot.point, row), mark, mark_look(spot.role, old=spot.old, weak=spot.weak))


def _span(steps: tuple[float, float], row: ScaleRow) -> tuple[float, float]:
    return _percent(steps[0], row), _percent(steps[1], row)


def _percent(step: float, row: ScaleRow) -> float:
    return place_of(step, row.last) * 100
