"""Registers the page's own components: a script, a style sheet and the helpers they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_SHARED = Path(__file__).parent / "draw.js"


def component(name: str, folder: Path, stem: str) -> ComponentRenderer:
    """A component from `<stem>.css` and `<stem>.js` in the folder; to be called once, at import."""
    script = _SHARED.read_text(encoding="utf-8") + (folder / f"{stem}.js").read_text(encoding="utf-8")
    style = (folder / f"{stem}.css").read_text(encoding="utf-8")
    return st.components.v2.component(name, html="<div id='root'></div>\n", css=style, js=script)


def no_answer() -> None:
    """A callback that does nothing: Streamlit keeps a trigger's value only where it has one."""
