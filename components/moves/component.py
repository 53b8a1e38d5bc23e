"""What moved on screen: both drawings as the page's own elements, which answer with the clicked mark."""

from __future__ import annotations

from pathlib import Path

from components.moves.view import ArrowsView, RecordView
from components.register_component import component, no_answer

_HERE = Path(__file__).parent
_ARROWS = component("movement_arrows", _HERE, "moves")
_RECORD = component("movement_record", _HERE, "moves")


def movement_arrows(shown: ArrowsView) -> None:
    """Draw the two days."""
    _ARROWS(key="arrows", data={"arrows": shown})


def movement_record(shown: RecordView) -> str | None:
    """Draw the record; the answer is the mark that was just clicked, as "column.issue.day"."""
    answer = _RECORD(key="record", data={"record": shown}, on_mark_change=no_answer).mark
    return str(answer) if answer else None
