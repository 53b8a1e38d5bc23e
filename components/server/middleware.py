"""What stands around every answer: headers told to a browser, and messages that it may not send."""

from __future__ import annotations

import logging
from urllib.parse import parse_qs

from google.protobuf.message import DecodeError
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

# Streamlit's own scripts build functions from text (charts) and take components from blobs.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_LOG = logging.getLogger(__name__)
# Streamlit's developer commands: they empty what is kept for all readers, tell of the server, or end it.
_REFUSED = ("clear_cache", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime")


class Headers:
    """Adds the headers to each answer: nothing comes from another machine, only a view alone is framed.

    A page whose address has `view=` is meant for an iframe and may stand in any page; every other
    page may be framed by this server alone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        framed = "view" in parse_qs(scope["query_string"].decode("latin-1"))
        ancestors = "*" if framed else "'self'"

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = f"{_POLICY}; frame-ancestors {ancestors}"
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, told)


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
