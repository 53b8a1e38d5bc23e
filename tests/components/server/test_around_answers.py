"""What stands around every answer: headers, messages that are left out, one page at a time."""

from __future__ import annotations

import threading

import pytest
import streamlit
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.scriptrunner import StopException

from components.server import turns
from components.server.middleware import Headers, Messages
from tests.components.server.loops import run_alone


def headers_of(path: str, query: str = "") -> dict[str, str]:
    """The headers that a browser gets with an answer."""
    told: dict[str, str] = {}

    async def app(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-own", b"1")]})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Message) -> None:
        for name, value in message.get("headers", ()):
            told[name.decode()] = value.decode()

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": []}
    run_alone(Headers(app)(scope, receive, send))
    return told


def test_nothing_comes_from_another_machine() -> None:
    """No source of scripts, styles, pictures, fonts or connections is on the network."""
    told = headers_of("/")
    sources = {word for rule in told["content-security-policy"].split("; ") for word in rule.split()[1:]}

    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "blob:", "data:"}
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "no-referrer"
    assert told["x-own"] == "1"


@pytest.mark.parametrize(
    ("query", "ancestors"),
    [("", "'self'"), ("dossier=x&day=2022-03-29", "'self'"), ("view=gaps", "*"), ("review=1", "'self'")],
)
def test_only_a_view_alone_may_be_framed_elsewhere(query: str, ancestors: str) -> None:
    """An address with `view=` is meant for an iframe; the app itself cannot be put under another page."""
    assert f"frame-ancestors {ancestors}" in headers_of("/", query)["content-security-policy"]


def passed_on(*sent: bytes) -> list[bytes]:
    """What of a browser's messages reaches the app."""
    reached: list[bytes] = []
    messages = iter(sent)

    async def app(_: Scope, receive: Receive, __: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            reached.append(message["bytes"])

    async def receive() -> Message:
        content = next(messages, None)
        if content is None:
            return {"type": "websocket.disconnect"}
        return {"type": "websocket.receive", "bytes": content}

    async def send(_: Message) -> None:
        raise AssertionError("nothing is sent")

    run_alone(Messages(app)({"type": "websocket"}, receive, send))
    return reached


@pytest.mark.parametrize(
    "kind", ["clear_cache", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime"]
)
def test_no_reader_bears_on_the_others(kind: str) -> None:
    """A message that empties all caches, ends the server or asks about its folder is left out."""
    harmful, run = BackMsg(), BackMsg()
    setattr(harmful, kind, True)
    run.rerun_script.query_string = "day=2022-03-29"

    assert passed_on(harmful.SerializeToString(), run.SerializeToString()) == [run.SerializeToString()]


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff", b"\x08"])
def test_what_cannot_be_read_is_for_the_app_to_answer(content: bytes) -> None:
    """Noise is passed on: Streamlit tells the browser what is wrong with it."""
    assert passed_on(content) == [content]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Turns that are told and given up at once; the list is what a reader is told."""
    told: list[str] = []

    def stop() -> None:
        raise StopException

    monkeypatch.setattr(turns, "_TOLD_AFTER", 0.05)
    monkeypatch.setattr(turns, "_GIVEN_UP_AFTER", 0.05)
    monkeypatch.setattr(streamlit, "toast", told.append)
    monkeypatch.setattr(streamlit, "warning", told.append)
    monkeypatch.setattr(streamlit, "stop", stop)
    return told


def test_one_page_is_drawn_at_a_time() -> None:
    """Two readers never draw at once, and both are drawn."""
    drawing, most, done = [0], [0], []

    def draw(name: str) -> None:
        with turns.turn():
            drawing[0] += 1
            most[0] = max(most[0], drawing[0])
            threading.Event().wait(0.02)
            drawing[0] -= 1
            done.append(name)

    threads = [threading.Thread(target=draw, args=(name,)) for name in "abcde"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1]
    assert sorted(done) == list("abcde")


def test_a_reader_who_waits_long_is_told_and_never_hangs(impatient: list[str]) -> None:
    """First a sentence that the page follows, then one that says when to come back; the turn is not taken."""
    with turns.between_pages(), pytest.raises(StopException), turns.turn():
        raise AssertionError("the page is drawn out of turn")

    assert impatient == [
        "Many readers are here at this moment; your page follows.",
        "Too many readers are here at this moment. Please load the page again in a minute.",
    ]
    with turns.turn():
        pass  # the turn is free again


def test_a_page_that_waits_for_another_process_lets_the_others_by() -> None:
    """While a page is set elsewhere another reader's is drawn; afterwards the turn is its own again."""
    with turns.turn():
        with turns.aside(), turns.turn():
            drawn = True
        free = turns._PAGES.acquire(blocking=False)

    assert drawn
    assert not free


def test_a_page_that_fails_gives_its_turn_back() -> None:
    """An error on one page is no reason for others to wait."""
    with pytest.raises(ValueError, match="torn"), turns.turn():
        raise ValueError("torn")
    with turns.turn():
        pass
