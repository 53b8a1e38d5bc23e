"""What stands over each sheet: the finding, the line that says what is measured, and alt text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.report.content import Briefing
from components.report.records import IssueRow
from components.report.scale_records import IssueCard
from components.report.sections import SECTIONS
from positions.text.citation import source_cells
from positions.text.wording import issue_title


@dataclass(frozen=True)
class Caption:
    """Title and subtitle of a sheet, what stands above them, and all that it shows in sentences."""

    above: str
    title: str
    subtitle: str
    description: str


def caption(briefing: Briefing, view: str) -> Caption:
    """The caption of a view other than the issue cards, a key of VIEWS."""
    head, gaps, moves = briefing.head, briefing.gaps, briefing.moves
    if view == "movement":
        told = [f"{row.name}, {row.issue_name}: {row.words}." for row in moves.changes]
        return _caption(head.subject, moves.title, moves.measure, told)
    told = {
        "matrix": [_row(row, briefing) for row in briefing.matrix.rows],
        "ranges": list(gaps.sentences),
        "robustness": [*briefing.robustness.sentences, *briefing.robustness.removals],
        "pairs": [*(f"{one.pair}: {one.words}." for one in gaps.words), gaps.overall],
    }[view]
    return _caption(head.subject, head.title, head.measure, told)


def page_caption(briefing: Briefing, section: str) -> Caption:
    """The caption of a page of a short report, a key of SECTIONS; what it shows stands above its finding."""
    head, moves = briefing.head, briefing.moves
    above = f"{head.subject} · {SECTIONS[section]}"
    if section == "changes":
        told = [f"{row.name}, {row.issue_name}: {row.words}." for row in moves.changes]
        return _caption(above, moves.title, moves.measure, told)
    if section == "sources":
        told = [", ".join(one) for one in map(source_cells, briefing.codebook.sources)]
        line = f"Positions as of {head.as_of_words} · {head.licence}"
        return _caption(above, "Sources behind what is shown", line, told)
    if section == "finding":
        told = [f"{one.head}: {'; '.join(one.lines)}." for one in briefing.key]
        return _caption(head.subject, head.title, head.measure, told)
    return replace(caption(briefing, section), above=above)


def card_caption(briefing: Briefing, card: IssueCard) -> Caption:
    """The caption of one issue card: its own finding, with the question above."""
    issue = card.issue
    above = f"{briefing.head.subject} · {issue_title(issue)}"
    return _caption(above, card.title, card.measure, [issue.asks, card.words])


def _caption(above: str, title: str, subtitle: str, told: list[str]) -> Caption:
    description = " ".join(text for text in (f"{title}.", f"{subtitle}.", *told) if text)
    return Caption(above, title, subtitle, description)


def _row(row: IssueRow, briefing: Briefing) -> str:
    names = [column.name for column in briefing.matrix.columns]
    cells = "; ".join(f"{name}: {cell.words.title}" for name, cell in zip(names, row.cells, strict=True))
    return f"{row.issue.name}. {cells}."
