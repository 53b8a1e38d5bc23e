"""A cell in words: the point, its condition, who said it when; every other current word with its own day."""

from __future__ import annotations

from collections.abc import Iterator

from positions.analysis.change import ENDED
from positions.analysis.position import Line
from positions.analysis.words import Stance
from positions.cell import MOST_LINES, Cell
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.cell_lines import CellWords, age_note, line_head, line_words, listed_words, more_words
from positions.text.citation import source_head
from positions.text.coder_differences import coders_words
from positions.text.grouping import grouping_words
from positions.text.labels import BLANK_WORDS, CHANGE_WORDS
from positions.text.stance import (
    WEAK,
    conditions_words,
    doubt_words,
    other_words,
    phrases_of,
    shown_others,
    speaker_words,
    speakers_words,
    stance_day,
    stance_evidence,
    stance_words,
)
from positions.text.wording import capital, count_words, day_words, joined, number_words, quoted, step_words


def cell_words(cell: Cell, tables: Tables) -> CellWords:
    """The words of one cell."""
    issue = tables.scales[cell.issue]
    if cell.grouped is not None and not cell.blank:
        return grouping_words(cell, issue, tables)
    return _own(cell, issue, tables)


def short_words(cell: Cell, tables: Tables) -> CellWords:
    """The words of one cell for a short report: the point, its conditions, its evidence, doubt, age.

    What else is current is counted; the strip of the cell has its steps.
    """
    issue = tables.scales[cell.issue]
    if cell.grouped is not None and not cell.blank:
        return grouping_words(cell, issue, tables, short=True).short(blank=False)
    return _own(cell, issue, tables).short(blank=cell.blank)


def _own(cell: Cell, issue: Issue, tables: Tables) -> CellWords:
    if cell.blank:
        return _blank(cell, issue, tables)
    if cell.position.point is None:
        return listed_words(cell, tables)
    return _placed(cell, cell.position.point, issue, tables)


def _placed(cell: Cell, point: Stance, issue: Issue, tables: Tables) -> CellWords:
    weak = cell.state == "weak"
    return CellWords(
        title=stance_words(issue, point),
        body=(*(phrases_of(point, tables) if weak else ()), *point_conditions(point, issue, tables)),
        evidence=stance_evidence(point, tables),
        others=tuple(
            other_words(issue, point, one, tables) for one in shown_others(point, cell.position.others)
        ),
        notes=tuple(
            note
            for note in (
                WEAK if weak else "",
                doubt_words(point, issue),
                coders_words(issue, point.disputed),
                age_note(cell, point.day, tables) if cell.old else "",
                *(_newer(line, tables) for line in cell.position.lines[:1]),
            )
            if note
        ),
    )


def point_conditions(point: Stance, issue: Issue, tables: Tables) -> Iterator[str]:
    """The conditions of a point; where several spoke for several steps, who named which, on which."""
    if len(point.speakers) > 1 and point.low != point.high and not point.doubt:
        yield from dict.fromkeys(_clause(statement, issue, tables) for statement in point.statements)
    elif point.conditions:
        yield conditions_words(point.conditions)


def _clause(statement: str, issue: Issue, tables: Tables) -> str:
    said = tables.by_id[statement]
    placed = issue.placement(said)
    assert placed is not None
    steps = step_words(issue, *placed, short=True)
    condition = f", {conditions_words([said.condition])}" if said.condition else ""
    return f"{speaker_words(tables, said.speaker)}: {steps}{condition}"


def _newer(line: Line, tables: Tables) -> str:
    return f"newer words, {line_head(line, tables)}, do not fit the scale"


def _blank(cell: Cell, issue: Issue, tables: Tables) -> CellWords:
    """Why there is no position, with what was said instead, if anything was."""
    body = [line_words(line, tables, member) for member, line in cell.lines[:MOST_LINES]]
    notes = [more_words(cell)] if len(cell.lines) > MOST_LINES else []
    notes += [_last_placed(issue, one.last, tables, member) for member, one in cell.spoken if one.last]
    if cell.silent:
        former = [_former(one.former, tables) for _, one in cell.spoken if one.former]
        office = " of the government in office" if former else ""
        found = f"nothing{office} found in {searched_words(cell)}"
        why = found if cell.state == "not_stated" else unsearched_words(cell, tables)
        notes += former if cell.missing else [why, *former]
    notes += missing_words(cell, tables)
    return CellWords(blank_title(cell), tuple(body), "", (), tuple(notes))


def missing_words(cell: Cell, tables: Tables) -> tuple[str, ...]:
    """How the sources code a blank, each once in the order of the words, with what they say beside it."""
    found = set()
    for one in cell.missing:
        where = f" in {source_head(one.source, tables)}" if one.source else ""
        found.add(f"coded {quoted(one.why)}{where}{f': {one.note}' if one.note else ''}")
    return tuple(sorted(found))


def searched_words(cell: Cell) -> str:
    """In what nothing was found: how many sources by which day, of how many of them only the opening."""
    read = f"{count_words(cell.looked_in, 'source')} published by {day_words(cell.as_of)}"
    if not cell.openings:
        return read
    return f"{read} (of {number_words(cell.openings)} of them only the opening was read)"


def unsearched_words(cell: Cell, tables: Tables) -> str:
    """Why nothing can be said of a blank: no search is written down, no source was read, or only openings."""
    if not tables.dossier.searched:
        return "no search is recorded in this dossier"
    if cell.only_openings:
        read = f"{count_words(cell.openings, 'source')} published by {day_words(cell.as_of)}"
        return f"only the opening was read of {read}, and nothing follows from what is not in it"
    return f"no source searched for it was published by {day_words(cell.as_of)}"


def _last_placed(issue: Issue, one: Stance, tables: Tables, member: str) -> str:
    whose = f"{tables.names[member]} " if member else ""
    return (
        f"{whose}last placed {stance_day(one, tables)} · {speakers_words(one, tables)}: "
        f"{stance_words(issue, one)}"
    )


def _former(line: Line, tables: Tables) -> str:
    return f"before the government in office, {line_words(line, tables, '')}"


def nothing_words(cell: Cell, tables: Tables) -> str:
    """The end of a sentence on a blank without words, which begins with "No statement"."""
    if cell.missing:
        return f"is counted: {joined(missing_words(cell, tables))}"
    reasons = {
        "not_researched": f"was found: {unsearched_words(cell, tables)}",
        "not_applicable": "is counted: the question does not arise for this side",
        "left_out": "was found among the words that the reader chose to see",
    }
    return reasons.get(cell.state, f"was found in {searched_words(cell)}")


def blank_title(cell: Cell) -> str:
    """Why nobody stands on a step in a cell: what a missing code says, a new government, only openings."""
    kind = BLANK_WORDS[cell.state]
    if cell.missing:
        reasons = sorted({one.why for one in cell.missing if one.why.casefold() != kind.casefold()})
        return f"{kind}: {joined(reasons, 'or')}" if reasons else kind
    if cell.grouped is None and cell.silent and cell.position.former:
        return capital(CHANGE_WORDS[ENDED])
    return f"{kind}{': only openings read' if cell.only_openings else ''}"


def blank_words(cell: Cell) -> str:
    """The same in the middle of a sentence; the words of a missing code as they are."""
    title = blank_title(cell)
    return f"{title[0].lower()}{title[1:]}"
