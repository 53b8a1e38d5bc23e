"""What the browser draws of a figure: its shapes and words, each at a share of the width and so many pixels.

Shares stretch with the page, pixels do not. y runs down from the top of the figure, in pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    import plotly.graph_objects as go

_LINE, _BASE = 1.3, 0.35  # from line to line, and from the middle of a line to its foot, in sizes of type
_DASHES = {"solid": "", "dash": "6 4", "dot": "2 3"}
_TAGS = re.compile(r"</?(b|span[^>]*)>")
_SIZED = re.compile(r"font-size:([\d.]+)px")
_HELD = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


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


def layout_of(figure: go.Figure, name: str = "any") -> Layout:
    """A figure of tiles, words and unseen marks that tell something.

    Its name says for which pages: "wide", "narrow" or "any".
    """
    drawn = figure.to_plotly_json()
    layout = drawn["layout"]
    axes = _Axes(layout["xaxis"]["range"], layout["yaxis"]["range"], layout["height"])
    return Layout(
        id=name,
        height=layout["height"],
        left=layout["margin"]["l"],
        right=layout["margin"]["r"],
        paper=layout.get("paper_bgcolor", ""),
        shapes=[axes.shape(one) for one in layout.get("shapes", ())],
        words=[axes.words(one) for one in layout.get("annotations", ())],
        tips=[tip for trace in drawn["data"] for tip in axes.tips(trace)],
        says="",
        sticky=None,
    )


class _Axes:
    """Places of a figure on a page: shares of the width in per cent, pixels from the top."""

    def __init__(self, across: tuple[float, float], up: tuple[float, float], height: float) -> None:
        self.first, self.across = across[0], across[1] - across[0]
        self.low, self.up, self.height = up[0], up[1] - up[0], height

    def share(self, x: float) -> float:
        """How far right a place is, in per cent."""
        return round((x - self.first) / self.across * 100, 3)

    def down(self, y: float) -> float:
        """How far below the top a place is, in pixels."""
        return round((1 - (y - self.low) / self.up) * self.height, 2)

    def _ends(self, shape: Mapping[str, Any]) -> dict[str, Any]:
        """From where to where a shape reaches; pinned to one share where its width does not stretch."""
        if shape.get("xsizemode") == "pixel":
            pin = 0.0 if shape.get("xref") == "paper" else self.share(shape["xanchor"])
            return {"pin": pin, "x1": shape["x0"], "x2": shape["x1"]}
        return {"x1": self.share(shape["x0"]), "x2": self.share(shape["x1"])}

    def shape(self, shape: Mapping[str, Any]) -> dict[str, Any]:
        """A tile with its ink."""
        edge = shape["line"]
        ink = {
            "name": shape.get("name", ""),
            "stroke": edge.get("color", ""),
            "wide": edge["width"],
            "dash": _DASHES[edge.get("dash", "solid")],
            "fill": shape.get("fillcolor", ""),
        }
        ys = {"y1": self.down(shape["y0"]), "y2": self.down(shape["y1"])}
        return {**ink, **self._ends(shape), **ys, "kind": shape["type"]}

    def words(self, note: Mapping[str, Any]) -> dict[str, Any]:
        """Words in lines, each with its size and the place of its foot."""
        size = note["font"]["size"]
        look = {"bold": "<b>" in note["text"], "italic": False}
        lines = [{**_line(one, size), **look} for one in note["text"].split("<br>")]
        y = self.down(note["y"]) - note["yshift"] - _HELD[note["yanchor"]] * _LINE * size * len(lines)
        for place, one in enumerate(lines):
            one["y"] = round(y + _LINE * size * (place + 0.5) + _BASE * one["size"], 2)
        pin = 0.0 if note.get("xref") == "paper" else self.share(note["x"])
        return {
            "pin": pin,
            "x": round(note["xshift"], 2),
            "anchor": _ANCHORS[note["xanchor"]],
            "ink": note["font"]["color"],
            "lines": lines,
        }

    def tips(self, trace: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """What each unseen mark of a trace tells, in lines."""
        for x, y, text in zip(trace["x"], trace["y"], trace["hovertext"], strict=True):
            yield {
                "pin": self.share(x),
                "y": self.down(y),
                "says": [unescape(one) for one in text.split("<br>")],
            }


def _line(text: str, size: float) -> dict[str, Any]:
    """A line of a figure's words; Plotly reads tags in it, and what comes from data is escaped."""
    sized = _SIZED.search(text)
    return {
        "text": unescape(_TAGS.sub("", text)),
        "size": float(sized[1]) if sized else size,
    }
