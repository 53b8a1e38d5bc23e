"""What coders disagree on: nobody's order counts, agreement adds nothing, and every step is covered."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.disagreement import Coded, Disagreement, Steps, disagreement
from tests.positions.factories import MANY

Chosen = Sequence[tuple[Steps, Sequence[Steps | None]]]


@st.composite
def _steps(draw: st.DrawFn) -> Steps:
    low = draw(st.integers(0, 4))
    return low, draw(st.integers(low, 4))


chosen = st.lists(st.tuples(_steps(), st.lists(st.none() | _steps(), max_size=3)), min_size=1, max_size=4)


def coded(steps: Steps | None, coder: str = "x") -> Coded:
    """What a coder made of a statement."""
    return Coded(coder, *(steps or (None, None)))


def found(statements: Chosen) -> Disagreement | None:
    """What coders made otherwise of statements, each with its steps and what coders chose."""
    kept = [steps for steps, _ in statements]
    point = min(low for low, _ in kept), max(high for _, high in kept)
    return disagreement(point, [(steps, [coded(one) for one in coders]) for steps, coders in statements])


@given(chosen, st.randoms(use_true_random=False))
@MANY
def test_which_coder_is_which_changes_nothing(statements: Chosen, random: Random) -> None:
    """Nor does the order of statements."""
    mixed = [(kept, random.sample(list(coders), len(coders))) for kept, coders in statements]
    random.shuffle(mixed)

    assert found(mixed) == found(statements)


@given(chosen)
@MANY
def test_every_step_that_was_chosen_is_covered(statements: Chosen) -> None:
    """The ends hold all steps of the dossier and of every coder; nothing is disputed only where all agree."""
    told = found(statements)

    assert (told is None) == all(one == kept for kept, coders in statements for one in coders)
    if told:
        placed = [one for _, coders in statements for one in coders if one]
        ends = [step for steps in (*placed, *(kept for kept, _ in statements)) for step in steps]
        assert (told.low, told.high) == (min(ends), max(ends))
        assert set(told.places) <= set(placed)
        assert list(told.places) == sorted(set(told.places))


@given(chosen)
@MANY
def test_a_coding_that_equals_the_dossier_adds_nothing(statements: Chosen) -> None:
    """One more coder who always chose what the dossier has widens no interval and disputes nothing."""
    one, more = found(statements), found([(kept, [*coders, kept]) for kept, coders in statements])

    assert (one is None) == (more is None)
    if one and more:
        assert (one.low, one.high, one.unplaced) == (more.low, more.high, more.unplaced)


@pytest.mark.parametrize(
    ("kept", "coders", "places", "differ", "ends"),
    [
        ((2, 2), [(2, 2), (3, 3)], ((2, 2), (3, 3)), True, (2, 3)),
        ((2, 2), [(4, 4), (4, 4)], ((4, 4),), False, (2, 4)),
        ((1, 2), [(1, 1), (2, 2)], ((1, 1), (2, 2)), True, (1, 2)),
        ((2, 2), [(2, 2), None], ((2, 2),), True, (2, 2)),
        ((2, 2), [None], (), False, (2, 2)),
    ],
)
def test_worked_by_hand(
    kept: Steps, coders: list[Steps | None], places: tuple[Steps, ...], differ: bool, ends: Steps
) -> None:
    """One coder elsewhere, both elsewhere, a doubt settled in two ways, no step beside one, and alone."""
    told = found([(kept, coders)])

    assert told == Disagreement(places, None in coders, differ, *ends)


def test_agreement_and_silence_are_no_disagreement() -> None:
    """A coder who did not find a statement says nothing of it; only what is disputed is told."""
    assert found([((2, 2), []), ((3, 3), [(3, 3)])]) is None
    told = found([((2, 2), [(2, 2)]), ((3, 3), [(4, 4)])])
    assert told == Disagreement(((4, 4),), False, False, 2, 4)
