"""The first page before all others: its dossier is read, then what the other pages and readers need."""

from __future__ import annotations

import gc
import os
import time
from contextlib import suppress
from importlib import import_module

from components.app.cache import dossier_tables
from components.app.frame import offered_dossiers
from components.server.turns import between_pages
from positions.model.errors import DossierError, UnknownDossier
from positions.selection import default_selection
from positions.settings import OPENED
from positions.view import view_of

# What the first page needs, and what the others do; between the two the first reader goes first.
_FIRST = "components.pages.compare"
_LATER = (
    "components.app.hits",
    "components.pages.gaps",
    "components.pages.movement",
    "components.pages.method",
)
_PAUSE = 1.5  # seconds


def prepare() -> None:
    """Read the dossiers that are offered, the first of them first, and import what every page needs."""
    import_module(_FIRST)
    offered = offered_dossiers(os.environ.get(OPENED))
    _read(offered[0])
    time.sleep(_PAUSE)
    for name in _LATER:
        import_module(name)
    for dossier in offered:
        _read(dossier, whole=True)
    gc.freeze()


def _read(dossier: str, *, whole: bool = False) -> None:
    """Read a dossier, the `whole` of it with what is searched; what is wrong is told to whoever opens it."""
    with between_pages(), suppress(DossierError, UnknownDossier):
        tables = dossier_tables(dossier)
        if whole:
            _ = tables.searched, view_of(tables, default_selection(tables.dossier)).finding
