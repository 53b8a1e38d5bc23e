"""Fits the container with the key STILL into the width of the window at exactly 16:9."""

from __future__ import annotations

from pathlib import Path

from components.mount import component

STILL = "still"
_FIT = component("fit_still", Path(__file__).parent, "still")


def fit_still() -> None:
    """Scale the container, again whenever it grows or the window changes; to be called once it is filled."""
    _FIT(key="fit_still", data={"sheet": f".st-key-{STILL}"})
