"""The language in which days are written: English unless `dates_in` says another; only days change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Part = Literal["day", "day_of_month", "day_alone", "month"]
ENGLISH, ISO = "en", "iso"
LANGUAGES: dict[str, str] = {
    ENGLISH: "English · 29 Mar 2022",
    ISO: "Numbers · 2022-03-29",
    "uk": "Ukrainian · 29 бер. 2022",
    "ru": "Russian · 29 мар. 2022",
    "fr": "French · 29 mars 2022",
    "de": "German · 29. März 2022",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LANGUAGE = ContextVar("language_of_dates", default=ENGLISH)
# Day before month before year in each of the languages.
_PATTERNS: dict[Part, str] = {"day": "d MMM y", "day_of_month": "d MMM", "day_alone": "d", "month": "MMM y"}
_NUMBERS: dict[Part, str] = {"day": "%Y-%m-%d", "day_of_month": "%m-%d", "day_alone": "%d", "month": "%Y-%m"}


def written_range(first: dt.date, last: dt.date) -> str:
    """Two days as a range that says once what they share: "28–30 Jun 2017", "28 Jun – 2 Jul 2017"."""
    if first.year != last.year or _LANGUAGE.get() == ISO:
        return f"{written(first, 'day')} – {written(last, 'day')}"
    if first.month == last.month:
        return f"{written(first, 'day_alone')}–{written(last, 'day')}"
    return f"{written(first, 'day_of_month')} – {written(last, 'day')}"


@contextmanager
def dates_in(language: str | None) -> Iterator[None]:
    """Days are written in that key of LANGUAGES inside the block; None means English.

    A thread that is started inside does not inherit it.
    """
    before = _LANGUAGE.set(language or ENGLISH)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def written(day: dt.date, part: Part) -> str:
    """A day with or without its year and month, or its month with the year, in the language that is set."""
    language = _LANGUAGE.get()
    if language == ISO:
        return day.strftime(_NUMBERS[part])
    if language == ENGLISH:
        words = {"d": str(day.day), "MMM": MONTHS[day.month - 1], "y": str(day.year)}
        return " ".join(words[one] for one in _PATTERNS[part].split())
    return _translated(day, _PATTERNS[part], language)


def _translated(day: dt.date, pattern: str, language: str) -> str:
    """A day by the months of the Unicode locale data; imported here, because English needs none."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, pattern.replace("d", "d.") if language == "de" else pattern, locale=language)
