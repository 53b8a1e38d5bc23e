"""Reads what a figure holds, without the gaps of its type stubs."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


def marks_of(figure: go.Figure) -> dict[str, Any]:
    """The named marks of a figure as plain traces, by name."""
    traces: list[Any] = list(figure.data)
    return {trace.name: trace for trace in traces if trace.mode == "markers" and trace.name}


def shapes_of(figure: go.Figure, name: str) -> list[Any]:
    """The shapes of a figure with that name: a mark's, "gap", "range", "doubt" or "legend"."""
    return [shape for shape in figure.layout.shapes if shape.name == name]


def notes_of(figure: go.Figure) -> dict[str, Any]:
    """The texts that stand on a figure, with their annotations."""
    notes: list[Any] = list(figure.layout.annotations)
    return {note.text: note for note in notes}
