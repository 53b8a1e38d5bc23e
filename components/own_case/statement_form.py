"""A statement made beside its text: closed lists to choose from, live checks, and what it does to the cell.

Nothing is chosen beforehand where only the coder can know: neither side, speaker, day, step nor confidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from components.app.escape import escaped
from components.app.st_output import show_lacking
from components.own_case.dossiers import Own, keep_own
from positions.editing.statements import Row, free_id, with_changes, with_row
from positions.model.dossier import Dossier
from positions.model.errors import DossierError
from positions.model.fields import LONGEST_PHRASE, last_day
from positions.model.issues import Issue
from positions.model.parties import Speaker
from positions.model.statements import CONFIDENCES, MODES, STATEMENT_COLUMNS, Statement
from positions.reading.dossier import read_files
from positions.reading.source_texts import SourceText
from positions.reading.text_checks import FAILED, check
from positions.selection import default_selection
from positions.tables import Tables
from positions.text.cell import cell_words
from positions.text.wording import MODE_WORDS
from positions.view import View

_K = TypeVar("_K", str, tuple[str, str])
_FIELD = "row_"
_NOBODY = ("", "")  # commentary is of no side
_NO_STEP = -1
_ADDED = "statement_added"
_OF, _ASIDE = "statement_of", "statements_laid_aside"  # the source of the form; forms of others
_PLACED = "placed"  # whether the reader has said where on the scale, be it nowhere
_NEEDED = {
    "speaker": "speaker",
    "issue": "issue",
    "said_on": "day",
    "date_basis": "basis of the day",
    "mode": "kind of words",
    "confidence": "confidence",
    "summary": "summary",
    "coder": "coder",
    _PLACED: "step, or that none fits",
}


@dataclass(frozen=True)
class Marked:
    """A passage of a source's text that the reader has marked."""

    start: int
    end: int
    words: str


def statement_form(own: Own, source: str, marked: Marked | None, text: SourceText) -> None:
    """The fields of a new statement of a source; once nothing is lacking, what it changes, and its button.

    Words that are not in the text, where that is at hand, are told before they are added.
    """
    _turn_to(own.tables.dossier.id, source)
    if added := st.session_state.pop(_ADDED, None):
        st.success(escaped(added))
    row = _row(own.tables.dossier, marked)
    if lacking := [words for field, words in _NEEDED.items() if not row.get(field)]:
        show_lacking(lacking)
        return
    row = {"id": free_id(own.files, source), "source": source, **row}
    files = with_row(own.files, {name: text for name, text in row.items() if name in STATEMENT_COLUMNS})
    try:
        reading = read_files(files)
    except DossierError as error:
        st.markdown("**Not yet a statement:**")
        st.text("\n".join(f"{one.field}: {one}" for one in error.findings))
        return
    made = reading.dossier.statements[-1]
    _effect(own.tables, Tables(reading.dossier, own.tables.folder), made)
    found = check(made, own.tables.sources[source], text)
    if found.status == FAILED:
        st.markdown(f"**The words are not where they are said to stand:** {escaped(found.reason)}.")
    if st.button("Add this statement", type="primary", key="add_statement"):
        # The day as it was read, so that the file needs no mending again.
        files = with_changes(files, made.id, {"said_on": made.said_on})
        keep_own(read_files(files).dossier, files, own.origin)
        _empty_form()
        st.session_state[_ADDED] = f"{made.id} is added to this visit's dossier; take it along on Your data."
        st.rerun()


def forget_phrase() -> None:
    """Empty the field of the words that prove it, for others that have just been marked."""
    st.session_state.pop(f"{_FIELD}phrase", None)


def _turn_to(dossier: str, source: str) -> None:
    """Lay aside what was filled in for another source, and take up what was for this one."""
    here, before = (dossier, source), st.session_state.get(_OF)
    if before == here:
        return
    aside: dict[tuple[str, str], dict[str, object]] = st.session_state.setdefault(_ASIDE, {})
    filled = _empty_form()
    if before:
        aside[before] = filled
    for key, value in aside.pop(here, {}).items():
        st.session_state[key] = value
    st.session_state[_OF] = here


def _empty_form() -> dict[str, object]:
    """Empty every field, but for the coder's name; the answer is what stood in them."""
    keys = [str(key) for key in st.session_state if str(key).startswith(_FIELD)]
    filled = {key: st.session_state[key] for key in keys if key != f"{_FIELD}coder"}
    for key in filled:
        del st.session_state[key]
    return filled


def _row(dossier: Dossier, marked: Marked | None) -> Row:
    """What the fields hold, as a row of statements.csv; what is not given is empty."""
    row: Row = {}
    with st.container(horizontal=True, key="statement_who"):
        side = _choice("Side that speaks", "side", _sides(dossier))
        row |= dict(zip(("party", "member"), side or _NOBODY, strict=True))
        speakers = {one.id: f"{one.name}, {one.office}" for one in dossier.speakers if _speaks(one, side)}
        row["speaker"] = _choice("Speaker", "speaker", speakers) or ""
        row["said_on"] = _text("Day it was said", "said_on", "2022-03-29, or 2022-03 for the month")
        named = {"explicit": "yes", "inferred": "no, it is inferred"}
        row["date_basis"] = _choice("Does the source name that day?", "basis", named) or ""
    with st.container(horizontal=True, key="statement_how"):
        row["issue"] = _choice("Issue", "issue", {one.id: one.name for one in dossier.issues}) or ""
        row["mode"] = _choice("Kind of words", "mode", {one: MODE_WORDS[one] for one in MODES}) or ""
        sure: dict[str, str] = {one: one for one in CONFIDENCES}
        row["confidence"] = _choice("Confidence in the placement", "confidence", sure) or ""
        row["coder"] = _text("Coder", "coder", "your initials")
    issue = next((one for one in dossier.issues if one.id == row["issue"]), None)
    if issue and issue.numeric:
        unit = issue.numeric.unit
        row["value"] = _text(
            f"Value in {unit}: 12.5, or 10/20 for a range; empty if the words name none", "value"
        )
    row |= _steps(issue) if issue and issue.scale else {_PLACED: "yes"}
    row["summary"] = _text("Who says what, on which condition: one plain sentence of your own", "summary")
    row["condition"] = _text("Condition: what it depends on", "condition")
    if marked:
        row |= {"start": str(marked.start), "end": str(marked.end)}
        short = marked.words if len(marked.words.split()) <= LONGEST_PHRASE else ""
        st.session_state.setdefault(f"{_FIELD}phrase", short)
    row["phrase"] = _text(f"Words of the source that prove it, at most {LONGEST_PHRASE}", "phrase")
    row["note"] = _text("Why this step and not its neighbour", "note")
    return row


def _choice(label: str, name: str, words: dict[_K, str]) -> _K | None:
    """One of a closed list, none of which is chosen at first."""
    chosen: _K | None = st.selectbox(
        label,
        list(words),
        format_func=words.__getitem__,
        index=None,
        key=_FIELD + name,
        persist_state="session",
    )
    return chosen


def _text(label: str, name: str, example: str = "") -> str:
    written = st.text_input(label, placeholder=example or None, key=_FIELD + name, persist_state="session")
    return written.strip()


def _sides(dossier: Dossier) -> dict[tuple[str, str], str]:
    """Party and member of each that can speak, with its name; a grouping's members stand behind it."""
    sides: dict[tuple[str, str], str] = {}
    for party in dossier.parties:
        sides[party.id, ""] = party.name
        sides |= {(party.id, one.id): f"{party.name}: {one.name}" for one in party.members}
    return sides | {_NOBODY: "nobody: commentary"}


def _speaks(speaker: Speaker, side: tuple[str, str] | None) -> bool:
    """Whether a speaker is of the side that was chosen; all are where none was."""
    return side is None or (speaker.party or "", speaker.member or "") == side


def _steps(issue: Issue) -> Row:
    """The steps that the words cover, and of a range whether it was said or is the coder's doubt."""
    words = {one.step: f"{one.step} {one.label}" for one in issue.scale} | {_NO_STEP: "none of them"}
    chosen = st.pills(
        "Steps that the words cover: one, or the lowest and the highest of a range",
        list(words),
        format_func=lambda step: escaped(words[step]),
        selection_mode="multi",
        key=f"{_FIELD}steps_{issue.id}",
        persist_state="session",
    )
    steps = sorted(step for step in chosen if step != _NO_STEP)
    row = {"step_low": str(steps[0]), "step_high": str(steps[-1])} if steps else {}
    if len(steps) > 1:
        spread = {"said": "the words name them all", "doubt": "the coder is unsure which"}
        row["spread"] = _choice("Why a range", "spread", spread) or ""
    return row | ({_PLACED: "yes"} if chosen else {})


def _effect(before: Tables, after: Tables, made: Statement) -> None:
    """What the cell says without and with the statement, as of the day on which it was said or the last."""
    side = made.member or made.party
    if side is None:
        st.caption("Commentary sets no cell.")
        return
    default = default_selection(before.dossier)
    day = max(default.day, last_day(made.said_on))
    for title, tables in (("The cell now", before), ("With this statement", after)):
        cell = View(tables, replace(default, day=day)).cell(side, made.issue)
        st.markdown(f"**{title}:** {escaped(' · '.join(cell_words(cell, tables).lines))}")
