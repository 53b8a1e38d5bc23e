"""Slides of the record over time: several issues below each other on one axis, each a native chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from components.colours import Inks
from components.figures.legend import Meaning, legend_scene
from components.figures.scene import Scene
from components.report.content import Briefing
from components.report.sections import SECTIONS
from components.report.slides.columns import Passage, add_columns
from components.report.slides.listing_heads import Listed
from components.report.slides.look import BODY, BOTTOM, LEAST, MARGIN, Words, numbered
from components.report.slides.room import fitting_groups
from components.report.slides.scene_slides import add_legend
from components.report.slides.span_axis import DAYS, POINT, add_days, add_events
from components.report.slides.span_panels import add_panel, panel_height
from components.report.slides.table import ROOM, Box
from components.sheet.axis import Flag, flags
from components.sheet.geometry import PanelPlace, Room
from components.sheet.layout import Movement, Panel
from components.sheet.words import READING, READING_BRIEF, line_sentence, panel_sentence, record_marks
from positions.text.listing import Counted

_ROOM = Room(width=BODY / Pt(1) / POINT, left=150, right=241, step=20, levels=1, lines=2)
_STEPS = (46.0, 42.0, 38.0, 34.0, 30.0, 26.0, 24.0, 22.0, 20.0)
_NAME = SECTIONS["movement"]


@dataclass(frozen=True)
class _Page:
    """How a slide is shared among events, issues, days and legend; lengths in pixels of the layout."""

    movement: Movement
    legend: Scene
    room: Room

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """The events that are named over the issues."""
        return flags(self.movement, self.room)

    @property
    def head(self) -> float:
        """The height of the names of events."""
        return self.room.level + 2 if self.flags else 0.0

    @property
    def free(self) -> float:
        """What is left for issues."""
        return ROOM / Pt(1) / POINT - self.head - DAYS - self.legend.height / POINT

    def place(self, panel: Panel) -> PanelPlace:
        """An issue in this room."""
        return PanelPlace(panel, self.room)

    def groups(self, panels: Sequence[Panel]) -> list[range]:
        """Which issues stand on a slide together."""
        heights = [int(Pt(panel_height(self.place(one)))) for one in panels]
        return fitting_groups(heights, int(Pt(self.free)))

    def fitted(self, panels: Sequence[Panel]) -> _Page:
        """The page with the highest steps at which these issues stand on one slide."""
        pages = (replace(self, room=replace(self.room, step=step)) for step in _STEPS)
        return next((page for page in pages if page.holds(panels)), self)

    def holds(self, panels: Sequence[Panel]) -> bool:
        """Whether these issues have room on a slide."""
        return sum(panel_height(self.place(one)) for one in panels) <= self.free


def add_spans(deck: Deck, briefing: Briefing) -> None:
    """As many slides as the issues need that have a line; the notes say all lines in words.

    An issue with more names than a slide has room for is told in sentences, one for each line.
    """
    moves = briefing.moves
    panels = [panel for panel in moves.movement.panels if panel.lines]
    page = _Page(moves.movement, _legend(moves.movement), _ROOM)
    shown = [panel for panel in panels if panel_height(page.place(panel)) <= page.free]
    inks = Inks(briefing.marks, "light", LEAST)
    listed = Listed(_NAME, (moves.title, moves.measure), Counted("issue"))
    for number, group in numbered(page.groups(shown)):
        part = [shown[one] for one in group]
        notes = [*map(panel_sentence, part), READING, moves.movement.axis.words()]
        told = listed.told(number, (group.start + 1, group.stop), len(panels))
        slide = listed.slide(deck, briefing.head, told, tuple(one for one in notes if one))
        _draw(slide, page.fitted(part), part, inks)
    _add_told(deck, briefing, [panel for panel in panels if panel not in shown])


def _draw(slide: Slide, page: _Page, panels: Sequence[Panel], inks: Inks) -> None:
    """Events, issues and days from the top down, and the legend at the foot."""
    top = page.head
    for panel in panels:
        add_panel(slide, page.place(panel), top, page.movement, inks)
        top += panel_height(page.place(panel))
    add_events(slide, page.flags, page.room, page.head)
    add_days(slide, page.movement, page.room, top)
    add_legend(slide, page.legend, (MARGIN, BOTTOM - Pt(page.legend.height)), inks)


def _legend(movement: Movement) -> Scene:
    """The looks of marks that the record uses, and how its lines are read."""
    marks = [Meaning("mark", key, words) for key, words in record_marks(movement)]
    return legend_scene([*marks, Meaning("words", "", READING_BRIEF)], BODY / Pt(1), LEAST)


def _add_told(deck: Deck, briefing: Briefing, panels: Sequence[Panel]) -> None:
    passages = [
        Passage(Box((Words(panel.issue.name, bold=True), Words(line_sentence(line)))))
        for panel in panels
        for line in panel.lines
    ]
    listed = Listed(f"{_NAME}, in words", (briefing.moves.title, briefing.moves.measure), Counted("line"))
    add_columns(deck, briefing.head, listed, passages)
