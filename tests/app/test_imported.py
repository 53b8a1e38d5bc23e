"""A dossier made of a table opens on every page of the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.pages import PAGES
from tests.app.conftest import RunPage
from tests.positions.importing.made_tables import MadeTable, expert_survey, imported, undated, voting_advice

every_page = pytest.mark.parametrize("path", [page.path for page in PAGES])


def made(table: MadeTable, folder: Path) -> Path:
    """The folder with the dossier of a table in it."""
    for name, content in imported(table).files.items():
        (folder / name).write_bytes(content)
    return folder


@every_page
def test_every_page_shows_a_dossier_made_of_a_table(run_page: RunPage, tmp_path: Path, path: str) -> None:
    """Numbers, weights and a scale that runs the other way raise nothing on any page."""
    app = run_page(path, made(expert_survey(4, 3), tmp_path))

    assert not app.exception
    assert app.main


@every_page
def test_every_page_shows_answers_of_no_day(run_page: RunPage, tmp_path: Path, path: str) -> None:
    """Codes for no answer and not asked, and a table in which nothing has a day, raise nothing either."""
    app = run_page(path, made(undated(voting_advice(4, 3)), tmp_path))

    assert not app.exception
    assert app.main


def test_movement_of_answers_of_no_day_is_none_and_says_so(run_page: RunPage, tmp_path: Path) -> None:
    """Nothing is drawn on a day that nobody named."""
    app = run_page("movement", made(undated(voting_advice(4, 3)), tmp_path))
    told = [one.value for one in app.caption]

    assert any(
        "no statement of this dossier has a day, so that nothing can be told over time" in one for one in told
    )
