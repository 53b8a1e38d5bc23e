"""Text from data is shown as text, whatever signs it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.escape import escaped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold** <b>x</b>", "\\*\\*bold\\*\\* \\<b\\>x\\</b\\>"),
        ("# no heading\n- no list", "\\# no heading \\- no list"),
        ("$x$ :red[y]", "\\$x\\$ \\:red\\[y\\]"),
        ("Russia\u00a0–\u00a0Ukraine", "Russia\u00a0–\u00a0Ukraine"),
        ("the dam, السد – الشمال 2 of 4", "the dam, \u2068السد\u2069 – \u2068الشمال\u2069 2 of 4"),
        ("وافق 3 جيران", "وافق 3 جيران"),
    ],
)
def test_signs_of_markup_are_printed(text: str, expected: str) -> None:
    """Stars, tags, formulas and headings in data stay the signs they are."""
    assert escaped(text) == expected


@given(st.text(alphabet="ab*_`<>[]()#$:~|!&\\ \n-"))
def test_every_sign_of_markup_is_escaped(text: str) -> None:
    """No sign that Streamlit reads as Markdown or HTML is left bare."""
    bare = escaped(text)
    for sign in "*_`<>[]()#$:~|!&-":
        pieces = bare.split(sign)
        assert all((len(piece) - len(piece.rstrip("\\"))) % 2 == 1 for piece in pieces[:-1])
