"""A page that passes each text of a file through every kind of element that reads Markdown.

Run by Streamlit with the file's name behind it; see `test_hostile_markdown.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import streamlit as st

from components.app.escape import escaped
from components.app.still_text import StillText

for number, text in enumerate(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))):
    shown = escaped(text)
    with st.container(key=f"text_{number}"):
        st.markdown(shown)
        st.markdown(f"**{shown}**")
        st.markdown(f"first  \n{shown}")
        st.markdown(f"* {shown}")
        st.caption(shown)
        st.title(shown, anchor=False)
        st.toggle(shown, key=f"toggle_{number}")
        st.number_input(shown, key=f"number_{number}")
        st.pills("pills", [0], format_func=[shown].__getitem__, key=f"pills_{number}")
        st.segmented_control("segments", [0], format_func=[shown].__getitem__, key=f"segments_{number}")
        st.expander(shown, key=f"expander_{number}", expanded=True).text("open")
        st.button(shown, key=f"button_{number}", help=shown)
        still = StillText()
        still.heading(text)
        still.told([text])
        still.listed([text])
        still.table(pd.DataFrame([[text, text]], columns=[text, text]), text)
        still.show()
        st.info(shown)
        st.page_link("https://h.invalid", label=shown)
