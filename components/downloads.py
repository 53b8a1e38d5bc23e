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
from components.briefing.sections import FULL, Report
from components.escape import escaped
from positions.export import EXPORTS, Export
from positions.libraries import missing, missing_words
from positions.selection import Selection, default_selection
from positions.tables import Tables
from positions.view import View

PICTURES = next(one for one in BRIEFINGS if one.id == "png")
FORMS: tuple[Format | Export, ...] = (*BRIEFINGS, *EXPORTS)
_SEVERAL = ("png", "svg")
_BEARS = ("dossier", "day", "parties", "issues", "unfolded", "stretch", "span", "since", "weights", "dates")


def briefed(view: View, report: Report = FULL) -> BriefedView:
    """The view with what a report holds of it, made once per data version and all that bears on it."""
    plain = default_selection(view.tables.dossier)
    rest = {one.name: getattr(plain, one.name) for one in fields(Selection) if one.name not in _BEARS}
    selection = replace(view.selection, **rest)
    if report.cell:
        selection = replace(selection, cell=view.selection.cell)
    return _briefed(view.tables, selection, view.tables.dossier.data_version, report)


@st.cache_resource(max_entries=16, show_spinner=False)
def _briefed(
    _tables: Tables,
    selection: Selection,
    version: str,  # noqa: ARG001 - part of the key
    report: Report,
) -> BriefedView:
    return briefed_view(View(_tables, selection), report)


def shown_sheets(briefed: BriefedView, shown: str, preset: Preset) -> tuple[NamedFile, ...]:
    """The very pictures of one view of VIEWS, or of a short report, that are offered, sheet by sheet."""
    view = briefed.view
    version = view.tables.dossier.data_version
    return _sheets(briefed, view.selection, version, (briefed.briefing.report, shown), preset.id)


@st.cache_resource(max_entries=64, show_spinner=False)
def _sheets(
    _briefed: BriefedView,
    selection: Selection,  # noqa: ARG001 - part of the key
    version: str,  # noqa: ARG001 - part of the key
    shown: tuple[Report, str],
    preset: str,
) -> tuple[NamedFile, ...]:
    return pictures(_briefed, shown[1], PRESETS[preset])


def offer_downloads(briefed: BriefedView, preset: Preset) -> None:
    """A button per format, made on click; what cannot be made says what to install."""
    st.subheader(escaped(briefed.briefing.report.name))
    _buttons(BRIEFINGS, briefed, preset)
    with st.expander("Data and citations"):
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
    several = form.id in _SEVERAL and not briefed.briefing.report.page
    sized = isinstance(form, Format) and form.sized
    size = f"-{preset.id}" if sized else ""
    shown = form.id if isinstance(form, Export) else form.shown or briefed.briefing.report.file
    st.download_button(
        escaped(form.title),
        data=partial(_packed if several else _single, [form], briefed, preset),
        file_name=briefed.name(f"{shown}{size}", f"{form.suffix}.zip" if several else form.suffix),
        mime=ZIP if several else form.mime,
        on_click="ignore",
        key=f"hand_out_{form.id}",
        disabled=bool(missing(form.needs)),
    )


def _single(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    return named_files(forms[0], briefed, preset)[0].content


def _packed(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    return packed_formats(forms, briefed, preset)
