"""Answers that parties gave on no named day, and codes for those they did not give, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browser.conftest import ROOT, SERVE, _opener, started
from tests.positions.importing.made_tables import imported, undated, voting_advice


def test_answers_of_no_day_and_missing_codes_are_told_as_what_they_are(browser: Any, tmp_path: Path) -> None:
    """A cell says why it is blank in the words of the table, and Movement that nothing has a day."""
    for name, content in imported(undated(voting_advice(6, 4))).files.items():
        (tmp_path / name).write_bytes(content)
    with started([*SERVE, str(tmp_path)], ROOT) as place:
        pages = _opener(browser, place)
        opened = next(pages)
        matrix = opened()
        words = matrix.matrix()
        moved = opened("movement")
        told = moved.page.get_by_text("no statement of this dossier has a day").first.inner_text()
        errors = [*matrix.errors, *moved.errors]
        next(pages, None)

    assert "no answer" in words
    assert "not asked" in words
    assert "undated" in words
    assert "nothing can be told over time" in told
    assert not errors
