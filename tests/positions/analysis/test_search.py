"""A reader's search finds words whatever their case and accents, and only what was said by the day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from positions.analysis.search import Query, folded, matching, search_text, with_passages
from positions.model.dossier import Dossier
from positions.model.fields import UNSEEN, last_day
from positions.model.statements import MODES
from positions.tables import Tables
from tests.positions.factories import AS_OF, ISSUES, MODEST, SOURCES, days, dossiers, said, tables_of

SPOKEN = tables_of(
    said("a", "north_head", 1, summary="Çavuşoğlu offers to open the Dam.", phrase="open the sluices now"),
    said("b", "south_envoy", summary="The dam stays; to open it is too early.", source="wire"),
    said(
        "c",
        "east_head",
        2,
        summary="Tolls first.",
        issue="toll",
        condition="only after a survey",
        confidence="low",
    ),
    said("d", "pundit", mode="commentary", about=("south", "east"), summary="All wait.", note="hedged"),
    said("e", "north_rebel", 4, summary="Open it at once.", said_on="2030-07-01"),
)


def found(text: str = "", as_of: dt.date = AS_OF, **filters: Any) -> list[str]:
    """Ids of the matching statements, in alphabetical order."""
    rows = matching(SPOKEN.statements, SPOKEN.searched, Query(as_of, text, **filters))
    return sorted(rows["id"])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["a", "b", "c", "d"]),
        ("   ", ["a", "b", "c", "d"]),
        ("cavusoglu", ["a"]),
        ("ÇAVUŞOĞLU", ["a"]),
        ("dam open", ["a", "b"]),
        ('"open the dam"', ["a"]),
        ("“open the dam”", ["a"]),
        ('offers "the dam"', ["a"]),
        ('"dam open"', []),
        ('"open the" dam offers', ["a"]),
        ('"open the" "the dam"', ["a"]),
        ('"open the" "dam the"', []),
        ('"open the', ["a"]),
        ("sluices", ["a"]),
        ("survey", ["c"]),
        ("hedged", ["d"]),
        ("northland", ["a"]),
        ("south envoy", ["b"]),
        ("League east", ["c"]),
        ("toll", ["c"]),
        ("open.*dam", []),
        ("(", []),
        ("nowhere", []),
    ],
)
def test_words_and_quoted_phrases(text: str, ids: list[str]) -> None:
    """Every word must be there, in summary, phrase, condition, note or a name; quoted words must follow."""
    assert found(text) == ids


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"sides": ("north",)}, ["a"]),
        ({"sides": ("south",)}, ["b", "d"]),
        ({"sides": ("east",)}, ["c", "d"]),
        ({"sides": ("league",)}, ["c"]),
        ({"sides": ("north", "east")}, ["a", "c", "d"]),
        ({"issues": ("toll",)}, ["c"]),
        ({"sources": ("wire",)}, ["b"]),
        ({"modes": ("commentary",)}, ["d"]),
        ({"speakers": ("north_head", "pundit")}, ["a", "d"]),
        ({"confidences": ("low",)}, ["c"]),
        ({"sides": ("south",), "modes": ("direct_quote",)}, ["b"]),
        ({"issues": ("fish",)}, []),
    ],
)
def test_filters_narrow_each_other(filters: dict[str, Any], ids: list[str]) -> None:
    """A filter keeps who speaks or is described, its issues, sources and modes; two filters both hold."""
    assert found(**filters) == ids


def test_words_and_filters_hold_together() -> None:
    """A search within one source finds only what stands there."""
    assert found("open", sources=("wire",)) == ["b"]


def test_nothing_from_after_the_day_is_found() -> None:
    """A statement of 1 July is found on 1 July and not on 30 June."""
    assert found('"at once"') == []
    assert found('"at once"', dt.date(2030, 7, 1)) == ["e"]


@pytest.mark.parametrize(("text", "plain"), [("Ḷuhansk", "luhansk"), ("STRASSE", "straße"), ("№ 5", "no 5")])
def test_letters_are_compared_without_case_and_accents(text: str, plain: str) -> None:
    """Two spellings that differ in case, accents or signs for letters are one word to the search."""
    assert folded(text) == folded(plain)


def test_an_empty_dossier_is_searched_in_peace() -> None:
    """Nothing is found where there is nothing."""
    empty = tables_of()

    assert matching(empty.statements, empty.searched, Query(AS_OF, "dam", sides=("north",))).empty


queries: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["", "head", "speaks", "north head", '"head speaks"', "wire"]),
        "sides": st.sets(st.sampled_from(["north", "south", "league", "east"])).map(tuple),
        "issues": st.sets(st.sampled_from(ISSUES)).map(tuple),
        "sources": st.sets(st.sampled_from(SOURCES)).map(tuple),
        "modes": st.sets(st.sampled_from(MODES)).map(tuple),
    }
)


@given(dossiers(), days, queries)
@MODEST
def test_what_is_found_passes_every_filter(dossier: Dossier, as_of: dt.date, asked: dict[str, Any]) -> None:
    """Found are exactly the statements that a reader would pick by hand, whole and newest first."""
    tables = Tables(dossier, Path())
    rows = matching(tables.statements, tables.searched, Query(as_of, **asked))
    expected = {
        one.id
        for one in dossier.statements
        if last_day(one.said_on) <= as_of
        if not asked["sides"] or {one.party, one.member, *one.about} & set(asked["sides"])
        if not asked["issues"] or one.issue in asked["issues"]
        if not asked["sources"] or one.source in asked["sources"]
        if not asked["modes"] or one.mode in asked["modes"]
        if "wire" not in asked["text"]
        if "north" not in asked["text"] or one.speaker == "north_head"
        if "head" not in asked["text"] or one.speaker.endswith("_head")
    }

    assert set(rows["id"]) == expected
    assert rows["day"].is_monotonic_decreasing
    kept = tables.statements[tables.statements["id"].isin(expected)].iloc[::-1].reset_index(drop=True)
    assert_frame_equal(rows, kept)


@given(st.text(max_size=40))
@MODEST
def test_any_text_can_be_searched(text: str) -> None:
    """No character in the search box is an error, and a text that a dossier may hold finds itself."""
    text = UNSEEN.sub("", text)
    rows = tables_of(said("a", "north_head", summary=f"x {text}".strip()))
    shown = matching(rows.statements, rows.searched, Query(AS_OF, text.replace('"', " ")))

    assert folded(folded(text)) == folded(text)
    assert shown["id"].tolist() == ["a"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Lukyanov's", "Lukyanov’s"),
        ("Lukyanov's", "Lukyanovʼs"),
        ("ceasefire", "cease\u00adfire"),
        ("Зеленский", "Зеле́нский"),
        ("Кремлев", "Кремлёв"),
        ("ceasefire", "cease\u200bfire"),
        ("السد", "\u2068السد\u2069"),
    ],
)
def test_signs_that_nobody_types_do_not_hide_a_word(typed: str, printed: str) -> None:
    """Curved apostrophes, soft hyphens, stress marks and unseen marks are all found by plain typing."""
    assert folded(typed) == folded(printed)


def test_a_statement_is_found_by_the_title_and_outlet_of_its_source() -> None:
    """A reader who knows where it stood finds it, and only what stood there."""
    assert found("the wire") == ["b"]
    assert found('"the gazette"', dt.date(2030, 12, 31)) == ["a", "c", "d", "e"]


@pytest.mark.parametrize(
    ("years", "ids"), [(("2030",), ["a", "b"]), (("2029", "2030"), ["a", "b", "c"]), (("203",), [])]
)
def test_years_narrow_what_is_found(years: tuple[str, ...], ids: list[str]) -> None:
    """Statements of the years alone are found, those without a day of the month too, and words still hold."""
    spoken = tables_of(
        said("a", "north_head", summary="It stays."),
        said("b", "north_head", summary="It stays.", said_on="2030-04"),
        said("c", "north_head", summary="It stays.", said_on="2029-12-31"),
        said("d", "north_head", summary="It goes."),
    )
    rows = matching(spoken.statements, spoken.searched, Query(AS_OF, "stays", years=years))

    assert sorted(rows["id"]) == ids


def test_names_and_sources_are_searched_with_the_words() -> None:
    """Speaker, side, member and issue are found by their names in words, and a source by its title."""
    names = SPOKEN.names | {"toll": "The Toll"}
    chosen = SPOKEN.statements[SPOKEN.statements["id"] == "c"]
    (text,) = search_text(chosen, names, {"gazette": "The Gazette of Dams"})

    assert text.split(" ¶ ") == [
        *("tolls first.", "", "only after a survey", ""),
        *("east head", "league", "east", "the toll", "the gazette of dams"),
    ]


def test_passages_are_searched_where_the_text_is_at_hand() -> None:
    """The passage is added to its own statement, accents folded; rows keep their labels."""
    rows = SPOKEN.statements[SPOKEN.statements["id"].isin(["a", "b"])].set_index("id", drop=False)
    searched = search_text(rows, {}, {})
    found = with_passages(searched, rows["id"], {"b": "Élan", "z": "nobody's"})

    assert list(searched.index) == list(found.index) == list(rows.index)
    assert found["b"] == f"{searched['b']} ¶ elan"
    assert found["a"] == searched["a"]
    assert found.dtype == searched.dtype == "str"
