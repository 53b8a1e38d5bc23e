"""The specification curve in words and as a table: how far apart the farthest are in every variant."""

from __future__ import annotations

import pandas as pd

from positions.text.robustness import HEADS, count_sentences, robustness_rows
from positions.view import View


def describe(view: View) -> str:
    """In how many variants what is widest."""
    return " ".join(count_sentences(view)[1:]) or "None of the chosen issues has a scale."


def table(view: View) -> pd.DataFrame:
    """One row per variant, the widest gap first."""
    return pd.DataFrame([row.texts for row in robustness_rows(view)], columns=list(HEADS))
