"""Several processes behind one address: a browser stays with the process that answered it first.

Bytes are passed on as they come, so that pages, uploads, files and the websocket all go the same way.
Where a proxy shares its connections to this server among browsers, it must be told not to.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Sequence

COOKIE = "positions_process"
_HEAD_END = b"\r\n\r\n"
_LONGEST_HEAD = 65_536  # bytes of request line and headers
_PATIENCE = 30  # seconds in which a browser has sent its first headers
_CHUNK = 65_536
_CHOSEN = re.compile(rb"^cookie:.*?\b" + COOKIE.encode() + rb"=(\d+)", re.IGNORECASE | re.MULTILINE)
_AWAY = b"This page is being started again. Please load it once more in a few seconds."
_NOT_THERE = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 3\r\n"
    b"Connection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(_AWAY), _AWAY)
)


class Front:
    """Takes connections and passes each on to one of the ports of this machine."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = tuple(ports)
        self._open: Counter[int] = Counter()

    async def serve(self, address: str, port: int) -> asyncio.Server:
        """Take an address and port; who comes is answered from `start_serving` on. Raises OSError."""
        return await asyncio.start_server(self._take, address, port, limit=_LONGEST_HEAD, start_serving=False)

    async def _take(self, browser: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        try:
            head = await asyncio.wait_for(browser.readuntil(_HEAD_END), _PATIENCE)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError, ConnectionError):
            answers.close()
            return
        chosen = self._chosen(head)
        place = self._least_busy() if chosen is None else chosen
        self._open[place] += 1
        try:
            server, requests = await asyncio.open_connection("127.0.0.1", self._ports[place])
        except OSError:
            answers.write(_NOT_THERE)
            answers.close()
        else:
            requests.write(head)
            named = asyncio.create_task(_first_answer(server, answers, place if chosen is None else None))
            await asyncio.gather(_pass_on(browser, requests), named)
        finally:
            self._open[place] -= 1

    def _chosen(self, head: bytes) -> int | None:
        """The process that the cookie names, if there is such a one."""
        found = _CHOSEN.search(head)
        place = int(found.group(1)[:4]) if found else len(self._ports)
        return place if place < len(self._ports) else None

    def _least_busy(self) -> int:
        return min(range(len(self._ports)), key=lambda place: self._open[place])


async def _first_answer(
    server: asyncio.StreamReader, answers: asyncio.StreamWriter, place: int | None
) -> None:
    """The answers of a process; the first one tells a new browser which process it stays with."""
    if place is not None:
        try:
            head = await server.readuntil(_HEAD_END)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            answers.close()
            return
        cookie = f"\r\nSet-Cookie: {COOKIE}={place}; Path=/; HttpOnly; SameSite=Lax".encode()
        answers.write(head[: -len(_HEAD_END)] + cookie + _HEAD_END)
    await _pass_on(server, answers)


async def _pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    """Every byte until one of the two ends closes."""
    try:
        while chunk := await source.read(_CHUNK):
            target.write(chunk)
            await target.drain()
    except (ConnectionError, TimeoutError):
        pass
    finally:
        target.close()
