"""Memory that readers have left is given back to the machine, between pages and not after each of them."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys

from components.server.turns import between_pages

_EVERY = 60  # seconds; a collection takes some 50 ms


async def tidied() -> None:
    """Collect garbage once a minute for as long as the server runs."""
    while True:
        await asyncio.sleep(_EVERY)
        await asyncio.to_thread(_tidy)


def _tidy() -> None:
    with between_pages():
        gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's alone
        if trim is not None:
            trim(0)
