"""Ten scripts in every export: each letter is there, or its script is named; each text runs its own way."""

from __future__ import annotations

import re
from functools import cache

import pytest

from components.briefing.captions import VIEWS
from components.briefing.presets import PRESETS
from components.briefing.typesetting import pdf, sheets
from tests.components.briefing.handed_out import wide_briefing
from tests.components.briefing.printed import pages
from tests.components.briefing.scripts import (
    WRITTEN,
    briefing_without_typeface,
    letters,
    script_briefing,
)

_JOINER = "\u2060"


@cache
def printed() -> str:
    """What a reader copies out of the whole briefing as a PDF."""
    return " ".join(page.words for page in pages(pdf(script_briefing().briefing, PRESETS["a4-portrait"])))


@pytest.mark.parametrize("script", WRITTEN)
def test_every_letter_can_be_copied_out_of_the_pdf(script: str) -> None:
    """Names, words, conditions and titles of sources, down to accents and emoji."""
    assert not letters(str(WRITTEN[script])) - letters(printed()) - set("()=',")


@pytest.mark.parametrize("view", VIEWS)
def test_sheets_of_every_view_have_all_letters(view: str) -> None:
    """PDF/UA refuses a letter that no typeface has; the same letters make the same bytes."""
    made = script_briefing().briefing
    first = sheets(made, view, PRESETS["slide"], "pdf")

    assert all(b"pdfuaid" in one for one in first)
    assert sheets(made, view, PRESETS["slide"], "pdf") == first


def test_a_sheet_names_the_script_that_it_lacks() -> None:
    """A sheet that is passed on alone says why it has boxes; the rest of its words are set."""
    made = briefing_without_typeface().briefing
    for view in VIEWS:
        for one in sheets(made, view, PRESETS["slide"], "pdf"):
            words = re.sub(r"\s+", " ", " ".join(page.words for page in pages(one)))

            assert "No typeface here for Egyptian Hieroglyphs (2 letters)" in words
            assert WRITTEN["greek"].name in words


def test_nothing_unseen_is_copied_with_a_range() -> None:
    """Ranges of numbers and pairs of names hold together without a mark that lands in somebody's text."""
    for made in (wide_briefing(), script_briefing().briefing):
        words = "".join(page.words for page in pages(pdf(made, PRESETS["a4-landscape"])))

        assert "–" in words
        assert _JOINER not in words
