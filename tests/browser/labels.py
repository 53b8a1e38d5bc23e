"""Looks for words of charts that lie on each other."""

from __future__ import annotations

from tests.browser.conftest import Opened

_TOUCHING = """() => [...document.querySelectorAll('.js-plotly-plot, .svg-figure .layout')].flatMap(plot => {
  const boxes = [...plot.querySelectorAll('.annotation text, :scope > svg text')]
    .map(text => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width)
  return boxes.flatMap(([one, a], place) => boxes.slice(place + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3).map(([other]) => `${one} | ${other}`))
})"""


def touching_labels(seen: Opened) -> list[str]:
    """Pairs of texts of one chart whose boxes overlap."""
    return list(seen.page.evaluate(_TOUCHING))
