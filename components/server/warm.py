"""What is made once while the server starts, so that no reader waits for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from components.server.tidy import share_memory, tidied


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """While the server answers, a thread imports what pages need and reads the dossiers that are offered."""
    share_memory()
    threading.Thread(target=_warm, name="warm", daemon=True).start()
    tidying = asyncio.create_task(tidied())
    yield {}
    tidying.cancel()


def _warm() -> None:
    """Imported here, so that a browser is given its first files while pages are still being read."""
    import_module("components.server.beforehand").prepare()
