"""The strip of a cell shows, step by step, what current words say of the scale."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from components.figures.strip import DOUBT, EMPTY, MEMBER, OLD, OTHER, POINT, strip_of
from positions.model.dossier import Dossier
from positions.tables import Tables
from tests.positions.factories import ISSUES, MODEST, PARTIES, cell, cell_at, days_before, dossiers, said


def test_the_step_of_the_newest_words_is_filled_and_other_current_ones_are_outlined() -> None:
    """The envoy's newer step leads, and what the head said before it is still to be seen."""
    strip = strip_of(
        cell(
            said("a", "north_head", 0, said_on=days_before(10)),
            said("b", "north_envoy", 2, said_on=days_before(1)),
        )
    )

    assert strip == (OTHER, EMPTY, POINT, EMPTY, EMPTY)


def test_what_was_said_of_several_steps_fills_them_and_a_doubt_is_hatched() -> None:
    """A range that was said and a coder's doubt never look alike."""
    said_strip = strip_of(cell(said("a", "north_head", (1, 2), spread="said")))
    doubt_strip = strip_of(cell(said("a", "north_head", (1, 2), spread="doubt")))

    assert said_strip == (EMPTY, POINT, POINT, EMPTY, EMPTY)
    assert doubt_strip == (EMPTY, DOUBT, DOUBT, EMPTY, EMPTY)


def test_weak_words_are_hatched_and_old_ones_are_grey() -> None:
    """Neither looks like firm new words."""
    weak = strip_of(cell(said("a", "north_head", 3, confidence="low")))
    old = strip_of(cell(said("a", "north_head", 3, said_on=days_before(100))))

    assert weak[3] == DOUBT
    assert old[3] == OLD


def test_members_on_different_steps_have_a_block_each() -> None:
    """A split grouping has no point of its own."""
    strip = strip_of(
        cell(said("a", "east_head", 0), said("b", "west_head", 3), said("c", "isle_head", 3), holder="league")
    )

    assert strip == (MEMBER, EMPTY, EMPTY, MEMBER, EMPTY)


@pytest.mark.parametrize("issue", ["dam", "fish"])
def test_who_stands_on_no_step_has_no_strip(issue: str) -> None:
    """Nothing said, or an issue without a scale: no blocks, which would look like a position."""
    assert strip_of(cell(issue=issue)) == ()
    assert strip_of(cell(said("a", "north_head", issue=issue), issue=issue)) == ()


@MODEST
@given(dossiers())
def test_a_strip_has_a_block_for_each_step_and_says_what_leads(dossier: Dossier) -> None:
    """Whoever stands on a step has its block drawn, and no more blocks than the scale has steps."""
    tables = Tables(dossier, Path())
    for holder in PARTIES:
        for issue in ISSUES:
            found = cell_at(tables, holder, issue)
            strip = strip_of(found)
            assert len(strip) == (found.last_step + 1 if found.placed and found.last_step else 0)
            shared = found.grouped.common if found.grouped else None
            for _, stance in found.stances if shared is None else ():
                assert all(
                    strip[step] not in (EMPTY, OTHER) for step in range(int(stance.low), int(stance.high) + 1)
                )
