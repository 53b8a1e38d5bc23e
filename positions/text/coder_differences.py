"""What coders made otherwise of some words: told beside these, and never as something that was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from positions.analysis.disagreement import Coded, Disagreement, Steps
from positions.analysis.gap import Gap
from positions.analysis.words import Stance
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.tables import Tables
from positions.text.wording import (
    count_words,
    issue_words,
    joined,
    marked_steps,
    number_words,
    place_numbers,
    place_words,
)

if TYPE_CHECKING:
    from positions.cell import Cell
    from positions.view import View

DIFFER, NO_STEP, _OTHERWISE = "coders differ", "no step", "coders otherwise"


def coders_words(issue: Issue, found: Disagreement | None) -> str:
    """The steps that coders chose, by label and number: "coders differ: ‘Ban’ (1) or ‘Open’ (4)"; or ""."""
    if found is None:
        return ""
    return f"{_head(found)}: {_either([_labelled(issue, one) for one in found.places], found)}"


def brief_coders(issue: Issue, found: Disagreement | None) -> str:
    """The same by number, for where there is little room: "coders: step 1 or 4"; or "".

    Where coders agree with each other "coders otherwise: step 1": no step is to be read as a count of coders.
    """
    if found is None:
        return ""
    head = "coders" if found.differ else _OTHERWISE
    single = all(low == high for low, high in found.places)
    noun = "" if issue.numeric or not found.places else "step " if single else "steps "
    return f"{head}: {noun}{_either([place_numbers(issue, *one) for one in found.places], found)}"


def stances_coders(stances: Iterable[Stance]) -> str:
    """That coders differ on some words, without their steps; or ""."""
    found = [one.disputed for one in stances if one.disputed]
    return _head(next((one for one in found if one.differ), found[0])) if found else ""


def coded_reach(issue: Issue, steps: Steps) -> str:
    """From where to where codings put some words, by number: "coders: steps 2 to 4"."""
    return f"coders: {place_words(issue, *steps)}"


def gap_coders(gap: Gap) -> str:
    """The interval of a gap over all codings, "coders 2–4"; "" where no coding widens it."""
    return f"coders {'–'.join(map(number_words, gap.coders))}" if gap.coders else ""


def disputed_cells(view: View) -> str:
    """In how many positions coders differ on the words that lead, of those that any of them coded; or ""."""
    coded, _ = coded_cells(view)
    count = sum(cell.disputed for cell in coded)
    return f"{DIFFER} in {count} of {count_words(len(coded), 'position')} they coded" if count else ""


def coded_cells(view: View) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The cells with a position whose leading words some coding has, then those of which none has any."""
    placed = [cell for cell in view.cells if cell.placed]
    coded = [
        any(one in view.tables.coded for _, stance in cell.stances for one in stance.statements)
        for cell in placed
    ]
    found, alone = compress(placed, coded), compress(placed, map(not_, coded))
    return tuple(found), tuple(alone)


def disputed_sentence(view: View) -> str:
    """The same of all positions on screen as sentences, with the sides and issues where coders differ.

    Those whose words no coding has are counted and named too: on these nobody can differ.
    """
    coded, alone = coded_cells(view)
    found = [cell for cell in coded if cell.disputed]
    rest = f": {_named(found, view)}" if found else ""
    told = (
        f"Of {count_words(len(coded), 'position')} on screen that coders coded {len(found) or 'none'} "
        f"{'rest' if len(found) > 1 else 'rests'} on words that a coder placed elsewhere{rest}."
    )
    return (
        f"{told} The words of {len(alone)} more are in no coding: {_named(alone, view)}." if alone else told
    )


def lacking_sentence(tables: Tables, coders: Sequence[str]) -> str:
    """How many placed statements of the dossier the codings of these coders lack; "" for no coder."""
    placed = [one.id for one in tables.dossier.statements if one.placed]
    found = Counter(one.coder for id_ in placed for one in tables.coded.get(id_, ()))
    lacks = [f"coder {coder} lacks {len(placed) - found[coder] or 'none'}" for coder in coders]
    told = f"Of {count_words(len(placed), 'placed statement')} in the dossier {joined(lacks)}."
    return told if lacks else ""


def _named(cells: Sequence[Cell], view: View) -> str:
    """Sides and issues of some cells: "Northland on the dam and …"."""
    names, scales = view.tables.in_sentence, view.tables.scales
    return joined([f"{names[cell.holder]} on {issue_words(scales[cell.issue])}" for cell in cells])


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
