"""A marked dossier in the browser: a box at the top, which leaves the landing page in sight, and on paper."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser.conftest import ROOT, SERVE, _opener, started
from tests.conftest import Changed

WORDS = "TLP:AMBER+STRICT · draft · embargo until 1 Dec 2031 · distribution: the delegation"


@pytest.fixture
def marked(changed: Changed) -> Path:
    """A copy of the small dossier with a mark."""
    title = "title: The strait talks (a fictional case for training)\n"
    fields = (
        "mark: 'TLP:AMBER+STRICT', status: draft, distribution: the delegation, embargo_until: 2031-12-01"
    )
    return changed(dossier=[(title, f"{title}handling: {{{fields}}}\n")])


def test_the_mark_is_seen_on_screen_phone_and_paper(browser: Any, marked: Path) -> None:
    """Black on white in a box above the finding, in one line where there is room; the matrix still begins."""
    with started([*SERVE, str(marked)], ROOT) as place:
        for opened in _opener(browser, place):
            for width, height in ((1280, 720), (390, 844)):
                seen = opened(width=width, height=height)
                box = seen.page.locator(".st-key-handling").bounding_box()
                title = seen.page.locator("h1").first.bounding_box()
                row = seen.page.locator("table button.cell").first.bounding_box()

                assert seen.page.locator(".st-key-handling").inner_text() == WORDS
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= width
                assert box["y"] + box["height"] <= title["y"]
                assert box["height"] < (32 if width > 640 else 64)
                assert row["y"] + row["height"] < height
            paper = seen.page.pdf(prefer_css_page_size=True)
            assert WORDS in " ".join(PdfReader(io.BytesIO(paper)).pages[0].extract_text().split())
