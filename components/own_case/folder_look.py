"""When the folder of a dossier was looked at last, and in one line what the look found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.own_case.dossiers import SAVED, Own
from positions.text.wording import joined

_LOOKS = "folder_looks"


@dataclass(frozen=True)
class Look:
    """The time of a look as the reader's clock shows it, and what it found; "" for the first."""

    at: str
    words: str = ""


def look_of(own: Own) -> Look | None:
    """The last look at the folder of a dossier; None where there is none since it was saved."""
    return _looks().get(own.tables.dossier.id)


def note_look(own: Own, words: str = "") -> None:
    """Keep that the folder was looked at now, with what was found."""
    at = _clock()
    _looks()[own.tables.dossier.id] = Look(at, f"Read again at {at}: {words}" if words else "")


def forget_look(own: Own) -> None:
    """Take away what was kept of the last look."""
    _looks().pop(own.tables.dossier.id, None)


def found_words(before: Mapping[str, bytes], now: Mapping[str, bytes], since: str) -> str:
    """What differs between two looks, file by file; `since` is the time of the earlier one."""
    gone = [name for name in SAVED if name in before and name not in now]
    changed = [name for name in SAVED if name in now and now[name] != before.get(name)]
    parts = [f"changed since {since}: {joined(changed)}"] if changed else []
    parts += [f"gone since {since}: {joined(gone)}"] if gone else []
    return f"{'; '.join(parts) or f'nothing has changed in the folder since {since}'}."


def _clock() -> str:
    """The hour and minute where the reader is; in UTC, and saying so, where that is not known."""
    now, behind = dt.datetime.now(dt.UTC), st.context.timezone_offset
    if behind is None:
        return f"{now:%H:%M} UTC"
    return f"{now - dt.timedelta(minutes=behind):%H:%M}"


def _looks() -> dict[str, Look]:
    looks: dict[str, Look] = st.session_state.setdefault(_LOOKS, {})
    return looks
