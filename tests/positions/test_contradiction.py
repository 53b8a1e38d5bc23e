"""A side that names different steps on one day: they stand together, and the cell says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import permutations

import pytest

from components.figures.lanes import issue_lanes
from components.figures.strip import EMPTY, POINT, strip_of
from positions.analysis.gap import CONTRADICTS as NOT_COUNTED
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.cell_sentences import cell_sentences
from positions.text.gaps import gap_sentence
from positions.text.labels import BASIS_WORDS
from positions.text.meeting import meeting_words
from positions.text.meeting_lines import tally_sentences
from positions.text.stance import CONTRADICTS, stance_words
from positions.view import view_of
from tests.conftest import Changed
from tests.positions import factories

DAY = dt.date(2031, 6, 12)
ROW = (
    "x-{n},{source},,,northland,,norrin,access,2031-06-12,explicit,direct_quote,,"
    "{low},{high},{spread},,{words},,,high,a,\n"
)
LAST = "courier-1,courier,46"


def said(changed: Changed, rows: Sequence[tuple[str, int, int, str]]) -> Tables:
    """The training case with words of Norrin on one day: source, lowest and highest step, spread."""
    added = "".join(
        ROW.format(n=n, source=source, low=low, high=high, spread=spread, words=f"Norrin {low}.")
        for n, (source, low, high, spread) in enumerate(rows)
    )
    folder = changed(
        statements=[(LAST, added + LAST)],
        sources=[
            ('"date-parts": [[2031, 5, 12]]', '"date-parts": [[2031]]'),
            ('"date-parts": [[2031, 5, 14]]', '"date-parts": [[2031]]'),
        ],
    )
    return Tables(load_dossier(folder), folder)


@pytest.mark.parametrize("rows", list(permutations([("gazette", 1, 1, ""), ("courier", 3, 3, "")])))
def test_steps_apart_in_two_documents_are_a_range_that_contradicts_itself(
    changed: Changed, rows: Sequence[tuple[str, int, int, str]]
) -> None:
    """Nobody's middle is chosen, whatever the order of rows; every text says why there is a range."""
    tables = said(changed, rows)
    view = view_of(tables, default_selection(tables.dossier, DAY))
    cell = view.cell("northland", "access")
    point = cell.position.point
    assert point is not None

    assert (point.low, point.high, point.doubt, point.contradicts) == (1, 3, False, True)
    assert any(note.startswith(CONTRADICTS) for note in cell_words(cell, tables).notes)
    assert CONTRADICTS in " ".join(one.words for one in cell_sentences(cell, tables))


@pytest.mark.parametrize(
    "rows",
    [
        [("gazette", 1, 1, ""), ("gazette", 3, 3, "")],
        [("gazette", 1, 2, "said"), ("courier", 2, 3, "said")],
        [("gazette", 1, 1, ""), ("courier", 1, 1, "")],
        [("gazette", 1, 2, "doubt"), ("courier", 3, 4, "doubt")],
    ],
)
def test_one_speakers_document_a_shared_step_and_a_doubt_are_no_contradiction(
    changed: Changed, rows: Sequence[tuple[str, int, int, str]]
) -> None:
    """Rows of one speaker in one source are one position, and a coder's doubt is not the side's."""
    tables = said(changed, rows)
    cell = view_of(tables, default_selection(tables.dossier, DAY)).cell("northland", "access")
    point = cell.position.point
    assert point is not None

    assert not point.contradicts
    assert cell.firm
    assert CONTRADICTS not in "\n".join(cell_words(cell, tables).notes)


SPEAKERS = (
    *factories.DESCRIPTION["speakers"],
    {
        "id": "north_chair",
        "name": "North chair",
        "office": "chair",
        "authority": "principal",
        "party": "north",
    },
    {"id": "north_self", "name": "Northland", "office": "member", "authority": "principal", "party": "north"},
)


def spoken(*rows: tuple[str, int, str]) -> Tables:
    """The fictional dossier with words of Northland on one day: speaker, step, source; the south at 2."""
    each = (
        factories.said(f"x-{place}", speaker, step, source=source, party="north")
        for place, (speaker, step, source) in enumerate(rows)
    )
    return factories.tables_of(*each, factories.said("s", "south_head", 2), speakers=SPEAKERS)


@pytest.mark.parametrize(
    ("rows", "against"),
    [
        ((("north_head", 1, "gazette"), ("north_chair", 3, "gazette")), True),
        ((("north_head", 1, "gazette"), ("north_chair", 3, "courier")), True),
        ((("north_self", 1, "gazette"), ("north_self", 3, "gazette")), True),
        ((("north_head", 1, "gazette"), ("north_head", 3, "gazette")), False),
        ((("north_head", 1, "gazette"), ("north_head", 3, "gazette"), ("north_chair", 3, "wire")), True),
        ((("north_self", 1, "gazette"), ("north_self", 1, "courier")), False),
    ],
)
def test_only_what_one_speaker_said_in_one_source_is_one_position(
    rows: tuple[tuple[str, int, str], ...], against: bool
) -> None:
    """Two speakers contradict each other in one source too; so do rows of a side itself, no speech."""
    cell = factories.cell_at(spoken(*rows), "north")
    point = cell.position.point
    assert point is not None

    assert (point.contradicts, cell.firm) == (against, not against)


def test_a_contradiction_is_in_no_finding_and_keeps_its_interval() -> None:
    """Its gap has no size and no relation, only from where to where it may be; every text says why."""
    seen = factories.view_at(spoken(("north_head", 1, "gazette"), ("north_chair", 2, "gazette")))
    gap = seen.gap("dam", "north", "south")
    assert gap is not None

    assert (gap.gap, gap.relation, gap.basis, gap.least, gap.most) == (None, None, NOT_COUNTED, 0, 1)
    assert seen.finding.startswith("No two firm positions")
    assert gap_sentence(gap, seen.tables).endswith(BASIS_WORDS[NOT_COUNTED])
    assert "where words of Northland contradict each other, 0–1 steps apart" in " ".join(
        tally_sentences(seen)
    )
    assert any(
        "Words of Northland of one day contradict each other and have no step in common" in one.sentence
        for one in meeting_words(seen, [gap])
    )


def test_charts_draw_the_ends_that_are_named_with_all_who_named_them() -> None:
    """No mark stands on the middle, no block is filled between, and no bar says that other words do."""
    seen = factories.view_at(spoken(("north_head", 1, "gazette"), ("north_chair", 3, "gazette")))
    issue = seen.tables.scales["dam"]
    (lane,) = [one for one in issue_lanes(seen, issue) if one.column == "north"]

    assert [spot.point for spot in lane.spots] == [1, 3]
    assert lane.said == "10 May 2030 · North chair and North head"
    assert not lane.reaches
    assert strip_of(seen.cell("north", "dam")) == (EMPTY, POINT, EMPTY, POINT, EMPTY)
    assert stance_words(issue, seen.cell("north", "dam").stances[0][1]) == "Dam half open and Dam mostly open"


def test_a_member_that_contradicts_itself_shares_no_step_with_another() -> None:
    """A grouping of one at 2 and one at 1 and at 3 is split, and each member is at what it named."""
    rows = [
        factories.said("a", "east_head", 1),
        factories.said("b", "east_head", 3, source="courier"),
        factories.said("c", "west_head", 2),
    ]
    cell = factories.cell(*rows, holder="league")
    assert cell.grouped is not None

    assert cell.state == "split"
    assert [(one.low, one.high, one.members) for one in cell.grouped.clusters] == [
        (1, 1, ("east",)),
        (2, 2, ("west",)),
        (3, 3, ("east",)),
    ]
    assert cell.grouped.spoke_states == ("east", "west")
