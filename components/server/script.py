"""What the server runs for each reader: page frame, dossier, selection, navigation, and the error edge."""

import os

import streamlit as st

from components.app import frame
from components.pages import PAGES
from components.server.turns import turn
from positions.model.errors import DossierError, UnknownDossier
from positions.settings import OPENED

frame.prepare()
try:
    with turn():
        frame.run(PAGES, os.environ.get(OPENED))
        frame.finish()
except (DossierError, UnknownDossier) as error:
    frame.show_faults(error)
    st.stop()
