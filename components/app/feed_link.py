"""The way to the feed of a view, on a server that answers programs."""

from __future__ import annotations

import os
from urllib.parse import urlencode

import streamlit as st

from components.own_case.dossiers import own_dossiers
from positions.address import address_of
from positions.settings import FOR_PROGRAMS
from positions.view import View

FEED = "/api/feed.atom"


def show_feed_link(view: View) -> None:
    """A link to what was said between the two days of a view, as Atom.

    Nothing where no program is answered, or where the dossier is one of this visit, which no other sees.
    A day that the reader has not chosen is left open, so that the feed grows with the dossier.
    """
    dossier = view.tables.dossier
    if os.environ.get(FOR_PROGRAMS) != "1" or dossier.id in own_dossiers():
        return
    address = urlencode({**address_of(view.selection, dossier), "dossier": dossier.id})
    st.link_button("What was said between these days, as a feed (Atom)", f"{FEED}?{address}")
