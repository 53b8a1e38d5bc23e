"""Registers the page's own components: a script, a style sheet and the helpers they share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HERE = Path(__file__).parent
_DRAW, _STRIP, _TIP = _HERE / "draw.js", _HERE / "strip.css", _HERE / "tip.css"
STATEMENT = (_HERE / "statements" / "card.js", _HERE / "statements" / "cards.css")


def component(
    name: str, folder: Path, stem: str, *, statements: bool = False, isolated: bool = True
) -> ComponentRenderer:
    """A component from `<stem>.css` and `<stem>.js` in the folder; to be called once, at import.

    With `statements` it can draw cards: their script and style come first. One that is not `isolated` is
    a part of the page, which its rules and those who search in it reach.
    """
    script, style = STATEMENT if statements else (None, None)
    scripts = [_DRAW, script, folder / f"{stem}.js"]
    styles = [_STRIP if isolated else None, _TIP, style, folder / f"{stem}.css"]
    draw = st.components.v2.component(
        name,
        html=f"<div {'id' if isolated else 'class'}='root'></div>\n",
        css=_joined(styles),
        js=_joined(scripts),
        isolate_styles=isolated,
    )

    def drawn(*, data: object, **rest: Any) -> Any:
        # In a list, or Streamlit looks for tables among the values, which brings pandas to the first page.
        return draw(data=[data], **rest)

    return cast("ComponentRenderer", drawn)


def _joined(files: Sequence[Path | None]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in dict.fromkeys(files) if file)


def no_answer() -> None:
    """A callback that does nothing: Streamlit keeps a trigger's value only where it has one."""
