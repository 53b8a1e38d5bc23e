"""The only caller of Streamlit's charts and tables: each chart with its words and its table."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.text import escaped

# No logo, no upload; the camera stays, because it needs no browser on the server.
_CONFIG = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": [
        "zoom2d",
        "pan2d",
        "select2d",
        "lasso2d",
        "zoomIn2d",
        "zoomOut2d",
        "autoScale2d",
        "resetScale2d",
    ],
    "toImageButtonOptions": {"format": "png", "scale": 2},
}


def show_chart(figure: go.Figure, *, key: str, words: str, table: pd.DataFrame) -> None:
    """The figure, one sentence that says what it shows, and the same as a table below."""
    st.plotly_chart(figure, key=key, theme=None, width="stretch", config=_CONFIG, alt=words)
    st.caption(escaped(words))
    with st.expander("The same as a table", key=f"{key}_table"):
        show_table(table)


def show_table(table: pd.DataFrame) -> None:
    """A real table that wraps and prints; its texts are shown as they are."""
    texts = table.map(lambda value: escaped(value) if isinstance(value, str) else value)
    st.table(texts.rename(columns=escaped), border="horizontal", hide_index=True)


def show_footer(words: str) -> None:
    """The line under every page: as-of day, sources, order, coverage, data version."""
    st.caption(escaped(words))
