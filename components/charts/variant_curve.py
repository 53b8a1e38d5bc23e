"""The specification curve: how far apart the farthest are in every variant, above the choices of each."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from components.figures.drawing import Paper, Pen, Stamp, answer, blank_paper, left_note, line, mark
from components.figures.figure_text import plain
from components.theme import MARKS, Mark, Scheme
from positions.text.robustness import HEADS, VariantWords, count_sentences, robustness_rows
from positions.view import View

_CURVE, _ROW, _BETWEEN, _NAMES, _EDGE = 110.0, 20.0, 12.0, 160.0, 10.0
_DOT = 5.0  # pixels


def draw(view: View, scheme: Scheme) -> go.Figure:
    """The figure: a mark per variant at its share of the scale, the widest at the left, then its choices.

    A variant that compares nothing has no mark above.
    """
    rows, paper = robustness_rows(view), blank_paper({}, scheme)
    stamp = Stamp(Mark(paper.palette.ink, "circle"), MARKS["own"], "variant")
    for share in (0.0, 0.5, 1.0):
        line(paper, ((-0.5, _height(share)), (len(rows) - 0.5, _height(share))), Pen(paper.palette.line, 1))
        left_note(paper, f"{share:.0%} of the scale", _height(share), 12, _NAMES)
    for place, row in enumerate(rows):
        if row.share is not None:
            mark(paper, (place, _height(row.share)), stamp, wide=_DOT)
            answer(paper, (place, _height(row.share)), "variant", plain(" · ".join(row.texts)))
    depth = _draw_choices(paper, rows, stamp)
    return paper.figure(
        height=_EDGE + _CURVE + depth,
        margin={"l": _NAMES, "r": 4, "t": 0, "b": 0},
        xaxis={"range": [-0.5, max(len(rows), 1) - 0.5]},
        yaxis={"range": [-_CURVE - _EDGE - depth, 0]},
    )


def describe(view: View) -> str:
    """In how many variants what is widest."""
    return " ".join(count_sentences(view)[1:]) or "None of the chosen issues has a scale."


def table(view: View) -> pd.DataFrame:
    """One row per variant, the widest gap first."""
    return pd.DataFrame([row.texts for row in robustness_rows(view)], columns=list(HEADS))


def _height(share: float) -> float:
    return -_EDGE - _CURVE * (1 - share)


def _draw_choices(paper: Paper, rows: tuple[VariantWords, ...], stamp: Stamp) -> float:
    """A line per choice with a dot under each variant that makes it; how far down it ends."""
    depth = _BETWEEN
    for choices in _choices(rows):
        for choice, places in choices.items():
            y = -_EDGE - _CURVE - depth - _ROW / 2
            left_note(paper, choice, y, 12, _NAMES)
            for place in places:
                mark(paper, (place, y), stamp, wide=_DOT)
            depth += _ROW
        depth += _BETWEEN
    return depth


def _choices(rows: tuple[VariantWords, ...]) -> Iterator[dict[str, list[int]]]:
    """For coding, statements and window the places of the variants by what they choose."""
    for kind in range(3):
        places: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            places.setdefault(row.texts[kind], []).append(place)
        yield places
