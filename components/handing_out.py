"""What the Briefing page hands out: views and sheets kept for all readers, and a button per file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial

import streamlit as st

from components.briefing import BRIEFINGS, Format
from components.briefing.named import ZIP, NamedFile, View, named_files, packed, pictures, view_of
from components.briefing.presets import PRESETS, Preset
from components.text import escaped
from positions.export import EXPORTS, Export
from positions.libraries import missing, missing_words
from positions.selection import Selection, default_selection
from positions.tables import Tables

PICTURES = next(one for one in BRIEFINGS if one.id == "png")
FORMS: tuple[Format | Export, ...] = (*BRIEFINGS, *EXPORTS)
_BUTTON = 290  # pixels: three beside each other at 1280, four at 1600, one on a phone
_BEARS = ("dossier", "day", "parties", "issues", "unfolded", "stretch", "span", "since", "weights", "dates")


def handed_view(tables: Tables, selection: Selection) -> View:
    """The view with its briefing, made once per data version and whatever of the selection bears on it.

    `selection.since` is the earlier day that is compared with, None for none.
    """
    plain = default_selection(tables.dossier)
    rest = {one.name: getattr(plain, one.name) for one in fields(Selection) if one.name not in _BEARS}
    return _view(tables, replace(selection, **rest), tables.dossier.data_version)


@st.cache_resource(max_entries=16, show_spinner=False)
def _view(_tables: Tables, selection: Selection, version: str) -> View:  # noqa: ARG001 - part of the key
    return view_of(_tables, selection, selection.since)


def shown_sheets(view: View, shown: str, preset: Preset) -> tuple[NamedFile, ...]:
    """The very pictures of one view of VIEWS that are handed out, sheet by sheet."""
    return _sheets(view, view.selection, view.tables.dossier.data_version, shown, preset.id)


@st.cache_resource(max_entries=64, show_spinner=False)
def _sheets(
    _view: View,
    selection: Selection,  # noqa: ARG001 - part of the key
    version: str,  # noqa: ARG001 - part of the key
    shown: str,
    preset: str,
) -> tuple[NamedFile, ...]:
    return pictures(_view, shown, PRESETS[preset])


def offer_downloads(view: View, preset: Preset) -> None:
    """A button per format, made on click; what cannot be made says what to install."""
    st.subheader("The briefing")
    _buttons(BRIEFINGS, view, preset)
    st.subheader("Data and citations")
    _buttons(EXPORTS, view, preset)
    lacking = (missing_words(one.title, one.needs) for one in FORMS)
    for sentence in dict.fromkeys(filter(None, lacking)):
        st.caption(escaped(sentence))
    everything = [one for one in FORMS if not missing(one.needs)]
    st.download_button(
        "Everything above as one folder (ZIP)",
        data=partial(_packed, everything, view, preset),
        file_name=view.name(f"everything-{preset.id}", "zip"),
        mime=ZIP,
        on_click="ignore",
        key="hand_out_everything",
    )


def _buttons(forms: Sequence[Format | Export], view: View, preset: Preset) -> None:
    with st.container(horizontal=True, key=f"formats_{forms[0].id}"):
        for form in forms:
            _button(form, view, preset)


def _button(form: Format | Export, view: View, preset: Preset) -> None:
    """Pictures are several files and come as a ZIP; every other format is one file."""
    several = isinstance(form, Format) and form.id in ("png", "svg")
    sized = isinstance(form, Format) and form.sized
    size = f"-{preset.id}" if sized else ""
    shown = form.id if isinstance(form, Export) else "pictures" if several else "briefing"
    st.download_button(
        escaped(form.title),
        data=partial(_packed if several else _single, [form], view, preset),
        file_name=view.name(f"{shown}{size}", f"{form.suffix}.zip" if several else form.suffix),
        mime=ZIP if several else form.mime,
        on_click="ignore",
        key=f"hand_out_{form.id}",
        disabled=bool(missing(form.needs)),
        width=_BUTTON,
        wrap=True,
    )


def _single(forms: Sequence[Format | Export], view: View, preset: Preset) -> bytes:
    return named_files(forms[0], view, preset)[0].content


def _packed(forms: Sequence[Format | Export], view: View, preset: Preset) -> bytes:
    return packed(file for form in forms for file in named_files(form, view, preset))
