"""Text from data is shown as text, whatever signs it holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.app.escape import NOTHING, escaped
from positions.text.direction import with_isolates_inside
from tests.hostile.fuzz import FUZZ
from tests.hostile.words import SIGNS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold** <b>x</b>", "\\*\\*bold\\*\\* \\<b\\>x\\<\\/b\\>"),
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


@given(st.lists(st.sampled_from(SIGNS)).map("".join) | st.text())
@FUZZ
def test_every_sign_of_markup_is_escaped(text: str) -> None:
    """No sign that Streamlit reads as Markdown or HTML is left bare, and none is lost."""
    bare = escaped(text).replace(NOTHING, "")
    read = re.sub(r"\\(.)", r"\1", bare)

    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]()#$:~|!&=/@-]", bare)
    assert read == with_isolates_inside(" ".join(re.split(r"[ \t\r\n\f\v]+", text)).strip())


@pytest.mark.parametrize(
    "text", ["https://x.org", "WWW.x.org", "a@x.org", ":smile:", ":+1:", ":material_home:", "->", "<=", "--"]
)
def test_what_is_replaced_after_escapes_is_kept_apart(text: str) -> None:
    """An empty element stands inside an address, a name of an emoji and an arrow."""
    assert NOTHING in escaped(text)
