"""What a spreadsheet would run is marked, and can be read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.export.cell_text import marked, unmarked
from tests.positions.factories import MODEST


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", "\n=1", "＝1", "－1"])
def test_a_formula_becomes_text(text: str) -> None:
    """One apostrophe in front, which spreadsheets take for text."""
    assert marked(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1 - 1", "a=b", "'tis", "29 Mar 2022", "– dash"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    """Nothing is added where nothing would run."""
    assert marked(text) == text


@MODEST
@given(st.text(alphabet="'=+-@\t\r\nab"))
def test_every_text_can_be_read_back(text: str) -> None:
    """Marking loses nothing, and nothing marked would run."""
    assert unmarked(marked(text)) == text
    assert marked(text)[:1] not in tuple("=+-@\t\r\n")
