"""Everything that is handed out, once: each format is a function of a Briefing and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from components.briefing.cards import issue_cards
from components.briefing.gaps import gaps_part
from components.briefing.matrix import matrix_part
from components.briefing.moves import moves_part
from components.briefing.parts import Codebook, Head, Matrix, Note
from components.briefing.scale_parts import Gaps, IssueCard, Moves
from components.briefing.shown import Shown, shown_view
from components.theme import Mark, party_marks
from positions.analysis.gap import pair_gaps
from positions.headline import footer, headline, lede
from positions.method import premises
from positions.selection import Selection
from positions.tables import Tables, comparable, standing


@dataclass(frozen=True, eq=False)
class Briefing:
    """One view of a dossier in finished words, with what the charts on screen are drawn from.

    `marks` are those of every party and member by id. `cards` are one per issue. `notes` are
    the statements behind the shown cells, numbered from 1; cells name their numbers.
    """

    head: Head
    marks: dict[str, Mark]
    matrix: Matrix
    gaps: Gaps
    moves: Moves
    cards: tuple[IssueCard, ...]
    notes: tuple[Note, ...]
    codebook: Codebook


def briefing(tables: Tables, selection: Selection, since: dt.date | None = None) -> Briefing:
    """What is handed out of a view, compared with the earlier day `since` where there is one.

    Members of unfolded groupings of whom nothing is known on the issues are left out, as on
    screen. A view of no issue or no party is an empty briefing, not an error.
    """
    marks, shown = party_marks(tables.dossier), shown_view(tables, selection, since)
    matrix = matrix_part(shown, marks)
    return Briefing(
        head=_head(shown),
        marks=marks,
        matrix=matrix,
        gaps=gaps_part(shown),
        moves=moves_part(shown),
        cards=issue_cards(shown, matrix),
        notes=shown.notes.notes,
        codebook=_codebook(shown),
    )


def _head(shown: Shown) -> Head:
    tables, selection, dossier = shown.tables, shown.selection, shown.tables.dossier
    cells = standing(tables, selection.day)
    main = pair_gaps(comparable(cells, selection.parties, selection.issues))
    return Head(
        dossier=dossier.id,
        subject=dossier.title,
        question=dossier.question,
        title=headline(main, dossier, selection),
        evidence=lede(tables.statements, cells, selection, shown.holders),
        as_of=selection.day,
        since=shown.since,
        footer=footer(cells, dossier, selection, shown.holders),
        data_version=dossier.data_version,
        licence=dossier.licence,
    )


def _codebook(shown: Shown) -> Codebook:
    dossier = shown.tables.dossier
    return Codebook(
        issues=tuple(shown.issues),
        low_end=dossier.low_end,
        high_end=dossier.high_end,
        premises=premises(dossier),
        limits=dossier.limits,
        naming_note=dossier.naming_note,
        sources=dossier.sources,
    )
