"""What coders made otherwise of some words: told beside these, and never as something that was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from positions.analysis.disagreement import Coded, Disagreement, Steps
from positions.analysis.gap import Gap
from positions.analysis.words import Stance
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.wording import count_words, issue_words, joined, marked_steps, number_words, place_numbers

if TYPE_CHECKING:
    from positions.view import View

DIFFER, NO_STEP, _OTHERWISE = "coders differ", "no step", "coders otherwise"


def coders_words(issue: Issue, found: Disagreement | None) -> str:
    """The steps that coders chose, by label and number: "coders differ: ‘Ban’ (1) or ‘Open’ (4)"; or ""."""
    if found is None:
        return ""
    return f"{_head(found)}: {_either([_labelled(issue, one) for one in found.places], found)}"


def brief_coders(issue: Issue, found: Disagreement | None) -> str:
    """The same by number, for where there is little room: "coders: 1 or 4"; or ""."""
    if found is None:
        return ""
    return f"coders: {_either([place_numbers(issue, *one) for one in found.places], found)}"


def stances_coders(stances: Iterable[Stance]) -> str:
    """That coders differ on some words, without their steps; or ""."""
    found = [one.disputed for one in stances if one.disputed]
    return _head(next((one for one in found if one.differ), found[0])) if found else ""


def coded_reach(issue: Issue, steps: Steps) -> str:
    """From where to where codings put some words, by number: "coders 2–4"."""
    return f"coders {place_numbers(issue, *steps)}"


def gap_coders(gap: Gap) -> str:
    """The interval of a gap over all codings, "coders 2–4"; "" where no coding widens it."""
    return f"coders {'–'.join(map(number_words, gap.coders))}" if gap.coders else ""


def disputed_cells(view: View) -> str:
    """In how many of the cells with a position coders differ on the words that lead; "" for none."""
    placed = [cell for cell in view.cells if cell.placed]
    count = sum(cell.disputed for cell in placed)
    return f"{DIFFER} in {count} of {count_words(len(placed), 'position')}" if count else ""


def disputed_sentence(view: View) -> str:
    """The same of all positions on screen as a sentence, with the sides and issues where coders differ."""
    found = [cell for cell in view.cells if cell.disputed]
    placed = count_words(sum(cell.placed for cell in view.cells), "position")
    if not found:
        return f"Of {placed} on screen none rests on words that a coder placed elsewhere."
    named = joined(
        [
            f"{view.tables.in_sentence[cell.holder]} on {issue_words(view.tables.scales[cell.issue])}"
            for cell in found
        ]
    )
    return (
        f"Of {placed} on screen {len(found)} {'rests' if len(found) == 1 else 'rest'} on words that a coder "
        f"placed elsewhere: {named}."
    )


def coded_facts(statement: Statement, tables: Tables) -> Iterator[tuple[str, str]]:
    """What coders made of a statement, as pairs of a name and a value; nothing where no coder found it.

    Where all chose the steps that the dossier has it is told once; else each coder's steps and note.
    """
    coded, issue = tables.coded.get(statement.id, ()), tables.scales[statement.issue]
    kept = issue.placement(statement)
    if coded and all(one.steps == kept for one in coded):
        yield "Coders", f"{joined([one.coder for one in coded])}: {'the same' if kept else NO_STEP}"
    else:
        for one in coded:
            yield f"Coder {one.coder}", _coded(issue, one)


def _coded(issue: Issue, one: Coded) -> str:
    told = _labelled(issue, one.steps) if one.steps else NO_STEP
    unsure = "; unsure between them" if one.doubt else ""
    return f"{told}{unsure}{f' · {one.note}' if one.note else ''}"


def _head(found: Disagreement) -> str:
    return DIFFER if found.differ else _OTHERWISE


def _labelled(issue: Issue, steps: Steps) -> str:
    """Steps by their short labels, set apart from what was said, with their numbers; a value as it is."""
    words = marked_steps(issue, *steps)
    return words if issue.numeric else f"{words} ({place_numbers(issue, *steps)})"


def _either(places: Sequence[str], found: Disagreement) -> str:
    return joined([*places, *([NO_STEP] if found.unplaced else [])], "or")
