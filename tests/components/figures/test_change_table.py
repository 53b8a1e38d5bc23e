"""What changed between two days by kind: like changes of members together, never too many statements."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.change_table import Changed, at_most, change_heads, change_table, changed
from positions.analysis.change import FIRST, KINDS, MOVED, NOTHING
from positions.reading.dossier import load_dossier
from tests.components.report.handed_out import compared, view_on
from tests.positions.factories import AS_OF, MODEST, days_before, said, view

SINCE = AS_OF - dt.timedelta(days=30)
STATEMENTS = (
    said("a", "north_head", 1, said_on=days_before(40)),
    said("b", "north_head", 3, said_on=days_before(5)),
    said("c", "east_head", 2, said_on=days_before(5)),
    said("d", "west_head", 2, said_on=days_before(4)),
)
VIEW = view(*STATEMENTS, since=SINCE, issues=("dam",))


def test_a_move_holds_the_earlier_and_the_later_statement() -> None:
    """Both statements stand behind it, the earlier first."""
    (found,) = changed(VIEW, MOVED)

    assert found.title == "Dam: Northland"
    assert found.statements == ("a", "b")


def test_members_that_changed_alike_are_one() -> None:
    """Two members that first spoke on one step are named together, with both statements."""
    (found,) = changed(VIEW, FIRST)

    assert found.title == "Dam: East and West (League)"
    assert found.statements == ("c", "d")
    assert found.positions == 2


@pytest.mark.parametrize("parties", [("west", "russia", "ukraine"), ("west", "us", "russia")])
def test_heading_and_sections_count_the_same_positions(parties: tuple[str, ...]) -> None:
    """Each actor counts once on an issue, also one that has a column beside its grouping."""
    shown = compared(view_on(load_dossier("ukraine-2014-2026"), parties=parties))
    kinds = {kind: sum(one.positions for one in changed(shown, kind)) for kind in KINDS if kind != NOTHING}

    assert f" · {sum(kinds.values())} positions compared · " in shown.movement_measure
    assert f" · {kinds[FIRST]} first on record" in shown.movement_measure


def test_the_table_has_a_row_per_actor_under_both_days() -> None:
    """Its heads name the two days."""
    table = change_table(VIEW)

    assert (
        tuple(table.columns)
        == change_heads(VIEW)
        == ("Issue and actor", "31 May 2030", "30 Jun 2030", "Change")
    )
    assert "Dam: Northland" in list(table["Issue and actor"])


@MODEST
@given(st.lists(st.integers(1, 5), max_size=20), st.integers(1, 12))
def test_there_are_never_more_statements_than_asked(sizes: list[int], most: int) -> None:
    """Each change keeps its newest statement before any keeps two."""
    groups = [Changed(str(place), "", tuple(map(str, range(size))), 1) for place, size in enumerate(sizes)]
    kept = at_most(groups, most)

    assert sum(len(one.statements) for one in kept) == min(most, sum(sizes))
    assert len(kept) == min(most, len(groups))
    assert all(one.statements[-1] == groups[int(one.title)].statements[-1] for one in kept)
