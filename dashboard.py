"""Entry point of the app: its script as a server, with what is made once, routes and headers around it."""

from pathlib import Path

import streamlit as st

import components.server
from components.server import MIDDLEWARE, ROUTES, warmed

# Named by its place in the package, for this file stands elsewhere in an installed copy.
app = st.App(
    Path(components.server.__file__).with_name("script.py"),
    lifespan=warmed,
    routes=ROUTES,
    middleware=MIDDLEWARE,
)
