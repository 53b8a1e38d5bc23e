"""What is left out of a long record, because it cannot count on a day, changes no position."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from positions.analysis.position import position_of
from positions.analysis.words import Words, counting
from positions.model.dossier import Dossier
from positions.tables import Tables
from tests.positions.factories import AS_OF, MANY, WINDOW, days, days_before, dossiers, said, tables_of


def every_word(dossier: Dossier) -> list[Words]:
    """The words of all sides on all issues in order of day, as if one actor had said them; none twice."""
    cells = Tables(dossier, Path()).words.values()
    return sorted({one.order: one for cell in cells for one in cell}.values(), key=attrgetter("day"))


@given(
    dossiers(),
    days,
    st.integers(0, 2 * WINDOW),
    st.none() | st.integers(0, 60),
    st.randoms(use_true_random=False),
)
@MANY
def test_the_words_that_count_give_the_position_of_all_words(
    dossier: Dossier, as_of: dt.date, window: int, oldest: int | None, chance: Random
) -> None:
    """Point, other words, lines and doubts are those of the whole record in any order."""
    words = every_word(dossier)
    shuffled = chance.sample(words, len(words))

    counted = counting(words, as_of, window=window, oldest=oldest)
    assert position_of(counted, as_of, window=window, oldest=oldest) == position_of(
        shuffled, as_of, window=window, oldest=oldest
    )


def test_of_a_long_record_only_the_last_window_counts() -> None:
    """A hundred statements ten days apart leave those of the twenty days before the newest."""
    ages = range(0, 1000, 10)
    spoken = [said(f"n{age}", "north_head", age % 50 // 10, said_on=days_before(age)) for age in ages]
    words = tables_of(*spoken).words["north", "dam"]

    assert len(words) == len(ages)
    assert [(AS_OF - one.day).days for one in counting(words, AS_OF, window=WINDOW)] == [20, 10, 0]
