"""Slides of the figure of ranges and gaps: as many of its bands as have room, the legend at the foot."""

from __future__ import annotations

from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from components.briefing.content import Briefing
from components.briefing.deck.look import BODY, BOTTOM, TOP, add_slide, numbered
from components.briefing.deck.scene_slides import add_band, add_labels, add_legend
from components.briefing.deck.table import fitting_groups
from components.figures.inks import Inks
from components.figures.range_band import Room
from components.figures.scene import Drawing

TITLE = "How far apart"
MOST_PAIRS = 4  # of a gap that are named beside its scale; the notes of the slide name them all
_SIZES, _SMALLER = (14.6, 13.6, 12.6), (11.0, 9.5, 8.0)  # points; smaller where a band would leave its slide
_MOST_AIR = 24.0  # points between bands, where a slide has them to spare


def add_gaps(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the issues with a scale need, widest gap first; none where there is no scale."""
    head = briefing.head
    names = {column.holder: column.name for column in briefing.matrix.columns}
    drawing = _fitting(briefing)
    inks = Inks(briefing.marks, "light", drawing.size)
    for number, group in numbered(_groups(drawing)):
        bands = [drawing.bands[one] for one in group]
        notes = [band.words for band in bands]
        left = _room(drawing) - sum(band.scene.height for band in bands)
        air = max(0.0, min(_MOST_AIR, left / len(bands)))
        slide = add_slide(deck, head, (head.title, head.measure), notes, over=f"{TITLE}{number}")
        add_labels(slide, drawing.head, TOP)
        top = TOP + Pt(drawing.head.height)
        for band in bands:
            add_band(slide, band, top, inks, names)
            top += Pt(band.scene.height + air)
        add_legend(slide, drawing.legend, BOTTOM - Pt(drawing.legend.height), inks)


def _fitting(briefing: Briefing) -> Drawing:
    """The drawing that takes the fewest slides, of these the one in the largest type."""
    sizes = [
        briefing.gaps.drawing(briefing.marks, Room(BODY / Pt(1), size, MOST_PAIRS, stacked=True))
        for size in (*_SIZES, *_SMALLER)
    ]
    usual = [one for one in sizes[: len(_SIZES)] if _tallest(one) <= _room(one)]
    if usual:
        return min(usual, key=lambda one: len(_groups(one)))
    return next((one for one in sizes if _tallest(one) <= _room(one)), sizes[-1])


def _tallest(drawing: Drawing) -> float:
    return max((band.scene.height for band in drawing.bands), default=0.0)


def _room(drawing: Drawing) -> float:
    """How many points of a slide are free for bands, of which the last needs no air below it."""
    return (BOTTOM - TOP) / Pt(1) - drawing.head.height - drawing.legend.height + drawing.size


def _groups(drawing: Drawing) -> list[range]:
    heights = [int(Pt(band.scene.height)) for band in drawing.bands]
    return fitting_groups(heights, int(Pt(_room(drawing))))
