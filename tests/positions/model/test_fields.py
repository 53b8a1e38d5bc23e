"""Field types: days known to the month, ids, and texts that stay short."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from positions.model.fields import (
    FIRST_YEAR,
    UNDATED,
    Address,
    ApproxDate,
    Label,
    Name,
    Phrase,
    SaidOn,
    Slug,
    Slugs,
    Step,
    Text,
    first_day,
    last_day,
)

DATE: TypeAdapter[str] = TypeAdapter(ApproxDate)
_FORMS = (
    r"a day \(2022-03-29\), a month \(2022-03\), a year \(2022\), about one of them \(2022-03~\) or a range"
)
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022-03-29", dt.date(2022, 3, 29), dt.date(2022, 3, 29)),
        ("2022-03", dt.date(2022, 3, 1), dt.date(2022, 3, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022~", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022-03~", dt.date(2022, 3, 1), dt.date(2022, 3, 31)),
        ("2022-03-28/2022-04-02", dt.date(2022, 3, 28), dt.date(2022, 4, 2)),
        ("2022-02/2022-03", dt.date(2022, 2, 1), dt.date(2022, 3, 31)),
        ("9999-12", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
    ],
)
def test_a_date_runs_from_its_first_to_its_last_day(written: str, first: dt.date, last: dt.date) -> None:
    """A month, a year and a range do not pretend to be a day."""
    assert (first_day(written), last_day(written)) == (first, last)


@given(day=DAYS)
def test_every_day_means_itself_and_lies_in_its_month(day: dt.date) -> None:
    """What is known to the day is not widened, and its month holds it."""
    month = day.isoformat()[:7]

    assert DATE.validate_python(day.isoformat()) == day.isoformat()
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
    assert first_day(month) <= day <= last_day(month)
    assert (last_day(month) + dt.timedelta(days=1)).day == 1


@given(text=st.text(max_size=12))
def test_what_is_accepted_as_a_day_can_be_used_as_one(text: str) -> None:
    """No text passes the check and fails afterwards."""
    try:
        accepted = DATE.validate_python(text)
    except ValidationError:
        return

    assert first_day(accepted) <= last_day(accepted)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "22",
        "2022-03-XX",
        "2022-03-12T23:30Z",
        "2022~/2023",
        "2022/30",
        "2022-03/07-12",
        "2022-03-28/",
        "..",
        "about 2022",
        "2022-13",
        "2022-00",
        "2022-3-1",
        "20220329",
        "2022-W13-1",
        "0000-01",
    ],
)
def test_what_is_no_date_that_can_be_printed_is_refused(written: str) -> None:
    """Days are written in one way and exist in the calendar."""
    with pytest.raises(ValidationError, match=_FORMS):
        DATE.validate_python(written)


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("2022-03-28/30", "2022-03-28/2022-03-30"),
        ("2022-03-28/04-02", "2022-03-28/2022-04-02"),
        ("2022-03/05", "2022-03/2022-05"),
    ],
)
def test_the_end_of_a_range_may_leave_out_what_it_shares(written: str, full: str) -> None:
    """A range in the short form of ISO 8601 is kept in full."""
    assert DATE.validate_python(written) == full


@pytest.mark.parametrize("written", ["2022-03-30/2022-03-28", "2022-03-30/28", "2023/2022"])
def test_a_range_the_wrong_way_round_is_told(written: str) -> None:
    """Neither end is taken for the other in silence."""
    with pytest.raises(ValidationError, match="a range whose first day comes first"):
        DATE.validate_python(written)


@given(days=st.tuples(DAYS, DAYS), lengths=st.tuples(*[st.sampled_from((4, 7, 10))] * 2))
def test_a_range_holds_both_its_ends_and_counts_from_its_last_day(
    days: tuple[dt.date, dt.date], lengths: tuple[int, int]
) -> None:
    """Whatever the ends are known to, the first day is not after the last."""
    first, last = (day.isoformat()[:length] for day, length in zip(sorted(days), lengths, strict=True))
    written = DATE.validate_python(f"{first}/{last}")

    assert first_day(written) == first_day(first) <= last_day(written) == last_day(last)


def test_only_what_was_said_can_be_undated() -> None:
    """A statement may be undated; a period, a government or an event has a day or leaves it out."""
    assert TypeAdapter(SaidOn).validate_python(UNDATED) == UNDATED
    assert first_day(UNDATED) == last_day(UNDATED) < dt.date(FIRST_YEAR, 1, 2)
    with pytest.raises(ValidationError, match=_FORMS):
        DATE.validate_python(UNDATED)
    with pytest.raises(ValidationError, match="or undated"):
        TypeAdapter(SaidOn).validate_python("")


@pytest.mark.parametrize("written", ["0999-12-31", "3000-01", "9999-12-31"])
def test_a_day_too_far_off_to_count_from_is_refused(written: str) -> None:
    """A window before or after a day never leaves the calendar."""
    with pytest.raises(ValidationError, match="a day in the years 1000 to 2999"):
        DATE.validate_python(written)


@pytest.mark.parametrize("written", ["a", "NO", "0-x", "000-001", "a_b-C9", "x" * 80])
def test_ids_are_letters_digits_and_two_marks(written: str) -> None:
    """An id can stand in an address and name a file."""
    assert TypeAdapter(Slug).validate_python(written) == written


@pytest.mark.parametrize(
    "written", ["", "-a", "_a", "a b", "a.b", "../a", "a/b", "é", "a\n", "x" * 81, "a;b"]
)
def test_what_could_lead_elsewhere_is_no_id(written: str) -> None:
    """No id leaves its folder or breaks an address."""
    with pytest.raises(ValidationError, match="string"):
        TypeAdapter(Slug).validate_python(written)


def test_several_ids_stand_in_one_cell() -> None:
    """A semicolon parts the sides that a statement is about."""
    assert TypeAdapter(Slugs).validate_python("coast;northland") == ("coast", "northland")
    assert TypeAdapter(Slugs).validate_python(("coast",)) == ("coast",)


@pytest.mark.parametrize(("kind", "limit"), [(Phrase, 12), (Label, 9)])
def test_phrases_and_labels_stay_short(kind: type[str], limit: int) -> None:
    """A phrase has at most twelve words, a label at most nine."""
    words = ["word"] * limit

    assert TypeAdapter(kind).validate_python(" ".join(words))
    with pytest.raises(ValidationError, match=f"at most {limit} words"):
        TypeAdapter(kind).validate_python(" ".join([*words, "more"]))


@pytest.mark.parametrize(("kind", "longest"), [(Name, 200), (Text, 4000)])
def test_texts_are_neither_empty_nor_endless(kind: type[str], longest: int) -> None:
    """A name has 1 to 200 characters, a text up to 4,000."""
    assert TypeAdapter(kind).validate_python("x" * longest)
    for wrong in ("", "x" * (longest + 1)):
        with pytest.raises(ValidationError, match=r"at (least 1|most)"):
            TypeAdapter(kind).validate_python(wrong)


@pytest.mark.parametrize("wrong", ["https://[", "http://a]b/", "https://\u2100.com/"])
def test_an_address_that_cannot_be_taken_apart_is_refused(wrong: str) -> None:
    """The site of every source can be named, so that no rule about sites ends on one."""
    with pytest.raises(ValidationError, match="an address that a browser could open"):
        TypeAdapter(Address).validate_python(wrong)
    assert TypeAdapter(Address).validate_python("https://example.org/a[1]") == "https://example.org/a[1]"


@pytest.mark.parametrize("wrong", ["-1", "21", "1.5", "two", ""])
def test_steps_are_small_whole_numbers(wrong: str) -> None:
    """A step is a whole number from 0 to 20."""
    assert [TypeAdapter(Step).validate_python(text) for text in ("0", "20")] == [0, 20]
    with pytest.raises(ValidationError, match="Input should be"):
        TypeAdapter(Step).validate_python(wrong)
