"""What the server runs for each reader: page frame, dossier, selection, navigation, and the error edge."""

import os

import streamlit as st

from components import frame
from components.pages import PAGES
from components.server import DOSSIER_VARIABLE
from components.server.turns import turn
from positions.model.errors import DossierError, UnknownDossier

frame.prepare()
try:
    with turn():
        frame.run(PAGES, os.environ.get(DOSSIER_VARIABLE))
except (DossierError, UnknownDossier) as error:
    frame.show_faults(error)
    st.stop()
