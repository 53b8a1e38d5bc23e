"""Everything that is exported, once: each format is a function of a Briefing and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from components.briefing.gaps import gaps_part, issue_cards
from components.briefing.matrix import matrix_part
from components.briefing.moves import moves_part
from components.briefing.notes import numbered_notes
from components.briefing.parts import Codebook, Head, Matrix, Note
from components.briefing.scale_parts import Gaps, IssueCard, Moves
from components.theme import Mark, party_marks
from positions.method.premises import premises
from positions.text.paragraphs import RunningText, running_text
from positions.view import View


@dataclass(frozen=True, eq=False)
class Briefing:
    """One view in finished words, with what the figures are drawn from.

    `marks` are those of every party and member by id. `cards` are one per issue. `notes` are the
    statements that the cells show, under the numbers that the view gives them. `text` is the view in
    words, with notes of its own.
    """

    head: Head
    marks: dict[str, Mark]
    matrix: Matrix
    gaps: Gaps
    moves: Moves
    cards: tuple[IssueCard, ...]
    notes: tuple[Note, ...]
    codebook: Codebook
    text: RunningText


def briefing(view: View) -> Briefing:
    """What is exported of a view. A view of no issue or no party is an empty briefing, not an error."""
    marks = party_marks(view.tables.dossier)
    notes = numbered_notes(view)
    matrix = matrix_part(view, marks)
    return Briefing(
        head=head_of(view),
        marks=marks,
        matrix=matrix,
        gaps=gaps_part(view),
        moves=moves_part(view),
        cards=issue_cards(view, matrix, notes),
        notes=notes,
        codebook=_codebook(view),
        text=running_text(view),
    )


def head_of(view: View) -> Head:
    """The three lines of the view with what else stands on every page."""
    dossier = view.tables.dossier
    return Head(
        dossier=dossier.id,
        subject=dossier.title,
        question=dossier.question,
        title=view.finding,
        measure=view.measure,
        as_of=view.day,
        since=view.since,
        footer=view.source_line,
        data_version=dossier.data_version,
        licence=dossier.licence,
    )


def _codebook(view: View) -> Codebook:
    dossier = view.tables.dossier
    return Codebook(
        issues=view.issues,
        low_end=dossier.low_end,
        high_end=dossier.high_end,
        premises=premises(dossier),
        limits=dossier.limits,
        naming_note=dossier.naming_note,
        sources=tuple(view.tables.sources[one] for one in view.sources),
    )
