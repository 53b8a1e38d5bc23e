"""The time axis keeps the order of days, and shortens a silence only where it is out of the ordinary."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.sheet.timeline import BREAK_WIDTH, MOST_BREAKS, silence_words, timeline

DAYS = st.lists(st.dates(dt.date(2014, 1, 1), dt.date(2031, 12, 31)), min_size=1, max_size=40)


@given(DAYS)
def test_later_days_stand_further_right(days: list[dt.date]) -> None:
    """Whatever is shortened, the axis runs from 0 to 1 and never turns back."""
    axis = timeline(days)
    places = [axis.place(day) for day in sorted(set(days))]

    assert all(0 <= place <= 1 for place in places)
    assert all(one < other for one, other in pairwise(places))
    assert places[-1] == pytest.approx(1)
    assert len(axis.silences) <= MOST_BREAKS


@given(st.integers(2, 60), st.integers(1, 400))
def test_an_even_record_keeps_its_scale(number: int, apart: int) -> None:
    """A statement a year for twelve years has no silence in it."""
    first = dt.date(2014, 1, 1)
    axis = timeline([first + dt.timedelta(days=apart * place) for place in range(number)])

    assert not axis.silences
    assert axis.place(first + dt.timedelta(days=apart)) == pytest.approx(1 / (number - 1))


def test_a_long_silence_is_shortened_and_told() -> None:
    """Two rounds of talks seven years apart fill the axis; the years between are a mark and words."""
    rounds = [dt.date(2015, 2, day) for day in (1, 5, 9, 12)] + [dt.date(2022, 3, day) for day in (1, 7, 14)]
    axis = timeline(rounds)
    (silence,) = axis.silences

    assert silence.words == "7 years 1 month"
    assert silence.right - silence.left == pytest.approx(BREAK_WIDTH)
    assert axis.place(dt.date(2015, 2, 12)) == pytest.approx(silence.left)
    assert axis.place(dt.date(2018, 9, 1)) == pytest.approx((silence.left + silence.right) / 2, abs=0.01)
    assert silence.left > 0.4


def test_days_within_a_stretch_keep_their_distances() -> None:
    """Between two silences a week is everywhere as long as another week."""
    rounds = [dt.date(2015, 2, day) for day in (1, 8, 15)] + [dt.date(2022, 3, day) for day in (1, 8)]
    axis = timeline(rounds)
    weeks = [axis.place(late) - axis.place(early) for early, late in pairwise(rounds)]

    assert weeks[0] == pytest.approx(weeks[1]) == pytest.approx(weeks[3])


@pytest.mark.parametrize(
    ("days", "words"),
    [(45, "45 days"), (70, "2 months"), (365, "1 year"), (851, "2 years 4 months"), (4383, "12 years")],
)
def test_a_silence_is_told_in_plain_words(days: int, words: str) -> None:
    """Days for weeks, months for seasons, years with months for long."""
    first = dt.date(2014, 1, 1)

    assert silence_words(first, first + dt.timedelta(days=days)) == words


def test_one_day_is_an_axis() -> None:
    """A record of one day has the day before it to begin with."""
    axis = timeline([dt.date(2022, 3, 1)])

    assert axis.place(dt.date(2022, 2, 28)) == 0
    assert axis.place(dt.date(2022, 3, 1)) == 1
