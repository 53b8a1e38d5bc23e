"""Days, steps and gaps in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.models import MODES, Issue
from positions.tables import STATES
from positions.text.wording import (
    MODE_WORDS,
    STATE_WORDS,
    Stand,
    count_words,
    day_words,
    gap_sentence,
    gap_words,
    interval_words,
    joined,
    number_words,
    range_words,
    said_on_words,
    step_words,
)
from tests.positions.factories import MODEST, dossier_of

DAM = dossier_of().issues[0]
LONG = Issue.model_validate(
    DAM.model_dump()
    | {"scale": [{"step": n, "label": f"Step {n}", "short": f"S{n}", "rule": "r"} for n in range(21)]}
)


def test_days_and_months() -> None:
    """A day is "29 Mar 2022"; a month is never given a day."""
    assert day_words(dt.date(2022, 3, 9)) == "9 Mar 2022"
    assert said_on_words("2022-03-29") == "29 Mar 2022"
    assert said_on_words("2022-03") == "Mar 2022"


@pytest.mark.parametrize(("number", "words"), [(2.0, "2"), (1.5, "1.5"), (0, "0"), (1.75, "1.75")])
def test_numbers_have_no_needless_decimals(number: float, words: str) -> None:
    """Two steps are "2", one and a half "1.5"."""
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 sources"), (1, "1 source"), (1.0, "1 source"), (2, "2 sources"), (1.5, "1.5 sources")],
)
def test_counts_agree_with_their_noun(count: float, words: str) -> None:
    """One source, two sources."""
    assert count_words(count, "source") == words


def test_a_noun_may_have_its_own_plural() -> None:
    """One party, two parties."""
    assert [count_words(count, "party", "parties") for count in (1, 2)] == ["1 party", "2 parties"]


def test_intervals() -> None:
    """An interval has two ends, or nothing is said."""
    assert interval_words(1, 3) == "1–3"
    assert interval_words(0.5, 1) == "0.5–1"
    assert interval_words(2, 2) == ""


def test_gaps_in_numbers() -> None:
    """A gap always says of how many steps."""
    assert gap_words(2.0, 4.0) == "2 of 4 steps"
    assert gap_words(1, 1) == "1 of 1 step"


def test_steps() -> None:
    """A step is its label, or its short label; between two steps both short labels stand."""
    assert step_words(DAM, 4) == "Dam open to all ships"
    assert step_words(DAM, 4, short=True) == "Dam open"
    assert step_words(DAM, 1.5) == "Between “Dam half open” and “Dam shared”"
    assert step_words(DAM, 3.75) == "Between “Dam mostly open” and “Dam open”"


def test_the_middle_of_a_range_is_nobodys_step() -> None:
    """Words that fit steps 1 to 3 are told as that range, and never as the step in its middle."""
    wide = Stand(2, 1, 3)

    assert step_words(DAM, wide) == "Between “Dam half open” and “Dam mostly open”"
    assert gap_sentence(DAM, wide, 4) == (
        "two steps: from between “Dam half open” and “Dam mostly open” to “Dam open”"
    )
    assert gap_sentence(DAM, wide, 2) == (
        "no step apart in the middle: between “Dam half open” and “Dam mostly open”, and “Dam shared”"
    )


@pytest.mark.parametrize(
    ("point", "ends", "words"),
    [
        (2, (2, 2), ""),
        (2, (2, 4), "also stated: “Dam open”"),
        (2, (0, 2), "also stated: “Dam closed”"),
        (2, (1, 4), "also stated: “Dam half open” to “Dam open”"),
        (1.5, (1, 3), "also stated: “Dam mostly open”"),
        (Stand(2, 1, 3), (1, 3), ""),
        (Stand(2, 1, 3), (0, 3), "also stated: “Dam closed”"),
        (1.5, (1, 2), ""),
    ],
)
def test_ranges(point: float | Stand, ends: tuple[float, float], words: str) -> None:
    """Beside the point, the other ends of what was stated are named, unless the point names them."""
    assert range_words(DAM, point, ends) == words


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (2, 2, "the same step: Dam shared"),
        (2, 3, "one step: from “Dam shared” to “Dam mostly open”"),
        (4, 0, "four steps: from “Dam closed” to “Dam open”"),
        (0, 1.5, "1.5 steps: from “Dam closed” to between “Dam half open” and “Dam shared”"),
    ],
)
def test_gaps_in_words(first: float, second: float, words: str) -> None:
    """A gap says how many steps, and from where to where, the lower end first."""
    assert gap_sentence(DAM, first, second) == words


@given(st.integers(0, 40), st.integers(0, 40))
@MODEST
def test_every_gap_has_words(first: int, second: int) -> None:
    """On the longest scale that a dossier may have, every gap can be said, the same both ways."""
    words = gap_sentence(LONG, first / 2, second / 2)

    assert words == gap_sentence(LONG, second / 2, first / 2)
    assert ("the same step" in words) == (first == second)


def test_names_in_a_row() -> None:
    """A; A and B; A, B and C; or with another last word."""
    assert [joined(list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]
    assert joined(["A", "B"], "or") == "A or B"


def test_every_blank_and_every_mode_has_words() -> None:
    """Each kind of blank has words of its own, and so has each mode."""
    assert set(STATE_WORDS) == set(STATES) - {"stated", "stale"}
    assert set(MODE_WORDS) == set(MODES)
    assert len(set(STATE_WORDS.values())) == len(STATE_WORDS)
    assert len(set(MODE_WORDS.values())) == len(MODE_WORDS)
