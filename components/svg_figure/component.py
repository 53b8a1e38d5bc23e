"""A figure on screen, laid out for wide and narrow pages in one message; the style sheet shows one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from components.register_component import component, no_answer
from components.svg_figure.view import Layout

_FIGURE = component("svg_figure", Path(__file__).parent, "figure", isolated=False)


def svg_figure(layouts: Sequence[Layout], words: str, *, key: str) -> str | None:
    """Draw the figure; the words are what it shows, for whoever does not see it.

    The answer is what the mark opens that was just clicked.
    """
    data = {"layouts": list(layouts), "words": words}
    answer = _FIGURE(key=key, data=data, on_mark_change=no_answer).mark
    return str(answer) if answer else None
