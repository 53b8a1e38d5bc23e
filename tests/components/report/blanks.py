"""A briefing in which every look of a cell occurs: all parties of the strait talks and their members."""

from __future__ import annotations

from functools import cache

from components.report.content import Briefing, briefing
from positions.model.dossier import Dossier, LeftOut
from positions.model.parties import Speaker
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from positions.selection import alphabetical
from tests.components.report.handed_out import compared, view_on
from tests.conftest import SMALL

OLDEST = 100  # days; the words of Southland on inspection are older


def every_state() -> Dossier:
    """The strait talks with what they lack of the kinds of cells.

    The envoy of one member is taken for a draft; a rebel of another speaks for himself; a third is
    unsure; two of five agree on inspection, one of them with words older than the dossier's limit. One
    does not know, as a survey has it.
    """
    dossier = load_dossier(SMALL)
    speakers = {one.id: one for one in dossier.speakers}
    speakers["wick"] = speakers["wick"].model_copy(update={"document": "draft"})
    speakers["rebel"] = _rebel(speakers["pell"])
    wire = next(one for one in dossier.statements if one.id == "wire-3")
    added = (
        _placed(wire, "extra-1", member="ebba", speaker="strand", step=1, confidence="low"),
        _placed(wire, "extra-2", member="brack", speaker="rebel", issue="inspection", step=1),
        _placed(wire, "extra-3", member="dune", issue="inspection", step=1),
        _placed(
            wire, "extra-4", member="salt", speaker="salt_council", issue="inspection", said_on="2031-04-12"
        ),
    )
    unknown = LeftOut(
        record="r1",
        party="commission",
        issue="access",
        said_on="undated",
        why="does not know",
        blank="does_not_know",
    )
    update = {
        "speakers": tuple(speakers.values()),
        "statements": (*dossier.statements, *added),
        "left_out": (unknown,),
    }
    return dossier.model_copy(update=update)


def _rebel(speaker: Speaker) -> Speaker:
    return speaker.model_copy(update={"id": "rebel", "name": "Una Rebb", "authority": "individual"})


def _placed(statement: Statement, name: str, step: int = 1, **changed: object) -> Statement:
    """The statement under another name and with other words, at one step."""
    words = {"summary": f"Words of {name}.", "phrase": f"words of {name}"}
    return statement.model_copy(update={"id": name, "step_low": step, "step_high": step, **words, **changed})


@cache
def every_blank() -> Briefing:
    """All issues and parties with the grouping unfolded; words older than OLDEST days are left out."""
    dossier = every_state()
    view = view_on(
        dossier,
        issues=tuple(issue.id for issue in dossier.issues),
        parties=alphabetical(dossier),
        unfolded=("coast",),
        span=OLDEST,
    )
    return briefing(compared(view))
