"""Memory that readers have left is given back to the machine, between pages and not after each of them."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import sys

from components.server.turns import between_pages

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_EVERY = 60  # seconds; a collection takes some 50 ms


async def tidied() -> None:
    """Collect garbage once a minute for as long as the server runs."""
    while True:
        await asyncio.sleep(_EVERY)
        await asyncio.to_thread(_tidy)


def share_memory() -> None:
    """Let threads share two arenas, unless the environment says otherwise.

    With glibc's usual share of memory for each thread a busy server keeps twice what it uses.
    """
    if "MALLOC_ARENA_MAX" not in os.environ:
        _of_glibc("mallopt", _ARENA_MAX, 2)


def _tidy() -> None:
    with between_pages():
        gc.collect()
    _of_glibc("malloc_trim", 0)


def _of_glibc(name: str, *arguments: int) -> None:
    """Call a function of the C library where it has it; only glibc has these."""
    function = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    if function is not None:
        function(*arguments)
