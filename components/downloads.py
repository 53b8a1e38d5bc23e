"""What the Briefing page offers: briefings and sheets kept for all readers, and a button per file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial

import streamlit as st

from components.briefing import BRIEFINGS, Format
from components.briefing.named import (
    ZIP,
    BriefedView,
    NamedFile,
    briefed_view,
    named_files,
    packed_formats,
    pictures,
)
from components.briefing.presets import PRESETS, Preset
from components.escape import escaped
from positions.export import EXPORTS, Export
from positions.libraries import missing, missing_words
from positions.selection import Selection, default_selection
from positions.tables import Tables
from positions.view import View

PICTURES = next(one for one in BRIEFINGS if one.id == "png")
FORMS: tuple[Format | Export, ...] = (*BRIEFINGS, *EXPORTS)
_BUTTON = 290  # pixels: three beside each other at 1280, four at 1600, one on a phone
_BEARS = ("dossier", "day", "parties", "issues", "unfolded", "stretch", "span", "since", "weights", "dates")


def briefed(view: View) -> BriefedView:
    """The view with its briefing, made once per data version and whatever of the selection bears on it."""
    plain = default_selection(view.tables.dossier)
    rest = {one.name: getattr(plain, one.name) for one in fields(Selection) if one.name not in _BEARS}
    selection = replace(view.selection, **rest)
    return _briefed(view.tables, selection, view.tables.dossier.data_version)


@st.cache_resource(max_entries=16, show_spinner=False)
def _briefed(_tables: Tables, selection: Selection, version: str) -> BriefedView:  # noqa: ARG001 - part of the key
    return briefed_view(View(_tables, selection))


def shown_sheets(briefed: BriefedView, shown: str, preset: Preset) -> tuple[NamedFile, ...]:
    """The very pictures of one view of VIEWS that are offered, sheet by sheet."""
    view = briefed.view
    return _sheets(briefed, view.selection, view.tables.dossier.data_version, shown, preset.id)


@st.cache_resource(max_entries=64, show_spinner=False)
def _sheets(
    _briefed: BriefedView,
    selection: Selection,  # noqa: ARG001 - part of the key
    version: str,  # noqa: ARG001 - part of the key
    shown: str,
    preset: str,
) -> tuple[NamedFile, ...]:
    return pictures(_briefed, shown, PRESETS[preset])


def offer_downloads(briefed: BriefedView, preset: Preset) -> None:
    """A button per format, made on click; what cannot be made says what to install."""
    st.subheader("The briefing")
    _buttons(BRIEFINGS, briefed, preset)
    st.subheader("Data and citations")
    _buttons(EXPORTS, briefed, preset)
    lacking = (missing_words(one.title, one.needs) for one in FORMS)
    for sentence in dict.fromkeys(filter(None, lacking)):
        st.caption(escaped(sentence))
    everything = [one for one in FORMS if not missing(one.needs)]
    st.download_button(
        "Everything above as one folder (ZIP)",
        data=partial(_packed, everything, briefed, preset),
        file_name=briefed.name(f"everything-{preset.id}", "zip"),
        mime=ZIP,
        on_click="ignore",
        key="hand_out_everything",
    )


def _buttons(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> None:
    with st.container(horizontal=True, key=f"formats_{forms[0].id}"):
        for form in forms:
            _button(form, briefed, preset)


def _button(form: Format | Export, briefed: BriefedView, preset: Preset) -> None:
    """Pictures are several files and come as a ZIP; every other format is one file."""
    several = isinstance(form, Format) and form.id in ("png", "svg")
    sized = isinstance(form, Format) and form.sized
    size = f"-{preset.id}" if sized else ""
    shown = form.id if isinstance(form, Export) else "pictures" if several else form.shown
    st.download_button(
        escaped(form.title),
        data=partial(_packed if several else _single, [form], briefed, preset),
        file_name=briefed.name(f"{shown}{size}", f"{form.suffix}.zip" if several else form.suffix),
        mime=ZIP if several else form.mime,
        on_click="ignore",
        key=f"hand_out_{form.id}",
        disabled=bool(missing(form.needs)),
        width=_BUTTON,
        wrap=True,
    )


def _single(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    return named_files(forms[0], briefed, preset)[0].content


def _packed(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    return packed_formats(forms, briefed, preset)
