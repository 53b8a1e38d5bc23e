"""One view alone at exactly 16:9, for a screenshot or an iframe: all of it on one sheet of a briefing."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.app.cache import made_once
from components.app.downloads import PICTURES, briefed
from components.app.escape import escaped
from components.report.files import BriefedView, alt_words, pictures
from components.report.presets import PRESETS
from positions.libraries import dates_lacking, missing_words
from positions.selection import Selection
from positions.tables import Tables
from positions.text.limits import refusal
from positions.view import View

# The view of a briefing that each view of an address is.
_SHOWN = {"matrix": "matrix", "gaps": "ranges", "movement": "movement", "issue": "issue"}
# How much larger than a slide the paper is, its type staying, until all of the view is on one sheet.
_LARGER = (1, 1.15, 1.3, 1.5, 1.75, 2, 2.5, 3, 4, 6, 8)


def show_still(tables: Tables, selection: Selection, unread: str | None) -> None:
    """The sheet of `selection.view` and nothing else.

    Below it, where a screenshot at 16:9 ends, a sentence when a part of the link was not read.
    """
    lacking = missing_words("This picture", PICTURES.needs)
    refused = f"{lacking}." if lacking else refusal(_wanted(selection), tables.dossier)
    if refused:
        st.info(escaped(refused))
        return
    alone, shown = briefed(View(tables, _wanted(selection))), _SHOWN[selection.view or "matrix"]
    with st.container(key="still"):
        key = ("still", shown, tables, alone.view.selection)
        sheet = made_once(key, lambda: _sheet(alone, shown), len)
        st.image(sheet, width="stretch", alt=alt_words(alone, shown))
        if unread:
            st.caption(escaped(unread))


def _wanted(selection: Selection) -> Selection:
    """The selection, of an issue with that issue only, with dates in a language that is installed."""
    if selection.view == "issue":
        selection = replace(selection, issues=(selection.issue or selection.issues[0],))
    return replace(selection, dates=None if dates_lacking(selection.dates) else selection.dates)


def _sheet(alone: BriefedView, shown: str) -> str:
    """The view on the smallest paper that holds all of it, as SVG; it can be enlarged to any window."""
    slide = PRESETS["slide"]
    for larger in _LARGER:
        paper = replace(slide, width=round(slide.width * larger), height=round(slide.height * larger))
        sheets = pictures(alone, shown, paper, "svg")
        if len(sheets) == 1:
            break
    return sheets[0].content.decode()
