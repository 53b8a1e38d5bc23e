"""Slides of the gaps: a native scatter chart with a scale per issue, and its words as text beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length

from components.briefing.content import Briefing
from components.briefing.deck.chart_look import (
    Drawn,
    add_scatter,
    draw_doubt,
    draw_gap,
    draw_guide,
    draw_inside,
    draw_marks,
    draw_reach,
    draw_scale,
    draw_way,
)
from components.briefing.deck.gap_rows import (
    AIR,
    LEFT,
    LINE,
    MARK,
    RIGHT,
    WIDTH,
    GapRow,
    gap_row,
    gap_words,
    issue_words,
    label_share,
    row_groups,
    step_width,
)
from components.briefing.deck.look import MARGIN, PALETTE, TOP, Words, add_slide, add_text
from components.briefing.deck.mark_legend import add_mark_legend
from components.briefing.range_lanes import Placed, place_of
from components.theme import Mark, mark_look

TITLE = "How far apart"


def add_gaps(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the issues with a scale need, widest gap first; none where there is no scale."""
    gaps, head = briefing.gaps, briefing.head
    names = {column.holder: column.name for column in briefing.matrix.columns}
    told = dict(zip((row.issue.id for row in gaps.ranges), gaps.sentences, strict=True))
    groups = list(row_groups([gap_row(row, briefing.marks) for row in gaps.ranges]))
    for place, rows in enumerate(groups, start=1):
        number = f" ({place} of {len(groups)})" if len(groups) > 1 else ""
        notes = [told[one.row.issue.id] for one in rows]
        slide = add_slide(deck, head, (head.title, head.measure), notes, over=f"{TITLE}{number}")
        _add_chart(slide, rows, (briefing.marks, names), " ".join(notes))
        for before, one in enumerate(rows):
            _add_words(slide, one, Emu(TOP + sum(row.height for row in rows[:before])))
        add_mark_legend(slide, gaps.marks, gaps.lines)


def _add_chart(
    slide: Slide, rows: Sequence[GapRow], looks: tuple[Mapping[str, Mark], Mapping[str, str]], words: str
) -> None:
    """One chart under all rows: x is the share of its width, y the height over its foot in inches."""
    height = sum(one.height for one in rows)
    marks, names = looks
    lines = [line for one, top in _tops(rows, height) for line in _lines(one, top, marks, names)]
    series = [*lines, *_marks(rows, height, marks, names)]
    box = (Emu(MARGIN + LEFT), TOP, WIDTH, Emu(height))
    add_scatter(slide, box, series, height / Inches(1), ("Positions on each scale", words))


def _tops(rows: Sequence[GapRow], height: int) -> Iterator[tuple[GapRow, int]]:
    """Each row with the height of its top over the foot of the chart, in EMU."""
    for place, one in enumerate(rows):
        yield one, height - sum(row.height for row in rows[:place])


def _lines(one: GapRow, top: int, marks: Mapping[str, Mark], names: Mapping[str, str]) -> Iterator[Drawn]:
    """What lies under the marks: guides, the scale, other words, the gap, doubt."""
    row, issue = one.row, one.row.issue.name
    scale = (top - one.scale) / Inches(1)

    def flat(low: float, high: float, y: float) -> tuple[tuple[float, float], ...]:
        return (place_of(low, row.last), y), (place_of(high, row.last), y)

    for mark in one.marks:
        if mark.lane:
            guide = ((mark.x, scale), (mark.x, (top - one.lanes[mark.lane]) / Inches(1)))
            yield Drawn(f"Step: {mark.spot.label}, {issue}", guide, draw_guide)
    steps = tuple((place_of(step.step, row.last), scale) for step in row.issue.scale)
    yield Drawn(f"Scale: {issue}", steps, draw_scale)
    for mark in one.marks:
        spot, y, look = mark.spot, (top - one.lanes[mark.lane]) / Inches(1), marks[mark.spot.column]
        name = f"{names[spot.column]}, {issue}"
        if mark.reach:
            yield Drawn(
                f"Range: {name}", flat(mark.reach.low, mark.reach.high, y), partial(draw_reach, mark=look)
            )
        elif spot.low != spot.high and not spot.doubt:
            yield Drawn(f"Range: {name}", flat(spot.low, spot.high, y), partial(draw_reach, mark=look))
        if spot.doubt:
            yield Drawn(f"Doubt: {name}", flat(spot.low, spot.high, y), partial(draw_doubt, mark=look))
        if mark.before:
            ends = flat(mark.before.point, spot.point, y)
            yield Drawn(f"Earlier: {name}", ends, partial(draw_way, mark=look))
    if row.ends and row.ends[0] != row.ends[1]:
        yield Drawn(f"Gap: {issue}", flat(*row.ends, scale), draw_gap)


def _marks(
    rows: Sequence[GapRow], height: int, marks: Mapping[str, Mark], names: Mapping[str, str]
) -> Iterator[Drawn]:
    """A series for each side and each look of its marks, so that it can be edited as one."""
    found: dict[tuple[str, str, bool, bool], list[tuple[float, float]]] = {}
    for one, top in _tops(rows, height):
        for mark in one.marks:
            y = (top - one.lanes[mark.lane]) / Inches(1)
            for spot in (mark.before, mark.spot):
                if spot:
                    key = (spot.column, spot.role, spot.old, spot.weak)
                    found.setdefault(key, []).append((place_of(spot.point, one.row.last), y))
    for (column, role, old, weak), points in found.items():
        look = mark_look(role, old=old, weak=weak)
        name = f"{names[column]}: {look.words}"
        yield Drawn(name, tuple(points), partial(draw_marks, mark=marks[column], look=look))
        if look.fill < 1:
            inside = partial(draw_inside, mark=marks[column], look=look)
            yield Drawn(f"{name} (inside)", tuple(points), inside)


def _add_words(slide: Slide, one: GapRow, top: Length) -> None:
    """The issue at the left, labels over the marks, words of steps under them, the gap at the right."""
    row, left = one.row, MARGIN + LEFT
    room = Emu(one.height - AIR)
    add_text(slide, (MARGIN, top, Emu(LEFT - AIR), room), issue_words(row))
    add_text(slide, (Emu(left + WIDTH + AIR), top, Emu(RIGHT - AIR), room), gap_words(row))
    for mark in one.marks:
        _add_label(slide, mark, Emu(top + one.lanes[mark.lane] - MARK))
    width = step_width(row)
    for step in row.issue.scale:
        box = (Emu(left + width * step.step), Emu(top + one.scale + MARK), Emu(width), Emu(one.words))
        add_text(slide, box, [Words(step.short, colour=PALETTE.mute, align="center")])


def _add_label(slide: Slide, mark: Placed, foot: Length) -> None:
    """The label of a mark, whose last line ends at `foot`."""
    width = int(WIDTH * max(map(label_share, mark.lines))) + 2 * MARK
    height = LINE * len(mark.lines)
    shift = {"start": MARK, "middle": width // 2, "end": width - MARK}[mark.anchor]
    align = {"start": "left", "middle": "center", "end": "right"}[mark.anchor]
    left = MARGIN + LEFT + int(mark.x * WIDTH) - shift
    box = (Emu(left), Emu(foot - height), Emu(width), Emu(height))
    add_text(slide, box, [Words(line, align=align) for line in mark.lines])
