"""A day can be typed in any way that means one day only."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.typed_day import no_day_words, typed_day
from positions.text.wording import day_words


@pytest.mark.parametrize(
    "text",
    [
        "29 Mar 2022",
        "29 March 2022",
        "29th march 2022",
        "March 29, 2022",
        "Mar. 29, 2022",
        " 2022-03-29 ",
        "2022-3-29",
        "29.3.2022",
        "29.03.2022",
        "29/3/2022",
        "3/29/2022",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    """Words, numbers and the order of numbers are read where they mean one day."""
    assert typed_day(text) == dt.date(2022, 3, 29)


@pytest.mark.parametrize(
    "text", ["", "3/4/2022", "yesterday", "31 Feb 2022", "2022-13-01", "29 Marble 2022", "29 3"]
)
def test_what_means_no_day_or_two_is_not_read(text: str) -> None:
    """The third of April or the fourth of March: nobody guesses."""
    assert typed_day(text) is None


def test_a_month_or_a_year_is_its_last_day() -> None:
    """As of March is as of its end."""
    assert typed_day("Mar 2022") == typed_day("2022-03") == dt.date(2022, 3, 31)
    assert typed_day("2022") == dt.date(2022, 12, 31)


@given(st.dates(dt.date(1000, 1, 1)))
def test_the_words_of_a_day_lead_back_to_it(day: dt.date) -> None:
    """What the page prints can be typed."""
    assert typed_day(day_words(day)) == day
    assert typed_day(day.isoformat()) == day


def test_why_a_day_is_not_shown_is_said() -> None:
    """Outside of the record, or no day at all: one sentence with the days that are covered."""
    first, last = dt.date(2022, 2, 24), dt.date(2022, 4, 5)

    assert no_day_words("1 May 2022", first, last) == (
        "The days run from 24 Feb 2022 to 5 Apr 2022; “1 May 2022” is not among them."
    )
    assert no_day_words("soon", first, last).startswith("“soon” could not be read as a day. Write it as")
