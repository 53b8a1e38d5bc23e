"""Views of the hostile dossier, each with the words turned on, so that every field holds every kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from components.report.files import BriefedView, NamedFile, briefed_view
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.hostile.dossier import Hostile, hostile_dossier
from tests.hostile.fuzz import LONG
from tests.hostile.words import WORDS


@dataclass(frozen=True)
class HostileView:
    """A hostile dossier with the landing view of it, and the briefing of that view."""

    hostile: Hostile
    view: View
    briefed: BriefedView
    made: dict[str, tuple[NamedFile, ...]] = field(default_factory=dict)


@pytest.fixture(scope="session", params=range(0, len(WORDS), 1 if LONG else 12))
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HostileView:
    """A hostile dossier, loaded from its files, whose words begin at some place of WORDS."""
    folder: Path = tmp_path_factory.mktemp("hostile") / "dossier"
    hostile = hostile_dossier(folder, request.param)
    dossier = load_dossier(folder)
    view = View(Tables(dossier, folder), default_selection(dossier))
    return HostileView(hostile, view, briefed_view(view))
