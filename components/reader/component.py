"""The reader on screen: text and statements side by side, each leading to the other."""

from __future__ import annotations

from pathlib import Path

from components.reader.view import ReaderView
from components.register_component import component

_READER = component("source_reader", Path(__file__).parent, "reader", statements=True)


def source_reader(view: ReaderView) -> None:
    """Draw text and statements; clicks stay in the browser."""
    _READER(key="reader", data=view)
