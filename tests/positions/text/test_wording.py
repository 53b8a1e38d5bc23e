"""Days, steps, gaps and names in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.model.fields import last_day
from positions.model.issues import Issue
from positions.model.sources import Source
from positions.model.statements import MODES
from positions.text.dates import typed_day
from positions.text.wording import (
    MODE_WORDS,
    age_words,
    count_words,
    day_of_month_words,
    day_words,
    exact_words,
    gap_words,
    interval_words,
    joined,
    marked_steps,
    number_words,
    published_words,
    quoted,
    read_words,
    said_in_words,
    said_on_words,
    step_words,
)
from tests.positions.factories import DESCRIPTION, MODEST, dossier_of

DAM = dossier_of().issues[0]
TWO_STEPS = DAM.model_copy(update={"scale": DAM.scale[:2]})
LONG = Issue.model_validate(
    DAM.model_dump()
    | {"scale": [{"step": n, "label": f"Step {n}", "short": f"S{n}", "rule": "r"} for n in range(21)]}
)


def source(*parts: int, circa: bool = False) -> Source:
    """A source published then; without parts on no printed day."""
    issued = {"date-parts": [list(parts)], "circa": circa} if parts else None
    return Source.model_validate(DESCRIPTION["sources"][0] | {"issued": issued})


def published_on(*dates: list[int]) -> Source:
    """A source published over the days from the first date to the last."""
    return Source.model_validate(DESCRIPTION["sources"][0] | {"issued": {"date-parts": list(dates)}})


def test_days_and_months() -> None:
    """A day is "29 Mar 2022"; a month is never given a day."""
    assert day_words(dt.date(2022, 3, 9)) == "9 Mar 2022"
    assert day_of_month_words(dt.date(2022, 3, 9)) == "9 Mar"
    assert said_on_words("2022-03-29") == "29 Mar 2022"
    assert said_on_words("2022-03") == "Mar 2022"


@pytest.mark.parametrize(
    ("given_as", "words", "month"),
    [
        ("2017", "2017", "2017"),
        ("2017~", "about 2017", "about 2017"),
        ("2017-06~", "about Jun 2017", "about Jun 2017"),
        ("2017-06-28~", "about 28 Jun 2017", "about 28 Jun 2017"),
        ("2017-06-28/2017-06-30", "28–30 Jun 2017", "Jun 2017"),
        ("2017-06-28/2017-07-02", "28 Jun – 2 Jul 2017", "28 Jun – 2 Jul 2017"),
        ("2016-12-29/2017-01-02", "29 Dec 2016 – 2 Jan 2017", "29 Dec 2016 – 2 Jan 2017"),
        ("2017-06/2017-08", "Jun 2017 – Aug 2017", "Jun 2017 – Aug 2017"),
        ("2016/2017-03", "2016 – Mar 2017", "2016 – Mar 2017"),
        ("undated", "undated", "undated"),
    ],
)
def test_a_date_is_written_as_precisely_as_given(given_as: str, words: str, month: str) -> None:
    """A year gets no month, a month no day, and what is about a day says so."""
    assert said_on_words(given_as) == words
    assert said_in_words(given_as) == month


@given(day=st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)), length=st.sampled_from((4, 7, 10)))
def test_what_is_written_is_read_again_and_holds_nothing_more(day: dt.date, length: int) -> None:
    """A year is four figures, a month has no day, and a reader who types the words gets the same day."""
    given_as = day.isoformat()[:length]
    words = said_on_words(given_as)

    assert typed_day(words) == last_day(given_as)
    assert len(words.split()) == {4: 1, 7: 2, 10: 3}[length]
    assert said_on_words(f"{given_as}~") == f"about {words}"


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (source(2022, 3, 29), "29 Mar 2022"),
        (source(2022, 3), "Mar 2022"),
        (source(2022), "2022"),
        (source(2022, circa=True), "about 2022"),
        (published_on([2022, 3, 28], [2022, 3, 30]), "28–30 Mar 2022"),
        (source(2022, 3, circa=True), "about Mar 2022"),
        (source(), "day not printed"),
    ],
)
def test_a_publication_is_as_precise_as_it_is_known(published: Source, words: str) -> None:
    """No day and no month is invented: a month is a month, a year a year."""
    assert published_words(published) == words


def test_how_a_source_was_read() -> None:
    """How it was read and on which day, where that is known."""
    assert read_words(source(2022)) == "English, 1 Jan 2031"


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (1, "1 day"),
        (365, "365 days"),
        (366, "12 months"),
        (425, "13 months"),
        (731, "24 months"),
        (1500, "4 years"),
    ],
)
def test_ages(age: int, words: str) -> None:
    """Days up to a year, then months, then years."""
    assert age_words(age) == words


@pytest.mark.parametrize(("number", "words"), [(2.0, "2"), (1.5, "1.5"), (0, "0"), (1.75, "1.75")])
def test_numbers_have_no_needless_decimals(number: float, words: str) -> None:
    """Two steps are "2", one and a half "1.5"."""
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("number", "words", "exact"),
    [
        (8.806369417512345, "8.806", "8.80636941751234"),
        (12345.678912, "12,345.679", "12,345.678912"),
        (0.00470908506177148, "0.00471", "0.00470908506177148"),
        (0.125, "0.125", "0.125"),
        (-0.0456789, "-0.0457", "-0.0456789"),
        (1e-9, "1e-09", "1e-09"),
        (0, "0", "0"),
    ],
)
def test_numbers_of_many_digits_are_rounded_where_they_are_read(
    number: float, words: str, exact: str
) -> None:
    """Three digits after the point, or three of a small number; all where each is asked for."""
    assert (number_words(number), exact_words(number)) == (words, exact)


def test_a_range_that_reads_as_one_number_is_one() -> None:
    """Ends that differ beyond the digits shown are not printed as a range of twice the same."""
    assert interval_words(1.00001, 1.00002) == ""
    assert interval_words(1, 2) == "1–2"


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
    assert gap_words(DAM, 2.0) == "2 of 4 steps"
    assert gap_words(TWO_STEPS, 1) == "1 of 1 step"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (4, 4, "Dam open to all ships"),
        (1, 2, "Dam half open / Dam shared"),
        (1, 3, "Dam half open to Dam mostly open"),
    ],
)
def test_steps(low: int, high: int, words: str) -> None:
    """One step is its label; of several both ends stand, and never the step in their middle."""
    assert step_words(DAM, low, high) == words
    assert step_words(DAM, 4, 4, short=True) == "Dam open"


@given(st.integers(0, 20), st.integers(0, 20))
@MODEST
def test_only_two_neighbours_read_as_one_or_the_other(first: int, second: int) -> None:
    """A range names its two ends; a stroke between them would leave out every step inside."""
    low, high = sorted((first, second))
    ends = list(dict.fromkeys((f"S{low}", f"S{high}")))
    between = " / " if high - low == 1 else " to "

    assert step_words(LONG, low, high, short=True) == between.join(ends)
    assert marked_steps(LONG, low, high) == " to ".join(f"‘{end}’" for end in ends)
    every = [f"‘S{step}’" for step in range(low, high + 1)]
    assert marked_steps(LONG, low, high, doubt=True) == joined(every, "or")


def test_quotations() -> None:
    """A phrase stands in double marks; those that it holds itself, in pairs or not, become single ones."""
    assert quoted("as ever") == "“as ever”"
    assert quoted("a “free” strait") == "“a ‘free’ strait”"
    assert quoted('not open" to "all') == "“not open’ to ‘all”"
    assert quoted("„frei“ (“libre”)") == "“‘frei’ (‘libre’)”"


def test_names_in_a_row() -> None:
    """A; A and B; A, B and C; or with another last word."""
    assert [joined(list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]
    assert joined(["A", "B"], "or") == "A or B"


def test_every_mode_has_words() -> None:
    """Each mode has words of its own."""
    assert set(MODE_WORDS) == set(MODES)
    assert len(set(MODE_WORDS.values())) == len(MODE_WORDS)
