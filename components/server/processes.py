"""The app in several processes, each on a port of its own, with the front before them."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Mapping, Sequence

from components.server.front import Front

_TRIES = 600  # tenths of a second in which a process begins to listen


def serve_processes(
    command: Sequence[str], environment: Mapping[str, str], *, count: int, address: str, port: int
) -> None:
    """Serve on the address until Ctrl+C or a signal ends it; a process that dies is started again.

    `command` starts the app; to it is added the port of each process. Raises OSError where the
    address cannot be listened on, and RuntimeError where the app does not start.
    """
    asyncio.run(_serve(command, environment, count, address, port))


async def _serve(
    command: Sequence[str], environment: Mapping[str, str], count: int, address: str, port: int
) -> None:
    ports = _free_ports(count)
    server = await Front(ports).serve(address, port)
    ready = asyncio.Semaphore(0)
    kept = [asyncio.create_task(_keep(command, environment, one, ready)) for one in ports]
    opening = asyncio.create_task(_open(server, ready, count))
    ended = asyncio.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        try:
            asyncio.get_running_loop().add_signal_handler(one, ended.set)
        except NotImplementedError:  # Windows: Ctrl+C ends the loop itself
            break
    waiting = asyncio.create_task(ended.wait())
    try:
        done, _ = await asyncio.wait([waiting, *kept], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        server.close()
        for task in (waiting, opening, *kept):
            task.cancel()
        await asyncio.gather(waiting, opening, *kept, return_exceptions=True)


async def _open(server: asyncio.Server, ready: asyncio.Semaphore, count: int) -> None:
    """Answer readers once every process listens."""
    for _ in range(count):
        await ready.acquire()
    await server.start_serving()


async def _keep(
    command: Sequence[str], environment: Mapping[str, str], port: int, ready: asyncio.Semaphore
) -> None:
    """Start the app, and again whenever it ends, until this is cancelled."""
    while True:
        whole = [*command, f"--server.port={port}"]
        process = await asyncio.create_subprocess_exec(*whole, env=dict(environment))
        try:
            if not await _listens(process, port):
                raise RuntimeError("The app ended while it was being started; see the lines above.")
            ready.release()
            await process.wait()
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()


async def _listens(process: asyncio.subprocess.Process, port: int) -> bool:
    for _ in range(_TRIES):
        if process.returncode is not None:
            return False
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return True
    return False


def _free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody listens on, as the system hands them out."""
    taken = [socket.socket() for _ in range(count)]
    try:
        for one in taken:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in taken]
    finally:
        for one in taken:
            one.close()
