"""What a page shows: headings, charts and tables, of which it is the only caller, paragraphs, lists, feet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.app.escape import escaped
from components.app.still_text import html_table
from components.svg_figure.component import svg_figure
from positions.text.sentences import Entry

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from components.svg_figure.view import Layout

_MOST_WORDS = 320  # letters of a description that still stand under its figure
# No logo, no upload; the camera stays, because it needs no browser on the server.
_CONFIG = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "typesetMath": False,
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


@dataclass(frozen=True, eq=False)
class Drawn:
    """A figure with the words and the table that say the same; made once for all readers of a view.

    What stands still is laid out for the browser to draw: in one way for every page, or for wide and for
    narrow ones.
    """

    figure: go.Figure | tuple[Layout, ...]
    words: str
    table: pd.DataFrame


def show_chart(drawn: Drawn, *, key: str, asks: bool = False) -> str | None:
    """The figure, one sentence that says what it shows, and the same as a table below.

    With `asks`, the custom data of the mark that the reader has just clicked is answered, once;
    the chart is then drawn anew under another key, so that the same mark can be clicked again.
    """
    figure, words = drawn.figure, drawn.words
    several = isinstance(figure, tuple) and len(figure) > 1
    if isinstance(figure, tuple):
        svg_figure(figure, words, key=key)
    else:
        _plot(figure, key, words, asks=asks)
    # What is laid out for any width has its words in it already.
    long = several or len(words) > _MOST_WORDS
    if not long:
        st.caption(escaped(words))
    title = "The same in words and as a table" if long else "The same as a table"
    if part := opened_part(title, f"{key}_table"):
        with part:
            if long:
                st.markdown(escaped(words))
            show_table(drawn.table, title)
    answer = st.session_state.pop(f"{key}_answer", None) if asks else None
    return str(answer) if answer is not None else None


def _plot(figure: go.Figure, key: str, words: str, *, asks: bool) -> None:
    """A chart of Plotly; what it answers is kept under the key."""
    drawing = f"{key}_{st.session_state.get(f'{key}_answers', 0)}" if asks else key
    st.plotly_chart(
        figure,
        key=drawing,
        theme=None,
        width="stretch",
        config=_CONFIG,
        alt=words,
        on_select=partial(_keep_answer, key, drawing) if asks else "ignore",
        selection_mode="points",
    )


def _keep_answer(key: str, drawing: str) -> None:
    """Keep the custom data of the first clicked mark for the run that follows."""
    points = st.session_state[drawing]["selection"]["points"]
    found = next((one["customdata"] for one in points if one.get("customdata")), None)
    if found is not None:
        st.session_state[f"{key}_answer"] = found[0] if isinstance(found, list) else found
        st.session_state[f"{key}_answers"] = st.session_state.get(f"{key}_answers", 0) + 1


def opened_part(title: str, key: str) -> DeltaGenerator | None:
    """An expander; None while it is closed, so that its body is made and sent only when it is opened."""
    part = st.expander(title, key=key, on_change="rerun")
    return part if part.open else None


def folds(key: str) -> DeltaGenerator:
    """A place for expanders that stand beside each other while closed; an open one has its own row."""
    return st.container(key=f"folds_{key}")


def show_table(table: pd.DataFrame, caption: str) -> None:
    """A real table that wraps and prints; its texts are shown as they are, its caption is read out."""
    st.html(html_table(table, caption))


def show_heading(finding: str, measure: str = "", above: str = "") -> None:
    """The finding of a page, the grey line under it and a line above it.

    Its key changes with its words: a browser's translator takes the text out of a heading's hands,
    and one that is not drawn anew would keep the words of another day.
    """
    with st.container(key=f"heading_{crc32(finding.encode()):x}", gap=None):
        if above:
            st.caption(escaped(above))
        st.title(escaped(finding), anchor=False)
        if measure:
            st.caption(escaped(measure))


def show_handling(words: str) -> None:
    """How the dossier may be handled, in a box at the top of every page; nothing where it says nothing."""
    if words:
        with st.container(key="handling"):
            st.text(words)


def show_footer(words: str) -> None:
    """The source line under every page, below a thin rule."""
    with st.container(key="source_line"):
        st.caption(escaped(words))


def show_paragraphs(paragraphs: Iterable[str]) -> None:
    """One paragraph per text."""
    st.markdown("\n\n".join(escaped(one) for one in paragraphs))


def show_entries(entries: Iterable[Entry]) -> None:
    """One line of a list per entry, its lead in bold; nothing for no entry."""
    lines = [f"* **{escaped(one.lead)}:** {escaped(one.words)}" for one in entries]
    if lines:
        st.markdown("\n".join(lines))


def show_list(sentences: Iterable[str], sign: str = "*") -> None:
    """One line of a list per text: dots, or numbers with the sign "1."; nothing for no text."""
    lines = [f"{sign} {escaped(one)}" for one in sentences]
    if lines:
        st.markdown("\n".join(lines))


def show_lacking(words: Iterable[str]) -> None:
    """Name what is still to be given before a button can be pressed; nothing where nothing is."""
    if named := ", ".join(words):
        st.caption(escaped(f"Still to be given: {named}."))
