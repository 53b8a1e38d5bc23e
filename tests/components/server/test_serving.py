"""The app as it is served, by readers without a browser: the websocket, files, several processes."""

from __future__ import annotations

import os
import signal
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from components.server.front import COOKIE
from tests.browser.conftest import ROOT, SERVE, started


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where two processes serve the small dossier behind one address."""
    with started([*SERVE, "training-strait", "--processes", "2"], ROOT) as place:
        yield place


class Reader:
    """One reader on the websocket of a process."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.messages: list[ForwardMsg] = []

    def open(self, page: str, query: str = "") -> None:
        """Go to a page and take everything that it is made of."""
        order = BackMsg()
        order.rerun_script.page_name, order.rerun_script.query_string = page, query
        self._send(order)
        self.messages = []
        finished = False
        while not finished:
            self.messages.append(self._next())
            # A page that starts itself anew ends early, and comes again.
            finished = self.messages[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and (
                self.messages[-1].WhichOneof("type") == "script_finished"
            )

    def deferred_files(self) -> list[str]:
        """What stands behind each button of the page that makes a file."""
        elements = [one.delta.new_element for one in self.messages if one.WhichOneof("type") == "delta"]
        files = [
            one.download_button.deferred_file_id
            for one in elements
            if one.WhichOneof("type") == "download_button"
        ]
        return [one for one in files if one]

    def make(self, file: str) -> str:
        """Click on a button; the answer is where the file is to be fetched."""
        session = next(
            one.new_session.initialize.session_id for one in self.messages if one.HasField("new_session")
        )
        order = BackMsg()
        order.backend_operation_request.request_id = "1"
        order.backend_operation_request.session_id = session
        order.backend_operation_request.deferred_file.file_id = file
        self._send(order)
        while True:
            message = self._next()
            if message.WhichOneof("type") == "backend_operation_response":
                assert not message.backend_operation_response.error_msg
                return str(message.backend_operation_response.deferred_file.url)

    def send_clear_cache(self) -> None:
        """What a browser's developer menu sends."""
        self._send(BackMsg(clear_cache=True))

    def _send(self, order: Any) -> None:
        self._socket.send(order.SerializeToString())

    def _next(self) -> ForwardMsg:
        content = self._socket.recv(timeout=60)
        assert isinstance(content, bytes)
        message: ForwardMsg = ForwardMsg.FromString(content)
        return message


@contextmanager
def reader(address: str, place: int) -> Iterator[Reader]:
    """A reader whose browser stays with a process."""
    where = f"{address.replace('http', 'ws')}/_stcore/stream"
    named = {"Cookie": f"{COOKIE}={place}"}
    with connect(
        where, subprotocols=[Subprotocol("streamlit")], additional_headers=named, proxy=None, max_size=None
    ) as socket:
        yield Reader(socket)


def fetched(address: str, path: str, place: int | None = None) -> HTTPResponse:
    """The answer to a request, of a browser that stays with a process or of a new one."""
    named = {} if place is None else {"Cookie": f"{COOKIE}={place}"}
    answer: HTTPResponse = urllib.request.urlopen(
        urllib.request.Request(f"{address}{path}", headers=named), timeout=20
    )
    return answer


def test_a_made_file_waits_for_the_browser_that_asked_for_it(address: str) -> None:
    """Ten runs of another reader between the click and the fetch delete nothing."""
    with reader(address, 0) as asking, reader(address, 0) as other:
        asking.open("briefing")
        url = asking.make(asking.deferred_files()[-1])
        for day in range(10, 20):
            other.open("method", f"day=2031-05-{day}")
        answer = fetched(address, url, 0)

        assert answer.status == 200
        assert len(answer.read()) > 500


def test_a_reader_cannot_empty_what_is_kept_for_all(address: str) -> None:
    """After such a message the dossier is not read again: the next page is there, and the log names it."""
    with reader(address, 1) as one:
        one.open("")
        one.send_clear_cache()
        one.open("gaps")

        assert one.messages[-1].script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def test_every_answer_has_the_headers_and_a_new_browser_its_process(address: str) -> None:
    """The first page of a browser says which process it stays with, and where scripts may come from."""
    answer = fetched(address, "/")

    assert "frame-ancestors 'self'" in str(answer.headers["Content-Security-Policy"])
    assert str(answer.headers["Set-Cookie"]).startswith(f"{COOKIE}=")


def test_both_processes_answer(address: str) -> None:
    """Two readers, one with each process, see the same finding."""
    titles = []
    for place in (0, 1):
        with reader(address, place) as one:
            one.open("")
            titles.append(
                [
                    message.delta.new_element.heading.body
                    for message in one.messages
                    if message.delta.new_element.WhichOneof("type") == "heading"
                ]
            )

    assert titles[0] == titles[1] != []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children of a process are read from /proc")
def test_a_process_that_dies_is_started_again() -> None:
    """Whoever stays with it is told to load the page once more, and then served; the other goes on."""
    served = started([*SERVE, "training-strait", "--processes", "2"], ROOT)
    with served as place:
        workers = _children(served.process.pid)
        os.kill(workers[0], signal.SIGKILL)
        now = _until(lambda: set(found) if len(found := _children(served.process.pid)) == 2 else None)
        statuses = [_until(partial(_status, place, process)) for process in (0, 1)]

        assert len(workers) == 2
        assert statuses == [200, 200]
    assert not any(Path(f"/proc/{one}").exists() for one in now)


def _status(address: str, place: int) -> int | None:
    try:
        return fetched(address, "/_stcore/health", place).status
    except OSError:
        return None


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _until(found: Callable[[], Any]) -> Any:
    """What is found at last, within a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.1)
    raise AssertionError("not within a minute")
