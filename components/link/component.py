"""The address of the view on the clipboard, at one click."""

from __future__ import annotations

from pathlib import Path

from components.mount import component

_LINK = component("copy_link", Path(__file__).parent, "link", statements=True)


def copy_link() -> None:
    """Draw the button; a click stays in the browser."""
    _LINK(key="copy_link", data={"label": "Copy link to this view", "done": "Copied"})
