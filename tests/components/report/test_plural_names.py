"""Sentences about a side are right whether its name is one of many or of one: the Isles, the Union."""

from __future__ import annotations

import re

import pytest

from components.report.markdown import markdown
from positions.analysis.why import why
from positions.method.worked_gap import grouping_examples
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from positions.text.cell_sentences import position_sentence
from positions.text.why import why_words
from positions.view import View
from tests.components.report.handed_out import briefing_of, view_on
from tests.conftest import SMALL

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SINGULAR = re.compile(
    r"Isles [A-Z]{2} (?:itself|is|was|has|does|says|wants|stands|speaks|moves|holds|names|and its)\b"
)


def renamed(dossier: Dossier) -> Dossier:
    """The dossier with names of many for all its sides and their members."""
    names = iter(f"Isles {one}{other}" for one in _LETTERS for other in _LETTERS)

    def of_many(one: object) -> object:
        name = next(names)
        return one.model_copy(update={"name": name, "in_sentence": f"the {name}"})  # type: ignore[attr-defined]

    parties = []
    for party in dossier.parties:
        members = tuple(of_many(one) for one in party.members)
        parties.append(of_many(party.model_copy(update={"members": members})))
    return dossier.model_copy(update={"parties": tuple(parties)})


def told(view: View) -> list[str]:
    """The report of a view, and what stands beside its cells on screen."""
    why_of = [why_words(cell, why(cell, view.tables), view.tables) for cell in view.cells]
    return [
        *markdown(briefing_of(view.tables.dossier)).decode().splitlines(),
        *(position_sentence(cell, view.tables) for cell in view.cells),
        *(line for one in why_of for line in (*one.rule, *one.members)),
        *grouping_examples(view),
    ]


@pytest.mark.parametrize("name", [str(SMALL), "istanbul-2022"])
def test_no_sentence_takes_a_side_for_one(name: str) -> None:
    """None says "itself", "its" or a verb in the singular of a side that may be many."""
    dossier = renamed(load_dossier(name))
    every = tuple(issue.id for issue in dossier.issues)
    lines = told(view_on(dossier, issues=every))

    assert sum("the Isles" in line for line in lines) > 20
    assert [line for line in lines if _SINGULAR.search(line)] == []
