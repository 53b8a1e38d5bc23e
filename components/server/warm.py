"""What is made once while the server starts, so that no reader waits for it."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from components.server.tidy import tidied
from components.server.turns import between_pages
from positions.model.errors import DossierError, UnknownDossier

# In the order in which pages need them.
_LATE = ("components.frame", "components.pages", "components.briefing")


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """While the server starts, a thread imports what pages need and reads the dossiers that are offered."""
    threading.Thread(target=_warm, name="warm", daemon=True).start()
    tidying = asyncio.create_task(tidied())
    yield {}
    tidying.cancel()


def _warm() -> None:
    for name in _LATE:
        import_module(name)
    cache = import_module("components.cache")
    for dossier in import_module("components.frame").offered_dossiers(os.environ.get("POSITIONS_DOSSIER")):
        with between_pages():
            try:
                cache.dossier_tables(dossier)
            except (DossierError, UnknownDossier):
                continue  # told to the reader who opens it
    gc.freeze()
