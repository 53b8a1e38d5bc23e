"""Slides are filled, and nothing on them leaves the slide or stands on a text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide

from components.report.content import briefing
from components.report.sections import REPORTS
from components.report.slides.deck import slides
from components.report.slides.look import BOTTOM, HEIGHT, TOP, WIDTH
from components.report.slides.room import line_count, text_width
from components.report.typst.payload import NOTHING
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.components.report.handed_out import compared
from tests.components.report.many_parties import many_parties

_LEADING, _POINT = 1.2, 12_700
_TOUCH = 2 * _POINT  # what two boxes may share: widths and heights are measured, not printed
_LEAST, _WORDS = 1 / 3, 40


class Rect(NamedTuple):
    """A place on a slide in EMU, and the words that stand there."""

    left: float
    top: float
    right: float
    bottom: float
    words: str


def bundled(dossier: str) -> View:
    """The landing view as a reader has it, with the codings beside the dossier."""
    found = load_dossier(dossier)
    return compared(View(Tables(found, dossier_folder(dossier)), default_selection(found)))


VIEWS: dict[str, Callable[[], View]] = {
    "istanbul-2022": lambda: bundled("istanbul-2022"),
    "ukraine-2014-2026": lambda: bundled("ukraine-2014-2026"),
    "38 x 38": lambda: many_parties(38, 38),
}
DECKS = [
    ("istanbul-2022", "full"),
    ("istanbul-2022", "slides"),
    ("ukraine-2014-2026", "full"),
    ("ukraine-2014-2026", "slides"),
    ("38 x 38", "slides"),
]


@cache
def made(view: str, report: str) -> list[Slide]:
    """The slides of a report, opened again."""
    return list(Presentation(io.BytesIO(slides(briefing(VIEWS[view](), REPORTS[report])))).slides)


def texts(slide: Slide) -> Iterator[Rect]:
    """Where the words of a slide stand: of a text box its lines, of a table all of it."""
    shapes: list[Any] = list(slide.shapes)
    for shape in shapes:
        if shape.has_table:
            height = sum(row.height for row in shape.table.rows)
            yield Rect(shape.left, shape.top, shape.left + shape.width, shape.top + height, shape.name)
        elif shape.has_text_frame and shape.text_frame.text.strip() and shape.name != "Slide number":
            yield lines_of(shape)


def lines_of(shape: Any) -> Rect:
    """The place that the lines of a text box take, from their own number and width."""
    frame, room = shape.text_frame, shape.width / _POINT
    height = width = 0.0
    for paragraph in frame.paragraphs:
        runs = [run for run in paragraph.runs if run.font.size]
        size = max((run.font.size.pt for run in runs), default=12.0)
        bold = any(run.font.bold for run in runs)
        lines = line_count(paragraph.text, size, room, bold=bold)
        height += lines * size * _LEADING
        width = max(width, min(room, text_width(paragraph.text, size, bold=bold)))
    align = frame.paragraphs[0].alignment
    share = {PP_ALIGN.RIGHT: 1.0, PP_ALIGN.CENTER: 0.5}.get(align, 0.0)
    left = shape.left + (room - width) * share * _POINT
    anchored = frame.vertical_anchor == MSO_ANCHOR.BOTTOM or shape.is_placeholder
    top = shape.top + shape.height - height * _POINT if anchored else shape.top
    return Rect(left, top, left + width * _POINT, top + height * _POINT, frame.text[:_WORDS])


def says_nothing(slide: Slide) -> bool:
    """Whether the slide says that there is nothing to show of its section."""
    return any(one.words == NOTHING[:_WORDS] for one in texts(slide))


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two places share more than a touch."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > _TOUCH and high > _TOUCH


def filled(slide: Slide) -> float:
    """The share of the height of the body in which something stands."""
    spans = [(one.top, one.bottom) for one in texts(slide)]
    spans += [(one.top, one.top + one.height) for one in slide.shapes if getattr(one, "has_chart", False)]
    used, done = 0.0, float(TOP)
    for top, bottom in sorted(spans):
        used += max(0.0, min(bottom, BOTTOM) - max(top, done))
        done = max(done, bottom)
    return used / (BOTTOM - TOP)


@pytest.mark.parametrize(("view", "report"), DECKS)
def test_no_slide_but_the_last_is_nearly_empty(view: str, report: str) -> None:
    """Something stands in a third of the height of each slide; of rows no few stand alone at the end."""
    thin = [
        (slide.shapes.title.text_frame.text, round(filled(slide), 2))
        for slide in made(view, report)[:-1]
        if slide.shapes.title is not None and filled(slide) < _LEAST and not says_nothing(slide)
    ]

    assert not thin


@pytest.mark.parametrize(("view", "report"), DECKS)
def test_nothing_leaves_a_slide_or_stands_on_a_text(view: str, report: str) -> None:
    """Measured by their lines, no two texts share a place, and all shapes end inside the slide."""
    for slide in made(view, report):
        shapes: list[Any] = list(slide.shapes)
        places = list(texts(slide))
        placed = [Rect(*_corners(one), one.name) for one in shapes]

        outside = [one for one in (*places, *placed) if _outside(one)]
        met = [(one.words, other.words) for one, other in combinations(places, 2) if overlap(one, other)]

        assert not outside, places[0].words
        assert not met, places[0].words


@pytest.mark.parametrize("view", ["istanbul-2022", "ukraine-2014-2026"])
def test_an_issue_takes_one_slide(view: str) -> None:
    """Also one of sixteen lanes: what is to be known beside a point gives way before the type does."""
    issues = [issue for issue in VIEWS[view]().issues if issue.measured]
    titles = [slide.shapes.title.text_frame.text for slide in made(view, "full") if slide.shapes.title]

    assert [sum(one.startswith(f"{issue.name}: ") for one in titles) for issue in issues] == [1] * len(issues)
    assert not [one for one in titles for issue in issues if one.startswith(f"{issue.name} (")]


def _corners(shape: Any) -> tuple[float, float, float, float]:
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def _outside(one: Rect) -> bool:
    return min(one.left, one.top) < -_POINT or one.right > WIDTH + _POINT or one.bottom > HEIGHT + _POINT
