"""The legend below a figure: each mark and line that it uses, with its words."""

from __future__ import annotations

from collections.abc import Sequence

from components.colours import pale
from components.figures.drawing import MARK, Paper, Pen, Stamp, Type, line, mark, note
from components.figures.figure_text import plain, text_width
from components.figures.legend import Meaning
from components.figures.step_labels import NARROW, WORDS
from components.theme import MARKS, Mark

DOTS = "2px,3px"  # the dashes of a line that shows a coder's doubt
_LINE, _KEY, _BETWEEN = 20.0, 28.0, 16.0
_TOP, _BOTTOM = 16.0, 8.0


def draw_legend(
    paper: Paper, meanings: Sequence[Meaning], top: float, start: float = 0.0, wide: float = NARROW
) -> float:
    """Draw the legend below a height, `start` pixels beside the plot, in rows of so many pixels.

    The answer is how far down it ends.
    """
    left, y = start, top - _TOP
    for one in meanings:
        width = _KEY + text_width(one.words, WORDS)
        if left > start and left - start + width > wide:
            left, y = start, y - _LINE
        _draw_key(paper, one, y, left)
        style = Type(WORDS, paper.palette.mute, "left", shift=(left + _KEY - 4, 0))
        note(paper, (0, y), plain(one.words), style)
        paper.texts[-1]["xref"] = "paper"
        left += width + _BETWEEN
    return _BOTTOM + _LINE / 2 - y if meanings else -top


def _draw_key(paper: Paper, meaning: Meaning, y: float, left: float) -> None:
    """A grey copy of the mark or line; measured from the paper, since the plot cuts what leaves it."""
    palette = paper.palette
    if meaning.kind == "mark":
        stamp = Stamp(Mark(palette.other, "circle"), MARKS[meaning.key], "legend")
        mark(paper, (0, y), stamp, (left + MARK / 2 + 1, 0))
    else:
        pens = {
            "gap": Pen(palette.ink, 4),
            "range": Pen(pale(palette.other, palette.paper), 5),
            "doubt": Pen(palette.other, 3, DOTS),
            "coders": Pen(palette.other, 1),
        }
        line(paper, ((left, y), (left + 18, y)), pens[meaning.key], "legend")
    paper.shapes[-1] |= {"xref": "paper", "xsizemode": "pixel", "xanchor": 0}
