"""Everything that is exported, once: each format is a function of a Briefing and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.figures.change_table import change_heads
from components.report.gaps import gaps_part, issue_cards
from components.report.listings import LISTINGS, Listing
from components.report.matrix import matrix_part
from components.report.records import Codebook, Head, Matrix, Note
from components.report.scale_records import Gaps, IssueCard, Moves
from components.report.sections import FULL, Report
from components.sheet.view import movement_of
from components.theme import Mark, view_marks
from positions.analysis.change import CHANGED, MOVED
from positions.method.premises import premises
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.citation import citation, mode_words, said_words
from positions.text.handling import handling_words
from positions.text.headline import cell_lines
from positions.text.key_lines import KeyLines, key_lines
from positions.text.known_limits import limits_line
from positions.text.movement import change_rows, compared_rows, ordered_moves
from positions.text.paragraphs import RunningText, running_text
from positions.text.robustness import RobustnessWords, robustness_words
from positions.text.wording import published_words, quoted
from positions.view import View


@dataclass(frozen=True, eq=False)
class Briefing:
    """One view in finished words, with what the figures are drawn from; `report` says what is written of it.

    `marks` are those of every party and member by id. `cards` are one per issue. `notes` are the
    statements that the cells show, under the numbers that the view gives them; none, and no numbers
    in cells, where the report has no notes. `rank` are the places of the rows of the matrix, the
    widest gap first. `robustness` is empty where the report has no such section; `listings` are those of
    its sections that are sentences alone. `text` is the view in words, with notes of its own.
    """

    report: Report
    head: Head
    key: tuple[KeyLines, ...]
    marks: dict[str, Mark]
    matrix: Matrix
    rank: tuple[int, ...]
    gaps: Gaps
    moves: Moves
    robustness: RobustnessWords
    listings: dict[str, Listing]
    cards: tuple[IssueCard, ...]
    notes: tuple[Note, ...]
    codebook: Codebook
    text: RunningText


def briefing(view: View, report: Report = FULL) -> Briefing:
    """What a report holds of a view. A view of no issue or no party is an empty briefing, not an error."""
    marks = view_marks(view)
    notes = numbered_notes(view)
    noted = "notes" in report.sections
    matrix = matrix_part(view, marks, short=report.brief, noted=noted)
    head, cards = head_of(view), issue_cards(view, matrix, notes)
    if report.page:
        head = replace(
            head, footer=" · ".join(filter(None, (head.footer, limits_line(view.tables.dossier.limits))))
        )
    by_gap = [*view.by_gap, *(issue for issue in view.issues if not issue.measured)]
    if report.cell and view.cells:
        title, measure = cell_lines(view, view.cells[0])
        head = replace(head, title=title, measure=measure)
        cards = tuple(replace(card, title=title, measure=measure, pairs=()) for card in cards)
    return Briefing(
        report=report,
        head=head,
        key=key_lines(view),
        marks=marks,
        matrix=matrix,
        rank=tuple(map(view.issues.index, by_gap)),
        gaps=gaps_part(view),
        moves=moves_part(view, brief=report.brief),
        robustness=robustness_words(view) if "robustness" in report.sections else _UNTRIED,
        listings={one: LISTINGS[one](view) for one in report.sections if one in LISTINGS},
        cards=cards,
        notes=notes if noted else (),
        codebook=_codebook(view),
        text=running_text(view),
    )


_UNTRIED = RobustnessWords((), (), ())


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
        handling=handling_words(dossier),
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


def moves_part(view: View, *, brief: bool = False) -> Moves:
    """The input of the movement sheet, its title and grey line, and the changes since the earlier day.

    A `brief` one has only what changed, moves first.
    """
    rows = change_rows(view)
    if brief:
        rest = (row for row in rows if row.kind in CHANGED and row.kind != MOVED)
        rows = (*ordered_moves(view), *sorted(rest, key=lambda row: CHANGED.index(row.kind)))
    return Moves(
        movement=movement_of(view),
        title=view.movement_finding,
        measure=view.movement_measure,
        heads=change_heads(view),
        changes=rows,
        compared=max(len(compared_rows(view)), len(rows)),
    )


def numbered_notes(view: View) -> tuple[Note, ...]:
    """The notes in the order of their numbers."""
    tables = view.tables
    return tuple(_note(number, tables.by_id[one], tables) for one, number in view.numbers.items())


def _note(number: int, statement: Statement, tables: Tables) -> Note:
    side = statement.member or statement.party
    speaker, source = tables.speaker_of(statement), tables.sources[statement.source]
    return Note(
        number=number,
        statement=statement,
        side=tables.names[side] if side else "Commentary",
        issue=tables.scales[statement.issue].name,
        who=f"{speaker.name}, {speaker.office}",
        said=f"{said_words(statement)} · {mode_words(statement, source)}",
        source=f"{source.custom.short_name}, {published_words(source)}",
        phrase=quoted(statement.phrase) if statement.phrase else "",
        condition=statement.condition or "",
        citation=citation(statement, tables),
    )
