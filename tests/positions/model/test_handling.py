"""How a dossier may be handled: labels letter by letter, own words as they are, what forbids publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from positions.model.handling import TLP, Handling
from positions.text.handling import handling_words, withheld_words
from tests.positions.factories import FEW, dossier_of

_DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))
_WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=40)
HANDLINGS = st.builds(
    Handling,
    mark=st.none() | st.sampled_from(TLP) | _WORDS.filter(lambda one: not one.casefold().startswith("tlp")),
    distribution=st.none() | _WORDS,
    status=st.sampled_from([None, "draft", "cleared"]),
    embargo_until=st.none() | _DAYS.map(dt.date.isoformat),
)


def test_the_line_says_what_is_known_in_one_order() -> None:
    """Worked by hand: mark, status, embargo, distribution; what is not said leaves no dot behind."""
    whole = Handling(
        mark="TLP:AMBER+STRICT", distribution="the delegation", status="draft", embargo_until="2026-12-01"
    )

    assert handling_words(dossier_of([], handling=whole)) == (
        "TLP:AMBER+STRICT · draft · embargo until 1 Dec 2026 · distribution: the delegation"
    )
    assert handling_words(dossier_of([], handling=Handling(mark="For the file"))) == "For the file"
    assert handling_words(dossier_of([], handling=Handling())) == ""
    assert handling_words(dossier_of([])) == ""


@pytest.mark.parametrize("mark", ["TLP:PINK", "tlp:red", "TLP RED", "TLP:AMBER STRICT", "TLP", "m" * 61])
def test_a_label_that_the_protocol_does_not_have_is_a_fault(mark: str) -> None:
    """A label with a slip in it would be read as another one; a mark longer than a line is none."""
    with pytest.raises(ValidationError):
        Handling(mark=mark)


@pytest.mark.parametrize("day", ["2026-12", "2026", "2026-12-01~", "2026-12-01/2026-12-03", "soon"])
def test_an_embargo_ends_on_one_day(day: str) -> None:
    """What is no single day cannot be compared with today."""
    with pytest.raises(ValidationError):
        Handling(embargo_until=day)


@FEW
@given(HANDLINGS, _DAYS)
def test_what_may_be_published_is_clear_or_in_own_words_and_its_day_has_come(
    handling: Handling, today: dt.date
) -> None:
    """Every label but TLP:CLEAR forbids it, and an embargo until its day; a draft or own words do not."""
    open_mark = handling.mark in (None, "TLP:CLEAR") or handling.mark not in TLP
    day_has_come = handling.embargo_until is None or handling.embargo_until <= today.isoformat()
    reason = withheld_words(dossier_of([], handling=handling), today)

    assert (reason == "") == (open_mark and day_has_come)
    assert not reason or handling.mark is None or open_mark or handling.mark in reason


@FEW
@given(HANDLINGS)
def test_every_part_stands_in_the_line_as_it_was_written(handling: Handling) -> None:
    """Nothing is cut or changed."""
    words = handling_words(dossier_of([], handling=handling))

    assert all(one in words for one in (handling.mark, handling.status, handling.distribution) if one)
    assert bool(words) == any(value is not None for _, value in handling)
