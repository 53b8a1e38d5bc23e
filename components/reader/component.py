"""The reader on screen: text and statements side by side, each leading to the other."""

from __future__ import annotations

from pathlib import Path

from components.reader.view import ReaderView
from components.register_component import component, no_answer

_READER = component("source_reader", Path(__file__).parent, "reader", statements=True)


def source_reader(view: ReaderView, *, coded: bool = False) -> tuple[int, int] | None:
    """Draw text and statements; clicks stay in the browser.

    Where statements may be `coded`, the answer is the first character of the words just marked and the
    one after their last; None else.
    """
    marked = _READER(key="reader", data={**view, "coded": coded}, on_marked_change=no_answer).marked
    return (int(marked[0]), int(marked[1])) if marked else None
