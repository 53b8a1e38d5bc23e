"""The browser's own question before a tab is closed in which something is not saved yet."""

from __future__ import annotations

from pathlib import Path

from components.register_component import component

_ASKS = component("leaving", Path(__file__).parent, "leaving")


def ask_before_leaving() -> None:
    """Have the browser ask, for as long as this is a part of the page."""
    _ASKS(key="leaving", data={})
