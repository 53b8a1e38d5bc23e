"""The app as a server: what is made before the first reader comes, and what stands around every answer."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.responses import FileResponse
from starlette.routing import Route

from components.server.api import routes_for_programs
from components.server.headers import Headers
from components.server.messages import Messages
from components.server.warm import warmed

# Given here, for a page icon of Streamlit's own makes the first page wait for a table of all emoji.
_ICON = FileResponse(Path(__file__).parents[1] / "icon.svg", media_type="image/svg+xml")
ROUTES = (Route("/favicon.png", _ICON), *routes_for_programs())
MIDDLEWARE = (Middleware(Headers), Middleware(Messages))

__all__ = ["MIDDLEWARE", "ROUTES", "warmed"]
