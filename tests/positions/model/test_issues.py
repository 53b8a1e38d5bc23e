"""Scales of values: what a file may say of them, and where a value stands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from positions.model.issues import Issue, Numeric
from positions.model.statements import Statement
from tests.positions.factories import MANY, said

ends = st.decimals(-1_000_000, 1_000_000, places=3, allow_nan=False)


def issue(**numeric: Any) -> Issue:
    """An issue with a numeric scale in per cent."""
    written = {"id": "fee", "name": "Fee", "question": "Which fee?", "rule": "fees"}
    return Issue.model_validate(written | {"numeric": {"unit": "per cent", **numeric}})


def valued(value: str) -> Statement:
    """A statement that names a value."""
    return said("a", "north_head", value=value)


@pytest.mark.parametrize("value", ["12.5", "12.50", "-3", "0/12.50", "20/10"])
def test_a_value_is_kept_as_it_was_written(value: str) -> None:
    """No digit is lost or added."""
    assert valued(value).value == value


@pytest.mark.parametrize(
    "value", ["12,5", "1e3", "ten", "10-20", "10/20/30", "1.1234567890123456789", "", "nan", "٣"]
)
def test_what_is_no_value_is_told_with_an_example(value: str) -> None:
    """A reader learns how a value is written."""
    with pytest.raises(ValidationError, match=r"a number as 12.5, or two as 10/20"):
        valued(value)


def test_a_value_stands_as_far_from_the_first_end_as_it_is() -> None:
    """On a reversed scale the first end is the greater number."""
    upward, reverse = issue(low=20, high=80), issue(low=80, high=20)

    assert (upward.length, reverse.length) == (60, 60)
    assert upward.placement(valued("30")) == (10, 10)
    assert reverse.placement(valued("30")) == (50, 50)
    assert reverse.placement(valued("30/70")) == (10, 50) == reverse.placement(valued("70/30"))
    assert reverse.named(10, 50) == (30, 70)


def test_without_a_value_nobody_stands_on_a_numeric_scale() -> None:
    """Missing is missing and never the first end."""
    assert issue(low=0, high=1).placement(said("a", "north_head")) is None


@given(low=ends, high=ends, share=st.integers(0, 1000))
@MANY
def test_the_value_at_the_place_of_a_value_is_that_value(low: Any, high: Any, share: int) -> None:
    """Going to a place and back changes no digit, whatever the ends and their order."""
    if low == high:
        return
    value = round(float(low) + (float(high) - float(low)) * share / 1000, 3)
    scale = issue(low=float(low), high=float(high))
    placed = scale.placement(valued(f"{value:.3f}"))

    assert placed is not None
    assert isinstance(scale.numeric, Numeric)
    assert scale.numeric.value(placed[0]) == value


def test_ends_have_at_most_six_digits_after_the_point() -> None:
    """More of them a float could not give back."""
    with pytest.raises(ValidationError, match="at most 6 digits after its point"):
        issue(low=0, high=1.23456789)
