"""What a browser may send over the websocket: nothing that bears on other readers."""

from __future__ import annotations

import logging

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

_LOG = logging.getLogger(__name__)
# Streamlit's developer commands: they empty what is kept for all readers, tell of the server, or end it.
_REFUSED = ("clear_cache", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime")


class Messages:
    """Leaves out messages that would empty the cache of all readers or shut the server down."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, of a websocket without those messages."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def allowed() -> Message:
            while True:
                message = await receive()
                kind = _kind(message.get("bytes"))
                if kind not in _REFUSED:
                    return message
                _LOG.warning("A browser's message was left out: %s", kind)

        await self._app(scope, allowed, send)


def _kind(content: bytes | None) -> str | None:
    """What a message asks for; None where it cannot be read, which Streamlit answers itself."""
    if not content:
        return None
    try:
        kind: str | None = BackMsg.FromString(content).WhichOneof("type")
    except DecodeError:
        return None
    return kind
