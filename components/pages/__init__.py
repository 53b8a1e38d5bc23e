"""One page per module; PAGES is what the navigation offers, in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from components.pages import briefing, compare, evidence, gaps, issue, method, movement, sources
from positions.selection import Selection
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


PAGES: tuple[Page, ...] = (
    Page("Compare", "compare", compare.render),
    Page("Issue", "issue", issue.render),
    Page("Gaps", "gaps", gaps.render),
    Page("Movement", "movement", movement.render),
    Page("Briefing", "briefing", briefing.render),
    Page("Evidence", "evidence", evidence.render, columns=False, searched=True),
    Page("Sources", "sources", sources.render, columns=False),
    Page("Method", "method", method.render, columns=False),
)
