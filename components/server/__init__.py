"""The app as a server: what is made before the first reader comes, and what stands around every answer."""

from __future__ import annotations

from starlette.middleware import Middleware

from components.server.headers import Headers
from components.server.messages import Messages
from components.server.warm import warmed

MIDDLEWARE = (Middleware(Headers), Middleware(Messages))
DOSSIER_VARIABLE = "POSITIONS_DOSSIER"  # names the dossier, by id or folder, that is opened first

__all__ = ["DOSSIER_VARIABLE", "MIDDLEWARE", "warmed"]
