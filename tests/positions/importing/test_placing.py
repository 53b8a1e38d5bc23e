"""What a text means is looked up, never guessed: a code, a number of the scale, or a blank."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.importing.mapping import TableMapping
from positions.importing.placing import Placing, number_of, placing_of
from tests.positions.factories import MANY
from tests.positions.importing.made_tables import HEAD, mapping_of

BASE = f"{HEAD}shape: long\ncolumns: {{party: p, issue: i, value: v}}\n"
MISSING = "missing: {-9: {blank: declined, reason: no answer}}\n"
TURNED = "values: {codes: {-1: 0, 0: 1, 1: 2}, labels: [no, so so, 'yes'], reversed: true}\n"


def mapping(values: str, more: str = "") -> TableMapping:
    """A mapping of a long table with these values."""
    return mapping_of(f"{BASE}values: {values}\n{MISSING}{more}")


CODED = mapping("{codes: {-1: 0, 0: 1, 1: 2, agrees: 2}, labels: [no, so so, 'yes']}")
NUMBERS = mapping("{ends: {low: 0, high: 10}}")


@pytest.mark.parametrize(
    ("text", "step"),
    [("-1", 0), ("−1", 0), ("1", 2), ("1.0", 2), ("+1", 2), ("agrees", 2), ("0.00", 1)],
)
def test_a_code_is_the_same_however_it_is_written(text: str, step: int) -> None:
    """A spreadsheet may write a whole number with its decimals, and a typesetter a longer minus sign."""
    assert placing_of(text, CODED.values, CODED) == Placing(step=step)


@pytest.mark.parametrize("text", ["2", "Agrees", "1,0", "1e", "nan", "inf", "1_0", "١"])
def test_another_text_is_no_code(text: str) -> None:
    """What is not in the list of codes is never taken for the nearest of them."""
    assert placing_of(text, CODED.values, CODED) is None


@pytest.mark.parametrize(("text", "blank"), [("-9", "declined"), ("-9.0", "declined"), ("", "not_stated")])
def test_a_missing_code_is_a_blank(text: str, blank: str) -> None:
    """A missing code is no value, though a number would lie on the scale or beside it."""
    found = placing_of(text, CODED.values, CODED)

    assert found is not None
    assert found.blank is not None
    assert (found.step, found.number, found.blank.blank) == (None, None, blank)


@given(st.decimals(0, 10, places=6))
@MANY
def test_a_number_of_the_scale_is_kept_exactly(number: Decimal) -> None:
    """What stands in the table comes out, digit for digit."""
    assert placing_of(str(number), NUMBERS.values, NUMBERS) == Placing(number=number)


@given(st.decimals(allow_nan=False, allow_infinity=False).filter(lambda one: not 0 <= one <= 10))
@MANY
def test_a_number_beyond_the_ends_is_none_of_the_scale(number: Decimal) -> None:
    """A value outside of the scale is a fault of the table or of the mapping, never cut to its end."""
    if number != -9:
        assert placing_of(str(number), NUMBERS.values, NUMBERS) is None


@given(st.sampled_from(["-1", "0", "1"]))
@MANY
def test_turning_a_scale_turns_each_step(code: str) -> None:
    """The step of a reversed scale is as far from the other end."""
    turned = mapping_of(f"{BASE}{TURNED}")
    plain = placing_of(code, CODED.values, CODED)
    found = placing_of(code, turned.values, turned)

    assert plain is not None
    assert found is not None
    assert (plain.step or 0) + (found.step or 0) == 2


def test_a_decimal_comma_is_read_where_the_mapping_says_so() -> None:
    """7,25 is a number in one table and none in another."""
    assert number_of("7,25", mapping("{ends: {low: 0, high: 10}}", "decimal_comma: true\n")) == Decimal(
        "7.25"
    )
    assert number_of("7,25", NUMBERS) is None
