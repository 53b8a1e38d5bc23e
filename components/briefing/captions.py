"""What stands over each sheet: a title without a claim of our own, a line under it, and alt text."""

from __future__ import annotations

from dataclasses import dataclass

from components.briefing.content import Briefing
from components.briefing.parts import IssueRow
from components.briefing.scale_parts import IssueCard
from components.charts import issue_scale, movement, pair_map, range_plot
from positions.text.wording import day_words

VIEWS: dict[str, str] = {
    "matrix": "Who stands where",
    "ranges": "How far apart on each scale",
    "pairs": "Every pair on every issue",
    "movement": "Positions over time",
    "issue": "Issue by issue",
}
READING = "Each issue on its own scale, the widest gap first. The ends of a scale carry no merit."


@dataclass(frozen=True)
class Caption:
    """Title and subtitle of a sheet, and the same as it draws in one or more sentences."""

    title: str
    subtitle: str
    description: str


def caption(briefing: Briefing, view: str) -> Caption:
    """The caption of a view other than the issue cards, a key of VIEWS."""
    head, gaps = briefing.head, briefing.gaps
    subject = f"{head.subject} · {head.evidence}"
    if view == "matrix":
        said = " ".join(_row(row, briefing) for row in briefing.matrix.rows)
        return Caption(head.title, subject, f"{head.title} {said}".strip())
    if view == "ranges":
        return Caption(head.title, subject, f"{head.title} {range_plot.describe(gaps.plot)}".strip())
    if view == "pairs":
        words = f"Steps between each pair on each issue, as of {head.as_of_words}"
        told = f"{words}. {pair_map.describe(gaps.pairs)} {gaps.overall}"
        return Caption(words, gaps.overall or subject, told.strip())
    moves = briefing.moves
    words = f"Stated positions over time, until {head.as_of_words}"
    told = moves.title if moves.changes.rows else subject
    return Caption(words, told, f"{told}. {movement.describe(moves.movement)}".strip())


def card_caption(briefing: Briefing, card: IssueCard) -> Caption:
    """The caption of one issue card: the question, and the widest gap on it."""
    pairs = f" ({', '.join(card.gap.pairs)})" if card.gap.pairs else ""
    gap = f"widest gap {card.gap.words}{pairs}" if card.gap.segments else card.gap.words
    words = f"{card.issue.name} · {gap} · as of {day_words(briefing.head.as_of)}"
    return Caption(card.issue.question, words, _card(card))


def _card(card: IssueCard) -> str:
    if card.issue.scale:
        return f"{card.issue.question} {issue_scale.describe(card.scale)}"
    said = "; ".join(f"{lane.column.name}: {lane.cell.title}, {lane.cell.detail}" for lane in card.lanes)
    return f"{card.issue.question} {said}"


def _row(row: IssueRow, briefing: Briefing) -> str:
    names = [column.name for column in briefing.matrix.columns]
    cells = "; ".join(f"{name}: {cell.title}" for name, cell in zip(names, row.cells, strict=True))
    return f"{row.issue.name}. {cells}."
