"""One page per module; PAGES is what the navigation offers, in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

import streamlit as st

from components.app.escape import escaped
from positions.selection import Selection
from positions.text.limits import refusal
from positions.view import View


@dataclass(frozen=True)
class Page:
    """A page: its name in the navigation, its path in the address, and what draws it.

    `render` draws a view and answers the selection as the page's own controls leave it.
    `columns` says whether the choice of parties and issues bears on it, `searched` whether search and
    filters of the statements do.
    """

    title: str
    path: str
    render: Callable[[View], Selection]
    columns: bool = True
    searched: bool = False


def _late(module: str) -> Callable[[View], Selection]:
    """`render` of a module here, imported when it is first called: the first page waits for no other.

    A view that would hold too much is refused in one sentence.
    """

    def render(view: View) -> Selection:
        if refused := refusal(view.selection, view.tables.dossier):
            st.warning(escaped(refused))
            return view.selection
        draw = cast("Callable[[View], Selection]", import_module(f"{__name__}.{module}").render)
        return draw(view)

    render.__module__ = f"{__name__}.{module}"  # where it is really drawn
    return render


PAGES: tuple[Page, ...] = (
    Page("Compare", "compare", _late("compare")),
    Page("Issue", "issue", _late("issue")),
    Page("Gaps", "gaps", _late("gaps")),
    Page("Movement", "movement", _late("movement")),
    Page("Briefing", "briefing", _late("briefing")),
    Page("Evidence", "evidence", _late("evidence"), columns=False, searched=True),
    Page("Sources", "sources", _late("sources"), columns=False),
    Page("Method", "method", _late("method"), columns=False),
    Page("Your data", "your-data", _late("your_data"), columns=False),
)
