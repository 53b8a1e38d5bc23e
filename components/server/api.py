"""Routes for programs, off unless `positions serve --api` asks for them: JSON of a view, schemas, a feed.

Answers are made in a thread, one at a time and never while the event loop waits; what was made is kept, and
of many requests at once the last ones are told to come again.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.server.refusal import Refused
from positions.settings import FOR_PROGRAMS

if TYPE_CHECKING:
    from components.server.answers import Answer

_KEPT = 64_000_000  # bytes of answers
_MOST_WAITING = 8  # requests for what is not kept, the one that is being answered among them
_AGAIN = "5"  # seconds after which to ask again
_BUSY = "Many programs ask at this moment. Please ask again in a few seconds."

Find = Callable[[Request], "Answer"]
Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def routes_for_programs() -> tuple[BaseRoute, ...]:
    """The routes under /api; none unless the server was started so."""
    if os.environ.get(FOR_PROGRAMS) != "1":
        return ()
    # Imported late: with what pages need, which a server for readers alone imports in a thread.
    from components.server import answers  # noqa: PLC0415

    desk = Desk()
    found: dict[str, Find] = {
        "/api": lambda _: answers.index_answer(),
        "/api/feed.atom": lambda asked: answers.feed_answer(asked.query_params),
        "/api/schema/{name}": lambda asked: answers.schema_answer(asked.path_params["name"]),
        "/api/{part:path}": lambda asked: answers.view_answer(asked.path_params["part"], asked.query_params),
    }
    return tuple(Route(path, desk.endpoint(find), methods=["GET"]) for path, find in found.items())


class Desk:
    """Answers requests one after the other, from what is kept or by making it."""

    def __init__(self) -> None:
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def endpoint(self, find: Find) -> Endpoint:
        """What answers a request by the answer that `find` has for it; faults as JSON with one sentence."""

        async def answered(request: Request) -> Response:
            try:
                answer = await asyncio.to_thread(find, request)
                return await self._response(answer, request.headers.get("if-none-match", ""))
            except Refused as refused:
                return _refusal(refused)

        return answered

    async def _response(self, answer: Answer, known: str) -> Response:
        mark = f'"{answer.fingerprint}"'
        # Asked again with the mark each time, for the data may have changed.
        headers = {"ETag": mark, "Cache-Control": "private, no-cache"}
        if mark in [one.strip().removeprefix("W/") for one in known.split(",")] or known.strip() == "*":
            return Response(status_code=304, headers=headers)
        content = await self._content(answer)
        headers["Content-Disposition"] = f'inline; filename="{answer.name}"'
        return Response(content, media_type=answer.mime, headers=headers)

    async def _content(self, answer: Answer) -> bytes:
        """What is kept under its fingerprint at once, else what it makes when its turn has come."""
        kept = self._kept.get(answer.fingerprint)
        if kept is None:
            kept = await self._made(answer)
        self._kept[answer.fingerprint] = kept
        self._kept.move_to_end(answer.fingerprint)
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > _KEPT:
            self._kept.popitem(last=False)
        return kept

    async def _made(self, answer: Answer) -> bytes:
        if self._waiting >= _MOST_WAITING:
            raise Refused(503, _BUSY)
        self._waiting += 1
        try:
            async with self._turn:
                known = self._kept.get(answer.fingerprint)
                return known if known is not None else await asyncio.to_thread(answer.made)
        finally:
            self._waiting -= 1


def _refusal(refused: Refused) -> Response:
    content = json.dumps({"error": refused.sentence}, ensure_ascii=False).encode()
    headers = {"Cache-Control": "no-store"} | ({"Retry-After": _AGAIN} if refused.status == 503 else {})
    return Response(content, refused.status, headers, "application/json")
