"""Runs one page of the app on a dossier, without a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import components.pages
import components.server
from components.pages import PAGES
from positions.reading.dossier import dossier_folder

ENTRY = Path(components.server.__file__).with_name("script.py")
RunPage = Callable[..., AppTest]


def drawn(app: AppTest, key: str) -> Any:
    """What a component of ours was given to draw."""
    return json.loads(app.get_by_key(key).proto.json)[0]


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is served and may be changed."""
    monkeypatch.setenv("POSITIONS_EDIT", "1")
    return Path(shutil.copytree(dossier_folder("training-strait"), tmp_path / "case"))


@pytest.fixture
def run_page(monkeypatch: pytest.MonkeyPatch) -> RunPage:
    """A function that runs the page at a path, with an address, on a dossier's id or folder.

    `opened` are the keys of expanders that the reader has opened.
    """

    def run(
        path: str, dossier: str | Path = "istanbul-2022", opened: tuple[str, ...] = (), **address: str
    ) -> AppTest:
        page = next(page for page in PAGES if page.path == path)
        monkeypatch.setattr(components.pages, "PAGES", (page,))
        monkeypatch.setenv("POSITIONS_DOSSIER", str(dossier))
        app = AppTest.from_file(ENTRY, default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        for key in opened:
            app.session_state[key] = True
        return app.run()

    return run
