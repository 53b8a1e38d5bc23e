"""A text from right to left is an isolate in sentences, and nothing that is computed depends on it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Dossier
from positions.selection import default_selection, offered_columns
from positions.tables import Tables
from positions.text.direction import (
    bare,
    isolated,
    pieces,
    runs_left,
    whole_lines,
    with_isolates,
    with_isolates_inside,
)
from positions.view import View
from tests.positions.factories import FEW, MODEST, dossier_of, dossiers

_NORTH, _SOUTH = "\u2068الشمال\u2069", "\u2068הדרום\u2069"
_NAMES = ("الشمال", "הדרום", "Northland", "नदीदेश", "东岸国", "ليلى", "Zenith")
_texts = st.text(st.characters(exclude_characters="\u2068\u2069", exclude_categories=["Cs"]), max_size=30)


def test_a_paragraph_runs_as_the_words_around_its_names() -> None:
    """Names run left alone and beside each other; English, or a sign before a name, runs right."""
    left = ("الموقف من السد", _NORTH, f"“{_NORTH}”", f"{_NORTH} – {_SOUTH}", "2031: הסכר")
    right = ("", "2 of 4", "Dam", f"{_NORTH} and {_SOUTH} are near", f"▲ {_NORTH}", f"{_NORTH} – 강나라")

    assert all(map(runs_left, left))
    assert not any(map(runs_left, right))


def test_only_a_text_that_runs_left_is_an_isolate() -> None:
    """English, Chinese and numbers stay as they are; pieces say which part runs left."""
    assert isolated("الشمال") == _NORTH
    assert [isolated(text) for text in ("Dam", "东岸国", "2–3", "")] == ["Dam", "东岸国", "2–3", ""]
    assert pieces(f"Dam · {_NORTH} · 2") == [("Dam · ", False), ("الشمال", True), (" · 2", False)]


@MODEST
@given(st.lists(_texts, max_size=6))
def test_isolates_take_and_add_no_letter(texts: list[str]) -> None:
    """Whatever a sentence is made of, without isolates it is what it was, whole or in pieces."""
    sentence = " and ".join(map(isolated, texts))

    assert bare(sentence) == " and ".join(texts)
    assert bare(with_isolates_inside(" and ".join(texts))) == " and ".join(texts)
    assert "".join(part for part, _ in pieces(sentence)) == " and ".join(texts)
    assert sentence.count("\u2068") == sentence.count("\u2069")


def test_a_bracket_stays_with_its_name_or_outside_it() -> None:
    """It is never opened in an isolate and closed behind it, nor the other way round."""
    told = {
        "moved toward الشمال (البر) on Dam": "moved toward \u2068الشمال (البر)\u2069 on Dam",
        "Dam (الشمال (البر) – Zenith)": "Dam (\u2068الشمال (البر)\u2069 – Zenith)",
        "Dam (الشمال – הדרום)": "Dam (\u2068الشمال\u2069 – \u2068הדרום\u2069)",
        "Zenith – הדרום (3); 1 more": "Zenith – \u2068הדרום\u2069 (3); 1 more",
        "Says الشمال (3) البر.": "Says \u2068الشمال (3) البر\u2069.",
    }

    assert {text: with_isolates_inside(text) for text in told} == told


@MODEST
@given(st.lists(_texts.map(isolated), max_size=6), st.data())
def test_each_line_of_an_isolate_is_one(texts: list[str], data: st.DataObject) -> None:
    """However a text is broken, every line has its isolates whole, and no letter is lost."""
    words = " and ".join(texts).split(" ")
    ends = sorted(data.draw(st.lists(st.integers(0, len(words)), max_size=4)))
    lines = [" ".join(words[one:end]) for one, end in pairwise([0, *ends, len(words)])]
    found = [*whole_lines(lines)]

    assert [bare(line) for line in found] == [bare(line) for line in lines]
    assert all(line.count("\u2068") == line.count("\u2069") for line in found)


def named(dossier: Dossier) -> Dossier:
    """The dossier with names, summaries and conditions in several scripts."""
    parties = tuple(
        party.model_copy(update={"name": f"{_NAMES[place]} {place}"})
        for place, party in enumerate(dossier.parties)
    )
    speakers = tuple(
        speaker.model_copy(update={"name": f"{_NAMES[place % 7]} {place}"})
        for place, speaker in enumerate(dossier.speakers)
    )
    said = tuple(
        one.model_copy(update={"summary": f"{_NAMES[place % 7]}.", "condition": one.condition and "إذا وافق"})
        for place, one in enumerate(dossier.statements)
    )
    return dossier.model_copy(update={"parties": parties, "speakers": speakers, "statements": said})


def sizes(view: View) -> list[tuple[object, ...]]:
    """Every gap of a view, without the words of its conditions."""
    return [(gap.issue, gap.pair, gap.gap, gap.relation, gap.basis) for gap in view.gaps]


@FEW
@given(dossiers().map(named))
def test_reports_say_what_the_screen_says(dossier: Dossier) -> None:
    """A view of a dossier with isolates has the same columns, statements, gaps and sentences."""
    printed = with_isolates(dossier)
    selection = replace(default_selection(dossier), parties=offered_columns(dossier))
    screen, report = (View(Tables(one, Path()), selection) for one in (dossier, printed))

    assert printed != dossier
    assert offered_columns(printed) == offered_columns(dossier)
    assert (report.columns, report.statements) == (screen.columns, screen.statements)
    assert sizes(report) == sizes(screen)
    for line in ("finding", "measure", "source_line", "movement_finding", "movement_measure"):
        assert bare(getattr(report, line)) == getattr(screen, line)


def test_a_dossier_without_such_texts_is_itself() -> None:
    """Nothing is copied, and no file of it changes."""
    plain = dossier_of()

    assert with_isolates(plain) is plain
