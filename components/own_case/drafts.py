"""What is written in a table and not kept yet: it outlives the page, and ends with the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from positions.editing.rebasing import Name, rebased
from positions.editing.statements import Row

_DRAFTS, _GROUNDS, _GIVEN_UP = "drafts", "draft_grounds", "drafts_given_up"


@dataclass(frozen=True)
class Draft:
    """The rows of a table as they were kept when they were written over, and as they are written."""

    base: Sequence[Row]
    written: Sequence[Row]


def drafts_of(dossier: str) -> dict[str, Draft]:
    """The drafts of a dossier of this visit by the names of their tables, to be changed."""
    found: dict[str, Draft] = _kept(_DRAFTS).setdefault(dossier, {})
    return found


def ground_rows(dossier: str, table: str, key: str, kept: Sequence[Row], name: Name) -> Sequence[Row]:
    """The rows on which the editor of that key lays what is written in it.

    They are the same for as long as it stands on the page; drawn anew it begins with the draft, laid on
    the rows as they are kept by now.
    """
    grounds = _kept(_GROUNDS)
    if key not in st.session_state or grounds.get((dossier, table), ("",))[0] != key:
        draft = drafts_of(dossier).get(table)
        rows = rebased(draft.base, draft.written, kept, name) if draft else kept
        grounds[dossier, table] = (key, rows)
    found: Sequence[Row] = grounds[dossier, table][1]
    return found


def times_given_up(dossier: str, table: str) -> int:
    """How often a draft of that table was given up, so that its editor begins anew."""
    times: int = _kept(_GIVEN_UP).get((dossier, table), 0)
    return times


def give_up(dossier: str, table: str) -> None:
    """Take away what is written in a table and not kept."""
    drafts_of(dossier).pop(table, None)
    _kept(_GIVEN_UP)[dossier, table] = times_given_up(dossier, table) + 1


def _kept(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = st.session_state.setdefault(name, {})
    return found
