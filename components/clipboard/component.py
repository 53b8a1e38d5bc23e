"""Texts and the address of the view on the clipboard, at one click."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from components.register_component import component

_COPIES = component("copy_buttons", Path(__file__).parent, "link", statements=True)


def copy_link() -> None:
    """A button that copies the address; the click stays in the browser."""
    _COPIES(key="copy_link", data={"copies": [{"label": "Copy link to this view", "text": None}]})


def copy_buttons(texts: Mapping[str, str | None], key: str) -> None:
    """A button per text, by its label; the address of the view for None. The clicks stay in the browser."""
    _COPIES(key=key, data={"copies": [{"label": label, "text": text} for label, text in texts.items()]})
