"""Days in another language, and nothing but days."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.dates import ENGLISH, LANGUAGES, dates_in, no_day_words, typed_day
from positions.text.wording import day_of_month_words, day_words, said_on_words

DAY = dt.date(2022, 3, 9)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["9 Mar 2022", "9 Mar", "Mar 2022"]),
        ("iso", ["2022-03-09", "03-09", "2022-03"]),
        ("uk", ["9 бер. 2022", "9 бер.", "бер. 2022"]),
        ("ru", ["9 мар. 2022", "9 мар.", "мар. 2022"]),
        ("fr", ["9 mars 2022", "9 mars", "mars 2022"]),
        ("de", ["9. März 2022", "9. März", "März 2022"]),
    ],
)
def test_days_worked_by_hand(language: str, words: list[str]) -> None:
    """A day, a day without its year, and a month that is never given a day."""
    with dates_in(language):
        written = [day_words(DAY), day_of_month_words(DAY), said_on_words("2022-03")]

    assert written == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("iso", "2017-06-28 – 2017-06-30"),
        ("de", "28.–30. Juni 2017"),
        ("fr", "28–30 juin 2017"),
        ("uk", "28–30 черв. 2017"),
    ],
)
def test_a_range_is_written_in_each_language(language: str, words: str) -> None:
    """The month that both days share is written once."""
    with dates_in(language):
        assert said_on_words("2017-06-28/2017-06-30") == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_of_a_language_is_another_word(language: str) -> None:
    """No two months read the same, and what a reader is offered shows a real day of that language."""
    with dates_in(language):
        months = {day_of_month_words(dt.date(2022, month, 1)) for month in range(1, 13)}
        offered = LANGUAGES[language].endswith(day_words(dt.date(2022, 3, 29)))

    assert len(months) == 12
    assert offered


def test_a_language_ends_with_its_block_and_stays_in_its_thread() -> None:
    """Two readers with two languages do not get each other's days, also after a fault."""
    heard: list[str] = []
    with pytest.raises(ValueError, match="on purpose"), dates_in("fr"):  # noqa: PT012 - the block is the point
        other = Thread(target=lambda: heard.append(day_words(DAY)))
        other.start()
        other.join()
        heard.append(day_words(DAY))
        raise ValueError("on purpose")

    assert [*heard, day_words(DAY)] == ["9 Mar 2022", "9 mars 2022", "9 Mar 2022"]


def test_english_needs_no_library() -> None:
    """Who reads English dates does not wait for, or need, the library of the other languages."""
    script = "import datetime, sys; from positions.text.wording import day_words as words; "
    script += "words(datetime.date(2022, 3, 9)); sys.exit('babel' in sys.modules)"

    assert ENGLISH in LANGUAGES
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


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
