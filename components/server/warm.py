"""What is made once while the server starts, so that no reader waits for it."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from types import ModuleType

import streamlit as st

from components.server.tidy import tidied
from components.server.turns import between_pages
from positions.model.errors import DossierError, UnknownDossier
from positions.reading.dossier import OPENED
from positions.selection import default_selection
from positions.view import view_of

# What the first page needs, and what the others do; between the two the first reader goes first.
_FIRST = ("components.frame", "components.pages.compare")
_LATER = ("components.found", "components.pages.gaps", "components.pages.movement", "components.pages.method")
_PAUSE = 1.5  # seconds


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """While the server starts, a thread imports what pages need and reads the dossiers that are offered."""
    threading.Thread(target=_warm, name="warm", daemon=True).start()
    tidying = asyncio.create_task(tidied())
    yield {}
    tidying.cancel()


def _warm() -> None:
    for name in _FIRST:
        import_module(name)
    cache = import_module("components.cache")
    offered = import_module("components.frame").offered_dossiers(os.environ.get(OPENED))
    _read(cache, offered[0])
    time.sleep(_PAUSE)
    for name in _LATER:
        import_module(name)
    for dossier in offered:
        _read(cache, dossier, whole=True)
    gc.freeze()


def _read(cache: ModuleType, dossier: str, *, whole: bool = False) -> None:
    """Read a dossier, the `whole` of it with what is searched; what is wrong is told to whoever opens it."""
    with between_pages(), suppress(DossierError, UnknownDossier):
        tables = cache.dossier_tables(dossier)
        if whole:
            _ = tables.searched, view_of(tables, default_selection(tables.dossier)).finding
