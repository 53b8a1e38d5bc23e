"""What the Briefing page offers: briefings and sheets kept for all readers, and a button per file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache, partial

import streamlit as st

from components.app.cache import made_once
from components.app.escape import escaped
from components.app.st_output import opened_part
from components.report import BRIEFINGS, Format
from components.report.files import (
    ZIP,
    BriefedView,
    NamedFile,
    NotMade,
    briefed_view,
    files_or_reason,
    packed_formats,
    pictures,
)
from components.report.presets import Preset
from components.report.sections import FULL, Report
from components.server.kept_files import made_and_kept
from positions.export import EXPORTS, Export
from positions.libraries import missing, missing_words
from positions.selection import Selection, bearing
from positions.tables import Tables
from positions.view import View

PICTURES = next(one for one in BRIEFINGS if one.id == "png")
FORMS: tuple[Format | Export, ...] = (*BRIEFINGS, *EXPORTS)
_SEVERAL = ("png", "svg")
_Key = tuple[str, str, str, Tables, Selection]  # format, report, preset, view
_FAILED = "failed_"


def briefed(view: View, report: Report = FULL) -> BriefedView:
    """The view with what a report holds of it, made once per data version and all that bears on it."""
    selection = bearing(view.selection)
    if report.cell:
        selection = replace(selection, cell=view.selection.cell)
    return _briefed(view.tables, selection, report)


@lru_cache(maxsize=32)
def _briefed(tables: Tables, selection: Selection, report: Report) -> BriefedView:
    return briefed_view(View(tables, selection), report)


def shown_sheets(briefed: BriefedView, shown: str, preset: Preset) -> tuple[NamedFile, ...]:
    """The very pictures of one view of VIEWS, or of a short report, that are offered, sheet by sheet."""
    key = ("pictures", shown, briefed.briefing.report, preset.id, briefed.view.tables, briefed.view.selection)
    return made_once(key, lambda: pictures(briefed, shown, preset), _size)


def _size(files: tuple[NamedFile, ...] | NotMade) -> int:
    return 0 if isinstance(files, NotMade) else sum(len(one.content) for one in files)


def offer_downloads(briefed: BriefedView, preset: Preset) -> None:
    """A button per format, made on click; what cannot be made says what to install."""
    st.subheader(escaped(briefed.briefing.report.name), anchor=False)
    _buttons(BRIEFINGS, briefed, preset)
    if part := opened_part("Data and citations", "data_formats"):
        with part:
            _buttons(EXPORTS, briefed, preset)
    lacking = (missing_words(one.title, one.needs) for one in FORMS)
    for sentence in dict.fromkeys(filter(None, lacking)):
        st.caption(escaped(sentence))
    everything = [one for one in FORMS if not missing(one.needs)]
    name = briefed.name(f"everything-{preset.id}", "zip")
    st.download_button(
        "Everything above as one folder (ZIP)",
        data=partial(made_and_kept, partial(_packed, everything, briefed, preset), ZIP, name),
        file_name=name,
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
    name = briefed.name(f"{shown}{size}", f"{form.suffix}.zip" if several else form.suffix)
    mime = ZIP if several else form.mime
    reason = _reason(form, briefed, preset)
    # A place for both only where there is something to say: each takes a browser a millisecond.
    with st.container(width="content") if reason else nullcontext():
        st.download_button(
            escaped(form.title),
            data=partial(made_and_kept, made, mime, name),
            file_name=name,
            mime=mime,
            on_click="ignore" if several else partial(_keep_reason, form, briefed, preset),
            key=f"hand_out_{form.id}",
            disabled=bool(missing(form.needs)),
        )
        if reason:
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
    """The files of a format or why there are none: made once, for the button and for what it says."""
    key = _key(form, briefed, preset)
    return made_once(key, lambda: files_or_reason(form, briefed, preset), _size), key


def _key(form: Format | Export, briefed: BriefedView, preset: Preset) -> _Key:
    view = briefed.view
    report = briefed.briefing.report.file
    return form.id, report, preset.id, view.tables, view.selection


def _packed(forms: Sequence[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    return packed_formats(forms, briefed, preset)
