"""A dossier made of a table opens on every page of the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.pages import PAGES
from tests.app.conftest import RunPage
from tests.positions.importing.made_tables import expert_survey, imported


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_every_page_shows_a_dossier_made_of_a_table(run_page: RunPage, tmp_path: Path, path: str) -> None:
    """Numbers, weights and a scale that runs the other way raise nothing on any page."""
    for name, content in imported(expert_survey(4, 3)).files.items():
        (tmp_path / name).write_bytes(content)
    app = run_page(path, tmp_path)

    assert not app.exception
    assert app.main
