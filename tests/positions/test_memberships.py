"""One that stands alone and belongs to groupings; and members that are no states."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from components.theme import party_marks
from positions.model.dossier import Dossier
from positions.model.parties import SIDE_KINDS
from positions.reading.dossier import load_dossier
from positions.selection import default_parties
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.view import cell_at
from tests.conftest import Changed
from tests.positions.faults import findings_of

LAST = dt.date(2031, 6, 30)
BEFORE = "  - id: harbour\n    name: Harbour Office"
PACT = "  - {{id: pact, name: Boat Pact, kind: grouping, members: [{}]}}\n"
REPEATED = "{id: northland, name: Northland, kind: state}, {id: brack, name: Brackmoor}"
BY_SIDE = "southland,,sudby,access,2031-05-14"


def pact(changed: Changed, members: str, **more: list[tuple[str, str]]) -> Tables:
    """The training case with one grouping more."""
    folder = changed(dossier=[(BEFORE, PACT.format(members) + BEFORE)], **more)
    return Tables(load_dossier(folder), folder)


@pytest.mark.parametrize("members", ["northland, brack", REPEATED, "brack, northland", f"{REPEATED}, dune"])
def test_a_party_and_a_member_of_another_grouping_can_be_members(changed: Changed, members: str) -> None:
    """Written by id or as the same record again, they are in the grouping, and keep their own columns."""
    tables = pact(changed, members)
    cell = cell_at(tables, "pact", "access", LAST, None)
    assert cell.grouped is not None

    assert cell.grouped.members
    assert set(cell.grouped.members) == {"northland", "brack", *(["dune"] if "dune" in members else [])}
    for one in cell.grouped.members:
        assert cell.members[one] == cell_at(tables, one, "access", LAST, None).position
    assert tables.owners | {"northland": "northland", "brack": "coast"} == tables.owners


def test_one_set_of_ids_whoever_belongs_to_several(changed: Changed) -> None:
    """Nobody is held twice, has two colours, or is a column twice."""
    tables = pact(changed, REPEATED)
    ids = [one.id for one in tables.dossier.holders]

    assert len(ids) == len(set(ids))
    marks = party_marks(tables.dossier)
    assert len({marks[one] for one in ("northland", "southland", "coast", "pact")}) == 4
    assert marks["brack"] == marks["coast"]
    assert Dossier.model_validate(tables.dossier.model_dump(by_alias=True)) == tables.dossier


def test_a_row_may_name_the_party_or_the_member_of_the_grouping(changed: Changed) -> None:
    """Both ways of writing one side make the same cells."""
    own = pact(changed, "southland, brack")
    within = pact(
        changed, "southland, brack", statements=[(BY_SIDE, BY_SIDE.replace("southland,,", "pact,southland,"))]
    )

    for holder in ("southland", "pact"):
        first, second = (cell_at(one, holder, "access", LAST, None) for one in (own, within))
        assert first.statements == second.statements
        assert cell_words(first, own) == cell_words(second, within)


def test_a_repeated_record_that_says_something_else_is_told(changed: Changed) -> None:
    """Of two names for one id none is chosen in silence."""
    other = "{id: northland, name: Nordland}"
    folder: Path = changed(dossier=[(BEFORE, PACT.format(other) + BEFORE)])

    assert [one.expected for one in findings_of(lambda: load_dossier(folder))] == [
        "an id that no other party or member has"
    ]


@pytest.mark.parametrize("member", ["nowhere", "harbour", "charter", "coast"])
def test_only_sides_that_are_there_can_be_members(changed: Changed, member: str) -> None:
    """A mediator, a text and a grouping are no members, and an unknown id is told once."""
    folder = changed(dossier=[(BEFORE, PACT.format(member) + BEFORE)])
    found = findings_of(lambda: load_dossier(folder))

    assert [(one.field, one.found) for one in found] == [("parties.includes", member)]


def test_what_is_counted_is_called_by_its_kind(changed: Changed) -> None:
    """States are counted as states; where a community or firm is among them, as members."""
    communities = "{id: east, name: East Shore, kind: community}, northland, brack"
    mixed, states = pact(changed, communities), pact(changed, "northland, brack, dune")
    evidence = [
        "\n".join((words.evidence, *words.notes))
        for one in (mixed, states)
        for words in [cell_words(cell_at(one, "pact", "access", LAST, None), one)]
    ]

    assert "2 of 3 members" in evidence[0]
    assert "3 of 3 states" in evidence[1]


@pytest.mark.parametrize("kind", [kind for kind in SIDE_KINDS if kind != "grouping"])
def test_no_kind_of_side_has_a_look_of_its_own(changed: Changed, kind: str) -> None:
    """A movement, a community, a firm or a body is a column of the first view, in a colour like a state."""
    place = "name: Southland\n    kind: {}"
    dossier = load_dossier(changed(dossier=[(place.format("state"), place.format(kind))]))
    states = load_dossier("training-strait")

    assert default_parties(dossier, LAST) == default_parties(states, LAST)
    assert party_marks(dossier) == party_marks(states)
