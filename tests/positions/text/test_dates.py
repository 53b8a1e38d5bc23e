"""Days in another language, and nothing but days."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from threading import Thread

import pytest

from positions.text.dates import ENGLISH, LANGUAGES, dates_in
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
