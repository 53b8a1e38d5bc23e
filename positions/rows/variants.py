"""Variants of coding as rows: one per variant, with what is farthest apart in it."""

from __future__ import annotations

from positions.model.base import Record
from positions.rows import row_of
from positions.text.robustness import robustness_rows
from positions.view import View


class VariantRow(Record):
    """One set of choices of coding, and what is farthest apart under it."""

    coding: str
    """Whose coding: the kept one, or that of a coder."""
    statements: str
    """All statements, or which of them are left out."""
    window: str
    """For how long words count beside newer ones."""
    farthest: str
    """Which issues are farthest apart, between whom; that nothing firm can be compared."""
    words: str
    """How far, with the interval where there is one; empty where nothing can be compared."""
    share: float | None
    """The same as a share of the scale, from 0 to 1; empty where nothing can be compared."""


def variant_rows(view: View) -> list[VariantRow]:
    """One row per variant, the widest gap first; none where no issue has a scale."""
    return [row_of(VariantRow, one, words=one.size) for one in robustness_rows(view)]
