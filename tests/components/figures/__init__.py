"""Reads what the browser draws of a figure."""

from __future__ import annotations

from typing import Any

from components.svg_figure.view import Layout


def shapes_of(layout: Layout, name: str) -> list[dict[str, Any]]:
    """The shapes of a figure with that name."""
    return [shape for shape in layout["shapes"] if shape["name"] == name]


def notes_of(layout: Layout) -> dict[str, dict[str, Any]]:
    """The texts that stand on a figure, by their words in one line."""
    return {" ".join(line["text"] for line in one["lines"]): one for one in layout["words"]}
