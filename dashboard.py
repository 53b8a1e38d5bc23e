"""Entry point of the app: page frame, dossier, selection, navigation, and the error edge."""

import os

import streamlit as st

from components import frame
from components.pages import PAGES
from positions.model.errors import DossierError, UnknownDossier

DOSSIER_VARIABLE = "POSITIONS_DOSSIER"

frame.prepare()
try:
    frame.run(PAGES, os.environ.get(DOSSIER_VARIABLE))
except (DossierError, UnknownDossier) as error:
    frame.show_faults(error)
    st.stop()
