"""Slides of the figure of ranges and gaps: as many of its bands as have room, the legend at the foot."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from components.colours import Inks
from components.figures.range_band import Room
from components.figures.scene import Drawing
from components.report.content import Briefing
from components.report.slides.look import BODY, BOTTOM, MARGIN, TOP, add_slide, numbered
from components.report.slides.room import fitting_groups
from components.report.slides.scene_slides import add_band, add_legend

TITLE = "How far apart"
MOST_PAIRS = 4  # of a gap that are named beside its scale; the notes of the slide name them all
_SIZES, _SMALLER = (14.6, 13.6, 12.6), (11.0, 9.5, 8.0)  # points; smaller where a band would leave its slide
_BRIEF = (16.0, 15.0, 14.0, 13.0, 12.0, 11.5, 11.0)
# Where a legend tells the sides, so that two bands stand beside each other.
_PLAIN = (13.9, 13.2, 12.6)
_MOST_AIR = 40.0  # points between bands, where a slide has them to spare


def add_gaps(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the issues with a scale need, widest gap first; none where there is no scale."""
    head = briefing.head
    drawing = _fitting(briefing)
    inks = Inks(briefing.marks, "light", drawing.size)
    for number, group in numbered(_groups(drawing)):
        places = range(group.start * drawing.columns, min(group.stop * drawing.columns, len(drawing.bands)))
        notes = [drawing.bands[place].words for place in places]
        slide = add_slide(deck, head, (head.title, head.measure), notes, over=f"{TITLE}{number}")
        add_legend(slide, drawing.head, (MARGIN, TOP), inks)
        tops = list(_tops(drawing, group))
        for place in places:
            corner = (
                MARGIN + Pt(drawing.left(place)),
                TOP + Pt(tops[place // drawing.columns - group.start]),
            )
            add_band(slide, drawing.bands[place], corner, inks, briefing.gaps.names)
        add_legend(slide, drawing.legend, (MARGIN, BOTTOM - Pt(drawing.legend.height)), inks)


def slide_count(briefing: Briefing) -> int:
    """How many slides these are, without drawing them."""
    return len(_groups(_fitting(briefing)))


def _tops(drawing: Drawing, group: range) -> Iterator[float]:
    """Where the rows of a slide begin below its top, in points, with what it has to spare between them."""
    heights = [drawing.rows[one].height for one in group]
    air = max(0.0, min(_MOST_AIR, (_room(drawing) - sum(heights)) / len(heights)))
    top = drawing.head.height
    for height in heights:
        yield top
        top += height + air


def _fitting(briefing: Briefing) -> Drawing:
    """The drawing that takes the fewest slides, of these the one in the largest type.

    Names stand over their marks unless fewer slides are enough where a legend tells the sides.
    """
    brief = briefing.report.brief
    usual = [(size, 1, True) for size in _BRIEF] if brief else [(size, MOST_PAIRS, False) for size in _SIZES]
    usual += [] if brief else [(size, MOST_PAIRS, True) for size in _PLAIN]
    smaller = [(size, usual[0][1], brief) for size in _SMALLER]
    drawings = [
        briefing.gaps.drawing(briefing.marks, Room(BODY / Pt(1), size, pairs, brief=short))
        for size, pairs, short in (*usual, *smaller)
    ]
    fitting = [one for one in drawings[: len(usual)] if _tallest(one) <= _room(one)]
    if fitting:
        return min(fitting, key=lambda one: len(_groups(one)))
    return next((one for one in drawings if _tallest(one) <= _room(one)), drawings[-1])


def _tallest(drawing: Drawing) -> float:
    return max((row.height for row in drawing.rows), default=0.0)


def _room(drawing: Drawing) -> float:
    """How many points of a slide are free for bands, of which the last needs no air below it."""
    spare = 0.0 if drawing.columns > 1 else drawing.size
    return (BOTTOM - TOP) / Pt(1) - drawing.head.height - drawing.legend.height + spare


def _groups(drawing: Drawing) -> list[range]:
    heights = [int(Pt(row.height)) for row in drawing.rows]
    return fitting_groups(heights, int(Pt(_room(drawing))))
