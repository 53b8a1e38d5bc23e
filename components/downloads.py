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
    NotMade,
    briefed_view,
    files_or_reason,
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
_Key = tuple[str, str, str, Selection, str]  # format, report, preset, view, data version
_FAILED = "failed_"
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
    st.subheader(escaped(briefed.briefing.report.name), anchor=False)
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
    """Pictures are several files and come as a ZIP; every other format is one file or says why not."""
    several = form.id in _SEVERAL and not briefed.briefing.report.page
    sized = isinstance(form, Format) and form.sized
    size = f"-{preset.id}" if sized else ""
    shown = form.id if isinstance(form, Export) else form.shown or briefed.briefing.report.file
    made = partial(_packed, [form], briefed, preset) if several else partial(_single, form, briefed, preset)
    with st.container(width="content"):
        st.download_button(
            escaped(form.title),
            data=made,
            file_name=briefed.name(f"{shown}{size}", f"{form.suffix}.zip" if several else form.suffix),
            mime=ZIP if several else form.mime,
            on_click="ignore" if several else partial(_keep_reason, form, briefed, preset),
            key=f"hand_out_{form.id}",
            disabled=bool(missing(form.needs)),
        )
        if reason := _reason(form, briefed, preset):
            st.caption(escaped(reason))


def _keep_reason(form: Format | Export, briefed: BriefedView, preset: Preset) -> None:
    """Keep why a format could not be made for the run that follows the click on its button."""
    made, key = _made_once(form, briefed, preset)
    st.session_state[f"{_FAILED}{form.id}"] = (made.sentence, key) if isinstance(made, NotMade) else None


def _reason(form: Format | Export, briefed: BriefedView, preset: Preset) -> str:
    """Why this very file could not be made when it was last wanted, or ""."""
    sentence, key = st.session_state.get(f"{_FAILED}{form.id}") or ("", None)
    return sentence if key == _key(form, briefed, preset) else ""


def _single(form: Format | Export, briefed: BriefedView, preset: Preset) -> bytes:
    """The one file of a format. Raises RuntimeError with the reason where it cannot be made."""
    made, _ = _made_once(form, briefed, preset)
    if isinstance(made, NotMade):
        raise RuntimeError(made.sentence)
    return made[0].content


def _made_once(
    form: Format | Export, briefed: BriefedView, preset: Preset
) -> tuple[tuple[NamedFile, ...] | NotMade, _Key]:
    key = _key(form, briefed, preset)
    return _made(form, briefed, key), key


def _key(form: Format | Export, briefed: BriefedView, preset: Preset) -> _Key:
    view = briefed.view
    report = briefed.briefing.report.file
    return form.id, report, preset.id, view.selection, view.tables.dossier.data_version


@st.cache_resource(max_entries=32, show_spinner=False)
def _made(_form: Format | Export, _briefed: BriefedView, key: _Key) -> tuple[NamedFile, ...] | NotMade:
    """The files of a format or why there are none: made once, for the button and for what it says."""
    return files_or_reason(_form, _briefed, PRESETS[key[2]])


def _packed(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    return packed_formats(forms, briefed, preset)
