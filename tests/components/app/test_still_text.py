"""Still text is HTML in which every sign of a text stays the sign it is."""

from __future__ import annotations

from xml.etree import ElementTree

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components.app.escape import one_line
from components.app.still_text import html_table
from tests.hostile.fuzz import FUZZ
from tests.hostile.words import SIGNS

TEXTS = st.lists(st.sampled_from(SIGNS)).map("".join) | st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"))
)


def test_a_table_is_read_out_with_its_caption_heads_and_rows() -> None:
    """Worked by hand: numbers stand at the right, the first cell heads its row."""
    table = pd.DataFrame({"Side": ["A & B", "<b>C</b>"], "Said": [12, 3]})

    assert html_table(table, "2 sides") == (
        '<div class="words-table"><table><caption>2 sides</caption><thead><tr>'
        '<th scope="col" dir="auto">Side</th><th scope="col" dir="auto" class="number">Said</th>'
        "</tr></thead><tbody><tr>"
        '<th scope="row" dir="auto">A &amp; B</th><td dir="auto" class="number">12</td></tr><tr>'
        '<th scope="row" dir="auto">&lt;b&gt;C&lt;/b&gt;</th><td dir="auto" class="number">3</td>'
        "</tr></tbody></table></div>"
    )


@given(TEXTS, TEXTS, TEXTS)
@FUZZ
def test_every_text_comes_back_as_it_is(head: str, first: str, second: str) -> None:
    """No sign of a head, a cell or a caption becomes markup, and none is lost."""
    made = html_table(pd.DataFrame([[first, second]], columns=[head, "last"]), head)
    read = [
        one.text or "" for one in ElementTree.fromstring(made).iter() if one.tag in ("caption", "th", "td")
    ]

    assert read == [one_line(one) for one in (head, head, "last", first, second)]
