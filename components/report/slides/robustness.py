"""Slides of the variants of coding: what comes out in words and as a table, beside all of them as charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from components.figures.scene import Marker, Scene
from components.figures.variant_curve import HOW_FAR, VariantCurve, curve_inks
from components.report.content import Briefing
from components.report.sections import SECTIONS
from components.report.slides.chart_look import Drawn, add_scatter, draw_dots
from components.report.slides.look import (
    BODY,
    BOTTOM,
    LEAST,
    MARGIN,
    PALETTE,
    TOP,
    Words,
    add_slide,
    add_text,
    numbered,
)
from components.report.slides.scene_slides import add_legend
from components.report.slides.table import Box, Table, add_table, pages, row_height
from positions.text.robustness import OUTCOME_HEADS, RobustnessWords

_WORDS, _GAP = Inches(4.9), Inches(0.35)  # the column of words, and what is free beside it
_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)  # points
_AIR = 6  # points between sentences


def add_robustness(deck: Deck, briefing: Briefing) -> None:
    """One slide where the words have room beside the charts, else those of the words, then the charts."""
    found = briefing.robustness
    if not found.rows:
        return
    beside = _height(found, _WORDS) <= BOTTOM - TOP
    charts = partial(_add_charts, found, int(_WORDS + _GAP) if beside else 0)
    parts: list[tuple[Callable[[Slide], None], ...]] = [(one,) for one in _told(found)] if not beside else []
    parts.append((partial(_add_words, found, _WORDS), charts) if beside else (charts,))
    notes = [*found.sentences, *found.removals, *(" · ".join(row.texts) for row in found.rows)]
    for number, adds in numbered(parts):
        titles = briefing.head.title, briefing.head.measure
        slide = add_slide(deck, briefing.head, titles, notes, over=f"{SECTIONS['robustness']}{number}")
        for add in adds:
            add(slide)


def _sentences(found: RobustnessWords) -> list[Words]:
    return [Words(words, LEAST) for words in (*found.sentences, *found.removals)]


def _outcomes(found: RobustnessWords, width: int) -> Table:
    """What comes out, how far, and in how many variants."""
    parts = (1.9, 1.5, 1.0)
    return Table(
        name="Outcomes",
        words="What is farthest apart, and in how many variants of coding",
        widths=tuple(int(width * part / sum(parts)) for part in parts),
        heads=tuple(Box((Words(one, LEAST, colour=PALETTE.mute),)) for one in OUTCOME_HEADS),
        rows=tuple(
            tuple(Box((Words(words, LEAST, bold=place == 0),)) for place, words in enumerate(texts))
            for texts in found.outcomes
        ),
    )


def _height(found: RobustnessWords, width: int) -> int:
    """How high words and table are in a column, in EMU."""
    table = _outcomes(found, width)
    rows = sum(row_height(row, table.widths) for row in (table.heads, *table.rows))
    return _words_height(found, width) + rows


def _words_height(found: RobustnessWords, width: int) -> int:
    sentences = _sentences(found)
    return sum(row_height([Box((one,))], [width]) for one in sentences) + int(Pt(_AIR)) * len(sentences)


def _add_words(found: RobustnessWords, width: int, slide: Slide) -> None:
    high = _words_height(found, width)
    add_text(slide, (MARGIN, TOP, Emu(width), Emu(high)), _sentences(found), after=_AIR)
    table = _outcomes(found, width)
    add_table(slide, table, table.rows, Emu(TOP + high))


def _told(found: RobustnessWords) -> Iterator[Callable[[Slide], None]]:
    """What adds the words to slides of their own: to one if they have room there."""
    if _height(found, int(BODY)) <= BOTTOM - TOP:
        yield partial(_add_words, found, int(BODY))
        return
    counts = Table(
        name="Counts",
        words="In how many variants the finding holds, and what changes it",
        widths=(int(BODY),),
        heads=(Box((Words("Counts and removals", LEAST, bold=True),)),),
        rows=tuple((Box((one,)),) for one in _sentences(found)),
    )
    for table in (counts, _outcomes(found, int(BODY))):
        for rows in pages(table):
            yield partial(add_table, table=table, rows=rows)


def _add_charts(found: RobustnessWords, left: int, slide: Slide) -> None:
    """The curve and the choices as native charts of the same columns, with their names as text.

    In both x counts the variants; y is the share of the scale in the curve, and the row in the choices.
    """
    corner = (int(MARGIN + left), int(TOP))
    room = (BOTTOM - TOP) / Pt(1)
    curves = [VariantCurve(found, (BODY - left) / Pt(1), size) for size in _SIZES]
    curve = next((one for one in curves if one.scene.height <= room), curves[-1])
    named = Scene(
        curve.width,
        curve.scene.height,
        tuple(one for one in curve.scene.shapes if not isinstance(one, Marker)),
    )
    inks = curve_inks("light", curve.size)
    add_legend(slide, named, corner, inks)
    dots = partial(draw_dots, colour=PALETTE.ink, points=curve.dot)
    words = " ".join(found.sentences[1:])
    shares = [(place, row.share) for place, row in enumerate(found.rows, start=1) if row.share is not None]
    columns = (0.5, len(found.rows) + 0.5)
    if shares:
        series = [Drawn(HOW_FAR, tuple(shares), dots)]
        top, foot = curve.curve
        reach = curve.dot / (foot - top)  # so that no mark is cut at the ends
        box = _box(curve, corner, (top - curve.dot, foot + curve.dot))
        add_scatter(slide, box, series, (columns, (-reach, 1 + reach)), (HOW_FAR, words))
    first, last = curve.rows[0][1], curve.rows[-1][1]
    rows = [
        Drawn(choice.name, tuple((place + 1, (last - y) / curve.size) for place in choice.places), dots)
        for choice, y, _ in curve.rows
    ]
    ends = (-curve.dot / curve.size, (last - first + curve.dot) / curve.size)
    box = _box(curve, corner, (first - curve.dot, last + curve.dot))
    add_scatter(slide, box, rows, (columns, ends), ("Choices of each variant", words))


def _box(
    curve: VariantCurve, corner: tuple[int, int], ends: tuple[float, float]
) -> tuple[Emu, Emu, Emu, Emu]:
    """Left, top, width and height of the columns of the curve between two heights."""
    left, top = corner
    return (
        Emu(left + Pt(curve.names)),
        Emu(top + Pt(ends[0])),
        Emu(Pt(curve.width - curve.names)),
        Emu(Pt(ends[1] - ends[0])),
    )
