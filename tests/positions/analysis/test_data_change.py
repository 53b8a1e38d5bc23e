"""Two versions of a record: what was newly said is told apart from what was newly found and corrected."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.data_change import (
    CORRECTED,
    FOUND,
    KINDS,
    LEFT_OUT,
    SAID,
    PrintChanges,
    data_changes,
    fingerprints,
    print_changes,
    said_since,
)
from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.statements import Statement
from positions.reading.dossier import load_dossier
from tests.positions.factories import FEW, dossiers

CASE = load_dossier("training-strait")
PARTS = st.lists(st.integers(0, len(CASE.statements) - 1), unique=True)


def version(*statements: Statement) -> Dossier:
    """The small case with these statements."""
    return CASE.model_copy(update={"statements": statements})


def test_each_kind_by_hand() -> None:
    """One statement of each kind, in the order of the kinds."""
    ordered = sorted(CASE.statements, key=lambda one: last_day(one.said_on))
    oldest, second, third, newest = ordered[0], ordered[1], ordered[2], ordered[-1]
    mended = third.model_copy(update={"note": "read again", "confidence": "low"})
    assert third.confidence != "low"
    assert last_day(oldest.said_on) <= last_day(third.said_on) < last_day(newest.said_on)
    changes = data_changes(version(second, third), version(oldest, mended, newest))

    assert [(one.kind, one.statement) for one in changes] == [
        (SAID, newest),
        (FOUND, oldest),
        (CORRECTED, mended),
        (LEFT_OUT, second),
    ]
    assert changes[2].before == third
    assert changes[2].fields == ("confidence", "note")


@given(PARTS, PARTS)
def test_every_statement_is_told_once_or_is_the_same(first: list[int], second: list[int]) -> None:
    """What is in one version only is told once; what is in both is not told; ids and order do not matter."""
    earlier, later = ([CASE.statements[place] for place in places] for places in (first, second))
    changes = data_changes(version(*earlier), version(*later))
    shuffled = random.Random(1).sample(later, len(later))

    assert {one.statement.id for one in changes} == {one.id for one in earlier} ^ {one.id for one in later}
    assert len(changes) == len({one.statement.id for one in changes})
    assert [KINDS.index(one.kind) for one in changes] == sorted(KINDS.index(one.kind) for one in changes)
    assert data_changes(version(*earlier), version(*shuffled)) == changes
    assert data_changes(version(*later), version(*shuffled)) == ()


def test_said_since_a_day() -> None:
    """The day itself is not after it; a month counts from its end."""
    days = sorted({last_day(one.said_on) for one in CASE.statements})
    after = said_since(CASE, days[-2])

    assert {one.day for one in after} == {days[-1]}
    assert said_since(CASE, days[-1]) == ()
    assert len(said_since(CASE, dt.date.min)) == len(CASE.statements)


@FEW
@given(dossiers(), dossiers())
def test_fingerprints_tell_the_same_statements_apart_as_whole_versions(
    earlier: Dossier, later: Dossier
) -> None:
    """What is new, corrected or left out by fingerprints alone is so by the statements themselves."""
    found = print_changes(fingerprints(earlier), later)
    kinds: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for one in data_changes(earlier, later):
        kinds[one.kind].add(one.statement.id)

    assert {one.id for one in found.new} == kinds[SAID] | kinds[FOUND]
    assert {one.id for one in found.corrected} == kinds[CORRECTED]
    assert set(found.left_out) == kinds[LEFT_OUT]
    assert print_changes(fingerprints(later), later) == PrintChanges((), (), ())
