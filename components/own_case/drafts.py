"""What is written in a table and not kept yet: it outlives the page, and ends with the visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from positions.editing.edits import with_edits
from positions.editing.rebasing import Name, rebased
from positions.editing.statements import Row

_DRAFTS, _GROUNDS, _DRAWN = "drafts", "draft_grounds", "pages_drawn"
Place = tuple[str, str]  # the id of a dossier and the name of a table


@dataclass(frozen=True)
class Draft:
    """The rows of a table as they were kept when they were written over, and as they are written."""

    base: Sequence[Row]
    written: Sequence[Row]


@dataclass(frozen=True)
class Ground:
    """What an editor lays its edits on: the rows that it was given, and those that were kept by then.

    `key` is that of the editor; `version` of the dossier and `drawn`, the pages of this visit that were drawn
    before, tell when it has to begin anew.
    """

    key: str
    columns: Sequence[str]
    rows: Sequence[Row]
    kept: Sequence[Row]
    version: str
    drawn: int


def count_drawn_page() -> None:
    """Note that a page of this visit was drawn to its end; to be called last in every run."""
    st.session_state[_DRAWN] = st.session_state.get(_DRAWN, 0) + 1


def drafts_of(dossier: str) -> dict[str, Draft]:
    """The drafts of a dossier of this visit by the names of their tables, to be changed."""
    found: dict[str, Draft] = _kept(_DRAFTS).setdefault(dossier, {})
    return found


def ground_of(place: Place, columns: Sequence[str], kept: Sequence[Row], name: Name, version: str) -> Ground:
    """The ground of the editor of a table, the same for as long as the editor stays on the page.

    A browser forgets the edits of an editor that was not drawn: it then begins anew with the draft, laid on
    the rows as they are kept by now.
    """
    grounds, drawn = _kept(_GROUNDS), st.session_state.get(_DRAWN, 0)
    before: Ground | None = grounds.get(place)
    if before and before.version == version and drawn - before.drawn <= 1:
        ground = replace(before, drawn=drawn)
    else:
        draft = drafts_of(place[0]).get(place[1])
        rows = rebased(draft.base, draft.written, kept, name) if draft else kept
        number = int(before.key.rpartition("_")[2]) + 1 if before else 0
        ground = Ground(f"written_{place[1]}_{number}", columns, rows, kept, version, drawn)
    grounds[place] = ground
    return ground


def written_rows(ground: Ground) -> list[tuple[int, Row]]:
    """The rows as they are written in the editor by now, each with its place in it."""
    return with_edits(ground.rows, ground.columns, st.session_state.get(ground.key) or {})


def keep_draft(place: Place) -> None:
    """Keep what is written in the editor of a table, or that nothing differs from what is kept.

    Called with every edit, before any page is drawn: the reader may have gone on to another one.
    """
    ground: Ground = _kept(_GROUNDS)[place]
    rows = [row for _, row in written_rows(ground)]
    drafts = drafts_of(place[0])
    if rows == ground.kept:
        drafts.pop(place[1], None)
    else:
        drafts[place[1]] = Draft(ground.kept, rows)


def unfold_drafts(dossier: str, tables: Iterable[str], part: str) -> None:
    """Open the part of the page in which there are drafts, unless the reader has folded it since."""
    if not drafts_of(dossier).keys().isdisjoint(tables):
        st.session_state.setdefault(part, True)


def give_up(place: Place) -> None:
    """Take away what is written in a table and not kept, so that its editor begins anew."""
    drafts_of(place[0]).pop(place[1], None)
    _kept(_GROUNDS)[place] = replace(_kept(_GROUNDS)[place], version="")


def _kept(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = st.session_state.setdefault(name, {})
    return found
