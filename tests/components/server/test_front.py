"""Several processes behind one address: who goes where, and that nothing is lost on the way."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.server.front import COOKIE, Front
from tests.components.server.loops import run_alone

HEAD = "GET / HTTP/1.1\r\nHost: here\r\n{more}\r\n"
Conversation = Callable[[str, int], Awaitable[None]]


async def ask(port: int, request: bytes) -> bytes:
    """The whole answer to one request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    return answer


def behind_front(conversation: Conversation, processes: int = 2, *, dead: int | None = None) -> None:
    """Hold a conversation with a front before some processes that answer with their place."""

    async def run() -> None:
        servers = [
            await asyncio.start_server(_answering(place), "127.0.0.1", 0) for place in range(processes)
        ]
        ports = [server.sockets[0].getsockname()[1] for server in servers]
        if dead is not None:
            servers[dead].close()
        front = await Front(ports).serve("127.0.0.1", 0)
        await front.start_serving()
        await conversation("", front.sockets[0].getsockname()[1])
        for server in (front, *servers):
            server.close()

    run_alone(run())


def _answering(place: int) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    """A process that says its place and gives back what follows the headers, letter by letter."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int((re.findall(rb"Content-Length: (\d+)", head) or [b"0"])[0])
        body = await reader.readexactly(length)
        writer.write(b"HTTP/1.1 200 OK\r\nX-Place: %d\r\n\r\n" % place + body)
        await writer.drain()
        writer.close()

    return answer


def place_of(answer: bytes) -> int:
    """The process that gave an answer."""
    return int(re.findall(rb"X-Place: (\d+)", answer)[0])


def cookie_of(answer: bytes) -> int | None:
    """The process that a browser is told to stay with."""
    found = re.findall(
        rb"Set-Cookie: " + COOKIE.encode() + rb"=(\d+); Path=/; HttpOnly; SameSite=Lax", answer
    )
    return int(found[0]) if found else None


def test_a_browser_stays_with_the_process_that_answered_it_first() -> None:
    """The first answer names the process; with that name every request goes there and none is renamed."""

    async def conversation(_: str, port: int) -> None:
        first = await ask(port, HEAD.format(more="").encode())
        place = cookie_of(first)
        assert place == place_of(first)

        for _again in range(4):
            later = await ask(port, HEAD.format(more=f"Cookie: a=1; {COOKIE}={place}\r\n").encode())
            assert place_of(later) == place
            assert cookie_of(later) is None

    behind_front(conversation, 3)


def test_new_browsers_go_where_the_fewest_are() -> None:
    """While one browser is being answered, the next goes to another process."""

    async def conversation(_: str, port: int) -> None:
        waiting = HEAD.format(more="Content-Length: 1\r\n").encode()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(waiting)  # its body does not come yet
        await asyncio.sleep(0.1)
        other = place_of(await ask(port, HEAD.format(more="").encode()))
        writer.write(b"x")
        first = place_of(await reader.read())
        writer.close()

        assert {first, other} == {0, 1}

    behind_front(conversation)


@pytest.mark.parametrize("named", ["7", "99999999999999999999", "-1", "x"])
def test_a_process_that_is_not_there_is_chosen_anew(named: str) -> None:
    """A cookie of another run of the server, or one that somebody made up, counts for nothing."""

    async def conversation(_: str, port: int) -> None:
        answer = await ask(port, HEAD.format(more=f"Cookie: {COOKIE}={named}\r\n").encode())

        assert cookie_of(answer) == place_of(answer)

    behind_front(conversation)


@settings(max_examples=25, deadline=None)
@given(body=st.binary(max_size=300_000))
def test_every_byte_comes_through(body: bytes) -> None:
    """What a browser sends and what a process answers is passed on as it is, whatever its size."""

    async def conversation(_: str, port: int) -> None:
        request = HEAD.format(more=f"Content-Length: {len(body)}\r\n").encode() + body
        answer = await ask(port, request)

        assert answer.partition(b"\r\n\r\n")[2] == body

    behind_front(conversation)


def test_a_process_that_is_being_started_is_told_in_a_sentence() -> None:
    """Nobody waits in vain: the answer says to load the page once more."""

    async def conversation(_: str, port: int) -> None:
        answer = await ask(port, HEAD.format(more=f"Cookie: {COOKIE}=1\r\n").encode())

        assert answer.startswith(b"HTTP/1.1 503 ")
        assert answer.endswith(
            b"This page is being started again. Please load it once more in a few seconds."
        )

    behind_front(conversation, dead=1)


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\n", b"x" * 100_000])
def test_what_is_no_request_is_hung_up_on(sent: bytes) -> None:
    """Half a head and an endless one are answered with nothing, and the next browser is served."""

    async def conversation(_: str, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        if len(sent) < 1_000:
            writer.write_eof()
        try:
            answer = await reader.read()
        except ConnectionError:
            answer = b""
        writer.close()

        assert answer == b""
        assert place_of(await ask(port, HEAD.format(more="").encode())) in (0, 1)

    behind_front(conversation)
