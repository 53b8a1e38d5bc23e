"""The specification curve: how far apart the farthest are in every variant, above the choices of each."""

from __future__ import annotations

import pandas as pd

from components.figures.range_band import Room
from components.figures.scene_page import Page, scene_page
from components.figures.variant_curve import VariantCurve, curve_inks
from components.svg_figure.view import Layout
from components.theme import Scheme
from positions.text.robustness import HEADS, count_sentences, robustness_rows, robustness_words
from positions.view import View


def draw(view: View, scheme: Scheme, name: str, room: Room) -> Layout:
    """The figure for pages of a kind: a mark per variant at its share of the scale, above its choices."""
    curve = VariantCurve(robustness_words(view), room.width, room.size)
    return scene_page(curve.scene, Page(name, curve_inks(scheme, room.size)))


def describe(view: View) -> str:
    """In how many variants what is widest."""
    return " ".join(count_sentences(view)[1:]) or "None of the chosen issues has a scale."


def table(view: View) -> pd.DataFrame:
    """One row per variant, the widest gap first."""
    return pd.DataFrame([row.texts for row in robustness_rows(view)], columns=list(HEADS))
