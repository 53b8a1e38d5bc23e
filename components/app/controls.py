"""Widgets to Selection and back; the only reader of widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components.app.cache import dossier_id
from components.app.escape import escaped
from components.day_field.component import DAY_FIELD, day_field, typed
from components.theme import Scheme
from positions.model.dossier import Dossier
from positions.model.statements import CONFIDENCES
from positions.selection import (
    Selection,
    days_covered,
    default_parties,
    key_days,
    offered_columns,
    years_of,
)
from positions.text.dates import no_day_words, typed_day
from positions.text.wording import MODE_WORDS, count_words, day_words

UNFOLD, APART, WEIGHT = "unfold_", "apart_", "weight_"
_SINGLE = (
    "dossier",
    "stretch",
    "day",
    "span",
    "cleared",
    "since",
    "arrows",
    "parties",
    "more",
    "issues",
    "text",
    "issue",
    "near",
    "size",
    "shown",
    "dates",
)
_BEGINNINGS = (UNFOLD, APART, WEIGHT, "report_", "onecell_")
_CLICKABLE = ("matrix", "source_table", "doubtful_table", "reader", "overview", DAY_FIELD)
_COLUMNS = ("parties", "more", APART)
_WHOLE, _NO_DAY = "whole", ""
# Ages in days beyond which a reader may leave words out; 0 stands for none.
_AGES = {0: "never", 90: "90 days", 180: "180 days", 365: "1 year", 730: "2 years", 1826: "5 years"}
MOST_PILLS = 8
# The filters of the list of statements, with their labels.
FILTERS = {
    "sides": "Side",
    "speakers": "Speaker",
    "topics": "Issue",
    "sources": "Source",
    "modes": "Kind of words",
    "confidences": "Confidence",
    "years": "Year",
}


def colour_scheme() -> Scheme:
    """The colour scheme of the reader's browser or choice."""
    return "dark" if st.context.theme.type == "dark" else "light"


def forget_widgets() -> None:
    """Let every widget take its value from the selection again."""
    forget(*_SINGLE, *FILTERS, *_BEGINNINGS)


def forget(*names: str) -> None:
    """Let the widgets of these names, or whose names begin so with "_", take their value anew."""
    for key in _keys(names):
        del st.session_state[key]


def values_of_widgets() -> dict[str, Any]:
    """The values of all widgets that show a part of the selection, by key."""
    return {key: st.session_state[key] for key in _keys((*_SINGLE, *FILTERS, *_BEGINNINGS))}


def is_clicked() -> bool:
    """Whether a click inside a component of ours has started this run."""
    answers = (st.session_state.get(key) for key in _CLICKABLE)
    return any(value is not None for answer in answers if answer for value in answer.values())


def _keys(names: Sequence[str]) -> list[str]:
    beginnings = tuple(name for name in names if name.endswith("_"))
    every = [str(key) for key in st.session_state]
    return [key for key in every if key in names or (beginnings and key.startswith(beginnings))]


def dossier_control(shown: str, known: Sequence[str]) -> str:
    """The dossier to show, by id or folder; nothing to choose where there is one only."""
    if len(known) < 2:
        return shown
    seed = seeded("dossier", shown)
    words = {name: dossier_id(name) for name in known}
    return st.selectbox("Dossier", known, format_func=words.__getitem__, **seed) or shown


def day_control(selection: Selection, dossier: Dossier) -> Selection:
    """The stretch of the period, and the as-of day: typed, or slid over days of the record."""
    before = selection.day
    selection = _stretch(selection, dossier)
    covered = days_covered(dossier, selection.stretch)
    place, fault = st.container(), _take_typed_day(covered)
    slid = st.session_state.get("day")
    if not (isinstance(slid, dt.date) and covered[0] <= slid <= covered[1]):
        st.session_state.pop("day", None)
        slid = selection.day
    # Whatever day is on the slider now stays there, so that no press is answered with another day.
    days = sorted({*key_days(dossier, selection.stretch), selection.day, slid})
    seed = seeded("day", selection.day)
    day = st.select_slider("As of", days, format_func=day_words, label_visibility="collapsed", **seed)
    chosen = replace(selection, day=day if isinstance(day, dt.date) else selection.day)
    with place:
        day_field(day_words(chosen.day), fault)
    return _following(chosen, dossier, before)


def _take_typed_day(covered: tuple[dt.date, dt.date]) -> str:
    """Put the day that was just typed on the slider; the answer says why it is none of those covered."""
    text = typed()
    if text is None:
        return ""
    day = typed_day(text)
    if day is None or not covered[0] <= day <= covered[1]:
        return no_day_words(text, *covered)
    st.session_state["day"] = day
    return ""


def _following(selection: Selection, dossier: Dossier, before: dt.date) -> Selection:
    """Columns of the landing view of the day before give way to those of the chosen day; others stay.

    A grouping that a dossier shows in its parts from a day on is so told apart, and put together
    again, as the day moves over it; not where the reader has chosen otherwise.
    """
    old, new = set(default_parties(dossier, before)), set(default_parties(dossier, selection.day))
    gone, come, shown = old - new, new - old, set(selection.parties)
    if not (gone or come) or not gone <= shown or come & shown:
        return selection
    forget(*_COLUMNS)
    kept = (shown - gone) | come
    return replace(selection, parties=tuple(one for one in offered_columns(dossier) if one in kept))


def _stretch(selection: Selection, dossier: Dossier) -> Selection:
    """The chosen stretch; another one than before begins at its last day."""
    if not dossier.stretches:
        return selection
    names = {_WHOLE: "Whole record"} | {one.id: one.name for one in dossier.stretches}
    chosen = st.selectbox(
        "Period", list(names), format_func=names.__getitem__, **seeded("stretch", selection.stretch or _WHOLE)
    )
    stretch = None if chosen == _WHOLE else chosen
    if stretch == selection.stretch:
        return selection
    forget("day", "since", "arrows")
    return replace(selection, stretch=stretch, day=days_covered(dossier, stretch)[1], since=None)


def span_control(selection: Selection) -> Selection:
    """The age in days beyond which words are left out; none unless the reader chooses one."""
    ages = _AGES | ({} if selection.span in _AGES or not selection.span else _own_age(selection.span))
    days = st.selectbox(
        "Leave out words older than",
        sorted(ages),
        format_func=ages.__getitem__,
        **seeded("span", selection.span or 0),
    )
    return replace(selection, span=days or None)


def cleared_control(selection: Selection, dossier: Dossier) -> Selection:
    """Whether statements that are not cleared are left out; offered where the dossier asks for clearing."""
    if not dossier.clearing:
        return selection
    seed = seeded("cleared", selection.cleared)
    return replace(selection, cleared=st.toggle("Cleared statements only", **seed))


def _own_age(days: int) -> dict[int, str]:
    """An age that stands in the address alone."""
    return {days: count_words(days, "day")}


def since_control(selection: Selection, days: Sequence[dt.date], default: dt.date | None) -> Selection:
    """The earlier of two compared days, one of `days`; the default stays out of the address."""
    if default is None:
        return replace(selection, since=None)
    wanted = selection.since if selection.since and selection.since < selection.day else default
    offered = sorted({*days, wanted})
    # What still holds the default of another day was chosen by nobody, and follows.
    held, given = st.session_state.get("since"), st.session_state.get("since_given")
    if held not in offered or (held == given and held != wanted):
        st.session_state.pop("since", None)
    st.session_state["since_given"] = wanted
    day = st.selectbox("Compared with", offered, format_func=day_words, **seeded("since", wanted))
    return replace(selection, since=day if day != default else None)


def days_between_control(choices: Sequence[int], default: int) -> int:
    """Within how many days two statements may lie; it bears on one list alone and stands in no address."""
    return st.selectbox(
        "Days between the two, at most",
        choices,
        list(choices).index(default),
        format_func=lambda days: count_words(days, "day"),
        key="days_between",
        width=240,
    )


def arrows_control(selection: Selection, days: Sequence[dt.date]) -> Selection:
    """The earlier day from which arrows are drawn, or none, whatever day the view is of."""
    earlier = [day for day in days if day < selection.day]
    offered = [_NO_DAY, *(day.isoformat() for day in earlier)]
    wanted = selection.since.isoformat() if selection.since in earlier else _NO_DAY
    if st.session_state.get("arrows") not in offered:
        st.session_state.pop("arrows", None)
    since = st.selectbox(
        "Arrows from",
        offered,
        format_func=lambda day: day_words(dt.date.fromisoformat(day)) if day else "no earlier day",
        **seeded("arrows", wanted),
    )
    return replace(selection, since=dt.date.fromisoformat(since) if since else None)


def issue_control(selection: Selection, dossier: Dossier) -> Selection:
    """The issue that the page is about, with the one before and the one after it at hand."""
    issues, names = [issue.id for issue in dossier.issues], shown_names(dossier)
    here = selection.issue or selection.issues[0]
    seed = seeded("issue", here)
    place = issues.index(st.session_state["issue"])
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        chosen = st.selectbox(
            "Issue", issues, format_func=names.__getitem__, label_visibility="collapsed", width=250, **seed
        )
        for other, arrow, words in ((place - 1, "←", "Previous"), (place + 1, "→", "Next")):
            known = 0 <= other < len(issues)
            hint = f"{words} issue: {names[issues[other]]}" if known else f"No {words.lower()} issue"
            aim = (issues[other],) if known else ()
            st.button(
                arrow, on_click=_go_to, args=aim, disabled=not known, help=escaped(hint), key=f"go_{words}"
            )
    return replace(selection, issue=chosen)


def _go_to(issue: str) -> None:
    st.session_state["issue"] = issue


def open_cell(selection: Selection, cell: str | None) -> Selection:
    """The selection with the evidence of "holder.issue" open, or closed for None."""
    if cell is None:
        return replace(selection, cell=None)
    holder, _, issue = cell.partition(".")
    return replace(selection, cell=(holder, issue))


def seeded(name: str, value: Any) -> dict[str, Any]:
    """A widget's key, with its value put into the state when the widget is new."""
    if name not in st.session_state:
        st.session_state[name] = list(value) if isinstance(value, tuple) else value
    return {"key": name}


def shown_names(dossier: Dossier) -> dict[str, str]:
    """Display names of parties, members, issues, speakers and modes by id."""
    members = [member for party in dossier.parties for member in party.members]
    named = {one.id: one.name for one in dossier.parties} | {one.id: one.name for one in members}
    named |= {one.id: one.name for one in dossier.issues}
    named |= {one.id: one.name for one in dossier.speakers}
    named |= {one: one for one in (*CONFIDENCES, *years_of(dossier))}
    return named | MODE_WORDS
