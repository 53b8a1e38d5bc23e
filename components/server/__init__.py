"""The app as a server: what is made before the first reader comes, and what stands around every answer."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse
from starlette.routing import Route

from components.server.api import routes_for_programs
from components.server.middleware import Headers, Messages
from components.server.startup import warmed

# The path of the first page; `components.pages` itself would bring all that pages need.
LANDING = "compare"
# Given here, for a page icon of Streamlit's own makes the first page wait for a table of all emoji.
_ICON = FileResponse(Path(__file__).parents[1] / "icon.svg", media_type="image/svg+xml")


async def _landing_page(asked: Request) -> RedirectResponse:
    """To the landing page from the address of its own name, which Streamlit does not know, with all asked."""
    return RedirectResponse(f"./?{asked.url.query}" if asked.url.query else "./")


ROUTES = (
    Route("/favicon.png", _ICON),
    Route(f"/{LANDING}", _landing_page),
    *routes_for_programs(),
)
MIDDLEWARE = (Middleware(Headers), Middleware(Messages))

__all__ = ["MIDDLEWARE", "ROUTES", "warmed"]
