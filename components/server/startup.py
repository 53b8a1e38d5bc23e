"""What is made once while the server starts, so that no reader waits for it, and memory given back."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from components.server.turns import between_pages

# From malloc.h, with the variable that sets each: M_ARENA_MAX, and M_MMAP_THRESHOLD with its usual value in
# bytes, which glibc raises to 32 MB otherwise as large blocks come and go.
_OPTIONS = {"MALLOC_ARENA_MAX": (-8, 2), "MALLOC_MMAP_THRESHOLD_": (-3, 128 * 1024)}
_EVERY = 60  # seconds; a collection takes some 50 ms


async def tidied() -> None:
    """Collect garbage once a minute for as long as the server runs."""
    while True:
        await asyncio.sleep(_EVERY)
        await asyncio.to_thread(_tidy)


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
    import_module("components.server.first_page").prepare()


def share_memory() -> None:
    """Let threads share two arenas and give large blocks back at once, unless the environment says otherwise.

    With glibc's usual share of memory for each thread a busy server keeps twice what it uses. Large blocks
    that it keeps for later lie between small ones in use: 35 of 229 MB with 100,000 statements.
    """
    for variable, (option, value) in _OPTIONS.items():
        if variable not in os.environ:
            _of_glibc("mallopt", option, value)


def _tidy() -> None:
    with between_pages():
        gc.collect()
    _of_glibc("malloc_trim", 0)


def _of_glibc(name: str, *arguments: int) -> None:
    """Call a function of the C library where it has it; only glibc has these."""
    function = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    if function is not None:
        function(*arguments)
