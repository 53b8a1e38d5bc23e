"""The end of an address that leads to the words: told apart from the same words elsewhere, or a page."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.text.fragments import Place, fragment
from tests.positions.factories import MODEST

PAGE = "https://example.org/a"
TEXT = "They want peace now. He said: they want peace soon.\nThe talks, they say,\nwant peace."


def place(words: str, after: str = "") -> Place:
    """The words in TEXT, behind others."""
    start = TEXT.index(words, TEXT.index(after))
    return Place(TEXT, start, start + len(words))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (place("He said"), ":~:text=He%20said"),
        (place("want peace"), ":~:text=They-,want%20peace,-now."),
        (place("want peace", "said"), ":~:text=they-,want%20peace,-soon."),
        (place("want peace", "say"), ":~:text=want%20peace,-."),
        (place("ant peac", "say"), ":~:text=want%20peace,-."),  # a browser finds whole words alone
        (place("they say,\nwant"), ":~:text=they%20say%2C,want"),
    ],
)
def test_by_hand(at: Place, expected: str) -> None:
    """As few words before and behind as tell it apart; words of two lines are named by first and last."""
    assert fragment(PAGE, "", at) == expected


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("https://example.org/a.pdf", "one\fand two\fthree", "page=2"),
        ("https://example.org/a.PDF?x=1", "and two", ""),
        (PAGE, "one\fand two\fthree", ":~:text=two"),
    ],
)
def test_a_page_of_a_pdf(address: str, text: str, expected: str) -> None:
    """Form feeds end the pages of a copy; without them no page is made up."""
    start = text.index("two")

    assert fragment(address, "two", Place(text, start, start + 3)) == expected


def test_without_a_copy_the_phrase_stands_alone() -> None:
    """Nobody knows then whether it occurs once; of a PDF no page is known."""
    assert fragment(PAGE, "cease-fire, now", None) == ":~:text=cease%2Dfire%2C%20now"
    assert fragment(f"{PAGE}.pdf", "now", None) == ""


_WORDS = st.lists(
    st.sampled_from(["we", "want", "peace", "now,", "peace-now", "“soon”"]), min_size=1, max_size=14
)


@given(_WORDS, st.data())
@MODEST
def test_the_words_with_their_neighbours_stand_once_if_that_is_possible(
    words: list[str], data: st.DataObject
) -> None:
    """Read back, a fragment is what stands around the place, and no shorter one would do where it is long."""
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:first])) + (1 if first else 0)
    found = fragment(PAGE, "", Place(text, start, start + len(words[first])))
    prefix, exact, suffix = _read(found)
    whole = " ".join(part for part in (prefix, exact, suffix) if part)

    assert exact == words[first]
    assert whole in text
    assert text.startswith(whole, max(0, start - len(prefix) - (1 if prefix else 0)))
    assert not prefix + suffix or len(re.findall(f"(?={re.escape(exact)})", text)) > 1


def _read(found: str) -> tuple[str, str, str]:
    parts = [*found.removeprefix(":~:text=").split(",")]
    prefix = parts.pop(0).removesuffix("-") if parts[0].endswith("-") else ""
    suffix = parts.pop().removeprefix("-") if parts[-1].startswith("-") else ""
    assert len(parts) == 1
    return unquote(prefix), unquote(parts[0]), unquote(suffix)
