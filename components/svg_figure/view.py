"""What the browser draws of a figure: its shapes and words, each at a share of the width and so many pixels.

Shares stretch with the page, pixels do not. y runs down from the top of the figure, in pixels.
"""

from __future__ import annotations

from typing import Any, TypedDict


class Layout(TypedDict):
    """A figure for pages of a kind: `left` and `right` are the pixels beside what stretches.

    `says` is what it shows in words, "" where that is said of the whole; `sticky` is how far from its top on
    it stays in sight while the page is scrolled, None where it does not.
    """

    id: str
    height: float
    left: float
    right: float
    paper: str
    shapes: list[dict[str, Any]]
    words: list[dict[str, Any]]
    tips: list[dict[str, Any]]
    says: str
    sticky: float | None
