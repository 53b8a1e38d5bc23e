"""Start, pages, bytes and memory of the app as it is served, beside an app of Streamlit that shows a word.

Both start as they do on a reader's machine, with byte code that an earlier start has left: one of each is
not counted, or this would measure how long Python reads source text.
"""

from __future__ import annotations

import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.browser.conftest import ROOT, SERVE

READERS = 10  # beside the first, each with a page
AGAIN = 8
_BARE = 'import streamlit as st\nst.button("again")\nst.write("a word")\n'

Measures = dict[str, float]


def served(runs: int) -> tuple[Measures, Measures]:
    """The medians of so many starts of the app and, each in turn with it, of the bare one."""
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "bare.py").write_text(_BARE, encoding="utf-8")
        bare = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "bare.py",
            "--server.headless=true",
            "--server.port",
        ]
        code = str(Path(made) / "code")
        both = [
            (_measured([*SERVE, "--port"], ROOT, code), _measured(bare, Path(made), code))
            for _ in range(1 + runs)
        ][1:]
    return _medians([here for here, _ in both]), _medians([beside for _, beside in both])


def _medians(found: Sequence[Measures]) -> Measures:
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def _measured(command: list[str], folder: Path, code: str) -> Measures:
    """Seconds, kilobytes and megabytes of one start; byte code is kept in a folder of its own."""
    begun = time.perf_counter()
    with _server(command, folder, code) as (process, port), ExitStack() as readers:
        first = readers.enter_context(_reader(port))
        size = _page(first)
        start, processor = time.perf_counter() - begun, _processor(process)
        again = [_timed(first) for _ in range(AGAIN)]
        alone = _resident(process)
        others = [readers.enter_context(_reader(port)) for _ in range(READERS)]
        further = [_timed(one) for one in others]
        whole = _resident(process)
    return {
        "start": start,
        "processor": processor,
        "again": statistics.median(again),
        "further": statistics.median(further),
        "bytes": size / 1000,
        "memory": alone,
        "reader": max(0.0, whole - alone) / READERS,
    }


@contextmanager
def _server(command: list[str], folder: Path, code: str) -> Iterator[tuple[int, int]]:
    """The process and the port of a server that answers, ended at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    server = subprocess.Popen(
        [*command, str(port)],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": code},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _answers(port):
            if server.poll() is not None:
                raise RuntimeError(f"{' '.join(command)} ended before it answered")
            time.sleep(0.01)
        yield server.pid, port
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
            return True
    except OSError:
        return False


@contextmanager
def _reader(port: int) -> Iterator[ClientConnection]:
    where = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(where, subprotocols=[Subprotocol("streamlit")], proxy=None, max_size=None) as socket:
        yield socket


def _timed(reader: ClientConnection) -> float:
    begun = time.perf_counter()
    _page(reader)
    return time.perf_counter() - begun


def _page(reader: ClientConnection) -> int:
    """Ask for the first page and take all of it; how many bytes it was."""
    order = BackMsg()
    order.rerun_script.query_string = ""
    reader.send(order.SerializeToString())
    size, finished = 0, False
    while not finished:
        content = reader.recv(timeout=60)
        assert isinstance(content, bytes)
        size += len(content)
        message = ForwardMsg.FromString(content)
        finished = message.WhichOneof("type") == "script_finished"
    return size


def _resident(process: int) -> float:
    """The megabytes of a process that lie in memory, as Linux counts them."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 1e6


def _processor(process: int) -> float:
    """The seconds that a process has had of a processor, as Linux counts them."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
